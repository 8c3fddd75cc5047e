/** Reads what stands after a backslash in a regular expression. */
import { classOfLetter, classOfName } from './properties.ts'
import { accept, invalid, peek, take, takeUntil, type CodePointTest, type Reader } from './syntax.ts'

const controls: ReadonlyMap<string, number> = new Map([
  ['t', 0x09],
  ['n', 0x0a],
  ['r', 0x0d],
  ['f', 0x0c],
  ['a', 0x07],
  ['e', 0x1b],
])

/**
 * CharacterEscape: `t` | `n` | `r` | `f` | `a` | `e` | `0` octal | `x` hex | `u` hex | `c` character | sign
 * The backslash is behind. Returns the code point. Throws an ArgumentError where the letter means nothing.
 */
export function readCharacterEscape(reader: Reader): number {
  const letter = take(reader, 'an escaped character')
  const control = controls.get(letter)
  if (control !== undefined) return control
  if (letter === '0') return readOctal(reader)
  if (letter === 'x') return accept(reader, '{') ? readBracedHex(reader) : readHex(reader, 2)
  if (letter === 'u') return readUnicode(reader)
  if (letter === 'c') return (take(reader, 'a control character').codePointAt(0) ?? 0) ^ 64
  if (/[a-zA-Z0-9]/.test(letter)) throw invalid(reader, `\\${letter} means nothing`)
  return letter.codePointAt(0) ?? 0
}

/** ClassEscape: `d` | `s` | `w` | `h` | `v` | their capitals | (`p` | `P`) (letter | `{` name `}`) */
export function readClassEscape(reader: Reader): CodePointTest | undefined {
  const letter = peek(reader)
  if (letter === undefined) return undefined
  if (letter === 'p' || letter === 'P') {
    reader.at += 1
    return readProperty(reader, letter === 'P')
  }
  const test = classOfLetter(letter, reader.flags.unicodeClasses)
  if (test) reader.at += 1
  return test
}

function readProperty(reader: Reader, isOpposite: boolean): CodePointTest {
  const name = accept(reader, '{') ? takeUntil(reader, '}', '\\p{') : take(reader, 'the name of a class')
  const negated = name.startsWith('^')
  const test = classOfName(negated ? name.slice(1) : name, reader)
  return isOpposite === negated ? test : (codePoint) => !test(codePoint)
}

function readOctal(reader: Reader): number {
  const [digits] = /^(?:[0-3][0-7]{0,2}|[0-7]{1,2})/.exec(following(reader, 3)) ?? []
  if (digits === undefined) throw invalid(reader, 'there are no octal digits after \\0')
  reader.at += digits.length
  return parseInt(digits, 8)
}

function readHex(reader: Reader, length: number): number {
  const digits = following(reader, length)
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) {
    throw invalid(reader, `there are no ${length} hexadecimal digits`)
  }
  reader.at += length
  return parseInt(digits, 16)
}

function readBracedHex(reader: Reader): number {
  const digits = takeUntil(reader, '}', '\\x{')
  const codePoint = /^[0-9a-fA-F]{1,8}$/.test(digits) ? parseInt(digits, 16) : NaN
  if (codePoint <= 0x10ffff) return codePoint
  throw invalid(reader, `\\x{${digits}} is no character`)
}

/** Two halves of a code point beyond U+FFFF in a row are one. */
function readUnicode(reader: Reader): number {
  const unit = readHex(reader, 4)
  const next = /^\\u([dD][c-fC-F][0-9a-fA-F]{2})/.exec(following(reader, 6))?.[1]
  if (unit < 0xd800 || unit >= 0xdc00 || next === undefined) return unit
  reader.at += 6
  return 0x10000 + ((unit - 0xd800) << 10) + (parseInt(next, 16) - 0xdc00)
}

function following(reader: Reader, length: number): string {
  return reader.characters.slice(reader.at, reader.at + length).join('')
}
