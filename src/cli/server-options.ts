/** The options that say which Neo4j server holds the graph, and with which commands and options they go. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import { isGraphName, longestGraphName } from '../stores/neo4j/graph-name.ts'
import { CommandFailure, exitCodes } from './exit-codes.ts'

/** Where the graph is on a server, as given on the command line. */
export interface ServerOptions {
  /** The address of the server. */
  readonly neo4j?: string
  /** The database of the server; by default the user's home database. */
  readonly database?: string
  /** The name of the graph in the database. */
  readonly name: string
}

/** Adds the options to a command. */
export function addServerOptions(command: Command, neo4j: string): Command {
  return command
    .option('--neo4j <url>', neo4j, named)
    .option('--database <name>', 'the database of the server (default: the home database of the user)', named)
    .option('--name <graph>', 'which graph in the database', graphName, 'stancegraph')
}

function named(value: string): string {
  if (value === '') throw new InvalidArgumentError('It is empty.')
  return value
}

/** The name of a graph from the command line. Throws a CommandFailure where it cannot be one. */
export function graphName(value: string): string {
  if (isGraphName(value) && !/\p{Cc}/u.test(value)) return value
  throw wrongUsage(
    `--name takes 1 to ${longestGraphName} characters, not all of them spaces and none of them a control character; choose another name.`,
  )
}

const places = ['project', 'schema', 'data', 'graph'] as const

/** Lets a command ask a server in place of files: with `--neo4j`, and then without the options that name files. */
export function allowServer(command: Command): Command {
  addServerOptions(command, 'ask a Neo4j server (bolt://… or neo4j://…) instead of a project')
  return command.hook('preAction', (called) => {
    const given = (option: string) => called.getOptionValueSource(option) === 'cli'
    if (given('neo4j')) {
      const place = places.find(given)
      if (place) throw wrongUsage(`--neo4j stands instead of --${place}; give one of them.`)
    } else {
      const option = ['database', 'name'].find(given)
      if (option) throw wrongUsage(`--${option} goes with --neo4j; give that too, or leave it out.`)
    }
  })
}

/** Makes a command say why it does not go with `--neo4j`. */
export function refuseServer(command: Command): void {
  // As an unknown option, it would be answered with a similar one.
  command.addOption(new Option('--neo4j <url>').hideHelp()).hook('preAction', (called) => {
    if (called.getOptionValueSource('neo4j') === undefined) return
    throw wrongUsage(`\`${called.name()}\` works on files, not on a server; leave --neo4j out.`)
  })
}

function wrongUsage(message: string): CommandFailure {
  return new CommandFailure(exitCodes.usage, message)
}
