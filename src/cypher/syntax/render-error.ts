/** Errors of queries as text for people. */
import stringWidth from 'string-width'
import type { CypherError } from '../cypher-error.ts'
import type { CypherNotice } from '../result.ts'
import { codePointText } from './code-point.ts'

/** The longest part of a line that is shown, in code points. */
const lineWidth = 100

/** How much of a cut line is shown before the place. */
const lead = 40

/** A place in a text as people count: from 1, columns in code points. */
export interface Position {
  readonly line: number
  readonly column: number
}

const lineBreak = /\r\n|\r|\n/g

/** The position of an offset in UTF-16 units. An offset after the end means the end. */
export function positionOf(text: string, offset: number): Position {
  const { line, start } = lineAt(text, offset)
  return { line, column: Array.from(text.slice(start, offset)).length + 1 }
}

/**
 * An error with the line of the query that it is about, a caret under the place, and the hint:
 *
 *     SyntaxError: Expected ')' but found the end of the query.
 *     1 | MATCH (n
 *       |         ^
 *     hint: …
 *
 * Lines are joined by line breaks, without one at the end.
 */
export function renderCypherError(error: CypherError, text: string): string {
  return renderFault(error.errorClass, error, text)
}

/** Likewise, of what a query is told though it runs: `warning: No node has the label …`. */
export function renderCypherNotice(notice: CypherNotice, text: string): string {
  return renderFault('warning', notice, text)
}

function renderFault(
  title: string,
  { message, place, hint }: Pick<CypherError, 'message' | 'place' | 'hint'> | CypherNotice,
  text: string,
): string {
  const lines = [`${title}: ${visible(message)}`]
  if (place && text !== '') lines.push(...renderPlace(text, place.start, place.end))
  if (hint !== undefined) lines.push(`hint: ${visible(hint)}`)
  return lines.join('\n')
}

function renderPlace(text: string, start: number, end: number): readonly string[] {
  const { line, start: lineStart, end: lineEnd } = lineAt(text, start)
  const points = Array.from(text.slice(lineStart, lineEnd))
  const first = Array.from(text.slice(lineStart, Math.min(start, lineEnd))).length
  const length = Array.from(text.slice(start, Math.min(end, lineEnd))).length
  const from = points.length <= lineWidth ? 0 : Math.max(0, Math.min(first - lead, points.length - lineWidth))
  const shown = points.slice(from, from + lineWidth)
  const before = `${from > 0 ? '…' : ''}${shown.slice(0, first - from).join('')}`
  const marked = shown.slice(first - from, first - from + length).join('')
  const gutter = String(line)
  return [
    `${gutter} | ${visible(`${from > 0 ? '…' : ''}${shown.join('')}`)}${from + lineWidth < points.length ? '…' : ''}`,
    `${' '.repeat(gutter.length)} | ${' '.repeat(stringWidth(visible(before)))}${'^'.repeat(Math.max(1, stringWidth(visible(marked))))}`,
  ]
}

/** The line that an offset is in: its number, and where it begins and ends. */
function lineAt(text: string, offset: number): { line: number; start: number; end: number } {
  let line = 1
  let start = 0
  for (const { 0: mark, index } of text.matchAll(lineBreak)) {
    const next = index + mark.length
    if (next > offset) return { line, start, end: index }
    line++
    start = next
  }
  return { line, start, end: text.length }
}

/** Text that cannot confuse a terminal: tabs as one space, controls and marks of the writing direction as their codes. */
function visible(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replace(
      /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
      (character) => `<${codePointText(character)}>`,
    )
}
