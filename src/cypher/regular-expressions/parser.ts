/** Reads regular expressions as Java has them, as far as they can be matched without going back. */
import { caseTest, codePointOf, foldedTest, readClass, readQuotation } from './classes.ts'
import { readCharacterEscape, readClassEscape } from './escapes.ts'
import { readFlags } from './flags.ts'
import { anything, anythingInLine, lineBreak } from './parts.ts'
import {
  accept,
  goDeeper,
  invalid,
  openReader,
  peek,
  take,
  takeUntil,
  unsupported,
  type Flags,
  type Part,
  type Position,
  type Reader,
} from './syntax.ts'

/** The syntax tree of a regular expression. Throws an ArgumentError for one that is wrong or not supported. */
export function parseRegularExpression(source: string): Part {
  const reader = openReader(source)
  const part = readChoice(reader)
  if (reader.at < reader.characters.length) throw invalid(reader, 'a ) closes no group')
  return part
}

/** Choice: Sequence (`|` Sequence)* */
function readChoice(reader: Reader): Part {
  const options = [readSequence(reader)]
  while (accept(reader, '|')) options.push(readSequence(reader))
  return options.length === 1 && options[0] ? options[0] : { kind: 'choice', options }
}

/** Sequence: (Item [Quantifier])* */
function readSequence(reader: Reader): Part {
  const parts: Part[] = []
  for (;;) {
    if (reader.flags.comments) skipComments(reader)
    const next = peek(reader)
    if (next === undefined || next === '|' || next === ')') break
    parts.push(...readQuantified(reader))
  }
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'sequence', parts }
}

function skipComments(reader: Reader): void {
  for (let next = peek(reader); next !== undefined; next = peek(reader)) {
    if (next === '#') while (peek(reader) !== undefined && peek(reader) !== '\n') reader.at += 1
    else if (/[ \t-\r]/.test(next)) reader.at += 1
    else return
  }
}

/** A quotation gives several parts, of which a quantifier means the last one. */
function readQuantified(reader: Reader): readonly Part[] {
  const parts = readItem(reader)
  const last = parts.at(-1)
  return last ? [...parts.slice(0, -1), readQuantifiers(last, reader)] : parts
}

/** Quantifier: (`*` | `+` | `?` | `{` minimum [`,` [maximum]] `}`) [`?`] */
function readQuantifiers(part: Part, reader: Reader): Part {
  if (reader.flags.comments) skipComments(reader)
  const bounds = readBounds(reader)
  if (!bounds) return part
  if (peek(reader) === '+') {
    throw unsupported(reader, 'a possessive quantifier', 'Leave out the + after the quantifier.')
  }
  accept(reader, '?')
  const [minimum, maximum] = bounds
  if (/[*+?{]/.test(peek(reader) ?? '')) throw invalid(reader, 'two quantifiers follow one another')
  return { kind: 'repetition', part, minimum, maximum }
}

function readBounds(reader: Reader): readonly [number, number] | undefined {
  if (accept(reader, '*')) return [0, Infinity]
  if (accept(reader, '+')) return [1, Infinity]
  if (accept(reader, '?')) return [0, 1]
  if (!accept(reader, '{')) return undefined
  const text = takeUntil(reader, '}', 'a quantifier')
  const [, minimum, comma, maximum] = /^(\d{1,9})(?:(,)(\d{1,9})?)?$/.exec(text) ?? []
  if (minimum === undefined) throw invalid(reader, `{${text}} is no quantifier`)
  const least = Number(minimum)
  const most = maximum === undefined ? (comma === undefined ? least : Infinity) : Number(maximum)
  if (most < least) throw invalid(reader, `{${text}} has its bounds the wrong way round`)
  return [least, most]
}

/** Item: `.` | `^` | `$` | Group | Class | Escape | character */
function readItem(reader: Reader): readonly Part[] {
  const next = take(reader, 'a character')
  switch (next) {
    case '.':
      return [reader.flags.dotAll ? anything : anythingInLine]
    case '^':
      return [positionPart(reader.flags.multiLine ? 'start of line' : 'start of text')]
    case '$':
      return [positionPart(reader.flags.multiLine ? 'end of line' : 'last line end')]
    case '(':
      return readGroup(reader)
    case '[':
      return [{ kind: 'code points', test: readClass(reader) }]
    case '\\':
      return readEscape(reader)
    case '*':
    case '+':
    case '?':
    case '{':
      throw invalid(reader, `there is nothing for the quantifier ${next} to repeat`)
    default:
      return [characterPart(codePointOf(next), reader.flags)]
  }
}

function positionPart(position: Position): Part {
  return { kind: 'position', position }
}

function characterPart(codePoint: number, flags: Flags): Part {
  if (!flags.ignoreCase) return { kind: 'code point', codePoint }
  return { kind: 'code points', test: caseTest(codePoint, codePoint, flags) }
}

const positions: ReadonlyMap<string, Position> = new Map([
  ['A', 'start of text'],
  ['Z', 'last line end'],
  ['z', 'end of text'],
  ['b', 'word boundary'],
  ['B', 'no word boundary'],
])

/** Escape: `\` (position | ClassEscape | `Q` … `E` | `R` | CharacterEscape) */
function readEscape(reader: Reader): readonly Part[] {
  if (accept(reader, 'Q')) return readQuotation(reader).map((one) => characterPart(one, reader.flags))
  const next = peek(reader) ?? ''
  const position = positions.get(next)
  if (position) {
    reader.at += 1
    return [positionPart(position)]
  }
  if (accept(reader, 'R')) return [lineBreak]
  if (/[1-9k]/.test(next)) {
    throw unsupported(reader, `the back reference \\${next}`, 'Compare the parts with = instead.')
  }
  if (/[GXN]/.test(next)) throw unsupported(reader, `\\${next}`, 'Write the characters that are meant.')
  const test = readClassEscape(reader)
  if (test) return [{ kind: 'code points', test: foldedTest(test, reader.flags) }]
  return [characterPart(readCharacterEscape(reader), reader.flags)]
}

/**
 * Group: `(` [`?:` | `?<` name `>` | `?` flags `:`] Choice `)` | `(?` flags `)`
 * The first bracket is behind. Flags without a colon are for the rest of the group around them.
 */
function readGroup(reader: Reader): readonly Part[] {
  const before = reader.flags
  if (accept(reader, '?')) {
    refuseAssertions(reader)
    if (accept(reader, '<')) readGroupName(reader)
    else if (!accept(reader, ':')) {
      reader.flags = readFlags(reader)
      if (accept(reader, ')')) return []
      if (!accept(reader, ':')) throw invalid(reader, 'there are unknown flags after (?')
    }
  }
  const part = goDeeper(reader, () => readChoice(reader))
  if (!accept(reader, ')')) throw invalid(reader, 'a group has no ) at its end')
  reader.flags = before
  return [part]
}

function refuseAssertions(reader: Reader): void {
  const next = peek(reader)
  const isBehind = next === '<' && /[=!]/.test(peek(reader, 1) ?? '')
  if (next === '=' || next === '!' || isBehind) {
    throw unsupported(reader, 'a lookahead or lookbehind', 'Write a second condition: AND (NOT) text =~ ….')
  }
  if (next === '>') throw unsupported(reader, 'an atomic group', 'Write (?: instead of (?>.')
}

function readGroupName(reader: Reader): void {
  const name = takeUntil(reader, '>', 'the name of a group')
  if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(name)) throw invalid(reader, `${name} is no name for a group`)
}
