/** Guesses how many rows parts of a pattern have, from the counts of the graph. */
import { compileNodeTest } from '../expressions/label-test.ts'
import type { PropertyGraph } from '../property-graph.ts'
import type { Variable } from '../semantics/analysis.ts'
import { labelScanOf } from './label-scan.ts'
import type { PatternRelationship } from './pattern-graph.ts'
import type { Predicate } from './predicates.ts'

/** The guesses about one clause. */
export interface Estimates {
  /** How many nodes have the labels that the pattern asks for. */
  readonly nodes: (node: Variable) => number
  /** Which part of them has the properties that it asks for, too: up to 1. */
  readonly selectivity: (node: Variable) => number
  /** How often the relationship or trail is in the graph between nodes with the labels. */
  readonly fits: (relationship: PatternRelationship) => number
}

/** Which part of all values satisfies a condition of which no more is known than that it is an equality, or not even that. */
const equalityPart = 0.1
const conditionPart = 0.3
/** How many nodes have the same text in an indexed property. */
const nodesPerText = 2

/** Guesses for the predicates of a clause. */
export function estimatesOf(graph: PropertyGraph, predicates: readonly Predicate[]): Estimates {
  const ofNode = new Map<Variable, Predicate[]>()
  for (const predicate of predicates) {
    const [variable, ...others] = predicate.needs
    if (!variable || others.length > 0) continue
    const known = ofNode.get(variable)
    if (known) known.push(predicate)
    else ofNode.set(variable, [predicate])
  }
  const about = (node: Variable): readonly Predicate[] => ofNode.get(node) ?? []
  const nodes = remembered((node: Variable) => countOf(graph, about(node)))
  return {
    nodes,
    selectivity: remembered((node: Variable) => selectivityOf(graph, about(node))),
    fits: remembered((relationship: PatternRelationship) => fitsOf(graph, relationship, about, nodes)),
  }
}

function remembered<Key, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const known = new Map<Key, Result>()
  return (key) => {
    const result = known.get(key) ?? compute(key)
    known.set(key, result)
    return result
  }
}

function countOf(graph: PropertyGraph, about: readonly Predicate[]): number {
  const counts = about.flatMap(({ label }) => (label ? [labelScanOf(label.labels, graph)?.count ?? []] : []))
  return Math.max(
    counts.flat().reduce((least, count) => Math.min(least, count), graph.nodeCount),
    1,
  )
}

function selectivityOf(graph: PropertyGraph, about: readonly Predicate[]): number {
  let part = 1
  for (const { label, lookUps, equality } of about) {
    if (label) continue
    if (lookUps.some(({ key }) => isIndexed(graph, key)))
      part *= nodesPerText / Math.max(graph.nodeCount, nodesPerText)
    else part *= equality ? equalityPart : conditionPart
  }
  return part
}

/** Whether the graph finds nodes by this property. */
export function isIndexed(graph: PropertyGraph, key: string): boolean {
  return graph.nodesWithText(key, '') !== undefined
}

/** How many relationships have one of these types; undefined: any. */
export function countOfTypes(graph: PropertyGraph, types: readonly string[] | undefined): number {
  if (!types) return graph.relationshipCount
  return types.reduce((sum, type) => sum + graph.relationshipsOfType(type).length, 0)
}

function fitsOf(
  graph: PropertyGraph,
  relationship: PatternRelationship,
  about: (node: Variable) => readonly Predicate[],
  nodes: (node: Variable) => number,
): number {
  const { left, right, types, pattern, length } = relationship
  const ways = pattern.direction === 'both' ? 2 : 1
  const count = ways * countOfTypes(graph, types)
  if (!length)
    return count * sampledPart(graph, relationship, testOf(graph, about(left)), testOf(graph, about(right)))
  const degree = count / Math.max(graph.nodeCount, 1)
  return (nodes(left) * trailsFrom(degree, length) * nodes(right)) / Math.max(graph.nodeCount, 1)
}

/** How many trails begin at a node, where each node has so many relationships; long ones are left out of the count. */
function trailsFrom(degree: number, { minimum, maximum }: { minimum: number; maximum: number }): number {
  const longest = Math.min(maximum, minimum + 5)
  let trails = 0
  for (let length = minimum; length <= longest && trails < 1e12; length++) trails += degree ** length
  return Math.max(trails, 1e-6)
}

type NodeTest = ((node: number) => boolean) | undefined

/** Whether a node has the labels; undefined where none are asked for. */
function testOf(graph: PropertyGraph, about: readonly Predicate[]): NodeTest {
  const tests = about.flatMap(({ label }) => (label ? [compileNodeTest(label.labels)] : []))
  return tests.length > 0 ? (node) => tests.every((test) => test(node, graph)) : undefined
}

/** How many relationships of a type are looked at. */
const sampleSize = 32
/** How many types. */
const sampledTypes = 8

/** Which part of the relationships has ends with the labels. */
function sampledPart(
  graph: PropertyGraph,
  { types, pattern }: PatternRelationship,
  left: NodeTest,
  right: NodeTest,
): number {
  if (!left && !right) return 1
  let [seen, fit] = [0, 0]
  const look = (id: number): void => {
    const [start, end] = [graph.startOf(id), graph.endOf(id)]
    seen += pattern.direction === 'both' ? 2 : 1
    if (pattern.direction !== 'left' && (left?.(start) ?? true) && (right?.(end) ?? true)) fit += 1
    if (pattern.direction !== 'right' && (left?.(end) ?? true) && (right?.(start) ?? true)) fit += 1
  }
  for (const type of types?.slice(0, sampledTypes) ?? [undefined]) sample(graph, type, look)
  // None in a sample does not mean none at all.
  return Math.max(fit, 0.5) / Math.max(seen, 1)
}

function sample(graph: PropertyGraph, type: string | undefined, look: (id: number) => void): void {
  const list = type === undefined ? undefined : graph.relationshipsOfType(type)
  const count = list?.length ?? graph.relationshipCount
  const step = Math.max(count / sampleSize, 1)
  for (let at = 0; at < count; at += step) look(list ? (list[Math.floor(at)] as number) : Math.floor(at))
}

/** How many rows come of one, when a relationship is followed from the node at one of its ends. */
export function growthOf(
  { nodes, selectivity, fits }: Estimates,
  relationship: PatternRelationship,
  from: Variable,
  to: Variable,
): number {
  return (fits(relationship) / nodes(from)) * selectivity(to)
}

/** Likewise where both ends are known. */
export function closingGrowthOf({ nodes, fits }: Estimates, relationship: PatternRelationship): number {
  return Math.min(fits(relationship) / (nodes(relationship.left) * nodes(relationship.right)), 1)
}
