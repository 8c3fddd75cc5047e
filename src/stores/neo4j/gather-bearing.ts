/** Gathers from a database the claims that decide stances, with all that bears on whether they count. */
import type { Bearing, BearingQuery } from '../graph-store.ts'
import { actorsOf } from '../judges.ts'
import type { GraphView } from './graph-view.ts'
import { addJudges, claimsIn, judgedClaims, noClaims } from './known-claims.ts'
import { bearingBody, judgesBody } from './queries-on-stances.ts'
import type { Cells } from './read-values.ts'
import { sourceOf } from './store-columns.ts'

/**
 * What {@link Bearing} says: by one query, and one more for each turn in which what bears on claims was said by actors
 * whose own steps are not among what came, as where a denial of a denier's step is according to somebody else.
 */
export async function gatherBearing(view: GraphView, query: BearingQuery): Promise<Bearing> {
  const { holders, about = false } = query
  const targets = [...new Set(query.targets)]
  if (targets.length === 0) return { claims: [], sources: [] }
  const { schema } = await view.state()
  const kind = { ofHolders: holders !== undefined, about }
  const value = await view.ask(({ types }) => bearingBody(types, kind), { targets, holders })
  const sources = (value('sources') as readonly Cells[]).map((cells) => sourceOf(schema, cells))
  const known = noClaims(schema)
  const [subjects = [], stances = [], ...judges] = claimsIn(known, value)
  const claims = [...subjects, ...stances]
  const actors = claims.flatMap((claim) => actorsOf(schema, claim))
  addJudges(known, judges, actors)
  let { judged, unasked } = judgedClaims(known, claims)
  while (unasked.length > 0) {
    const more = await view.ask(({ types }) => judgesBody(types), { actors: unasked })
    addJudges(known, claimsIn(known, more), unasked)
    ;({ judged, unasked } = judgedClaims(known, claims))
  }
  return { claims: judged, sources }
}
