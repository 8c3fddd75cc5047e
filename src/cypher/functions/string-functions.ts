/** Functions on texts; a text is counted by its Unicode code points. */
import type { Budget, Context } from '../context.ts'
import { runtimeError } from '../cypher-error.ts'
import { quoted } from '../quoted.ts'
import { isList, type Value } from '../value.ts'
import { checkListLength, checkTextLength } from '../sizes.ts'
import { searchText, type FindNext } from '../values/text-search.ts'
import { detached, indexOfCodePoint, textLength } from '../values/text.ts'
import { countOf, textOf, whole, wrongArgument } from './arguments.ts'
import type { FunctionDefinition } from './definition.ts'
import { trimBoth, trimEnd, trimmer, trimStart } from './trimming.ts'

/** The functions on texts. */
export const stringFunctions: readonly FunctionDefinition[] = [
  textFunction('toUpper', (text) => text.toUpperCase()),
  textFunction('upper', (text) => text.toUpperCase()),
  textFunction('toLower', (text) => text.toLowerCase()),
  textFunction('lower', (text) => text.toLowerCase()),
  trimming('trim', trimBoth),
  trimming('btrim', trimBoth),
  trimming('ltrim', trimStart),
  trimming('rtrim', trimEnd),
  lengthFunction('char_length'),
  lengthFunction('character_length'),
  {
    name: 'left',
    parameters: [['string'], whole],
    result: 'string',
    acceptsNull: true,
    call: ([text, length], context) =>
      text === null ? null : takeLeft(textOf('left', text, context), length),
  },
  {
    name: 'right',
    parameters: [['string'], whole],
    result: 'string',
    acceptsNull: true,
    call: ([text, length], context) =>
      text === null ? null : takeRight(textOf('right', text, context), length),
  },
  {
    name: 'substring',
    parameters: [['string'], whole, whole],
    optional: 1,
    result: 'string',
    acceptsNull: true,
    call: ([text, start, length], context) =>
      text === null ? null : takePart(textOf('substring', text, context), start, length),
  },
  {
    name: 'replace',
    parameters: [['string'], ['string'], ['string']],
    result: 'string',
    call: replace,
  },
  {
    name: 'split',
    parameters: [['string'], ['string', 'list']],
    result: 'list',
    call: ([text, separators], context) =>
      split(textOf('split', text, context), separatorsOf(separators), context),
  },
  {
    name: 'normalize',
    parameters: [['string'], ['string']],
    optional: 1,
    result: 'string',
    call: ([text, form = 'NFC'], context) =>
      counted(textOf('normalize', text, context).normalize(normalForm(form)), context),
  },
]

function textFunction(name: string, compute: (text: string) => string): FunctionDefinition {
  return {
    name,
    parameters: [['string']],
    result: 'string',
    call: ([text], context) => counted(compute(textOf(name, text, context)), context),
  }
}

/** A text that is made. Throws a CypherError where it is too long. */
function counted(text: string, { budget }: Context): string {
  checkTextLength(text.length, budget)
  return text
}

function trimming(
  name: string,
  trim: (text: string, isTrimmed: (character: string) => boolean) => string,
): FunctionDefinition {
  return {
    name,
    parameters: [['string'], ['string']],
    optional: 1,
    result: 'string',
    call: ([given, characters], context) => {
      const text = textOf(name, given, context)
      const isTrimmed = trimmer(characters === undefined ? undefined : textOf(name, characters, context))
      return detached(trim(text, isTrimmed), text)
    },
  }
}

function lengthFunction(name: string): FunctionDefinition {
  return {
    name,
    parameters: [['string']],
    result: 'integer',
    call: ([text], context) => BigInt(textLength(textOf(name, text, context))),
  }
}

function takeLeft(text: string, length: Value | undefined): string {
  return detached(text.slice(0, indexOfCodePoint(text, countOf('left', length))), text)
}

function takeRight(text: string, length: Value | undefined): string {
  const left = textLength(text) - countOf('right', length)
  return detached(text.slice(indexOfCodePoint(text, left)), text)
}

function takePart(text: string, start: Value | undefined, length: Value | undefined): string {
  const rest = text.slice(indexOfCodePoint(text, countOf('substring', start)))
  const end = length === undefined ? rest.length : indexOfCodePoint(rest, countOf('substring', length))
  return detached(rest.slice(0, end), text)
}

function replace(given: readonly Value[], context: Context): string {
  const [text = '', search = '', replacement = ''] = given.map((value) => textOf('replace', value, context))
  if (search === '') {
    checkTextLength(text.length + (textLength(text) + 1) * replacement.length, context.budget)
    return text.replace(/(?:)/gu, replacement.replaceAll('$', '$$$$'))
  }
  const findNext = searchText(text, search, context.budget)
  const count = countOccurrences(findNext, search)
  checkTextLength(text.length + count * (replacement.length - search.length), context.budget)
  // A text that is put together of very many pieces takes much memory, and JavaScript's own way is quick for short searches.
  if (search.length < 64) return text.replaceAll(search, () => replacement)
  return replaceEach(text, search, replacement, findNext)
}

function countOccurrences(findNext: FindNext, { length }: string): number {
  let count = 0
  for (let at = findNext(0); at >= 0; at = findNext(at + length)) count += 1
  return count
}

function replaceEach(text: string, { length }: string, replacement: string, findNext: FindNext): string {
  let [replaced, done] = ['', 0]
  for (let at = findNext(0); at >= 0; at = findNext(done)) {
    replaced += text.slice(done, at) + replacement
    done = at + length
  }
  return replaced + text.slice(done)
}

function separatorsOf(value: Value | undefined): readonly string[] {
  if (typeof value === 'string') return [value]
  if (value === undefined || !isList(value)) throw wrongArgument('split', 'a STRING or a LIST of them', value)
  return value.map((separator) => {
    if (typeof separator === 'string') return separator
    throw wrongArgument('split', 'a STRING or a LIST of them', separator)
  })
}

/** The parts of a text between separators. An empty separator is between all characters, as in Neo4j. */
function split(text: string, separators: readonly string[], { budget }: Context): readonly string[] {
  if (separators.includes(text)) return ['', '']
  if (!separators.includes('')) return splitAt(text, separators, budget)
  checkListLength(text.length, budget)
  budget.make(text.length * bytesOfPart)
  return Array.from(text)
}

function splitAt(text: string, separators: readonly string[], budget: Budget): readonly string[] {
  const parts: string[] = []
  const next = separators.map((separator) => {
    const findNext = searchText(text, separator, budget)
    return { separator, findNext, at: findNext(0) }
  })
  let start = 0
  for (let found = firstOf(next); found; found = firstOf(next)) {
    budget.step(separators.length)
    budget.make(bytesOfPart)
    parts.push(detached(text.slice(start, found.at), text))
    start = found.at + found.separator.length
    for (const one of next) if (one.at >= 0 && one.at < start) one.at = one.findNext(start)
  }
  parts.push(detached(text.slice(start), text))
  return parts
}

const bytesOfPart = 40

interface Occurrence {
  readonly separator: string
  readonly findNext: FindNext
  /** -1 where there is none any more. */
  at: number
}

/** The separator that comes next; of several at one place, the first in the list. */
function firstOf(occurrences: readonly Occurrence[]): Occurrence | undefined {
  let first: Occurrence | undefined
  for (const one of occurrences) if (one.at >= 0 && (!first || one.at < first.at)) first = one
  return first
}

function normalForm(form: Value): 'NFC' | 'NFD' | 'NFKC' | 'NFKD' {
  if (form === 'NFC' || form === 'NFD' || form === 'NFKC' || form === 'NFKD') return form
  if (typeof form !== 'string') throw wrongArgument('normalize', 'a STRING as its form', form)
  throw runtimeError('ArgumentError', 'InvalidArgumentValue', `There is no normal form ${quoted(form)}.`, {
    hint: 'Write NFC, NFD, NFKC or NFKD.',
  })
}
