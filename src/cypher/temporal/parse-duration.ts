/** Reads durations from text. */
import { quoted } from '../quoted.ts'
import type { DurationValue } from '../value.ts'
import { durationOf, durationOfCounts } from './duration.ts'
import { unfitValue } from './faults.ts'
import { firstMatch } from './parse-clock.ts'

const count = String.raw`([+-]?\d{1,19}(?:[.,]\d{1,9})?)`
const unitsForm = new RegExp(
  `^([+-]?)P(?:${count}Y)?(?:${count}M)?(?:${count}W)?(?:${count}D)?` +
    `(?:T(?:${count}H)?(?:${count}M)?(?:${count}S)?)?$`,
  'i',
)
const units = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const
const dateForm = /^([+-]?)P(?:(\d{4})-(\d\d)-(\d\d)|(\d{4})(\d\d)(\d\d))?(?:T([\d:.,]+))?$/i
const clockForms = [
  /^(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?$/,
  /^(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d{1,9}))?)?$/,
]

/** The longest has every number with all its digits. */
const longest = 250
const hint = 'Write a duration such as `P1Y2M10DT2H30M`, `P1.5D`, `PT-0.5S` or `P2012-02-02T14:37:21.545`.'

/**
 * Reads a duration: of units (`P1Y2M3W4DT5H6M7.5S`, only the last with a fraction) or like a date and a time
 * (`P2012-02-02T14:37:21.545`); a sign before the `P` is for all. Throws an ArgumentError for another text.
 */
export function parseDuration(text: string): DurationValue {
  const short = text.length <= longest ? text : ''
  const duration = ofUnits(short) ?? ofDate(short)
  if (duration) return duration
  throw unfitValue(`${quoted(text)} is no duration.`, hint)
}

function ofUnits(text: string): DurationValue | undefined {
  const [, sign, ...found]: (string | undefined)[] = unitsForm.exec(text) ?? []
  const given = units.flatMap((unit, index) => {
    const number = found[index]
    return number === undefined ? [] : [{ unit, number: number.replace(',', '.') }]
  })
  if (given.length === 0 || /T$/i.test(text)) return undefined
  if (given.slice(0, -1).some(({ number }) => number.includes('.'))) return undefined
  const counts = given.flatMap(({ unit, number }) => countsOf(unit, number))
  return durationOfCounts(new Map(sign === '-' ? counts.map(([unit, value]) => [unit, -value]) : counts))
}

/** The number of a unit; seconds with a fraction as whole seconds and nanoseconds, so that they are exact. */
function countsOf(unit: string, number: string): [string, bigint | number][] {
  const [whole = '', fraction] = number.split('.')
  if (fraction === undefined) return [[unit, BigInt(whole.replace('+', ''))]]
  if (unit !== 'seconds') return [[unit, Number(number)]]
  const nanoseconds = BigInt(fraction.padEnd(9, '0'))
  return [
    ['seconds', BigInt(whole.replace('+', ''))],
    ['nanoseconds', whole.startsWith('-') ? -nanoseconds : nanoseconds],
  ]
}

function ofDate(text: string): DurationValue | undefined {
  const [, sign, ...found]: (string | undefined)[] = dateForm.exec(text) ?? []
  if (sign === undefined || /(?:P|T)$/i.test(text)) return undefined
  const clock = found[6]
  const time = clock === undefined ? [] : firstMatch(clockForms, clock)
  if (!time) return undefined
  const [years, months, days] = [0, 1, 2].map((index) =>
    BigInt(found[index] || found[index + 3] || '0'),
  ) as Three
  const [hours, minutes, seconds] = [1, 2, 3].map((index) => BigInt(time[index] || '0')) as Three
  check(text, [
    ['months', months, 12n],
    ['days', days, 31n],
    ['hours', hours, 24n],
    ['minutes', minutes, 60n],
    ['seconds', seconds, 60n],
  ])
  const by = sign === '-' ? -1n : 1n
  return durationOf({
    months: (years * 12n + months) * by,
    days: days * by,
    seconds: ((hours * 60n + minutes) * 60n + seconds) * by,
    nanoseconds: BigInt((time[4] ?? '').padEnd(9, '0')) * by,
  })
}

type Three = [bigint, bigint, bigint]

function check(text: string, counts: readonly (readonly [string, bigint, bigint])[]): void {
  for (const [unit, value, greatest] of counts) {
    if (value <= greatest) continue
    throw unfitValue(`The ${unit} of ${quoted(text)} must be at most ${greatest}, not ${value}.`, hint)
  }
}
