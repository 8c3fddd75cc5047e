/** Where the search for a connected part of a pattern may begin. */
import type { FindNodes, Told } from '../run/scan-nodes.ts'
import type { Variable } from '../semantics/analysis.ts'
import { describeNode, describeRelationship } from './describe-pattern.ts'
import { countOfTypes, type Estimates } from './estimates.ts'
import { countFound, isUsable, seek } from './index-seek.ts'
import { labelScanOf, nodesWithLabels, type LabelScan } from './label-scan.ts'
import type { PatternRelationship } from './pattern-graph.ts'
import type { PlanScope } from './plan-scope.ts'
import type { Predicate } from './predicates.ts'

/** A way to begin. */
export type StartPoint = NodeStart | RelationshipStart

interface Start {
  /** How many nodes or relationships are looked at. */
  readonly scanned: number
  /** How many rows there are then, the predicates on single nodes applied. */
  readonly rows: number
  readonly told: Told
  /** The predicates that all rows satisfy by themselves. */
  readonly satisfied: readonly Predicate[]
}

/** At nodes. */
export interface NodeStart extends Start {
  readonly node: Variable
  readonly find: FindNodes
}

/** At relationships, with both of their ends. */
export interface RelationshipStart extends Start {
  readonly relationship: PatternRelationship
}

/** What is known where a start is chosen. */
export interface StartContext {
  readonly scope: PlanScope
  readonly estimates: Estimates
  readonly predicates: readonly Predicate[]
  /** The variables that have a value before. */
  readonly bound: ReadonlySet<Variable>
}

/** The best way to begin at a node: with an index, else with the smallest label, else with all nodes. */
export function startAtNode(node: Variable, given: StartContext): NodeStart {
  return seekOf(node, given) ?? labelStartOf(node, given) ?? allNodesOf(node, given)
}

function labelOf(
  node: Variable,
  { predicates, scope }: StartContext,
): { readonly predicate: Predicate; readonly scan: LabelScan } | undefined {
  const [smallest] = predicates
    .flatMap((predicate) => {
      const scan = predicate.label?.variable === node && labelScanOf(predicate.label.labels, scope.graph)
      return scan ? [{ predicate, scan }] : []
    })
    .sort((a, b) => a.scan.count - b.scan.count)
  return smallest
}

function labelStartOf(node: Variable, given: StartContext): NodeStart | undefined {
  const label = labelOf(node, given)
  if (!label) return undefined
  const { labels, isExact, count } = label.scan
  const isUnion = labels.length > 1
  return {
    node,
    find: isUnion
      ? (_, { graph }) => nodesWithLabels(graph, labels)
      : (_, { graph }) => graph.nodesWithLabel(labels[0] as string),
    scanned: count,
    rows: rowsOf(node, given),
    told: {
      name: isUnion ? 'UnionNodeByLabelsScan' : 'NodeByLabelScan',
      details: `${node.name ?? ''}:${labels.join('|')}`,
    },
    satisfied: isExact ? [label.predicate] : [],
  }
}

function allNodesOf(node: Variable, given: StartContext): NodeStart {
  return {
    node,
    find: () => 'all',
    scanned: given.scope.graph.nodeCount,
    rows: rowsOf(node, given),
    told: { name: 'AllNodesScan', details: describeNode(node) },
    satisfied: [],
  }
}

function rowsOf(node: Variable, { estimates }: StartContext): number {
  return estimates.nodes(node) * estimates.selectivity(node)
}

/** Nodes that the graph finds by a property. */
function seekOf(node: Variable, given: StartContext): NodeStart | undefined {
  const [best] = given.predicates
    .flatMap((predicate) => predicate.lookUps.map((lookUp) => ({ predicate, lookUp })))
    .filter(({ lookUp }) => isUsable(lookUp, node, given))
    .map(({ predicate, lookUp }) => ({ predicate, lookUp, count: countFound(lookUp, given.scope.graph) }))
    .sort((a, b) => a.count - b.count)
  if (!best) return undefined
  const { predicate, lookUp, count } = best
  return {
    node,
    find: seek(lookUp, labelOf(node, given)?.scan.labels),
    scanned: count,
    rows: count,
    told: { name: 'NodeIndexSeek', details: predicate.details },
    satisfied: [predicate],
  }
}

/** Relationships of some types. */
export function startAtRelationship(
  relationship: PatternRelationship,
  { scope, estimates }: StartContext,
): RelationshipStart {
  const { types, left, right, pattern } = relationship
  const isUndirected = pattern.direction === 'both'
  const scanned = (isUndirected ? 2 : 1) * countOfTypes(scope.graph, types)
  return {
    relationship,
    scanned,
    rows: estimates.fits(relationship) * estimates.selectivity(left) * estimates.selectivity(right),
    told: {
      name: `${isUndirected ? 'Undirected' : 'Directed'}${types ? 'RelationshipTypeScan' : 'AllRelationshipsScan'}`,
      details: describeRelationship(relationship, scope),
    },
    satisfied: [],
  }
}
