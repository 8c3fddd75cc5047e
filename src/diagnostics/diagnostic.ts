/** A located report about a user's file, as plain data, and how one is made. */
import { catalogue, type Code, type Params } from './catalogue.ts'
import { rangeOf, type Place, type Range, type SourceFile } from './source-file.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Another place that a diagnostic speaks of. */
export interface Related {
  readonly message: string
  readonly file: string
  readonly range: Range
}

/** A located report about a file. Codes are permanent; messages may be reworded. */
export interface Diagnostic {
  readonly code: Code
  readonly severity: Severity
  /** What is wrong: one sentence in the present tense. */
  readonly message: string
  readonly file: string
  readonly range: Range
  /** What to do about it. */
  readonly hint?: string
  readonly related?: readonly Related[]
  /** What the message was made from. */
  readonly params: Readonly<Record<string, unknown>>
}

/** Another place to point at, such as the earlier of two declarations. */
export interface RelatedPlace {
  readonly message: string
  readonly place: Place
}

/** Takes one fault. The parameters that a code needs are checked by the compiler. */
export type Report = <C extends Code>(
  code: C,
  place: Place,
  params: Params<C>,
  related?: readonly RelatedPlace[],
) => void

/** The file behind a diagnostic, for the code frame; not part of the data. */
const fileOf = new WeakMap<object, SourceFile>()

/** The file that a diagnostic or related place is about, where it was made in this process. */
export function sourceFileOf(located: Diagnostic | Related): SourceFile | undefined {
  return fileOf.get(located)
}

/** Makes a diagnostic from its catalogue entry. */
export function createDiagnostic<C extends Code>(
  code: C,
  place: Place,
  params: Params<C>,
  related: readonly RelatedPlace[] = [],
): Diagnostic {
  const entry = catalogue[code] as {
    severity: Severity
    message: (params: unknown) => string
    hint?: (params: unknown) => string | undefined
  }
  const hint = entry.hint?.(params)
  const diagnostic: Diagnostic = {
    code,
    severity: entry.severity,
    message: entry.message(params),
    file: place.file.name,
    range: rangeOf(place),
    ...(hint !== undefined && { hint }),
    ...(related.length > 0 && { related: related.map(locate) }),
    params: params as Readonly<Record<string, unknown>>,
  }
  fileOf.set(diagnostic, place.file)
  return diagnostic
}

function locate({ message, place }: RelatedPlace): Related {
  const related = { message, file: place.file.name, range: rangeOf(place) }
  fileOf.set(related, place.file)
  return related
}

/** A list of diagnostics, and the function that adds to it. */
export function collectDiagnostics(): { diagnostics: Diagnostic[]; report: Report } {
  const diagnostics: Diagnostic[] = []
  return {
    diagnostics,
    report: (code, place, params, related) =>
      void diagnostics.push(createDiagnostic(code, place, params, related)),
  }
}

/** By file, then line, then column, then code. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareTexts(a.file, b.file) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compareTexts(a.code, b.code)
  )
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
