/** Tokens of one document → nodes of package `yaml`, and the first fault of syntax. */
import { Composer, type CST, type ParsedNode, type YAMLError } from 'yaml'

// Failsafe: every scalar stays the text that is written, also with a tag. Repeated keys are looked for by us: the
// check of package `yaml` takes quadratic time.
const options = {
  version: '1.2',
  schema: 'failsafe',
  uniqueKeys: false,
  resolveKnownTags: false,
  prettyErrors: false,
} as const

export interface ComposedDocument {
  /** Absent where the tokens are only white space and comments. */
  readonly root?: ParsedNode
  /** The fault of syntax that stands first in the file. */
  readonly error?: YAMLError
}

/** Composes the tokens of one document. */
export function composeDocument(tokens: Iterable<CST.Token>): ComposedDocument {
  const composer = new Composer(options)
  let root: ParsedNode | null = null
  let error: YAMLError | undefined
  for (const document of withoutStackTraces(() => [...composer.compose(tokens)])) {
    root ??= document.contents
    error = firstOf(document.errors, error)
  }
  error = firstOf(composer.streamInfo().errors, error)
  return { ...(root && { root }), ...(error && { error }) }
}

/** Package `yaml` makes an Error of every fault: in a file with millions of faults, their stack traces fill the memory. */
function withoutStackTraces<T>(run: () => T): T {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return run()
  } finally {
    Error.stackTraceLimit = limit
  }
}

function firstOf(errors: readonly YAMLError[], first: YAMLError | undefined): YAMLError | undefined {
  return errors.reduce(
    (earliest, error) => (earliest && earliest.pos[0] <= error.pos[0] ? earliest : error),
    first,
  )
}
