import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDay, parseDate } from '../../src/dates/edtf.ts'

/** The four bounds of a date, `-` where there is none. */
function bounds(text: string): string {
  const parsed = parseDate(text)
  if (!parsed.ok) return parsed.problem
  const { earliest = '-', latest = '-', untilEarliest = '-', until = '-' } = parsed.date
  return [earliest, latest, untilEarliest, until].join(' ')
}

describe('a single date', () => {
  test.each([
    ['2024-08-01', '2024-08-01 2024-08-01 - -'],
    ['2024-08', '2024-08-01 2024-08-31 - -'],
    ['2024', '2024-01-01 2024-12-31 - -'],
    ['2024-02', '2024-02-01 2024-02-29 - -'],
    ['1900-02', '1900-02-01 1900-02-28 - -'],
    ['2000-02-29', '2000-02-29 2000-02-29 - -'],
    ['2024-XX', '2024-01-01 2024-12-31 - -'],
    ['2024-XX-XX', '2024-01-01 2024-12-31 - -'],
    ['2024-08-XX', '2024-08-01 2024-08-31 - -'],
    ['0000', '0000-01-01 0000-12-31 - -'],
  ])('%s lies within its earliest and latest day', (text, expected) => {
    expect(bounds(text)).toBe(expected)
    for (const mark of '?~%') expect(bounds(text + mark)).toBe(expected)
  })

  test('is kept as written and is no interval', () => {
    expect(parseDate('2024-08?')).toEqual({
      ok: true,
      date: { text: '2024-08?', interval: false, earliest: '2024-08-01', latest: '2024-08-31' },
    })
  })
})

describe('an interval', () => {
  test.each([
    ['2021-01-26/2025-01-20', '2021-01-26 2021-01-26 2025-01-20 2025-01-20'],
    ['2024/2025-02', '2024-01-01 2024-12-31 2025-02-01 2025-02-28'],
    ['2021-01-26/..', '2021-01-26 2021-01-26 - -'],
    ['2021-01-26/', '2021-01-26 2021-01-26 - -'],
    ['../2024-08', '- - 2024-08-01 2024-08-31'],
    ['/1960-05-01', '- - 1960-05-01 1960-05-01'],
    ['2024-XX?/2024-08~', '2024-01-01 2024-12-31 2024-08-01 2024-08-31'],
    ['2024-08-15/2024-08', '2024-08-15 2024-08-15 2024-08-01 2024-08-31'],
    ['2024-08-01/2024-08-01', '2024-08-01 2024-08-01 2024-08-01 2024-08-01'],
  ])('%s has bounds of its beginning and of its end', (text, expected) => {
    expect(bounds(text)).toBe(expected)
  })

  test('is kept as written, open or unknown', () => {
    expect(parseDate('2021-01-26/')).toEqual({
      ok: true,
      date: { text: '2021-01-26/', interval: true, earliest: '2021-01-26', latest: '2021-01-26' },
    })
  })
})

const usual = 'write the day, month or year: `2024-08-01`, `2024-08` or `2024`'
const noMonth = 'write a month from 01 to 12, or the year alone'
const oneYear =
  'write one year, with `?` where it is a guess; only months and days can be left open: `2024-XX`'
const fourDigits = 'years go from 0000 to 9999'

describe('what is no date', () => {
  test.each([
    ['2024-13-40', 'it names month 13, which does not exist', noMonth],
    ['2024-13-08', 'it names month 13, which does not exist', 'write `2024-08-13`'],
    ['2024-00', 'it names month 00, which does not exist', noMonth],
    ['2024-21', 'it names season 21', noMonth],
    [
      '2023-02-29',
      'it names day 29 of February 2023, which has 28 days',
      'correct the day, or write the month alone',
    ],
    [
      '2024-04-31?',
      'it names day 31 of April 2024, which has 30 days',
      'correct the day, or write the month alone',
    ],
    [
      '2024-08-00',
      'it names day 00 of August 2024, which has 31 days',
      'correct the day, or write the month alone',
    ],
    ['2024-XX-15', 'it names a day without a month', 'write the month, or the year alone'],
    ['202X', 'it leaves digits of the year open', oneYear],
    ['XXXX-XX', 'it leaves digits of the year open', oneYear],
    ['2024-0X', 'it leaves a part of a month or day open', 'write `XX` for all of it'],
    ['2024-xx', 'it leaves a part of a month or day open', 'write `2024-XX`'],
    ['Y12024', 'it has a year of more than four digits', fourDigits],
    ['12024-01-01', 'it has a year of more than four digits', fourDigits],
    ['-0044', 'it has a negative year', fourDigits],
    ['20240801', 'it has no hyphens', 'write `2024-08-01`'],
    ['202408', 'it has no hyphens', usual],
    ['2024-8-1', 'it has a month or day of one digit', 'write `2024-08-01`'],
    ['2024-8', 'it has a month or day of one digit', 'write `2024-08`'],
    ['2024-08-01T10:00:00Z', 'it has a time of day', 'write `2024-08-01`'],
    ['2024-08-01 10:00', 'it has a time of day', 'write `2024-08-01`'],
    ['1:30', 'it has a time of day', 'write the day alone: `2024-08-01`'],
    ['?2024', 'it has `?`, `~` or `%` elsewhere than once at its end', 'write `2024?`'],
    ['2024?~', 'it has `?`, `~` or `%` elsewhere than once at its end', 'write `2024%`'],
    ['', 'it is empty', usual],
    [' 2024', 'it has white space in it', 'write `2024`'],
    ['next week', 'it is no day, month or year', usual],
    ['054', 'it is no day, month or year', usual],
    ['no', 'it is no day, month or year', usual],
    ['٢٠٢٤', 'it is no day, month or year', usual],
  ])('%s is refused: %s', (text, problem, hint) => {
    expect(parseDate(text)).toEqual({ ok: false, problem, hint })
  })

  test.each([
    ['2024/08/01', 'it has slashes where hyphens belong', 'write `2024-08-01`'],
    ['01/08/2024', 'it has slashes where hyphens belong', 'write `2024-01-08` or `2024-08-01`'],
    ['31/08/2024', 'it has slashes where hyphens belong', 'write `2024-08-31`'],
    ['08/08/2024', 'it has slashes where hyphens belong', 'write `2024-08-08`'],
    ['01.08.2024', 'it does not begin with its year', 'write `2024-01-08` or `2024-08-01`'],
    ['08/2024', 'its beginning is no day, month or year', 'write `2024-08`'],
    ['2024/08', 'its end is no day, month or year', 'write `2024-08`'],
    ['2024.08.01', 'it is no day, month or year', 'write `2024-08-01`'],
    ['2024–08–01', 'it is no day, month or year', 'write `2024-08-01`'],
    ['1 August 2024', 'it is not written in figures alone', 'write `2024-08-01`'],
    ['Aug. 1st, 2024', 'it is not written in figures alone', 'write `2024-08-01`'],
    ['August 2024', 'it is not written in figures alone', 'write `2024-08`'],
    ['31 February 2024', 'it is not written in figures alone', usual],
    ['ca. 1960', 'it is not written in figures alone', 'write `1960~`'],
    ['2021–2024', 'it is no day, month or year', 'write `2021/2024`'],
    ['2021 to 2024', 'it is not written in figures alone', 'write `2021/2024`'],
  ])('%s is a familiar form, and its hint gives the date in EDTF', (text, problem, hint) => {
    expect(parseDate(text)).toEqual({ ok: false, problem, hint })
  })
})

describe('what is no interval', () => {
  test.each(['../..', '/', '../', '/..'])('%s has no bound at all', (text) => {
    expect(parseDate(text)).toEqual({
      ok: false,
      problem: 'it has neither a beginning nor an end',
      hint: 'write one of them, or leave the date out',
    })
  })

  test.each([
    ['2024-08/2024-01', 'it ends before it begins', 'write `2024-01/2024-08`, or correct one of the two'],
    [
      '2024-02-30/..',
      'its beginning names day 30 of February 2024, which has 29 days',
      'correct the day, or write the month alone',
    ],
    ['2024/2024-13', 'its end names month 13, which does not exist', noMonth],
    ['2021-01-26/present', 'its end is no day, month or year', 'write `2021-01-26/..`'],
    ['open/2024', 'its beginning is no day, month or year', 'write `../2024`'],
    ['2021-01-26/unknown', 'its end is no day, month or year', 'write `2021-01-26/`'],
    ['unknown/1960', 'its beginning is no day, month or year', 'write `/1960`'],
    ['2024-08-01 / 2024-08-02', 'its beginning has white space in it', 'write `2024-08-01/2024-08-02`'],
    ['2024/2025/2026', 'it has slashes where hyphens belong', usual],
    ['a/b/c', 'it has more than one slash', 'write an interval as `2024-08-01/2024-08-31`'],
  ])('%s is refused: %s', (text, problem, hint) => {
    expect(parseDate(text)).toEqual({ ok: false, problem, hint })
  })
})

test('a day is a full date of the calendar and nothing else', () => {
  expect(isDay('2024-02-29')).toBe(true)
  for (const text of [
    '2023-02-29',
    '2024-02',
    '2024-02-29?',
    '2024-02-XX',
    '2024-02-29/..',
    ' 2024-02-29',
    '',
  ]) {
    expect(isDay(text)).toBe(false)
  }
})

/** Texts near to dates, and any others. */
const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789-/.X?~%T: ')), maxLength: 24 }),
  fc.string({ unit: 'binary' }),
)

const day = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => {
    return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  })
const part = fc
  .tuple(day, fc.constantFrom(4, 7, 10), fc.constantFrom('', '?', '~', '%'))
  .map(([text, length, mark]) => text.slice(0, length) + mark)
const dateText = fc.oneof(
  part,
  fc.tuple(fc.oneof(part, fc.constantFrom('', '..')), part).map((ends) => ends.join('/')),
  fc.tuple(part, fc.constantFrom('', '..')).map((ends) => ends.join('/')),
)

test('any text is a date with ordered bounds that are days, or has a problem and a hint', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, dateText), (text) => {
      const parsed = parseDate(text)
      if (!parsed.ok) {
        expect(parsed.problem).toMatch(/^its? /)
        expect(parsed.hint).not.toBe('')
        return
      }
      const { earliest, latest, untilEarliest, until } = parsed.date
      for (const bound of [earliest, latest, untilEarliest, until]) if (bound) expect(isDay(bound)).toBe(true)
      if (earliest && latest) expect(earliest <= latest).toBe(true)
      if (untilEarliest && until) expect(untilEarliest <= until).toBe(true)
      if (earliest && until) expect(earliest <= until).toBe(true)
      expect(earliest === undefined).toBe(latest === undefined)
      expect(parsed.date.text).toBe(text)
    }),
    { numRuns: 2000 },
  )
})

test('every date is read, unless it ends before it begins', () => {
  fc.assert(
    fc.property(dateText, (text) => {
      const parsed = parseDate(text)
      expect(parsed.ok || parsed.problem === 'it ends before it begins').toBe(true)
    }),
  )
})

test('a very long text is refused at once', () => {
  const start = performance.now()
  expect(parseDate('1 '.repeat(500_000)).ok).toBe(false)
  expect(parseDate('a'.repeat(1_000_000)).ok).toBe(false)
  expect(performance.now() - start).toBeLessThan(200)
})
