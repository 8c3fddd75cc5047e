import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { claim, entity, graphOf, source } from '../../exports/example-graph.ts'
import { inGraph } from './in-graph.ts'
import { compareStored, noMismatch } from './stored-graph.ts'

/** Few ids, so that two graphs have many in common, and what is an entity here is a source or a claim there. */
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', '__proto__', 'Ñ']

const text = fc.constantFrom('', 'x', '}) //', 'é\r\n')
const number = fc.constantFrom(0, 1, 51, 51.5)

const anEntity = fc.record({
  kind: fc.constant('entity' as const),
  type: fc.constantFrom('Entity', 'Person', 'Country'),
  more: fc.record({ aliases: fc.array(text, { maxLength: 1 }) }),
})
const anElection = fc.record({
  kind: fc.constant('entity' as const),
  type: fc.constant('Election'),
  more: fc.record({ properties: fc.record({ turnout: number, open: fc.boolean() }, { requiredKeys: [] }) }),
})
const aSource = fc.record({ kind: fc.constant('source' as const), title: text })
const aClaim = fc.record({
  kind: fc.constant('claim' as const),
  relation: fc.constantFrom('recognizes', 'sells', 'disputes', 'undeclared'),
  places: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  more: fc.record({ quotes: fc.array(fc.record({ exact: text }), { maxLength: 2 }) }),
})
const aResult = fc.record({
  kind: fc.constant('claim' as const),
  relation: fc.constant('declares winner'),
  places: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  more: fc.record({
    earliest: fc.constantFrom('2024-01-01', '0000-02-29'),
    properties: fc.record(
      {
        share: number,
        votes: fc.nat(9),
        final: fc.boolean(),
        rounds: fc.array(number),
        regions: fc.array(text),
      },
      { requiredKeys: [] },
    ),
  }),
})
const thing = fc.oneof(anEntity, anElection, aSource, aClaim, aResult)

/** `a` is always an entity and `wire` a source, so that every claim has ends. */
const randomGraph: fc.Arbitrary<KnowledgeGraph> = fc
  .tuple(fc.subarray(ids.slice(1)), fc.array(thing, { minLength: 9, maxLength: 9 }))
  .map(([some, things]) => {
    const drafts = some.map((id, index) => ({ id, ...(things[index] as (typeof things)[number]) }))
    const of = <K extends (typeof drafts)[number]['kind']>(kind: K) =>
      drafts.filter((draft): draft is Extract<typeof draft, { kind: K }> => draft.kind === kind)
    const sources = [source('wire'), ...of('source').map(({ id, title }) => source(id, { title }))]
    const entities = [entity('a'), ...of('entity').map(({ id, type, more }) => entity(id, type, more))]
    const ends = [...entities, ...of('claim')].map(({ id }) => id)
    const pick = (from: readonly string[], at: number): string => from[at % from.length] ?? 'a'
    const claims = of('claim').map(({ id, relation, places: [from, to, where], more }) => {
      const reported = pick(
        sources.map((one) => one.id),
        where,
      )
      return claim(id, pick(ends, from), relation, pick(ends, to), { ...more, source: reported })
    })
    return graphOf({ entities, sources, claims })
  })

describeOnServers('a load over any other graph', (server) => {
  it('leaves exactly the new one', () =>
    inGraph(server, async ({ load, driver, name }) => {
      await fc.assert(
        fc.asyncProperty(randomGraph, fc.constantFrom(1, 3, 5000), async (graph, batchSize) => {
          const announced = await load(graph, { dryRun: true })
          expect(await load(graph, { batchSize })).toEqual(announced)
          expect(await compareStored(driver, graph, name)).toEqual(noMismatch)
        }),
        { numRuns: 25 },
      )
    }))
})
