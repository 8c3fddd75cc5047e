/** Finds in a database the nodes that a person can mean by a text. */
import { nfc } from '../../names/nfc.ts'
import { longestTerm, searchTerm } from '../../neo4j/search-term.ts'
import type { NamedNode, NameMatches } from '../graph-store.ts'
import { indexNames, type NamedThing } from '../name-index.ts'
import type { GraphView } from './graph-view.ts'
import { findBody, similarBody } from './queries-on-names.ts'
import type { Cells } from './read-values.ts'
import { similarTo } from './similar-names.ts'

/** What {@link NameMatches} says, for each text: by one query, and one more where a text fits nothing. */
export async function findNames(view: GraphView, texts: readonly string[]): Promise<readonly NameMatches[]> {
  if (texts.length === 0) return []
  const value = await view.ask(({ types }) => findBody(types), { texts: texts.map(toSearch) })
  const things = (value('named') as readonly Cells[]).map(namedThing)
  const claims = (value('exact') as readonly Cells[]).map(namedClaim)
  const nodes = new Map([...claims, ...things].map((node): [string, NamedNode] => [node.id, node]))
  const found = texts.map(indexNames({ withId: (id) => nodes.get(id), things: () => things }))
  const missed = texts.filter((_, place) => found[place]?.matches.length === 0)
  const similar = missed.length > 0 ? await findSimilar(view, missed) : undefined
  return found.map((matches, place) => similar?.get(texts[place] ?? '') ?? matches)
}

/** In quotes, the index takes all of a text for one term, and only these two characters are more than themselves. */
function toSearch(text: string): { readonly id: string; readonly query: string } {
  return { id: nfc(text), query: `"${searchTerm(text).replace(/["\\]/g, String.raw`\$&`)}"` }
}

/** Of texts that fit nothing, the nodes with similar names. */
async function findSimilar(
  view: GraphView,
  texts: readonly string[],
): Promise<ReadonlyMap<string, NameMatches>> {
  const similar = texts.map(similarTo).filter((one) => one !== undefined)
  if (similar.length === 0) return new Map()
  const value = await view.ask(() => similarBody, { texts: similar, cut: longestTerm })
  const things = (value('named') as readonly Cells[]).map(namedThing)
  const find = indexNames({ withId: () => undefined, things: () => things })
  return new Map(texts.map((text) => [text, find(text)]))
}

/** Claim nodes have no other name than their id. */
function namedThing([id, type, name, aliases]: Cells): NamedThing {
  const node = { id: id as string, type: type as string, name: name as string }
  if (type === 'Claim') return { ...node, names: [node.id] }
  return { ...node, names: [node.id, node.name, ...((aliases ?? []) as readonly string[])] }
}

function namedClaim([id, subject, relation, object]: Cells): NamedNode {
  return { id: id as string, type: 'Claim', name: [subject, relation, object].join(' ') }
}
