import { describe, expect, test } from 'vitest'
import { runQuery } from '../../../src/cypher/query.ts'
import { cypherJson } from '../../../src/cypher/result-json.ts'
import type { CypherParameter, CypherResult, CypherValue } from '../../../src/cypher/result.ts'
import { listGraph } from '../list-graph.ts'
import { endingOf } from './ending.ts'

const names: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'kind',
  '`',
  '``',
  'a`b``c',
  "it's",
  '"',
  '\\',
  '\n',
  'a\r\nb',
  '\u0000',
  '\u202eabc\u200f',
  '\ufeff',
  '\ud800',
  '😀',
  ' ',
  '',
  '$name',
  '}) RETURN 1 //',
  'x'.repeat(10_000),
]

/** For each name a node that has it as its label, its property and the value of that, and a relationship to itself likewise. */
const graph = listGraph(
  {
    nodes: names.map((name) => ({ labels: [name], properties: new Map([[name, name]]) })),
    relationships: names.map((name, at) => ({
      type: name,
      from: at,
      to: at,
      properties: new Map([[name, name]]),
    })),
  },
  { textIndexes: ['__proto__', 'constructor'] },
)

function quotedName(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``
}

async function ask(
  text: string,
  parameters: Readonly<Record<string, CypherParameter>>,
): Promise<CypherResult> {
  return await runQuery(graph, text, { parameters })
}

describe.each(names.map((name, at) => ({ name, at, q: quotedName(name) })))(
  'the name $q',
  ({ name, at, q }) => {
    const own: CypherValue = new Map([[name, name]])
    const node: CypherValue = { kind: 'node', elementId: `node ${at}`, labels: [name], properties: own }
    const relationship: CypherValue = {
      kind: 'relationship',
      elementId: `relationship ${at}`,
      type: name,
      from: `node ${at}`,
      to: `node ${at}`,
      properties: own,
    }

    test('of labels, types, properties, variables and columns', async () => {
      const { columns, rows } = await ask(
        `MATCH (${q}:${q} {${q}: $value})-[r:${q}]->() WHERE r.${q} = $value RETURN ${q}, r, ${q}.${q}, labels(${q}), type(r)`,
        { value: name },
      )
      expect(columns.slice(0, 2)).toEqual([name, 'r'])
      expect(rows).toEqual([[node, relationship, name, [name], name]])
    })

    test('of keys of maps and projections', async () => {
      const { rows } = await ask(
        `MATCH (n) WHERE n[$key] = $key RETURN keys(n), properties(n), n {.*}, n {.${q}}, {${q}: 1}, {${q}: 1}.${q}, $map.${q}, keys($map), {${q}: 1} = {${q}: 1.0}`,
        { key: name, map: { [name]: name } },
      )
      expect(rows).toEqual([[[name], own, own, own, new Map([[name, 1n]]), 1n, name, [name], true]])
    })

    test('of parameters', async () => {
      const { rows } = await ask(`RETURN $${q} AS value, $whole`, {
        [name]: name,
        whole: { [name]: { [name]: 1n } },
      })
      expect(rows).toEqual([[name, new Map([[name, new Map([[name, 1n]])]])]])
    })

    test('in groups, in order, and as JSON', async () => {
      const result = await ask(
        'MATCH (n) WHERE $name IN labels(n) UNWIND keys(n) AS key WITH key, count(*) AS c, collect(DISTINCT n[key]) AS values RETURN * ORDER BY key',
        { name },
      )
      expect(result.rows).toEqual([[1n, name, [name]]])
      const json = JSON.parse([...cypherJson(result)].join('')) as unknown
      expect(json).toEqual({ columns: ['c', 'key', 'values'], rows: [[1, name, [name]]] })
    })
  },
)

test('all of them at once', async () => {
  const { rows } = await ask(
    'MATCH (n) RETURN count(DISTINCT n[keys(n)[0]]) AS values, count(DISTINCT labels(n)) AS labels',
    {},
  )
  expect(rows).toEqual([[BigInt(names.length), BigInt(names.length)]])
  const listed = await ask('CALL db.labels() YIELD label RETURN collect(label)', {})
  expect(listed.rows).toEqual([[names]])
})

describe('parameters that are none', () => {
  const cyclic: unknown[] = []
  cyclic.push([cyclic])
  const deep = Array.from({ length: 10_000 }).reduce<unknown>((inner) => ({ inner }), 1)
  const doubled = Array.from({ length: 60 }).reduce<unknown>((inner) => [inner, inner], 1)
  const throwing = Object.defineProperty({}, 'secret', {
    enumerable: true,
    get: () => {
      throw new Error('no')
    },
  })
  const values = 'The parameter `given` is or has'
  test.each([
    [
      'undefined',
      undefined,
      `${values} a value of the type undefined in JavaScript, which no query can be given.`,
    ],
    [
      'in a list',
      [1n, undefined],
      `${values} a value of the type undefined in JavaScript, which no query can be given.`,
    ],
    [
      'a hole',
      Array(3),
      `${values} a value of the type undefined in JavaScript, which no query can be given.`,
    ],
    [
      'a function',
      () => 1,
      `${values} a value of the type function in JavaScript, which no query can be given.`,
    ],
    [
      'a symbol',
      Symbol('s'),
      `${values} a value of the type symbol in JavaScript, which no query can be given.`,
    ],
    ['a Date', new Date(0), `${values} a Date, which no query can be given.`],
    [
      'bytes',
      new Uint8Array(2),
      `${values} an object that is neither plain nor a Map, which no query can be given.`,
    ],
    [
      'a Set',
      new Set([1]),
      `${values} an object that is neither plain nor a Map, which no query can be given.`,
    ],
    [
      'a Map',
      new Map([[1, 2]]),
      `${values} a Map with a key that is no string, which no query can be given.`,
    ],
  ])('%s', async (_, given, message) => {
    const parameters = { given } as unknown as Record<string, CypherParameter>
    expect(await endingOf('RETURN 1 AS x', { parameters })).toBe(
      `ArgumentError InvalidArgumentType: ${message}`,
    )
  })

  test.each([
    [
      'a large bigint',
      2n ** 63n,
      'ArgumentError NumberOutOfRange: The parameter `given` has a bigint that does not fit into an INTEGER of 64 bits.',
    ],
    [
      'a getter that throws',
      { a: throwing },
      'ArgumentError InvalidArgumentValue: The parameter `given` cannot be read.',
    ],
    [
      'a list in itself',
      cyclic,
      'LimitExceeded NestingDepth: The parameter `given` holds itself, or has too many arrays and objects in each other.',
    ],
    [
      '10,000 objects in each other',
      deep,
      'LimitExceeded NestingDepth: The parameter `given` holds itself, or has too many arrays and objects in each other.',
    ],
    [
      'a list twice in a list, again and again',
      doubled,
      'LimitExceeded Memory: The query keeps more than 10,000,000 bytes in memory.',
    ],
  ])('%s', async (_, given, message) => {
    const parameters = { given } as unknown as Record<string, CypherParameter>
    expect(await endingOf('RETURN $given AS x', { parameters, limits: { bytes: 1e7 } })).toBe(message)
  })

  test('one that cannot be read at all', async () => {
    const parameters = Object.defineProperty({}, 'given', {
      enumerable: true,
      get: () => {
        throw new Error('no')
      },
    })
    expect(await endingOf('RETURN 1 AS x', { parameters })).toBe(
      'ArgumentError InvalidArgumentValue: The parameter `given` cannot be read.',
    )
  })

  test('an object without a prototype is a plain one', async () => {
    const bare = Object.assign(Object.create(null) as object, { a: 1n }) as CypherParameter
    expect(await endingOf('RETURN $given.a AS x', { parameters: { given: bare } })).toBe('1 rows')
  })
})
