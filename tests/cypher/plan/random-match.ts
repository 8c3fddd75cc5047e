/** Makes small random graphs and clauses that match patterns in them. */
import fc from 'fast-check'
import type { GeneratorValue } from 'fast-check'
import type { PropertyGraph } from '../../../src/cypher/property-graph.ts'
import type { Value } from '../../../src/cypher/value.ts'
import { listGraph } from '../list-graph.ts'
import {
  literal,
  matchPaths,
  pathText,
  type Condition,
  type Environment,
  type Match,
  type TriedCondition,
  type TriedMatch,
  type TriedNode,
  type TriedPath,
  type TriedRelationship,
} from './brute-force.ts'

/** What a variable may be. */
export type Kind = 'node' | 'relationship' | 'trail' | 'path'

/** Takes random decisions. */
export interface Chooser {
  readonly upTo: (most: number) => number
  readonly oneOf: <Item>(items: readonly Item[]) => Item
  readonly chance: (percent: number) => boolean
}

/** fast-check would else prefer the ends of the range. */
function evenly(most: number): fc.Arbitrary<number> {
  return fc.noBias(fc.nat({ max: most }))
}

/** Decisions by fast-check. */
export function chooserOf(generate: GeneratorValue): Chooser {
  const upTo = (most: number): number => generate(evenly, most)
  return {
    upTo,
    oneOf: (items) => items[upTo(items.length - 1)] as (typeof items)[number],
    chance: (percent) => upTo(99) >= 100 - percent,
  }
}

/** Up to six nodes with the labels A and B, a number `x` and a text `name` that is indexed; relationships R, S and T with `w`. */
export function randomGraph({ upTo, oneOf }: Chooser): PropertyGraph {
  const nodes = Array.from({ length: upTo(4) + 1 }, () => ({
    labels: oneOf([[], ['A'], ['B'], ['A', 'B']]),
    properties: { x: oneOf<Value>([null, 1n, 2n]), name: oneOf<Value>([null, 'a', 'b', 1n]) },
  }))
  const relationships = Array.from({ length: oneOf([0, 2, 3, 4, 5, 6, 7, 8]) }, () => ({
    type: oneOf(['R', 'R', 'S', 'T']),
    from: upTo(nodes.length - 1),
    to: upTo(nodes.length - 1),
    properties: { w: oneOf<Value>([null, 1n, 2n]) },
  }))
  return listGraph({ nodes, relationships }, { textIndexes: ['name'] })
}

/** A pattern of variable length between two nodes, at times with something beside it. */
export function randomTrailQuery(choose: Chooser): RandomQuery {
  const kinds = new Map<string, Kind>()
  const trail = { ...randomRelationship(choose, new Map(), new Set()), variable: undefined }
  const length = trail.length ?? choose.oneOf(lengths)
  const nodes = [
    { ...randomNode(choose, new Map()), variable: 'a' },
    { ...randomNode(choose, new Map()), variable: choose.oneOf(['b', 'b', 'b', 'a']) },
  ]
  const [type] = choose.chance(40) ? [choose.oneOf(types.slice(1, 3))] : []
  const paths: TriedPath[] = [{ variable: undefined, nodes, relationships: [{ ...trail, type, length }] }]
  kinds.set('a', 'node')
  if (nodes[1]?.variable === 'b') kinds.set('b', 'node')
  if (choose.chance(20)) paths.push(randomPath(choose, kinds, new Set(), 1))
  return { clauses: [{ optional: choose.chance(20), paths, conditions: [] }], kinds }
}

/** Clauses, and the variables that there are after them. */
export interface RandomQuery {
  readonly clauses: readonly TriedMatch[]
  readonly kinds: ReadonlyMap<string, Kind>
}

/** One or two clauses, of which the second uses names of the first. */
export function randomQuery(choose: Chooser): RandomQuery {
  const kinds = new Map<string, Kind>()
  const clauses = [randomClause(choose, kinds)]
  if (choose.chance(50)) clauses.push(randomClause(choose, kinds))
  return { clauses, kinds }
}

function randomClause(choose: Chooser, kinds: Map<string, Kind>): TriedMatch {
  const used = new Set<string>()
  const count = choose.oneOf([1, 1, 1, 2, 2, 3])
  const paths = Array.from({ length: count }, () => randomPath(choose, kinds, used, count > 2 ? 1 : 2))
  const conditions = Array.from({ length: choose.oneOf([0, 0, 1, 1, 2, 3]) }, () =>
    randomCondition(choose, kinds),
  )
  return {
    optional: choose.chance(25),
    paths,
    conditions: conditions.flatMap((condition) => condition ?? []),
  }
}

function randomPath(
  choose: Chooser,
  kinds: Map<string, Kind>,
  used: Set<string>,
  longest: number,
): TriedPath {
  const length = choose.upTo(longest)
  const nodes = Array.from({ length: length + 1 }, () => randomNode(choose, kinds))
  const relationships = Array.from({ length }, () => randomRelationship(choose, kinds, used))
  const variable = choose.chance(20) ? newName('p', 'path', kinds) : undefined
  return { variable, nodes, relationships }
}

function newName(letter: string, kind: Kind, kinds: Map<string, Kind>): string {
  const name = `${letter}${kinds.size}`
  kinds.set(name, kind)
  return name
}

const labels = [
  { text: 'A', test: (has: readonly string[]) => has.includes('A') },
  { text: 'B', test: (has: readonly string[]) => has.includes('B') },
  { text: 'A:B', test: (has: readonly string[]) => has.includes('A') && has.includes('B') },
  { text: 'A|B', test: (has: readonly string[]) => has.length > 0 },
  { text: '!A', test: (has: readonly string[]) => !has.includes('A') },
]

function randomNode(choose: Chooser, kinds: Map<string, Kind>): TriedNode {
  const variable = choose.oneOf([undefined, 'a', 'b', 'c', 'd'])
  if (variable) kinds.set(variable, 'node')
  const properties = choose.oneOf<TriedNode['properties']>([
    {},
    {},
    {},
    {},
    { x: 1n },
    { name: 'a' },
    { name: 1n },
  ])
  return { variable, label: choose.chance(25) ? choose.oneOf(labels) : undefined, properties }
}

/** The first is not for patterns of variable length. */
const types = [
  { text: '!R', test: (type: string) => type !== 'R' },
  { text: 'R', test: (type: string) => type === 'R' },
  { text: 'R|S', test: (type: string) => type === 'R' || type === 'S' },
  { text: 'Unknown', test: () => false },
]

const lengths = [
  { text: '*', minimum: 1, maximum: 99 },
  { text: '*0..', minimum: 0, maximum: 99 },
  { text: '*..2', minimum: 1, maximum: 2 },
  { text: '*0..1', minimum: 0, maximum: 1 },
  { text: '*2', minimum: 2, maximum: 2 },
  { text: '*2..3', minimum: 2, maximum: 3 },
  { text: '*3..1', minimum: 3, maximum: 1 },
  { text: '*0', minimum: 0, maximum: 0 },
]

function randomRelationship(choose: Chooser, kinds: Map<string, Kind>, used: Set<string>): TriedRelationship {
  const length = choose.chance(25) ? choose.oneOf(lengths) : undefined
  const kind = length ? 'trail' : 'relationship'
  const variable = choose.chance(50) ? relationshipName(choose, kind, kinds, used) : undefined
  return {
    variable,
    type: choose.chance(40) ? choose.oneOf(length ? types.slice(1) : types) : undefined,
    direction: choose.oneOf(['right', 'left', 'both']),
    length,
    properties: choose.chance(12) ? { w: 1n } : {},
  }
}

/** A relationship may be used again in another clause, but not in the same. */
function relationshipName(choose: Chooser, kind: Kind, kinds: Map<string, Kind>, used: Set<string>): string {
  const known = [...kinds].filter(([name, of]) => of === kind && !used.has(name)).map(([name]) => name)
  const name = known.length > 0 && choose.chance(70) ? choose.oneOf(known) : newName('r', kind, kinds)
  used.add(name)
  return name
}

function randomCondition(choose: Chooser, kinds: ReadonlyMap<string, Kind>): TriedCondition | undefined {
  const nodes = [...kinds].filter(([, kind]) => kind === 'node').map(([name]) => name)
  const relationships = [...kinds].filter(([, kind]) => kind === 'relationship').map(([name]) => name)
  const trails = [...kinds].filter(([, kind]) => kind === 'trail').map(([name]) => name)
  const made: (TriedCondition | undefined)[] = []
  if (nodes.length > 0) {
    const [one, other] = [choose.oneOf(nodes), choose.oneOf(nodes)]
    made.push(...nodeConditions(one, other), patternCondition(choose, one, other))
    const [relationship] = relationships
    if (relationship)
      made.push(equal(`${one}.x`, property(one, 'x'), `${relationship}.w`, property(relationship, 'w')))
  }
  const [trail] = trails
  if (trail) made.push(...trailConditions(trail))
  return made.length > 0 ? choose.oneOf(made) : undefined
}

type Read = (environment: Environment, graph: PropertyGraph) => Value

function property(name: string, key: string): Read {
  return (environment, graph) => {
    const match = environment.get(name) ?? null
    if (match === null) return null
    if ('node' in match) return graph.nodeProperty(match.node, key)
    return 'relationship' in match ? graph.relationshipProperty(match.relationship, key) : null
  }
}

function equal(leftText: string, left: Read, rightText: string, right: Read): TriedCondition {
  return {
    text: `${leftText} = ${rightText}`,
    test: (environment, graph) => {
      const [one, other] = [left(environment, graph), right(environment, graph)]
      return one === null || other === null ? null : one === other
    },
  }
}

function nodeConditions(one: string, other: string): TriedCondition[] {
  const constant =
    (value: Value): Read =>
    () =>
      value
  return [
    equal(`${one}.x`, property(one, 'x'), `${other}.x`, property(other, 'x')),
    equal(`${one}.name`, property(one, 'name'), `${other}.name`, property(other, 'name')),
    equal(`${one}.name`, property(one, 'name'), "'a'", constant('a')),
    equal(`2`, constant(2n), `${one}.x`, property(one, 'x')),
    isIn(one, 'name', ['a', null, 'b']),
    isIn(one, 'name', ['a', 1n]),
    isOneOf(one, 'name', ['b', null, 'a']),
    isOneOf(one, 'name', ['a', 1n]),
    {
      text: `${one} <> ${other}`,
      test: (environment) => {
        const [first, second] = [nodeOf(environment, one), nodeOf(environment, other)]
        return first === null || second === null ? null : first !== second
      },
    },
    {
      text: `${one} = ${other}`,
      test: (environment) => {
        const [first, second] = [nodeOf(environment, one), nodeOf(environment, other)]
        return first === null || second === null ? null : first === second
      },
    },
    {
      text: `${one}:A`,
      test: (environment, graph) => {
        const node = nodeOf(environment, one)
        return node === null ? null : graph.hasLabel(node, 'A')
      },
    },
  ]
}

function isIn(name: string, key: string, list: readonly Value[]): TriedCondition {
  const read = property(name, key)
  return {
    text: `${name}.${key} IN [${list.map(literal).join(', ')}]`,
    test: (environment, graph) => {
      const value = read(environment, graph)
      if (value === null) return null
      return list.includes(value) ? true : list.includes(null) ? null : false
    },
  }
}

/** The same in other words. */
function isOneOf(name: string, key: string, list: readonly Value[]): TriedCondition {
  const text = list.map((value) => `${name}.${key} = ${literal(value)}`).join(' OR ')
  return { ...isIn(name, key, list), text: `(${text})` }
}

function nodeOf(environment: Environment, name: string): number | null {
  const match: Match = environment.get(name) ?? null
  return match && 'node' in match ? match.node : null
}

function trailConditions(name: string): TriedCondition[] {
  const every =
    (test: (weight: Value) => boolean | null): Condition =>
    (environment, graph) => {
      const match = environment.get(name) ?? null
      if (match === null || !('trail' in match)) return null
      const results = match.trail.map((id) => test(graph.relationshipProperty(id, 'w')))
      return results.includes(false) ? false : results.includes(null) ? null : true
    }
  return [
    {
      text: `all(e IN ${name} WHERE e.w = 1)`,
      test: every((weight) => (weight === null ? null : weight === 1n)),
    },
    {
      text: `none(e IN ${name} WHERE e.w = 1)`,
      test: every((weight) => (weight === null ? null : weight !== 1n)),
    },
  ]
}

/** A pattern between two nodes, or negated. */
function patternCondition(choose: Chooser, one: string, other: string): TriedCondition {
  const bare = { label: undefined, properties: {} }
  const relationship = { ...randomRelationship(choose, new Map(), new Set()), variable: undefined }
  const path: TriedPath = {
    variable: undefined,
    nodes: [
      { ...bare, variable: one },
      { ...bare, variable: choose.chance(50) ? other : undefined },
    ],
    relationships: [relationship],
  }
  const isNegated = choose.chance(30)
  return {
    text: `${isNegated ? 'NOT ' : ''}${pathText(path)}`,
    test: (environment, graph) => {
      const isFound = matchPaths(graph, [path], environment).length > 0
      return isFound !== isNegated
    },
  }
}
