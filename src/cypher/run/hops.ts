/** Ways from a node to its neighbours: lists of relationships of a type, in a direction. */
import type { PropertyGraph } from '../property-graph.ts'

/** Which way relationships are followed, as seen from where one stands. */
export type Direction = 'right' | 'left' | 'both'

/** One list of relationships at a node. A pattern with several types or both directions has several. */
export interface Hop {
  /** undefined: all types. */
  readonly type: string | undefined
  /** From the start of relationships to their end. */
  readonly isOutgoing: boolean
  /** A relationship from a node to itself is left out here, since another list of the pattern has it. */
  readonly skipsLoops: boolean
}

/** The lists in which all relationships of the types are, each relationship once; undefined types: all. */
export function hopsOf(types: readonly string[] | undefined, direction: Direction): readonly Hop[] {
  const each = types ?? [undefined]
  const outgoing = each.map((type) => ({ type, isOutgoing: true, skipsLoops: false }))
  if (direction === 'right') return outgoing
  const skipsLoops = direction === 'both'
  const incoming = each.map((type) => ({ type, isOutgoing: false, skipsLoops }))
  return skipsLoops ? [...outgoing, ...incoming] : incoming
}

/** The same relationships, followed from their other end. */
export function turned(hops: readonly Hop[]): readonly Hop[] {
  return hops.map((hop) => ({ ...hop, isOutgoing: !hop.isOutgoing }))
}

/** The relationships of that list at a node. */
export function relationshipsAt(graph: PropertyGraph, node: number, hop: Hop): ArrayLike<number> {
  return hop.isOutgoing ? graph.outgoing(node, hop.type) : graph.incoming(node, hop.type)
}

/** Where a relationship of that list leads. */
export function targetOf(graph: PropertyGraph, relationship: number, hop: Hop): number {
  return hop.isOutgoing ? graph.endOf(relationship) : graph.startOf(relationship)
}

/** How many relationships all the lists have at a node. */
export function degreeOf(graph: PropertyGraph, node: number, hops: readonly Hop[]): number {
  let degree = 0
  for (const hop of hops) degree += relationshipsAt(graph, node, hop).length
  return degree
}
