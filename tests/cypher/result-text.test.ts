import { describe, expect, it } from 'vitest'
import { cellText } from '../../src/cypher/result-text.ts'
import type { CypherNode, CypherRelationship, CypherValue } from '../../src/cypher/result.ts'

const nodeOf = (
  elementId: string,
  labels: readonly string[],
  properties: Readonly<Record<string, CypherValue>> = {},
): CypherNode => ({
  kind: 'node',
  elementId,
  labels,
  properties: new Map(Object.entries(properties)),
})
const relationshipOf = (from: string, to: string, type = 'KNOWS'): CypherRelationship => ({
  kind: 'relationship',
  elementId: `${from}-${to}`,
  type,
  from,
  to,
  properties: new Map(),
})
const [a, b] = [nodeOf('a', ['A']), nodeOf('b', ['B'])]

describe('cellText', () => {
  it.each<[CypherValue, string]>([
    [null, 'null'],
    [true, 'true'],
    [51n, '51'],
    [51, '51.0'],
    [NaN, 'NaN'],
    ["it's", "it's"],
    [["it's", 'a\\b\n\r\t', 2n, null], String.raw`['it\'s', 'a\\b\n\r\t', 2, null]`],
    [
      new Map<string, CypherValue>([
        ['a', 1n],
        ['b c`', 'x'],
      ]),
      "{a: 1, `b c```: 'x'}",
    ],
    [[{ kind: 'duration', text: 'P1D' }], '[P1D]'],
    [nodeOf('a', ['Person', 'my Label'], { id: 'a' }), "(:Person:`my Label` {id: 'a'})"],
    [nodeOf('a', []), '()'],
    [nodeOf('a', [], { id: 1n }), '({id: 1})'],
    [{ ...relationshipOf('a', 'b'), properties: new Map([['since', 2020n]]) }, '[:KNOWS {since: 2020}]'],
    [
      { kind: 'path', nodes: [a, b, a], relationships: [relationshipOf('a', 'b'), relationshipOf('a', 'b')] },
      '(:A)-[:KNOWS]->(:B)<-[:KNOWS]-(:A)',
    ],
    [{ kind: 'path', nodes: [a, a], relationships: [relationshipOf('a', 'a')] }, '(:A)-[:KNOWS]->(:A)'],
    [{ kind: 'path', nodes: [a], relationships: [] }, '(:A)'],
    [{ kind: 'point', srid: 4326, coordinates: [1, 2.5] }, 'point(1.0, 2.5; srid 4326)'],
    [{ kind: 'bytes', bytes: new Uint8Array([0, 127, 255]) }, 'bytes(AH//)'],
  ])('%o is %s', (value, text) => {
    expect(cellText(value)).toBe(text)
  })
})
