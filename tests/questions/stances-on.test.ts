import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidDayError, UnknownNameError, UnknownRelationError } from '../../src/questions/errors.ts'
import { stanceOf } from '../../src/questions/stance-of.ts'
import { stancesOn, type StancesAnswer, type StancesOptions } from '../../src/questions/stances-on.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'
import { graphOf, reorder, type WrittenClaim } from '../graphs/build.ts'
import { actors, days, randomGraph } from '../graphs/random.ts'

const written: readonly WrittenClaim[] = [
  ['Blinken —supports→ x', '2024-08-01', { id: 'blinken' }],
  ['Blinken —holds→ Secretary', '2021-01-26/2025-01-20', { id: 'office' }],
  ['Secretary —post in→ US', '', { id: 'post' }],
  ['US —opposes→ x', '2024-01-01', { id: 'us' }],
  ['Putin —opposes→ x', '2024-07-29', { id: 'putin' }],
  ['Putin —supports→ x', '2024-07-29', { id: 'putin again' }],
  ['Chile —abstains on→ x', '2024-07-29', { id: 'chile' }],
  ['Oslo —stays neutral on→ x', '2024-07-29', { id: 'oslo' }],
  ['Envoy —opposes→ x', '2024-07-30', { id: 'envoy', onBehalfOf: 'Peru' }],
  ['Syria —supports→ x', '2024-01-01/2024-06-01', { id: 'syria' }],
  ['Iran —supports→ x', '2024-02-01', { id: 'iran', retracted: '2024-03-01' }],
  ['Cuba —supports→ x', '2025-02-01', { id: 'later' }],
  ['Rome —opposes→ iran', '2024-07-01', { id: 'on a claim' }],
]
const graph = graphOf(written, {
  entities: [
    { id: 'Blinken', type: 'Person', name: 'Antony Blinken' },
    { id: 'Secretary', type: 'Position' },
    { id: 'US', type: 'Country' },
    { id: 'Putin', type: 'Person' },
    { id: 'Chile', type: 'Country' },
  ],
})
const store = memoryStore(graph)
const asOf = '2024-08-02'

function brief({ rows, unknown }: StancesAnswer): readonly string[] {
  return [
    ...rows.map((row) => [row.stance, row.holder, row.counted, row.deciding, row.newest.claim.id].join(', ')),
    ...unknown.map(({ holder, reasons }) => ['unknown', holder, ...reasons].join(', ')),
  ]
}

describe('stancesOn', () => {
  it('gives the camps, with countries first, and no position', async () => {
    expect(brief(await stancesOn(store, 'x', { asOf }))).toEqual([
      'supports, US, rolledUp, 1, blinken',
      'supports, Blinken, own, 1, blinken',
      'opposes, Envoy, own, 1, envoy',
      'opposes, Peru, rolledUp, 1, envoy',
      'withholds, Chile, own, 1, chile',
      'neutral, Oslo, own, 1, oslo',
      'mixed, Putin, own, 2, putin',
      'unknown, Iran, retracted',
      'unknown, Syria, ended',
    ])
  })

  it('asks as of a day, without voices, or for some relations', async () => {
    expect(brief(await stancesOn(store, 'x', { asOf: '2024-02-15' }))).toEqual([
      'supports, Syria, own, 1, syria',
      'opposes, US, own, 1, us',
      'unknown, Iran, retracted',
    ])
    const own = await stancesOn(store, 'x', { asOf, rollUp: false })
    expect(brief(own).filter((row) => /US|Peru/.test(row))).toEqual(['opposes, US, own, 1, us'])
    const narrowed = await stancesOn(store, 'x', { asOf, relations: ['abstains on', 'stays neutral on'] })
    expect(brief(narrowed)).toEqual(['withholds, Chile, own, 1, chile', 'neutral, Oslo, own, 1, oslo'])
  })

  it('counts whom a claim is according to as a supporter of that claim', async () => {
    const told = graphOf(
      [
        ['H —opposes→ x', '2024-05-01', { id: 'told', accordingTo: 'E', source: 'paper' }],
        ['E —speaks for→ F', '', { id: 'E for F' }],
      ],
      { sources: [{ id: 'paper', published: '2024-05-02' }] },
    )
    expect(brief(await stancesOn(memoryStore(told), 'told', { asOf }))).toEqual([
      'supports, E, own, 1, told',
      'supports, F, rolledUp, 1, told',
    ])
    expect(brief(await stancesOn(memoryStore(told), 'x', { asOf }))).toEqual(['unknown, H, attributed'])
  })

  it('gives the JSON that its types say, and resolves no more than its rows need', async () => {
    const answer = await stancesOn(store, 'X', { asOf, relations: ['supports'] })
    expect(answer.rows.map(({ holder }) => holder)).toEqual(['US', 'Blinken', 'Putin'])
    expect(JSON.parse(JSON.stringify(answer.rows[0]))).toEqual({
      holder: 'US',
      stance: 'supports',
      counted: 'rolledUp',
      counts: { supports: 1 },
      orderUncertain: false,
      deciding: 1,
      newest: {
        claim: expect.objectContaining({ id: 'blinken', subject: 'Blinken' }) as object,
        stance: 'supports',
        voice: 'Blinken',
        path: [
          { from: 'Blinken', relation: 'holds', to: 'Secretary', claim: 'office', certain: true },
          { from: 'Secretary', relation: 'post in', to: 'US', claim: 'post', certain: true },
        ],
      },
    })
    expect(Object.keys(answer.entities)).toEqual([
      'Blinken',
      'Iran',
      'Putin',
      'Secretary',
      'Syria',
      'US',
      'office',
      'post',
      'x',
    ])
    expect(Object.keys(answer.sources)).toEqual(['wire'])
  })

  it('rejects unknown names, relations and days', async () => {
    await expect(stancesOn(store, 'nobody at all')).rejects.toThrow(UnknownNameError)
    await expect(stancesOn(store, 'x', { relations: ['loves'] })).rejects.toThrow(UnknownRelationError)
    await expect(stancesOn(store, 'x', { asOf: '2024' })).rejects.toThrow(InvalidDayError)
  })

  it('takes time in proportion to the claims', async () => {
    const many = graphOf(
      Array.from({ length: 20_000 }, (_, n): readonly WrittenClaim[] => [
        [`V${n % 10_000} —supports→ x`, `20${10 + (n % 15)}-0${1 + (n % 9)}-1${n % 10}`, { id: `c${n}` }],
        ...(n < 10_000 ? [[`V${n} —speaks for→ C${n % 200}`, '', { id: `s${n}` }] as const] : []),
      ]).flat(),
    )
    const large = memoryStore(many)
    await large.bearingOn({ targets: ['x'] })
    const start = performance.now()
    const { rows } = await stancesOn(large, 'x', { asOf: '2025-12-31' })
    expect(rows).toHaveLength(10_200)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

describe('stancesOn random graphs', () => {
  const options = fc.record({
    asOf: fc.constantFrom(...days),
    rollUp: fc.boolean(),
    relations: fc.constantFrom(undefined, undefined, ['supports', 'opposes']),
  })
  const given = ({ relations, ...others }: { relations: readonly string[] | undefined }): StancesOptions => ({
    ...others,
    ...(relations && { relations }),
  })

  it('answers for each holder what stanceOf does, and leaves nobody out', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph, options, async (random, asked) => {
        const memory = memoryStore(random)
        for (const target of ['x', 'c1']) {
          const { rows, unknown } = await stancesOn(memory, target, given(asked))
          const rowOf = new Map(rows.map((row) => [row.holder, row]))
          for (const holder of actors) {
            const answer = await stanceOf(memory, holder, target, given(asked))
            const [newest] = answer.deciding
            const row = rowOf.get(holder)
            expect(row).toEqual(
              newest && {
                holder,
                stance: answer.stance,
                counted: answer.deciding.some(({ voice }) => voice === holder) ? 'own' : 'rolledUp',
                counts: answer.counts,
                orderUncertain: answer.orderUncertain,
                deciding: answer.deciding.length,
                newest,
              },
            )
            const said = [...answer.superseded, ...answer.leftOut].length > 0
            expect(unknown.some((one) => one.holder === holder)).toBe(!row && said)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('gives the same JSON whatever the order of the claims', async () => {
    const order = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 16, maxLength: 16 })
    await fc.assert(
      fc.asyncProperty(randomGraph, options, order, async (random, asked, places) => {
        const one = await stancesOn(memoryStore(random), 'x', given(asked))
        const other = await stancesOn(memoryStore(reorder(random, places)), 'x', given(asked))
        expect(JSON.stringify(other)).toBe(JSON.stringify(one))
      }),
      { numRuns: 200 },
    )
  })
})
