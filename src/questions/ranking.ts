/** Which of some things come last, while they come and go. */
import { compareTexts } from './days.ts'

/** Things ranked by a day that each of them has; at first all are away. */
export interface Ranking {
  /** Says whether a thing, given by its index, is there. */
  set(index: number, present: boolean): void
  /** The latest day of those that are there. */
  latest(): string | undefined
  /** The indexes of those that are there, latest day first. */
  fromLatest(): Iterable<number>
}

/** A ranking of as many things as there are days. Each step takes time in the logarithm of their number. */
export function rankByDay(days: readonly string[]): Ranking {
  const order = days.map((_, index) => index).sort((a, b) => compareTexts(days[a] ?? '', days[b] ?? ''))
  const placeOf = new Int32Array(days.length)
  order.forEach((index, place) => (placeOf[index] = place))
  const taken = createPlaces(days.length)
  const last = (before: number): number | undefined => order[taken.lastBefore(before)]
  return {
    set: (index, present) => taken.set(placeOf[index] ?? 0, present),
    latest: () => days[last(days.length) ?? -1],
    *fromLatest() {
      let index = last(days.length)
      while (index !== undefined) {
        yield index
        index = last(placeOf[index] ?? 0)
      }
    },
  }
}

/** Places in a row, each taken or free. */
interface Places {
  set(place: number, taken: boolean): void
  /** The last place before this one that is taken, or -1. */
  lastBefore(place: number): number
}

/** A binary tree in an array: node n has the children 2n and 2n + 1, and says how many places below it are taken. */
function createPlaces(size: number): Places {
  const width = 2 ** Math.ceil(Math.log2(size + 1))
  const counts = new Int32Array(2 * width)
  const count = (node: number) => counts[node] ?? 0
  return {
    set(place, taken) {
      const change = (taken ? 1 : 0) - count(width + place)
      for (let node = width + place; change !== 0 && node > 0; node >>= 1) counts[node] = count(node) + change
    },
    lastBefore(place) {
      let node = width + place
      // Up, until there is something to the left; then down, keeping to the right.
      while (node > 1 && (node % 2 === 0 || count(node - 1) === 0)) node >>= 1
      if (node <= 1) return -1
      node -= 1
      while (node < width) node = count(2 * node + 1) > 0 ? 2 * node + 1 : 2 * node
      return node - width
    },
  }
}
