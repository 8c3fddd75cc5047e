/** Finds out which variables some parts of a statement use. */
import type { Analysis, Variable } from '../semantics/analysis.ts'
import { childrenOf } from '../syntax/children.ts'

/** All variables that these parts of the syntax tree mean or make, at any depth, but for what is in parts to leave out. */
export function usedVariables(
  parts: readonly object[],
  { variables }: Analysis,
  isLeftOut: (part: object) => boolean = () => false,
): ReadonlySet<Variable> {
  const used = new Set<Variable>()
  const left: object[] = [...parts]
  for (let part = left.pop(); part; part = left.pop()) {
    if (isLeftOut(part)) continue
    const variable = variables.get(part)
    if (variable) used.add(variable)
    for (const child of childrenOf(part)) left.push(child)
  }
  return used
}
