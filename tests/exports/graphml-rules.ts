/** The rules of GraphML 1.0 (graphml.graphdrawing.org/xmlns/1.0/graphml.xsd), as far as an export of ours needs them. */
import { childrenOf, descendantsOf, type XmlElement } from './parse-xml.ts'

const namespace = 'http://graphml.graphdrawing.org/xmlns'

/** Attributes that an element must have, and may have; and the elements that it may hold. */
const grammar: Readonly<
  Record<string, readonly [required: string[], optional: string[], children: string[]]>
> = {
  graphml: [[], [], ['key', 'graph']],
  key: [['id', 'for', 'attr.name', 'attr.type'], [], []],
  graph: [['edgedefault'], ['id'], ['node', 'edge']],
  node: [['id'], [], ['data']],
  edge: [['source', 'target'], ['id', 'directed'], ['data']],
  data: [['key'], [], []],
}

const lexical: Readonly<Record<string, RegExp>> = {
  boolean: /^(true|false)$/,
  int: /^-?\d+$/,
  long: /^-?\d+$/,
  float: /^(NaN|-?Infinity|-?\d+(\.\d+)?(e[+-]\d+)?)$/,
  double: /^(NaN|-?Infinity|-?\d+(\.\d+)?(e[+-]\d+)?)$/,
  string: /^/,
}

/** Every breach of the rules in a document, in words; none in a valid one. */
export function graphmlFaults(root: XmlElement): string[] {
  if (root.name !== 'graphml') return [`the root is ${root.name}`]
  const faults = grammarFaults(root)
  if (faults.length > 0) return faults
  return [...keyFaults(root), ...idFaults(root), ...dataFaults(root, 'node'), ...dataFaults(root, 'edge')]
}

function grammarFaults(element: XmlElement): string[] {
  const rule = grammar[element.name]
  if (!rule) return [`unknown element ${element.name}`]
  const [required, optional, children] = rule
  const names = [...element.attributes.keys()]
  return [
    ...(element.uri === namespace ? [] : [`${element.name} is of namespace "${element.uri}"`]),
    ...(element.name === 'data' || element.text.trim() === '' ? [] : [`${element.name} holds text`]),
    ...required.filter((name) => !names.includes(name)).map((name) => `${element.name} lacks ${name}`),
    ...names
      .filter((name) => ![...required, ...optional].includes(name))
      .map((name) => `${element.name} has an attribute ${name}`),
    ...element.children
      .filter(({ name }) => !children.includes(name))
      .map(({ name }) => `${element.name} has a child ${name}`),
    ...orderFaults(element, children),
    ...element.children.flatMap(grammarFaults),
  ]
}

/** The schema lets nodes and edges alternate, but readers want all nodes first. */
function orderFaults(element: XmlElement, order: readonly string[]): string[] {
  const places = element.children.map(({ name }) => order.indexOf(name))
  const inOrder = places.every((place, index) => place >= (places[index - 1] ?? 0))
  return inOrder ? [] : [`${element.name} has its children out of order`]
}

function keyFaults(root: XmlElement): string[] {
  const keys = childrenOf(root, 'key').map(({ attributes }) => attributes)
  return [
    ...repeated(keys.map((key) => key.get('id') ?? '')).map((id) => `two keys have the id "${id}"`),
    ...repeated(keys.map((key) => `${key.get('for') ?? ''} ${key.get('attr.name') ?? ''}`)).map(
      (name) => `two keys are called "${name}"`,
    ),
    ...keys.flatMap((key) =>
      /^[\w.-]+$/.test(key.get('id') ?? '') ? [] : ['a key has no NMTOKEN for an id'],
    ),
    ...keys.flatMap((key) => ((key.get('attr.type') ?? '') in lexical ? [] : ['a key has an unknown type'])),
    ...keys.flatMap((key) => (/^(node|edge)$/.test(key.get('for') ?? '') ? [] : ['a key is for nothing'])),
  ]
}

function idFaults(root: XmlElement): string[] {
  const nodes = [...descendantsOf(root, 'node')].map(({ attributes }) => attributes.get('id') ?? '')
  const edges = [...descendantsOf(root, 'edge')].map(({ attributes }) => attributes)
  const known = new Set(nodes)
  return [
    ...repeated(nodes).map((id) => `two nodes have the id "${id}"`),
    ...repeated(edges.map((edge) => edge.get('id') ?? '')).map((id) => `two edges have the id "${id}"`),
    ...edges.flatMap((edge) =>
      ['source', 'target']
        .filter((end) => !known.has(edge.get(end) ?? ''))
        .map((end) => `edge "${edge.get('id') ?? ''}" has no ${end}`),
    ),
  ]
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.size === seen.add(value).size)
}

function dataFaults(root: XmlElement, side: 'node' | 'edge'): string[] {
  const types = new Map(
    childrenOf(root, 'key')
      .filter(({ attributes }) => attributes.get('for') === side)
      .map(({ attributes }) => [attributes.get('id'), attributes.get('attr.type') ?? '']),
  )
  return [...descendantsOf(root, side)].flatMap(({ children }) => [
    ...repeated(children.map(({ attributes }) => attributes.get('key') ?? '')).map(
      (key) => `two values are for "${key}"`,
    ),
    ...children.flatMap(({ attributes, text }) => {
      const type = types.get(attributes.get('key'))
      if (type === undefined) return [`a value is for "${attributes.get('key') ?? ''}", which is no key`]
      return lexical[type]?.test(text) === true ? [] : [`"${text}" is no ${type}`]
    }),
  ])
}
