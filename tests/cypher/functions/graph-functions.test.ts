import { describe, expect, test } from 'vitest'
import type { Value } from '../../../src/cypher/value.ts'
import { listGraph } from '../list-graph.ts'
import { call, faultOf, testContext } from './test-context.ts'

const graph = listGraph({
  nodes: [{ labels: ['A', 'B'], properties: { name: 'Ann', age: 3n } }, {}],
  relationships: [{ type: 'T', from: 0, to: 1, properties: { since: 2020n } }],
})
const context = testContext(graph)
const node = context.node(0)
const relationship = context.relationship(0)
const path: Value = { kind: 'path', nodes: [node, context.node(1)], relationships: [relationship] }

describe('functions on graphs', () => {
  test.each<[string, Value, Value]>([
    ['id', node, 0n],
    ['id', relationship, 0n],
    ['elementId', node, 'node 0'],
    ['elementId', relationship, 'relationship 0'],
    ['labels', node, ['A', 'B']],
    ['labels', null, null],
    ['type', relationship, 'T'],
    ['keys', node, ['name', 'age']],
    ['keys', relationship, ['since']],
    ['keys', new Map([['k', null]]), ['k']],
    ['nodes', path, [node, context.node(1)]],
    ['relationships', path, [relationship]],
    ['length', path, 1n],
  ])('%s(%o): %o', (name, value, expected) => {
    expect(call(name, [value], context)).toStrictEqual(expected)
  })

  test('give the ends of relationships', () => {
    expect(call('startNode', [relationship], context)).toBe(node)
    expect(call('endNode', [relationship], context)).toBe(context.node(1))
  })

  test('give all properties', () => {
    expect(call('properties', [node], context)).toEqual(
      new Map<string, Value>([
        ['name', 'Ann'],
        ['age', 3n],
      ]),
    )
    expect(call('properties', [relationship], context)).toEqual(new Map([['since', 2020n]]))
  })

  test.each<[string, Value, string]>([
    ['labels', 1n, 'labels() takes a NODE, but is given an INTEGER.'],
    ['labels', relationship, 'labels() takes a NODE, but is given a RELATIONSHIP.'],
    ['type', node, 'type() takes a RELATIONSHIP, but is given a NODE.'],
    ['type', '', 'type() takes a RELATIONSHIP, but is given a STRING.'],
    ['id', path, 'id() takes a NODE or RELATIONSHIP, but is given a PATH.'],
    ['keys', 1n, 'keys() takes a NODE, RELATIONSHIP or MAP, but is given an INTEGER.'],
    ['length', [], 'length() takes a PATH, but is given a LIST.'],
  ])('%s(%o) is an error', (name, value, message) => {
    expect(faultOf(() => call(name, [value], context))).toBe(`TypeError InvalidArgumentValue: ${message}`)
  })
})
