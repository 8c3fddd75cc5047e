/** Finds the nodes where trails end, each once: for when only they matter, not the trails nor how many there are. */
import type { Context } from '../context.ts'
import type { Frame } from '../expressions/compile-scope.ts'
import { borrowMarks, returnMarks } from './borrowed-marks.ts'
import { relationshipsAt, targetOf, type Hop } from './hops.ts'
import type { Operator, Step } from './operator.ts'
import { nodeIn } from './pattern-values.ts'
import type { RelationshipTest } from './trails.ts'
import type { TestRelationships } from './variable-length.ts'

/** Which trails there may be, and the slots. */
export interface EndsExpansion {
  readonly from: number
  readonly to: number
  /** Only whether the node that is in `to` already is such an end. */
  readonly isInto: boolean
  readonly hops: readonly Hop[]
  /** Whether relationships are followed both ways. */
  readonly isUndirected: boolean
  /** Trails of more than one relationship at least cannot be had this way. */
  readonly minimum: 0 | 1
  /** May be Infinity. */
  readonly maximum: number
  readonly test: TestRelationships | undefined
}

/** For each row of the source: a row for each node where a trail ends. Goes breadth first, to each node once. */
export function expandToEnds(source: Operator, expansion: EndsExpansion, details: string): Step {
  return {
    name: 'VarLengthExpand(Pruning,BFS)',
    details,
    source,
    begin: (frame, context, onRow) => ({ row: () => searchFrom(frame, context, expansion, onRow) }),
  }
}

interface Search extends EndsExpansion {
  readonly start: number
  readonly accepts: RelationshipTest
  /** The nodes in the order in which they are reached. */
  readonly reached: number[]
  /** By node: how many relationships from the start, plus 1; 0 where it is not reached. */
  readonly levels: Int32Array
  /** By node: the relationship by which it is reached, plus 1. Only where it is undirected, as the next. */
  readonly arrivals: Int32Array | undefined
  /** By node: the first relationship on the way to it, plus 1. */
  readonly branches: Int32Array | undefined
  /** Whether the start has been told of. */
  isStartTold: boolean
  /** Returns whether the search is to go on. */
  readonly tell: (node: number) => boolean
}

function searchFrom(frame: Frame, context: Context, expansion: EndsExpansion, onRow: () => boolean): boolean {
  const start = nodeIn(frame, expansion.from)
  const goal = expansion.isInto ? nodeIn(frame, expansion.to) : undefined
  if (start === null || goal === null || expansion.minimum > expansion.maximum) return true
  let isWanted = true
  const search = beginSearch(frame, context, expansion, start.id, (node) => {
    if (goal && node !== goal.id) return true
    if (!goal) frame[expansion.to] = context.node(node)
    isWanted = onRow()
    return isWanted && !goal
  })
  goThrough(context, search)
  endSearch(context, search)
  return isWanted
}

function beginSearch(
  frame: Frame,
  context: Context,
  expansion: EndsExpansion,
  start: number,
  tell: (node: number) => boolean,
): Search {
  const marks = (): Int32Array => borrowMarks(context, context.graph.nodeCount)
  return {
    ...expansion,
    start,
    accepts: expansion.test?.(frame, context) ?? (() => true),
    reached: [start],
    levels: marks(),
    arrivals: expansion.isUndirected ? marks() : undefined,
    branches: expansion.isUndirected ? marks() : undefined,
    isStartTold: false,
    tell,
  }
}

function endSearch(context: Context, { reached, levels, arrivals, branches }: Search): void {
  for (const marks of [levels, arrivals, branches]) {
    if (!marks) continue
    for (const node of reached) marks[node] = 0
    returnMarks(context, marks)
  }
}

/** Goes on until `tell` returns false. Returns whether it never did. */
function goThrough(context: Context, search: Search): boolean {
  const { reached, levels, start, minimum, maximum } = search
  levels[start] = 1
  if (minimum === 0 && !tellOfStart(search)) return false
  for (let at = 0; at < reached.length; at++) {
    const node = reached[at] as number
    if ((levels[node] as number) > maximum) return true
    for (const hop of search.hops) if (!follow(context, search, node, hop)) return false
  }
  return true
}

function tellOfStart(search: Search): boolean {
  search.isStartTold = true
  return search.tell(search.start)
}

function follow(context: Context, search: Search, node: number, hop: Hop): boolean {
  const { graph } = context
  const list = relationshipsAt(graph, node, hop)
  context.budget.step(list.length)
  for (let at = 0; at < list.length; at++) {
    const id = list[at] as number
    const target = targetOf(graph, id, hop)
    if (hop.skipsLoops && target === node) continue
    if (search.levels[target] === 0) {
      if (!search.accepts(id)) continue
      reach(search, node, id, target)
      if (!search.tell(target)) return false
    } else if (!search.isStartTold && search.accepts(id) && isClosed(search, node, id, target)) {
      if (!tellOfStart(search)) return false
    }
  }
  return true
}

function reach(search: Search, node: number, id: number, target: number): void {
  const { levels, arrivals, branches, reached, start } = search
  levels[target] = (levels[node] as number) + 1
  if (arrivals) arrivals[target] = id + 1
  if (branches) branches[target] = node === start ? id + 1 : (branches[node] as number)
  reached.push(target)
}

/**
 * Whether a relationship between two nodes that are reached closes a trail from the start back to it that is short enough.
 * Directed, it does if it leads to the start. Undirected, it does if it is not the way by which a node was reached, and
 * its ends lie on different branches from the start: their ways and it are a circle then, and the shortest circle through
 * the start has such a relationship.
 */
function isClosed(search: Search, node: number, id: number, target: number): boolean {
  const { levels, arrivals, branches, start, maximum } = search
  if (!arrivals || !branches) return target === start
  if (arrivals[node] === id + 1 || arrivals[target] === id + 1) return false
  const isCircle = node === start || target === start || branches[node] !== branches[target]
  return isCircle && (levels[node] as number) + (levels[target] as number) - 1 <= maximum
}
