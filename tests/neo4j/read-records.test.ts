import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { claimFrom, entityFrom, sourceFrom, type StoredValues } from '../../src/neo4j/read-records.ts'
import { nodeRecords, relationshipRecords } from '../../src/neo4j/records.ts'
import { graphOf, testSchema } from '../graphs/build.ts'
import { hostileGraph } from '../graphs/hostile.ts'
import { randomGraph } from '../graphs/random.ts'

/** What is read back of all that is written, each kind in its order. */
function readBack(graph: KnowledgeGraph): Pick<KnowledgeGraph, 'entities' | 'sources' | 'claims'> {
  const { schema } = graph
  const nodes = [...nodeRecords(graph, 'test')]
  const valuesUnder = (label: string): StoredValues[] =>
    nodes.filter((node) => node.label === label).map(({ properties }) => valuesOf(properties))
  const claims = [...relationshipRecords(graph, 'test')]
    .filter(({ kind }) => kind === 'claim')
    .map(({ from, to, properties }) => claimFrom(schema, from.id, to.id, valuesOf(properties)))
  return {
    entities: byId(valuesUnder('Entity').map((values) => entityFrom(schema, values))),
    sources: byId(valuesUnder('Source').map((values) => sourceFrom(schema, values))),
    claims: byId(claims),
  }
}

function valuesOf(properties: Readonly<Record<string, unknown>>): StoredValues {
  return new Map(Object.entries(properties))
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]))
}

function partsOf({ entities, sources, claims }: KnowledgeGraph): ReturnType<typeof readBack> {
  return { entities, sources, claims }
}

describe('what records hold', () => {
  it('reads back as it was, for any graph', () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        expect(readBack(graph)).toEqual(partsOf(graph))
      }),
    )
  })

  it('reads back as it was, for hostile texts everywhere and properties of each type', () => {
    expect(readBack(hostileGraph)).toEqual(partsOf(hostileGraph))
  })

  it('reads back in the order of the schema', () => {
    const share = { properties: { certified: true, share: 1, regarding: 'vote' } }
    const graph = graphOf([['C —declares winner→ M', '2024', { id: 'a', ...share }]])
    const [record] = relationshipRecords(graph, 'test')
    const claim = claimFrom(testSchema, 'C', 'M', valuesOf(record?.properties ?? {}))
    expect(Object.keys(claim.properties)).toEqual(['regarding', 'share', 'certified'])
  })

  it('cannot be read where somebody took away what everything has', () => {
    const values = new Map([['id', 'a']])
    expect(() => entityFrom(testSchema, values)).toThrow(
      '`a` in the database has lost its property `_type`; load the project again',
    )
    expect(() => claimFrom(testSchema, 'a', 'b', new Map())).toThrow(
      'something in the database has lost its property `relation`; load the project again',
    )
  })
})
