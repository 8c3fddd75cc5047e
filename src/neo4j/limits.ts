/** What Neo4j takes of texts, names and ids, however they get there. */

/** How many characters the name of a graph may have. */
export const longestGraphName = 200

/** How many bytes a graph's name and an id may have together: they are a key of an index, which takes about 8,160. */
const longestKey = 8000

/** The ids of what ties a claim's node to others are a little longer than the claim's. */
const longestIdAndName = longestKey - '#REPORTED_IN'.length

/** How many characters the name of a label, a relationship type or a property may have. */
const longestName = 16_000

/** Half of a character that takes two UTF-16 units: UTF-8, which files hold and the driver sends, has no such thing. */
const loneSurrogate = /\p{Cs}/u

/** The code of the first half of a character in a text; undefined where it has none. */
export function halfCharacterIn(text: string): number | undefined {
  return text.isWellFormed() ? undefined : loneSurrogate.exec(text)?.[0].codePointAt(0)
}

/** Whether a graph may be called this. */
export function isGraphName(name: string): boolean {
  return name.trim() !== '' && name.length <= longestGraphName && halfCharacterIn(name) === undefined
}

/** Whether a label, a relationship type or a property may be called this, apart from halves of characters. */
export function isSchemaName(name: string): boolean {
  return name !== '' && !name.includes('\0') && name.length <= longestName
}

/** How long an id is that is too long for an index, and how long it may be; in bytes. */
export interface ExcessiveLength {
  readonly bytes: number
  readonly most: number
}

/** Undefined for an id that fits into an index together with the name of its graph. */
export function excessOf(id: string, graphName: string): ExcessiveLength | undefined {
  // Most ids are far shorter, however many bytes a character takes.
  if ((id.length + graphName.length) * 3 <= longestIdAndName) return undefined
  const bytes = bytesOf(id)
  const most = longestIdAndName - bytesOf(graphName)
  return bytes > most ? { bytes, most } : undefined
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
