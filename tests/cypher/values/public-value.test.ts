import { describe, expect, test } from 'vitest'
import type { Value } from '../../../src/cypher/value.ts'
import { parameterValue } from '../../../src/cypher/values/parameter.ts'
import { publicValue } from '../../../src/cypher/values/public-value.ts'
import { noLimits, testContext } from '../functions/test-context.ts'
import { listGraph } from '../list-graph.ts'

describe('publicValue', () => {
  const graph = listGraph({
    nodes: [{ labels: ['A', 'B'], properties: { name: 'Ann', born: { kind: 'date', days: 0 } } }, {}],
    relationships: [{ type: 'T', from: 0, to: 1, properties: { weight: 0.5 } }],
  })
  const context = testContext(graph)
  const ann = {
    kind: 'node',
    elementId: 'node 0',
    labels: ['A', 'B'],
    properties: new Map<string, unknown>([
      ['name', 'Ann'],
      ['born', { kind: 'date', text: '1970-01-01' }],
    ]),
  }
  const other = { kind: 'node', elementId: 'node 1', labels: [], properties: new Map() }
  const relationship = {
    kind: 'relationship',
    elementId: 'relationship 0',
    type: 'T',
    from: 'node 0',
    to: 'node 1',
    properties: new Map([['weight', 0.5]]),
  }

  test('has all that the graph has', () => {
    expect(publicValue({ kind: 'node', id: 0 }, context)).toEqual(ann)
    expect(publicValue({ kind: 'relationship', id: 0 }, context)).toEqual(relationship)
    expect(
      publicValue(
        {
          kind: 'path',
          nodes: [
            { kind: 'node', id: 1 },
            { kind: 'node', id: 0 },
          ],
          relationships: [{ kind: 'relationship', id: 0 }],
        },
        context,
      ),
    ).toEqual({ kind: 'path', nodes: [other, ann], relationships: [relationship] })
  })

  test('goes into lists and maps', () => {
    expect(publicValue([1n, 2.5, null, new Map([['__proto__', { kind: 'node', id: 1 }]])], context)).toEqual([
      1n,
      2.5,
      null,
      new Map([['__proto__', other]]),
    ])
  })
})

const take = (given: unknown): Value => parameterValue(() => given, { name: 'p', budget: noLimits })

describe('parameterValue', () => {
  test('takes in all values', () => {
    const given = { a: 1, b: [2n, null, 'c'], d: JSON.parse('{"__proto__": true}') as unknown }
    expect(take(given)).toEqual(
      new Map<string, unknown>([
        ['a', 1],
        ['b', [2n, null, 'c']],
        ['d', new Map([['__proto__', true]])],
      ]),
    )
    expect(take(new Map([['a', { b: 1n }]]))).toEqual(new Map([['a', new Map([['b', 1n]])]]))
  })

  test('takes a map with the key kind for a map', () => {
    expect(take({ kind: 'node', id: 3 })).toEqual(
      new Map<string, unknown>([
        ['kind', 'node'],
        ['id', 3],
      ]),
    )
  })
})
