/** Random choices that a seed decides. */

/** Gives random choices; two of one seed give the same. */
export interface Random {
  /** A whole number from 0 up to `limit`, which is left out. */
  readonly below: (limit: number) => number
  /** True once in so many times. */
  readonly once: (times: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
}

/** Choices from a seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { below, once: (times) => below(times) === 0, pick: (from) => from[below(from.length)] as never }
}
