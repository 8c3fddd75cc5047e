/** Matches patterns by trying everything: a second implementation, as plain as can be, to compare the planner with. */
import type { PropertyGraph } from '../../../src/cypher/property-graph.ts'
import type { Value } from '../../../src/cypher/value.ts'

/** What a variable stands for: a node, a relationship, a list of relationships, a path, or null. */
export type Match =
  | { readonly node: number }
  | { readonly relationship: number }
  | { readonly trail: readonly number[] }
  | { readonly nodes: readonly number[]; readonly relationships: readonly number[] }
  | null

export type Environment = ReadonlyMap<string, Match>

/** true, false or unknown. */
export type Condition = (environment: Environment, graph: PropertyGraph) => boolean | null

export interface TriedNode {
  readonly variable: string | undefined
  readonly label: { readonly text: string; readonly test: (labels: readonly string[]) => boolean } | undefined
  readonly properties: Readonly<Record<string, Value>>
}

export interface TriedRelationship {
  readonly variable: string | undefined
  readonly type: { readonly text: string; readonly test: (type: string) => boolean } | undefined
  readonly direction: 'right' | 'left' | 'both'
  readonly length: { readonly text: string; readonly minimum: number; readonly maximum: number } | undefined
  readonly properties: Readonly<Record<string, Value>>
}

export interface TriedPath {
  readonly variable: string | undefined
  readonly nodes: readonly TriedNode[]
  readonly relationships: readonly TriedRelationship[]
}

export interface TriedCondition {
  readonly text: string
  readonly test: Condition
}

export interface TriedMatch {
  readonly optional: boolean
  readonly paths: readonly TriedPath[]
  readonly conditions: readonly TriedCondition[]
}

/** The matches of a clause for one row. */
export function bruteForce(graph: PropertyGraph, clause: TriedMatch, before: Environment): Environment[] {
  const found = matchPaths(graph, clause.paths, before).filter((environment) =>
    clause.conditions.every(({ test }) => test(environment, graph) === true),
  )
  if (found.length > 0 || !clause.optional) return found
  return [new Map([...namesOf(clause.paths).map((name): [string, Match] => [name, null]), ...before])]
}

/** All matches of patterns that match together. */
export function matchPaths(
  graph: PropertyGraph,
  paths: readonly TriedPath[],
  before: Environment,
): Environment[] {
  let states: State[] = [{ environment: before, used: [] }]
  for (const path of paths) {
    states = states.flatMap((state) => matchPath(graph, path, state))
    if (states.length > mostTried) throw new TooMuch()
  }
  return states.map(({ environment }) => environment)
}

export function namesOf(paths: readonly TriedPath[]): string[] {
  const elements = paths.flatMap((path) => [path, ...path.nodes, ...path.relationships])
  return [...new Set(elements.flatMap(({ variable }) => variable ?? []))]
}

const mostTried = 2000

/** There are more matches than it makes sense to try. */
class TooMuch extends Error {}

/** What is found; undefined where there is too much to try. */
export function unlessTooMuch<Result>(find: () => Result): Result | undefined {
  try {
    return find()
  } catch (error) {
    if (error instanceof TooMuch) return undefined
    throw error
  }
}

interface State {
  readonly environment: Environment
  readonly used: readonly number[]
}

interface Walker extends State {
  readonly nodes: readonly number[]
  readonly relationships: readonly number[]
}

function matchPath(graph: PropertyGraph, path: TriedPath, state: State): State[] {
  const [first] = path.nodes
  if (!first) return []
  let walkers = Array.from({ length: graph.nodeCount }, (_, node) => node).flatMap((node) =>
    atNode(graph, first, { ...state, nodes: [node], relationships: [] }),
  )
  path.relationships.forEach((relationship, index) => {
    const node = path.nodes[index + 1]
    if (!node) return
    walkers = walkers
      .flatMap((walker) => follow(graph, relationship, walker))
      .flatMap((walker) => atNode(graph, node, walker))
    if (walkers.length > mostTried) throw new TooMuch()
  })
  return walkers.map(({ environment, used, nodes, relationships }) => ({
    environment: path.variable
      ? new Map([...environment, [path.variable, { nodes, relationships }]])
      : environment,
    used,
  }))
}

function atNode(graph: PropertyGraph, pattern: TriedNode, walker: Walker): Walker[] {
  const node = walker.nodes[walker.nodes.length - 1] ?? -1
  if (pattern.label && !pattern.label.test(graph.labelsOf(node))) return []
  if (!hasAll(pattern.properties, (name) => graph.nodeProperty(node, name))) return []
  return bind(walker, pattern.variable, { node })
}

function hasAll(properties: Readonly<Record<string, Value>>, propertyOf: (name: string) => Value): boolean {
  return Object.entries(properties).every(([name, value]) => value !== null && propertyOf(name) === value)
}

function bind(walker: Walker, variable: string | undefined, match: Match): Walker[] {
  if (!variable) return [walker]
  const { environment } = walker
  if (!environment.has(variable))
    return [{ ...walker, environment: new Map([...environment, [variable, match]]) }]
  return JSON.stringify(environment.get(variable)) === JSON.stringify(match) ? [walker] : []
}

function follow(graph: PropertyGraph, pattern: TriedRelationship, walker: Walker): Walker[] {
  const { minimum, maximum } = pattern.length ?? { minimum: 1, maximum: 1 }
  const ended: Walker[] = []
  let current = [{ walker, trail: [] as readonly number[] }]
  for (let length = 0; length <= maximum && current.length > 0; length++) {
    if (length >= minimum) {
      for (const { walker: at, trail } of current) {
        const match = pattern.length ? { trail } : { relationship: trail[0] ?? -1 }
        ended.push(...bind(at, pattern.variable, match))
      }
    }
    current = current.flatMap(({ walker: at, trail }) =>
      stepsFrom(graph, pattern, at).map((next) => ({
        walker: next,
        trail: [...trail, next.relationships[next.relationships.length - 1] ?? -1],
      })),
    )
  }
  return ended
}

function stepsFrom(graph: PropertyGraph, pattern: TriedRelationship, walker: Walker): Walker[] {
  const node = walker.nodes[walker.nodes.length - 1] ?? -1
  const steps: Walker[] = []
  for (let id = 0; id < graph.relationshipCount; id++) {
    if (walker.used.includes(id) || (pattern.type && !pattern.type.test(graph.typeOf(id)))) continue
    if (!hasAll(pattern.properties, (name) => graph.relationshipProperty(id, name))) continue
    const [start, end] = [graph.startOf(id), graph.endOf(id)]
    const go = (to: number): void => {
      steps.push({
        ...walker,
        used: [...walker.used, id],
        nodes: [...walker.nodes, to],
        relationships: [...walker.relationships, id],
      })
    }
    if (pattern.direction !== 'left' && start === node) go(end)
    if (pattern.direction !== 'right' && end === node && !(pattern.direction === 'both' && start === end))
      go(start)
  }
  return steps
}

/** A pattern in Cypher. */
export function pathText({ variable, nodes, relationships }: TriedPath): string {
  const parts = nodes.map((node, index) => {
    const relationship = relationships[index]
    return nodeText(node) + (relationship ? relationshipText(relationship) : '')
  })
  return (variable ? `${variable} = ` : '') + parts.join('')
}

function nodeText({ variable = '', label, properties }: TriedNode): string {
  return `(${variable}${label ? `:${label.text}` : ''}${propertiesText(properties)})`
}

function relationshipText({ variable = '', type, direction, length, properties }: TriedRelationship): string {
  const inside = `${variable}${type ? `:${type.text}` : ''}${length?.text ?? ''}${propertiesText(properties)}`
  const line = inside ? `[${inside}]` : ''
  return `${direction === 'left' ? '<' : ''}-${line}-${direction === 'right' ? '>' : ''}`
}

function propertiesText(properties: Readonly<Record<string, Value>>): string {
  const entries = Object.entries(properties).map(([name, value]) => `${name}: ${literal(value)}`)
  return entries.length > 0 ? ` {${entries.join(', ')}}` : ''
}

/** A value as Cypher writes it. */
export function literal(value: Value): string {
  return typeof value === 'string' ? `'${value}'` : typeof value === 'bigint' ? `${value}` : 'null'
}

/** A clause in Cypher. */
export function matchText({ optional, paths, conditions }: TriedMatch): string {
  const where = conditions.map(({ text }) => text).join(' AND ')
  return `${optional ? 'OPTIONAL ' : ''}MATCH ${paths.map(pathText).join(', ')}${where ? ` WHERE ${where}` : ''}`
}
