/** Dates of a spreadsheet, written in a format that the mapping names → EDTF. Nothing is guessed. */
import { isDay, parseDate } from '../../src/dates/edtf.ts'

/** A format: its pattern as written, and how it is matched. */
export interface DateFormat {
  readonly pattern: string
  /** With groups `year`, `month` and `day`; absent for EDTF. */
  readonly form?: RegExp
}

/** A format, or what is wrong with the pattern (`has no year`). */
export type ParsedFormat =
  { readonly ok: true; readonly format: DateFormat } | { readonly ok: false; readonly problem: string }

/** An EDTF date, or why a text is none in the formats given (`names no day of the calendar`). */
export type FormattedDate =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string; readonly advice?: string }

/** Dates as this project writes them. */
export const edtf: DateFormat = { pattern: 'EDTF' }

/** What the tokens of a pattern match; times of day are read over. */
const tokens: ReadonlyMap<string, string> = new Map([
  ['YYYY', String.raw`(?<year>\d{4})`],
  ['MM', String.raw`(?<month>\d\d)`],
  ['M', String.raw`(?<month>\d\d?)`],
  ['DD', String.raw`(?<day>\d\d)`],
  ['D', String.raw`(?<day>\d\d?)`],
  ['HH', String.raw`\d\d`],
  ['H', String.raw`\d\d?`],
  ['mm', String.raw`\d\d`],
  ['ss', String.raw`\d\d`],
  ['SSS', String.raw`\d{3}`],
])

/** Reads a pattern such as `DD.MM.YYYY`, or the word `EDTF`. */
export function parseFormat(pattern: string): ParsedFormat {
  if (pattern === edtf.pattern) return { ok: true, format: edtf }
  const parts = pattern.match(/([A-SU-Y])\1*|([a-z])\2*|[^]/gu) ?? []
  const unknown = parts.find((part) => /^[A-SU-Ya-z]/.test(part) && !tokens.has(part))
  if (unknown !== undefined) return { ok: false, problem: `has \`${unknown}\`, which stands for nothing` }
  const [years, months, days] = ['Y', 'M', 'D'].map(
    (letter) => parts.filter((part) => part.startsWith(letter)).length,
  ) as [number, number, number]
  if (years > 1 || months > 1 || days > 1) return { ok: false, problem: 'names a part of the date twice' }
  if (years === 0) return { ok: false, problem: 'has no `YYYY`' }
  if (days > 0 && months === 0) return { ok: false, problem: 'has a day but no month' }
  const form = parts.map((part) => tokens.get(part) ?? part.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`))
  return { ok: true, format: { pattern, form: new RegExp(`^${form.join('')}$`) } }
}

/** The date of a text that fits one of the formats; if it fits several, they must agree. */
export function readFormattedDate(text: string, formats: readonly DateFormat[]): FormattedDate {
  const dates = formats.flatMap((format) => dateIn(text, format) ?? [])
  const days = dates.filter(isDate)
  const [first] = days
  if (first === undefined) return explain(text, dates, formats)
  const other = days.find((day) => day !== first)
  if (other === undefined) return { ok: true, text: first }
  return {
    ok: false,
    problem: `can be ${first} or ${other}`,
    advice: 'write it so that only one format fits',
  }
}

function isDate(text: string): boolean {
  return text.length === 10 ? isDay(text) : parseDate(text).ok
}

/** The text in EDTF, which may be no day of the calendar; undefined where it does not fit. */
function dateIn(text: string, { form }: DateFormat): string | undefined {
  if (!form) return parseDate(text).ok ? text : undefined
  const { year = '', month, day } = form.exec(text)?.groups ?? {}
  if (year === '') return undefined
  return [
    year,
    ...[month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0')),
  ].join('-')
}

/** Why there is no date, where some formats may have been fitted by what is none (`dates`). */
function explain(text: string, dates: readonly string[], formats: readonly DateFormat[]): FormattedDate {
  if (dates.length > 0) return { ok: false, problem: 'names no day of the calendar' }
  if (formats.length === 1 && formats[0] === edtf) {
    const parsed = parseDate(text)
    return {
      ok: false,
      problem: 'is no EDTF date',
      advice: `${parsed.ok ? '' : `${parsed.hint}; or `}name the format of the column in the mapping, such as \`format: DD.MM.YYYY\``,
    }
  }
  const shorter = formats.map(({ pattern }) => pattern.replace('MM', 'M').replace('DD', 'D'))
  const fitting = shorter.find((pattern) => fits(text, pattern))
  const problem = 'does not fit the format of its column'
  if (fitting === undefined) return { ok: false, problem }
  return {
    ok: false,
    problem,
    advice: `write the format as \`${fitting}\` to allow days and months of one figure`,
  }
}

function fits(text: string, pattern: string): boolean {
  const parsed = parseFormat(pattern)
  return parsed.ok && dateIn(text, parsed.format) !== undefined
}
