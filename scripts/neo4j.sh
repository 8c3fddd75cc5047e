#!/usr/bin/env bash
# Runs a local Neo4j Community server for tests and trials: no Docker, no root, nothing installed but Java and Maven.
set -euo pipefail

lts=5.26.30
current=2026.09.0
default_port=7687
default_password=stancegraph-test
start_seconds=180
stop_seconds=60
turns=()

script=${BASH_SOURCE[0]}
case $script in */*) folder=${script%/*} ;; *) folder=. ;; esac
cache=$(cd -- "$folder/.." && pwd)/node_modules/.cache/neo4j

help() {
  cat <<HELP
Runs a local Neo4j Community server for tests and trials. It listens on 127.0.0.1 only.

Usage: scripts/neo4j.sh start  [VERSION] [--port N] [--home DIR] [--set KEY=VALUE]...
       scripts/neo4j.sh stop   [VERSION] [--home DIR]
       scripts/neo4j.sh status [VERSION] [--home DIR]
       scripts/neo4j.sh fetch  [VERSION]

start   fetches Neo4j from Maven Central the first time, starts it, waits until it answers, and prints how to reach it
stop    ends the server and keeps its data; without VERSION and --home, all servers in the usual folder
status  says which servers run, in the same way
fetch   only fetches Neo4j, so that start needs no network

VERSION          lts ($lts), current ($current), or a version such as 5.26.0;
                 start takes current where there is a Java for it, else lts
--port N         the port, $default_port unless given; 0: the first free one from $default_port on
--home DIR       where the server keeps its data, settings and logs, unless in node_modules/.cache/neo4j/VERSION/home
--set KEY=VALUE  a setting as in neo4j.conf, such as server.memory.heap.max_size=4g; any number of them

NEO4J_PASSWORD   the password that a new server gets; $default_password unless given
JAVA_HOME        the Java to try first, then the one on the PATH, then those in JVM_FOLDERS
JVM_FOLDERS      where Javas are, with colons between; unless given, the usual places

Exit code: 0 fine; 1 it did not work (for status: nothing runs); 2 wrong usage; 3 Java, Maven or Neo4j is not there.

Examples:
  eval "\$(scripts/neo4j.sh start)"            start a server, and tell stancegraph and npm test of it
  scripts/neo4j.sh start lts --port 7688      another version beside it
  scripts/neo4j.sh start --home trial         with data of its own
  scripts/neo4j.sh stop                       end them, but for those with --home
  rm -r node_modules/.cache/neo4j/*/home      forget their data
HELP
}

say() { printf '%s\n' "$*" >&2; }

# Ends the script: fail CODE MESSAGE
fail() {
  say "$2"
  exit "$1"
}

# --- What is asked for

read_arguments() {
  version='' port='' home='' settings=()
  while (($#)); do
    case $1 in
      -h | --help) help && exit 0 ;;
      --port | --home | --set)
        (($# > 1)) || fail 2 "\`$1\` needs a value; see scripts/neo4j.sh --help."
        read_option "$1" "$2"
        shift ;;
      -*) fail 2 "There is no option \`$1\`; see scripts/neo4j.sh --help." ;;
      *)
        [[ -z $version ]] || fail 2 "One version at a time: \`$version\` or \`$1\`."
        version=$(exact_version "$1") ;;
    esac
    shift
  done
}

read_option() {
  case $1 in
    --port)
      if [[ ! $2 =~ ^[0-9]{1,5}$ ]] || ((10#$2 > 65535)); then
        fail 2 "\`$2\` is no port; write a number from 0 to 65535."
      fi
      port=$((10#$2)) ;;
    --home)
      [[ -n $2 ]] || fail 2 "\`--home\` needs a folder; see scripts/neo4j.sh --help."
      case $2 in /*) home=$2 ;; *) home=$PWD/$2 ;; esac ;;
    --set)
      [[ $2 == ?*=* && $2 != *$'\n'* ]] || fail 2 "\`$2\` is no setting; write KEY=VALUE, such as server.memory.heap.max_size=4g."
      settings+=("$2") ;;
  esac
}

exact_version() {
  case $1 in
    lts) printf '%s' "$lts" ;;
    current) printf '%s' "$current" ;;
    *)
      [[ $1 =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail 2 "\`$1\` is no version; write lts, current, or a version such as $lts."
      ((${1%%.*} >= 5)) || fail 2 "Neo4j $1 is too old; take 5 or newer, such as $lts."
      printf '%s' "$1" ;;
  esac
}

# --- Java and Maven

# Every Java here, one a line: its major version, its folder.
list_javas() {
  local java
  {
    [[ -z ${JAVA_HOME:-} ]] || printf '%s\n' "$JAVA_HOME/bin/java"
    command -v java || true
    javas_in_folders
  } | while IFS= read -r java; do
    [[ -x $java ]] || continue
    "$java" -XshowSettings:properties -version 2>&1 | sed -n \
      -e 's/^ *java\.home = //p' -e 's/^ *java\.specification\.version = \(1\.\)\{0,1\}/version /p' |
      sed -n -e '/^version /!h' -e '/^version /{s///;G;s/\n/ /p;}'
  done
}

javas_in_folders() {
  local usual=/usr/lib/jvm:/opt/java:/Library/Java/JavaVirtualMachines:${HOME:-}/.sdkman/candidates/java:${HOME:-}/.jdks
  local folders in
  IFS=: read -r -a folders <<<"${JVM_FOLDERS-$usual}"
  for in in ${folders[@]+"${folders[@]}"}; do
    printf '%s\n' "$in"/*/bin/java "$in"/*/Contents/Home/bin/java
  done
}

# Whether a Java of this major version runs this Neo4j: suits JAVA VERSION
suits() {
  case $2 in
    5.*) (($1 == 17 || $1 == 21)) ;;
    *) (($1 >= 21)) ;;
  esac
}

# Sets java_major and java_home to the first Java for a version; fails where there is none.
find_java() {
  while read -r java_major java_home; do
    ! suits "$java_major" "$1" || return 0
  done <<<"$javas"
  return 1
}

choose_java() {
  javas=$(list_javas)
  if [[ -z $javas ]]; then
    fail 3 "Neo4j needs Java and Maven, and there is no Java here; install them (Debian: default-jdk-headless maven)."
  fi
  if [[ -z $version ]]; then
    version=$current
    find_java "$current" || version=$lts
  fi
  find_java "$version" || fail 3 "$(no_java)"
}

no_java() {
  local found needed='Java 21 or newer' other=lts instead=$lts
  found=$(cut -d ' ' -f 1 <<<"$javas" | sort -n -u | paste -s -d , - | sed 's/,/, /g')
  case $version in 5.*) needed='Java 17 or 21' other=current instead=$current ;; esac
  printf '%s' "Neo4j $version needs $needed, and here is only Java $found; install one (Debian: openjdk-21-jdk-headless)"
  ! find_java "$instead" || printf '%s' " or take another version: scripts/neo4j.sh start $other"
  printf '.'
}

# --- Neo4j's jars

# Sets class_path, fetching what it names the first time.
find_neo4j() {
  local file=$cache/$version/classpath.txt
  if ! complete "$file"; then
    command -v mvn >/dev/null || fail 3 'There is no Maven to fetch Neo4j with; install it (Debian: maven).'
    mkdir -p "$cache/$version"
    take_turn "$cache/turn"
    complete "$file" || fetch_neo4j "$file"
    end_turn "$cache/turn"
  fi
  class_path=$(<"$file")
}

# Whether all the jars of a class path are still there.
complete() {
  local jars jar
  [[ -s $1 ]] || return 1
  IFS=: read -r -a jars <"$1" || true
  for jar in "${jars[@]}"; do [[ -f $jar ]] || return 1; done
}

fetch_neo4j() {
  local work=$cache/$version/fetching-$$
  mkdir -p "$work"
  cat >"$work/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>local</groupId><artifactId>neo4j</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>$version</version></dependency>
  </dependencies>
</project>
POM
  say "Fetching Neo4j $version from Maven Central, once …"
  if JAVA_HOME=$java_home mvn -q -B -U -f "$work/pom.xml" dependency:build-classpath \
    -Dmdep.outputFile="$work/classpath.txt" >"$work/maven.log" 2>&1 </dev/null; then
    mv "$work/classpath.txt" "$1"
    rm -r "$work"
  else
    fail_fetching "$work"
  fi
}

fail_fetching() {
  local log
  log=$(<"$1/maven.log")
  rm -r "$1"
  end_turn "$cache/turn"
  if [[ $log == *"ould not find artifact org.neo4j:neo4j:"* ]]; then
    rmdir "$cache/$version" 2>/dev/null || true
    fail 3 "There is no Neo4j $version on Maven Central; write lts ($lts), current ($current) or another version."
  fi
  say "$(grep -m 3 ERROR <<<"$log" || tail -n 3 <<<"$log")"
  fail 3 "Maven cannot fetch Neo4j $version; see above, go online, and start again."
}

# --- Turns: one Maven at a time, since two may spoil each other's downloads, and one start of a server

# Waits until no other has the turn, a link that names the process of its owner: take_turn LINK
take_turn() {
  turns+=("$1")
  trap end_turns EXIT
  until ln -s $$ "$1" 2>/dev/null; do
    is_left "$1" && end_left_turn "$1" || sleep 0.3
  done
}

# Whether the owner of a turn has ended without giving it back. Its number may be that of another process by now.
is_left() {
  local owner
  owner=$(readlink "$1") || return 1
  [[ ! $(command_of "$owner") =~ bash.*\ (start|fetch) ]]
}

# Ends the turn of an owner that has ended. It may be another's by now, so one at a time looks again and ends it.
end_left_turn() {
  ln -s $$ "$1.ending" 2>/dev/null || return 1
  ! is_left "$1" || rm -f "$1"
  rm -f "$1.ending"
}

end_turn() {
  [[ $(readlink "$1" || true) != "$$" ]] || rm -f "$1"
}

end_turns() {
  local turn
  for turn in "${turns[@]}"; do
    end_turn "$turn"
    end_turn "$turn.ending"
  done
}

# --- A server: the file `server` in its folder holds its process, port and version

# Sets pid, running_port and running_version, if the server in a folder runs.
find_server() {
  [[ -f $1/server ]] || return 1
  read -r pid running_port running_version <"$1/server" || return 1
  [[ $(command_of "$pid") == *"--home-dir=$1 "* ]]
}

command_of() {
  if [[ -r /proc/$1/cmdline ]]; then
    tr '\0' ' ' <"/proc/$1/cmdline"
  else
    ps -ww -o args= -p "$1" 2>/dev/null || true
  fi
}

taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port_from() {
  local free=$1
  while taken "$free"; do free=$((free + 1)); done
  printf '%s' "$free"
}

choose_port() {
  if [[ $port == 0 ]]; then
    port=$(free_port_from "$default_port")
  elif taken "${port:=$default_port}"; then
    fail 1 "Port $port is taken; choose another: scripts/neo4j.sh start --port $(free_port_from $((port + 1)))"
  fi
}

write_settings() {
  mkdir -p "$home/conf" "$home/logs"
  touch "$home/logs/neo4j.log"
  {
    echo '# Written anew by each scripts/neo4j.sh start; see its option --set.'
    echo "server.bolt.listen_address=127.0.0.1:$port"
    given server.http.enabled || echo 'server.http.enabled=false'
    given dbms.usage_report.enabled || echo 'dbms.usage_report.enabled=false'
    given server.memory.heap.max_size || echo 'server.memory.heap.max_size=1g'
    given server.memory.pagecache.size || echo 'server.memory.pagecache.size=256m'
    printf '%s\n' ${settings[@]+"${settings[@]}"}
  } >"$home/conf/neo4j.conf"
}

given() {
  local setting
  for setting in ${settings[@]+"${settings[@]}"}; do [[ ${setting%%=*} != "$1" ]] || return 0; done
  return 1
}

# Only a new server takes a password. It goes through a file, since everybody can read a process's arguments.
set_password() {
  local arguments=$home/conf/arguments output
  if [[ -f $home/conf/password ]]; then
    password=$(<"$home/conf/password")
    [[ ${NEO4J_PASSWORD:-$password} == "$password" ]] && return
    fail 1 "The server in $home has another password than NEO4J_PASSWORD; unset that, or remove the folder to begin anew."
  fi
  password=${NEO4J_PASSWORD:-$default_password}
  [[ $password != *$'\n'* ]] || fail 2 'A password has one line; change NEO4J_PASSWORD.'
  ((${#password} >= 8)) || fail 2 'A password of Neo4j has 8 characters or more; change NEO4J_PASSWORD.'
  (
    umask 077
    local quoted=${password//\\/\\\\}
    printf '%s\n' org.neo4j.cli.AdminTool dbms set-initial-password -- "\"${quoted//\"/\\\"}\"" >"$arguments"
  )
  output=$(NEO4J_HOME=$home NEO4J_CONF=$home/conf run_java "@$arguments" 2>&1) || {
    rm -f "$arguments"
    say "$output"
    fail 1 "Neo4j $version does not take the password or a setting; see above."
  }
  rm -f "$arguments"
  (umask 077 && printf '%s\n' "$password" >"$home/conf/password")
}

run_java() {
  local quiet=()
  ((java_major < 21)) || quiet+=(--enable-native-access=ALL-UNNAMED)
  ((java_major < 23)) || quiet+=(--sun-misc-unsafe-memory-access=allow)
  CLASSPATH=$class_path exec "$java_home/bin/java" ${quiet[@]+"${quiet[@]}"} "$@"
}

launch() {
  local entry=org.neo4j.server.CommunityEntryPoint heap package opens=()
  ! grep -aqF org/neo4j/server/Neo4jCommunity.class "${class_path%%:*}" || entry=org.neo4j.server.Neo4jCommunity
  for package in java.nio java.io sun.nio.ch; do opens+=(--add-opens "java.base/$package=ALL-UNNAMED"); done
  heap=$(sed -n 's/^server\.memory\.heap\.max_size= *//p' "$home/conf/neo4j.conf" | tail -n 1)
  # A process group of its own, so that Ctrl-C in the terminal does not end the server.
  set -m
  run_java "-Xmx$heap" -XX:+ExitOnOutOfMemoryError "${opens[@]}" "$entry" \
    --home-dir="$home" --config-dir="$home/conf" >"$home/logs/console.log" 2>&1 </dev/null &
  pid=$!
  set +m
  printf '%s %s %s\n' "$pid" "$port" "$version" >"$home/server"
}

# Waits until the server is up and its port answers. Its log has older starts in it, up to line $1.
wait_for_start() {
  local log_lines=$1 tenths=0
  trap 'kill "$pid" 2>/dev/null; rm -f "$home/server"; say ""; exit 130' INT TERM
  printf 'Starting Neo4j %s ' "$version" >&2
  until new_log "$log_lines" | grep 'INFO  Started\.$' >/dev/null && taken "$port"; do
    kill -0 "$pid" 2>/dev/null || fail_starting "$log_lines" "Neo4j $version ended while it started"
    ((tenths < start_seconds * 10)) ||
      fail_starting "$log_lines" "Neo4j $version did not answer within $start_seconds seconds"
    ((tenths % 10)) || printf . >&2
    sleep 0.1
    tenths=$((tenths + 1))
  done
  trap - INT TERM
  say " ready on bolt://127.0.0.1:$port (process $pid)"
}

new_log() { tail -n "+$(($1 + 1))" "$home/logs/neo4j.log"; }

fail_starting() {
  kill "$pid" 2>/dev/null || true
  rm -f "$home/server"
  say ''
  { cat "$home/logs/console.log" && new_log "$1"; } | grep -v '^[[:space:]]at ' | tail -n 12 >&2 || true
  fail 1 "$2; see above and $home/logs, and start again."
}

print_access() {
  printf 'export NEO4J_URI=bolt://127.0.0.1:%s NEO4J_USERNAME=neo4j NEO4J_PASSWORD=%q\n' "$1" "$(<"$home/conf/password")"
}

# --- The commands

start() {
  choose_java
  home=${home:-$cache/$version/home}
  find_neo4j
  mkdir -p "$home"
  take_turn "$home/starting"
  if find_server "$home"; then
    say_running
    return
  fi
  choose_port
  write_settings
  set_password
  local log_lines
  log_lines=$(wc -l <"$home/logs/neo4j.log")
  launch
  wait_for_start "$log_lines"
  print_access "$port"
}

say_running() {
  ((${port:-0} > 0)) || port=$running_port
  if ((port != running_port || ${#settings[@]} > 0)); then
    fail 1 "Neo4j $running_version runs in $home already, on port $running_port; stop it first: scripts/neo4j.sh stop --home $home"
  fi
  say "Neo4j $running_version runs already on bolt://127.0.0.1:$running_port (process $pid)"
  print_access "$running_port"
}

fetch() {
  choose_java
  find_neo4j
}

# The folders that stop and status are about, one a line.
list_homes() {
  local each
  if [[ -n $home ]]; then
    printf '%s\n' "$home"
  elif [[ -n $version ]]; then
    printf '%s\n' "$cache/$version/home"
  else
    for each in "$cache"/*/home; do [[ ! -d $each ]] || printf '%s\n' "$each"; done
  fi
}

# Runs a command for each server that runs; fails where there is none.
for_each_server() {
  local each any=1
  while IFS= read -r each; do
    if find_server "$each"; then
      any=0
      "$1" "$each"
    fi
  done < <(list_homes)
  return "$any"
}

stop_server() {
  local tenths=0
  printf 'Stopping Neo4j %s on port %s ' "$running_version" "$running_port" >&2
  kill "$pid" 2>/dev/null || true
  while find_server "$1"; do
    ((tenths < stop_seconds * 10)) ||
      fail 1 "… it did not end within $stop_seconds seconds; end it: kill -9 $pid"
    ((tenths % 10)) || printf . >&2
    sleep 0.1
    tenths=$((tenths + 1))
  done
  rm -f "$1/server"
  say ' stopped'
}

stop() { for_each_server stop_server || say "No Neo4j runs here; start one: scripts/neo4j.sh start"; }

print_server() {
  printf 'Neo4j %s runs on bolt://127.0.0.1:%s (process %s, folder %s)\n' "$running_version" "$running_port" "$pid" "$1"
}

status() { for_each_server print_server || fail 1 "No Neo4j runs here; start one: scripts/neo4j.sh start"; }

case ${1:-} in
  start | stop | status | fetch)
    command=$1
    shift
    read_arguments "$@"
    "$command" ;;
  -h | --help) help ;;
  '') fail 2 'Say start, stop, status or fetch; see scripts/neo4j.sh --help.' ;;
  *) fail 2 "There is no command \`$1\`; see scripts/neo4j.sh --help." ;;
esac
