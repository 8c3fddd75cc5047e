/** Answers queries on a small graph, in a form that is easy to compare. */
import type { PropertyGraph } from '../../../src/cypher/property-graph.ts'
import { runQuery, type QueryOptions } from '../../../src/cypher/query.ts'
import { cellText } from '../../../src/cypher/result-text.ts'
import { listGraph } from '../list-graph.ts'

/** Four people, of whom Dora knows nobody and has no age, and two cities. */
export const people: PropertyGraph = listGraph(
  {
    nodes: [
      { labels: ['Person'], properties: { name: 'Ann', age: 30n } },
      { labels: ['Person'], properties: { name: 'Bob', age: 25n } },
      { labels: ['Person'], properties: { name: 'Cid', age: 41n } },
      { labels: ['Person'], properties: { name: 'Dora' } },
      { labels: ['City'], properties: { name: 'Berlin' } },
      { labels: ['City'], properties: { name: 'Paris' } },
    ],
    relationships: [
      { type: 'KNOWS', from: 0, to: 1, properties: { since: 2010n } },
      { type: 'KNOWS', from: 1, to: 2, properties: { since: 2015n } },
      { type: 'KNOWS', from: 2, to: 0, properties: { since: 2010n } },
      { type: 'KNOWS', from: 0, to: 2, properties: { since: 2020n } },
      { type: 'LIVES_IN', from: 0, to: 4 },
      { type: 'LIVES_IN', from: 1, to: 5 },
      { type: 'LIVES_IN', from: 2, to: 4 },
    ],
  },
  { textIndexes: ['name'] },
)

/** The columns of the answer and its rows, each on one line with `|` between the values. */
export async function answer(
  text: string,
  options: QueryOptions & { readonly graph?: PropertyGraph } = {},
): Promise<readonly string[]> {
  const { columns, rows } = await runQuery(options.graph ?? people, text, options)
  return [columns, ...rows.map((row) => row.map(cellText))].map((cells) => cells.join(' | '))
}

/** Queries, each with the lines of its answer. */
export type AnsweredQueries = readonly (readonly [text: string, ...lines: string[]])[]
