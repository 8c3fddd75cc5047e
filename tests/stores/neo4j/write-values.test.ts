import { Date as Neo4jDate, int } from 'neo4j-driver'
import { expect, it } from 'vitest'
import type { PropertyValue } from '../../../src/graph/knowledge-graph.ts'
import type { ValueType } from '../../../src/graph/value-types.ts'
import { driverValue, isWritable } from '../../../src/stores/neo4j/write-values.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { inGraph } from './in-graph.ts'

it.each<[PropertyValue, ValueType, unknown]>([
  ['51', 'text', '51'],
  ['', 'text', ''],
  [51, 'float', 51],
  [51, 'integer', int(51)],
  [2 ** 52 - 1, 'integer', int('4503599627370495')],
  [51.5, 'integer', 51.5],
  [true, 'boolean', true],
  ['2024-08-01', 'date', new Neo4jDate(2024, 8, 1)],
  ['0000-02-29', 'date', new Neo4jDate(0, 2, 29)],
  [[], 'integer', []],
  [[1, -1], 'integer', [int(1), int(-1)]],
  [[1, 1.5], 'integer', [1, 1.5]],
  [['2024-08-01'], 'date', [new Neo4jDate(2024, 8, 1)]],
])('sends %j as %s', (value, type, expected) => {
  expect(isWritable(value, type)).toBe(true)
  expect(driverValue(value, type)).toEqual(expected)
})

it.each<[PropertyValue, ValueType]>([
  [['x', 1], 'text'],
  [[true, 'x'], 'text'],
  ['2024', 'date'],
  ['', 'date'],
  [['2024-08-01', 'x'], 'date'],
])('cannot send %j as %s', (value, type) => {
  expect(isWritable(value, type)).toBe(false)
})

describeOnServers('a value', (server) => {
  it.each<[PropertyValue, ValueType, string]>([
    [51, 'float', 'FLOAT'],
    [51, 'integer', 'INTEGER'],
    [Number.MAX_SAFE_INTEGER, 'integer', 'INTEGER'],
    [false, 'boolean', 'BOOLEAN'],
    ['2024-08-01', 'date', 'DATE'],
    ['9999-12-31', 'date', 'DATE'],
    ['2024-08-01', 'text', 'STRING'],
    [['a', ''], 'text', 'LIST<STRING>'],
    [[-1, 0], 'integer', 'LIST<INTEGER>'],
    [[1, 51.2], 'float', 'LIST<FLOAT>'],
  ])('%j arrives as %s, which is %s', (value, type, stored) =>
    inGraph(server, async ({ run }) => {
      const [row] = await run(
        `CREATE (n {owner: $name, value: $value}) RETURN n.value IS :: ${stored} NOT NULL`,
        {
          value: driverValue(value, type),
        },
      )
      expect(row?.get(0)).toBe(true)
    }),
  )
})
