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
      return unionOf(operandsOf(labels).map((operand) => labelScanOf(operand, graph)))
    case 'and labels':
      return smallestOf(operandsOf(labels).map((operand) => labelScanOf(operand, graph)))
    default:
      return undefined
  }
}

/** What is combined: `A|B|C` is written as (A|B)|C, which may be very long, so it is not gone down by recursion. */
function operandsOf(
  labels: LabelExpression & { readonly kind: 'and labels' | 'or labels' },
): readonly LabelExpression[] {
  const rights: LabelExpression[] = []
  let left: LabelExpression = labels
  while (left.kind === labels.kind) {
    rights.push(left.right)
    left = left.left
  }
  return [left, ...rights.reverse()]
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
