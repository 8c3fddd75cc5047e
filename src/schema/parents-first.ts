/** Orders declarations so that each comes after those it extends, and finds the circles in which they go round. */
import type { Declaration, Written } from './drafts.ts'

/** A declaration with the declarations it extends, which are all there. */
export interface Heir extends Declaration {
  readonly parents: readonly Written<string>[]
}

/** A step of a circle: a declaration, and where it names the next one. */
export interface Step {
  readonly heir: Heir
  readonly parent: Written<string>
}

export interface Ordering {
  /** Names, parents first. */
  readonly order: readonly string[]
  /** Circles, each with its steps in turn. */
  readonly circles: readonly (readonly Step[])[]
  /** Where the circles are cut: the parents that do not come first. */
  readonly cut: ReadonlySet<Written<string>>
}

/** An open declaration of the walk, and the next of its parents to visit. */
interface Visit {
  readonly heir: Heir
  next: number
}

/** Walks from every declaration up to its parents, without recursion: a schema may be a long chain. */
export function orderParentsFirst(heirs: ReadonlyMap<string, Heir>): Ordering {
  const order: string[] = []
  const circles: Step[][] = []
  const cut = new Set<Written<string>>()
  const open = new Map<string, number>()
  const done = new Set<string>()
  for (const start of heirs.values()) {
    const path: Visit[] = []
    const enter = (heir: Heir) => {
      open.set(heir.name, path.length)
      path.push({ heir, next: 0 })
    }
    if (!done.has(start.name)) enter(start)
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const parent = visit.heir.parents[visit.next]
      if (!parent) {
        path.pop()
        open.delete(visit.heir.name)
        done.add(visit.heir.name)
        order.push(visit.heir.name)
        continue
      }
      visit.next += 1
      const heir = heirs.get(parent.value)
      if (!heir || done.has(heir.name)) continue
      const since = open.get(heir.name)
      if (since === undefined) enter(heir)
      else {
        circles.push(path.slice(since).flatMap(stepOf))
        cut.add(parent)
      }
    }
  }
  return { order, circles, cut }
}

function stepOf({ heir, next }: Visit): Step[] {
  const parent = heir.parents[next - 1]
  return parent ? [{ heir, parent }] : []
}
