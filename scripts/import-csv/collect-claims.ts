/** Statements → sources with their claims, and the entities they name: what the rows say together. */
import { formatTriple } from '../../src/claims/arrow.ts'
import type { Report } from '../../src/diagnostics/diagnostic.ts'
import type { Place } from '../../src/diagnostics/source-file.ts'
import { foldName } from '../../src/names/fold.ts'
import type { SourceKey } from './mapping.ts'
import type { Name, Quote, Statement, Value } from './statement.ts'

/** A claim with the quotes of all rows that hold it. */
export interface Claim {
  readonly statement: Statement
  readonly quotes: readonly Quote[]
}

/** A source and its claims, in the order of the rows. Without keys: claims that have no source. */
export interface SourceGroup {
  readonly keys: ReadonlyMap<SourceKey, Value>
  readonly claims: readonly Claim[]
}

/** All that a spreadsheet says. */
export interface Collection {
  readonly sources: readonly SourceGroup[]
  /** The type of each entity by its name. */
  readonly entities: ReadonlyMap<string, string>
  /** Rows whose quotes were added to the claim of an earlier row. */
  readonly merged: number
  /** Rows that say the same as an earlier one. */
  readonly repeated: number
  /** Rows that contradict an earlier one in something that is no claim. */
  readonly clashing: number
}

/** Something that has an id. */
interface Holder {
  readonly what: 'name of an entity' | 'id of a source' | 'id of a claim'
  readonly place: Place
  /** Of an entity. */
  readonly type?: string
}

/** A source under way. */
interface Group {
  readonly keys: Map<SourceKey, Value>
  readonly statements: Statement[]
}

interface Collecting {
  readonly report: Report
  readonly holders: Map<string, Holder>
  /** The first entity of each folded name. */
  readonly folded: Map<string, Name>
  readonly groups: Map<string, Group>
}

/** Collects statements in the order of their rows. A row that clashes with an earlier one is reported and left out. */
export function collectClaims(statements: Iterable<Statement>, report: Report): Collection {
  const collecting: Collecting = { report, holders: new Map(), folded: new Map(), groups: new Map() }
  let clashing = 0
  for (const statement of statements) if (!addStatement(statement, collecting)) clashing += 1
  const { groups, holders } = collecting
  const merging = { report, merged: 0, repeated: 0, clashing }
  const sources = Array.from(groups.values(), (group) => ({
    keys: group.keys,
    claims: mergeClaims(group, merging),
  }))
  const { merged, repeated } = merging
  const entities = new Map<string, string>()
  for (const [name, { type }] of holders) if (type !== undefined) entities.set(name, type)
  return { sources, entities, merged, repeated, clashing: merging.clashing }
}

/** Adds all of a statement, or nothing where a part of it clashes with an earlier row. */
function addStatement(statement: Statement, collecting: Collecting): boolean {
  const { entities, id, source } = statement
  const sourceId = source?.get('id')
  const group = collecting.groups.get(sourceId?.text ?? '')
  const clashes = [
    ...entities.map((name) => clashesAsEntity(name, collecting)),
    id !== undefined && isTaken(id, collecting),
    sourceId !== undefined && !group && isTaken(sourceId, collecting),
    source !== undefined && group !== undefined && sourceClashes(source, group, collecting.report),
    namesItself(statement, collecting.report),
  ]
  if (clashes.includes(true)) return false
  for (const name of entities) addEntity(name, collecting)
  if (id) collecting.holders.set(id.text, { what: 'id of a claim', place: id.place })
  if (sourceId && !group)
    collecting.holders.set(sourceId.text, { what: 'id of a source', place: sourceId.place })
  addToGroup(statement, group, collecting)
  return true
}

/** Within one row: its names must not be its ids, nor one of two types. */
function namesItself({ entities, id, source }: Statement, report: Report): boolean {
  const types = new Map<string, Name>()
  for (const name of entities) {
    const other = types.get(name.text)
    if (other && other.type !== name.type) {
      reportTypes(name, { type: other.type ?? '', place: other.place }, report)
      return true
    }
    types.set(name.text, name)
  }
  const sourceId = source?.get('id')
  for (const value of [id, sourceId]) {
    const name = value && types.get(value.text)
    if (!name) continue
    reportTaken(value, { what: 'name of an entity', place: name.place }, report)
    return true
  }
  if (!id || id.text !== sourceId?.text) return false
  reportTaken(id, { what: 'id of a source', place: sourceId.place }, report)
  return true
}

function clashesAsEntity(name: Name, { holders, report }: Collecting): boolean {
  const holder = holders.get(name.text)
  if (!holder) return false
  if (holder.type === undefined) reportTaken(name, holder, report)
  else if (holder.type !== name.type) reportTypes(name, { type: holder.type, place: holder.place }, report)
  else return false
  return true
}

function reportTypes(name: Name, other: { type: string; place: Place }, report: Report): void {
  const related = [{ message: `It is of type ${other.type} here.`, place: other.place }]
  report('csv-type-clash', name.place, { name: name.text, type: name.type ?? '', other: other.type }, related)
}

function isTaken(value: Value, { holders, report }: Collecting): boolean {
  const holder = holders.get(value.text)
  if (holder) reportTaken(value, holder, report)
  return holder !== undefined
}

function reportTaken({ text, place }: Value, { what, place: other }: Holder, report: Report): void {
  report('csv-id-taken', place, { id: text, what }, [{ message: `It is the ${what} here.`, place: other }])
}

/** Notes an entity. Another whose name looks the same is probably meant for it. */
function addEntity(name: Name, { holders, folded, report }: Collecting): void {
  if (holders.has(name.text) || name.type === undefined) return
  holders.set(name.text, { what: 'name of an entity', place: name.place, type: name.type })
  const form = foldName(name.text)
  const other = folded.get(form)
  if (other) {
    const related = [{ message: `\`${other.text}\` stands here.`, place: other.place }]
    report('csv-similar-names', name.place, { name: name.text, other: other.text }, related)
  } else folded.set(form, name)
}

function addToGroup(statement: Statement, known: Group | undefined, { groups }: Collecting): void {
  const group = known ?? { keys: new Map<SourceKey, Value>(), statements: [] }
  if (!known) groups.set(statement.source?.get('id')?.text ?? '', group)
  for (const [key, value] of statement.source ?? []) if (!group.keys.has(key)) group.keys.set(key, value)
  group.statements.push(statement)
}

/** Rows of one source must say the same of it; a row may leave out what another says. */
function sourceClashes(source: ReadonlyMap<SourceKey, Value>, { keys }: Group, report: Report): boolean {
  let clashes = false
  for (const [key, value] of source) {
    const other = keys.get(key)
    if (!other || other.text === value.text) continue
    clashes = true
    const params = { source: keys.get('id')?.text ?? '', key, value: value.text, other: other.text }
    report('csv-source-clash', value.place, params, [{ message: 'It stands here.', place: other.place }])
  }
  return clashes
}

/** A claim under way, and the texts of its quotes. */
interface Merging extends Claim {
  readonly quotes: Quote[]
  readonly texts: Set<string>
}

/** What is counted while claims are merged. */
interface Counts {
  readonly report: Report
  merged: number
  repeated: number
  clashing: number
}

/** The claims of a source. Rows that differ in nothing but the quote are one claim. */
function mergeClaims({ keys, statements }: Group, counts: Counts): readonly Claim[] {
  const claims: Merging[] = []
  const byIdentity = new Map<string, Merging>()
  for (const statement of statements) {
    const identity = statement.id ? undefined : identityOf(statement, keys.get('published')?.text)
    const earlier = identity === undefined ? undefined : byIdentity.get(identity)
    if (earlier) {
      mergeInto(earlier, statement, counts)
      continue
    }
    const { quote } = statement
    const claim = { statement, quotes: quote ? [quote] : [], texts: new Set(quote && [quote.exact]) }
    claims.push(claim)
    if (identity !== undefined) byIdentity.set(identity, claim)
  }
  return claims
}

/** What makes two claims of a source the same, as in src/claims/identity.ts, where names stand for ids. */
function identityOf(statement: Statement, published = ''): string {
  const { subject, relation, object, date, accordingTo, onBehalfOf } = statement
  const parts = [subject, relation, object, date ?? { text: published }, accordingTo, onBehalfOf]
  return JSON.stringify(parts.map((part) => part?.text ?? ''))
}

/** Adds what a later row says of the same claim, and reports what becomes of the row. */
function mergeInto(claim: Merging, statement: Statement, counts: Counts): void {
  const { place, quote } = statement
  const triple = tripleOf(statement)
  const related = [{ message: 'It is claimed here first.', place: claim.statement.place }]
  const key = differingKey(claim.statement, statement)
  if (key !== undefined) {
    counts.clashing += 1
    counts.report('csv-claim-clash', place, { triple, key }, related)
  } else if (quote && !claim.texts.has(quote.exact)) {
    counts.merged += 1
    claim.quotes.push(quote)
    claim.texts.add(quote.exact)
    counts.report('csv-quotes-merged', quote.place, { triple, quotes: claim.quotes.length }, related)
  } else {
    counts.repeated += 1
    counts.report('csv-repeated-row', place, { triple }, related)
  }
}

function tripleOf({ subject, relation, object }: Statement): string {
  return formatTriple(subject.text, relation.text, object.text)
}

/** A key in which two statements of one claim differ, other than the quote. */
function differingKey({ details: a }: Statement, { details: b }: Statement): string | undefined {
  return [...new Set([...a.keys(), ...b.keys()])].find(
    (key) => JSON.stringify(a.get(key)) !== JSON.stringify(b.get(key)),
  )
}
