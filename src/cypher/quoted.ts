/** Texts from queries and values in messages. */

/** How much of a text is shown, in UTF-16 code units. */
const most = 60

/** A text; of a long one, its beginning. */
export function shortened(text: string): string {
  return text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : text
}

/** The same in backticks. */
export function quoted(text: string): string {
  return `\`${shortened(text)}\``
}
