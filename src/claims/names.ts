/** Which entity or claim a name in a data file means. */
import { nameFinder, type NameFinder } from '../names/nearest.ts'

/** What a name can mean. */
export interface Target {
  readonly id: string
  readonly kind: 'entity' | 'claim'
  /** An entity's type, or `Claim`; undefined where its declaration is at fault, so that nothing follows from it. */
  readonly type: string | undefined
}

/** An entity, or a claim with an id of its own, as far as names are concerned. */
export interface Named extends Target {
  /** Its name and aliases; none for claims. */
  readonly names: readonly string[]
}

/** What came of looking a name up. */
export type Resolution =
  | { readonly kind: 'found'; readonly target: Target }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Target[] }
  | { readonly kind: 'unknown'; readonly isSource: boolean }

/** Looks names up, all of them in NFC. */
export interface NameTable {
  /** Exactly: a handle or a claim's id first, then a name or alias. */
  resolve(name: string): Resolution
  /** The names that may have been meant, nearest first. */
  nearest: NameFinder
}

/** The names of a project. */
export function nameTable(named: Iterable<Named>, sourceIds: ReadonlySet<string>): NameTable {
  const byId = new Map<string, Resolution>()
  const byName = new Map<string, Target[]>()
  for (const target of named) {
    const isTaken = byId.has(target.id)
    // Of two with one id, which has been reported, nobody knows which is meant.
    byId.set(target.id, { kind: 'found', target: isTaken ? { ...target, type: undefined } : target })
    for (const name of new Set(target.names)) {
      const others = byName.get(name)
      if (others) others.push(target)
      else byName.set(name, [target])
    }
  }
  return {
    resolve: (name) => byId.get(name) ?? resolveName(byName.get(name) ?? [], sourceIds.has(name)),
    nearest: frugal(nameFinder(allNames(byId, byName))),
  }
}

/** The most texts for which similar names are looked for: in a project with more faults, a few hints will do. */
const searchLimit = 500

/** Remembers what was found, and finds nothing more after a while, since each search looks at all names. */
export function frugal(find: NameFinder): NameFinder {
  const found = new Map<string, string[]>()
  return (text, limit) => {
    const known = found.get(text)
    if (known || found.size >= searchLimit) return known ?? []
    const nearest = find(text, limit)
    found.set(text, nearest)
    return nearest
  }
}

function resolveName(targets: readonly Target[], isSource: boolean): Resolution {
  const [target] = targets
  if (target === undefined) return { kind: 'unknown', isSource }
  return targets.length === 1 ? { kind: 'found', target } : { kind: 'ambiguous', candidates: targets }
}

function* allNames(...maps: readonly ReadonlyMap<string, unknown>[]): Iterable<string> {
  for (const map of maps) yield* map.keys()
}
