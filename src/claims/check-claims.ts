/** Drafts → the graph: resolves names, applies every rule, and builds what is valid. */
import type { EdtfDate } from '../dates/edtf.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import type { Bounds, Claim, Entity, KnowledgeGraph, Quote, Source } from '../graph/knowledge-graph.ts'
import type { Relation } from '../graph/schema.ts'
import { nfc } from '../names/nfc.ts'
import { readText } from '../yaml/read-values.ts'
import { placeOf, placeOfKey, type YamlEntry, type YamlScalar } from '../yaml/yaml-node.ts'
import type { Check, SchemaReading } from './check.ts'
import type { ClaimDraft, Drafts, SourceDraft } from './drafts.ts'
import { claimId } from './identity.ts'
import { nameTable, type Named, type Target } from './names.ts'
import { readActor } from './rules/attribution.ts'
import { checkClaimCycles, type ClaimAboutClaims } from './rules/claim-cycles.ts'
import { readClaimDate, readDate, readSingleDate } from './rules/claim-date.ts'
import { readStance, type ClaimStance } from './rules/claim-stance.ts'
import { buildEntity, checkEntityNames, declareEntities } from './rules/entities.ts'
import { checkEnds } from './rules/fitting-ends.ts'
import { findName } from './rules/known-names.ts'
import { findRelation } from './rules/known-relation.ts'
import { claimKeys, propertiesIn, readProperties } from './rules/property-values.ts'
import {
  countQuotes,
  prepareTexts,
  readQuotes,
  type QuoteCounts,
  type Texts,
} from './rules/quotes-in-text.ts'
import { readSource, type CheckedSource } from './rules/sources.ts'
import { checkUniqueClaim } from './rules/unique-claims.ts'
import { checkUniqueIds } from './rules/unique-ids.ts'

/** What came of a check: the graph of all that is valid, and what was counted on the way. */
export interface CheckedClaims {
  readonly graph: KnowledgeGraph
  readonly quotes: QuoteCounts
  /** Claims that took the publication date of their source. */
  readonly datedBySource: number
}

/** The most claims that one joint statement makes. */
const jointLimit = 1000

/** What the claims of one run are checked with and collected in. */
interface Run {
  readonly check: Check
  readonly texts: Texts
  readonly sources: ReadonlyMap<SourceDraft, CheckedSource>
  readonly givenIds: ReadonlyMap<ClaimDraft, string>
  readonly made: Map<string, ClaimDraft>
  readonly claims: Claim[]
  readonly aboutClaims: ClaimAboutClaims[]
  readonly undated: Map<SourceDraft, number>
  datedBySource: number
}

/**
 * Checks drafts against the schema, and their quotes against `texts` (by source id). All faults are reported; the
 * graph holds what is valid, and is whole only where no error was reported.
 */
export function checkClaims(
  drafts: Drafts,
  reading: SchemaReading,
  texts: ReadonlyMap<string, string>,
  report: Report,
): CheckedClaims {
  const failedTexts = [...reading.failedTexts.map(nfc), ...drafts.failedTexts]
  const reader = { ...reading, failedTexts, report }
  const declared = declareEntities(drafts.entities, reader)
  const givenIds = readGivenIds(drafts.claims, report)
  const claimIds = new Set(givenIds.values())
  checkUniqueIds(drafts.sources, declared, givenIds, reader)
  checkEntityNames(declared, claimIds, reader)
  const claimNames = Array.from(claimIds, (id): Named => ({ id, kind: 'claim', type: 'Claim', names: [] }))
  const names = nameTable([...claimNames, ...declared], new Set(drafts.sources.map(({ id }) => id)))
  const check: Check = { ...reader, names }
  const run: Run = {
    check,
    texts: prepareTexts(texts),
    sources: new Map(drafts.sources.map((draft) => [draft, readSource(draft, check)])),
    givenIds,
    made: new Map(),
    claims: [],
    aboutClaims: [],
    undated: new Map(),
    datedBySource: 0,
  }
  const entities = declared.flatMap((entity) => buildEntity(entity, check) ?? [])
  for (const draft of drafts.claims) checkClaim(draft, run)
  checkClaimCycles(run.aboutClaims, report)
  for (const [{ file, key, id }, claims] of run.undated) {
    report('missing-published', placeOfKey(file, key), { source: id, claims })
  }
  return {
    graph: buildGraph(reading, [...run.sources.values()], entities, run.claims),
    quotes: countQuotes(run.claims.flatMap(({ quotes }) => quotes)),
    datedBySource: run.datedBySource,
  }
}

/** The ids that authors gave to claims. */
function readGivenIds(drafts: readonly ClaimDraft[], report: Report): Map<ClaimDraft, string> {
  const ids = new Map<ClaimDraft, string>()
  for (const draft of drafts) {
    const entry = draft.keys.id
    const text = entry && readText(entry.value, draft.file, report)
    if (entry === undefined || text === undefined) continue
    const count = draft.subjects.length * draft.objects.length
    if (count > 1) report('joint-with-id', placeOf(draft.file, entry.value), { id: text, count })
    ids.set(draft, nfc(text))
  }
  return ids
}

/** What the claims of a draft have in common; parts that are absent or at fault are undefined. */
interface Common {
  readonly relation: Relation | undefined
  readonly date: ClaimDate
  readonly accordingTo: string | undefined
  readonly onBehalfOf: string | undefined
  readonly stance: ClaimStance
  readonly condition: string | undefined
  readonly retracted: string | undefined
  readonly note: string | undefined
  readonly quotes: readonly Quote[]
  readonly properties: Claim['properties']
}

function checkClaim(draft: ClaimDraft, run: Run): void {
  const { check } = run
  const count = draft.subjects.length * draft.objects.length
  if (count > jointLimit) {
    check.report('joint-too-large', placeOf(draft.file, draft.triple), { count, limit: jointLimit })
    return
  }
  const relation = findRelation(draft.relation, draft.file, check)
  const subjects = draft.subjects.map((name) => findName(name, draft.file, check))
  const objects = draft.objects.map((name) => findName(name, draft.file, check))
  if (relation) checkEnds(draft, relation, { subjects, objects }, check)
  const common = readCommon(draft, relation, run)
  const known = (target: Target | undefined) => target !== undefined
  makeClaims(draft, subjects.filter(known), objects.filter(known), common, run)
}

function readCommon(draft: ClaimDraft, relation: Relation | undefined, run: Run): Common {
  const { check } = run
  const { keys, file } = draft
  const date = findDate(draft, relation, run)
  const source = sourceOf(draft)
  const text = (entry: YamlEntry | undefined) => entry && readText(entry.value, file, check.report)
  return {
    relation,
    date,
    accordingTo: readActor('according_to', draft, check),
    onBehalfOf: readActor('on_behalf_of', draft, check),
    stance: relation ? readStance(draft, relation, check) : {},
    condition: text(keys.condition),
    retracted: readRetracted(draft, run),
    note: text(keys.note),
    quotes: keys.quote ? readQuotes(keys.quote, source?.id, run.texts, file, check.report) : [],
    properties: relation ? readOwnProperties(draft, relation, check) : {},
  }
}

function sourceOf({ source }: ClaimDraft): SourceDraft | undefined {
  return source === 'unreadable' ? undefined : source
}

function readOwnProperties(draft: ClaimDraft, relation: Relation, check: Check): Claim['properties'] {
  if (check.damagedRelations.has(relation.name)) return {}
  const { name, properties } = relation
  const owner = { name, properties, builtInKeys: claimKeys, place: placeOf(draft.file, draft.triple) }
  return readProperties(propertiesIn(draft.file, draft.properties), owner, check)
}

/** When a claim counts: the text that is part of its identity, and its bounds. */
interface ClaimDate {
  readonly text?: string
  readonly bounds: Bounds
  /** It is the publication of the claim's source. */
  readonly fromSource?: true
}

const unbounded: ClaimDate = { bounds: {} }

/**
 * The date of a claim: its own, or else that of its source's publication. A claim is only valid without either if
 * its relation lasts, and without a source too only then.
 */
function findDate(draft: ClaimDraft, relation: Relation | undefined, run: Run): ClaimDate {
  const { check } = run
  const lasting = relation?.lasting ?? false
  const source = sourceOf(draft)
  if (relation && !lasting && draft.source === undefined) {
    check.report('missing-source', placeOf(draft.file, draft.triple), {})
  }
  const scalar = draft.keys.date && readScalar(draft.keys.date, draft, check)
  if (scalar) {
    const date = relation
      ? readClaimDate(scalar, relation, draft.file, check)
      : readDate(scalar, draft.file, check)
    return date ? dated(date) : unbounded
  }
  if (draft.keys.date || lasting || !source || !relation) return unbounded
  const published = run.sources.get(source)?.published
  if (published === undefined) run.undated.set(source, (run.undated.get(source) ?? 0) + 1)
  if (published === undefined || published === 'unreadable') return unbounded
  return { ...dated(published), fromSource: true }
}

function readScalar({ value }: YamlEntry, { file }: ClaimDraft, { report }: Check): YamlScalar | undefined {
  return readText(value, file, report) === undefined || value.kind !== 'scalar' ? undefined : value
}

function dated(date: EdtfDate): ClaimDate {
  return { text: date.text, bounds: date }
}

/** A retraction is only valid on a day, and not before the source was published. */
function readRetracted(draft: ClaimDraft, run: Run): string | undefined {
  const { check } = run
  const scalar = draft.keys.retracted && readScalar(draft.keys.retracted, draft, check)
  const date = scalar && readSingleDate('retracted', scalar, draft.file, check)
  if (!date) return undefined
  const source = sourceOf(draft)
  const published = source && run.sources.get(source)?.published
  if (published !== undefined && published !== 'unreadable' && isBefore(date, published)) {
    const params = { retracted: date.text, published: published.text }
    check.report('retracted-before-published', placeOf(draft.file, scalar), params)
  }
  return date.text
}

function isBefore(a: Bounds, b: Bounds): boolean {
  return a.latest !== undefined && b.earliest !== undefined && a.latest < b.earliest
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** One claim for each pair of a subject and an object; claims of a joint statement know each other. */
function makeClaims(
  draft: ClaimDraft,
  subjects: readonly Target[],
  objects: readonly Target[],
  common: Common,
  run: Run,
): void {
  const joint: string[] = []
  const isJoint = draft.subjects.length * draft.objects.length > 1
  for (const subject of subjects) {
    for (const object of objects) {
      const claim = makeClaim(draft, subject.id, object.id, common, run)
      if (isJoint) claim.joint = joint
      if (!checkUniqueClaim(claim, draft, run.made, run.check)) continue
      run.claims.push(claim)
      if (common.date.fromSource) run.datedBySource += 1
      joint.push(claim.id)
      const about = [subject, object].filter(({ type }) => type === 'Claim').map(({ id }) => id)
      if (about.length > 0) run.aboutClaims.push({ id: claim.id, draft, about })
    }
  }
  joint.sort()
}

function makeClaim(
  draft: ClaimDraft,
  subject: string,
  object: string,
  common: Common,
  run: Run,
): Mutable<Claim> {
  const { date, accordingTo, onBehalfOf, stance } = common
  const given = run.givenIds.get(draft)
  const relation = draft.relation.text
  const source = sourceOf(draft)?.id
  const id = given ?? claimId({ source, subject, relation, object, date: date.text, accordingTo, onBehalfOf })
  const claim: Mutable<Claim> = {
    id,
    subject,
    relation,
    object,
    quotes: common.quotes,
    properties: common.properties,
  }
  if (given !== undefined) claim.named = true
  if (stance.effective !== undefined) claim.stance = stance.effective
  if (stance.stated !== undefined) claim.statedStance = stance.stated
  if (date.text !== undefined) claim.date = date.text
  const { earliest, latest, untilEarliest, until } = date.bounds
  if (earliest !== undefined) claim.earliest = earliest
  if (latest !== undefined) claim.latest = latest
  if (untilEarliest !== undefined) claim.untilEarliest = untilEarliest
  if (until !== undefined) claim.until = until
  if (source !== undefined) claim.source = source
  if (accordingTo !== undefined) claim.accordingTo = accordingTo
  if (onBehalfOf !== undefined) claim.onBehalfOf = onBehalfOf
  if (common.condition !== undefined) claim.condition = common.condition
  if (common.retracted !== undefined) claim.retracted = common.retracted
  if (common.note !== undefined) claim.note = common.note
  return claim
}

/** Everything by id, in the order of ids, so that the order of files and claims makes no difference. */
function buildGraph(
  { schema }: SchemaReading,
  sources: readonly CheckedSource[],
  entities: readonly Entity[],
  claims: readonly Claim[],
): KnowledgeGraph {
  return {
    schema,
    sources: byId<Source>(sources.map(({ source }) => source)),
    entities: byId(entities),
    claims: byId(claims),
  }
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map([...items].sort((a, b) => (a.id < b.id ? -1 : 1)).map((item) => [item.id, item]))
}
