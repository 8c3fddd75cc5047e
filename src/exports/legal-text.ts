/** Refuses text that a file cannot hold, rather than change it. */
import { ExportError } from './export-error.ts'

/** Everything outside https://www.w3.org/TR/xml/#charsets; lone surrogates are `\p{Cs}`. */
const illegal = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/u

/** The first character of `text` that XML 1.0 cannot hold, not even escaped, such as `U+0000`. */
export function illegalCharacter(text: string): string | undefined {
  const found = illegal.exec(text)?.[0].codePointAt(0)
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`
}

/** What holds a text, in words: ``The claim `c1` ``. Made only when there is something to say about it. */
export type Owner = () => string

/** The text; throws an {@link ExportError} where it has a character that XML cannot hold, and CSV better does not. */
export function legalText(text: string, format: 'XML' | 'CSV', owner: Owner, property: string): string {
  const character = illegalCharacter(text)
  if (character === undefined) return text
  throw new ExportError(
    `${owner()} cannot be written: its \`${property}\` holds ${character}, which ${format} cannot. Remove it.`,
  )
}
