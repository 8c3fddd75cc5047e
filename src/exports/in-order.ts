/** An order that does not depend on that of files. */

/** The values of a map in the order of their keys, by code units. */
export function inOrder<T>(items: ReadonlyMap<string, T>): T[] {
  return [...items].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
}
