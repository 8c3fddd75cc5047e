/** Reads GraphML with graphology-graphml, which knows nothing of the code that wrote it; see also graphml-rules.ts. */
import { MultiDirectedGraph } from 'graphology'
import { parse } from 'graphology-graphml'
import type { ReadGraph } from './expect-same.ts'
import { childrenOf, descendantsOf, parseXml, type XmlElement } from './parse-xml.ts'

/** What graphology-graphml makes of a document. */
export function readWithGraphology(document: string): ReadGraph {
  const graph = parse(MultiDirectedGraph, document)
  return {
    nodes: new Map(graph.mapNodes((id, { label, ...others }) => [id, part(label, others)])),
    edges: new Map(
      graph.mapEdges((key, { id, label, ...others }, from, to) => {
        if (id !== key) throw new Error(`edge ${key} says that it is ${String(id)}`)
        return [key, { ...part(label, others), from, to }]
      }),
    ),
  }
}

function part(label: unknown, others: object): { label: string; values: Map<string, unknown> } {
  return { label: String(label), values: new Map(Object.entries(others)) }
}

/** What a document says by the letter, types applied. */
export function readByTheLetter(document: string): ReadGraph {
  const root = parseXml(document)
  const edges = elements(root, 'edge').map(([element, { id: _id, ...found }]) => {
    const [key, from, to] = ['id', 'source', 'target'].map((name) => element.attributes.get(name) ?? '')
    return [key as string, { ...found, from: from as string, to: to as string }] as const
  })
  const nodes = elements(root, 'node').map(
    ([element, found]) => [element.attributes.get('id') ?? '', found] as const,
  )
  return { nodes: new Map(nodes), edges: new Map(edges) }
}

type Found = { id: unknown; label: string; values: Map<string, unknown> }

function elements(root: XmlElement, side: 'node' | 'edge'): (readonly [XmlElement, Found])[] {
  const keys = new Map(
    childrenOf(root, 'key')
      .filter(({ attributes }) => attributes.get('for') === side)
      .map(({ attributes }) => [attributes.get('id'), attributes]),
  )
  return [...descendantsOf(root, side)].map((element) => {
    const values = new Map(
      element.children.map(({ attributes, text }) => {
        const key = keys.get(attributes.get('key'))
        return [key?.get('attr.name') ?? '', valueOf(key?.get('attr.type') ?? '', text)]
      }),
    )
    const [id, label] = [values.get('id'), values.get('label')]
    values.delete('id')
    values.delete('label')
    return [element, { id, label: String(label), values }]
  })
}

function valueOf(type: string, text: string): string | number | boolean {
  if (type === 'boolean') return text === 'true'
  return type === 'string' ? text : Number(text)
}
