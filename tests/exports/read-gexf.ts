/** Reads a GEXF document into nodes and edges, with their values under the titles of the columns. */
import { parseGephiList } from './gephi-list.ts'
import { childrenOf, descendantsOf, parseXml, type XmlElement } from './parse-xml.ts'

type Value = string | number | boolean | readonly (string | number | boolean)[]

export interface ReadElement {
  readonly attributes: ReadonlyMap<string, string>
  readonly values: ReadonlyMap<string, Value>
  /** `r,g,b` */
  readonly colour: string
  /** `start/end`, either of them empty. */
  readonly spells: readonly string[]
}

export interface ReadGexf {
  /** Type by title. */
  readonly nodeColumns: ReadonlyMap<string, string>
  readonly edgeColumns: ReadonlyMap<string, string>
  readonly nodes: ReadonlyMap<string, ReadElement>
  readonly edges: ReadonlyMap<string, ReadElement>
}

export function readGexf(document: string): ReadGexf {
  const graph = childrenOf(parseXml(document), 'graph')[0] as XmlElement
  return {
    nodeColumns: new Map(columns(graph, 'node').map(({ title, type }) => [title, type])),
    edgeColumns: new Map(columns(graph, 'edge').map(({ title, type }) => [title, type])),
    nodes: elements(graph, 'node'),
    edges: elements(graph, 'edge'),
  }
}

function columns(graph: XmlElement, of: string): { id: string; title: string; type: string }[] {
  return childrenOf(graph, 'attributes')
    .filter(({ attributes }) => attributes.get('class') === of)
    .flatMap(({ children }) => children)
    .map(({ attributes }) => ({
      id: attributes.get('id') ?? '',
      title: attributes.get('title') ?? '',
      type: attributes.get('type') ?? '',
    }))
}

function elements(graph: XmlElement, of: string): Map<string, ReadElement> {
  const byId = new Map(columns(graph, of).map((column) => [column.id, column]))
  const read = (element: XmlElement): ReadElement => ({
    attributes: element.attributes,
    values: new Map(
      [...descendantsOf(element, 'attvalue')].map(({ attributes }) => {
        const column = byId.get(attributes.get('for') ?? '')
        return [column?.title ?? '', valueOf(column?.type ?? '', attributes.get('value') ?? '')]
      }),
    ),
    colour: ['r', 'g', 'b'].map((name) => childrenOf(element, 'color')[0]?.attributes.get(name)).join(),
    spells: [...descendantsOf(element, 'spell')].map(
      ({ attributes }) => `${attributes.get('start') ?? ''}/${attributes.get('end') ?? ''}`,
    ),
  })
  return new Map(
    [...descendantsOf(graph, of)].map((element) => [element.attributes.get('id') ?? '', read(element)]),
  )
}

function valueOf(type: string, value: string): Value {
  if (type.startsWith('list')) return parseGephiList(value).map((item) => scalarOf(type.slice(4), item))
  return scalarOf(type, value)
}

function scalarOf(type: string, value: string): string | number | boolean {
  if (type === 'boolean') return value === 'true'
  return type === 'string' ? value : Number(value)
}
