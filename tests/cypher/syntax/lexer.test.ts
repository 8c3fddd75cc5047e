import { expect, test } from 'vitest'
import { tokenize } from '../../../src/cypher/syntax/lexer.ts'
import { expressionFault, inShort } from './faults.ts'
import { read } from './outline.ts'

function words(text: string): string[] {
  return tokenize(text).all.map(({ kind, text: word }) => (kind === 'symbol' ? word : `${kind}:${word}`))
}

function fault(text: string): string {
  return inShort(expressionFault(text), text)
}

test('cuts a text into tokens with their places', () => {
  const text = "n.name =~ 'a' // end"
  expect(tokenize(text).all.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual([
    'name n',
    'symbol .',
    'name name',
    'symbol =~',
    "string 'a'",
    'end ',
  ])
})

test('leaves out blanks and comments, also those of other scripts', () => {
  expect(words('a/* one\n * two **/b // three\r\u00A0\u2003\tc\uFEFF')).toEqual([
    'name:a',
    'name:b',
    'name:c',
    'end:',
  ])
  expect(words('// only a comment')).toEqual(['end:'])
  expect(words('a / b')).toEqual(['name:a', '/', 'name:b', 'end:'])
})

test('takes the longest symbol, and keeps the parts of arrows apart', () => {
  expect(words('..<><=>=||::=~')).toEqual(['..', '<>', '<=', '>=', '||', '::', '=~', 'end:'])
  expect(words('<-[]->')).toEqual(['<', '-', '[', ']', '-', '>', 'end:'])
})

test('reads names of all scripts, and names in backticks', () => {
  expect(words('größe 名前 _a1 n€')).toEqual(['name:größe', 'name:名前', 'name:_a1', 'name:n€', 'end:'])
  expect(words('`a b` `x``y` `caf\\u00E9` ``')).toEqual([
    'quoted name:a b',
    'quoted name:x`y',
    'quoted name:café',
    'quoted name:',
    'end:',
  ])
})

test('takes only plain ASCII for a keyword', () => {
  expect(tokenize('match ın `MATCH`').all.map(({ keyword }) => keyword)).toEqual(['MATCH', '', '', ''])
})

test('reads parameters by name, number and in backticks', () => {
  expect(words('$name $0 $`a b` $ x')).toEqual([
    'parameter:name',
    'parameter:0',
    'parameter:a b',
    'parameter:x',
    'end:',
  ])
  expect(fault('$ + 1')).toBe("UnexpectedSyntax at ‹$›: Expected the name of a parameter after '$'.")
})

test('finds the brackets that belong together', () => {
  const { closings } = tokenize('([{}]) (')
  expect([...closings]).toEqual([5, 4, 3, -1, -1, -1, -1, -1])
  expect([...tokenize('(]').closings]).toEqual([-1, -1, -1])
})

test('replaces escapes in strings', () => {
  expect(read(String.raw`'\\ \' \" \b\f\n\r\t'`)).toBe(`'\\ ' " \b\f\n\r\t'`)
  expect(read(String.raw`"\u00e9 \U0001F600"`)).toBe("'é 😀'")
  expect(read(`"it's"`)).toBe(`'it's'`)
  expect(read("'a\nb'")).toBe("'a\nb'")
})

test('keeps a backslash before anything else, as Neo4j does', () => {
  expect(read(String.raw`'\d\/'`)).toBe(String.raw`'\d\/'`)
})

test.each([
  [
    String.raw`'\uH'`,
    String.raw`InvalidUnicodeLiteral at ‹\u›: Expected four hexadecimal digits of a character after '\u', or eight after '\U'.`,
  ],
  [
    String.raw`'\U00110000'`,
    String.raw`InvalidUnicodeLiteral at ‹\U00110000›: Expected four hexadecimal digits of a character after '\u', or eight after '\U'.`,
  ],
  ["1 + 'abc", "UnexpectedSyntax at ‹'abc›: The string that begins with ' does not end."],
  ["'abc\\'", "UnexpectedSyntax at ‹'abc\\'›: The string that begins with ' does not end."],
  ['`abc', 'UnexpectedSyntax at ‹`abc›: The name that begins with a backtick does not end.'],
  ['1 /* abc', "UnexpectedSyntax at ‹/* abc›: The comment that begins with '/*' does not end."],
  ['(a)→(b)', "UnexpectedSyntax at ‹→›: The character '→' cannot stand here."],
  ['1 # 2', "UnexpectedSyntax at ‹#›: The character '#' cannot stand here."],
  ['“a”', "UnexpectedSyntax at ‹“›: The character '“' cannot stand here."],
  ['1 \u200b+ 2', 'UnexpectedSyntax at ‹\u200b›: The character U+200B cannot stand here.'],
  ['1 \ud800', 'UnexpectedSyntax at ‹\ud800›: The character U+D800 cannot stand here.'],
  [
    '42 — 41',
    "InvalidUnicodeCharacter at ‹—›: The character '—' can only stand in the arrow of a relationship.",
  ],
])('tells what is wrong in %s', (text, expected) => {
  expect(fault(text)).toBe(expected)
})

test.each([
  ['0', '0'],
  ['42', '42'],
  ['1_000', '1000'],
  ['9223372036854775807', '9223372036854775807'],
  ['-9223372036854775808', '-9223372036854775808'],
  ['- 9223372036854775808', '-9223372036854775808'],
  ['-0', '0'],
  ['0xFF', '255'],
  ['0x_1f', '31'],
  ['-0x8000000000000000', '-9223372036854775808'],
  ['0x000000000000000000000000000000001', '1'],
  ['0o17', '15'],
  ['1.0', 'float 1'],
  ['.5', 'float 0.5'],
  ['1e9', 'float 1000000000'],
  ['1_0.2_5E-1', 'float 1.025'],
  ['-1.5', 'float -1.5'],
  ['NaN', 'float NaN'],
  ['INF', 'float Infinity'],
  ['Infinity', 'float Infinity'],
])('reads the number %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each([
  ['9223372036854775808', 'IntegerOverflow', 'Write it as a FLOAT, such as 1e20, or as a STRING.'],
  ['1 - 9223372036854775808', 'IntegerOverflow', 'Write it as a FLOAT, such as 1e20, or as a STRING.'],
  ['-9223372036854775809', 'IntegerOverflow', 'Write it as a FLOAT, such as 1e20, or as a STRING.'],
  ['0x8000000000000000', 'IntegerOverflow', 'Write it as a FLOAT, such as 1e20, or as a STRING.'],
  ['0o1000000000000000000000', 'IntegerOverflow', 'Write it as a FLOAT, such as 1e20, or as a STRING.'],
  ['1.34E999', 'FloatingPointOverflow', undefined],
  ['0x', 'InvalidNumberLiteral', undefined],
  ['0x1G', 'InvalidNumberLiteral', undefined],
  ['0o8', 'InvalidNumberLiteral', undefined],
  ['12abc', 'InvalidNumberLiteral', 'A name that begins with a digit is written in backticks.'],
  ['1__0', 'InvalidNumberLiteral', undefined],
  ['1.5d', 'InvalidNumberLiteral', undefined],
  ['0123', 'InvalidNumberLiteral', 'Octal numbers are written with 0o: 0o123.'],
  ['089', 'InvalidNumberLiteral', 'Leave out the zeros at the beginning.'],
  ['0XFF', 'InvalidNumberLiteral', 'Write 0xFF.'],
])('refuses the number %s: %s', (text, detail, hint) => {
  expect(expressionFault(text)).toMatchObject({ errorClass: 'SyntaxError', detail, hint })
})
