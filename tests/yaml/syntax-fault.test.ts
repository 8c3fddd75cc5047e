import { expect, test } from 'vitest'
import { faultsIn, readText } from './read-text.ts'

const faults: readonly [name: string, text: string, fault: string][] = [
  ['a tab as indentation', 'a:\n\tb: 1\n', '2:1-2:2 error yaml-syntax: The line is indented with a tab.'],
  [
    'keys at different columns',
    'a:\n    b: 1\n  c: 2\n',
    '3:3-3:7 error yaml-syntax: The line is not indented like the keys of the map before it.',
  ],
  [
    'a key below a value',
    'a: 1\n  b: 2\n',
    '2:3-2:7 error yaml-syntax: The line is indented deeper than the key before it, which has a value already.',
  ],
  [
    'items at different columns',
    '- - a\n - b\n',
    '2:2-2:5 error yaml-syntax: The line is not indented like the items of the list before it.',
  ],
  [
    'an item outside its list',
    'a:\n    - x\n  - y\n',
    '3:3-3:6 error yaml-syntax: A list item stands where a key is expected.',
  ],
  [
    'an item after a map',
    'a: 1\n- b\n',
    '2:1-2:4 error yaml-syntax: A list item stands where a key is expected.',
  ],
  [
    'a key after a list',
    '- a\nb: 1\n',
    '2:1-2:5 error yaml-syntax: The line fits neither the list nor the map before it.',
  ],
  [
    'a colon in a value',
    'title: Venezuela: the result\n',
    '1:8-1:29 error yaml-syntax: The value holds a `: `, which would begin another map.',
  ],
  [
    'a colon in a value in brackets',
    'x: {title: Venezuela: the result}\n',
    '1:12-1:33 error yaml-syntax: A `: ` or `- ` stands within a value in brackets.',
  ],
  [
    'a missing comma on a line',
    '{a: 1 b: 2}\n',
    '1:5-1:11 error yaml-syntax: A `: ` or `- ` stands within a value in brackets.',
  ],
  [
    'a missing comma at the end of a line',
    'a: {\n  b: 1\n  c: 2\n}\n',
    '2:6-2:7 error yaml-syntax: A comma is missing after this value.',
  ],
  [
    'a missing comma between brackets',
    '[{a: 1} {b: 2}]\n',
    '1:9-1:16 error yaml-syntax: Text follows the closing bracket.',
  ],
  ['a comma too many', '[a,, b]\n', '1:4-1:5 error yaml-syntax: A comma stands where a value is expected.'],
  [
    'a comma at the beginning',
    '[, b]\n',
    '1:2-1:3 error yaml-syntax: A comma stands where a value is expected.',
  ],
  [
    'no space after the colon',
    'a:1\nb: 2\n',
    '1:1-1:4 error yaml-syntax: The line has no `: ` after its key.',
  ],
  ['no colon', 'a: 1\nfoo\n', '2:1-2:4 error yaml-syntax: The line has no `: ` after its key.'],
  [
    'an open double quote',
    'a: "foo\nb: bar\n',
    '1:4-1:5 error yaml-syntax: The quote that opens here is never closed.',
  ],
  [
    'an open single quote',
    "a: 'foo\nb: bar\n",
    '1:4-1:5 error yaml-syntax: The quote that opens here is never closed.',
  ],
  [
    'an open list',
    'a: [x, y\nb: 1\n',
    '1:4-1:5 error yaml-syntax: The `[` that opens here is not closed by a `]`.',
  ],
  ['an open map', '{a: 1\n', '1:1-1:2 error yaml-syntax: The `{` that opens here is not closed by a `}`.'],
  [
    'an inner open map',
    'a: [{b: 1]\n',
    '1:5-1:6 error yaml-syntax: The `{` that opens here is not closed by a `}`.',
  ],
  [
    'the wrong bracket',
    'a: [x, y}\n',
    '1:4-1:5 error yaml-syntax: The `[` that opens here is not closed by a `]`.',
  ],
  ['a bracket too many', 'a: [x]]\n', '1:7-1:8 error yaml-syntax: The `]` closes nothing.'],
  ['text after a bracket', 'a: [x] y\n', '1:8-1:9 error yaml-syntax: Text follows the closing bracket.'],
  [
    'quotes within quotes',
    'quote: "He said "yes" to all"\n',
    '1:18-1:30 error yaml-syntax: Text follows the closing quote.',
  ],
  [
    'an apostrophe within quotes',
    "quote: 'it's here'\n",
    '1:12-1:19 error yaml-syntax: Text follows the closing quote.',
  ],
  [
    'an unknown escape',
    'a: "C:\\dir"\n',
    '1:7-1:9 error yaml-syntax: `\\d` is not an escape that YAML knows.',
  ],
  [
    'an escape cut short',
    'a: "\\u12"\n',
    '1:5-1:9 error yaml-syntax: `\\u12` is not an escape that YAML knows.',
  ],
  ['an at sign', 'a: @foo\n', '1:4-1:5 error yaml-syntax: An unquoted text begins with `@`.'],
  ['a backtick', 'a: `foo`\n', '1:4-1:5 error yaml-syntax: An unquoted text begins with ```.'],
  ['a percent sign', 'a: %x\n', '1:4-1:5 error yaml-syntax: An unquoted text begins with `%`.'],
  [
    'a greater-than sign',
    '- > foo -> bar\n',
    '1:5-1:15 error yaml-syntax: Text follows the `|` or `>` that begins a block of text.',
  ],
  [
    'a block of text outside its key',
    'a: |\n    x\n  y\nb: 1\n',
    '3:3-3:4 error yaml-syntax: The line is not indented like the keys of the map before it.',
  ],
  [
    'a list on the line of its key',
    'a: - x\n',
    '1:4-1:7 error yaml-syntax: A list begins on the line of its key.',
  ],
  [
    'a map on the line of a marker',
    '--- a: 1\n',
    '1:5-1:9 error yaml-syntax: A map or list begins on the line of `---`.',
  ],
  [
    'a comment too near',
    'a: "x"#c\n',
    '1:7-1:9 error yaml-syntax: A `#` follows a value without white space.',
  ],
  [
    'a long key',
    `${'x'.repeat(1100)}: 1\n`,
    '1:1-1:1104 error yaml-syntax: A key has more than 1024 characters.',
  ],
]

for (const [name, text, fault] of faults) {
  test(`${name} is a fault of syntax`, () => {
    expect(faultsIn(text)).toEqual([fault])
    expect(readText(text).documents).toMatchObject([{ failed: true }])
  })
}

test('only the first fault of a document is reported, and of each document', () => {
  expect(faultsIn('a: @x\nb: `y\n---\nc: @z\n')).toEqual([
    '1:4-1:5 error yaml-syntax: An unquoted text begins with `@`.',
    '4:4-4:5 error yaml-syntax: An unquoted text begins with `@`.',
  ])
})

test('a comment that hides a closing bracket is named', () => {
  expect(readText('- { claim: A —b→ levy #1, date: 2024 }\n').diagnostics).toMatchObject([
    {
      code: 'yaml-syntax',
      hint: '`#1,` begins a comment, which hides the rest of its line; put the text in quotes',
    },
  ])
})

test('places are those of the file, also after other documents and with CR', () => {
  expect(faultsIn('é: 1\r---\r\nb: 2\r---\rc: [\r')).toEqual([
    '5:4-5:5 error yaml-syntax: The `[` that opens here is not closed by a `]`.',
  ])
})
