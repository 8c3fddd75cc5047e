/** What the engine needs of a graph that it queries: nodes and relationships are small whole numbers. */
import type { Value } from './value.ts'

/**
 * A property graph that does not change. Nodes are numbered from 0 to `nodeCount - 1`, relationships likewise. All lists
 * that it gives are to be left unchanged.
 */
export interface PropertyGraph {
  readonly nodeCount: number
  readonly relationshipCount: number
  /** All labels that some node has. */
  readonly labels: readonly string[]
  /** All types that some relationship has. */
  readonly types: readonly string[]
  /** The names of all properties that some node or relationship has. */
  readonly propertyKeys: readonly string[]

  labelsOf(node: number): readonly string[]
  hasLabel(node: number, label: string): boolean
  /** The nodes with a label, in ascending order; none where no node has it. */
  nodesWithLabel(label: string): ArrayLike<number>
  /** The nodes whose property is this text, in ascending order; undefined where there is no index on that property. */
  nodesWithText(property: string, text: string): ArrayLike<number> | undefined
  /** null where the node has no such property. */
  nodeProperty(node: number, name: string): Value
  nodePropertyKeys(node: number): readonly string[]
  /** What tells the node from others in results. */
  nodeElementId(node: number): string

  typeOf(relationship: number): string
  startOf(relationship: number): number
  endOf(relationship: number): number
  /** null where the relationship has no such property. */
  relationshipProperty(relationship: number, name: string): Value
  relationshipPropertyKeys(relationship: number): readonly string[]
  relationshipElementId(relationship: number): string
  /** The relationships that start at a node, those of one type where one is given. */
  outgoing(node: number, type?: string): ArrayLike<number>
  /** The relationships that end at a node, those of one type where one is given. */
  incoming(node: number, type?: string): ArrayLike<number>
  /** All relationships of a type, in ascending order; none where there is no such type. */
  relationshipsOfType(type: string): ArrayLike<number>
}
