/** Relations of the graph schema from their drafts: what each takes over from the one that it extends. */
import type { GraphSchema, Relation } from '../graph/schema.ts'
import type { SchemaCheck } from './check.ts'
import type { RelationDraft, Written } from './drafts.ts'
import { inheritProperties } from './inherit-properties.ts'
import { orderParentsFirst } from './parents-first.ts'
import { requireDeniableObject } from './rules/denying-claims.ts'
import { readLabels } from './rules/distinct-labels.ts'
import { readExclusive } from './rules/exclusive-properties.ts'
import { knownRelationParents } from './rules/known-parents.ts'
import { requireLastingSpeakers, type Lasting } from './rules/lasting-speakers.ts'
import { reportCircles } from './rules/no-circles.ts'
import { readBothEnds } from './rules/relation-ends.ts'
import { requireWritableName } from './rules/writable-relations.ts'

/** A relation, and what of it a child takes over in the form in which it is written. */
interface Built {
  readonly relation: Relation
  readonly flags: Flags
}

interface Flags extends Lasting {
  readonly denies: Written<boolean> | undefined
}

/** All relations by name, in file order. What is at fault in them is left out. `schema` has all types. */
export function buildRelations(schema: GraphSchema, check: SchemaCheck): Map<string, Relation> {
  const labels = readLabels(check.relations.values())
  const built = new Map<string, Built>()
  for (const { draft, parent } of tieRelations(check)) {
    requireWritableName(draft)
    const label = labels.get(draft.name) ?? ''
    const builtParent = parent === undefined ? undefined : built.get(parent)
    built.set(draft.name, buildRelation(draft, label, builtParent, schema, check))
  }
  const names = [...check.relations.keys()]
  return new Map(names.flatMap((name) => pairOf(name, built.get(name)?.relation)))
}

function pairOf<T>(name: string, value: T | undefined): [string, T][] {
  return value === undefined ? [] : [[name, value]]
}

/** All relations with the parent that they can have, parents first. */
function tieRelations(check: SchemaCheck): { draft: RelationDraft; parent: string | undefined }[] {
  const heirs = new Map(
    [...check.relations].map(([name, draft]) => [
      name,
      { ...draft, parents: knownRelationParents(draft, check) },
    ]),
  )
  const ordering = orderParentsFirst(heirs)
  reportCircles(ordering, new Map([...heirs.keys()].map((name, index) => [name, index])))
  return ordering.order.flatMap((name) => {
    const draft = check.relations.get(name)
    const parent = heirs.get(name)?.parents.find((written) => !ordering.cut.has(written))?.value
    return draft ? [{ draft, parent }] : []
  })
}

function buildRelation(
  draft: RelationDraft,
  label: string,
  parent: Built | undefined,
  schema: GraphSchema,
  check: SchemaCheck,
): Built {
  const from = parent?.relation
  if (from && check.isDamaged('relation', from.name)) draft.damage()
  const flags = {
    speaksFor: draft.speaksFor ?? parent?.flags.speaksFor,
    lasting: draft.lasting ?? parent?.flags.lasting,
    denies: draft.denies ?? parent?.flags.denies,
  }
  const ends = readBothEnds(draft, from, schema, check)
  const givers =
    from && draft.parent ? [{ name: from.name, place: draft.parent.place, properties: from.properties }] : []
  const properties = inheritProperties(
    { declaration: draft, owner: 'relation', parents: givers },
    schema,
    check,
  )
  const exclusive = draft.exclusive ? readExclusive(draft, properties, check) : (from?.exclusive ?? [])
  requireLastingSpeakers(flags, draft)
  requireDeniableObject(flags.denies, ends.to, draft)
  const stance = draft.stance ?? from?.stance
  const note = draft.note ?? from?.note
  const relation: Relation = {
    name: draft.name,
    label,
    ...(from && { parent: from.name }),
    abstract: draft.abstract,
    ...ends,
    ...(stance && { stance }),
    ...(note !== undefined && { note }),
    codes: new Map([...(from?.codes ?? []), ...draft.codes]),
    properties,
    exclusive,
    speaksFor: flags.speaksFor?.value ?? false,
    lasting: flags.lasting?.value ?? flags.speaksFor?.value ?? false,
    denies: flags.denies?.value ?? false,
  }
  return { relation, flags }
}
