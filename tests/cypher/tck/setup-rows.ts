/** Runs reading clauses and expressions of a setup on what there is so far, with the engine itself. */
import { runQuery } from '../../../src/cypher/query.ts'
import { isList, isMap } from '../../../src/cypher/result-json.ts'
import type { CypherParameter, CypherTemporal, CypherValue } from '../../../src/cypher/result.ts'
import {
  parseDate,
  parseDateTime,
  parseLocalDateTime,
  parseLocalTime,
  parseTime,
} from '../../../src/cypher/temporal/parse.ts'
import { parseDuration } from '../../../src/cypher/temporal/parse-duration.ts'
import type { TemporalValue, Value } from '../../../src/cypher/value.ts'
import { tokensOf } from './query-tokens.ts'
import {
  type SetupGraph,
  type SetupNode,
  type SetupRelationship,
  type Snapshot,
  snapshot,
} from './setup-graph.ts'

/** What a variable of a setup can be. */
export type SetupValue = Value | SetupNode | SetupRelationship

/** The variables of a setup by name. */
export type SetupRow = ReadonlyMap<string, SetupValue>

/** Names what the engine is given the rows by; no setup has such a name. */
const rowName = '` row`'

/** The rows that reading clauses make of given rows. */
export async function readRows(
  graph: SetupGraph,
  rows: readonly SetupRow[],
  clauses: string,
): Promise<readonly SetupRow[]> {
  const names = [...(rows[0]?.keys() ?? [])]
  const returned = await ask(graph, rows, names, `${clauses}\nRETURN *`)
  return returned.map((row) => new Map([...row].filter(([name]) => `\`${name}\`` !== rowName)))
}

/** The values of expressions in each of the rows. */
export async function evaluate(
  graph: SetupGraph,
  rows: readonly SetupRow[],
  expressions: readonly string[],
): Promise<readonly (readonly SetupValue[])[]> {
  if (expressions.length === 0) return rows.map(() => [])
  const mentioned = new Set(tokensOf(expressions.join(' \n')).map(({ text }) => text))
  const names = [...(rows[0]?.keys() ?? [])].filter((name) => mentioned.has(name))
  const items = expressions.map((expression, index) => `${expression} AS \` ${index}\``)
  return (await ask(graph, rows, names, `RETURN ${items.join(', ')}`)).map((row) => [...row.values()])
}

/** `names` are the variables that the clauses may use. */
async function ask(
  graph: SetupGraph,
  rows: readonly SetupRow[],
  names: readonly string[],
  clauses: string,
): Promise<readonly SetupRow[]> {
  if (rows.length === 0) return []
  const taken = snapshot(graph)
  const bindings = names.map((name) => bindingOf(name, rows[0]?.get(name) ?? null, graph))
  const query = [`UNWIND $rows AS ${rowName}`, ...bindings, clauses].join('\n')
  const given = rows.map((row) =>
    Object.fromEntries(names.map((name) => [name, parameterOf(row.get(name) ?? null, taken)])),
  )
  const result = await runQuery(taken.graph, query, { parameters: { rows: given } })
  return result.rows.map(
    (values) =>
      new Map(result.columns.map((name, index) => [name, setupValue(values[index] ?? null, taken)])),
  )
}

/** The clause that makes a variable again. Its kind is that of its value in the first row. */
function bindingOf(name: string, value: SetupValue, { nodes, relationships }: SetupGraph): string {
  const condition = `WHERE elementId(\`${name}\`) = ${rowName}.\`${name}\``
  if (nodes.has(value as SetupNode)) return `OPTIONAL MATCH (\`${name}\`) ${condition}`
  const isRelationship = relationships.has(value as SetupRelationship)
  return isRelationship
    ? `OPTIONAL MATCH ()-[\`${name}\`]->() ${condition}`
    : `WITH *, ${rowName}.\`${name}\` AS \`${name}\``
}

/** Nodes and relationships are given by their element ids; those that have been deleted are null. */
function parameterOf(value: SetupValue, { elementIds }: Snapshot): CypherParameter {
  if (typeof value !== 'object' || value === null) return value
  return elementIds.get(value) ?? null
}

function setupValue(value: CypherValue, { byElementId }: Snapshot): SetupValue {
  if (typeof value !== 'object' || value === null || isList(value) || isMap(value)) return storedValue(value)
  const entity = 'elementId' in value ? byElementId.get(value.elementId) : undefined
  return entity ?? storedValue(value)
}

/** The value that the engine computes with. */
function storedValue(value: CypherValue): Value {
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map(storedValue)
  if (isMap(value)) return new Map([...value].map(([key, item]) => [key, storedValue(item)]))
  if ('text' in value) return readTemporal[value.kind](value.text)
  throw new Error(`a setup holds a ${value.kind} where only a plain value can be`)
}

const readTemporal: Readonly<Record<CypherTemporal['kind'], (text: string) => TemporalValue>> = {
  date: parseDate,
  time: parseTime,
  'local time': parseLocalTime,
  datetime: parseDateTime,
  'local datetime': parseLocalDateTime,
  duration: parseDuration,
}
