/** What is to be told of a query that runs, for a graph that answers it elsewhere. */
import { CypherError } from './cypher-error.ts'
import { procedures } from './procedures.ts'
import type { CypherNotice } from './result.ts'
import { analyze } from './semantics/analyze.ts'
import { unknownNames, type KnownNames } from './semantics/unknown-names.ts'
import { parseStatement } from './syntax/parse.ts'

/** Each name in a query that is not among those known; nothing of a text that only the other graph understands. */
export function noticesOf(text: string, known: KnownNames): readonly CypherNotice[] {
  try {
    return unknownNames(analyze(parseStatement(text), { procedures }), known)
  } catch (error) {
    if (error instanceof CypherError) return []
    throw error
  }
}
