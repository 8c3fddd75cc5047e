import { MultiDirectedGraph } from 'graphology'
import graphologyGexf from 'graphology-gexf'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../src/exports/csv.ts'
import { ExportError } from '../../src/exports/export-error.ts'
import { toGexf } from '../../src/exports/gexf.ts'
import { toGraphml } from '../../src/exports/graphml.ts'
import { listText } from '../../src/exports/value-text.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { claim, entity, graphOf } from './example-graph.ts'
import { expectSameGraph } from './expect-same.ts'
import { gexfFaults } from './gexf-rules.ts'
import { graphmlFaults } from './graphml-rules.ts'
import { hostileTexts, illegalCharacters } from './hostile-texts.ts'
import { parseXml } from './parse-xml.ts'
import { readTables } from './read-csv.ts'
import { readGexf } from './read-gexf.ts'
import { readByTheLetter, readWithGraphology } from './read-graphml.ts'

/** A graph that has a text in every place that takes one. */
function graphFullOf(text: string): KnowledgeGraph {
  return graphOf({
    entities: [
      entity(text, 'Entity', { aliases: [text, text], note: text, properties: { [`p ${text}`]: text } }),
      entity('other'),
    ],
    claims: [
      claim('c', text, text, 'other', {
        condition: text,
        quotes: [{ exact: text }, { exact: text, translation: text }],
        properties: { regions: [text], regarding: text },
      }),
    ],
  })
}

describe('GEXF, given hostile text', () => {
  it.each(hostileTexts)('keeps %j as it is everywhere', (text) => {
    const document = [...toGexf(graphFullOf(text))].join('')
    expect(gexfFaults(parseXml(document))).toEqual([])
    const { nodes, edges } = readGexf(document)
    const [node, edge] = [nodes.get(text), edges.get('c')]
    expect(node?.attributes.get('label')).toBe(text)
    expect(node?.values.get('aliases')).toEqual([text, text])
    expect(node?.values.get('note')).toBe(text)
    expect(node?.values.get(`p ${text}`)).toBe(text)
    expect([edge?.attributes.get('source'), edge?.attributes.get('label')]).toEqual([text, text])
    expect([edge?.values.get('condition'), edge?.values.get('regarding')]).toEqual([text, text])
    expect(edge?.values.get('quotes')).toEqual([text, text])
    expect(edge?.values.get('quote_translations')).toEqual(['', text])
    expect(edge?.values.get('regions')).toEqual([text])
  })

  it.each(hostileTexts)('has graphology-gexf read %j', (text) => {
    const graph = graphologyGexf.parse(MultiDirectedGraph, [...toGexf(graphFullOf(text))].join(''))
    expect(graph.nodes().sort()).toEqual([text, 'other'].sort())
    expect(graph.getNodeAttributes(text)).toMatchObject({ label: text, note: text })
    expect(graph.source('c')).toBe(text)
    expect(graph.getEdgeAttributes('c')).toMatchObject({ condition: text, regarding: text, label: text })
  })
})

describe('GraphML, given hostile text', () => {
  it.each(hostileTexts)('keeps %j as it is everywhere', (text) => {
    const graph = graphFullOf(text)
    const document = [...toGraphml(graph)].join('')
    expect(graphmlFaults(parseXml(document))).toEqual([])
    for (const read of [readWithGraphology(document), readByTheLetter(document)]) {
      expectSameGraph(read, graph, {}, (value) => (typeof value === 'object' ? listText(value) : value))
    }
  })
})

describe('CSV, given hostile text', () => {
  it.each(hostileTexts)('keeps %j as it is everywhere', (text) => {
    const graph = graphFullOf(text)
    const { nodes, edges } = toCsv(graph)
    const read = readTables([...nodes].join(''), [...edges].join(''))
    expectSameGraph(read, graph, {}, (value) => (typeof value === 'object' ? listText(value) : String(value)))
  })
})

describe.each([
  ['GEXF', 'XML', (graph: KnowledgeGraph) => [...toGexf(graph)]],
  ['GraphML', 'XML', (graph: KnowledgeGraph) => [...toGraphml(graph)]],
  ['CSV', 'CSV', (graph: KnowledgeGraph) => [...toCsv(graph).nodes, ...toCsv(graph).edges]],
] as const)('%s, given a character that no text has', (_, format, write) => {
  const ends = [entity('a'), entity('b')]
  const refused = (graph: KnowledgeGraph, place: string, code: string): void => {
    expect(() => write(graph)).toThrow(
      new ExportError(`${place} holds ${code}, which ${format} cannot. Remove it.`),
    )
  }

  it.each(illegalCharacters)('names the quote, note, name and id that hold %j', (character, code) => {
    const text = `not ${character} fine`
    const quotes = [{ exact: 'fine' }, { exact: text }]
    const place = (what: string, property: string): string =>
      `The ${what} cannot be written: its \`${property}\``
    refused(
      graphOf({ entities: ends, claims: [claim('c', 'a', 'sells', 'b', { quotes })] }),
      place('claim `c`', 'quotes'),
      code,
    )
    refused(graphOf({ entities: [entity('a', 'Person', { note: text })] }), place('entity `a`', 'note'), code)
    refused(graphOf({ entities: [entity('a', 'Person', { name: text })] }), place('entity `a`', 'name'), code)
    refused(graphOf({ entities: [entity(text)] }), place(`entity \`${text}\``, 'id'), code)
  })
})
