import { describe, expect, it } from 'vitest'
import { halved, sizeOf, type Step } from '../../../src/stores/neo4j/load/batches.ts'
import { allNames, extended, schemaOfMarker } from '../../../src/stores/neo4j/load/lineage.ts'
import type { Relation } from '../../../src/graph/schema.ts'
import { exampleSchema } from '../../exports/example-graph.ts'
import { schemaToJson } from '../../../src/graph/schema-json.ts'
import { ownNodeProperties, ownRelationshipProperties } from '../../../src/neo4j/own-properties.ts'

function step(text: string, ...rows: number[]): Step {
  return { texts: [text], rows: rows.map((row) => [row]), counted: true, weight: rows.length }
}

describe('a batch that is too large', () => {
  it('is halved without changing the order', () => {
    const batch = [step('a', 1, 2, 3), step('b', 4), step('c', 5, 6)]
    const [first = [], second = []] = halved(batch) ?? []
    const rowsOf = (steps: readonly Step[]) => steps.map(({ texts, rows }) => [...texts, ...rows.flat()])
    expect(rowsOf(first)).toEqual([['a', 1, 2, 3]])
    expect(rowsOf(second)).toEqual([
      ['b', 4],
      ['c', 5, 6],
    ])
    expect(halved(first)?.map(rowsOf)).toEqual([[['a', 1, 2]], [['a', 3]]])
    expect(sizeOf(batch)).toBe(6)
  })

  it('cannot be halved when it has a single row', () => {
    expect(halved([step('a', 1)])).toBeUndefined()
    expect(halved([])).toBeUndefined()
  })
})

describe('the schemas of loads before', () => {
  const { types, relations } = exampleSchema
  const withoutElection = { types: new Map([...types].filter(([name]) => name !== 'Election')), relations }

  it('come together in one that has all their names', () => {
    const sells = { ...(relations.get('sells') as Relation), label: 'DECLARES_WINNER' }
    const other = { types: withoutElection.types, relations: new Map([['sells', sells]]) }
    const all = allNames([exampleSchema, other])
    for (const label of ['Entity', 'Source', 'Claim'] as const) {
      expect(ownNodeProperties(label, [all])).toEqual(ownNodeProperties(label, [exampleSchema, other]))
    }
    for (const type of ['SELLS', 'DECLARES_WINNER', 'DISPUTES']) {
      const expected = ownRelationshipProperties(type, [exampleSchema, other])
      expect(ownRelationshipProperties(type, [all])).toEqual(expected)
    }
    expect(allNames([all, exampleSchema, other])).toEqual(all)
  })

  it('extend a new one by what it does not speak of', () => {
    expect([...extended(withoutElection, exampleSchema).types.keys()].sort()).toEqual(
      [...types.keys()].sort(),
    )
    const renamed = new Map([['trades', { ...(relations.get('sells') as Relation), name: 'trades' }]])
    const names = [...extended({ types, relations: renamed }, exampleSchema).relations.keys()]
    expect(names).toEqual(['trades', 'recognizes', 'recognizes 2', 'declares winner', 'disputes'])
    expect(extended(exampleSchema, undefined)).toBe(exampleSchema)
  })

  it('are read from a marker, unless somebody has changed it', () => {
    expect(schemaOfMarker(schemaToJson(exampleSchema))).toEqual(exampleSchema)
    expect([undefined, null, 5, '', '{', '[]'].map(schemaOfMarker)).toEqual(Array(6).fill(undefined))
  })
})
