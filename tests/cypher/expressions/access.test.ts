import { describe, expect, it } from 'vitest'
import type { Value } from '../../../src/cypher/value.ts'
import { listGraph } from '../list-graph.ts'
import { faultOf, node, relationship, valueOf } from './evaluate.ts'

const graph = listGraph({
  nodes: [{ labels: ['Person', 'Member'], properties: { name: 'Ada', age: 36n } }, {}],
  relationships: [{ type: 'KNOWS', from: 0, to: 1, properties: { since: 1999n } }],
})
const path = { kind: 'path' as const, nodes: [node(0)], relationships: [] }
const map: Value = new Map<string, Value>([
  ['a', 1n],
  ['b', null],
  ['__proto__', 2n],
])
const variables = {
  n: node(0),
  m: node(1),
  r: relationship(0),
  map,
  none: null,
  list: [1n, 2n, 3n],
  path,
  i: 5n,
}
const setting = { graph, variables }
const mismatch = ['TypeError', 'InvalidArgumentType', 'runtime'] as const

describe('variables and parameters', () => {
  it('are what is given', () => {
    expect(valueOf('n', setting)).toEqual(node(0))
    expect(valueOf('$a', { parameters: { a: [1n] } })).toEqual([1n])
    expect(valueOf('$a', { parameters: { a: null } })).toBe(null)
  })

  it('tells that a parameter is missing', () => {
    expect(faultOf('1 + $constructor')).toEqual([
      'ParameterMissing',
      'MissingParameter',
      'compile time',
      '$constructor',
    ])
  })
})

describe('property access', () => {
  it.each([
    ['n.name', 'Ada'],
    ['n.nothing', null],
    ['m.name', null],
    ['n.constructor', null],
    ['r.since', 1999n],
    ['r.name', null],
    ['map.a', 1n],
    ['map.b', null],
    ['map.constructor', null],
    ['map.`__proto__`', 2n],
    ['none.name', null],
    ['[n, r][1].since', 1999n],
    ['{a: {b: 2}}.a.b', 2n],
    ["date('2024-08-01').month", 8n],
    ["duration('P1Y').years", 1n],
  ])('%s is %o', (text, expected) => {
    expect(valueOf(text, setting)).toEqual(expected)
  })

  it.each([
    ['i.name', 'i.name'],
    ['list.name', 'list.name'],
    ['path.name', 'path.name'],
    ["1 + 'a'.b", "'a'.b"],
    ['[true][0].b', '[true][0].b'],
  ])('%s is refused', (text, place) => {
    expect(faultOf(text, setting)).toEqual([...mismatch, place])
  })

  it('goes on as far as is written', () => {
    expect(valueOf(`none${'.a'.repeat(400)}`, setting)).toBe(null)
    expect(valueOf(`i${' IS NULL'.repeat(401)}`, setting)).toBe(false)
  })
})

describe('elements', () => {
  it.each([
    ['list[0]', 1n],
    ['list[-1]', 3n],
    ['list[3]', null],
    ['list[-4]', null],
    ['list[none]', null],
    ['none[0]', null],
    ["map['a']", 1n],
    ["map['c']", null],
    ["n['na' + 'me']", 'Ada'],
    ["r['since']", 1999n],
    ['n[none]', null],
    ['list[1..]', [2n, 3n]],
    ['list[..1]', [1n]],
    ['list[..-1]', [1n, 2n]],
    ['list[1..2]', [2n]],
    ['list[2..1]', []],
    ['list[-9..9]', [1n, 2n, 3n]],
    ['list[none..]', null],
    ['list[..none]', null],
    ['none[1..2]', null],
  ])('%s is %o', (text, expected) => {
    expect(valueOf(text, setting)).toEqual(expected)
  })

  it.each([
    ['map[0]', 'MapElementAccessByNonString'],
    ['n[0]', 'MapElementAccessByNonString'],
    ['i[0]', 'InvalidArgumentType'],
    ["list['a']", expect.any(String) as string],
    ['list[1.5]', expect.any(String) as string],
  ])('%s is a TypeError %s', (text, detail) => {
    expect(faultOf(text, setting)).toEqual(['TypeError', detail, 'runtime', text])
  })
})

describe('lists, maps and projections', () => {
  it.each([
    ['[1, i, [none]]', [1n, 5n, [null]]],
    ['[]', []],
    [
      '{a: 1, b: i}',
      new Map([
        ['a', 1n],
        ['b', 5n],
      ]),
    ],
    ['{`__proto__`: 1}', new Map([['__proto__', 1n]])],
    [
      'n {.name, .nothing}',
      new Map([
        ['name', 'Ada'],
        ['nothing', null],
      ]),
    ],
    [
      'n {.*}',
      new Map<string, Value>([
        ['name', 'Ada'],
        ['age', 36n],
      ]),
    ],
    [
      'r {.*, i, double: i * 2}',
      new Map([
        ['since', 1999n],
        ['i', 5n],
        ['double', 10n],
      ]),
    ],
    [
      'map {.*, a: 9}',
      new Map<string, Value>([
        ['a', 9n],
        ['b', null],
        ['__proto__', 2n],
      ]),
    ],
    ['none {.*}', null],
    ['n {}', new Map()],
  ])('%s', (text, expected) => {
    expect(valueOf(text, setting)).toEqual(expected)
  })

  it('projects nothing else', () => {
    expect(faultOf('i {.a}', setting)).toEqual([...mismatch, 'i'])
  })
})

describe('tests of kind', () => {
  it.each([
    ['none IS NULL', true],
    ['i IS NULL', false],
    ['none IS NOT NULL', false],
    ['n.name IS NOT NULL', true],
    ['i IS :: INTEGER', true],
    ['i IS :: STRING', false],
    ['i IS NOT :: STRING', true],
    ['none IS :: STRING', true],
    ['none IS :: STRING NOT NULL', false],
    ['n:Person', true],
    ['n:Person:Member', true],
    ['n:Other', false],
    ['n:!Other', true],
    ['n:Other|Member', true],
    ['n:Other|(Person&!Member)', false],
    ['n:%', true],
    ['m:%', false],
    ['m:!%', true],
    ['r:KNOWS', true],
    ['r:LIKES|KNOWS', true],
    ['r:!KNOWS', false],
    ['r:%', true],
    ['none:Person', null],
  ])('%s is %s', (text, expected) => {
    expect(valueOf(text, setting)).toBe(expected)
  })

  it('refuses labels of what has none', () => {
    expect(faultOf('true AND i:Person', setting)).toEqual([...mismatch, 'i:Person'])
  })

  it('takes any number of labels', () => {
    expect(valueOf(`n:Other${'|Other'.repeat(10_000)}|Person`, setting)).toBe(true)
  })
})
