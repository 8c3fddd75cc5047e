/** One draft → its claims: applies the rules for a single claim. */
import type { EdtfDate } from '../dates/edtf.ts'
import type { Place } from '../diagnostics/source-file.ts'
import type { Bounds, Claim, Quote } from '../graph/knowledge-graph.ts'
import { claimKeys } from '../graph/file-keys.ts'
import type { Relation } from '../graph/schema.ts'
import { nfc } from '../names/nfc.ts'
import { readText } from '../yaml/read-values.ts'
import { placeOf, type YamlEntry, type YamlScalar } from '../yaml/yaml-node.ts'
import { placeOfName, type Check } from './check.ts'
import type { ClaimDraft, ClaimOrigin } from './drafts.ts'
import { claimId } from './identity.ts'
import type { Target } from './names.ts'
import { isLine } from './read-lines.ts'
import { readActor } from './rules/attribution.ts'
import type { ClaimAboutClaims } from './rules/claim-cycles.ts'
import { readClaimDate, readDate, readSingleDate } from './rules/claim-date.ts'
import { readStance, type ClaimStance } from './rules/claim-stance.ts'
import { checkEnds } from './rules/fitting-ends.ts'
import { checkJoint } from './rules/joint-statements.ts'
import { findName } from './rules/known-names.ts'
import { findRelation } from './rules/known-relation.ts'
import { propertiesIn, readProperties } from './rules/property-values.ts'
import { readQuotes, type Texts } from './rules/quotes-in-text.ts'
import type { CheckedSource } from './rules/sources.ts'
import { checkUniqueClaim } from './rules/unique-claims.ts'

/** What the claims of one run are checked with and collected in. */
export interface Run {
  readonly check: Check
  readonly texts: Texts
  /** By id. */
  readonly sources: ReadonlyMap<string, CheckedSource>
  /** Where handles, source ids and given claim ids are given. */
  readonly givenIds: ReadonlyMap<string, Place>
  /** Where the claims made so far come from, by id. */
  readonly made: Map<string, ClaimOrigin>
  readonly claims: Claim[]
  readonly aboutClaims: ClaimAboutClaims[]
  /** How many claims of a source, by its id, need its date and find none. */
  readonly undated: Map<string, number>
  datedBySource: number
  readonly quotes: { verified: number; unchecked: number }
}

/** A draft under check. */
interface Subject {
  readonly draft: ClaimDraft
  readonly origin: ClaimOrigin
  /** The name of its relation. */
  readonly relation: string
  /** The id of its source; absent where there is none, or it is at fault. */
  readonly source: string | undefined
  readonly run: Run
}

/** What the claims of a draft have in common; parts that are absent or at fault are undefined. */
interface Common {
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

/** Checks a draft, and adds the claims that it makes to the run. `origin` is where it can be found again. */
export function checkClaim(draft: ClaimDraft, origin: ClaimOrigin, run: Run): void {
  const { check } = run
  if (!checkJoint(draft, check.report)) return
  const relation = findRelation(draft.relation, draft.file, check)
  // The schema's own text for the name, so that a million claims share it.
  const name = relation?.name ?? draft.relation.text
  const subject: Subject = { draft, origin, relation: name, source: findSource(draft, run), run }
  const subjects = draft.subjects.map((name) => findName(name, draft.file, check))
  const objects = draft.objects.map((name) => findName(name, draft.file, check))
  if (relation) checkEnds(draft, relation, { subjects, objects }, check)
  const common = readCommon(subject, relation)
  const known = (target: Target | undefined) => target !== undefined
  if (hasIdentity(subject, common)) makeClaims(subject, subjects.filter(known), objects.filter(known), common)
}

/** A claim that names its source is only valid if there is such a source. */
function findSource({ source, file }: ClaimDraft, { sources, check }: Run): string | undefined {
  if (source === 'unreadable' || source === undefined) return undefined
  const known = sources.get(source.id)?.source.id
  if (known !== undefined || !source.written) return known
  if (check.unread.data(source.id)) return undefined
  const nearest = check.nearestSource(source.id)
  check.report('unknown-source', placeOfName(file, source.written), { source: source.id, nearest })
  return undefined
}

const noQuotes: readonly Quote[] = []

function readCommon(subject: Subject, relation: Relation | undefined): Common {
  const { draft, source, run } = subject
  const { check } = run
  const { keys, file } = draft
  const text = (entry: YamlEntry | undefined) => entry && readText(entry.value, file, check.report)
  const place = { source, file, texts: run.texts, keepsPositions: isLine(subject.origin) }
  return {
    date: findDate(subject, relation),
    accordingTo: readActor('according_to', draft, check),
    onBehalfOf: readActor('on_behalf_of', draft, check),
    stance: relation ? readStance(draft, relation, check) : {},
    condition: readCondition(draft, check),
    retracted: readRetracted(subject),
    note: text(keys.note),
    quotes: keys.quote ? readQuotes(keys.quote, place, check.report) : noQuotes,
    properties: relation ? readOwnProperties(draft, relation, check) : {},
  }
}

/** A condition is only valid if it says something: it turns a stance into `withholds`. */
function readCondition({ keys, file }: ClaimDraft, check: Check): string | undefined {
  const node = keys.condition?.value
  const text = node && readText(node, file, check.report)
  if (!node || text === undefined || text.trim() !== '') return text
  const advice = 'say on what the stance depends, or leave the key out'
  check.report('wrong-value', placeOf(file, node), {
    property: 'condition',
    expected: 'text',
    found: 'empty',
    advice,
  })
  return undefined
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
function findDate({ draft, source, run }: Subject, relation: Relation | undefined): ClaimDate {
  const { check } = run
  const { file, keys, triple } = draft
  const lasting = relation?.lasting ?? false
  if (relation && !lasting && draft.source === undefined)
    check.report('missing-source', placeOf(file, triple), {})
  const scalar = keys.date && readScalar(keys.date, draft, check)
  if (scalar) {
    const date = relation ? readClaimDate(scalar, relation, file, check) : readDate(scalar, file, check)
    return date ? dated(date) : unbounded
  }
  if (keys.date || lasting || source === undefined || !relation) return unbounded
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
function readRetracted({ draft, source, run }: Subject): string | undefined {
  const { check } = run
  const scalar = draft.keys.retracted && readScalar(draft.keys.retracted, draft, check)
  const date = scalar && readSingleDate('retracted', scalar, draft.file, check)
  if (!date) return undefined
  const published = run.sources.get(source ?? '')?.published
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
  subject: Subject,
  subjects: readonly Target[],
  objects: readonly Target[],
  common: Common,
): void {
  const { draft, origin, run } = subject
  const joint: string[] = []
  const isJoint = draft.subjects.length * draft.objects.length > 1
  for (const from of subjects) {
    for (const to of objects) {
      const claim = makeClaim(subject, from.id, to.id, common)
      if (isJoint) claim.joint = joint
      if (!checkUniqueClaim(claim, draft, origin, run.made, run.givenIds, run.check)) continue
      addClaim(claim, common, run)
      joint.push(claim.id)
      const about = [from, to].filter(({ type }) => type === 'Claim').map(({ id }) => id)
      if (about.length > 0) run.aboutClaims.push({ id: claim.id, draft, about })
    }
  }
  joint.sort()
}

/**
 * Whether all is known that the id of a claim is computed from. Of a claim with a fault in it nobody can say whether
 * another is the same.
 */
function hasIdentity({ draft, source }: Subject, { date, accordingTo, onBehalfOf }: Common): boolean {
  const { keys } = draft
  return (
    givenId(draft) !== undefined ||
    ((source !== undefined || draft.source === undefined) &&
      (date.text !== undefined || !keys.date) &&
      (accordingTo !== undefined || !keys.according_to) &&
      (onBehalfOf !== undefined || !keys.on_behalf_of))
  )
}

function addClaim(claim: Claim, { date }: Common, run: Run): void {
  run.claims.push(claim)
  if (date.fromSource) run.datedBySource += 1
  const hasText = run.texts.of(claim.source ?? '') !== undefined
  run.quotes[hasText ? 'verified' : 'unchecked'] += claim.quotes.length
}

function makeClaim(
  { draft, relation, source }: Subject,
  subject: string,
  object: string,
  common: Common,
): Mutable<Claim> {
  const { date, accordingTo, onBehalfOf, stance, quotes, properties } = common
  const given = givenId(draft)
  const id = given ?? claimId({ source, subject, relation, object, date: date.text, accordingTo, onBehalfOf })
  const claim: Mutable<Claim> = { id, subject, relation, object, quotes, properties }
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

/** What is wrong with a given id was reported when all ids were read. */
function givenId({ keys }: ClaimDraft): string | undefined {
  return keys.id?.value.kind === 'scalar' && keys.id.value.text !== '' ? nfc(keys.id.value.text) : undefined
}
