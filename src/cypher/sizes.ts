/** How large a single text or list may become that a query makes, whatever its budget allows. */
import type { Budget } from './context.ts'
import { runtimeError } from './cypher-error.ts'

const longestText = 2 ** 24
const longestList = 2 ** 24

/** Throws a CypherError where a text would be longer than it may be, in UTF-16 code units; counts the making of it. */
export function checkTextLength(length: number, budget?: Budget): void {
  if (length > longestText) {
    throw runtimeError(
      'LimitExceeded',
      'TextLength',
      `A STRING would have ${length.toLocaleString('en')} characters; it may have ${longestText.toLocaleString('en')}.`,
    )
  }
  if (length < 64 || !budget) return
  stepThroughText(length, budget)
  budget.make(length * bytesOfCharacter)
}

/** Throws a CypherError where a list would be longer than it may be; counts the making of it. */
export function checkListLength(length: number, budget?: Budget): void {
  if (length > longestList) {
    throw runtimeError(
      'LimitExceeded',
      'ListLength',
      `A LIST would have ${length.toLocaleString('en')} items; it may have ${longestList.toLocaleString('en')}.`,
    )
  }
  if (length === 0 || !budget) return
  budget.step(length)
  budget.make(length * bytesOfItem)
}

const bytesOfCharacter = 2
const bytesOfItem = 8

/** Counts the work of going through a text: nothing for a short one. */
export function stepThroughText(length: number, budget?: Budget): void {
  if (length >= 64) budget?.step(length >>> 6)
}
