import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PropertyGraph } from '../../../src/cypher/property-graph.ts'
import { runQuery } from '../../../src/cypher/query.ts'
import type { CypherValue } from '../../../src/cypher/result.ts'
import { bruteForce, matchText, unlessTooMuch, type Environment, type Match } from './brute-force.ts'
import { chooserOf, randomGraph, randomQuery, randomTrailQuery, type RandomQuery } from './random-match.ts'

const numRuns = Number(process.env.PATTERN_RUNS ?? 500)

test('patterns match what trying everything finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (generate) => {
      const choose = chooserOf(generate)
      const [graph, query] = [randomGraph(choose), randomQuery(choose)]
      const names = [...query.kinds.keys()]
      const text = `${query.clauses.map(matchText).join(' ')} RETURN ${names.join(', ') || '1'}`
      const rows = expected(graph, query, names)
      expect(await rowsOf(graph, text), text).toEqual(rows)
    }),
    { numRuns },
  )
})

test('distinct ends are those of all matches', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (generate) => {
      const choose = chooserOf(generate)
      const random = choose.chance(50) ? randomQuery : randomTrailQuery
      const [graph, query] = [randomGraph(choose), random(choose)]
      const nodes = [...query.kinds].filter(([, kind]) => kind === 'node').map(([name]) => name)
      const names = choose.chance(70) || nodes.length === 0 ? nodes : [choose.oneOf(nodes)]
      const text = `${query.clauses.map(matchText).join(' ')} RETURN DISTINCT ${names.join(', ') || '1'}`
      const rows = new Set(expected(graph, query, names))
      expect(await rowsOf(graph, text), text).toEqual([...rows])
    }),
    { numRuns },
  )
})

/** The rows, each as text, sorted. */
async function rowsOf(graph: PropertyGraph, text: string): Promise<readonly string[]> {
  const { rows } = await runQuery(graph, text)
  return rows.map((row) => row.map(shown).join(' | ')).sort()
}

/** What trying everything finds; a case with too much to try is left out. */
function expected(...given: Parameters<typeof tried>): readonly string[] {
  const rows = unlessTooMuch(() => tried(...given))
  if (!rows) throw new fc.PreconditionFailure()
  return rows
}

function tried(graph: PropertyGraph, { clauses }: RandomQuery, names: readonly string[]): readonly string[] {
  let environments: Environment[] = [new Map()]
  for (const clause of clauses) {
    environments = environments.flatMap((environment) => bruteForce(graph, clause, environment))
    fc.pre(environments.length <= 2000)
  }
  return environments
    .map((environment) => names.map((name) => matchShown(environment.get(name) ?? null)).join(' | ') || '1')
    .sort()
}

function matchShown(match: Match): string {
  if (match === null) return 'null'
  if ('node' in match) return `node ${match.node}`
  if ('relationship' in match) return `relationship ${match.relationship}`
  if ('trail' in match) return `[${match.trail.map((id) => `relationship ${id}`).join()}]`
  const { nodes, relationships } = match
  return `<${nodes.join()}/${relationships.join()}>`
}

function shown(value: CypherValue): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return `[${(value as readonly CypherValue[]).map(shown).join()}]`
  if (typeof value !== 'object' || !('kind' in value)) return typeof value === 'bigint' ? `${value}` : '?'
  if (value.kind === 'node' || value.kind === 'relationship') return value.elementId
  if (value.kind !== 'path') return value.kind
  const numbers = (things: readonly { elementId: string }[]): string =>
    things.map(({ elementId }) => elementId.split(' ')[1]).join()
  return `<${numbers(value.nodes)}/${numbers(value.relationships)}>`
}
