import { describe, expect, it } from 'vitest'
import { toCypherScript } from '../../src/exports/cypher.ts'
import { ExportError } from '../../src/exports/export-error.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { claim, entity, exampleGraph, graphOf, source } from './example-graph.ts'
import { hostileTexts } from './hostile-texts.ts'
import { hostileGraph } from './neo4j/hostile-graph.ts'

function write(graph: KnowledgeGraph, name?: string): string {
  return [...toCypherScript(graph, { name })].join('')
}

/** The statements that begin so, without what every one that writes begins with. */
function statements(script: string, beginning: string): readonly string[] {
  const lines = script
    .split('\n')
    .map((line) => line.replace(/^MATCH \(g:.*? WITH g WHERE g\.token = '[^']*' /, ''))
  return lines.filter((line) => line.startsWith(beginning))
}

describe('toCypherScript', () => {
  it('writes the example as it always did', async () => {
    await expect(write(exampleGraph)).toMatchFileSnapshot('golden/graph.cypher')
  })

  it('writes the same whatever the order of the parts', () => {
    const turned = <T>(parts: ReadonlyMap<string, T>) => new Map([...parts].reverse())
    const { schema, entities, sources, claims } = exampleGraph
    const other = { schema, entities: turned(entities), sources: turned(sources), claims: turned(claims) }
    expect(write(other)).toBe(write(exampleGraph))
  })

  it('has each statement on one line, and no other line that ends in a semicolon', () => {
    const name = 'a\r\nb;\n'
    for (const graph of [exampleGraph, hostileGraph(() => true)]) {
      const lines = write(graph, name).split(/[\n\r\v\f\x1C-\x1E\x85\u2028\u2029]/)
      expect(lines.pop()).toBe('')
      const introduction = lines.filter((line) => line.startsWith('//'))
      expect(lines.slice(0, introduction.length)).toEqual(introduction)
      expect(introduction.filter((line) => line.endsWith(';'))).toEqual([])
      const others = lines.slice(introduction.length)
      expect(others.filter((line) => !/^(CREATE|MERGE|MATCH|CALL) .*;$/.test(line))).toEqual([])
    }
  })

  it('puts up to 500 of a kind into a statement', () => {
    const entities = Array.from({ length: 1001 }, (_, index) => entity(`e${index}`))
    const claims = Array.from({ length: 501 }, (_, index) => claim(`c${index}`, 'e0', 'sells', 'e1'))
    const script = write(graphOf({ entities, claims }))
    const sizes = (beginning: string) =>
      statements(script, beginning).map((each) => /range\(0, (\d+)\)/.exec(each)?.[1])
    expect(sizes("WITH ['e")).toEqual(['499', '499'])
    expect(statements(script, 'MERGE (n:Entity')).toHaveLength(1)
    expect(sizes("WITH ['c")).toEqual(['499'])
    expect(statements(script, 'MATCH (from:Entity')).toHaveLength(1)
  })

  it('puts few long texts into a statement', () => {
    const note = 'x'.repeat(60_000)
    const entities = Array.from({ length: 9 }, (_, index) => entity(`e${index}`, 'Person', { note }))
    const sizes = statements(write(graphOf({ entities })), 'WITH').map(
      (each) => /range\(0, (\d+)\)/.exec(each)?.[1],
    )
    expect(sizes).toEqual(['3', '3'])
  })

  it('writes values in their types', () => {
    const properties = { share: 51, votes: -0, final: true, rounds: [1, -0, 1e21, 2.5], regions: [] }
    const graph = graphOf({
      entities: [entity('a')],
      claims: [claim('c', 'a', 'declares winner', 'a', { earliest: '0000-02-29', properties })],
    })
    expect(statements(write(graph), 'MATCH (from')[0]).toContain(
      "`earliest`: date('0000-02-29'), `share`: 51.0, `votes`: 0, `final`: true, `rounds`: [1.0, -0.0, 1e21, 2.5], `regions`: [], ",
    )
  })

  it.each(hostileTexts)('keeps %j in quotes', (text) => {
    const script = write(graphOf({ entities: [entity('a', 'Person', { note: text })] }), 'g')
    const [, literal = ''] = /`note`: '((?:[^\\']|\\.)*)', `_type`/.exec(script) ?? []
    const escapes = /\\(?:u([0-9A-F]{4})|(.))/g
    const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }
    const read = literal.replace(escapes, (_, code: string | undefined, letter: string) =>
      code === undefined ? (letters[letter] ?? letter) : String.fromCharCode(parseInt(code, 16)),
    )
    expect(read).toBe(text)
  })

  it('has another token for another graph or schema', () => {
    const token = (script: string) => /token: '(.*?)'/.exec(script)?.[1]
    const { schema } = exampleGraph
    const scripts = [
      write(exampleGraph),
      write({ ...exampleGraph, claims: new Map() }),
      write({ ...exampleGraph, schema: { ...schema, types: new Map([...schema.types].slice(0, -1)) } }),
    ]
    expect(new Set(scripts.map(token)).size).toBe(scripts.length)
  })

  it.each([
    [
      { entities: [entity('a', 'Person', { note: 'a\uD83D' })] },
      'The entity `a` cannot be written: its `note` holds U+D83D, which UTF-8 cannot. Remove it.',
    ],
    [
      { sources: [source('s', { type: '\uDE00' })] },
      'The source `s` cannot be written: its `type` holds U+DE00, which UTF-8 cannot. Remove it.',
    ],
    [
      { entities: [entity('a', 'Person', { properties: { p: ['x', 1] } })] },
      'The entity `a` cannot be written: its `p` is a list of several kinds of values, which Neo4j cannot hold.',
    ],
    [
      { entities: [entity('a', 'Person', { properties: { '': 1 } })] },
      'The entity `a` cannot be written: Neo4j takes no property called "".',
    ],
    [
      { entities: [entity('é'.repeat(4000))] },
      `The entity \`${'é'.repeat(4000)}\` cannot be written: its id is longer than the 7977 bytes that fit into an index.`,
    ],
    [
      { entities: [entity('a')], claims: [claim('c', 'a', 'sells', 'b')] },
      'The claim `c` cannot be written: its object `b` is not in the graph.',
    ],
    [
      { entities: [entity('a')], claims: [claim('c', 'b', 'sells', 'a')] },
      'The claim `c` cannot be written: its subject `b` is not in the graph.',
    ],
  ])('refuses what Neo4j cannot hold: %#', (parts, message) => {
    expect(() => write(graphOf(parts))).toThrow(new ExportError(message))
  })

  it.each(['', ' \n', 'x'.repeat(201)])('refuses %j as the name of the graph', (name) => {
    expect(() => write(exampleGraph, name)).toThrow(
      new ExportError(
        `${JSON.stringify(name)} cannot be the name of a graph; choose one of 1 to 200 characters.`,
      ),
    )
  })
})
