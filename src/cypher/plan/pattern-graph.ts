/** The patterns of a clause as a graph: its nodes, and the relationships between them. */
import { compileTypeTest } from '../expressions/label-test.ts'
import type { Variable } from '../semantics/analysis.ts'
import type { PathPattern, RelationshipPattern } from '../syntax/ast.ts'
import type { PlanScope } from './plan-scope.ts'
import { variableOf } from './query-scope.ts'

/** How many relationships a trail may have. */
export interface TrailLength {
  readonly minimum: number
  /** May be Infinity. */
  readonly maximum: number
}

/** A relationship of a pattern, or a trail of them. */
export interface PatternRelationship {
  readonly pattern: RelationshipPattern
  readonly variable: Variable
  readonly left: Variable
  readonly right: Variable
  /** Those that the graph has; undefined: all. */
  readonly types: readonly string[] | undefined
  /** undefined for a single relationship. */
  readonly length: TrailLength | undefined
}

/** A path with a name. */
export interface NamedPath {
  readonly pattern: PathPattern
  readonly variable: Variable
  readonly nodes: readonly Variable[]
  readonly relationships: readonly Variable[]
}

/** `shortestPath(…)` or `allShortestPaths(…)`. */
export interface ShortestPattern {
  readonly pattern: PathPattern
  readonly relationship: PatternRelationship
  readonly path: Variable | undefined
}

/** All patterns of a clause. */
export interface PatternGraph {
  readonly nodes: ReadonlySet<Variable>
  /** Without those of shortest paths. */
  readonly relationships: readonly PatternRelationship[]
  readonly shortest: readonly ShortestPattern[]
  /** Without shortest paths. */
  readonly paths: readonly NamedPath[]
}

/** What the patterns ask for. */
export function patternGraphOf(patterns: readonly PathPattern[], scope: PlanScope): PatternGraph {
  const plain = patterns.filter(({ shortest }) => !shortest)
  return {
    nodes: new Set(patterns.flatMap(({ nodes }) => nodes.map((node) => variableOf(node, scope)))),
    relationships: plain.flatMap((pattern) => relationshipsOf(pattern, scope)),
    shortest: patterns.filter(({ shortest }) => shortest).map((pattern) => shortestOf(pattern, scope)),
    paths: plain.filter(({ variable }) => variable).map((pattern) => pathOf(pattern, scope)),
  }
}

/** All variables of the patterns. */
export function variablesOfPattern(pattern: PatternGraph): ReadonlySet<Variable> {
  const { nodes, relationships, shortest, paths } = pattern
  const variables = new Set(nodes)
  for (const { variable } of [...relationships, ...paths]) variables.add(variable)
  for (const { relationship, path } of shortest) {
    variables.add(relationship.variable)
    if (path) variables.add(path)
  }
  return variables
}

function relationshipsOf(pattern: PathPattern, scope: PlanScope): readonly PatternRelationship[] {
  const nodes = pattern.nodes.map((node) => variableOf(node, scope))
  return pattern.relationships.map((relationship, index) => ({
    pattern: relationship,
    variable: variableOf(relationship, scope),
    left: nodes[index] as Variable,
    right: nodes[index + 1] as Variable,
    types: typesOf(relationship, scope),
    length: lengthOf(relationship),
  }))
}

/** The types of the graph that fit. */
function typesOf({ types }: RelationshipPattern, { graph }: PlanScope): readonly string[] | undefined {
  if (!types) return undefined
  const fits = compileTypeTest(types)
  const fitting = graph.types.filter((type) => fits(type))
  return fitting.length === graph.types.length ? undefined : fitting
}

function lengthOf({ length }: RelationshipPattern): TrailLength | undefined {
  if (!length) return undefined
  const { minimum = 1n, maximum } = length
  return { minimum: Number(minimum), maximum: maximum === undefined ? Infinity : Number(maximum) }
}

/** The one relationship of a shortest path. */
export function shortestOf(pattern: PathPattern, scope: PlanScope): ShortestPattern {
  const [relationship] = relationshipsOf(pattern, scope)
  if (!relationship) throw new Error('A shortest path has no relationship.')
  const path = pattern.variable && variableOf(pattern, scope)
  return { pattern, relationship, path }
}

function pathOf(pattern: PathPattern, scope: PlanScope): NamedPath {
  return {
    pattern,
    variable: variableOf(pattern, scope),
    nodes: pattern.nodes.map((node) => variableOf(node, scope)),
    relationships: pattern.relationships.map((relationship) => variableOf(relationship, scope)),
  }
}

/** Whether a relationship of the graph could stand for both. */
export function mayBeSame(first: PatternRelationship, second: PatternRelationship): boolean {
  const [some, others] = [first.types, second.types]
  return !some || !others || some.some((type) => others.includes(type))
}
