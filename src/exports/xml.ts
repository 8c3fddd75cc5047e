/** Writes XML 1.0 in chunks, so that a large document never stands in memory as a whole. */
import xmlbuilder from 'xmlbuilder'

/** Takes elements one after another; `ele` opens one, `up` closes it. */
export type XmlWriter = xmlbuilder.XMLDocumentCB

/** Chunks have at least this many characters, save the last. */
const chunkLength = 1 << 16

/** What xmlbuilder lends to the hooks below. */
interface Escapes {
  attEscape(text: string): string
  textEscape(text: string): string
}

/**
 * Left alone, xmlbuilder checks every name, though ours are constants, and goes over every value six times. This
 * makes the whole of it twice as fast.
 */
const stringify = {
  name: (name: string) => name,
  attValue(this: Escapes, value: unknown): string {
    const text = String(value)
    return /[&<"\t\n\r\u0085\u2028]/.test(text) ? escapeLineEnds(this.attEscape(text)) : text
  },
  text(this: Escapes, value: unknown): string {
    const text = String(value)
    return /[&<>\r\u0085\u2028]/.test(text) ? escapeLineEnds(this.textEscape(text)) : text
  },
}

/** Line ends of XML 1.1, which some parsers (xmldom) turn into line feeds in XML 1.0 too. */
function escapeLineEnds(text: string): string {
  return text.replaceAll('\u0085', '&#x85;').replaceAll('\u2028', '&#x2028;')
}

/**
 * The chunks of the document that `write` makes. Where `write` yields, a line ends; elements that it leaves open are
 * closed. There is no other white space between elements, so that texts stay as they are. Values must have been
 * checked with `legalText`.
 */
export function* xmlChunks(write: (xml: XmlWriter) => Iterable<void>): Generator<string, void, undefined> {
  let pending = ''
  const xml = xmlbuilder.begin({ stringify }, (text) => {
    pending += text
  })
  xml.declaration('1.0', 'UTF-8')
  for (const _ of write(xml)) {
    xml.text('\n')
    if (pending.length < chunkLength) continue
    yield pending
    pending = ''
  }
  xml.end()
  yield `${pending}\n`
}
