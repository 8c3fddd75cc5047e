/** Drafts → the graph: resolves names, applies every rule, and builds what is valid. */
import { parseDate, type ParsedDate } from '../dates/edtf.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { nameFinder } from '../names/nearest.ts'
import { placeOfKey } from '../yaml/yaml-node.ts'
import type { Check, SchemaReading } from './check.ts'
import { checkClaim, type Run } from './check-claim.ts'
import type { Drafts, SourceDraft } from './drafts.ts'
import { frugal, nameTable, type Named } from './names.ts'
import { isLine, readClaimLine } from './read-lines.ts'
import { checkClaimCycles } from './rules/claim-cycles.ts'
import { buildEntity, checkEntityNames, declareEntities } from './rules/entities.ts'
import { prepareTexts, type QuoteCounts } from './rules/quotes-in-text.ts'
import { readSource, type CheckedSource } from './rules/sources.ts'
import { checkUniqueIds } from './rules/unique-ids.ts'
import { unreadNames } from './unread-names.ts'

/** What came of a check: the graph of all that is valid, and what was counted on the way. */
export interface CheckedClaims {
  readonly graph: KnowledgeGraph
  readonly quotes: QuoteCounts
  /** Claims that took the publication date of their source. */
  readonly datedBySource: number
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
  const unread = {
    schema: unreadNames(reading.failedTexts, false),
    data: unreadNames(drafts.failedTexts, drafts.lostFiles.length > 0),
  }
  const reader = { ...reading, report, unread }
  const declared = declareEntities(drafts.entities, reader)
  const claimIds = new Set(drafts.givenIds.map(({ id }) => id))
  const givenIds = checkUniqueIds(drafts.sources, declared, drafts.givenIds, reader)
  checkEntityNames(declared, claimIds, reader)
  const claimNames = Array.from(claimIds, (id): Named => ({ id, kind: 'claim', type: 'Claim', names: [] }))
  const sourceIds = new Set(drafts.sources.map(({ id }) => id))
  const names = nameTable([...claimNames, ...declared], sourceIds)
  const nearestSource = frugal(nameFinder(sourceIds))
  const check: Check = { ...reader, names, nearestSource, parseDate: dateParser() }
  const run: Run = {
    check,
    texts: prepareTexts(texts),
    sources: readSources(drafts.sources, check),
    givenIds,
    made: new Map(),
    claims: [],
    aboutClaims: [],
    undated: new Map(),
    datedBySource: 0,
    quotes: { verified: 0, unchecked: 0 },
  }
  const entities = declared.flatMap((entity) => buildEntity(entity, check) ?? [])
  checkAll(drafts, run)
  const sources = Array.from(run.sources.values(), ({ source }) => source)
  return {
    graph: {
      schema: reading.schema,
      sources: byId(sources),
      entities: byId(entities),
      claims: byId(run.claims),
    },
    quotes: run.quotes,
    datedBySource: run.datedBySource,
  }
}

function dateParser(): (text: string) => ParsedDate {
  const parsed = new Map<string, ParsedDate>()
  return (text) => {
    const known = parsed.get(text)
    if (known) return known
    const date = parseDate(text)
    parsed.set(text, date)
    return date
  }
}

/** All sources by id; of several with one id, which has been reported, the first. */
function readSources(drafts: readonly SourceDraft[], check: Check): ReadonlyMap<string, CheckedSource> {
  const sources = new Map<string, CheckedSource>()
  for (const draft of drafts) {
    const source = readSource(draft, check)
    if (!sources.has(draft.id)) sources.set(draft.id, source)
  }
  return sources
}

/** Checks the claims one by one, and then what they are together. */
function checkAll(drafts: Drafts, run: Run): void {
  const { report } = run.check
  for (const [i, origin] of drafts.claims.entries()) {
    const draft = isLine(origin) ? readClaimLine(origin, report) : origin
    // Of a line that has been read only its number is kept: a million texts would not fit.
    const kept = isLine(origin) ? { ...origin, text: '' } : origin
    drafts.claims[i] = kept
    if (draft) checkClaim(draft, kept, run)
  }
  checkClaimCycles(run.aboutClaims, report)
  for (const { file, key, id } of drafts.sources) {
    const claims = run.undated.get(id)
    run.undated.delete(id)
    if (claims) report('missing-published', placeOfKey(file, key), { source: id, claims })
  }
}

/** Everything by id, in the order of ids, so that the order of files and claims makes no difference. */
function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>()
  for (const item of [...items].sort((a, b) => (a.id < b.id ? -1 : 1))) map.set(item.id, item)
  return map
}
