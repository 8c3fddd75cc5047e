/** Answers what {@link GraphStore} asks from a knowledge graph in memory, with graphology for what is next to what. */
import type { MultiDirectedGraph } from 'graphology'
import { CypherError } from '../cypher/cypher-error.ts'
import type { PropertyGraph } from '../cypher/property-graph.ts'
import type { Claim, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import {
  around,
  between,
  claimsOn,
  countClaimsOn,
  indexClaims,
  pick,
  type ClaimIndex,
} from './claim-index.ts'
import { findClashes } from './clashes.ts'
import type { Bearing, BearingQuery, GraphStore, Things } from './graph-store.ts'
import { withJudges, type Surroundings } from './judges.ts'
import { lazy } from './lazy.ts'
import { nameIndex } from './name-index.ts'

/** A store in memory, with its graph in both forms for those who want to walk it themselves. */
export interface MemoryStore extends GraphStore {
  readonly graph: KnowledgeGraph
  /**
   * The same graph as nodes and edges, built when first asked for; multigraph.ts says what they carry. The
   * store answers from it too: change only attributes that you added.
   */
  readonly graphology: MultiDirectedGraph
}

/** A store that answers from `graph`, which must not change afterwards. Indexes are built when first needed. */
export function memoryStore(graph: KnowledgeGraph): MemoryStore {
  const index = indexClaims(graph)
  const find = lazy(() => nameIndex(graph, index.mentioned()))
  let queried: PropertyGraph | undefined
  const store: MemoryStore = {
    graph,
    get graphology() {
      return index.multigraph()
    },
    schema: () => Promise.resolve(graph.schema),
    find: (texts) => answer(() => texts.map(find())),
    lookUp: (ids) => answer(() => lookUp(graph, ids)),
    bearingOn: (query) => answer(() => bearingOn(index, query)),
    claimsAround: (id, other) => answer(() => [...withClaimsAbout(index, around(index, id, other))]),
    edgesAround: (ids) => answer(() => [...new Set(ids.flatMap((id) => around(index, id)))]),
    clashes: () => answer(() => findClashes(graph)),
    cypher: async (text, parameters = {}, { signal, onNotice, ...limits } = {}) => {
      const [{ runQuery }, { cypherGraph }] = await loadEngine()
      const options = {
        parameters,
        limits: given(limits),
        ...(signal && { signal }),
        ...(onNotice && { onNotice }),
      }
      return await runQuery((queried ??= cypherGraph(graph)), text, options).catch((error: unknown) => {
        // As is usual with signals, and as on a server.
        throw isAborted(error) ? signal?.reason : error
      })
    },
    snapshot: () => store,
    close: () => Promise.resolve(),
  }
  return store
}

/** The engine is loaded with the first query, and asked for once: an import takes longer than a small query. */
const loadEngine = lazy(() => Promise.all([import('../cypher/query.ts'), import('./cypher-graph.ts')]))

/** Those that are not undefined, which would stand in place of defaults. */
function given<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>
}

function isAborted(error: unknown): boolean {
  return error instanceof CypherError && error.errorClass === 'Aborted'
}

/** A promise of what `compute` returns, rejected where it throws. */
function answer<T>(compute: () => T): Promise<T> {
  return new Promise((resolve) => resolve(compute()))
}

function lookUp(graph: KnowledgeGraph, ids: readonly string[]): Things {
  return {
    entities: pick(graph.entities, ids),
    sources: pick(graph.sources, ids),
    claims: pick(graph.claims, ids),
  }
}

function bearingOn(index: ClaimIndex, query: BearingQuery): Bearing {
  const targets = new Set(query.targets)
  const subjects = new Set(pick(index.graph.claims, targets))
  if (query.about) {
    for (const target of query.targets) for (const claim of around(index, target)) subjects.add(claim)
    for (const claim of subjects) targets.add(claim.id)
  }
  const actors = query.holders && everSpeakingFor(index, query.holders)
  const claims = withJudges(surroundings(index), [...subjects, ...stancesOn(index, targets, actors)])
  const sources = Array.from(subjects, ({ source = '' }) => source)
  return { claims, sources: pick(index.graph.sources, sources) }
}

/** The actors themselves and all subjects of `speaks_for` claims that lead to them. */
function everSpeakingFor(index: ClaimIndex, actors: readonly string[]): ReadonlySet<string> {
  const found = new Set(actors)
  for (const actor of found) {
    for (const { subject } of index.speakingTo().get(actor) ?? []) found.add(subject)
  }
  return found
}

/** The claims with a stance on `targets`: all of them, or those by or on behalf of one of `actors`. */
function* stancesOn(
  index: ClaimIndex,
  targets: ReadonlySet<string>,
  actors: ReadonlySet<string> | undefined,
): Generator<Claim> {
  for (const target of targets) {
    const claims = actors ? claimsByOn(index, actors, target) : claimsOn(index, target)
    for (const claim of claims) if (claim.stance !== undefined) yield claim
  }
}

/** Looks from whichever side has less to look through. */
function claimsByOn(index: ClaimIndex, actors: ReadonlySet<string>, object: string): readonly Claim[] {
  if (countClaimsOn(index, object) > actors.size) {
    return [...actors].flatMap((actor) => [
      ...between(index, actor, object),
      ...(index.onBehalf().get(actor)?.get(object) ?? []),
    ])
  }
  return claimsOn(index, object).filter(
    ({ subject, onBehalfOf = subject }) => actors.has(subject) || actors.has(onBehalfOf),
  )
}

function surroundings(index: ClaimIndex): Surroundings {
  return {
    schema: index.graph.schema,
    denialsOf: (claim) => index.denials().get(claim) ?? [],
    stepsFrom: (actor) => index.speakingFrom().get(actor) ?? [],
  }
}

function withClaimsAbout(index: ClaimIndex, claims: readonly Claim[]): ReadonlySet<Claim> {
  const found = new Set(claims)
  for (const claim of found) for (const about of index.about().get(claim.id) ?? []) found.add(about)
  return found
}
