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

/** The width of standard output; undefined where it is no terminal, since a file or a pipe has room for all. */
export function terminalWidth(): number | undefined {
  const { stdout } = process
  return stdout.isTTY ? stdout.columns || 80 : undefined
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
      return paint(shown) + ' '.repeat(room - stringWidth(shown) + gap)
    })
    return `${' '.repeat(indent)}${cells.join('')}`.trimEnd()
  })
}

function columnWidths(rows: readonly (readonly Cell[])[]): number[] {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach(({ text }, column) => (widths[column] = Math.max(widths[column] ?? 0, stringWidth(text))))
  }
  return widths
}

/** Takes from the widest columns that may be cut until all have this room together, or none can give any more. */
function narrow(widths: number[], room: number, cut: readonly number[]): void {
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
  if (stringWidth(text) <= room) return text
  let kept = ''
  let left = room - 1
  for (const { segment } of graphemes.segment(text)) {
    left -= stringWidth(segment)
    if (left < 0) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
