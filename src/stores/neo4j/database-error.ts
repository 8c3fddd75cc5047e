/** What a database can have against us, worded for users. */

/** What is the matter. */
export type DatabaseProblem =
  | 'invalid url'
  | 'unreachable'
  | 'name not found'
  | 'not neo4j'
  | 'encryption'
  | 'timeout'
  | 'no password'
  | 'wrong password'
  | 'no database'
  | 'read only'
  | 'too old'
  | 'not allowed'
  | 'no graph'
  | 'loading'
  | 'graph changed'
  | 'another project'
  | 'load taken over'
  | 'cannot be stored'
  | 'damaged'
  | 'refused'
  | 'failed'

/** A fault of the database or of what it holds: one sentence and the next step. No password is ever in it. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly problem: DatabaseProblem

  /** `message` is worded for users; `cause` is what the driver said. */
  constructor(problem: DatabaseProblem, message: string, options?: ErrorOptions) {
    super(message, options)
    this.problem = problem
  }
}
