/** What is wrong with a query, for tests. */
import { CypherError } from '../../../src/cypher/cypher-error.ts'
import { parseExpression, parseStatement } from '../../../src/cypher/syntax/parse.ts'

/** The error of a query that cannot be parsed. */
export function faultOf(text: string): CypherError {
  return caught(() => parseStatement(text))
}

/** The error of an expression that cannot be parsed. */
export function expressionFault(text: string): CypherError {
  return caught(() => parseExpression(text))
}

/** An error in short: its detail, the text it is about, its message. */
export function inShort(error: CypherError, text: string): string {
  const place = error.place ? text.slice(error.place.start, error.place.end) : 'nowhere'
  return `${error.detail} at ‹${place}›: ${error.message}`
}

function caught(run: () => unknown): CypherError {
  try {
    run()
  } catch (error) {
    if (error instanceof CypherError) return error
    throw error
  }
  throw new Error('It can be parsed.')
}
