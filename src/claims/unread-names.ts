/** Which names may stand in what could not be read. */

/** Whether a name may stand there; it is in NFC. */
export type UnreadNames = (name: string) => boolean

/** How many characters are searched in all. Then any name may stand there, for the fault that was reported comes first. */
const budget = 2_000_000_000

/** What it costs to begin with a text, in characters. */
const beginning = 100

/**
 * Finds names in texts that could not be read, which are in NFC. Where something is `lost`, so that not even its text
 * is known, any name may stand in it.
 */
export function unreadNames(texts: readonly string[], lost: boolean): UnreadNames {
  const known = new Map<string, boolean>()
  let left = lost ? 0 : budget
  const isIn = (name: string) => (text: string) => {
    const at = text.indexOf(name)
    left -= beginning + (at === -1 ? text.length : at)
    return at !== -1
  }
  return (name) => {
    const mayStand = known.get(name) ?? (left <= 0 || texts.some(isIn(name)))
    known.set(name, mayStand)
    return mayStand
  }
}
