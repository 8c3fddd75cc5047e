/** Reads XML with saxes, a parser that knows nothing of the library that wrote it, into plain elements. */
import { SaxesParser } from 'saxes'

export interface XmlElement {
  readonly uri: string
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The text directly inside, white space included. */
  readonly text: string
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[]
  text: string
}

/** The root of a document; throws where it is not well-formed, namespaces included. */
export function parseXml(document: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const top: OpenElement = { uri: '', name: '', attributes: new Map(), children: [], text: '' }
  const open = [top]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const values = Object.values(attributes).filter(
      ({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns',
    )
    const element: OpenElement = {
      uri,
      name: local,
      attributes: new Map(values.map(({ name, value }) => [name, value])),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const inner = open.at(-1)
    if (inner) inner.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(document).close()
  const root = top.children[0]
  if (!root) throw new Error('no element')
  return root
}

/** The children of an element that have this name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The elements of this name at any depth, in the order of the document. */
export function* descendantsOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child
    yield* descendantsOf(child, name)
  }
}
