import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PropertyGraph } from '../../../src/cypher/property-graph.ts'
import { runQuery } from '../../../src/cypher/query.ts'
import type { CypherValue } from '../../../src/cypher/result.ts'
import { matchPaths, unlessTooMuch, type Environment, type TriedRelationship } from './brute-force.ts'
import { chooserOf, randomGraph, type Chooser } from './random-match.ts'

/** A condition in Cypher, and as a test of a trail by its relationships and nodes. */
interface PathCondition {
  readonly text: string
  readonly test: (relationships: readonly number[], nodes: readonly number[], graph: PropertyGraph) => boolean
}

const conditions: readonly PathCondition[] = [
  { text: '', test: () => true },
  { text: ' AND length(p) > 1', test: (relationships) => relationships.length > 1 },
  {
    text: ' AND all(r IN relationships(p) WHERE r.w = 1)',
    test: (relationships, _, graph) =>
      relationships.every((id) => graph.relationshipProperty(id, 'w') === 1n),
  },
  {
    text: " AND none(n IN nodes(p) WHERE n:A) AND any(r IN relationships(p) WHERE type(r) = 'S')",
    test: (relationships, nodes, graph) =>
      !nodes.some((node) => graph.hasLabel(node, 'A')) &&
      relationships.some((id) => graph.typeOf(id) === 'S'),
  },
  {
    text: ' AND all(n IN nodes(p) WHERE n:A OR n:B) AND length(p) <> 2',
    test: (relationships, nodes, graph) =>
      nodes.every((node) => graph.labelsOf(node).length > 0) && relationships.length !== 2,
  },
]

const lengths = [
  { text: '*', minimum: 1, maximum: 99 },
  { text: '*0..', minimum: 0, maximum: 99 },
  { text: '*..2', minimum: 1, maximum: 2 },
  { text: '*..3', minimum: 1, maximum: 3 },
]

function relationshipOf(choose: Chooser): TriedRelationship {
  return {
    variable: undefined,
    type: choose.chance(30) ? { text: 'R', test: (type) => type === 'R' } : undefined,
    direction: choose.oneOf(['right', 'left', 'both']),
    length: choose.oneOf(lengths),
    properties: choose.chance(10) ? { w: 1n } : {},
  }
}

function patternText({ type, direction, length, properties }: TriedRelationship): string {
  const inside = `${type ? `:${type.text}` : ''}${length?.text ?? ''}${'w' in properties ? ' {w: 1}' : ''}`
  return `(a)${direction === 'left' ? '<' : ''}-[${inside}]-${direction === 'right' ? '>' : ''}(b)`
}

/** Lists of relationship numbers, by the pair of nodes. */
function shortestByPair(
  graph: PropertyGraph,
  pattern: TriedRelationship,
  condition: PathCondition,
): Map<string, string[]> {
  const bare = { label: undefined, properties: {} }
  const nodes = [
    { ...bare, variable: 'a' },
    { ...bare, variable: 'b' },
  ]
  const found = matchPaths(graph, [{ variable: 'p', nodes, relationships: [pattern] }], new Map())
  const byPair = new Map<string, string[]>()
  for (const trail of found.map(trailOf).sort((one, other) => one.length - other.length)) {
    const { pair, nodes: along, relationships } = trail
    if (!condition.test(relationships, along, graph)) continue
    const known = byPair.get(pair) ?? []
    if (known.length > 0 && known[0]?.split(',').length !== String(relationships).split(',').length) continue
    if (known[0] === '' && relationships.length > 0) continue
    byPair.set(pair, [...known, String(relationships)])
  }
  return byPair
}

function trailOf(environment: Environment): {
  readonly pair: string
  readonly nodes: readonly number[]
  readonly relationships: readonly number[]
  readonly length: number
} {
  const path = environment.get('p')
  if (!path || !('nodes' in path)) throw new Error('There is no path.')
  const { nodes, relationships } = path
  return { pair: `${nodes[0]}-${nodes.at(-1)}`, nodes, relationships, length: relationships.length }
}

test('shortest paths are the shortest of all trails that satisfy the conditions', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (generate) => {
      const choose = chooserOf(generate)
      const [graph, pattern, condition] = [
        randomGraph(choose),
        relationshipOf(choose),
        choose.oneOf(conditions),
      ]
      const expected = unlessTooMuch(() => shortestByPair(graph, pattern, condition))
      if (!expected) throw new fc.PreconditionFailure()
      const ends = pattern.length?.minimum === 0 ? 'true' : 'a <> b'
      const end = `WHERE ${ends}${condition.text} RETURN a, b, p`
      const text = `MATCH p = allShortestPaths(${patternText(pattern)}) ${end}`
      const all = await pathsByPair(graph, text)
      const wanted = [...expected].filter(([pair]) => ends === 'true' || !isLoop(pair))
      expect(sorted(all), text).toEqual(sorted(new Map(wanted)))
      const one = await pathsByPair(graph, text.replace('allShortestPaths', 'shortestPath'))
      expect([...one.keys()].sort()).toEqual(wanted.map(([pair]) => pair).sort())
      for (const [pair, paths] of one) {
        expect(paths).toHaveLength(1)
        expect(expected.get(pair)).toContain(paths[0])
      }
    }),
    { numRuns: Number(process.env.PATTERN_RUNS ?? 150) },
  )
})

function isLoop(pair: string): boolean {
  const [start, end] = pair.split('-')
  return start === end
}

function sorted(
  paths: ReadonlyMap<string, readonly string[]>,
): readonly (readonly [string, readonly string[]])[] {
  return [...paths]
    .map(([pair, list]) => [pair, [...list].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

async function pathsByPair(graph: PropertyGraph, text: string): Promise<Map<string, string[]>> {
  const { rows } = await runQuery(graph, text)
  const byPair = new Map<string, string[]>()
  for (const [a, b, path] of rows) {
    const pair = `${numberOf(a)}-${numberOf(b)}`
    byPair.set(pair, [...(byPair.get(pair) ?? []), relationshipsOf(path)])
  }
  return byPair
}

function numberOf(value: CypherValue | undefined): string {
  if (!value || typeof value !== 'object' || !('elementId' in value)) throw new Error('That is no node.')
  return value.elementId.split(' ')[1] ?? ''
}

function relationshipsOf(value: CypherValue | undefined): string {
  if (!value || typeof value !== 'object' || !('relationships' in value)) throw new Error('That is no path.')
  return value.relationships.map(({ elementId }) => elementId.split(' ')[1]).join()
}
