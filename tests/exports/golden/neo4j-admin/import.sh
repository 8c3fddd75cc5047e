#!/bin/sh
# Makes a Neo4j database (5.26 or later) of the files beside this script.
#
#   sh import.sh [DATABASE [OPTION...]]
#
# Everything that DATABASE, by default neo4j, held before is replaced. The server must be stopped.
# NEO4J_ADMIN says where neo4j-admin is, if not on the PATH. OPTIONs go to it as they are.
set -eu
admin=${NEO4J_ADMIN:-neo4j-admin}
case $admin in
  /*) ;;
  */*) admin=$PWD/$admin ;;
esac
database=${1:-neo4j}
if [ $# -gt 0 ]; then shift; fi
CDPATH= cd -- "$(dirname -- "$0")"
"$admin" database import full "$database" \
  --overwrite-destination \
  --multiline-fields=true \
  --array-delimiter=U+001F \
  --bad-tolerance=0 \
  --strict \
  --nodes=./nodes.csv \
  --nodes=./graph.csv \
  --relationships=./relationships.csv \
  --relationships=./relationships-2.csv \
  "$@"
printf '\n%s\n' 'Next: Start the server, and run in the folder of the project: stancegraph load
It makes the constraints and indexes that questions need, and finds nothing else to change.'
