/** Makes sure that a database has the constraints and indexes that a graph needs. */
import { setTimeout as wait } from 'node:timers/promises'
import {
  namesIndex,
  nodeRules,
  relationshipRule,
  relationshipTypeOf,
  type SchemaRule,
} from '../../../neo4j/constraints.ts'
import { escapeName } from '../../../neo4j/escape-name.ts'
import { DatabaseError } from '../database-error.ts'
import { change, read, type Link } from '../link.ts'
import { patiently } from '../patience.ts'
import { codeOf } from '../transient.ts'

/** How long to wait before looking at an index again; in milliseconds. */
const pollInterval = 500

/** The names of the constraints and indexes that a database has. */
export type RuleNames = ReadonlySet<string>

/** The names of all constraints and indexes. */
export async function readRuleNames(link: Link): Promise<RuleNames> {
  const constraints = await read(link, 'SHOW CONSTRAINTS YIELD name')
  // The index of a constraint that was never finished has the name of the constraint.
  const indexes = await read(link, "SHOW INDEXES YIELD name, type WHERE type = 'FULLTEXT' RETURN name")
  return new Set([...constraints, ...indexes].map((row) => row.get(0) as string))
}

/** The relationship types for which there are constraints of ours. */
export function typesWithRules(names: RuleNames): readonly string[] {
  return Array.from(names, relationshipTypeOf).filter((type) => type !== undefined)
}

/** Creates what is not there yet and waits until it can be used, however much there is to be looked through. */
export async function ensureRules(link: Link, types: Iterable<string>, present: RuleNames): Promise<void> {
  const rules = [...nodeRules, ...Array.from(types, relationshipRule)]
  const missing = rules.filter(({ name }) => !present.has(name))
  // Each in a transaction of its own: what is there is there, if something comes in the way of the next.
  for (const rule of missing) await patiently(link.patience, () => createRule(link, rule))
  await namesIndexReady(link)
}

/** How often to try where the index of an unfinished constraint is in the way. */
const mostTries = 20

async function createRule(link: Link, rule: SchemaRule, tries = 1): Promise<void> {
  try {
    await change(link, rule.statement)
  } catch (error) {
    if (/\.Schema\.Index(?:WithName)?AlreadyExists$/.test(codeOf(error) ?? '') && tries < mostTries) {
      await dropLeftover(link, rule.name)
      await wait(pollInterval)
      return createRule(link, rule, tries + 1)
    }
    if (/^Neo\.(?:Client|Database)Error\.Schema\./.test(codeOf(error) ?? '')) throw inTheWay(error as Error)
    throw error
  }
}

/** A server that was killed while it made a constraint keeps its index for good; after a cut connection it goes by itself. */
async function dropLeftover(link: Link, name: string): Promise<void> {
  const text = `
    SHOW INDEXES YIELD name, type, owningConstraint
    WHERE name = $name AND type = 'RANGE' AND owningConstraint IS NULL
    RETURN name`
  if ((await read(link, text, { name })).length === 0) return
  await change(link, `DROP INDEX ${escapeName(name)} IF EXISTS`).catch((error: unknown) => {
    if (!/\.Schema\.IndexDropFailed$/.test(codeOf(error) ?? '')) throw error
  })
}

/** The server says with other codes that a constraint is in the way and that what is there breaks the new one. */
function inTheWay(error: Error): DatabaseError {
  const reason = error.message.replace(/\s+/g, ' ').replace(/\.$/, '')
  const isBroken = codeOf(error) === 'Neo.DatabaseError.Schema.ConstraintCreationFailed'
  const next = isBroken
    ? 'two things have one `_graph` and `id`, as a copy has; remove one of them'
    : 'remove what stands in its way'
  return new DatabaseError(
    'cannot be stored',
    `the database does not take a constraint that keeps the ids of graphs unique (${reason}); ${next}, and load again.`,
    { cause: error },
  )
}

/** Each look is a success, so that patience does not end before the index is there. */
async function namesIndexReady(link: Link): Promise<void> {
  const text = 'SHOW INDEXES YIELD name, state WHERE name = $name RETURN state'
  for (;;) {
    const state = (await read(link, text, { name: namesIndex }))[0]?.get(0) as string | undefined
    if (state === 'ONLINE') return
    if (state === undefined) throw await otherIndex(link)
    if (state === 'FAILED') throw failedIndex(namesIndex)
    await wait(pollInterval)
  }
}

function failedIndex(index: string): DatabaseError {
  return new DatabaseError(
    'cannot be stored',
    `the database could not make the index \`${index}\`; ${dropping(index)}.`,
  )
}

/** The server makes no second index of the same kind on the same properties, and does not say so. */
async function otherIndex(link: Link): Promise<DatabaseError> {
  const text =
    "SHOW INDEXES YIELD name, type, labelsOrTypes, properties WHERE type = 'FULLTEXT' AND properties = ['_names'] " +
    "AND size(labelsOrTypes) = 2 AND all(label IN ['Entity', 'Claim'] WHERE label IN labelsOrTypes) RETURN name"
  const other = (await read(link, text))[0]?.get(0) as string | undefined
  if (other === undefined) return failedIndex(namesIndex)
  return new DatabaseError(
    'cannot be stored',
    `the database has the index \`${other}\` in the place of \`${namesIndex}\`; ${dropping(other)}.`,
  )
}

function dropping(index: string): string {
  return `run \`DROP INDEX ${escapeName(index)} IF EXISTS\` in it, and load again`
}
