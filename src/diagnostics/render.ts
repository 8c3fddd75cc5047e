/** Diagnostics as text for people, and as annotations for GitHub. */
import pc from 'picocolors'
import stringWidth from 'string-width'
import { sourceFileOf, type Diagnostic, type Related, type Severity } from './diagnostic.ts'
import { lineAt, type Range } from './source-file.ts'
import { visible } from './visible.ts'

/** How diagnostics are printed. */
export interface RenderOptions {
  /** Whether to colour the text. Default: false. */
  readonly color?: boolean
}

type Colors = ReturnType<typeof pc.createColors>

/** The longest part of a line that a code frame shows, in code points. */
const frameWidth = 100

/** The longest message or hint that is shown, in code points, and the most related places. */
const textLimit = 600
const relatedLimit = 8

/** Diagnostics as text with code frames, a blank line between them; each ends with a line break. */
export function renderText(
  diagnostics: readonly Diagnostic[],
  { color = false }: RenderOptions = {},
): string {
  const colors = pc.createColors(color)
  return diagnostics.map((diagnostic) => renderOne(diagnostic, colors)).join('\n')
}

function renderOne(diagnostic: Diagnostic, colors: Colors): string {
  const { code, severity, message, hint, related = [] } = diagnostic
  const paint = severityColor(severity, colors)
  return lines([
    `${colors.bold(place(diagnostic))}  ${paint(severity)}  ${code}`,
    `  ${clip(message)}`,
    ...frame(diagnostic, paint, colors),
    ...(hint === undefined ? [] : [`  ${colors.cyan('hint:')} ${clip(hint)}`]),
    ...related
      .slice(0, relatedLimit)
      .flatMap((other) => [
        `  ${place(other)}  ${clip(other.message)}`,
        ...frame(other, colors.cyan, colors),
      ]),
    ...(related.length > relatedLimit ? [`  … and ${related.length - relatedLimit} more places`] : []),
  ])
}

/** A sentence fit for a terminal, not longer than anyone would read. */
function clip(text: string): string {
  const points = Array.from(text.slice(0, 2 * textLimit))
  return visible(points.length > textLimit ? `${points.slice(0, textLimit).join('')}…` : text)
}

function place({ file, range }: { file: string; range: Range }): string {
  return `${visible(file)}:${range.start.line}:${range.start.column}`
}

function severityColor(severity: Severity, colors: Colors): (text: string) => string {
  switch (severity) {
    case 'error':
      return colors.red
    case 'warning':
      return colors.yellow
    case 'info':
      return colors.blue
  }
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('')
}

/** The line a diagnostic is about, with carets under the part that is meant. */
function frame(located: Diagnostic | Related, paint: (text: string) => string, colors: Colors): string[] {
  const file = sourceFileOf(located)
  if (!file || file.text === '') return []
  const { start, end } = located.range
  const points = Array.from(lineAt(file, start.line))
  const first = start.column - 1
  const last =
    end.line === start.line ? Math.max(end.column - 1, first + 1) : Math.max(points.length, first + 1)
  const from = points.length <= frameWidth ? 0 : Math.max(0, Math.min(first - 30, points.length - frameWidth))
  const shown = points.slice(from, from + frameWidth)
  const left = from > 0 ? '…' : ''
  const right = from + frameWidth < points.length ? '…' : ''
  const lead = visible(left + shown.slice(0, first - from).join(''))
  const marked = visible(shown.slice(first - from, last - from).join(''))
  const gutter = String(start.line)
  return [
    `  ${colors.dim(`${gutter} |`)} ${visible(left + shown.join('') + right)}`,
    `  ${colors.dim(`${' '.repeat(gutter.length)} |`)} ${' '.repeat(stringWidth(lead))}${paint('^'.repeat(Math.max(1, stringWidth(marked))))}`,
  ]
}

/** Diagnostics as workflow commands, which GitHub shows beside the changed lines. */
export function renderGitHub(diagnostics: readonly Diagnostic[]): string {
  return lines(
    diagnostics.map(({ code, severity, message, hint, file, range }) => {
      const level = severity === 'info' ? 'notice' : severity
      const properties = Object.entries({
        file,
        line: range.start.line,
        endLine: range.end.line,
        col: range.start.column,
        endColumn: range.end.column,
        title: code,
      }).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
      return `::${level} ${properties.join(',')}::${escapeData(hint === undefined ? message : `${message}\nhint: ${hint}`)}`
    }),
  )
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
