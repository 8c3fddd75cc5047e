/** A file's text, and where in it an offset lies. */

/** A file as read: its name as shown to the user, and its text. */
export interface SourceFile {
  readonly name: string
  readonly text: string
  /** Which line of the file the text begins with, where it is only a part of it; by default the first. */
  readonly firstLine?: number
}

/** 1-based line and column; columns count Unicode code points. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** From `start` up to, but not including, `end`. */
export interface Range {
  readonly start: Position
  readonly end: Position
}

/** A stretch of a file, by offsets in UTF-16 code units. */
export interface Place {
  readonly file: SourceFile
  readonly start: number
  readonly end: number
}

const lineStartsOf = new WeakMap<SourceFile, readonly number[]>()

/** The offsets at which the lines of a file begin. A line ends with LF, CRLF or CR. */
function lineStarts(file: SourceFile): readonly number[] {
  const known = lineStartsOf.get(file)
  if (known) return known
  const starts = [0]
  for (const match of file.text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  lineStartsOf.set(file, starts)
  return starts
}

function firstLineOf({ firstLine = 1 }: SourceFile): number {
  return firstLine
}

/** How many code points a text has. */
export function countCodePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** The last place on a line up to which code points were counted: faults on one long line come in order. */
const countedUpTo = new WeakMap<SourceFile, { lineStart: number; offset: number; count: number }>()

/** How many code points stand between the start of a line and an offset in it. */
function codePointsInLine(file: SourceFile, lineStart: number, offset: number): number {
  const known = countedUpTo.get(file)
  const isAfter = known?.lineStart === lineStart && known.offset <= offset
  const [from, before] = isAfter ? [known.offset, known.count] : [lineStart, 0]
  const count = before + countCodePoints(file.text.slice(from, offset))
  countedUpTo.set(file, { lineStart, offset, count })
  return count
}

/** The line and column of an offset. A byte order mark at the start of the file has no column. */
export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStarts(file)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const mark = low === 0 && file.text.startsWith('\uFEFF') && offset > 0 ? 1 : 0
  return {
    line: low + firstLineOf(file),
    column: codePointsInLine(file, starts[low] ?? 0, offset) - mark + 1,
  }
}

/** The range of a place. */
export function rangeOf(place: Place): Range {
  return { start: positionAt(place.file, place.start), end: positionAt(place.file, place.end) }
}

/** The text of a 1-based line, without its line break. */
export function lineAt(file: SourceFile, line: number): string {
  const starts = lineStarts(file)
  const index = line - firstLineOf(file)
  const text = file.text.slice(starts[index], starts[index + 1])
  return text.replace(/^\uFEFF|[\r\n]+$/g, '')
}
