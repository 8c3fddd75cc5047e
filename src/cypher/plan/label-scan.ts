/** Which labels to go through to find the nodes that a label expression means. */
import type { PropertyGraph } from '../property-graph.ts'
import type { LabelExpression } from '../syntax/ast.ts'

/** The nodes that have one of the labels are those that the expression means, or more. */
export interface LabelScan {
  readonly labels: readonly string[]
  /** Not more. */
  readonly isExact: boolean
  /** Of nodes, at most. */
  readonly count: number
}

/** The labels with the fewest nodes; undefined where it takes a look at all nodes: `!A`, `%`. */
export function labelScanOf(labels: LabelExpression, graph: PropertyGraph): LabelScan | undefined {
  switch (labels.kind) {
    case 'label':
      return { labels: [labels.name], isExact: true, count: graph.nodesWithLabel(labels.name).length }
    case 'or labels':
      return unionOf([labelScanOf(labels.left, graph), labelScanOf(labels.right, graph)])
    case 'and labels':
      return smallestOf([labelScanOf(labels.left, graph), labelScanOf(labels.right, graph)])
    default:
      return undefined
  }
}

function unionOf(scans: readonly (LabelScan | undefined)[]): LabelScan | undefined {
  const known = scans.filter((scan) => scan !== undefined)
  if (known.length < scans.length) return undefined
  return {
    labels: [...new Set(known.flatMap(({ labels }) => labels))],
    isExact: known.every(({ isExact }) => isExact),
    count: known.reduce((sum, { count }) => sum + count, 0),
  }
}

function smallestOf(scans: readonly (LabelScan | undefined)[]): LabelScan | undefined {
  const [smallest] = scans.filter((scan) => scan !== undefined).sort((a, b) => a.count - b.count)
  return smallest && { ...smallest, isExact: false }
}

/** The nodes that have one of the labels, each once. */
export function nodesWithLabels(graph: PropertyGraph, labels: readonly string[]): ArrayLike<number> {
  const [first, ...others] = labels.map((label) => graph.nodesWithLabel(label))
  if (!first || others.length === 0) return first ?? []
  const nodes = new Set<number>()
  for (const list of [first, ...others])
    for (let at = 0; at < list.length; at++) nodes.add(list[at] as number)
  return [...nodes].sort((a, b) => a - b)
}
