/** Searches texts for others in a time that grows with their lengths, whatever they are. */
import type { Budget } from '../context.ts'
import { stepThroughText } from '../sizes.ts'

/** The index where the searched text is found next, from an index on; -1 where it is not. */
export type FindNext = (from: number) => number

/** Up to so many pairs of their code units JavaScript's own search is quick enough in the worst case. */
const fewPairs = 1e8

/** Searches a text for one that is not empty. The work counts on the budget. */
export function searchText(text: string, searched: string, budget?: Budget): FindNext {
  if (searched.length < 64 || text.length * searched.length < fewPairs) {
    stepThroughText(text.length, budget)
    return (from) => text.indexOf(searched, from)
  }
  const fallbacks = fallbacksOf(searched, budget)
  return (from) => findFrom(text, from, searched, fallbacks, budget)
}

/** By index: the length of the longest end of the text up to there that is also its beginning (Knuth, Morris, Pratt). */
function fallbacksOf(searched: string, budget: Budget | undefined): Int32Array {
  budget?.step(searched.length)
  const fallbacks = new Int32Array(searched.length)
  let matched = 0
  for (let place = 1; place < searched.length; place += 1) {
    const unit = searched.charCodeAt(place)
    while (matched > 0 && unit !== searched.charCodeAt(matched)) matched = fallbacks[matched - 1] as number
    if (unit === searched.charCodeAt(matched)) matched += 1
    fallbacks[place] = matched
  }
  return fallbacks
}

/** Code units between two looks at the budget. */
const chunk = 100_000

function findFrom(
  text: string,
  from: number,
  searched: string,
  fallbacks: Int32Array,
  budget: Budget | undefined,
): number {
  let matched = 0
  for (let place = from; place < text.length; place += 1) {
    if ((place - from) % chunk === chunk - 1) budget?.step(chunk)
    const unit = text.charCodeAt(place)
    while (matched > 0 && unit !== searched.charCodeAt(matched)) matched = fallbacks[matched - 1] as number
    if (unit === searched.charCodeAt(matched)) matched += 1
    if (matched === searched.length) return place - matched + 1
  }
  return -1
}
