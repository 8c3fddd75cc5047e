/** CALL { … }: what it sees, and what it makes. */
import { syntaxError } from '../cypher-error.ts'
import type { CallSubqueryClause, ProjectionClause, SingleQuery } from '../syntax/ast.ts'
import { alreadyBound, undefinedVariable } from './faults.ts'
import { anyOf } from './known-type.ts'
import { makeBinding, noteUse, within, type Pass } from './pass.ts'
import { analyzeQuery, type Column, type QueryOutput } from './queries.ts'
import { importingScope, lookUp, namesIn, scopeIn, type Binding, type Scope } from './scope.ts'

/** Checks a subquery and adds what it returns to the scope. */
export function analyzeSubquery(clause: CallSubqueryClause, scope: Scope, pass: Pass): void {
  const { query, scope: imported } = clause
  const [output, imports] = within(pass, () => {
    const seen = imported && importedScope(imported, scope, pass)
    const scopeOf = (part: SingleQuery): Scope => (seen ? scopeIn(seen) : scopeOfPart(part, scope))
    return analyzeQuery(query, pass, { holder: 'call', scopeOf, isStandalone: false })
  })
  const outputs = output.columns.map((column, index) => declareOutput(column, index, output, scope, pass))
  pass.subqueries.set(clause, {
    outputs: outputs.map(({ variable }) => variable),
    branches: output.parts.map((bindings) => bindings.map(({ variable }) => variable)),
    imports,
    query,
    isUnit: query.parts.every(({ clauses }) => clauses.at(-1)?.kind !== 'return'),
  })
}

/** What `CALL (a, b) { … }` sees to its end. */
function importedScope(imported: NonNullable<CallSubqueryClause['scope']>, scope: Scope, pass: Pass): Scope {
  if (imported === '*') return scope
  const seen = scopeIn()
  for (const name of imported) {
    const binding = lookUp(name.text, scope)
    if (!binding) throw undefinedVariable(name.text, name, namesIn(scope))
    if (seen.names.has(name.text)) throw alreadyBound(name)
    noteUse(pass, name, binding.variable)
    seen.names.set(name.text, binding)
  }
  return seen
}

/** What a part without that sees: nothing, unless it begins with a WITH that names what it imports. */
function scopeOfPart({ clauses: [first] }: SingleQuery, scope: Scope): Scope {
  if (first?.kind !== 'with' || !imports(first, scope)) return scopeIn()
  checkImport(first)
  return importingScope(scope)
}

function imports({ all, items }: ProjectionClause, scope: Scope): boolean {
  return (
    all || items.some(({ expression }) => expression.kind === 'variable' && lookUp(expression.name, scope))
  )
}

function checkImport(clause: ProjectionClause): void {
  const { distinct, items, orderBy, skip, limit, where } = clause
  const renamed = items.find(
    ({ expression, alias }) =>
      expression.kind !== 'variable' || (alias !== undefined && alias.text !== expression.name),
  )
  const wrong = renamed ?? orderBy[0]?.expression ?? skip ?? limit ?? where ?? (distinct ? clause : undefined)
  if (!wrong) return
  const message = 'The WITH at the beginning of CALL { … } only names the variables that it imports.'
  const hint = 'Import them with CALL (a, b) { … }, or add a second WITH.'
  throw syntaxError('InvalidClauseComposition', message, wrong, hint)
}

/** One branch makes the variables itself; several need a place for what either gives. */
function declareOutput(
  { name, binding, place }: Column,
  index: number,
  { parts }: QueryOutput,
  scope: Scope,
  pass: Pass,
): Binding {
  if (lookUp(name, scope)) throw alreadyBound({ text: name, ...place })
  const types = parts.flatMap((bindings) => bindings[index]?.type ?? [])
  const output = parts.length === 1 ? binding : makeBinding(pass, name, anyOf(types), place)
  scope.names.set(name, output)
  return output
}
