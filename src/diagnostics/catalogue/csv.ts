/** Faults of a spreadsheet of statements, and of the mapping that says what its columns mean (scripts/import-csv.ts). */
import { alternatives, didYouMean, entry } from '../entry.ts'

// No code here has an example: the catalogue's examples are projects, and these are about what becomes one.

export const csvCodes = {
  // ── The mapping ─────────────────────────────────────────────────────────────────────────────────────────────────
  'csv-missing-column': entry<{ column: string; nearest: readonly string[]; columns: readonly string[] }>({
    severity: 'error',
    message: ({ column }) => `The spreadsheet has no column \`${column}\`.`,
    hint: ({ nearest, columns }) =>
      didYouMean(nearest) ??
      `its columns are ${columns.map((name) => `\`${name}\``).join(', ')}; a text that is the same in every row is written \`{ value: … }\``,
    about:
      'The mapping names a column that the first row of the CSV file does not have. Reported in the mapping. Names are compared letter by letter, without the white space around them.',
    example: null,
  }),
  'csv-keys-clash': entry<{ key: string; other: string }>({
    severity: 'error',
    message: ({ key, other }) => `\`${key}\` cannot stand beside \`${other}\`.`,
    hint: () => 'keep one of them',
    about:
      'Both say the same thing: `relation` and `agreement` which relation a statement has, `column` and `value` where a text comes from.',
    example: null,
  }),
  'csv-invalid-format': entry<{ format: string; problem: string }>({
    severity: 'error',
    message: ({ format, problem }) => `The date format \`${format}\` ${problem}.`,
    hint: () =>
      'write `EDTF`, or a pattern such as `DD.MM.YYYY`, `M/D/YYYY` or `YYYY-MM-DD HH:mm:ss`, in which every other sign stands for itself',
    about:
      'A date format of the mapping is `EDTF` or a pattern of `YYYY`, `MM`, `M`, `DD`, `D`, `HH`, `H`, `mm`, `ss` and `SSS`. Times of day are read over. There is no form for years of two figures, since their century would be a guess.',
    example: null,
  }),
  'csv-invalid-delimiter': entry<{ delimiter: string; known: readonly string[] }>({
    severity: 'error',
    message: ({ delimiter }) => `\`${delimiter}\` is not a delimiter.`,
    hint: ({ known }) => `write ${alternatives(known)}`,
    about:
      'The mapping says that something else than a comma, a semicolon, a tab or a bar separates the cells.',
    example: null,
  }),

  // ── The file ────────────────────────────────────────────────────────────────────────────────────────────────────
  'csv-no-header': entry<object>({
    severity: 'error',
    message: () => 'The spreadsheet is empty.',
    hint: () => 'its first row must hold the names of the columns',
    about: 'The CSV file has no row that names the columns.',
    example: null,
  }),
  'csv-unclear-delimiter': entry<{ delimiters: readonly string[] }>({
    severity: 'error',
    message: ({ delimiters }) =>
      `The cells of the first row may be separated by ${alternatives(delimiters)}.`,
    hint: ({ delimiters }) => `say which in the mapping, such as \`delimiter: ${delimiters[0] ?? ''}\``,
    about:
      'Where the mapping does not give the delimiter, it is the one with which the first row has all columns that the mapping names. Here several do.',
    example: null,
  }),
  'csv-repeated-column': entry<{ column: string }>({
    severity: 'error',
    message: ({ column }) => `The column \`${column}\` stands twice in the first row.`,
    hint: () => 'rename one of them',
    about: 'The mapping uses a column whose name several columns have. Reported at the later one.',
    example: null,
  }),
  'csv-unclosed-quote': entry<object>({
    severity: 'error',
    message: () => 'The quote that opens here is never closed.',
    hint: () => 'close it, or write `""` for a quote that is part of the text',
    about:
      'A cell begins with a double quote, and none ends it up to the end of the file. The rows after it are read as if the cell ended with its line.',
    example: null,
  }),
  'csv-misplaced-quote': entry<{ where: 'after' | 'before' }>({
    severity: 'error',
    message: ({ where }) =>
      where === 'after'
        ? 'Text follows the quote that closes the cell.'
        : 'White space stands before the quote that opens the cell.',
    hint: ({ where }) =>
      where === 'after'
        ? 'within quotes write `""` for a quote; look also whether an earlier quote was left open'
        : 'remove the white space',
    about:
      'A cell in double quotes begins and ends with them, and a quote within it is written twice. The row is not imported.',
    example: null,
  }),
  'csv-cell-count': entry<{ cells: number; columns: number; lines: number }>({
    severity: 'error',
    message: ({ cells, columns }) => `The row has ${cells} cells, the first row has ${columns}.`,
    hint: ({ cells, columns, lines }) => {
      if (lines > 1) return `it runs over ${lines} lines: look for a quote that was left open`
      return cells > columns
        ? 'put a cell that holds the delimiter in double quotes'
        : 'look for a missing delimiter, or a line break in a cell without quotes'
    },
    about: 'A row has more or fewer cells than the first one, so that nobody knows which is which.',
    example: null,
  }),

  // ── Cells ───────────────────────────────────────────────────────────────────────────────────────────────────────
  'csv-empty-cell': entry<{ what: string }>({
    severity: 'error',
    message: ({ what }) => `The row has no ${what}.`,
    hint: () => 'fill in the cell, or remove the row',
    about:
      'What every claim needs is empty: a subject, an object, a relation, the id of its source, or the type of an entity. Cells of nothing but white space, and those that the mapping lists under `empty`, are empty.',
    example: null,
  }),
  'csv-unknown-value': entry<{ value: string; nearest: readonly string[]; known: readonly string[] }>({
    severity: 'error',
    message: ({ value }) =>
      value === ''
        ? 'The mapping has no value for an empty cell.'
        : `The mapping has no value for \`${value}\`.`,
    hint: ({ nearest, known }) =>
      didYouMean(nearest) ?? `its values are ${known.map((name) => `\`${name}\``).join(', ')}`,
    about:
      'The mapping lists under `values` what the texts of a column stand for, such as which relation a `1` and a `0` mean, and this text is not among them.',
    example: null,
  }),
  'csv-invalid-date': entry<{
    text: string
    problem: string
    formats: readonly string[]
    advice?: string | undefined
  }>({
    severity: 'error',
    message: ({ text, problem }) => `\`${text}\` ${problem}.`,
    hint: ({ formats, advice }) =>
      advice ?? `the mapping expects ${alternatives(formats)}; a list under \`format\` allows several`,
    about:
      'A cell does not fit the date format of its column, names no day of the calendar, or fits two formats that make two days of it. Dates are never guessed.',
    example: null,
  }),
  'csv-spreadsheet-error': entry<{ text: string }>({
    severity: 'error',
    message: ({ text }) => `The cell holds the error \`${text}\` of the spreadsheet.`,
    hint: () =>
      'mend the formula in the spreadsheet and export it again; or list it under `empty` in the mapping',
    about: 'A formula failed in the spreadsheet program, so that its error stands where a value should.',
    example: null,
  }),
  'csv-formula': entry<{ text: string }>({
    severity: 'warning',
    message: ({ text }) => `The cell holds the formula \`${text}\`, which is kept as text.`,
    hint: () => 'in the spreadsheet, replace the formula by its value',
    about: 'Formulas are never evaluated. A cell that holds one was probably meant to hold its result.',
    example: null,
  }),

  // ── What the rows say together ──────────────────────────────────────────────────────────────────────────────────
  'csv-type-clash': entry<{ name: string; type: string; other: string }>({
    severity: 'error',
    message: ({ name, type, other }) => `\`${name}\` is of type ${type} here, and of type ${other} before.`,
    hint: () => 'use two names, or take the type from a column: `type: { column: … }`',
    about: 'One name stands in columns, or beside types, that make two different things of it.',
    example: null,
  }),
  'csv-similar-names': entry<{ name: string; other: string }>({
    severity: 'warning',
    message: ({ name, other }) => `\`${name}\` and \`${other}\` become two entities.`,
    hint: () => 'if both are the same, write them alike',
    about:
      'Two names differ only in accents, case or white space, and are probably meant for one. Reported once.',
    example: null,
  }),
  'csv-id-taken': entry<{ id: string; what: string }>({
    severity: 'error',
    message: ({ id, what }) => `\`${id}\` is already the ${what}.`,
    hint: () => 'give ids a `prefix` in the mapping, or change one of the two',
    about:
      'The names of entities, the ids of sources and those of claims are unique together, so that each leads to one thing.',
    example: null,
  }),
  'csv-source-clash': entry<{ source: string; key: string; value: string; other: string }>({
    severity: 'error',
    message: ({ source, key, value, other }) =>
      `The source \`${source}\` has the ${key} \`${value}\` here, and \`${other}\` before.`,
    hint: () => 'make the rows of one source agree, or give its parts ids of their own',
    about: 'Rows with the same source say different things about it. Reported at the later cell.',
    example: null,
  }),
  'csv-quotes-merged': entry<{ triple: string; quotes: number }>({
    severity: 'info',
    message: ({ triple, quotes }) =>
      `The source claims \`${triple}\` before; this is its quote number ${quotes}.`,
    hint: () => 'to have a claim for each row, map a column to `id`',
    about:
      'Several rows of one source hold the same claim with different quotes. They become one claim with all its quotes.',
    example: null,
  }),
  'csv-repeated-row': entry<{ triple: string }>({
    severity: 'warning',
    message: ({ triple }) => `The row says again that \`${triple}\`, and is left out.`,
    hint: () => 'remove it; if it was said twice, give both rows their quotes, or map a column to `id`',
    about: 'A row holds the same claim of the same source as an earlier one, and no other quote.',
    example: null,
  }),
  'csv-claim-clash': entry<{ triple: string; key: string }>({
    severity: 'error',
    message: ({ triple, key }) => `The source claims \`${triple}\` before, with another \`${key}\`.`,
    hint: () => 'if these are two claims, map a column to `id`; if it is one, make the rows agree',
    about:
      'Two rows of one source hold the same claim and differ in more than the quote, so that they cannot become one.',
    example: null,
  }),
}
