/** Characters that cannot be shown, in messages. */

/** A character as its code point is written: `U+00E9`. */
export function codePointText(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
