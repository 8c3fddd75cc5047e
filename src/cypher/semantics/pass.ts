/** The semantic pass over one statement: what it was given, and what it has found so far. */
import type { ProcedureDefinition } from '../procedure.ts'
import type {
  CallProcedureClause,
  CallSubqueryClause,
  Expression,
  Place,
  ProjectionClause,
  SingleQuery,
} from '../syntax/ast.ts'
import type { ProcedureCall, Projection, Subquery, Variable } from './analysis.ts'
import type { KnownType } from './known-type.ts'
import { expressionKeys, type ExpressionKeys } from './same-expression.ts'
import type { Binding } from './scope.ts'

/** What the statement is checked against. */
export interface AnalysisOptions {
  readonly procedures: readonly ProcedureDefinition[]
}

/** What has been found so far. */
export interface Pass extends AnalysisOptions {
  readonly variables: Map<object, Variable>
  readonly projections: Map<ProjectionClause, Projection>
  readonly subqueries: Map<CallSubqueryClause, Subquery>
  readonly returns: Map<SingleQuery, readonly Variable[]>
  readonly calls: Map<CallProcedureClause, ProcedureCall>
  readonly imports: Map<Expression, ReadonlySet<Variable>>
  readonly keys: ExpressionKeys
  /** The nested queries and patterns that the pass is in, innermost last. */
  readonly nests: Nest[]
  slotCount: number
  /** How many variables `*` has been written out to. */
  starredCount: number
}

/** A nested query or pattern: what was there before it has slots below `firstSlot`. */
interface Nest {
  readonly firstSlot: number
  readonly imports: Set<Variable>
}

/** A pass that has found nothing yet. */
export function beginPass(options: AnalysisOptions): Pass {
  return {
    ...options,
    variables: new Map(),
    projections: new Map(),
    subqueries: new Map(),
    returns: new Map(),
    calls: new Map(),
    imports: new Map(),
    keys: expressionKeys(),
    nests: [],
    slotCount: 0,
    starredCount: 0,
  }
}

/** Takes the next free slot. */
export function takeSlot(pass: Pass): number {
  pass.slotCount += 1
  return pass.slotCount - 1
}

/** Makes a variable with a slot of its own. */
export function makeBinding(
  pass: Pass,
  name: string | undefined,
  type: KnownType,
  { start, end }: Place,
): Binding {
  return { variable: { name, slot: takeSlot(pass), type: type.name, place: { start, end } }, type }
}

/** Notes that a part of the syntax tree means a variable. */
export function noteUse(pass: Pass, node: object, variable: Variable): void {
  pass.variables.set(node, variable)
  noteImport(pass, variable)
}

/** Notes for all nested queries and patterns around this place that they need a variable, if it came from outside. */
export function noteImport({ nests }: Pass, variable: Variable): void {
  for (let index = nests.length - 1; index >= 0; index -= 1) {
    const nest = nests[index]
    if (!nest || variable.slot >= nest.firstSlot) return
    nest.imports.add(variable)
  }
}

/** Does something within a nested query or pattern. Returns also the variables from outside that were used in it. */
export function within<Result>(pass: Pass, run: () => Result): [Result, ReadonlySet<Variable>] {
  const nest: Nest = { firstSlot: pass.slotCount, imports: new Set() }
  pass.nests.push(nest)
  const result = run()
  pass.nests.pop()
  return [result, nest.imports]
}
