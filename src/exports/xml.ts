/** Writes XML 1.0 in chunks, so that a large document never stands in memory as a whole. */
import xmlbuilder from 'xmlbuilder'

/** Takes elements one after another; `ele` opens one, `up` closes it. */
export type XmlWriter = xmlbuilder.XMLDocumentCB

/** Chunks have at least this many characters, save the last. */
const chunkLength = 1 << 16

/**
 * Left alone, xmlbuilder checks every name, though ours are constants, and goes over every value six times. This
 * makes the whole of it twice as fast.
 */
const stringify = {
  name: (name: string) => name,
  attValue(this: { attEscape(text: string): string }, value: unknown): string {
    const text = String(value)
    return /[&<"\t\n\r]/.test(text) ? this.attEscape(text) : text
  },
}

/**
 * The chunks of the document that `write` makes. Where `write` yields, a line ends; elements that it leaves open are
 * closed. There is no other white space between elements, so that texts stay as they are. Values must have been
 * checked with {@link illegalCharacter}.
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

/** Everything outside https://www.w3.org/TR/xml/#charsets; lone surrogates are `\p{Cs}`. */
const illegal = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/u

/** The first character of `text` that XML 1.0 cannot hold, not even escaped, such as `U+0000`. */
export function illegalCharacter(text: string): string | undefined {
  const found = illegal.exec(text)?.[0].codePointAt(0)
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`
}
