/** Label expressions of nodes, type expressions of relationships. */
import { syntaxError } from '../cypher-error.ts'
import type { LabelExpression } from './ast.ts'
import {
  advance,
  enter,
  expectSymbol,
  isName,
  isSymbol,
  leave,
  peek,
  placeFrom,
  takeSymbol,
  type ParserState,
} from './parser-state.ts'
import { unexpected } from './unexpected.ts'

interface LabelSyntax {
  readonly of: 'node' | 'relationship'
  /** The first colon between labels, and the first other sign: only one kind may be used. */
  colon?: number
  sign?: number
}

// Labels = (':' | 'IS') LabelExpression
/** The labels after `:` or `IS`. Throws a SyntaxError where they cannot be read. */
export function parseLabels(state: ParserState): LabelExpression {
  advance(state)
  return parseWhole(state, { of: 'node' })
}

// Types = (':' | 'IS') LabelExpression
/** The types after `:` or `IS`, where `:A|:B` may be written as well. Throws a SyntaxError where they cannot be read. */
export function parseRelationshipTypes(state: ParserState): LabelExpression {
  advance(state)
  return parseWhole(state, { of: 'relationship' })
}

function parseWhole(state: ParserState, syntax: LabelSyntax): LabelExpression {
  const labels = parseOr(state, syntax)
  if (syntax.colon === undefined || syntax.sign === undefined) return labels
  throw syntaxError(
    'UnexpectedSyntax',
    "':' cannot be mixed with '|', '&', '!' and '%' between labels.",
    { start: syntax.colon, end: syntax.colon + 1 },
    "Write '&' instead of the ':' between labels.",
  )
}

// LabelExpression = AndLabels { '|' AndLabels }
function parseOr(state: ParserState, syntax: LabelSyntax): LabelExpression {
  const operands = [parseAnd(state, syntax)]
  while (isSymbol(state, '|') && !state.projectionBars.has(state.position)) {
    const { start } = advance(state)
    syntax.sign ??= start
    parseColonAfterBar(state, syntax)
    operands.push(parseAnd(state, syntax))
  }
  return join('or labels', operands)
}

/** `[:A|:B]`: the second colon may be written. */
function parseColonAfterBar(state: ParserState, syntax: LabelSyntax): void {
  if (!isSymbol(state, ':')) return
  if (syntax.of === 'node') throw unexpected(state, 'a label', 'Write one colon only: (n:A|B).')
  advance(state)
}

// AndLabels = NotLabel { ('&' | ':') NotLabel }
function parseAnd(state: ParserState, syntax: LabelSyntax): LabelExpression {
  const operands = [parseNot(state, syntax)]
  for (;;) {
    const { start } = peek(state)
    if (takeSymbol(state, '&')) syntax.sign ??= start
    else if (takeLabelColon(state, syntax)) syntax.colon ??= start
    else return join('and labels', operands)
    operands.push(parseNot(state, syntax))
  }
}

function takeLabelColon(state: ParserState, syntax: LabelSyntax): boolean {
  if (!isSymbol(state, ':')) return false
  if (syntax.of === 'node') return takeSymbol(state, ':')
  throw syntaxError(
    'UnexpectedSyntax',
    "Relationship types cannot be joined with ':', as a relationship has one type only.",
    peek(state),
    'Write [:A|B] for either type.',
  )
}

// NotLabel = '!' NotLabel | Label
function parseNot(state: ParserState, syntax: LabelSyntax): LabelExpression {
  if (!isSymbol(state, '!')) return parseLabel(state, syntax)
  const { start } = advance(state)
  syntax.sign ??= start
  enter(state)
  const operand = parseNot(state, syntax)
  leave(state)
  return { kind: 'not label', operand, ...placeFrom(state, start) }
}

// Label = '(' LabelExpression ')' | '%' | Name
function parseLabel(state: ParserState, syntax: LabelSyntax): LabelExpression {
  const { start, end, text } = peek(state)
  if (isSymbol(state, '(')) return parseGroup(state, syntax)
  if (takeSymbol(state, '%')) {
    syntax.sign ??= start
    return { kind: 'any label', start, end }
  }
  if (!isName(state)) throw noLabel(state, syntax)
  advance(state)
  return { kind: 'label', name: text, start, end }
}

function parseGroup(state: ParserState, syntax: LabelSyntax): LabelExpression {
  enter(state)
  expectSymbol(state, '(')
  const labels = parseOr(state, syntax)
  expectSymbol(state, ')')
  leave(state)
  return labels
}

function noLabel(state: ParserState, { of }: LabelSyntax): Error {
  const expected = of === 'node' ? 'a label' : 'a relationship type'
  const { kind } = peek(state)
  const isDynamic = kind === 'parameter' || (kind === 'fault' && state.text[peek(state).start] === '$')
  if (!isDynamic) return unexpected(state, expected)
  const condition = of === 'node' ? '$label IN labels(n)' : 'type(r) = $type'
  return syntaxError(
    'UnsupportedSyntax',
    `Expected ${expected}; it cannot be given as a value.`,
    peek(state),
    `Write WHERE ${condition}.`,
  )
}

/** Joins operands in halves, so that the tree stays low however many there are. */
function join(kind: 'and labels' | 'or labels', operands: readonly LabelExpression[]): LabelExpression {
  const [only] = operands
  if (only && operands.length === 1) return only
  const half = Math.ceil(operands.length / 2)
  const left = join(kind, operands.slice(0, half))
  const right = join(kind, operands.slice(half))
  return { kind, left, right, start: left.start, end: right.end }
}
