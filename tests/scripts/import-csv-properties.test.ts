import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBlankRow, readRows } from '../../scripts/import-csv/csv-rows.ts'
import { checkTexts } from '../../src/project/check-texts.ts'
import { importText } from './import-csv-example.ts'

const schema = `types:
  Person: {}
  Issue: {}
relations:
  supports: { from: Entity, to: Entity, stance: supports, properties: { share: { type: text } } }
  opposes: { from: Entity, to: Entity, stance: opposes, properties: { share: { type: text } } }
`

const mapping = `delimiter: DELIMITER
subject: { column: who, type: Person }
agreement: { column: agrees, values: { 1: supports, 0: opposes } }
object: { column: what, type: { column: kind } }
date: { column: when, format: [DD.MM.YYYY, YYYY] }
quote: { column: words, translation: said }
properties: { share: share }
on_behalf_of: { column: boss, type: Person }
note: note
source: { id: { column: paper, prefix: s- }, title: title, published: { value: 2024-09-01 } }
`

const header = [
  'who',
  'agrees',
  'what',
  'kind',
  'when',
  'words',
  'said',
  'share',
  'boss',
  'note',
  'paper',
  'title',
]

/** What YAML, CSV and arrow notation give a meaning, and text of all kinds. */
const hostile = fc.constantFrom(
  ...[
    '- a',
    'a: b',
    'a #b',
    '#',
    '"',
    '""',
    "'",
    '|',
    '>',
    '>-',
    '&a',
    '*a',
    '!t',
    '%',
    '@',
    '`',
    '? a',
    '-',
    '--',
  ],
  ...[
    '---',
    '...',
    '<<',
    '~',
    'null',
    'no',
    '1e3',
    '{a',
    '[a]',
    'a,b',
    'a;b',
    'a\tb',
    '\t',
    'a\n b',
    '\n\na\n',
    ' a  b ',
  ],
  ...[
    'a\r\nb',
    'a\rb',
    'A—B',
    'A –x→ B',
    'A -> B',
    'Díaz-Canel',
    'a\u0085b',
    'a\u2028b',
    '\uFEFFa',
    '\u00A0',
    'é',
    'e\u0301',
  ],
  ...[
    '=SUM(A1)',
    '#REF!',
    '\u0000',
    '\uFFFE',
    '\uD800',
    '😀',
    'x'.repeat(120),
    'word '.repeat(40),
    ` ${'a b  c '.repeat(30)}\n \nd`,
  ],
  ...['unnamed', 's-x', 'type', '__proto__', 'constructor', 'a:', ':a', 'a\\', '\\n', 'k'.repeat(1100)],
)
const text = fc.oneof(
  hostile,
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.tuple(hostile, hostile).map((both) => both.join('')),
)
const name = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('Ann', 'Bo', 'Cy') }, text)
const issue = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('levy', 'tax', 'Levy') }, text)
const date = fc.constantFrom('01.08.2024', '01.09.2024', '2024', '', '', '31.02.2024', 'soon')

/** Texts in the order of the header. */
const row = fc
  .record({
    who: name,
    agrees: fc.constantFrom('1', '0', '1', '0', '2', ''),
    what: issue,
    kind: fc.constantFrom('Issue', 'Issue', 'Issue', 'Person', ''),
    when: date,
    words: fc.oneof(fc.constant(''), text),
    said: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, text),
    share: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, text),
    boss: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, name),
    note: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, text),
    paper: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('x', 'y', 'Y') }, text),
    title: fc.oneof({ weight: 5, arbitrary: fc.constant('') }, text),
  })
  .map((cells) => Object.values(cells))

const delimiter = fc.constantFrom(
  ...([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ] as const),
)

function toCsv(rows: readonly (readonly string[])[], sign: string, lineBreak: string): string {
  return rows.map((cells) => cells.map((cell) => quoted(cell, sign)).join(sign)).join(lineBreak)
}

function quoted(cell: string, sign: string): string {
  return /["\r\n]|^\s|\s$/.test(cell) || cell.includes(sign) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** A cell's text as the importer keeps it. */
function tidy(cell: string): string {
  return cell.replace(/\r\n?/g, '\n').trim()
}

test('Of a spreadsheet no row is lost in silence: each is a claim of the graph, or a diagnostic names it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 8 }),
      delimiter,
      fc.constantFrom('\n', '\r\n'),
      async (rows, [word, sign], lineBreak) => {
        const csv = toCsv([header, ...rows], sign, lineBreak)
        const { files, diagnostics, counts } = importText(csv, mapping.replace('DELIMITER', word))
        expect(counts.rows + counts.blank).toBe(rows.length)
        expect(counts.claims + counts.merged + counts.repeated + counts.faulty).toBe(counts.rows)
        const reported = (code: string) => diagnostics.filter((diagnostic) => diagnostic.code === code).length
        expect(reported('csv-quotes-merged')).toBe(counts.merged)
        expect(reported('csv-repeated-row')).toBe(counts.repeated)
        const errors = diagnostics.filter(({ severity }) => severity === 'error')
        expect(errors.length).toBeGreaterThanOrEqual(counts.faulty)
        expect(errors.length > 0).toBe(counts.faulty > 0)

        const data = Object.fromEntries(Array.from(files, ([path, yaml]) => [`data/${path}`, yaml]))
        const built = await checkTexts({ 'graph-schema/a.yaml': schema, ...data })
        // `unnamed` cannot be an entity; everything else must be fine.
        const faults = built.diagnostics.filter(
          ({ severity, code }) => severity === 'error' && code !== 'reserved-handle',
        )
        expect(faults).toEqual([])
        if (!built.ok) return
        expect(built.graph.claims.size).toBe(counts.claims)
        const claims = [...built.graph.claims.values()]
        const quotes = claims.flatMap((claim) => claim.quotes.map(({ exact }) => exact))
        const words = new Set(rows.map((cells) => tidy(cells[5] ?? '')))
        for (const quote of quotes) expect(words).toContain(quote)
        if (counts.faulty + counts.repeated > 0) return
        const said = rows
          .map((cells) => tidy(cells[5] ?? ''))
          .filter((quote) => !/^[\s\p{Cf}]*$/u.test(quote))
        if (counts.blank === 0) expect(quotes.sort()).toEqual(said.sort())
      },
    ),
    { numRuns: 2000 },
  )
})

test('Whatever text the two files have, importing does not throw', () => {
  const fragment = fc.oneof(
    hostile,
    fc.constantFrom(',', ';', '\n', '\r\n', '"', ...header),
    fc.string({ unit: 'binary' }),
  )
  const anyText = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(anyText, anyText, (csv, yaml) => {
      importText(csv, mapping.replace('DELIMITER', 'comma'))
      importText(`${header.join(',')}\n${csv}`, mapping.replace('DELIMITER', 'comma'))
      importText(csv, yaml)
      importText(csv, `subject: who\n${yaml}`)
    }),
    { numRuns: 1000 },
  )
})

describe('Rows are read as `csv-parse` reads them', () => {
  test('where quotes are in place', () => {
    const cells = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 5 })
    fc.assert(
      fc.property(cells, delimiter, fc.constantFrom('\n', '\r\n', '\r'), (rows, [, sign], lineBreak) => {
        const csv = toCsv(rows, sign, lineBreak)
        const file = { name: 's.csv', text: csv }
        const read = [...readRows(file, { delimiter: sign, from: 0, report: () => expect.fail('no fault') })]
        const expected = parse(csv, {
          delimiter: sign,
          record_delimiter: ['\r\n', '\n', '\r'],
          relax_column_count: true,
          relax_quotes: true,
        })
        // A lone surrogate has no bytes, of which csv-parse reads the text.
        const whole = (texts: readonly string[][]) =>
          texts.map((cells) => cells.map((cell) => Buffer.from(cell).toString()))
        expect(whole(read.map(({ cells }) => cells.map(({ text }) => text)))).toEqual(whole(expected))
        for (const { cells, start, end } of read) {
          expect(cells.map((cell) => csv.slice(cell.start, cell.end)).join(sign)).toBe(csv.slice(start, end))
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('and rows without text are known', () => {
    const file = { name: 's.csv', text: 'a;b\n;;\n\n " "\n' }
    const rows = [...readRows(file, { delimiter: ';', from: 0, report: () => undefined })]
    expect(rows.map(isBlankRow)).toEqual([false, true, true, false])
  })
})
