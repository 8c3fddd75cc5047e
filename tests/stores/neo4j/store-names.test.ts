import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import neo4j from 'neo4j-driver'
import { afterAll, expect, it } from 'vitest'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import { neo4jStore } from '../../../src/stores/neo4j/neo4j-store.ts'
import { memoryStore } from '../../../src/stores/memory-store.ts'
import { graphOf } from '../../graphs/build.ts'
import { hostileGraph } from '../../graphs/hostile.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { eraseGraph } from './erase-graph.ts'

/** Words that are few typing errors apart, of letters with one and two code units, and letters that fold. */
const word = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    'e',
    'r',
    'é',
    'É',
    'ß',
    'ı',
    'i',
    '😀',
    '👩‍👩',
    'Ω',
    'ς',
    'कि',
    'k',
    '-',
    '"',
    '\\',
  ),
  minLength: 1,
  maxLength: 9,
})
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))

/** What somebody may write for a name: itself, with an error or two, or only a part of it. */
const misspelt = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(), fc.nat(), fc.constantFrom('', 'x', 'e', '😀'), fc.boolean())
    .map(([at, count, put, swap]) => {
      const letters = Array.from(text)
      const place = at % letters.length
      const [one = '', other = ''] = letters.slice(place)
      if (swap) letters.splice(place, 2, other, one)
      else letters.splice(place, count % 3, put)
      return letters.join('')
    })

const names = fc.uniqueArray(name, { minLength: 5, maxLength: 40, selector: (one) => one.normalize('NFC') })

const graphWithTexts = names.chain((all) =>
  fc.record({
    graph: fc.constant(graphWithNames(all)),
    texts: fc.array(fc.oneof(fc.constantFrom(...all).chain(misspelt), name), {
      minLength: 10,
      maxLength: 40,
    }),
  }),
)

/** Some are handles, some names, some aliases, some shared by two, and some the ids of claims. */
function graphWithNames(all: readonly string[]): KnowledgeGraph {
  const nfc = all.map((one) => one.normalize('NFC'))
  const entities = all.map((one, index) => ({
    id: index % 3 === 0 ? (nfc[index] ?? one) : `entity ${index}`,
    name: index % 5 === 0 ? (all[0] ?? one) : one,
    aliases: index % 2 === 0 ? [] : [all[(index * 7) % all.length] ?? one, one],
  }))
  return graphOf(
    [
      ['A —supports→ B', '2024', { id: `${nfc[1]} ${nfc[2]}` }],
      ['A —supports→ B', '2024', { id: `${nfc[2]}!` }],
      [`B —disputes→ ${nfc[1]} ${nfc[2]}`, '2024', { id: 'on that' }],
    ],
    { entities },
  )
}

describeOnServers('names in neo4jStore', ({ url, username, password }) => {
  const driver = neo4j.driver(url, neo4j.auth.basic(username, password))
  afterAll(() => driver.close())

  const expectSame = async (graph: KnowledgeGraph, texts: readonly string[]): Promise<void> => {
    const name = `names ${randomUUID()}`
    try {
      await loadIntoNeo4j(driver, graph, { name })
      const found = await neo4jStore(driver, { graph: name }).find(texts)
      expect(found).toEqual(await memoryStore(graph).find(texts))
    } finally {
      await eraseGraph(driver, name)
    }
  }

  it('are found as in memory, also those that are only similar', async () => {
    await fc.assert(
      fc.asyncProperty(graphWithTexts, ({ graph, texts }) => expectSame(graph, texts)),
      { numRuns: 15 },
    )
  })

  it('are similar where two letters are swapped, wherever that is', async () => {
    const ids = ['acbd', 'bacd', 'abdc', 'dcba']
    const graph = graphOf([], { entities: ids.map((id) => ({ id })) })
    await expectSame(graph, ['abcd'])
    const [found] = await memoryStore(graph).find(['abcd'])
    expect(found?.nearest.map(({ id }) => id)).toEqual(['abdc', 'acbd', 'bacd'])
  })

  it('are found whatever characters they have', async () => {
    const { entities, claims } = hostileGraph
    const exact = [...entities.keys(), ...[...entities.values()].map(({ name }) => name), ...claims.keys()]
    await expectSame(hostileGraph, [
      ...exact,
      ...exact.map((one) => `${one}x`),
      '',
      ' ',
      '"',
      '\\',
      '*',
      'a OR b',
    ])
  })

  it('are told apart where they are too long for the index', async () => {
    const long = 'é😀'.repeat(600)
    const entities = [
      { id: 'a', name: `${long} a` },
      { id: 'b', name: `${long} b` },
      { id: 'c', name: 'short', aliases: [long.slice(0, 1500)] },
    ]
    const texts = [
      `${long} a`,
      `${long.toUpperCase()} B`,
      long,
      `${long} aa`,
      long.slice(0, 1500),
      long.slice(0, 1400),
    ]
    await expectSame(graphOf([], { entities }), texts)
  })
})
