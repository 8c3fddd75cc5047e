/** Leaves items out of a list. */

/** The items of a list that are not in another, in time proportional to both. */
export function without<T>(items: readonly T[], others: Iterable<T>): readonly T[] {
  const left = new Set(others)
  return left.size === 0 ? items : items.filter((item) => !left.has(item))
}
