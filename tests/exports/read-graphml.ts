/** Reads GraphML with graphology-graphml, which knows nothing of the code that wrote it; see also graphml-rules.ts. */
import { MultiDirectedGraph } from 'graphology'
import { parse } from 'graphology-graphml'
import type { ReadGraph, ReadPart } from './expect-same.ts'
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

function part(label: unknown, others: object): ReadPart {
  return { label: String(label), values: new Map(Object.entries(others)) }
}

/** What a document says by the letter, types applied. */
export function readByTheLetter(document: string): ReadGraph {
  const root = parseXml(document)
  const edges = elements(root, 'edge').map(([element, { label, values }]) => {
    const [key, from, to] = ['id', 'source', 'target'].map((name) => element.attributes.get(name) ?? '')
    return [key as string, { label, values, from: from as string, to: to as string }] as const
  })
  const nodes = elements(root, 'node').map(
    ([element, part]) => [element.attributes.get('id') ?? '', part] as const,
  )
  return { nodes: new Map(nodes), edges: new Map(edges) }
}

/** The nodes or edges, and what is in them but an edge's `id`, which its element has too. */
function elements(root: XmlElement, side: 'node' | 'edge'): (readonly [XmlElement, ReadPart])[] {
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
    const label = String(values.get('label'))
    values.delete('label')
    if (side === 'edge' && values.get('id') === element.attributes.get('id')) values.delete('id')
    return [element, { label, values }]
  })
}

function valueOf(type: string, text: string): string | number | boolean {
  if (type === 'boolean') return text === 'true'
  return type === 'string' ? text : Number(text)
}
