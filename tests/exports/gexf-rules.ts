/**
 * The rules of GEXF 1.3, written from its specification: the RELAX NG grammars gexf.rnc, dynamics.rnc and viz.rnc
 * (http://gexf.net/1.3/gexf.rnc, github.com/gephi/gexf, specs/1.3), and what the GEXF 1.3 Primer adds in words: ids
 * are unique, edges end at nodes, a value is for a declared attribute and of its type (section 2.3), parallel edges
 * differ in `kind` (2.2.4), times have the format and representation of the graph, and an end is not before its start
 * (5.3, 5.4).
 */
import { parseGephiList } from './gephi-list.ts'
import { childrenOf, descendantsOf, type XmlElement } from './parse-xml.ts'

const gexf = 'http://gexf.net/1.3'
const viz = 'http://gexf.net/1.3/viz'

type Check = (value: string) => boolean

const text: Check = () => true
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value)
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value)
const whole: Check = matches(/^[+-]?\d+$/)
const decimal: Check = matches(/^([+-]?(\d+(\.\d*)?|\.\d+)([Ee][+-]?\d+)?|-?INF|NaN)$/)
const date: Check = (value) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && value.slice(0, 4) !== '0000' && isDay(value)
const dateTime: Check = matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/)
const time: Check = (value) => whole(value) || decimal(value) || date(value) || dateTime(value)
const channel: Check = (value) => /^\d+$/.test(value) && Number(value) <= 255
const positive: Check = (value) => decimal(value) && Number(value) >= 0
const between =
  (bits: bigint): Check =>
  (value) =>
    whole(value) && BigInt(value) >= -(1n << (bits - 1n)) && BigInt(value) < 1n << (bits - 1n)

function isDay(value: string): boolean {
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
}

const scalarTypes: Readonly<Record<string, Check>> = {
  string: text,
  integer: between(32n),
  long: between(64n),
  short: between(16n),
  byte: between(8n),
  biginteger: whole,
  float: decimal,
  double: decimal,
  bigdecimal: matches(/^[+-]?(\d+(\.\d*)?|\.\d+)$/),
  boolean: oneOf('true', 'false', '1', '0'),
  char: matches(/^.$/su),
}
const listTypes = Object.fromEntries(
  Object.entries(scalarTypes).map(([name, check]) => [
    `list${name}`,
    (value: string) => /^\[[^]*\]$/.test(value) && parseGephiList(value).every((item) => check(item)),
  ]),
)
const valueTypes: Readonly<Record<string, Check>> = { ...scalarTypes, ...listTypes, anyURI: text }

interface Rule {
  readonly uri?: string
  readonly required?: Readonly<Record<string, Check>>
  readonly optional?: Readonly<Record<string, Check>>
  /** The elements that it may have. `?`: at most one; `*`: any number; `+`: at least one; nothing: exactly one. */
  readonly children?: readonly string[]
  /** Whether the children stand in this order. */
  readonly ordered?: boolean
  readonly text?: true
}

const edgeTypes = oneOf('directed', 'undirected', 'mutual')
const interval = { start: time, end: time, timestamp: time }
const span = { ...interval, intervals: text, timestamps: text }

const rules: Readonly<Record<string, Rule>> = {
  gexf: {
    required: { version: oneOf('1.3') },
    optional: { variant: text },
    children: ['meta?', 'graph'],
    ordered: true,
  },
  meta: { optional: { lastmodifieddate: date }, children: ['creator?', 'keywords?', 'description?'] },
  creator: { text: true },
  keywords: { text: true },
  description: { text: true },
  graph: {
    optional: {
      defaultedgetype: edgeTypes,
      idtype: oneOf('integer', 'string'),
      mode: oneOf('static', 'dynamic', 'slice'),
      timeformat: oneOf('integer', 'double', 'date', 'dateTime'),
      timerepresentation: oneOf('interval', 'timestamp'),
      timezone: text,
      ...interval,
    },
    children: ['attributes*', 'nodes', 'edges'],
    ordered: true,
  },
  attributes: {
    required: { class: oneOf('node', 'edge') },
    optional: { mode: oneOf('static', 'dynamic') },
    children: ['attribute*'],
  },
  attribute: {
    required: { id: text, title: text, type: oneOf(...Object.keys(valueTypes)) },
    children: ['default?', 'options?'],
  },
  default: { text: true },
  options: { text: true },
  nodes: { optional: { count: matches(/^\d+$/) }, children: ['node*'] },
  edges: { optional: { count: matches(/^\d+$/) }, children: ['edge*'] },
  node: {
    required: { id: text },
    optional: { label: text, pid: text, ...span },
    children: [
      'attvalues?',
      'spells?',
      'nodes?',
      'edges?',
      'parents?',
      'color?',
      'position?',
      'size?',
      'shape?',
    ],
  },
  edge: {
    required: { source: text, target: text },
    optional: { id: text, type: edgeTypes, label: text, weight: decimal, kind: text, ...span },
    children: ['attvalues?', 'spells?', 'color?', 'thickness?', 'shape?'],
  },
  parents: { children: ['parent*'] },
  parent: { required: { for: text } },
  attvalues: { children: ['attvalue*'] },
  attvalue: { required: { for: text, value: text }, optional: interval },
  spells: { children: ['spell+'] },
  spell: { optional: interval },
  color: {
    uri: viz,
    optional: {
      r: channel,
      g: channel,
      b: channel,
      hex: text,
      a: (value) => positive(value) && Number(value) <= 1,
    },
  },
  position: { uri: viz, required: { x: decimal, y: decimal }, optional: { z: decimal } },
  size: { uri: viz, required: { value: positive } },
  thickness: { uri: viz, required: { value: positive } },
  shape: { uri: viz, required: { value: text }, optional: { uri: text } },
}

/** Every breach of the rules of GEXF 1.3 in a document, in words; none in a valid one. */
export function gexfFaults(root: XmlElement): string[] {
  if (root.name !== 'gexf') return [`the root is ${root.name}`]
  const grammar = grammarFaults(root)
  if (grammar.length > 0) return grammar
  const graph = childrenOf(root, 'graph')[0] as XmlElement
  return [
    ...idFaults(graph),
    ...endFaults(graph),
    ...parallelFaults(graph),
    ...valueFaults(graph, 'node'),
    ...valueFaults(graph, 'edge'),
    ...timeFaults(graph),
  ]
}

function grammarFaults(element: XmlElement): string[] {
  const rule = rules[element.name]
  if (!rule) return [`unknown element ${element.name}`]
  return [
    ...(element.uri === (rule.uri ?? gexf) ? [] : [`${element.name} is of namespace "${element.uri}"`]),
    ...(rule.text === true || element.text.trim() === '' ? [] : [`${element.name} holds text`]),
    ...attributeFaults(element, rule),
    ...childFaults(element, rule),
    ...(element.name === 'color' && !hasColour(element) ? ['color has neither r, g, b nor hex'] : []),
    ...element.children.flatMap(grammarFaults),
  ]
}

function hasColour({ attributes }: XmlElement): boolean {
  return attributes.has('hex') !== ['r', 'g', 'b'].every((name) => attributes.has(name))
}

function attributeFaults(element: XmlElement, { required = {}, optional = {} }: Rule): string[] {
  const faults = Object.keys(required).filter((name) => !element.attributes.has(name))
  return [
    ...faults.map((name) => `${element.name} lacks ${name}`),
    ...[...element.attributes].flatMap(([name, value]) => {
      const check = required[name] ?? optional[name]
      if (!check) return [`${element.name} has an attribute ${name}`]
      return check(value) ? [] : [`${element.name} has ${name}="${value}"`]
    }),
  ]
}

function childFaults(element: XmlElement, { children = [], ordered = false }: Rule): string[] {
  const names = children.map((child) => child.replace(/[?*+]$/, ''))
  const faults = element.children
    .filter(({ name }) => !names.includes(name))
    .map(({ name }) => `${element.name} has a child ${name}`)
  for (const [index, child] of children.entries()) {
    const count = childrenOf(element, names[index] ?? '').length
    const most = /[*+]$/.test(child) ? Infinity : 1
    const least = /[?*]$/.test(child) ? 0 : 1
    if (count < least || count > most) faults.push(`${element.name} has ${count} of ${child}`)
  }
  const places = element.children.map(({ name }) => names.indexOf(name))
  if (ordered && places.some((place, index) => place < (places[index - 1] ?? 0))) {
    faults.push(`${element.name} has its children out of order`)
  }
  return faults
}

function idFaults(graph: XmlElement): string[] {
  const kinds = [
    ['node', [...descendantsOf(graph, 'node')]],
    ['edge', [...descendantsOf(graph, 'edge')]],
    ...childrenOf(graph, 'attributes').map((each) => ['attribute', each.children] as const),
  ] as const
  return kinds.flatMap(([kind, elements]) =>
    repeated(elements.flatMap((element) => element.attributes.get('id') ?? [])).map(
      (id) => `two ${kind}s have the id "${id}"`,
    ),
  )
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.size === seen.add(value).size)
}

function endFaults(graph: XmlElement): string[] {
  const nodes = new Set([...descendantsOf(graph, 'node')].map((node) => node.attributes.get('id')))
  return [...descendantsOf(graph, 'edge')].flatMap((edge) =>
    ['source', 'target']
      .filter((end) => !nodes.has(edge.attributes.get(end)))
      .map((end) => `edge "${edge.attributes.get('id') ?? ''}" has no ${end}`),
  )
}

function parallelFaults(graph: XmlElement): string[] {
  const keys = [...descendantsOf(graph, 'edge')].map(({ attributes }) =>
    JSON.stringify([attributes.get('source'), attributes.get('target'), attributes.get('kind') ?? '']),
  )
  return repeated(keys).map((key) => `two edges are ${key}`)
}

function valueFaults(graph: XmlElement, of: 'node' | 'edge'): string[] {
  const declared = childrenOf(graph, 'attributes')
    .filter((attributes) => attributes.attributes.get('class') === of)
    .flatMap((attributes) => attributes.children)
  const types = new Map(declared.map(({ attributes }) => [attributes.get('id'), attributes.get('type')]))
  return [...descendantsOf(graph, of)].flatMap((element) => {
    const values = [...descendantsOf(element, 'attvalue')].map(({ attributes }) => attributes)
    const undated = values.filter((value) => !['start', 'end', 'timestamp'].some((name) => value.has(name)))
    const twice = repeated(undated.map((value) => value.get('for') ?? ''))
    return [
      ...twice.map((id) => `two values are for "${id}"`),
      ...values.flatMap((value) => valueFault(value, types.get(value.get('for')))),
    ]
  })
}

function valueFault(attributes: ReadonlyMap<string, string>, type: string | undefined): string[] {
  const value = attributes.get('value') ?? ''
  if (type === undefined) return [`a value is for "${attributes.get('for') ?? ''}", which is not declared`]
  return valueTypes[type]?.(value) === true ? [] : [`"${value}" is no ${type}`]
}

function timeFaults(graph: XmlElement): string[] {
  const formats = { integer: whole, double: decimal, date, dateTime }
  const format = (graph.attributes.get('timeformat') ?? 'double') as keyof typeof formats
  const representation = graph.attributes.get('timerepresentation') ?? 'interval'
  const timed = [...descendantsOf(graph, 'spell'), ...descendantsOf(graph, 'attvalue')]
  return timed.flatMap(({ attributes }) => {
    const [start, end, timestamp] = [
      attributes.get('start'),
      attributes.get('end'),
      attributes.get('timestamp'),
    ]
    const bounds = [start, end, timestamp].filter((value) => value !== undefined)
    return [
      ...bounds.filter((value) => !formats[format](value)).map((value) => `"${value}" is no ${format}`),
      ...(timestamp !== undefined && representation === 'interval' ? ['a timestamp among intervals'] : []),
      ...(start !== undefined && end !== undefined && end < start ? [`${end} is before ${start}`] : []),
    ]
  })
}
