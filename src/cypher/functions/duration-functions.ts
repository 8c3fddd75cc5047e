/** The functions for durations. */
import { instantArgument } from '../temporal/arguments.ts'
import { daysOnlyBetween, durationBetween, monthsOnlyBetween, secondsBetween } from '../temporal/between.ts'
import { durationFromMap } from '../temporal/duration.ts'
import { describe, unfitType } from '../temporal/faults.ts'
import { parseDuration } from '../temporal/parse-duration.ts'
import type { Instant } from '../temporal/parts.ts'
import { isMap, type DurationValue, type Value } from '../value.ts'
import { instants } from './arguments.ts'
import type { FunctionDefinition } from './definition.ts'

/** The functions for durations. */
export const durationFunctions: readonly FunctionDefinition[] = [
  {
    name: 'duration',
    parameters: [['string', 'map']],
    result: 'duration',
    call: ([given]) => createDuration(given ?? null),
  },
  betweenFunction('between', durationBetween),
  betweenFunction('inMonths', monthsOnlyBetween),
  betweenFunction('inDays', daysOnlyBetween),
  betweenFunction('inSeconds', secondsBetween),
]

function createDuration(given: Value): DurationValue {
  if (typeof given === 'string') return parseDuration(given)
  if (isMap(given)) return durationFromMap(given)
  const hint = 'Give a STRING such as `P1DT2H`, or a MAP such as `{days: 1, hours: 2}`.'
  throw unfitType(`A duration cannot be made from ${describe(given)}.`, hint)
}

function betweenFunction(
  variant: string,
  between: (from: Instant, to: Instant) => DurationValue,
): FunctionDefinition {
  return {
    name: `duration.${variant}`,
    parameters: [instants, instants],
    result: 'duration',
    call: ([from = null, to = null]) => between(instantArgument(from), instantArgument(to)),
  }
}
