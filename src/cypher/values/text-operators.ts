/** The operators on texts: null where one of the operands is no STRING. */
import type { Budget } from '../context.ts'
import type { Value } from '../value.ts'
import { matchesWhole } from '../regular-expressions/regular-expression.ts'
import { stepThroughText } from '../sizes.ts'
import { searchText } from './text-search.ts'

/** `text STARTS WITH start`. A long text counts on the budget, here and below. */
export function startsWith(text: Value, start: Value, budget?: Budget): boolean | null {
  if (typeof text !== 'string' || typeof start !== 'string') return null
  stepThroughText(start.length, budget)
  return text.startsWith(start)
}

/** `text ENDS WITH end`. */
export function endsWith(text: Value, end: Value, budget?: Budget): boolean | null {
  if (typeof text !== 'string' || typeof end !== 'string') return null
  stepThroughText(end.length, budget)
  return text.endsWith(end)
}

/** `text CONTAINS part`. */
export function contains(text: Value, part: Value, budget?: Budget): boolean | null {
  if (typeof text !== 'string' || typeof part !== 'string') return null
  if (part.length < 64) {
    stepThroughText(text.length, budget)
    return text.includes(part)
  }
  return searchText(text, part, budget)(0) >= 0
}

/**
 * `text =~ pattern`: whether a regular expression of Java matches the whole text. Each of its states in each character
 * counts on the budget. Throws an ArgumentError for an expression that is wrong or not supported.
 */
export function matches(text: Value, pattern: Value, budget?: Budget): boolean | null {
  if (typeof text !== 'string' || typeof pattern !== 'string') return null
  return matchesWhole(pattern, text, budget)
}
