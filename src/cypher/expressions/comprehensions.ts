/** List comprehensions, quantifiers and `reduce`: expressions over the items of a list. */
import type { ExpressionOf } from '../syntax/ast.ts'
import type { Value } from '../value.ts'
import { countOnly, itemBytes } from '../values/memory.ts'
import type { Evaluate } from './compile-scope.ts'
import { type Compiling, variableOf, valueAt } from './compiling.ts'
import { compileItems } from './items.ts'
import { readSlot } from './literals-and-variables.ts'
import { type Truth, truthOf } from './truth.ts'

/** `[x IN list WHERE condition | projection]`; null of null. */
export function compileListComprehension(
  { variable, list, where, projection }: ExpressionOf<'list comprehension'>,
  { scope, compile }: Compiling,
): Evaluate {
  const { slot } = variableOf(variable, scope)
  const itemsOf = compileItems(list, compile)
  const evaluateWhere = where && compile(where)
  const evaluateProjection = projection ? compile(projection) : readSlot(slot)
  return (frame, context) => {
    const { budget } = context
    const items = itemsOf(frame, context)
    if (items === null) return null
    const results: Value[] = []
    for (const item of items) {
      const { made } = budget
      budget.step()
      frame[slot] = item
      if (!evaluateWhere || truthOf(evaluateWhere(frame, context), where) === true) {
        const result = evaluateProjection(frame, context)
        countOnly(result, made, budget)
        budget.make(itemBytes(result))
        results.push(result)
      } else budget.made = made
    }
    return results
  }
}

/** What a quantifier makes of the conditions of the items, one after another; undefined: go on. */
interface Tally {
  readonly add: (truth: Truth) => Truth | undefined
  readonly result: () => Truth
}

/** `all(x IN list WHERE condition)`, `any`, `none`, `single`; null where unknown conditions leave it open. */
export function compileQuantifier(
  { quantifier, variable, list, where }: ExpressionOf<'quantifier'>,
  { scope, compile }: Compiling,
): Evaluate {
  const { slot } = variableOf(variable, scope)
  const itemsOf = compileItems(list, compile)
  const evaluateWhere = compile(where)
  const begin = tallies[quantifier]
  return (frame, context) => {
    const { budget } = context
    const items = itemsOf(frame, context)
    if (items === null) return null
    const tally = begin()
    for (const item of items) {
      const { made } = budget
      budget.step()
      frame[slot] = item
      const decided = tally.add(truthOf(evaluateWhere(frame, context), where))
      budget.made = made
      if (decided !== undefined) return decided
    }
    return tally.result()
  }
}

const tallies = {
  all: () => tallyUntil(false, false),
  any: () => tallyUntil(true, true),
  none: () => tallyUntil(true, false),
  single: tallySingle,
}

/** Decided by the first condition of one kind; else the opposite, unless some were unknown. */
function tallyUntil(decisive: boolean, decided: boolean): Tally {
  let isUnknown = false
  return {
    add: (truth) => {
      if (truth === null) isUnknown = true
      return truth === decisive ? decided : undefined
    },
    result: () => (isUnknown ? null : !decided),
  }
}

function tallySingle(): Tally {
  let isUnknown = false
  let found = 0
  return {
    add: (truth) => {
      if (truth === null) isUnknown = true
      else if (truth) found += 1
      return found > 1 ? false : undefined
    },
    result: () => (isUnknown ? null : found === 1),
  }
}

/** `reduce(accumulator = initial, x IN list | step)`; null of null. */
export function compileReduce(
  { accumulator, initial, variable, list, step }: ExpressionOf<'reduce'>,
  { scope, compile }: Compiling,
): Evaluate {
  const accumulatorSlot = variableOf(accumulator, scope).slot
  const { slot } = variableOf(variable, scope)
  const itemsOf = compileItems(list, compile)
  const [evaluateInitial, evaluateStep] = [compile(initial), compile(step)]
  return (frame, context) => {
    const { budget } = context
    const items = itemsOf(frame, context)
    if (items === null) return null
    const { made } = budget
    let settled = made
    frame[accumulatorSlot] = evaluateInitial(frame, context)
    for (const item of items) {
      budget.step()
      frame[slot] = item
      frame[accumulatorSlot] = evaluateStep(frame, context)
      if (budget.made - made > 2 * (settled - made) + bytesBetweenLooks) {
        countOnly(valueAt(frame, accumulatorSlot), made, budget)
        settled = budget.made
      }
    }
    const result = valueAt(frame, accumulatorSlot)
    countOnly(result, made, budget)
    return result
  }
}

/** So much may be made before it is looked again how much of it is still in the accumulator: going through it takes time. */
const bytesBetweenLooks = 1_000_000
