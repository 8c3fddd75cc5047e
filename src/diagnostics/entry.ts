/** The form of a catalogue entry. */

/** One or several files of an example project, by path; a text alone is `data/example.yaml`. */
export type ExampleFiles = string | Readonly<Record<string, string>>

/** What the catalogue says about a code. */
export interface Entry<P> {
  readonly severity: 'error' | 'warning' | 'info'
  /** What is wrong: one sentence in the present tense, names of the user's in backticks. */
  readonly message: (params: P) => string
  /** What to do. */
  readonly hint?: (params: P) => string | undefined
  /** Why it is a fault, for docs/diagnostics.md. */
  readonly about: string
  /**
   * A project with this fault alone, and the same project mended. Beside these files stand those of the example
   * project (example-project.ts), unless the example has a file of the same path. `null`: the fault needs more than
   * text files (a link, a size, bytes that are not UTF-8); `about` then says how it comes about.
   */
  readonly example: { readonly bad: ExampleFiles; readonly good: ExampleFiles } | null
}

/** Declares an entry, keeping the type of its parameters. */
export function entry<P>(value: Entry<P>): Entry<P> {
  return value
}

/** `a`, `a or b`, `a, b or c`, each in backticks. */
export function alternatives(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``)
  const last = quoted.pop()
  if (last === undefined) return ''
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`
}

/** A question with the nearest names, or undefined where there are none. */
export function didYouMean(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : `did you mean ${alternatives(names)}?`
}
