/** Goes through the relationships of a node one by one, with breaks between. */
import type { Context } from '../context.ts'
import { relationshipsAt, targetOf, type Hop } from './hops.ts'

/** Where one is in the relationships of a node. */
export interface Cursor {
  node: number
  /** Index of the list that comes next. */
  nextHop: number
  hop: Hop | undefined
  list: ArrayLike<number>
  /** Index in the list. */
  next: number
  /** The relationship where it is. */
  relationship: number
  /** Where that leads. */
  target: number
}

const nothing: readonly number[] = []

/** A cursor at no node yet. */
export function beginCursor(): Cursor {
  return { node: -1, nextHop: 0, hop: undefined, list: nothing, next: 0, relationship: -1, target: -1 }
}

/** Sets the cursor before the first relationship of a node. */
export function openCursor(cursor: Cursor, context: Context, hops: readonly Hop[], node: number): void {
  cursor.node = node
  cursor.nextHop = 0
  openNextList(cursor, context, hops)
}

/** Goes to the next relationship. Returns false where there is none. */
export function moveOn(cursor: Cursor, context: Context, hops: readonly Hop[]): boolean {
  while (cursor.hop) {
    while (cursor.next < cursor.list.length) {
      cursor.relationship = cursor.list[cursor.next] as number
      cursor.target = targetOf(context.graph, cursor.relationship, cursor.hop)
      cursor.next += 1
      if (!cursor.hop.skipsLoops || cursor.target !== cursor.node) return true
    }
    openNextList(cursor, context, hops)
  }
  return false
}

function openNextList(cursor: Cursor, context: Context, hops: readonly Hop[]): void {
  const hop = hops[cursor.nextHop]
  cursor.hop = hop
  cursor.nextHop += 1
  cursor.next = 0
  cursor.list = hop ? relationshipsAt(context.graph, cursor.node, hop) : nothing
  context.budget.step(cursor.list.length)
}
