/** Values that are made when they are first asked for. */

/** A function that calls `make` once, at its first call, and returns what it made. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
