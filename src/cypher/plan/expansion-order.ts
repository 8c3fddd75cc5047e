/** In which order the relationships of a connected part of a pattern are followed. */
import type { Variable } from '../semantics/analysis.ts'
import { closingGrowthOf, growthOf, type Estimates } from './estimates.ts'
import type { PatternRelationship } from './pattern-graph.ts'

/** How a relationship is found: from one of its ends, between both, or it is there already. */
export type Way = 'from left' | 'from right' | 'into' | 'placed'

/** A relationship and how it is found. */
export interface OrderedRelationship {
  readonly relationship: PatternRelationship
  readonly way: Way
}

/** The order, and how much work it is. */
export interface ExpansionOrder {
  readonly steps: readonly OrderedRelationship[]
  /** Of the last step. */
  readonly rows: number
  /** Of all steps together. */
  readonly cost: number
}

interface Candidate extends OrderedRelationship {
  /** How many rows come of one. */
  readonly growth: number
}

/** Takes the relationship next that makes the rows the fewest, from those with an end among the bound variables. */
export function orderFrom(
  relationships: readonly PatternRelationship[],
  bound: ReadonlySet<Variable>,
  rows: number,
  estimates: Estimates,
): ExpansionOrder {
  const known = new Set(bound)
  const left = new Set(relationships)
  const steps: OrderedRelationship[] = []
  let [rowsNow, cost] = [rows, rows]
  for (;;) {
    const next = cheapest(left, known, bound, estimates)
    if (!next) return { steps, rows: rowsNow, cost }
    steps.push(next)
    left.delete(next.relationship)
    for (const variable of variablesOfRelationship(next.relationship)) known.add(variable)
    rowsNow = Math.max(rowsNow * next.growth, 1e-6)
    // What is followed but does not fit is work, too.
    cost += rowsNow + (next.way === 'into' ? rowsNow : 0)
  }
}

function variablesOfRelationship({ variable, left, right }: PatternRelationship): readonly Variable[] {
  return [left, variable, right]
}

function cheapest(
  relationships: ReadonlySet<PatternRelationship>,
  known: ReadonlySet<Variable>,
  bound: ReadonlySet<Variable>,
  estimates: Estimates,
): Candidate | undefined {
  let best: Candidate | undefined
  for (const relationship of relationships) {
    const candidate = candidateOf(relationship, known, bound, estimates)
    if (candidate && (!best || candidate.growth < best.growth)) best = candidate
  }
  return best
}

function candidateOf(
  relationship: PatternRelationship,
  known: ReadonlySet<Variable>,
  bound: ReadonlySet<Variable>,
  estimates: Estimates,
): Candidate | undefined {
  const { variable, left, right } = relationship
  if (bound.has(variable)) return { relationship, way: 'placed', growth: 1e-3 }
  if (known.has(left) && known.has(right)) {
    return { relationship, way: 'into', growth: closingGrowthOf(estimates, relationship) }
  }
  if (known.has(left)) {
    return { relationship, way: 'from left', growth: growthOf(estimates, relationship, left, right) }
  }
  if (!known.has(right)) return undefined
  return { relationship, way: 'from right', growth: growthOf(estimates, relationship, right, left) }
}
