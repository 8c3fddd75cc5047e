/** Text of one document → tokens of package `yaml`, noting on the way what is YAML but not allowed here. */
import { Lexer, Parser, type CST } from 'yaml'
import type { Stretch } from './split-documents.ts'

/**
 * How many lists and maps may be nested. Package `yaml` parses and composes by recursion, and at flow depths of 500
 * and more was seen to abort the whole of Node, past catching.
 */
export const depthLimit = 64

/** Something that is written in a file. */
export interface Mark extends Stretch {
  readonly source: string
}

/** What is YAML but not allowed here, in file order. */
export interface Marks {
  readonly anchors: readonly Mark[]
  readonly aliases: readonly Mark[]
  readonly tags: readonly Mark[]
  readonly mergeKeys: readonly Mark[]
  readonly directives: readonly Mark[]
}

export interface ParsedDocument {
  readonly tokens: readonly CST.Token[]
  readonly marks: Marks
  /** The first list or map that is nested too deep; nothing after it was parsed. */
  readonly tooDeep?: Stretch
}

/** The lexeme by which package `yaml` says that the next one is the text of a plain or block scalar. */
const scalarFollows = '\u001F'

/** Parses a stretch of `text` as one document. */
export function parseDocument(text: string, { start, end }: Stretch): ParsedDocument {
  const marks = { anchors: [], aliases: [], tags: [], mergeKeys: [], directives: [] }
  const tokens: CST.Token[] = []
  const parser = new Parser()
  parser.offset = start
  let inScalar = false
  for (const lexeme of new Lexer().lex(text.slice(start, end))) {
    const { offset } = parser
    const list = inScalar ? marksOfScalar(lexeme, text, offset, marks) : marksOfIndicator(lexeme, marks)
    list?.push({ source: lexeme, start: offset, end: offset + lexeme.length })
    inScalar = !inScalar && lexeme === scalarFollows
    for (const token of parser.next(lexeme)) tokens.push(token)
    const tooDeep = parser.stack.length > depthLimit ? findTooDeep(parser.stack) : undefined
    if (tooDeep) return { tokens, marks, tooDeep }
  }
  for (const token of parser.end()) tokens.push(token)
  return { tokens, marks }
}

type MarkLists = Record<keyof Marks, Mark[]>

function marksOfIndicator(lexeme: string, marks: MarkLists): Mark[] | undefined {
  switch (lexeme[0]) {
    case '&':
      return marks.anchors
    case '*':
      return marks.aliases
    case '!':
      return marks.tags
    case '%':
      return marks.directives
    default:
      return undefined
  }
}

/** A plain `<<` is a merge key where a colon follows; as a value it is text. */
function marksOfScalar(lexeme: string, text: string, offset: number, marks: MarkLists): Mark[] | undefined {
  if (lexeme !== '<<') return undefined
  return /^[ \t]*:/.test(text.slice(offset + 2, offset + 20)) ? marks.mergeKeys : undefined
}

/** The stack holds the document, the collections that are open, and perhaps a scalar on top. */
function findTooDeep(stack: readonly CST.Token[]): Stretch | undefined {
  const token = stack[depthLimit + 1]
  return token && 'items' in token ? { start: token.offset, end: token.offset + 1 } : undefined
}
