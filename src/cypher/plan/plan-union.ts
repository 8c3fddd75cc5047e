/** Plans UNION: the parts of a query side by side. */
import { distinct } from '../run/distinct.ts'
import type { Operator } from '../run/operator.ts'
import { project } from '../run/project.ts'
import { slotReader } from '../run/slots.ts'
import type { Variable } from '../semantics/analysis.ts'
import type { Query } from '../syntax/ast.ts'

/** A part of a query, and the variables that it gives for the outputs of the whole. */
export interface Branch {
  readonly plan: Operator
  readonly returned: readonly Variable[]
}

/** The rows of all branches, which have the same outputs afterwards; each once, except for UNION ALL. */
export function planUnion(
  branches: readonly Branch[],
  { unions }: Query,
  outputs: readonly Variable[],
): Operator {
  const plans = branches.map((branch) => withOutputs(branch, outputs))
  const [only] = plans
  if (only && plans.length === 1) return only
  const all: Operator = { name: 'Union', details: '', branches: plans }
  // All unions of a query are of the same kind.
  if (unions.every((union) => union.all)) return all
  return distinct(
    all,
    outputs.map(({ slot }) => slot),
    namesOf(outputs),
  )
}

function withOutputs({ plan, returned }: Branch, outputs: readonly Variable[]): Operator {
  const copied = outputs.flatMap(({ slot }, index) => {
    const from = returned[index]?.slot
    return from === undefined || from === slot ? [] : { slot, evaluate: slotReader(from) }
  })
  return project(plan, copied, namesOf(outputs))
}

function namesOf(variables: readonly Variable[]): string {
  return variables.flatMap(({ name }) => name ?? []).join(', ')
}
