/** Handles, ids of sources and ids of claims must lead to one thing each. */
import type { Place } from '../../diagnostics/source-file.ts'
import { placeOf, placeOfKey } from '../../yaml/yaml-node.ts'
import type { Check } from '../check.ts'
import type { GivenId, SourceDraft } from '../drafts.ts'
import type { DeclaredEntity } from './entities.ts'

/** Something that has an id. */
interface Holder {
  readonly id: string
  readonly what: 'id of a source' | 'id of a claim' | 'handle of an entity'
  readonly place: Place
}

/**
 * A project is only valid if its handles, source ids and given claim ids are unique together, and none of them is
 * blank. A duplicate is reported at the later place, with the earlier one related. Returns where each id is given.
 */
export function checkUniqueIds(
  sources: readonly SourceDraft[],
  entities: readonly DeclaredEntity[],
  claims: readonly GivenId[],
  check: Pick<Check, 'report'>,
): ReadonlyMap<string, Place> {
  const byId = new Map<string, Holder>()
  for (const holder of holdersOf(sources, entities, claims)) {
    if (isBlank(holder.id)) {
      const what = holder.what === 'handle of an entity' ? 'The handle' : 'The id'
      check.report('blank-name', holder.place, { what })
    }
    const earlier = byId.get(holder.id)
    if (!earlier) byId.set(holder.id, holder)
    else {
      const related = [{ message: `It is the ${earlier.what} here.`, place: earlier.place }]
      check.report('duplicate-id', holder.place, { id: holder.id, what: earlier.what }, related)
    }
  }
  return new Map(Array.from(byId, ([id, { place }]) => [id, place]))
}

/** Whether a name cannot be seen as it is: empty, of invisible characters alone, or with white space around it. */
export function isBlank(name: string): boolean {
  return name !== name.trim() || /^\p{Cf}*$/u.test(name)
}

/** All that have an id, in the order of files and places. */
function holdersOf(
  sources: readonly SourceDraft[],
  entities: readonly DeclaredEntity[],
  claims: readonly GivenId[],
): Holder[] {
  const holders: Holder[] = []
  for (const { id, file, idScalar } of sources) {
    holders.push({ id, what: 'id of a source', place: placeOf(file, idScalar) })
  }
  for (const { id, declarations } of entities) {
    const first = declarations[0]?.draft
    if (first) holders.push({ id, what: 'handle of an entity', place: placeOfKey(first.file, first.key) })
  }
  for (const { id, place } of claims) holders.push({ id, what: 'id of a claim', place })
  return holders.sort(({ place: a }, { place: b }) =>
    a.file.name === b.file.name
      ? (a.file.firstLine ?? 1) - (b.file.firstLine ?? 1) || a.start - b.start
      : a.file.name < b.file.name
        ? -1
        : 1,
  )
}
