/** Text for a terminal. */

/**
 * A text that cannot confuse a terminal: tabs as one space; controls, line separators and marks that turn the writing direction
 * as their code points.
 */
export function visible(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .replace(
      /[\p{Cc}\p{Cs}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/gu,
      (character) => {
        const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
        return `<U+${code}>`
      },
    )
}
