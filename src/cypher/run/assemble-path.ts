/** Makes the value of a named path out of the nodes and relationships that a pattern has found. */
import type { Context } from '../context.ts'
import type { Frame } from '../expressions/compile-scope.ts'
import type { NodeValue, PathValue, RelationshipValue, Value } from '../value.ts'
import type { Operator, Step } from './operator.ts'

/** Where the parts of a path are. A relationship slot may have a list of them. */
export interface PathParts {
  readonly path: number
  readonly nodes: readonly number[]
  /** One fewer. */
  readonly relationships: readonly number[]
}

/** Puts a path into the frame of each row. */
export function assemblePath(source: Operator, parts: PathParts, details: string): Step {
  return {
    name: 'Projection',
    details,
    source,
    begin: (frame, context, onRow) => ({
      row: () => {
        frame[parts.path] = pathIn(frame, context, parts)
        return onRow()
      },
    }),
  }
}

/** The path from a node along relationships. */
export function pathAlong(context: Context, start: NodeValue, relationships: readonly number[]): PathValue {
  const path: GrowingPath = { kind: 'path', nodes: [start], relationships: [] }
  appendTrail(
    path,
    relationships.map((id) => context.relationship(id)),
    context,
  )
  return path
}

function pathIn(frame: Frame, context: Context, { nodes, relationships }: PathParts): PathValue {
  const start = frame[nodes[0] as number] as NodeValue
  const path: GrowingPath = { kind: 'path', nodes: [start], relationships: [] }
  relationships.forEach((slot, at) => {
    const found = frame[slot] as Value
    if (Array.isArray(found)) appendTrail(path, found as readonly RelationshipValue[], context)
    else append(path, found as RelationshipValue, frame[nodes[at + 1] as number] as NodeValue)
  })
  return path
}

interface GrowingPath {
  readonly kind: 'path'
  readonly nodes: NodeValue[]
  readonly relationships: RelationshipValue[]
}

function append({ nodes, relationships }: GrowingPath, relationship: RelationshipValue, to: NodeValue): void {
  relationships.push(relationship)
  nodes.push(to)
}

function appendTrail(path: GrowingPath, trail: readonly RelationshipValue[], context: Context): void {
  context.budget.step(trail.length)
  for (const relationship of trail) {
    const at = path.nodes[path.nodes.length - 1] as NodeValue
    append(path, relationship, context.node(otherEnd(context, relationship.id, at.id)))
  }
}

function otherEnd({ graph }: Context, relationship: number, node: number): number {
  const start = graph.startOf(relationship)
  return start === node ? graph.endOf(relationship) : start
}
