/** A graph that has hostile texts in every place that takes one. */
import fc from 'fast-check'
import type { KnowledgeGraph, PropertyValues } from '../../../src/graph/knowledge-graph.ts'
import { claim, entity, exampleSchema, graphOf, source } from '../example-graph.ts'
import { hostileTexts } from '../hostile-texts.ts'
import { validGraph } from '../random-graph.ts'

/** What is hostile to Neo4j alone. */
const databaseTexts = [
  '`}) DETACH DELETE n //',
  String.raw`\u0060 \u0027 \\u0041 \\\u0041 \x \n`,
  "' OR 1=1; \n;\n// $id {{}} /* \\",
  ';\n',
  '\\',
  "\\'",
  "'\\",
  '\\\n',
  '\\\u2028\\u2028',
  '\u0085;\u2028;\u2029',
  'a\u001Fb\u001Ec\u0001\u007F',
  '𝔘𝔫𝔦 \u{10FFFF}',
  'trailing ',
  'MATCH',
  '💥:`:;"\'',
]

const texts = [...hostileTexts, ...databaseTexts]

const hostileRelation = texts.join(' ')

const dates = ['0000-01-01', '0001-12-31', '1582-10-10', '9999-12-31']
const numbers = [51, 0.1, -0, 1e21, 1e300, 5e-324, -1.7976931348623157e308, 123456789012345680000]

/**
 * The graph; `takesName` says which property names there may be. With all property types, days of unusual years, and
 * parallel claims.
 */
export function hostileGraph(takesName: (name: string) => boolean): KnowledgeGraph {
  const properties = (text: string): PropertyValues =>
    takesName(text) ? Object.fromEntries([[`p ${text}`, text]]) : {}
  return graphOf({
    entities: [
      entity('other', 'Person', { note: '' }),
      ...texts.map((text) =>
        entity(`e ${text}`, text, {
          name: text,
          aliases: [text, '', text],
          note: text,
          properties: properties(text),
        }),
      ),
    ],
    sources: [source('wire', { title: '', text: 'a\r\nb', properties: { words: 9007199254740991 } })],
    claims: [
      ...texts.map((text, index) =>
        claim(`c ${text}`, `e ${text}`, hostileRelation, 'other', {
          condition: text,
          source: 'wire',
          earliest: dates[index % dates.length] as string,
          quotes: [
            { exact: text, start: index, end: index + 1 },
            { exact: text, translation: text },
          ],
          properties: {
            ...properties(text),
            regions: [text, ''],
            number: numbers[index % numbers.length] as number,
          },
        }),
      ),
      claim('about', 'other', hostileRelation, `c ${texts[1] as string}`, { source: 'wire' }),
      claim('twice', 'other', 'declares winner', 'other', {
        properties: { share: 51, votes: -9007199254740991, final: true, rounds: [1, -0, 2.5] },
      }),
    ],
  })
}

/** Some of `count` random graphs: those that `takes` does not refuse, in one. */
export function randomGraph(count: number, takes: (graph: KnowledgeGraph) => void): KnowledgeGraph {
  const graphs = fc.sample(validGraph, count).map(withPrefix).filter(passes(takes))
  return graphFrom(graphs)
}

function passes(takes: (graph: KnowledgeGraph) => void) {
  return (graph: KnowledgeGraph): boolean => {
    try {
      takes(graph)
      return true
    } catch {
      return false
    }
  }
}

/** So that no two graphs have an id in common. Few have relations of their own, each of which takes a constraint. */
function withPrefix(graph: KnowledgeGraph, index: number): KnowledgeGraph {
  const renamed = (id: string): string => `${index} ${id}`
  const { entities, sources, claims } = graph
  const { relations } = exampleSchema
  return graphOf({
    entities: Array.from(entities.values(), (each) => ({ ...each, id: renamed(each.id) })),
    sources: Array.from(sources.values(), (each) => ({ ...each, id: renamed(each.id) })),
    claims: Array.from(claims.values(), (each) => ({
      ...each,
      id: renamed(each.id),
      relation: relations.has(each.relation) || index === 0 ? each.relation : 'linked to',
      subject: renamed(each.subject),
      object: renamed(each.object),
      ...(each.source !== undefined && { source: renamed(each.source) }),
    })),
  })
}

/** Several graphs in one. */
export function graphFrom(graphs: readonly KnowledgeGraph[]): KnowledgeGraph {
  const join = <T>(maps: readonly ReadonlyMap<string, T>[]): Map<string, T> =>
    new Map(maps.flatMap((map) => [...map]))
  return {
    schema: {
      types: join(graphs.map(({ schema }) => schema.types)),
      relations: join(graphs.map(({ schema }) => schema.relations)),
    },
    entities: join(graphs.map(({ entities }) => entities)),
    sources: join(graphs.map(({ sources }) => sources)),
    claims: join(graphs.map(({ claims }) => claims)),
  }
}
