/** What is written beside the tables for the importer of Neo4j: the script that runs it, and how to use that. */
import { defaultGraphName } from '../neo4j/marker.ts'
import { shellWord } from '../neo4j/shell-word.ts'
import type { TablePlan } from './neo4j-admin-tables.ts'

/** The length of rows, in characters, that the importer reads without being asked to. */
const usualBuffer = 4_194_304

/** A POSIX shell script that imports the tables into a database, from any current folder. */
export function importScript(plan: TablePlan, name: string): string {
  // Neo4j 2026 takes no path without a folder.
  const options = [
    '--overwrite-destination',
    '--multiline-fields=true',
    `--array-delimiter=${codePointName(plan.arrayDelimiter)}`,
    '--bad-tolerance=0',
    '--strict',
    ...(2 * plan.longestRow > usualBuffer ? [`--read-buffer-size=${4 * plan.longestRow}`] : []),
    ...plan.nodes.map(({ file }) => `--nodes=./${file}`),
    '--nodes=./graph.csv',
    ...plan.relationships.map(({ file }) => `--relationships=./${file}`),
    '"$@"',
  ]
  return `#!/bin/sh
# Makes a Neo4j database (5.26 or later) of the files beside this script.
#
#   sh import.sh [DATABASE [OPTION...]]
#
# Everything that DATABASE, by default neo4j, held before is replaced. The server must be stopped.
# NEO4J_ADMIN says where neo4j-admin is, if not on the PATH. OPTIONs go to it as they are.
set -eu
admin=\${NEO4J_ADMIN:-neo4j-admin}
case $admin in
  /*) ;;
  */*) admin=$PWD/$admin ;;
esac
database=\${1:-neo4j}
if [ $# -gt 0 ]; then shift; fi
CDPATH= cd -- "$(dirname -- "$0")"
"$admin" database import full "$database" \\
  ${options.join(' \\\n  ')}
printf '\\n%s\\n' ${shellWord(`Next: ${nextStep(name)}`)}
`
}

/** What to do once the importer is done. */
function nextStep(name: string): string {
  const option = name === defaultGraphName ? '' : ` --name ${shellWord(name)}`
  return `Start the server, and run in the folder of the project: stancegraph load${option}
It makes the constraints and indexes that questions need, and finds nothing else to change.`
}

/** What the files are and how to use them. */
export function readmeText({ nodes, relationships }: TablePlan, name: string): string {
  const files = [...nodes, ...relationships].map(({ file }) => file)
  return `A graph for Neo4j, written by stancegraph.

${[...files, 'graph.csv'].join(', ')}: the graph, for \`neo4j-admin database import full\`.
import.sh: the command that imports them. It works with Neo4j 5.26 and later.

1. Stop the server. The import makes a whole database: everything that the database held before is replaced.
2. Run \`sh import.sh\`, or \`sh import.sh DATABASE\` for another database than neo4j, as the user who runs the server.
   Where neo4j-admin is not on the PATH: \`NEO4J_ADMIN=/opt/neo4j/bin/neo4j-admin sh import.sh\`.
3. ${nextStep(name).replaceAll('\n', '\n   ')}

In Enterprise Edition, a database that is new has to be made known before step 3: \`CREATE DATABASE name\`.
`
}

function codePointName(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
