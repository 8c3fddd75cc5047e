import { describe, expect, test } from 'vitest'
import { brief, header, importRows, importText, mapping } from './import-csv-example.ts'

const good = 'Ann Lee,1,road levy,01.08.2024,yes,Daily 1'

function faultsOfRows(rows: string, mappingText?: string): string[] {
  return brief(importRows(rows, mappingText).diagnostics)
}

function faultsOfMapping(mappingText: string): string[] {
  return brief(importRows(good, mappingText).diagnostics)
}

describe('A mapping', () => {
  test('names columns that are there', () => {
    expect(faultsOfMapping(mapping.replace('column: who', 'column: whom'))).toEqual([
      'm.yaml:1:20-24 error csv-missing-column: The spreadsheet has no column `whom`. hint: did you mean `who`? related: s.csv:1:1 The columns stand here.',
    ])
    expect(faultsOfMapping(`${mapping}note: Commentary\nretracted: { column: Withdrawn }\n`)).toEqual([
      'm.yaml:7:7-17 error csv-missing-column: The spreadsheet has no column `Commentary`. hint: its columns are `who`, `agrees`, `what`, `when`, `words`, `paper`; a text that is the same in every row is written `{ value: … }` related: s.csv:1:1 The columns stand here.',
      'm.yaml:8:22-31 error csv-missing-column: The spreadsheet has no column `Withdrawn`. hint: its columns are `who`, `agrees`, `what`, `when`, `words`, `paper`; a text that is the same in every row is written `{ value: … }` related: s.csv:1:1 The columns stand here.',
    ])
  })

  test('has no keys but those it can have', () => {
    expect(faultsOfMapping(`${mapping}qoute: words\n`)).toEqual([
      'm.yaml:7:1-6 error unknown-key: `qoute` is not a key of the mapping. hint: did you mean `quote`?',
    ])
    expect(faultsOfMapping(mapping.replace('type: Person', 'tpye: Person'))).toEqual([
      'm.yaml:1:25-29 error unknown-key: `tpye` is not a key of `subject`. hint: did you mean `type`?',
    ])
  })

  test('has all that a claim needs, all that is missing reported at once', () => {
    expect(faultsOfMapping('quote: words\nsource: { title: paper }\n')).toEqual([
      'm.yaml:1:1-1 error missing-key: The mapping has no `subject`. hint: add `subject:`',
      'm.yaml:1:1-1 error missing-key: The mapping has no `object`. hint: add `object:`',
      'm.yaml:1:1-1 error missing-key: The mapping has no `relation`. hint: add `relation:`',
      'm.yaml:2:1-7 error missing-key: `source` has no `id`. hint: add `id:`',
    ])
    expect(faultsOfMapping('')).toHaveLength(3)
  })

  test('says where a relation comes from once', () => {
    expect(faultsOfMapping(`${mapping}relation: what\n`)).toEqual([
      'm.yaml:2:1-10 error csv-keys-clash: `agreement` cannot stand beside `relation`. hint: keep one of them',
    ])
    expect(faultsOfMapping(mapping.replace('column: who', 'column: who, value: Ann'))).toEqual([
      'm.yaml:1:25-30 error csv-keys-clash: `value` cannot stand beside `column`. hint: keep one of them',
    ])
    expect(faultsOfMapping(mapping.replace(/agreement: .*/, 'agreement: agrees'))).toEqual([
      'm.yaml:2:1-10 error missing-key: `agreement` has no `values`. hint: add `values:`',
    ])
  })

  test.each([
    ['DD.MM', 'has no `YYYY`'],
    ['DD.YYYY', 'has a day but no month'],
    ['DD.MM.YY', 'has `YY`, which stands for nothing'],
    ['YYYY YYYY', 'names a part of the date twice'],
    ['month YYYY', 'has `m`, which stands for nothing'],
  ])('has no date format like `%s`', (format, problem) => {
    expect(faultsOfMapping(mapping.replace('DD.MM.YYYY', format))).toEqual([
      `m.yaml:4:31-${31 + format.length} error csv-invalid-format: The date format \`${format}\` ${problem}. hint: write \`EDTF\`, or a pattern such as \`DD.MM.YYYY\`, \`M/D/YYYY\` or \`YYYY-MM-DD HH:mm:ss\`, in which every other sign stands for itself`,
    ])
  })

  test('knows four delimiters', () => {
    expect(faultsOfMapping(`delimiter: colon\n${mapping}`)).toEqual([
      'm.yaml:1:12-17 error csv-invalid-delimiter: `colon` is not a delimiter. hint: write `comma`, `semicolon`, `tab` or `bar`',
    ])
  })

  test('is YAML of one document', () => {
    expect(faultsOfMapping('subject: [')).toEqual([expect.stringContaining('error yaml-syntax')])
    expect(faultsOfMapping(`${mapping}---\n${mapping}`)).toEqual([
      'm.yaml:7:1-4 error yaml-syntax: The mapping has more than one document. hint: remove the `---` line',
    ])
    expect(faultsOfMapping('- who\n')).toEqual([
      'm.yaml:1:1-6 error expected-map: A list stands where a map is expected. hint: write `key: value` lines beneath it, or `{ key: value }`',
    ])
  })
})

describe('A spreadsheet', () => {
  test.each(['', '\uFEFF', '\n\n', 'sep=,\n'])('is not empty, as %j is', (text) => {
    expect(brief(importText(text).diagnostics)).toEqual([
      expect.stringContaining(
        'error csv-no-header: The spreadsheet is empty. hint: its first row must hold the names of the columns',
      ),
    ])
  })

  test('names each column that is used once', () => {
    expect(brief(importText(`${header},who,free,free\n${good},Bo,,\n`).diagnostics)).toEqual([
      's.csv:1:34-37 error csv-repeated-column: The column `who` stands twice in the first row. hint: rename one of them related: s.csv:1:1 It stands here first.',
    ])
  })

  test('has a delimiter that is clear', () => {
    const oneColumn = 'subject: a\nrelation: { value: supports }\nobject: { value: levy }\n'
    expect(brief(importText('"a";"b",c\n', oneColumn).diagnostics)).toEqual([
      's.csv:1:8-10 error csv-misplaced-quote: Text follows the quote that closes the cell. hint: within quotes write `""` for a quote; look also whether an earlier quote was left open',
    ])
    expect(brief(importText('x;y,z|a\n', oneColumn.replace(': a', ': q')).diagnostics)).toEqual([
      's.csv:1:1-8 error csv-unclear-delimiter: The cells of the first row may be separated by `comma`, `semicolon` or `bar`. hint: say which in the mapping, such as `delimiter: comma`',
    ])
  })

  test('closes its quotes; the rows after one that is left open are read', () => {
    const rows = `Ann Lee,1,"road levy,01.08.2024,yes,Daily 1\nBo,2,tax,01.08.2024,no,Daily 2\n${good}\n`
    expect(faultsOfRows(rows)).toEqual([
      's.csv:2:11-12 error csv-unclosed-quote: The quote that opens here is never closed. hint: close it, or write `""` for a quote that is part of the text',
      's.csv:3:4-5 error csv-unknown-value: The mapping has no value for `2`. hint: its values are `1`, `0`',
    ])
    expect(importRows(rows).counts).toMatchObject({ rows: 3, claims: 1, faulty: 2 })
  })

  test('has its quotes at the ends of a cell', () => {
    expect(
      faultsOfRows(
        'Ann Lee,1,road levy,01.08.2024,"yes" she said,Daily 1\nBo,1, "tax",01.08.2024,,Daily 2\n',
      ),
    ).toEqual([
      's.csv:2:37-46 error csv-misplaced-quote: Text follows the quote that closes the cell. hint: within quotes write `""` for a quote; look also whether an earlier quote was left open',
      's.csv:3:6-7 error csv-misplaced-quote: White space stands before the quote that opens the cell. hint: remove the white space',
    ])
  })

  test('has as many cells in each row as in the first', () => {
    expect(
      faultsOfRows('Ann Lee,1\nBo,1,tax,01.08.2024,yes, indeed,Daily 2\nBo,1,"tax\nlevy",01.08.2024\n'),
    ).toEqual([
      's.csv:2:1-10 error csv-cell-count: The row has 2 cells, the first row has 6. hint: look for a missing delimiter, or a line break in a cell without quotes',
      's.csv:3:33-40 error csv-cell-count: The row has 7 cells, the first row has 6. hint: put a cell that holds the delimiter in double quotes',
      's.csv:4:1-5:17 error csv-cell-count: The row has 4 cells, the first row has 6. hint: it runs over 2 lines: look for a quote that was left open',
    ])
  })
})

describe('A row', () => {
  test('has a subject, a relation, an object and a source; all that is missing is reported at once', () => {
    expect(faultsOfRows(' ,,"\u00A0",01.08.2024,yes,\u200B\n')).toEqual([
      's.csv:2:1-2 error csv-empty-cell: The row has no subject. hint: fill in the cell, or remove the row',
      's.csv:2:3-3 error csv-empty-cell: The row has no agreement. hint: fill in the cell, or remove the row',
      's.csv:2:4-7 error csv-empty-cell: The row has no object. hint: fill in the cell, or remove the row',
      's.csv:2:23-24 error csv-empty-cell: The row has no id of a source. hint: fill in the cell, or remove the row',
    ])
  })

  test('has a type for each name, where a column gives it', () => {
    const typed = mapping.replace('type: Person', 'type: { column: words }')
    expect(faultsOfRows('Ann Lee,1,road levy,,NA,Daily 1', `${typed}empty: [NA]\n`)).toEqual([
      's.csv:2:1-8 error csv-empty-cell: The row has no type of `Ann Lee`. hint: fill in the cell, or remove the row',
    ])
  })

  test('has a type for each name of a list', () => {
    const allies = `properties: { allies: { column: words, separator: /, type: { column: when } } }\n`
    const listed = mapping.replace(/date: .*\nquote: .*\n/, allies)
    expect(faultsOfRows('Ann Lee,1,road levy,,Bo/Cy,Daily 1', listed)).toEqual([
      's.csv:2:22-27 error csv-empty-cell: The row has no type of `Bo`. hint: fill in the cell, or remove the row',
      's.csv:2:22-27 error csv-empty-cell: The row has no type of `Cy`. hint: fill in the cell, or remove the row',
    ])
  })

  test('counts what the mapping lists as empty as empty', () => {
    expect(faultsOfRows('NA,1,road levy,NA,NA,Daily 1', `${mapping}empty: NA\n`)).toEqual([
      's.csv:2:1-3 error csv-empty-cell: The row has no subject. hint: fill in the cell, or remove the row',
    ])
  })

  test('has only values that the mapping knows', () => {
    const spelled = mapping.replace('1: supports', 'agree: supports')
    expect(faultsOfRows('Ann Lee,agrees,road levy,,,Daily 1', spelled)).toEqual([
      's.csv:2:9-15 error csv-unknown-value: The mapping has no value for `agrees`. hint: did you mean `agree`?',
    ])
  })

  test('has dates in the format of their column', () => {
    const rows = ['2024-08-01', '1.8.2024', '31.02.2024', '01.08.24'].map(
      (date, i) => `P${i},1,levy,${date},,D`,
    )
    const expected = 'hint: the mapping expects `DD.MM.YYYY`; a list under `format` allows several'
    expect(faultsOfRows(rows.join('\n'))).toEqual([
      `s.csv:2:11-21 error csv-invalid-date: \`2024-08-01\` does not fit the format of its column. ${expected}`,
      's.csv:3:11-19 error csv-invalid-date: `1.8.2024` does not fit the format of its column. hint: write the format as `D.M.YYYY` to allow days and months of one figure',
      `s.csv:4:11-21 error csv-invalid-date: \`31.02.2024\` names no day of the calendar. ${expected}`,
      `s.csv:5:11-19 error csv-invalid-date: \`01.08.24\` does not fit the format of its column. ${expected}`,
    ])
  })

  test('has dates that only one format reads, or all alike', () => {
    const both = mapping.replace('DD.MM.YYYY', '[DD/MM/YYYY, MM/DD/YYYY]')
    expect(
      faultsOfRows('A,1,levy,01/08/2024,,D\nB,1,levy,13/08/2024,,D\nC,1,levy,08/08/2024,,D', both),
    ).toEqual([
      's.csv:2:10-20 error csv-invalid-date: `01/08/2024` can be 2024-08-01 or 2024-01-08. hint: write it so that only one format fits',
    ])
  })

  test('has EDTF dates where the mapping names no format', () => {
    const plain = mapping.replace('{ column: when, format: DD.MM.YYYY }', 'when')
    expect(
      faultsOfRows('A,1,levy,1 August 2024,,D\nB,1,levy,2024-08~,,D\nC,1,levy,autumn,,D', plain),
    ).toEqual([
      's.csv:2:10-23 error csv-invalid-date: `1 August 2024` is no EDTF date. hint: write `2024-08-01`; or name the format of the column in the mapping, such as `format: DD.MM.YYYY`',
      's.csv:4:10-16 error csv-invalid-date: `autumn` is no EDTF date. hint: write the day, month or year: `2024-08-01`, `2024-08` or `2024`; or name the format of the column in the mapping, such as `format: DD.MM.YYYY`',
    ])
  })

  test('keeps formulas as text, and says so; their errors are faults', () => {
    const { diagnostics, files } = importRows(
      'Ann Lee,1,"=HYPERLINK(""x"",""tax"")",,=A2,Daily 1\n#REF!,1,#N/A,,,Daily 1\n',
    )
    expect(brief(diagnostics)).toEqual([
      's.csv:2:12-37 warning csv-formula: The cell holds the formula `=HYPERLINK("x","tax")`, which is kept as text. hint: in the spreadsheet, replace the formula by its value',
      's.csv:2:40-43 warning csv-formula: The cell holds the formula `=A2`, which is kept as text. hint: in the spreadsheet, replace the formula by its value',
      's.csv:3:1-6 error csv-spreadsheet-error: The cell holds the error `#REF!` of the spreadsheet. hint: mend the formula in the spreadsheet and export it again; or list it under `empty` in the mapping',
      's.csv:3:9-13 error csv-spreadsheet-error: The cell holds the error `#N/A` of the spreadsheet. hint: mend the formula in the spreadsheet and export it again; or list it under `empty` in the mapping',
    ])
    expect(files.get('Daily-1.yaml')).toContain(
      '  - claim: Ann Lee —supports→ =HYPERLINK("x","tax")\n    quote: =A2\n',
    )
  })

  test('has no control characters in the cells that are used', () => {
    expect(faultsOfRows('Ann\u0007 Lee,1,road levy,,a\u0000b\uFFFEc,Daily 1\n')).toEqual([
      's.csv:2:4-5 error forbidden-character: The character U+0007 is not allowed. hint: remove it',
      's.csv:2:24-25 error forbidden-character: The character U+0000 is not allowed. hint: remove it',
      's.csv:2:26-27 error forbidden-character: The character U+FFFE is not allowed. hint: remove it',
    ])
  })

  test('is reported once for a cell that several keys use', () => {
    const twice = `${mapping.replace('column: what', 'column: who')}note: who\n`
    expect(faultsOfRows('#REF!,1,,,,Daily 1\n', twice)).toHaveLength(1)
  })
})

describe('The place of a fault', () => {
  test('counts code points, in the physical line, behind cells with line breaks and quotes', () => {
    const rows = `"😀 Ann\r\n""Lee""",9,"a\n😀 b",99.99.2024,"😀",Daily 1\r\n`
    expect(faultsOfRows(rows)).toEqual([
      's.csv:3:10-11 error csv-unknown-value: The mapping has no value for `9`. hint: its values are `1`, `0`',
      's.csv:4:6-16 error csv-invalid-date: `99.99.2024` names no day of the calendar. hint: the mapping expects `DD.MM.YYYY`; a list under `format` allows several',
    ])
  })

  test('does not count a byte order mark, nor stop at lone CR line ends', () => {
    const text = `\uFEFF${header}\r${good}\rBo,2,tax,,,Daily 2\r`
    expect(brief(importText(text).diagnostics)).toEqual([
      's.csv:3:4-5 error csv-unknown-value: The mapping has no value for `2`. hint: its values are `1`, `0`',
    ])
    expect(brief(importText(`\uFEFFwho\n`).diagnostics)[0]).toContain(
      'related: s.csv:1:1 The columns stand here.',
    )
  })
})

describe('Rows together', () => {
  test('give one name one type', () => {
    expect(faultsOfRows('Ann Lee,1,road levy,,,D\nroad levy,1,Ann Lee,,,D\nBo,1,Bo,,,D\n')).toEqual([
      's.csv:3:1-10 error csv-type-clash: `road levy` is of type Person here, and of type Issue before. hint: use two names, or take the type from a column: `type: { column: … }` related: s.csv:2:11 It is of type Issue here.',
      's.csv:3:13-20 error csv-type-clash: `Ann Lee` is of type Issue here, and of type Person before. hint: use two names, or take the type from a column: `type: { column: … }` related: s.csv:2:1 It is of type Person here.',
      's.csv:4:6-8 error csv-type-clash: `Bo` is of type Issue here, and of type Person before. hint: use two names, or take the type from a column: `type: { column: … }` related: s.csv:4:1 It is of type Person here.',
    ])
  })

  test('write a name alike', () => {
    expect(faultsOfRows('José Díaz,1,levy,,,D\nJose Diaz,1,levy,,,D\nJose  Diaz,0,levy,,,D\n')).toEqual([
      's.csv:3:1-10 warning csv-similar-names: `Jose Diaz` and `José Díaz` become two entities. hint: if both are the same, write them alike related: s.csv:2:1 `José Díaz` stands here.',
    ])
  })

  test('share no id between things', () => {
    const withId = mapping.replace('source:', 'id: words\nsource:')
    expect(
      faultsOfRows(
        'A,1,levy,,c1,D\nB,1,levy,,c1,D\nC,1,levy,,c2,A\nD,1,levy,,,D2\nE,1,levy,,c3,c3\nF,1,tax,,,F\n',
        withId,
      ),
    ).toEqual([
      's.csv:3:11-13 error csv-id-taken: `c1` is already the id of a claim. hint: give ids a `prefix` in the mapping, or change one of the two related: s.csv:2:11 It is the id of a claim here.',
      's.csv:4:14-15 error csv-id-taken: `A` is already the name of an entity. hint: give ids a `prefix` in the mapping, or change one of the two related: s.csv:2:1 It is the name of an entity here.',
      's.csv:5:1-2 error csv-id-taken: `D` is already the id of a source. hint: give ids a `prefix` in the mapping, or change one of the two related: s.csv:2:14 It is the id of a source here.',
      's.csv:6:11-13 error csv-id-taken: `c3` is already the id of a source. hint: give ids a `prefix` in the mapping, or change one of the two related: s.csv:6:14 It is the id of a source here.',
      's.csv:7:11-12 error csv-id-taken: `F` is already the name of an entity. hint: give ids a `prefix` in the mapping, or change one of the two related: s.csv:7:1 It is the name of an entity here.',
    ])
  })

  test('agree on their source; one may leave out what another says', () => {
    const titled = mapping.replace('id: paper', 'id: paper, title: words')
    const { diagnostics, files } = importRows('A,1,levy,,,D\nB,1,levy,,T,D\nC,1,levy,,U,D\n', titled)
    expect(brief(diagnostics)).toEqual([
      's.csv:4:11-12 error csv-source-clash: The source `D` has the title `U` here, and `T` before. hint: make the rows of one source agree, or give its parts ids of their own related: s.csv:3:11 It stands here.',
    ])
    expect(files.get('D.yaml')).toContain('title: T')
  })

  test('that hold one claim become one with all quotes; what only repeats is left out, what differs is a fault', () => {
    const noted = `${mapping.replace('  type: Issue', '')}note: agrees\n`.replace(
      'values: {',
      'values: { yes: supports,',
    )
    const rows = [
      'A,1,levy,01.09.2024,one,D',
      'A,1,levy,,two,D',
      'A,1,levy,01.09.2024,one,D',
      'A,1,levy,01.09.2024,,D',
      'A,yes,levy,01.09.2024,three,D',
      'A,1,levy,02.09.2024,one,D',
      'A,1,levy,01.09.2024,one,E',
    ]
    const { diagnostics, files, counts } = importRows(rows.join('\n'), noted)
    expect(brief(diagnostics)).toEqual([
      's.csv:3:11-14 info csv-quotes-merged: The source claims `A —supports→ levy` before; this is its quote number 2. hint: to have a claim for each row, map a column to `id` related: s.csv:2:1 It is claimed here first.',
      's.csv:4:1-2 warning csv-repeated-row: The row says again that `A —supports→ levy`, and is left out. hint: remove it; if it was said twice, give both rows their quotes, or map a column to `id` related: s.csv:2:1 It is claimed here first.',
      's.csv:5:1-2 warning csv-repeated-row: The row says again that `A —supports→ levy`, and is left out. hint: remove it; if it was said twice, give both rows their quotes, or map a column to `id` related: s.csv:2:1 It is claimed here first.',
      's.csv:6:1-2 error csv-claim-clash: The source claims `A —supports→ levy` before, with another `note`. hint: if these are two claims, map a column to `id`; if it is one, make the rows agree related: s.csv:2:1 It is claimed here first.',
    ])
    expect(counts).toEqual({ rows: 7, claims: 3, merged: 1, repeated: 2, faulty: 1, blank: 0 })
    expect(files.get('D.yaml')).toContain('    quote:\n      - one\n      - two\n')
  })
})
