/** What holds for the stance of any holder on any target in any graph. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecidedStance, StanceEntry } from '../../src/questions/stance-of.ts'
import { reorder } from '../graphs/build.ts'
import { actors, days, randomGraph } from '../graphs/random.ts'
import { ask } from './ask.ts'
import { decideByReference, entryText, type ReferenceDecision } from './reference-rule.ts'

const question = fc.record({
  holder: fc.constantFrom(...actors),
  asOf: fc.constantFrom(...days),
  rollUp: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
})

describe('stanceOf on random graphs', () => {
  it('answers as the rule says, word by word', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph, question, async (graph, { holder, asOf, rollUp }) => {
        for (const target of ['x', ...graph.claims.keys()]) {
          if (!graph.entities.has(target) && !graph.claims.has(target)) continue
          const answer = await ask(graph, holder, asOf, { target, rollUp })
          expect(asReference(answer)).toEqual(decideByReference(graph, { holder, target, asOf, rollUp }))
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('gives the same JSON whatever the order of the claims', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomGraph,
        question,
        fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 16, maxLength: 16 }),
        async (graph, { holder, asOf, rollUp }, order) => {
          const options = { rollUp, about: true }
          const answer = await ask(graph, holder, asOf, options)
          const reordered = await ask(reorder(graph, order), holder, asOf, options)
          expect(JSON.stringify(reordered)).toBe(JSON.stringify(answer))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('resolves every id, and lists no claim twice', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph, question, async (graph, { holder, asOf }) => {
        const answer = await ask(graph, holder, asOf, { about: true })
        for (const decided of [answer, ...(answer.about ?? [])]) {
          const ids = entriesOf(decided).map(({ claim }) => claim.id)
          expect(ids).toEqual([...new Set(ids)])
          for (const { claim, voice, path } of entriesOf(decided)) {
            const named = [
              claim.subject,
              claim.object,
              voice,
              ...path.flatMap((step) => [step.from, step.to, step.claim]),
            ]
            expect(named.filter((id) => !Object.hasOwn(answer.entities, id))).toEqual([])
            expect(Object.keys(answer.sources)).toContain(claim.source)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

function entriesOf({ deciding, superseded, leftOut, dissent }: DecidedStance): readonly StanceEntry[] {
  const decided = [...deciding, ...superseded, ...leftOut]
  // A voice's last word can be one that was superseded for the holder: the dissent may repeat it.
  return [...decided, ...dissent.filter(({ claim }) => decided.every((entry) => entry.claim.id !== claim.id))]
}

function asReference(decided: DecidedStance): ReferenceDecision {
  const text = ({ voice, claim, implied, path }: StanceEntry) =>
    entryText(
      voice,
      implied ? `implied by ${claim.id}` : claim.id,
      path.map((step) => step.claim),
    )
  return {
    stance: decided.stance,
    orderUncertain: decided.orderUncertain,
    deciding: decided.deciding.map(text).sort(),
    superseded: decided.superseded.map(text).sort(),
    leftOut: decided.leftOut.map((entry) => `${text(entry)}: ${entry.reason}`).sort(),
    dissent: decided.dissent.map(text).sort(),
  }
}
