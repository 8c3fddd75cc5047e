import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankByDay } from '../../src/questions/ranking.ts'

const day = fc.constantFrom('', '2024-01-01', '2024-01-02', '2024-02-01', '2025-01-01')

describe('rankByDay', () => {
  it('knows which of those that are there come last', () => {
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 20 }),
        fc.array(fc.tuple(fc.nat({ max: 19 }), fc.boolean()), { maxLength: 60 }),
        (days, changes) => {
          const ranking = rankByDay(days)
          const there = new Set<number>()
          for (const [index, present] of changes) {
            if (index >= days.length) continue
            ranking.set(index, present)
            if (present) there.add(index)
            else there.delete(index)
            const sorted = [...there]
              .map((one) => days[one] ?? '')
              .sort()
              .reverse()
            const ranked = [...ranking.fromLatest()]
            expect(ranking.latest()).toBe(sorted[0])
            expect(ranked.map((one) => days[one])).toEqual(sorted)
            expect(new Set(ranked)).toEqual(there)
          }
        },
      ),
    )
  })
})
