/** What can be wrong with a query, or happen while it runs. */
import type { Place } from './syntax/ast.ts'

/** The classes of errors, as openCypher and Neo4j name them, and two of our own. */
export type CypherErrorClass =
  | 'SyntaxError'
  | 'SemanticError'
  | 'ParameterMissing'
  | 'TypeError'
  | 'ArgumentError'
  | 'ArithmeticError'
  | 'EntityNotFound'
  | 'ProcedureError'
  /** A limit of the run is reached; `detail` says which. */
  | 'LimitExceeded'
  /** The caller's signal. */
  | 'Aborted'

/** What a fault is told with. */
export interface CypherErrorOptions extends ErrorOptions {
  /** Where in the text: a part of the syntax tree will do, of which the place alone is kept. */
  readonly place?: Place | undefined
  /** What to write instead, a sentence. */
  readonly hint?: string | undefined
}

/** A fault of a query: one sentence, where in the text, and what to write instead where that is known. */
export class CypherError extends Error {
  override readonly name = 'CypherError'
  /** Such as `SyntaxError`. */
  readonly errorClass: CypherErrorClass
  /** What it is about in one word, as the openCypher TCK has it: `UndefinedVariable`, `InvalidArgumentType`, … */
  readonly detail: string
  /** Whether it was found before anything ran. */
  readonly phase: 'compile time' | 'runtime'
  readonly place: Place | undefined
  readonly hint: string | undefined

  constructor(
    [errorClass, detail]: readonly [CypherErrorClass, string],
    phase: 'compile time' | 'runtime',
    message: string,
    { place, hint, cause }: CypherErrorOptions = {},
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.errorClass = errorClass
    this.detail = detail
    this.phase = phase
    this.place = place && { start: place.start, end: place.end }
    this.hint = hint
  }
}

/** A fault that is found before anything runs. */
export function compileError(
  errorClass: CypherErrorClass,
  detail: string,
  message: string,
  options?: CypherErrorOptions,
): CypherError {
  return new CypherError([errorClass, detail], 'compile time', message, options)
}

/** A SyntaxError that is found before anything runs. */
export function syntaxError(detail: string, message: string, place?: Place, hint?: string): CypherError {
  return compileError('SyntaxError', detail, message, { place, hint })
}

/** A fault that only the values show. */
export function runtimeError(
  errorClass: CypherErrorClass,
  detail: string,
  message: string,
  options?: CypherErrorOptions,
): CypherError {
  return new CypherError([errorClass, detail], 'runtime', message, options)
}
