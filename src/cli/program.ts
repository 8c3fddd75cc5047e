/** The command line: which commands there are, their options and help. Each command is loaded when it is run. */
import { Command, CommanderError, InvalidArgumentError, type OutputConfiguration } from 'commander'
import type { CheckCommandOptions } from './commands/check.ts'
import type { ContradictionsCommandOptions } from './commands/contradictions.ts'
import type { ExportCommandOptions } from './commands/export.ts'
import type { LoadCommandOptions } from './commands/load.ts'
import type { PathsCommandOptions } from './commands/paths.ts'
import type { QueryCommandOptions } from './commands/query.ts'
import type { RelationsCommandOptions } from './commands/relations.ts'
import type { SchemaCommandOptions } from './commands/schema.ts'
import type { StanceCommandOptions } from './commands/stance.ts'
import type { StancesCommandOptions } from './commands/stances.ts'
import type { TimelineCommandOptions } from './commands/timeline.ts'
import { visible } from '../diagnostics/visible.ts'
import { CommandFailure, exitCodes } from './exit-codes.ts'
import { addServerOptions, allowServer, graphName, refuseServer } from './server-options.ts'
import { readVersion } from './version.ts'

/** Runs a command line and returns its exit code. Never rejects. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(args, { from: 'user' })
    return exitCodes.fine
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage
    if (error instanceof CommandFailure) {
      if (error.message !== '') process.stderr.write(`stancegraph: ${visible(error.message)}\n`)
      return error.exitCode
    }
    return explainFailure(error)
  }
}

/** Errors with a name of ours are worded for users; all others are bugs. */
function explainFailure(error: unknown): number {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  if (usageErrors.has(name)) {
    process.stderr.write(`stancegraph: ${visible(message)}\n`)
    return exitCodes.usage
  }
  if (environmentErrors.has(name)) {
    process.stderr.write(`stancegraph: ${visible(message)}\n`)
    return exitCodes.environment
  }
  process.stderr.write(`stancegraph: this is a bug in stancegraph, please report it.\n${stack ?? message}\n`)
  return exitCodes.environment
}

const usageErrors: ReadonlySet<string> = new Set([
  'UnknownNameError',
  'AmbiguousNameError',
  'UnknownRelationError',
  'InvalidDayError',
  'InvalidHopsError',
])

const environmentErrors: ReadonlySet<string> = new Set(['ProjectError', 'ExportError', 'DatabaseError'])

function createProgram(): Command {
  const program = new Command('stancegraph')
    .description(
      'Checks claims read out of news, and answers who takes which stance on whom, as of when, on what evidence.',
    )
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .showSuggestionAfterError()
    .showHelpAfterError('(see --help)')
    .exitOverride()
    .configureOutput(output)
    .addHelpText(
      'after',
      examples(['stancegraph check', 'stancegraph stance "United States" González --as-of 2024-08-02']),
    )
  addCheck(program)
  addStance(program)
  addStances(program)
  addTimeline(program)
  addRelations(program)
  addPaths(program)
  addContradictions(program)
  addQuery(program)
  addLoad(program)
  addExport(program)
  addSchema(program)
  addInit(program)
  program.commands.filter((command) => filesOnly.has(command.name())).forEach(refuseServer)
  return program
}

const filesOnly: ReadonlySet<string> = new Set(['check', 'export', 'schema', 'init'])

const output: OutputConfiguration = {
  outputError: (text, write) => write(text.replace(/^error: /, 'stancegraph: ')),
}

function examples(lines: readonly string[]): string {
  return `\n${lines.length === 1 ? 'Example' : 'Examples'}:\n${lines.map((line) => `  $ ${line}\n`).join('')}`
}

/** A command that works on a project. */
function projectCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--project <dir>', 'the folder of the project', '.')
    .option('--schema <path>', 'the graph schema: a file or folder (default: graph-schema in the project)')
    .option(
      '--data <path>',
      'claims: a file or folder; may be repeated (default: data in the project)',
      collect,
    )
    .option('--graph <file>', 'an exported graph (.jsonl) instead of a project')
}

/** A command that asks a question of a project, or of a server. */
function questionCommand(program: Command, name: string, description: string): Command {
  return allowServer(projectCommand(program, name, description))
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, filled(value)]
}

function filled(value: string): string {
  if (value === '') throw new InvalidArgumentError('It is empty.')
  return value
}

function addCheck(program: Command): void {
  projectCommand(
    program,
    'check',
    'check the claims against the graph schema and the quotes against their texts',
  )
    .option('--format <format>', 'text, json, github or sarif', 'text')
    .option('--max-warnings <n>', 'exit with 1 if there are more warnings than this')
    .addHelpText(
      'after',
      examples([
        'stancegraph check',
        'stancegraph check --format json',
        'stancegraph check --data drafts/wire.yaml',
      ]),
    )
    .action(async (options: CheckCommandOptions) => {
      const { check } = await import('./commands/check.ts')
      await check(options)
    })
}

function addStance(program: Command): void {
  questionCommand(
    program,
    'stance',
    'which stance a holder takes on a target, as of a day, and on what evidence',
  )
    .argument('<holder>', 'who takes the stance: a handle, name or alias; accents and case do not matter')
    .argument('<target>', 'on whom or what: likewise, or the id of a claim')
    .option(
      '--as-of <day>',
      'the day on which is asked: what was done later does not exist yet (default: today, UTC)',
    )
    .option('--no-roll-up', 'count only what the holder itself said, not those who speak for it')
    .option('--relation <name>', 'count only claims of this relation; may be repeated', collect)
    .option('--about', 'add the stances on claims about the target')
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      examples([
        'stancegraph stance "United States" González --as-of 2024-08-02',
        'stancegraph stance usa gonzalez --relation recognizes --json',
      ]),
    )
    .action(async (holder: string, target: string, options: StanceCommandOptions) => {
      const { stance } = await import('./commands/stance.ts')
      await stance(holder, target, options)
    })
}

function addStances(program: Command): void {
  questionCommand(program, 'stances', 'who takes which stance on a target, as of a day: the camps')
    .argument('<target>', 'on whom or what: a handle, name, alias or claim; accents and case do not matter')
    .option(
      '--as-of <day>',
      'the day on which is asked: what was done later does not exist yet (default: today, UTC)',
    )
    .option('--no-roll-up', 'count only what each itself said, not those who speak for it')
    .option('--relation <name>', 'count only claims of this relation; may be repeated', collect)
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      examples([
        'stancegraph stances "CNE result" --as-of 2024-08-02',
        'stancegraph stances maduro --relation congratulates --json',
      ]),
    )
    .action(async (target: string, options: StancesCommandOptions) => {
      const { stances } = await import('./commands/stances.ts')
      await stances(target, options)
    })
}

function addTimeline(program: Command): void {
  questionCommand(program, 'timeline', 'how the stance of a holder on a target has changed, a line a change')
    .argument('<holder>', 'who takes the stance: a handle, name or alias; accents and case do not matter')
    .argument('<target>', 'on whom or what: likewise, or the id of a claim')
    .option('--no-roll-up', 'count only what the holder itself said, not those who speak for it')
    .option('--relation <name>', 'count only claims of this relation; may be repeated', collect)
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', examples(['stancegraph timeline "United States" "CNE result"']))
    .action(async (holder: string, target: string, options: TimelineCommandOptions) => {
      const { timeline } = await import('./commands/timeline.ts')
      await timeline(holder, target, options)
    })
}

function addRelations(program: Command): void {
  questionCommand(program, 'relations', 'all claims around an entity, or between two, in both directions')
    .argument('<a>', 'an entity: a handle, name or alias; accents and case do not matter')
    .argument('[b]', 'another one')
    .option('--as-of <day>', 'leave out what was done after this day')
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      examples(['stancegraph relations Blinken', 'stancegraph relations blinken maduro --json']),
    )
    .action(async (a: string, b: string | undefined, options: RelationsCommandOptions) => {
      const { relations } = await import('./commands/relations.ts')
      await relations(a, b, options)
    })
}

function addPaths(program: Command): void {
  questionCommand(program, 'paths', 'by which claims two entities are connected, shortest ways first')
    .argument('<a>', 'an entity or claim: a handle, name, alias or id; accents and case do not matter')
    .argument('<b>', 'another one')
    .option('--max-hops <n>', 'how many steps a path has at most', '3')
    .option('--as-of <day>', 'leave out what was done after this day')
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      examples(['stancegraph paths Russia Chile', 'stancegraph paths gil blinken --max-hops 2']),
    )
    .action(async (a: string, b: string, options: PathsCommandOptions) => {
      const { paths } = await import('./commands/paths.ts')
      await paths(a, b, options)
    })
}

function addContradictions(program: Command): void {
  questionCommand(program, 'contradictions', 'which claims contradict each other, with both sides')
    .option(
      '--as-of <day>',
      'the day on which is asked: what was done later does not exist yet (default: today, UTC)',
    )
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', examples(['stancegraph contradictions --as-of 2024-12-31']))
    .action(async (options: ContradictionsCommandOptions) => {
      const { contradictions } = await import('./commands/contradictions.ts')
      await contradictions(options)
    })
}

function addQuery(program: Command): void {
  questionCommand(program, 'query', 'answer a Cypher query that reads')
    .argument('[text]', 'the query; without it, or for -, standard input')
    .option('--file <path>', 'the file with the query; - for standard input', filled)
    .option(
      '--param <name=value>',
      'what $name stands for: a literal of Cypher, or else text; may be repeated',
      collect,
    )
    .option(
      '--timeout <seconds>',
      'how long the query may take at most (default: 60; on a server, what its settings say)',
      seconds,
    )
    .option('--json', 'print the result as JSON: {"columns": […], "rows": [[…], …]}')
    .option('--csv', 'print the result as CSV, with lists, maps and nodes as JSON')
    .option('--spreadsheet-safe', 'with --csv: for Excel and the like, no text of it runs as a formula')
    .addHelpText(
      'after',
      examples([
        "stancegraph query 'MATCH (a)-[r:RECOGNIZES]->(b) RETURN a.name, b.name, r.date ORDER BY r.date'",
        "stancegraph query 'MATCH (a {id: $who})-[r]->() RETURN type(r), count(*)' --param who=Blinken",
        'stancegraph query --file camps.cypher --csv > camps.csv',
      ]),
    )
    .action(async (text: string | undefined, options: QueryCommandOptions) => {
      const { query } = await import('./commands/query.ts')
      await query(text, options)
    })
}

const secondsInMonth = 31 * 24 * 60 * 60

function seconds(value: string): number {
  const number = Number(value)
  if (number > 0 && number <= secondsInMonth) return number
  throw new InvalidArgumentError('It must be a number of seconds above 0, and no more than a month.')
}

function addLoad(program: Command): void {
  const command = projectCommand(program, 'load', 'bring a graph in Neo4j into the state of the project')
  addServerOptions(command, 'the server: bolt://… or neo4j://… (default: NEO4J_URI)')
    .option('--replace', 'load over the graph of another project')
    .option('--remove', 'with --data: also remove what these files do not have')
    .option('--dry-run', 'print what a load would do, and write nothing')
    .option('--json', 'print what was done as JSON')
    .addHelpText(
      'after',
      `\nThe user is NEO4J_USERNAME (default: neo4j), the password NEO4J_PASSWORD; without that, it is asked for.\n${examples(
        [
          'stancegraph load --neo4j bolt://localhost:7687',
          'stancegraph load --data drafts/wire.yaml --dry-run',
        ],
      )}`,
    )
    .action(async (options: LoadCommandOptions) => {
      const { load } = await import('./commands/load.ts')
      await load(options)
    })
}

function addSchema(program: Command): void {
  projectCommand(program, 'schema', 'print the graph schema as a page, or as a JSON Schema for editors')
    .option('--format <format>', 'markdown or json-schema', 'markdown')
    .addHelpText(
      'after',
      examples([
        'stancegraph schema > schema.md',
        'stancegraph schema --format json-schema > claims.schema.json',
      ]),
    )
    .action(async (options: SchemaCommandOptions) => {
      const { schema } = await import('./commands/schema.ts')
      await schema(options)
    })
}

function addInit(program: Command): void {
  program
    .command('init')
    .description('write a starter project: graph schema, one data file, a README, a JSON Schema for editors')
    .argument('[folder]', 'where to write it', '.')
    .addHelpText('after', examples(['stancegraph init my-project']))
    .action(async (folder: string) => {
      const { init } = await import('./commands/init.ts')
      await init(folder)
    })
}

function addExport(program: Command): void {
  projectCommand(program, 'export', 'write the graph in a format of other programs')
    .argument(
      '<format>',
      'gexf (for Gephi), graphml, csv (two tables), jsonl, cypher (a script for Neo4j) or neo4j-admin (files for its importer)',
    )
    .argument('<file>', 'where to write it; - for standard output; for csv and neo4j-admin, a folder')
    .option('--spreadsheet-safe', 'csv for Excel and the like: no text of it runs as a formula')
    .option(
      '--name <graph>',
      'cypher, neo4j-admin: what the graph is called there (default: stancegraph)',
      graphName,
    )
    .addHelpText(
      'after',
      examples([
        'stancegraph export gexf graph.gexf',
        'stancegraph export graphml - | gzip > graph.graphml.gz',
        'stancegraph export csv tables --spreadsheet-safe',
        'stancegraph export neo4j-admin import && sh import/import.sh',
        'stancegraph export cypher - | cypher-shell',
      ]),
    )
    .action(async (format: string, file: string, options: ExportCommandOptions) => {
      const { exportGraph } = await import('./commands/export.ts')
      await exportGraph(format, file, options)
    })
}
