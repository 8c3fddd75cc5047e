/** Compares what a reader found in an export with the graph that was written. */
import { expect } from 'vitest'
import type { KnowledgeGraph, PropertyValue } from '../../src/graph/knowledge-graph.ts'
import { edgesOf, nodesOf, type ViewOptions } from '../../src/graph/property-graph.ts'

/** A node or an edge as a reader found it. */
export interface ReadPart {
  readonly label: string
  /** By title of the column. */
  readonly values: ReadonlyMap<string, unknown>
}

export interface ReadEdge extends ReadPart {
  readonly from: string
  readonly to: string
}

export interface ReadGraph {
  readonly nodes: ReadonlyMap<string, ReadPart>
  readonly edges: ReadonlyMap<string, ReadEdge>
}

/**
 * All nodes and edges are there with all that they carry, and nothing else is. `show` says how a reader sees a value;
 * `titles` holds the titles of properties that are called something else.
 */
export function expectSameGraph(
  read: ReadGraph,
  graph: KnowledgeGraph,
  options: ViewOptions,
  show: (value: PropertyValue) => unknown,
  titles: Readonly<Record<string, string>> = {},
): void {
  const nodes = [...nodesOf(graph, options)]
  const edges = [...edgesOf(graph, options)]
  expect([...read.nodes.keys()].sort()).toEqual(nodes.map(({ id }) => id).sort())
  expect([...read.edges.keys()].sort()).toEqual(edges.map(({ id }) => id).sort())
  for (const { id, name, type, labels, properties } of nodes) {
    const found = read.nodes.get(id)
    expect(found?.label).toBe(name)
    const { id: _id, name: _name, ...others } = properties
    expectSameValues(found?.values, { type, labels, ...others }, show, {})
  }
  for (const edge of edges) {
    const found = read.edges.get(edge.id)
    const label = edge.kind === 'claim' ? edge.claim.relation : edge.label
    expect([found?.label, found?.from, found?.to]).toEqual([label, edge.from, edge.to])
    const { id: _id, ...others } = edge.properties
    expectSameValues(found?.values, others, show, titles)
  }
}

/** Each value is under its property's name, with more after it where that would not tell it from another. */
function expectSameValues(
  found: ReadonlyMap<string, unknown> = new Map(),
  properties: Readonly<Record<string, PropertyValue>>,
  show: (value: PropertyValue) => unknown,
  titles: Readonly<Record<string, string>>,
): void {
  const present = Object.entries(properties).filter(
    ([, value]) => typeof value !== 'object' || value.length > 0,
  )
  expect(found.size).toBe(present.length)
  for (const [name, value] of present) {
    const title = Object.hasOwn(titles, name) ? titles[name] : name
    const values = [...found].filter(([each]) => each === title || each.startsWith(`${title} (`))
    expect(values.map(([, each]) => each)).toContainEqual(show(value))
  }
}
