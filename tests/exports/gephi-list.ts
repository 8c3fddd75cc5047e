/**
 * Reads a list value as Gephi 0.10 does: github.com/gephi/graphstore, ArraysParser.java and
 * FormattingAndParsingUtils.java (parseLiteral, parseValue), after ElementDraftImpl.parseValue of Gephi has put
 * `Infinity` for `INF`.
 */
export function parseGephiList(value: string): string[] {
  const text = value.replaceAll('INF', 'Infinity')
  const items: string[] = []
  let at = 0
  while (at < text.length) {
    const character = text.charAt(at)
    if ('[]() \t\r\n,'.includes(character)) at += 1
    else {
      const quoted = character === '"' || character === "'"
      const [item, end] = quoted ? literalAt(text, at + 1, character) : valueAt(text, at)
      items.push(item)
      at = end
    }
  }
  return items
}

/** Text up to the closing quote; a backslash makes the next character an ordinary one. */
function literalAt(text: string, start: number, quote: string): [item: string, end: number] {
  let item = ''
  let at = start
  while (at < text.length && text.charAt(at) !== quote) {
    if (text.charAt(at) === '\\') at += 1
    item += text.charAt(at)
    at += 1
  }
  return [item, at + 1]
}

/** Text up to a comma or a closing bracket. */
function valueAt(text: string, start: number): [item: string, end: number] {
  const length = text.slice(start).search(/[,)\]]/)
  const end = length < 0 ? text.length : start + length
  return [text.slice(start, end).trim(), end]
}
