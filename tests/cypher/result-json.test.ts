import { describe, expect, it } from 'vitest'
import { cypherJson, valueJson } from '../../src/cypher/result-json.ts'
import type { CypherNode, CypherRelationship, CypherValue } from '../../src/cypher/result.ts'

const node: CypherNode = {
  kind: 'node',
  elementId: 'a',
  labels: ['Person', 'Entity'],
  properties: new Map<string, CypherValue>([['age', 51]]),
}
const relationship: CypherRelationship = {
  kind: 'relationship',
  elementId: 'r',
  type: 'KNOWS',
  from: 'a',
  to: 'a',
  properties: new Map(),
}

describe('cypherJson', () => {
  it('is a document with a line for each row', () => {
    const rows = [
      [1n, 'é'],
      [null, [true]],
    ]
    expect([...cypherJson({ columns: ['a', 'b"c'], rows })].join('')).toBe(
      '{\n  "columns": ["a", "b\\"c"],\n  "rows": [\n    [1, "é"],\n    [null, [true]]\n  ]\n}\n',
    )
    expect([...cypherJson({ columns: ['a'], rows: [] })].join('')).toBe(
      '{\n  "columns": ["a"],\n  "rows": []\n}\n',
    )
  })
})

describe('valueJson', () => {
  it.each<[CypherValue, string]>([
    [9007199254740993n, '9007199254740993'],
    [-(2n ** 63n), '-9223372036854775808'],
    [51, '51.0'],
    [-0, '-0.0'],
    [0.1, '0.1'],
    [1e21, '1e+21'],
    [5e-324, '5e-324'],
    [NaN, '"NaN"'],
    [-Infinity, '"-Infinity"'],
    ['"\u0000\ud800\u2028', String.raw`"\"\u0000\ud800${'\u2028'}"`],
    [[1n, [1], []], '[1, [1.0], []]'],
    [
      new Map<string, CypherValue>([
        ['__proto__', 1n],
        ['a b', new Map()],
      ]),
      '{"__proto__": 1, "a b": {}}',
    ],
    [{ kind: 'date', text: '2024-08-01' }, '"2024-08-01"'],
    [node, '{"kind": "node", "elementId": "a", "labels": ["Person", "Entity"], "properties": {"age": 51.0}}'],
    [
      { kind: 'path', nodes: [node, node], relationships: [relationship] },
      `{"kind": "path", "nodes": [${valueJson(node)}, ${valueJson(node)}], "relationships": [{"kind": "relationship", "elementId": "r", "type": "KNOWS", "from": "a", "to": "a", "properties": {}}]}`,
    ],
    [
      { kind: 'point', srid: 4326, coordinates: [1, 2.5] },
      '{"kind": "point", "srid": 4326, "coordinates": [1.0, 2.5]}',
    ],
    [{ kind: 'bytes', bytes: new Uint8Array([0, 127, 255]) }, '{"kind": "bytes", "base64": "AH//"}'],
  ])('%o', (value, text) => {
    expect(valueJson(value)).toBe(text)
    expect(() => void JSON.parse(text)).not.toThrow()
  })
})
