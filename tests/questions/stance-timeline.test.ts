import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim, KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { afterAllDays, dayAfter } from '../../src/questions/days.ts'
import { UnknownNameError, UnknownRelationError } from '../../src/questions/errors.ts'
import { stanceOf } from '../../src/questions/stance-of.ts'
import {
  stanceTimeline,
  type TimelineAnswer,
  type TimelineEntry,
  type TimelineOptions,
} from '../../src/questions/stance-timeline.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'
import { graphOf, reorder, type WrittenClaim } from '../graphs/build.ts'
import { actors, randomGraph } from '../graphs/random.ts'

function brief({ entries }: TimelineAnswer): readonly string[] {
  return entries.map(({ from = 'always', stance, deciding, orderUncertain }) =>
    [from, stance, ...deciding.map(({ claim }) => claim.id), ...(orderUncertain ? ['?'] : [])].join(' '),
  )
}

async function timeline(
  claims: readonly WrittenClaim[],
  options?: TimelineOptions,
): Promise<readonly string[]> {
  return brief(await stanceTimeline(memoryStore(graphOf(claims)), 'H', 'x', options))
}

describe('stanceTimeline', () => {
  it('has an entry for each change, and gaps after an end', async () => {
    expect(
      await timeline([
        ['H —supports→ x', '2013-01-01', { id: 'a' }],
        ['H —opposes→ x', '2019-01-01/2022-06-30', { id: 'b' }],
        ['H —supports→ x', '2023-05', { id: 'c' }],
        ['H —endorses→ x', '2023-07-01', { id: 'd' }],
      ]),
    ).toEqual([
      '2013-01-01 supports a',
      '2019-01-01 opposes b',
      '2022-07-01 unknown',
      '2023-05-31 supports c',
      '2023-07-01 supports d',
    ])
  })

  it('counts what is imprecise from the day on which it certainly has been said', async () => {
    expect(
      await timeline([
        ['H —opposes→ x', '2024-05-20', { id: 'a' }],
        ['H —supports→ x', '2024-05', { id: 'b' }],
      ]),
    ).toEqual(['2024-05-20 opposes a', '2024-05-31 mixed a b ?'])
  })

  it('follows denials, and denials of these', async () => {
    expect(
      await timeline([
        ['H —supports→ x', '2024-02-05', { id: 'a' }],
        ['H —opposes→ x', '2024-03-03', { id: 'b' }],
        ['D —speaks for→ H', '', { id: 'D for H' }],
        ['D —disputes→ b', '2024-03-04', { id: 'denial' }],
        ['H —disputes→ denial', '2024-04-01', { id: 'denial of it' }],
      ]),
    ).toEqual([
      '2024-02-05 supports a',
      '2024-03-03 opposes b',
      '2024-03-04 supports a',
      '2024-04-01 opposes b',
    ])
  })

  it('follows who speaks for whom', async () => {
    const claims: readonly WrittenClaim[] = [
      ['V —speaks for→ H', '2021/2025', { id: 'V for H' }],
      ['V —supports→ x', '2022-01-01', { id: 'a' }],
      ['V —opposes→ x', '2026-01-01', { id: 'later' }],
      ['H —disowns→ V for H', '2023-01-01', { id: 'disowned' }],
      ['H —disputes→ disowned', '2023-02-01', { id: 'owned again' }],
    ]
    expect(await timeline(claims)).toEqual([
      '2022-01-01 supports a',
      '2023-01-01 unknown',
      '2023-02-01 supports a',
    ])
    expect(await timeline(claims, { rollUp: false })).toEqual([])
  })

  it('has an entry where the same claims come to count in another way', async () => {
    expect(
      await timeline([
        ['V —supports→ x', '2022-01-01', { id: 'a' }],
        ['V —speaks for→ H', '', { id: '1' }],
        ['V —speaks for→ H', '', { id: '2' }],
        ['H —disowns→ 1', '2023-01-01', { id: 'disowned' }],
      ]),
    ).toEqual(['2022-01-01 supports a', '2023-01-01 supports a'])
  })

  it('has no first day where a stance has held before all days', async () => {
    expect(await timeline([['H —opposes→ x', '../2024-05-11', { id: 'a' }]])).toEqual([
      'always opposes a',
      '2024-05-12 unknown',
    ])
  })

  it('ends with the calendar', async () => {
    expect(await timeline([['H —opposes→ x', '2024-05-11/9999', { id: 'a' }]])).toEqual([
      '2024-05-11 opposes a',
    ])
  })

  it('can be narrowed to relations', async () => {
    const claims: readonly WrittenClaim[] = [
      ['H —endorses→ x', '2024-01-01', { id: 'a' }],
      ['H —opposes→ x', '2024-02-01', { id: 'b' }],
    ]
    expect(await timeline(claims, { relations: ['supports', 'endorses'] })).toEqual(['2024-01-01 supports a'])
  })

  it('gives the JSON that its types say', async () => {
    const graph = graphOf([
      ['V —supports→ x', '2024-01-01', { id: 'a' }],
      ['V —speaks for→ H', '', { id: 'v' }],
    ])
    const answer = await stanceTimeline(memoryStore(graph), 'h', 'X')
    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      holder: 'H',
      target: 'x',
      entries: [
        {
          from: '2024-01-01',
          stance: 'supports',
          counts: { supports: 1 },
          orderUncertain: false,
          deciding: [
            {
              claim: {
                id: 'a',
                subject: 'V',
                relation: 'supports',
                object: 'x',
                stance: 'supports',
                date: '2024-01-01',
                earliest: '2024-01-01',
                latest: '2024-01-01',
                source: 'wire',
                quotes: [],
                properties: {},
              },
              stance: 'supports',
              voice: 'V',
              path: [{ from: 'V', relation: 'speaks for', to: 'H', claim: 'v', certain: true }],
            },
          ],
        },
      ],
      entities: {
        H: { type: 'Organization', name: 'H' },
        V: { type: 'Organization', name: 'V' },
        v: { type: 'Claim', name: 'V speaks for H' },
        x: { type: 'Organization', name: 'x' },
      },
      sources: { wire: { type: 'Article', published: '2024-12-31', properties: {} } },
    })
  })

  it('rejects unknown names and relations', async () => {
    const store = memoryStore(graphOf([['H —supports→ x', '2024-01-01']]))
    await expect(stanceTimeline(store, 'H', 'nobody at all')).rejects.toThrow(UnknownNameError)
    await expect(stanceTimeline(store, 'H', 'x', { relations: ['loves'] })).rejects.toThrow(
      UnknownRelationError,
    )
  })

  it('takes time in proportion to the claims, however they supersede or are denied', async () => {
    const dayOf = (n: number) => new Date(Date.UTC(1950, 0, 1 + n)).toISOString().slice(0, 10)
    const relations = ['supports', 'opposes', 'abstains on']
    const said = Array.from({ length: 20_000 }, (_, n): WrittenClaim => [
      `V${n % 50} —${relations[n % 3] ?? ''}→ x`,
      dayOf(n),
      { id: `c${n}` },
    ])
    const speaking = Array.from({ length: 50 }, (_, n): WrittenClaim => [
      `V${n} —speaks for→ H`,
      '',
      { id: `s${n}` },
    ])
    const denied = said.map((_, n): WrittenClaim => [`H —disputes→ c${n}`, dayOf(n + 1), { id: `d${n}` }])
    for (const [claims, length] of [
      [[...said, ...speaking], 20_000],
      [[...said, ...speaking, ...denied], 20_001],
    ] as const) {
      const store = memoryStore(graphOf(claims))
      await store.bearingOn({ targets: ['x'], holders: ['H'] })
      const start = performance.now()
      expect((await stanceTimeline(store, 'H', 'x')).entries).toHaveLength(length)
      expect(performance.now() - start).toBeLessThan(5_000)
    }
  })
})

describe('stanceTimeline on random graphs', () => {
  const question = fc.record({ holder: fc.constantFrom(...actors), rollUp: fc.boolean() })

  it('is what stanceOf answers, on the days around every bound and between', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph, question, async (graph, { holder, rollUp }) => {
        const store = memoryStore(graph)
        for (const target of ['x', 'c1']) {
          const { entries } = await stanceTimeline(store, holder, target, { rollUp })
          for (const asOf of daysAround(graph)) {
            const answer = await stanceOf(store, holder, target, { asOf, rollUp })
            const { stance, counts, orderUncertain, deciding } = entryOn(entries, asOf)
            expect({ asOf, stance, counts, orderUncertain, deciding }).toEqual({
              asOf,
              stance: answer.stance,
              counts: answer.counts,
              orderUncertain: answer.orderUncertain,
              deciding: answer.deciding,
            })
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('has no entry that says what the one before it says', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph, question, async (graph, { holder, rollUp }) => {
        const { entries } = await stanceTimeline(memoryStore(graph), holder, 'x', { rollUp })
        const said = entries.map((entry) => JSON.stringify({ ...entry, from: undefined }))
        expect(said.filter((one, index) => one === said[index - 1])).toEqual([])
        expect(entries[0]?.stance).not.toBe('unknown')
        const days = entries.map(({ from = '' }) => from)
        expect(days).toEqual([...new Set(days)].sort())
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same JSON whatever the order of the claims', async () => {
    const order = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 16, maxLength: 16 })
    await fc.assert(
      fc.asyncProperty(randomGraph, question, order, async (graph, { holder, rollUp }, places) => {
        const one = await stanceTimeline(memoryStore(graph), holder, 'x', { rollUp })
        const other = await stanceTimeline(memoryStore(reorder(graph, places)), holder, 'x', { rollUp })
        expect(JSON.stringify(other)).toBe(JSON.stringify(one))
      }),
      { numRuns: 200 },
    )
  })
})

const unknown: TimelineEntry = { stance: 'unknown', counts: {}, orderUncertain: false, deciding: [] }

function entryOn(entries: readonly TimelineEntry[], day: string): TimelineEntry {
  return entries.findLast(({ from = '' }) => from <= day) ?? unknown
}

/** Every day that a claim or source of the graph names, with the days before and after it. */
function daysAround({ claims, sources }: KnowledgeGraph): readonly string[] {
  const named = [...claims.values()].flatMap(({ earliest, latest, untilEarliest, until }: Claim) => [
    earliest,
    latest,
    untilEarliest,
    until,
  ])
  const published = [...sources.values()].map((source) => source.published)
  const days = [...named, ...published].filter((day) => day !== undefined)
  return [...new Set(days.flatMap((day) => [dayBefore(day), day, dayAfter(day)]))].sort()
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

describe('dayAfter', () => {
  it.each([
    ['2024-02-28', '2024-02-29'],
    ['2023-02-28', '2023-03-01'],
    ['2024-12-31', '2025-01-01'],
    ['2024-09-09', '2024-09-10'],
    ['0099-12-31', '0100-01-01'],
    ['9999-12-31', afterAllDays],
  ])('of %s is %s', (day, next) => {
    expect(dayAfter(day)).toBe(next)
  })
})
