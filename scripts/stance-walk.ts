/** The baseline of the bench: a stance question answered by a walk written for the generated project alone. */
import type { MultiDirectedGraph } from 'graphology'
import type { Claim, KnowledgeGraph } from '../src/graph/knowledge-graph.ts'
import type { PathStep } from '../src/questions/speaking.ts'

interface Word {
  readonly claim: Claim
  readonly stance: string
  readonly voice: string
  readonly path: readonly PathStep[]
}

/**
 * What `stanceOf` answers about the probe of generate-project.ts, whose claims all have full and different days, and
 * are neither attributed, denied, retracted nor on behalf of anybody. Nothing else is looked at.
 */
export function walkStance(
  graph: KnowledgeGraph,
  multigraph: MultiDirectedGraph,
  question: { readonly holder: string; readonly target: string; readonly asOf: string },
): object {
  const { holder, target, asOf } = question
  const words = wordsOn(graph, multigraph, question).sort((a, b) => compare(dayOf(b), dayOf(a)))
  const [last, ...superseded] = words
  const stance = last?.stance ?? 'unknown'
  const newest = new Map<string, Word>()
  for (const word of words) if (!newest.has(word.voice)) newest.set(word.voice, word)
  const dissent = [...newest.values()].filter((word) => word.stance !== stance)
  return {
    holder,
    target,
    asOf,
    stance,
    counts: { [stance]: 1 },
    orderUncertain: false,
    deciding: last ? [entryOf(last)] : [],
    superseded: superseded.map(entryOf),
    leftOut: [],
    dissent: dissent.map(entryOf),
    ...resolve(graph, question, words),
  }
}

function wordsOn(
  graph: KnowledgeGraph,
  multigraph: MultiDirectedGraph,
  { holder, target, asOf }: { readonly holder: string; readonly target: string; readonly asOf: string },
): Word[] {
  const words: Word[] = []
  multigraph.forEachInEdge(target, (id) => {
    const claim = graph.claims.get(id)
    if (claim?.stance === undefined || dayOf({ claim }) > asOf) return
    const path = pathTo(graph, multigraph, claim, holder)
    if (path) words.push({ claim, stance: claim.stance, voice: claim.subject, path })
  })
  return words
}

/** Breadth first along the `speaks_for` claims that are in force on the day of the claim. */
function pathTo(
  graph: KnowledgeGraph,
  multigraph: MultiDirectedGraph,
  said: Claim,
  holder: string,
): PathStep[] | undefined {
  const day = dayOf({ claim: said })
  const paths = new Map<string, PathStep[]>([[said.subject, []]])
  for (const [actor, path] of paths) {
    if (actor === holder) return path
    multigraph.forEachOutEdge(actor, (id) => {
      const claim = graph.claims.get(id)
      if (!claim || !graph.schema.relations.get(claim.relation)?.speaksFor || paths.has(claim.object)) return
      if ((claim.earliest ?? '') > day || (claim.until ?? '~') < day) return
      const step = { from: actor, relation: claim.relation, to: claim.object, claim: id, certain: true }
      paths.set(claim.object, [...path, step])
    })
  }
  return undefined
}

function entryOf({ claim, stance, voice, path }: Word): object {
  const { named: _named, ...record } = claim
  return { claim: record, stance, voice, path }
}

function resolve(
  graph: KnowledgeGraph,
  { holder, target }: { readonly holder: string; readonly target: string },
  words: readonly Word[],
): object {
  const ids = new Set([holder, target])
  for (const { claim, path } of words) {
    ids.add(claim.subject).add(claim.object)
    if (claim.source !== undefined) ids.add(claim.source)
    for (const step of path) ids.add(step.from).add(step.to).add(step.claim)
  }
  const entities: [string, object][] = []
  const sources: [string, object][] = []
  for (const id of [...ids].sort(compare)) {
    const entity = graph.entities.get(id)
    const claim = graph.claims.get(id)
    const source = graph.sources.get(id)
    if (entity) entities.push([id, { type: entity.type, name: entity.name }])
    if (claim)
      entities.push([id, { type: 'Claim', name: `${claim.subject} ${claim.relation} ${claim.object}` }])
    if (source) {
      const { id: _id, ...record } = source
      sources.push([id, record])
    }
  }
  return { entities: Object.fromEntries(entities), sources: Object.fromEntries(sources) }
}

function dayOf({ claim }: { readonly claim: Claim }): string {
  return claim.earliest ?? ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
