/** Finds out which variables an expression needs. */
import { findFunction } from '../functions/find-function.ts'
import type { Analysis, Variable } from '../semantics/analysis.ts'
import type { Expression, ExpressionOf } from '../syntax/ast.ts'
import { childrenOf } from '../syntax/children.ts'

/** The variables that must have a value before the expression can be computed: not those that it makes itself. */
export function variablesOf(expression: Expression, analysis: Analysis): ReadonlySet<Variable> {
  const [used, made] = [new Set<Variable>(), new Set<Variable>()]
  const left: object[] = [expression]
  for (let part = left.pop(); part; part = left.pop()) {
    const imports = analysis.imports.get(part as Expression)
    if (imports) {
      for (const variable of imports) used.add(variable)
      continue
    }
    const variable = analysis.variables.get(part)
    if (variable) used.add(variable)
    for (const name of namesMadeBy(part as Expression)) {
      const local = analysis.variables.get(name)
      if (local) made.add(local)
    }
    left.push(...childrenOf(part))
  }
  return new Set([...used].filter((variable) => !made.has(variable)))
}

/** The names of the variables that are there only within the expression. */
function namesMadeBy(part: Expression): readonly object[] {
  switch (part.kind) {
    case 'list comprehension':
    case 'quantifier':
      return [part.variable]
    case 'reduce':
      return [part.accumulator, part.variable]
    default:
      return []
  }
}

/** Whether a function is called that may give something else each time: rand(). */
export function callsVolatile(expression: Expression): boolean {
  const left: object[] = [expression]
  for (let part = left.pop(); part; part = left.pop()) {
    const { kind, name } = part as Partial<ExpressionOf<'call'>>
    if (kind === 'call' && name && findFunction(name.text)?.volatile) return true
    left.push(...childrenOf(part))
  }
  return false
}
