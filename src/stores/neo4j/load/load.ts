/** Loads a graph into Neo4j: compares it with what is there, and writes only what differs. */
import type { Driver } from 'neo4j-driver'
import type { KnowledgeGraph } from '../../../graph/knowledge-graph.ts'
import { defaultGraphName } from '../../../neo4j/marker.ts'
import { typesOf } from '../../../neo4j/relationship-types.ts'
import { DatabaseError } from '../database-error.ts'
import { explain } from '../explain.ts'
import { beginWriting } from './commit.ts'
import { find, typesBefore, writeFound, type Found, type Job } from './job.ts'
import { readKept } from './kept.ts'
import { readMarker, takeToken, type MarkerState } from './marker.ts'
import { checkStorable } from './preflight.ts'
import { checkSameProject } from './project.ts'
import type { LoadReport } from './report.ts'
import { ensureRules, readRuleNames, typesWithRules } from './rules.ts'
import { checkEnded, subjectOf } from './unfinished.ts'
import { linkTo, type Link } from '../link.ts'
import { codeOf, isConflict } from '../transient.ts'

export type { LoadReport }

/** How a graph is loaded. */
export interface LoadOptions {
  /** Default: the user's default database. */
  readonly database?: string
  /** What the graph is called in the database. Default: `stancegraph`. */
  readonly name?: string
  /** Only says what would change: nothing at all is written. */
  readonly dryRun?: boolean
  /** Also where the graph in the database has no source in common with the new one. */
  readonly replace?: boolean
  /** Removes nothing: for a graph that is a part of the one in the database. */
  readonly keepMissing?: boolean
  /** Told after each transaction how many of all nodes and relationships to write are written. */
  readonly onProgress?: (done: number, total: number) => void
  /** Stops the load before its next transaction; it can be gone on with by loading again. */
  readonly signal?: AbortSignal
  /**
   * How long to try again where nothing succeeds, as when the server restarts; in milliseconds. Default: two minutes; at
   * least one second.
   */
  readonly patience?: number
  /** How many nodes and relationships one transaction writes at most. Default: 5,000. */
  readonly batchSize?: number
  /** The address of the server, for messages. */
  readonly url?: string
}

/** How often to compare again where others change what is being loaded. */
const mostComparisons = 5

/** What load-into-neo4j.ts says, which loads this file when it is called. */
export async function loadIntoNeo4j(
  driver: Driver,
  graph: KnowledgeGraph,
  options: LoadOptions = {},
): Promise<LoadReport> {
  const { database, url, name = defaultGraphName, patience = 120_000 } = options
  checkNumbers(options)
  checkStorable(graph, name)
  const link = linkTo(driver, database, Math.min(Math.max(patience, 1000), 2 ** 30), options.signal)
  try {
    return await load(link, graph, name, options)
  } catch (error) {
    throw explain(error, { ...(url !== undefined && { url }), ...(database !== undefined && { database }) })
  }
}

function checkNumbers({ batchSize = 1, patience = 0 }: LoadOptions): void {
  if (!Number.isSafeInteger(batchSize) || batchSize < 1) {
    throw new RangeError(`batchSize must be a whole number of at least 1, not ${batchSize}`)
  }
  if (!(patience >= 0)) throw new RangeError(`patience must be at least 0 milliseconds, not ${patience}`)
}

async function load(
  link: Link,
  graph: KnowledgeGraph,
  name: string,
  options: LoadOptions,
): Promise<LoadReport> {
  const { dryRun = false, keepMissing = false } = options
  const rules = await readRuleNames(link)
  const subject = await subjectOf(graph, name, keepMissing)
  const job: Job = { link, graph, name, keepMissing, typesThere: typesWithRules(rules), subject }
  const before = await readMarker(link, name)
  await checkMayBegin(job, before, options)
  if (dryRun) {
    const found = await find(job, before)
    return { ...found.report, kept: await readKept(link, name, found.leaving) }
  }
  // What leaves the graph is found by its constraint, too.
  await ensureRules(link, new Set([...typesOf(graph), ...typesBefore(before, [])]), rules)
  return await synchronize(job, options)
}

async function checkMayBegin(job: Job, state: MarkerState, { replace = false }: LoadOptions): Promise<void> {
  const { link, graph, name, keepMissing, subject } = job
  checkEnded(name, state, subject)
  if (!replace) await checkSameProject(link, graph, name, keepMissing)
}

/** Compares and writes, both again where somebody has changed in between what is being loaded. */
async function synchronize(job: Job, options: LoadOptions): Promise<LoadReport> {
  const { link, name } = job
  const { token, state } = await takeToken(link, name)
  // Another load may have ended since.
  await checkMayBegin(job, state, options)
  const progress = progressOf(options)
  const writing = beginWriting({ link, name, token, onWritten: progress.add }, options.batchSize ?? 5000)
  let report: Found['report'] | undefined
  for (let comparisons = 1; ; comparisons += 1) {
    const found = await find(job, state)
    report ??= found.report
    try {
      await writeFound(job, writing, state, found, progress.start)
      return { ...report, kept: await readKept(link, name, found.leaving) }
    } catch (error) {
      if (!isConflict(error)) throw error
      if (comparisons >= mostComparisons) throw refusedByRule(error) ?? changedMeanwhile(name, error)
      writing.disturbed = true
    }
  }
}

/** Undefined unless a constraint that is not ours refuses things of the graph, however often they are compared. */
function refusedByRule(error: unknown): DatabaseError | undefined {
  if (!(error instanceof Error) || !codeOf(error)?.endsWith('.ConstraintValidationFailed')) return undefined
  const said = error.message.trim().replace(/\s+/g, ' ').replace(/\.$/, '')
  // Our own ones, and what hangs on nodes that are to go, only come in the way of what others write.
  if (/`_graph`|still has relationships/.test(said)) return undefined
  return new DatabaseError(
    'cannot be stored',
    `a rule of the database refuses what the files say: ${said}; remove that rule, or load into another database (--database).`,
    { cause: error },
  )
}

function changedMeanwhile(name: string, cause: unknown): DatabaseError {
  return new DatabaseError(
    'graph changed',
    `something else changes the graph \`${name}\` while it is loaded; stop that, and load again.`,
    { cause },
  )
}

interface Progress {
  /** Begins to count anew. */
  readonly start: (total: number) => void
  readonly add: (rows: number) => void
}

function progressOf({ onProgress }: LoadOptions): Progress {
  let [done, all] = [0, 0]
  return {
    start: (total) => {
      ;[done, all] = [0, total]
      if (total > 0) onProgress?.(done, all)
    },
    add: (rows) => {
      done += rows
      if (rows > 0) onProgress?.(done, all)
    },
  }
}
