/** Rows of a table as lines that fit a terminal. */
import stringWidth from 'string-width'

/** A cell: its text, on one line, and how to colour it once it has been fitted. */
export interface Cell {
  readonly text: string
  readonly paint?: (text: string) => string
}

/** How a table is laid out. */
export interface TableLayout {
  /** How many spaces stand before each line. Default: 2. */
  readonly indent?: number
  /** How wide a line may be; without it, as wide as it needs. */
  readonly width?: number | undefined
  /** The columns that may be cut where the width is not enough, the first being 0. */
  readonly cut: readonly number[]
}

/** Between two columns. */
const gap = 2

/** No column is cut to less than this. */
const narrowest = 8

/** Letters of Latin script and what goes with them: each has one column. */
const plain = /^[\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF]*$/

/** A long text is measured in parts, cut at a space where there is one: finding letters takes time by the square. */
const parts = /[^]{1,255} |[^]{1,256}/gu

/** How many columns a text takes on a terminal. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length
  if (text.length <= 256) return stringWidth(text)
  return sum((text.match(parts) ?? []).map((part) => stringWidth(part)))
}

/** The width of standard output; undefined where it is no terminal, since a file or a pipe has room for all. */
export function terminalWidth(): number | undefined {
  const { stdout } = process
  return stdout.isTTY ? stdout.columns || 80 : undefined
}

/** Whether lines of no more than `width` are enough for these rows, when all that may be cut is. */
export function canFit(rows: readonly (readonly Cell[])[], { indent = 2, width, cut }: TableLayout): boolean {
  if (width === undefined) return true
  const widths = columnWidths(rows)
  for (const column of cut) widths[column] = Math.min(widths[column] ?? 0, narrowest)
  return indent + sum(widths) + gap * (widths.length - 1) <= width
}

/**
 * A line for each row, its cells below those of the row before. Where the width is not enough, the widest of those
 * that may be cut are, and what is cut ends in `…`.
 */
export function tableLines(
  rows: readonly (readonly Cell[])[],
  { indent = 2, width, cut }: TableLayout,
): readonly string[] {
  const widths = columnWidths(rows)
  if (width !== undefined) narrow(widths, width - indent - gap * (widths.length - 1), cut)
  return rows.map((row) => {
    const cells = row.map(({ text, paint = (same) => same }, column) => {
      const room = widths[column] ?? 0
      const shown = shorten(text, room)
      return paint(shown) + ' '.repeat(room - widthOf(shown) + gap)
    })
    return `${' '.repeat(indent)}${cells.join('')}`.trimEnd()
  })
}

function columnWidths(rows: readonly (readonly Cell[])[]): number[] {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach(({ text }, column) => (widths[column] = Math.max(widths[column] ?? 0, widthOf(text))))
  }
  return widths
}

/** Takes from the widest columns that may be cut until all have this room together, or none can give any more. */
function narrow(widths: number[], room: number, cut: readonly number[]): void {
  const widestOfAll = Math.max(room, narrowest)
  for (const column of cut) widths[column] = Math.min(widths[column] ?? 0, widestOfAll)
  for (let excess = sum(widths) - room; excess > 0; excess -= 1) {
    let widest = -1
    for (const column of cut) if ((widths[column] ?? 0) > (widths[widest] ?? narrowest)) widest = column
    if (widest < 0) return
    widths[widest] = (widths[widest] ?? 0) - 1
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** As much of a text as has room, `…` at its end where that is not all. */
function shorten(text: string, room: number): string {
  if (widthOf(text) <= room) return text
  let kept = ''
  let left = room - 1
  for (const { segment } of graphemes.segment(text)) {
    left -= stringWidth(segment)
    if (left < 0) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
