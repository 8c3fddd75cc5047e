/** Finds where the documents of a YAML text begin and end, so that a fault in one leaves the others alone. */

/** A stretch of a text, by offsets in UTF-16 code units. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * The stretches between document markers. A `---` line begins a stretch and a `...` line ends one; YAML allows neither
 * at the start of a line within a value. `text` has LF or CRLF as line breaks.
 */
export function splitDocuments(text: string): Stretch[] {
  const stretches: Stretch[] = []
  let start = 0
  const cut = (end: number) => {
    if (end > start) stretches.push({ start, end })
    start = end
  }
  for (const match of text.matchAll(/(?:^|\n)(?:---|\.\.\.)(?=[ \t\r\n]|$)/g)) {
    const marker = match.index + match[0].length - 3
    if (text[marker] === '-') cut(marker)
    else cut(endOfLine(text, marker))
  }
  cut(text.length)
  return stretches
}

function endOfLine(text: string, offset: number): number {
  const lineBreak = text.indexOf('\n', offset)
  return lineBreak === -1 ? text.length : lineBreak + 1
}
