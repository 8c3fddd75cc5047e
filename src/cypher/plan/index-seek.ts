/** Finds nodes by the text of a property that has an index. The text may only be known when the query runs. */
import type { PropertyGraph } from '../property-graph.ts'
import type { FindNodes } from '../run/scan-nodes.ts'
import type { Variable } from '../semantics/analysis.ts'
import type { Value } from '../value.ts'
import { equals } from '../values/equality.ts'
import { isIn } from '../values/list-operators.ts'
import { isIndexed } from './estimates.ts'
import { nodesWithLabels } from './label-scan.ts'
import type { PlanScope } from './plan-scope.ts'
import type { LookUp } from './predicates.ts'

/** Whether a node can be found by the property when these variables have values. */
export function isUsable(
  lookUp: LookUp,
  node: Variable,
  { bound, scope }: { readonly bound: ReadonlySet<Variable>; readonly scope: PlanScope },
): boolean {
  const { variable, key, value } = lookUp
  if (variable !== node || !mayBeText(lookUp)) return false
  return [...value.needs].every((need) => bound.has(need)) && isIndexed(scope.graph, key)
}

/** An index has only texts. */
function mayBeText({ constant, isList }: LookUp): boolean {
  if (constant === undefined || constant === null) return true
  if (!isList) return typeof constant === 'string'
  const items = Array.isArray(constant) ? (constant as readonly Value[]) : []
  return items.every((item) => item === null || typeof item === 'string')
}

/** Where the value is not known yet. */
const [nodesPerText, textsPerList] = [2, 5]

/** How many nodes are found, roughly. */
export function countFound({ key, isList, constant }: LookUp, graph: PropertyGraph): number {
  if (constant === undefined) return isList ? nodesPerText * textsPerList : nodesPerText
  const texts = Array.isArray(constant) ? (constant as readonly Value[]) : [constant]
  const counts = texts.map((text) => withText(graph, key, text)?.length ?? 0)
  return counts.reduce((sum, count) => sum + count, 0)
}

const none: readonly number[] = []

/** Asks the index, if the value is a text or a list of them; otherwise all nodes with one of the labels are compared. */
export function seek({ key, value, isList }: LookUp, labels: readonly string[] | undefined): FindNodes {
  return (frame, context) => {
    const wanted = value.evaluate(frame, context)
    if (wanted === null) return none
    const found = isList ? withTexts(context.graph, key, wanted) : withText(context.graph, key, wanted)
    if (found) return found
    const isFound = isList ? isIn : equals
    const { graph, budget } = context
    return filtered(labels ? nodesWithLabels(graph, labels) : 'all', graph, (node) => {
      budget.step()
      return isFound(graph.nodeProperty(node, key), wanted, budget) === true
    })
  }
}

function withText(graph: PropertyGraph, key: string, wanted: Value): ArrayLike<number> | undefined {
  return typeof wanted === 'string' ? graph.nodesWithText(key, wanted) : undefined
}

function withTexts(graph: PropertyGraph, key: string, wanted: Value): ArrayLike<number> | undefined {
  if (!Array.isArray(wanted)) return undefined
  const found: number[] = []
  for (const text of new Set(wanted as readonly Value[])) {
    if (text === null) continue
    const nodes = withText(graph, key, text)
    if (!nodes) return undefined
    for (let at = 0; at < nodes.length; at++) found.push(nodes[at] as number)
  }
  return found
}

function filtered(
  nodes: ArrayLike<number> | 'all',
  graph: PropertyGraph,
  passes: (node: number) => boolean,
): readonly number[] {
  const kept: number[] = []
  const count = nodes === 'all' ? graph.nodeCount : nodes.length
  for (let at = 0; at < count; at++) {
    const node = nodes === 'all' ? at : (nodes[at] as number)
    if (passes(node)) kept.push(node)
  }
  return kept
}
