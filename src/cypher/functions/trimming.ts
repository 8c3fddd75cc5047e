/** Takes characters off the ends of texts. */

/** Whether a character is one to take off: one of those given, else one of Java's white space. */
export function trimmer(characters?: string): (character: string) => boolean {
  if (characters === undefined) return (character) => whiteSpace.test(character)
  const trimmed = new Set(characters)
  return (character) => trimmed.has(character)
}

const whiteSpace = /^[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]$/

/** The text without such characters at its ends. */
export function trimBoth(text: string, isTrimmed: (character: string) => boolean): string {
  return trimStart(trimEnd(text, isTrimmed), isTrimmed)
}

/** The text without such characters at its start. */
export function trimStart(text: string, isTrimmed: (character: string) => boolean): string {
  let start = 0
  for (const character of text) {
    if (!isTrimmed(character)) break
    start += character.length
  }
  return text.slice(start)
}

/** The text without such characters at its end. */
export function trimEnd(text: string, isTrimmed: (character: string) => boolean): string {
  let end = text.length
  while (end > 0) {
    const pair = text.slice(Math.max(0, end - 2), end)
    const character = (pair.codePointAt(0) ?? 0) > 0xffff ? pair : pair.slice(-1)
    if (!isTrimmed(character)) break
    end -= character.length
  }
  return text.slice(0, end)
}
