/** Reads the parameters of a query from the command line. */
import { CypherError } from '../cypher/cypher-error.ts'
import type { CypherParameter } from '../cypher/result.ts'
import { parseExpression } from '../cypher/syntax/parse.ts'
import type { Expression } from '../cypher/syntax/ast.ts'
import { CommandFailure, exitCodes } from './exit-codes.ts'

/**
 * The parameters of some `name=value`. A value that is a literal of Cypher (`51`, `0.5`, `true`, `null`, `'51'`,
 * `['a', 'b']`, `{a: 1}`) is what it says; all else is text. Throws a CommandFailure where there is no name, or one twice,
 * and for a number that is out of range.
 */
export function readParameters(given: readonly string[]): Readonly<Record<string, CypherParameter>> {
  const parameters = new Map<string, CypherParameter>()
  for (const one of given) {
    const [, name = '', value = ''] = /^\$?([^=$][^=]*)=(.*)$/s.exec(one) ?? []
    if (name === '')
      throw wrong(`--param takes name=value, not \`${one}\`; write it as in --param day=2024-08-01.`)
    if (parameters.has(name)) throw wrong(`--param gives \`${name}\` twice; leave one of them out.`)
    parameters.set(name, readValue(name, value))
  }
  return Object.fromEntries(parameters)
}

function wrong(message: string): CommandFailure {
  return new CommandFailure(exitCodes.usage, message)
}

function readValue(name: string, text: string): CypherParameter {
  try {
    const expression = parseExpression(text)
    // A text such as `5 //6` is more than a number with a comment after it.
    const isAll = text.slice(expression.start, expression.end) === text.trim()
    const value = isAll ? literalOf(expression) : undefined
    return value === undefined ? plainText(name, text) : value
  } catch (error) {
    if (error instanceof CommandFailure) throw error
    if (!isOutOfRange(error) || !/^[-+.\w]+$/.test(text)) return plainText(name, text)
    throw wrong(`--param gives \`${name}\` a number that is out of range; put it in quotes to make it text.`)
  }
}

/** A text that is no literal, composed as names are in the graph. Throws where it begins like a literal. */
function plainText(name: string, text: string): string {
  if (!/^\s*[[{]/.test(text)) return text.normalize('NFC')
  throw wrong(
    `--param gives \`${name}\` a list or map that is none of Cypher; write it as in ['a', 'b'] or {a: 1}, or put it in quotes to make it text.`,
  )
}

function isOutOfRange(error: unknown): boolean {
  return error instanceof CypherError && /^(?:IntegerOverflow|FloatingPointOverflow)$/.test(error.detail)
}

/** The value of a literal, or of a list or map of them; undefined for all other expressions. */
function literalOf(expression: Expression): CypherParameter | undefined {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'unary':
      return negated(expression.operator, literalOf(expression.operand))
    case 'list': {
      const items = expression.items.map(literalOf)
      return items.every((item) => item !== undefined) ? items : undefined
    }
    case 'map': {
      const entries = expression.entries.map(({ key, value }) => [key.text, literalOf(value)] as const)
      return entries.every((entry): entry is readonly [string, CypherParameter] => entry[1] !== undefined)
        ? Object.fromEntries(entries)
        : undefined
    }
    default:
      return undefined
  }
}

function negated(operator: string, value: CypherParameter | undefined): CypherParameter | undefined {
  if (typeof value !== 'bigint' && typeof value !== 'number') return undefined
  if (operator === '+') return value
  return operator === '-' ? -value : undefined
}
