/** The relationship type in Cypher that a relation has by default. */

const label = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u

/**
 * A relation's name in upper snake case: `declares winner` → `DECLARES_WINNER`. Letters outside ASCII stay (`übergibt`
 * → `ÜBERGIBT`), digits too; every run of anything else is one underscore, none at the ends. Empty where nothing of the
 * name can stand in a label.
 */
export function defaultLabel(name: string): string {
  const words = name.toUpperCase().normalize('NFC')
  const joined = words
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, ' ')
    .trim()
    .replaceAll(' ', '_')
  return /^\p{N}/u.test(joined) ? `_${joined}` : joined
}

/** Whether Cypher takes the text as a relationship type without quoting it. */
export function isLabel(text: string): boolean {
  return label.test(text)
}
