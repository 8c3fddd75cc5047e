/** Texts by Unicode code points, and values as texts. */
import type { Budget } from '../context.ts'
import { formatTemporalInFull } from '../temporal/format.ts'
import { isTemporal, type Value } from '../value.ts'
import { stepThroughText } from '../sizes.ts'

/** How many code points a text has. */
export function textLength(text: string): number {
  let length = text.length
  for (let place = 0; place < text.length - 1; place += 1) {
    if (isHighSurrogate(text.charCodeAt(place)) && isLowSurrogate(text.charCodeAt(place + 1))) length -= 1
  }
  return length
}

/** The index in code units of the code point with this number, counted from 0; the text's length where there are fewer. */
export function indexOfCodePoint(text: string, number: number): number {
  let index = 0
  for (let passed = 0; passed < number && index < text.length; passed += 1) {
    const isPair = isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))
    index += isPair ? 2 : 1
  }
  return index
}

/** The same text backwards. */
export function reverseText(text: string): string {
  const units = new Uint16Array(text.length)
  for (let from = 0, to = text.length; from < text.length;) {
    const [unit, next] = [text.charCodeAt(from), text.charCodeAt(from + 1)]
    const isPair = isHighSurrogate(unit) && isLowSurrogate(next)
    if (isPair) units[--to] = next
    units[--to] = unit
    from += isPair ? 2 : 1
  }
  return textOfUnits(units)
}

/** More arguments than this might be too many for a call. */
const mostArguments = 10_000

function textOfUnits(units: Uint16Array): string {
  let text = ''
  for (let from = 0; from < units.length; from += mostArguments) {
    text += String.fromCharCode(...units.subarray(from, from + mostArguments))
  }
  return text
}

/** A part of a text that does not keep all of the text in memory, as JavaScript's parts do. */
export function detached(part: string, text: string): string {
  return text.length > 1000 && part.length < text.length / 2 ? ` ${part}`.slice(1) : part
}

/** Negative, 0 or positive, as the code points of two texts come. Long ones count on the budget. */
export function compareTexts(left: string, right: string, budget?: Budget): number {
  stepThroughText(Math.min(left.length, right.length), budget)
  if (left === right) return 0
  const end = Math.min(left.length, right.length)
  for (let place = 0; place < end; place += 1) {
    const [one, other] = [left.charCodeAt(place), right.charCodeAt(place)]
    if (one !== other) return codeUnitRank(one) - codeUnitRank(other)
  }
  return left.length - right.length
}

/** Puts the halves of code points beyond U+FFFF after all others, as the code points themselves are. */
function codeUnitRank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}

/** A string, number, boolean or temporal value as toString() words it; undefined for what it does not take. */
export function toText(value: Value): string | undefined {
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
      return floatText(value)
    case 'bigint':
    case 'boolean':
      return String(value)
    default:
      return isTemporal(value) ? formatTemporalInFull(value) : undefined
  }
}

/** A FLOAT as toString() of Neo4j words it; result-json.ts has the form for results: `1.0`, `1.0E10`, `-2.5E-4`, `NaN`, `Infinity`. */
export function floatText(value: number): string {
  const size = Math.abs(value)
  if (!Number.isFinite(value)) return String(value)
  if (size === 0) return Object.is(value, -0) ? '-0.0' : '0.0'
  if (size >= 1e-3 && size < 1e7) return withPoint(String(value))
  const [digits = '', exponent = ''] = value.toExponential().split('e')
  return `${withPoint(digits)}E${exponent.replace('+', '')}`
}

function withPoint(digits: string): string {
  return digits.includes('.') ? digits : `${digits}.0`
}
