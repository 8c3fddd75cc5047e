/** Small random graphs in which claims bear on each other in every way that the stance rule knows. */
import fc from 'fast-check'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { graphOf, type WrittenClaim } from './build.ts'

/** The actors of random graphs. */
export const actors = ['H', 'U', 'V', 'W'] as const

/** The days on which random graphs are asked. */
export const days = ['2024-05-10', '2024-05-12', '2024-06-15', '2025-01-01'] as const

const actor = fc.constantFrom(...actors)
const singleDate = fc.constantFrom('2024-05-10', '2024-05-11', '2024-05-12', '2024-06-15', '2024-05', '2024')
const interval = fc.constantFrom(
  '2024-05-10/2024-05-12',
  '2024-05/2024-06',
  '2024/..',
  '../2024-05-11',
  '2023-01-01/2024-05-10',
  '2023/2024-05',
)

/** In most graphs most claims are plain ones. */
const rarely = <T>(value: fc.Arbitrary<T>, times = 1) =>
  fc.oneof({ weight: 10 - times, arbitrary: fc.constant(undefined) }, { weight: times, arbitrary: value })

const parts = fc
  .record({
    accordingTo: rarely(fc.constantFrom(...actors, 'unnamed'), 2),
    onBehalfOf: rarely(actor),
    retracted: rarely(fc.constant('2024-07-01')),
    source: fc.constantFrom('wire', 'early', 'undated'),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))

const stanceRelation = fc.constantFrom('supports', 'opposes', 'abstains on', 'stays neutral on')

const onTarget = fc.tuple(
  fc.tuple(actor, stanceRelation).map(([subject, relation]) => `${subject} —${relation}→ x`),
  fc.oneof({ weight: 4, arbitrary: singleDate }, { weight: 1, arbitrary: interval }),
  parts,
)

const speaking = fc.tuple(
  fc.tuple(actor, actor).map(([subject, object]) => `${subject} —speaks for→ ${object}`),
  fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 2, arbitrary: interval }),
  parts,
)

/** On an earlier claim, by its place. */
const onClaim = fc.tuple(
  fc.tuple(actor, fc.constantFrom('disputes', 'disputes', 'supports', 'disowns'), fc.nat({ max: 30 })),
  singleDate,
  parts,
)

/** Graphs of up to 16 claims, with the ids `c0`, `c1` and so on; every claim on a claim is on an earlier one. */
export const randomGraph: fc.Arbitrary<KnowledgeGraph> = fc
  .tuple(
    fc.array(speaking, { maxLength: 5, size: 'max' }),
    fc.array(onTarget, { minLength: 2, maxLength: 6, size: 'max' }),
    fc.array(onClaim, { maxLength: 5, size: 'max' }),
  )
  .map(([steps, stances, aboutClaims]) => {
    const claims: WrittenClaim[] = [...steps, ...stances].map(([triple, date, rest], index) => [
      triple,
      date,
      { ...rest, id: `c${index}` },
    ])
    for (const [[subject, relation, place], date, rest] of aboutClaims) {
      const object = `c${place % claims.length}`
      claims.push([`${subject} —${relation}→ ${object}`, date, { ...rest, id: `c${claims.length}` }])
    }
    const sources = [{ id: 'early', published: '2024-05-11' }, { id: 'undated' }]
    return graphOf(claims, { entities: actors.map((id) => ({ id })), sources })
  })
