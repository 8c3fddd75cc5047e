/** Writes a graph as JSON Lines, which read back to the same graph. */
import type { Claim, Entity, KnowledgeGraph, Quote, Source } from '../graph/knowledge-graph.ts'
import { schemaRecord } from '../graph/schema-record.ts'
import { ExportError } from './export-error.ts'
import { sortedGraph } from './rows.ts'

/** Lines are put together until they have this many characters. */
const chunkSize = 65_536

/**
 * The graph as JSON Lines, in chunks: the graph schema first, then sources, entities and claims by id. A joint
 * statement is one line with its lists, where the first of its claims stands. An `id` is written only where the author
 * gave one. Throws {@link ExportError} where the claims of a joint statement are not one for each pair of its subjects
 * and objects.
 */
export function* toJsonLines(graph: KnowledgeGraph): Generator<string, void, undefined> {
  let chunk = ''
  for (const thing of thingsOf(sortedGraph(graph))) {
    chunk += `${JSON.stringify(thing)}\n`
    if (chunk.length < chunkSize) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

type Thing = Readonly<Record<string, unknown>>

function* thingsOf(graph: KnowledgeGraph): Generator<Thing> {
  yield { schema: schemaRecord(graph.schema) }
  for (const source of graph.sources.values()) yield { source: sourceRecord(source) }
  for (const entity of graph.entities.values()) yield { entity: entityRecord(entity) }
  for (const claim of graph.claims.values()) {
    const { id, joint = [id] } = claim
    if (joint[0] === id) yield { claim: claimRecord(claim, endsOf(claim, joint, graph), graph) }
  }
}

function sourceRecord({ id, type, properties, ...others }: Source): Thing {
  const { title, publisher, author, published, url, language, text, note } = others
  return { id, type, title, publisher, author, published, url, language, text, note, ...properties }
}

function entityRecord({ id, type, name, aliases, wikidata, note, properties }: Entity): Thing {
  return { id, type, name, aliases: aliases.length > 0 ? aliases : undefined, wikidata, note, ...properties }
}

interface Ends {
  readonly subject: string | readonly string[]
  readonly object: string | readonly string[]
}

/** The lists of a joint statement. */
function endsOf(claim: Claim, joint: readonly string[], { claims }: KnowledgeGraph): Ends {
  if (joint.length === 1) return claim
  const parts = joint.map((id) => claims.get(id) ?? claim)
  const subjects = [...new Set(parts.map(({ subject }) => subject))]
  const objects = [...new Set(parts.map(({ object }) => object))]
  const pairs = new Set(parts.map(({ subject, object }) => JSON.stringify([subject, object])))
  if (pairs.size !== joint.length || subjects.length * objects.length !== joint.length) {
    throw new ExportError(
      `The claim \`${claim.id}\` cannot be written: the claims of its joint statement are not one for each pair of subject and object.`,
    )
  }
  return { subject: oneOrAll(subjects), object: oneOrAll(objects) }
}

function oneOrAll(names: readonly string[]): string | readonly string[] {
  const [first] = names
  return names.length === 1 && first !== undefined ? first : names
}

function claimRecord(claim: Claim, { subject, object }: Ends, { schema }: KnowledgeGraph): Thing {
  const { id, named, relation, source, date, quotes, condition, retracted, note, properties } = claim
  const isOwnStance = schema.relations.get(relation)?.stance === 'per claim'
  return {
    id: named ? id : undefined,
    subject,
    relation,
    object,
    source,
    date,
    stance: isOwnStance ? (claim.statedStance ?? claim.stance) : undefined,
    quote: quotes.length > 0 ? quotes.map(quoteRecord) : undefined,
    according_to: claim.accordingTo,
    on_behalf_of: claim.onBehalfOf,
    condition,
    retracted,
    note,
    ...properties,
  }
}

function quoteRecord({ exact, translation, start, end }: Quote): string | Thing {
  return translation === undefined && start === undefined ? exact : { exact, translation, start, end }
}
