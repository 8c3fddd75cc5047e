/** Splits queries at their clauses, also queries that no parser takes: those that write or are wrong. */

/** A piece of a query: a word, a string, a name in backticks, or any other single sign. */
export interface QueryToken {
  readonly text: string
  readonly start: number
  /** How many brackets it stands in. */
  readonly depth: number
}

const tokenPattern =
  /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|[\p{L}_$][\p{L}\p{N}_]*|\S/gsu

/** The tokens of a query, without comments. */
export function tokensOf(query: string): readonly QueryToken[] {
  const tokens: QueryToken[] = []
  let depth = 0
  for (const { 0: text, index: start } of query.matchAll(tokenPattern)) {
    if (/^\/[/*]/.test(text)) continue
    if (/^[)\]}]$/.test(text)) depth--
    tokens.push({ text, start, depth })
    if (/^[([{]$/.test(text)) depth++
  }
  return tokens
}

/** Whether a clause of the query would change the graph. */
export function isWriting(query: string): boolean {
  const tokens = tokensOf(query)
  return tokens.some(
    ({ text }, index) =>
      /^(?:CREATE|MERGE|SET|DELETE|REMOVE|FOREACH)$/i.test(text) &&
      !/^[.:$|&!]$|^as$/i.test(tokens[index - 1]?.text ?? '') &&
      /^[\p{L}\p{N}_`(["'$]/u.test(tokens[index + 1]?.text ?? ''),
  )
}

/** Some clauses of a statement of a setup. */
export interface SetupPart {
  /** `read`: MATCH, UNWIND and WITH, as many as follow each other. */
  readonly kind: 'read' | 'create' | 'delete' | 'detach delete'
  /** With the keywords of reading clauses, without those of the others. */
  readonly text: string
}

/** The statements of a setup, which are separated by `;`, each in its parts. */
export function setupPartsOf(setup: string): readonly (readonly SetupPart[])[] {
  const tokens = tokensOf(setup)
  const ends = tokens.filter(({ text, depth }) => text === ';' && depth === 0).map(({ start }) => start)
  return [...ends, setup.length]
    .map((end, index) => setup.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end))
    .filter((statement) => statement.trim() !== '')
    .map(partsOf)
}

const clauseKinds: ReadonlyMap<string, SetupPart['kind']> = new Map([
  ['CREATE', 'create'],
  ['DELETE', 'delete'],
  ['DETACH', 'detach delete'],
  ['MATCH', 'read'],
  ['OPTIONAL', 'read'],
  ['UNWIND', 'read'],
  ['WITH', 'read'],
])

function partsOf(statement: string): readonly SetupPart[] {
  const begins = clausesOf(tokensOf(statement))
  return begins.map(({ kind, start }, index) => {
    const text = statement.slice(start, begins[index + 1]?.start)
    return { kind, text: kind === 'read' ? text : text.replace(/^(?:DETACH\s+)?\w+/i, '') }
  })
}

/** Where each part begins. */
function clausesOf(tokens: readonly QueryToken[]): readonly { kind: SetupPart['kind']; start: number }[] {
  const begins: { kind: SetupPart['kind']; start: number }[] = []
  for (const [index, { text, start, depth }] of tokens.entries()) {
    const kind = depth === 0 ? clauseKinds.get(text.toUpperCase()) : undefined
    const before = tokens[index - 1]?.text ?? ''
    const continues =
      (kind === 'read' && begins.at(-1)?.kind === 'read') || /^(?:DETACH|STARTS|ENDS)$/i.test(before)
    if (kind && !continues) begins.push({ kind, start })
  }
  return begins
}
