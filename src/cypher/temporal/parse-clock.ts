/** Reads times of day from text. */
import { quoted } from '../quoted.ts'
import { nanosecondsOf } from './clock-time.ts'
import { unfitValue } from './faults.ts'

const forms = [
  /^(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?)?$/,
  /^(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d{1,9}))?)?$/,
]

/**
 * The nanoseconds of a time of day such as `12:31:14.645`, `123114.645`, `12:31`, `1231` or `12`. Throws an ArgumentError that
 * quotes the whole text where it is none.
 */
export function parseClock(clock: string, text: string): number {
  const found = firstMatch(forms, clock)
  if (!found) throw unfitValue(`${quoted(text)} has no time of day that can be read.`, hint)
  const [, hour, minute = '0', second = '0', fraction = ''] = found
  return nanosecondsOf({
    hour: check('hour', Number(hour), 23),
    minute: check('minute', Number(minute), 59),
    second: check('second', Number(second), 59),
    nanosecond: Number(fraction.padEnd(9, '0')),
  })
}

/** What the first of several forms that fits finds in a text; undefined where none fits. */
export function firstMatch(forms: readonly RegExp[], text: string): RegExpExecArray | undefined {
  for (const form of forms) {
    const found = form.exec(text)
    if (found) return found
  }
  return undefined
}

const hint = 'Write a time such as `12:31:14.645`, `123114`, `12:31` or `12`.'

function check(what: string, value: number, greatest: number): number {
  if (value <= greatest) return value
  throw unfitValue(`The ${what} must be 0 to ${greatest}, not ${value}.`, hint)
}
