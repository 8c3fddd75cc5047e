/** The sentences of docs/stance.md that its cases leave open, section by section. */
import { describe, expect, it } from 'vitest'
import { stanceOf } from '../../src/questions/stance-of.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'
import { graphOf, type GraphParts, type WrittenClaim } from '../graphs/build.ts'
import { ask, brief } from './ask.ts'

type AskOptions = Parameters<typeof ask>[3]

/** The decision in few words, on the target `x`. */
async function decided(
  claims: readonly WrittenClaim[],
  holder: string,
  asOf: string,
  options?: AskOptions,
  parts?: GraphParts,
): Promise<Record<string, unknown>> {
  return brief(await ask(graphOf(claims, parts), holder, asOf, options))
}

const unknown = { stance: 'unknown' }
const bySpokesman = { stance: 'supports', deciding: ['V supports x 2024-05-01'] }
const spoken: WrittenClaim = ['V —supports→ x', '2024-05-01']

describe('the day of the question', () => {
  it('is today in UTC by default', async () => {
    const answer = await stanceOf(memoryStore(graphOf([['H —supports→ x', '2024-01-01']])), 'H', 'x')
    expect(answer.asOf).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(Math.abs(Date.parse(answer.asOf) - Date.now())).toBeLessThan(2 * 86_400_000)
  })

  it('cuts on the day of the act, never on that of publication', async () => {
    expect(await decided([['H —supports→ x', '2024-01-01']], 'H', '2024-01-01')).toMatchObject({
      stance: 'supports',
    })
  })

  it('does not know what begins later', async () => {
    expect(await decided([['H —supports→ x', '2024-01-02']], 'H', '2024-01-01')).toEqual(unknown)
  })
})

describe('1. candidates', () => {
  it('are claims on the target itself', async () => {
    expect(
      await decided(
        [
          ['H —supports→ y', '2024-01-01'],
          ['x —supports→ H', '2024-01-01'],
        ],
        'H',
        '2024-02-01',
      ),
    ).toEqual(unknown)
  })

  it('have a stance', async () => {
    expect(await decided([['H —meets→ x', '2024-01-01']], 'H', '2024-02-01')).toEqual(unknown)
  })

  it('follow a path of several steps, each in force on the day of the claim', async () => {
    const claims: readonly WrittenClaim[] = [
      ['Blinken —holds→ Secretary of State', '2021-01-26/2025-01-20', { id: 'office' }],
      ['Secretary of State —post in→ US', '', { id: 'post' }],
      ['Blinken —supports→ x', '2024-08-01'],
    ]
    const answer = await ask(graphOf(claims), 'US', '2024-08-02')
    expect(answer.deciding[0]?.path).toEqual([
      { from: 'Blinken', relation: 'holds', to: 'Secretary of State', claim: 'office', certain: true },
      { from: 'Secretary of State', relation: 'post in', to: 'US', claim: 'post', certain: true },
    ])
    expect(await decided(claims.slice(1), 'US', '2024-08-02')).toEqual(unknown)
  })

  it('do not count for whom the holder speaks for', async () => {
    expect(await decided([['H —speaks for→ V', ''], spoken], 'H', '2024-06-01')).toEqual(unknown)
  })

  it.each([
    ['begins and ends on the day', '2024-05-01/2024-05-01', true],
    ['ends the day before', '2024-01-01/2024-04-30', undefined],
    ['begins the day after', '2024-05-02/2024-12-31', undefined],
    ['begins on a day that is not known, this one perhaps', '2024-05/2024-12-31', false],
    ['ends on a day that is not known, an earlier one perhaps', '2023-01-01/2024', false],
    ['has an open end', '2024-05-01/..', true],
    ['has an open beginning', '../2024-05-01', true],
  ])('know a step that %s', async (_name, date, certain) => {
    const answer = await ask(graphOf([['V —speaks for→ H', date], spoken]), 'H', '2024-06-01')
    expect(answer.deciding[0]?.path[0]?.certain).toBe(certain)
  })

  it.each([
    ['2024-05-01/2024-05-31', true],
    ['2024-05-10/2024-05-31', false],
    ['2024-05-01/2024-05-30', false],
    ['2024-05-31/..', false],
    ['2024-06-01/..', undefined],
    ['../2024-04-30', undefined],
  ])('hold an imprecise day against every step (%s)', async (date, certain) => {
    const claims: readonly WrittenClaim[] = [
      ['V —speaks for→ H', date],
      ['V —supports→ x', '2024-05'],
    ]
    const answer = await ask(graphOf(claims), 'H', '2024-06-30')
    expect(answer.deciding[0]?.path[0]?.certain).toBe(certain)
  })

  it('take the beginning of an interval for its day', async () => {
    const claims: readonly WrittenClaim[] = [
      ['V —speaks for→ H', '2024-01-01/2024-01-31'],
      ['V —supports→ x', '2024-01-15/2024-12-31'],
    ]
    expect(await decided(claims, 'H', '2024-06-01')).toMatchObject({ stance: 'supports' })
  })

  it('show the shortest path, and of several the one whose claim ids come first', async () => {
    const claims: readonly WrittenClaim[] = [
      ['V —speaks for→ M', '', { id: 'a1' }],
      ['M —speaks for→ H', '', { id: 'a2' }],
      ['V —speaks for→ N', '', { id: 'c' }],
      ['N —speaks for→ H', '', { id: 'b' }],
      spoken,
    ]
    const idsOfPath = async (more: readonly WrittenClaim[]) =>
      (await ask(graphOf([...claims, ...more]), 'H', '2024-06-01')).deciding[0]?.path.map(
        ({ claim }) => claim,
      )
    expect(await idsOfPath([])).toEqual(['a1', 'a2'])
    expect(await idsOfPath([['V —speaks for→ H', '', { id: 'z' }]])).toEqual(['z'])
    expect(
      await idsOfPath([
        ['V —speaks for→ H', '', { id: 'z' }],
        ['V —speaks for→ H', '', { id: 'y' }],
      ]),
    ).toEqual(['y'])
  })

  it('are not led in circles', async () => {
    const circle: readonly WrittenClaim[] = [
      ['V —speaks for→ W', ''],
      ['W —speaks for→ V', ''],
      ['W —speaks for→ W', ''],
    ]
    expect(await decided([...circle, spoken], 'W', '2024-06-01')).toEqual(bySpokesman)
    expect(await decided([...circle, spoken, ['H —meets→ V', '2024-01-01']], 'H', '2024-06-01')).toEqual(
      unknown,
    )
  })

  it('before every day find only those who have spoken for the holder ever since', async () => {
    const lasting: WrittenClaim = ['V —supports→ x', '../2025']
    expect(await decided([['V —speaks for→ H', ''], lasting], 'H', '2024-06-01')).toMatchObject({
      stance: 'supports',
    })
    expect(await decided([['V —speaks for→ H', '2020/..'], lasting], 'H', '2024-06-01')).toEqual(unknown)
  })

  describe('by a path that is according to somebody', () => {
    const accordingTo = (actor: string, more: readonly WrittenClaim[] = []): readonly WrittenClaim[] => [
      ['V —speaks for→ M', '', { id: 'step', accordingTo: actor }],
      ['M —speaks for→ H', ''],
      spoken,
      ...more,
    ]

    it('count when that is its object', async () => {
      expect(await decided(accordingTo('M'), 'H', '2024-06-01')).toEqual(bySpokesman)
    })

    it('count when that speaks for its object', async () => {
      expect(await decided(accordingTo('D', [['D —speaks for→ M', '']]), 'H', '2024-06-01')).toEqual(
        bySpokesman,
      )
    })

    it('count when that is spoken for by its object', async () => {
      expect(await decided(accordingTo('H'), 'H', '2024-06-01')).toEqual(bySpokesman)
    })

    it('do not count on the word of the voice itself, of others, or of officials without a name', async () => {
      for (const actor of ['V', 'Q', 'unnamed']) {
        expect(await decided(accordingTo(actor), 'H', '2024-06-01')).toEqual(unknown)
      }
    })

    it('do not count when the backing needs backing itself', async () => {
      const backing: WrittenClaim = ['D —speaks for→ M', '', { accordingTo: 'M' }]
      expect(await decided(accordingTo('D', [backing]), 'H', '2024-06-01')).toEqual(unknown)
    })

    it('do not count when the backing is retracted, denied or not in force on the day', async () => {
      const retracted: WrittenClaim = ['D —speaks for→ M', '', { retracted: '2024-01-01' }]
      const past: WrittenClaim = ['D —speaks for→ M', '2020/2021']
      expect(await decided(accordingTo('D', [retracted]), 'H', '2024-06-01')).toEqual(unknown)
      expect(await decided(accordingTo('D', [past]), 'H', '2024-06-01')).toEqual(unknown)
      const denied: readonly WrittenClaim[] = [
        ['D —speaks for→ M', '', { id: 'backing' }],
        ['M —disowns→ backing', '2024-05-01'],
      ]
      expect(await decided(accordingTo('D', denied), 'H', '2024-06-01')).toEqual(unknown)
    })
  })

  describe('by a path that is denied', () => {
    const denial = (subject: string, parts = {}): readonly WrittenClaim[] => [
      ['V —speaks for→ H', '', { id: 'step' }],
      spoken,
      [`${subject} —disowns→ step`, '2024-05-20', parts],
    ]

    it('do not count any more from the day of the denial', async () => {
      expect(await decided(denial('H'), 'H', '2024-05-19')).toEqual(bySpokesman)
      expect(await decided(denial('H'), 'H', '2024-05-20')).toEqual(unknown)
    })

    it('do not count when the voice itself denies it', async () => {
      expect(await decided(denial('V'), 'H', '2024-06-01')).toEqual(unknown)
    })

    it('count when somebody else denies it', async () => {
      expect(await decided(denial('Q'), 'H', '2024-06-01')).toEqual(bySpokesman)
    })

    it('count when the denial is retracted, attributed or denied', async () => {
      expect(await decided(denial('H', { retracted: '2024-05-21' }), 'H', '2024-06-01')).toEqual(bySpokesman)
      expect(await decided(denial('H', { accordingTo: 'Q' }), 'H', '2024-06-01')).toEqual(bySpokesman)
      const again: WrittenClaim = ['H —disowns→ denial', '2024-05-25']
      expect(await decided([...denial('H', { id: 'denial' }), again], 'H', '2024-06-01')).toEqual(bySpokesman)
      expect(await decided([...denial('H', { id: 'denial' }), again], 'H', '2024-05-24')).toEqual(unknown)
    })

    it('do not count by a retracted path', async () => {
      expect(
        await decided([['V —speaks for→ H', '', { retracted: '2024-05-02' }], spoken], 'H', '2024-06-01'),
      ).toEqual(unknown)
    })
  })

  describe('on behalf of somebody', () => {
    const claim: WrittenClaim = ['V —supports→ x', '2024-05-01', { onBehalfOf: 'B' }]

    it('count for whom that somebody speaks for, by a path that goes on from there', async () => {
      const answer = await ask(graphOf([claim, ['B —speaks for→ H', '', { id: 'step' }]]), 'H', '2024-06-01')
      expect(answer.deciding[0]).toMatchObject({
        voice: 'V',
        path: [
          { from: 'V', relation: 'on behalf of', to: 'B', claim: 'V supports x 2024-05-01', certain: true },
          { from: 'B', relation: 'speaks for', to: 'H', claim: 'step', certain: true },
        ],
      })
    })

    it('count for nobody else', async () => {
      expect(await decided([claim, ['V —speaks for→ H', '']], 'H', '2024-06-01')).toEqual(unknown)
    })

    it('are not the somebody’s own', async () => {
      expect(await decided([claim], 'B', '2024-06-01', { rollUp: false })).toEqual(unknown)
    })
  })

  describe('without roll-up', () => {
    it('are the holder’s own', async () => {
      const claims: readonly WrittenClaim[] = [
        ['V —speaks for→ H', ''],
        spoken,
        ['H —opposes→ x', '2024-04-01'],
      ]
      expect(await decided(claims, 'H', '2024-06-01', { rollUp: false })).toEqual({
        stance: 'opposes',
        deciding: ['H opposes x 2024-04-01'],
      })
    })
  })

  describe('of some relations', () => {
    const claims: readonly WrittenClaim[] = [
      ['H —endorses→ x', '2024-01-01'],
      ['H —supports→ x', '2024-02-01'],
      ['H —comments on→ x', '2024-03-01', { stance: 'opposes' }],
    ]

    it('are of these alone', async () => {
      expect(await decided(claims, 'H', '2024-06-01', { relations: ['supports'] })).toEqual({
        stance: 'supports',
        deciding: ['H supports x 2024-02-01'],
      })
      expect(
        await decided(claims, 'H', '2024-06-01', { relations: ['endorses', 'comments on'] }),
      ).toMatchObject({
        stance: 'opposes',
        superseded: ['H endorses x 2024-01-01'],
      })
      expect(await decided(claims, 'H', '2024-06-01', { relations: ['opposes'] })).toEqual(unknown)
    })

    it('are of those that extend an abstract one', async () => {
      expect(await decided(claims, 'H', '2024-06-01', { relations: ['takes a side on'] })).toEqual({
        stance: 'supports',
        deciding: ['H supports x 2024-02-01'],
        superseded: ['H endorses x 2024-01-01'],
      })
    })

    it('are none that is only implied', async () => {
      const attributed: readonly WrittenClaim[] = [
        ['A —opposes→ B', '2024-01-01', { id: 'x', accordingTo: 'H' }],
      ]
      expect(await decided(attributed, 'H', '2025-01-01')).toMatchObject({ stance: 'supports' })
      expect(await decided(attributed, 'H', '2025-01-01', { relations: ['opposes', 'supports'] })).toEqual(
        unknown,
      )
    })
  })

  describe('that are implied by a claim according to somebody', () => {
    const sources = [
      { id: 'paper', published: '2024-05-10' },
      { id: 'undated' },
      { id: 'monthly', published: '2024-05~' },
    ]
    const said = (parts = {}): WrittenClaim => [
      'A —opposes→ B',
      '2024-05-01',
      { id: 'x', accordingTo: 'E', source: 'paper', ...parts },
    ]
    const supports = { stance: 'supports', deciding: ['implied by x'] }

    it('are said on the day of publication', async () => {
      expect(await decided([said()], 'E', '2024-05-09', {}, { sources })).toEqual(unknown)
      expect(await decided([said()], 'E', '2024-05-10', {}, { sources })).toEqual(supports)
    })

    it('are said on the day of the claim where the source is not dated', async () => {
      expect(await decided([said({ source: 'undated' })], 'E', '2024-05-01', {}, { sources })).toEqual(
        supports,
      )
    })

    it('count for whom that somebody speaks for on the day of publication', async () => {
      const until = (day: string): WrittenClaim => ['E —speaks for→ H', `2024-01-01/${day}`, { id: 'step' }]
      expect(await decided([said(), until('2024-05-10')], 'H', '2024-06-01', {}, { sources })).toEqual(
        supports,
      )
      expect(await decided([said(), until('2024-05-09')], 'H', '2024-06-01', {}, { sources })).toEqual(
        unknown,
      )
    })

    it('do not follow the claim’s on behalf of', async () => {
      expect(await decided([said({ onBehalfOf: 'H' })], 'H', '2024-06-01', {}, { sources })).toEqual(unknown)
    })

    it('are left out as retracted or of uncertain date alone', async () => {
      expect(await decided([said({ retracted: '2024-06-01' })], 'E', '2024-06-01', {}, { sources })).toEqual({
        ...unknown,
        leftOut: ['implied by x: retracted'],
      })
      expect(await decided([said({ source: 'monthly' })], 'E', '2024-05-30', {}, { sources })).toEqual({
        ...unknown,
        leftOut: ['implied by x: date uncertain'],
      })
      const denied: readonly WrittenClaim[] = [said(), ['A —disputes→ x', '2024-05-02']]
      expect(await decided(denied, 'E', '2024-06-01', {}, { sources })).toEqual(supports)
      const ended: WrittenClaim = [
        'A —opposes→ B',
        '2020/2021',
        { id: 'x', accordingTo: 'E', source: 'paper' },
      ]
      expect(await decided([ended], 'E', '2024-06-01', {}, { sources })).toEqual(supports)
    })

    it('give way to a later word on the claim', async () => {
      expect(
        await decided([said(), ['E —disputes→ x', '2024-05-20']], 'E', '2024-06-01', {}, { sources }),
      ).toEqual({
        stance: 'opposes',
        deciding: ['E disputes x 2024-05-20'],
        superseded: ['implied by x'],
      })
    })

    it('are nobody’s where officials are unnamed', async () => {
      expect(await decided([said({ accordingTo: 'unnamed' })], 'A', '2024-06-01', {}, { sources })).toEqual(
        unknown,
      )
    })
  })
})

describe('2. left out', () => {
  it('for the first reason that holds', async () => {
    const claims = (parts: object, denied: boolean, date = '2024/2025'): readonly WrittenClaim[] => [
      ['H —supports→ x', date, { id: 'c', ...parts }],
      ...(denied ? [['H —disputes→ c', '2024-01-02'] as const] : []),
    ]
    const reason = async (parts: object, denied: boolean, asOf: string, date?: string) =>
      (await ask(graphOf(claims(parts, denied, date)), 'H', asOf)).leftOut[0]?.reason
    const both = { retracted: '2024-02-01', accordingTo: 'Q' }
    expect(await reason(both, true, '2024-06-01')).toBe('retracted')
    expect(await reason({ accordingTo: 'Q' }, true, '2024-06-01')).toBe('attributed')
    expect(await reason({}, true, '2024-06-01')).toBe('denied')
    expect(await reason({}, false, '2024-06-01')).toBe('date uncertain')
    expect(await reason({}, false, '2026-06-01')).toBe('ended')
    expect(await reason({}, false, '2024-06-01', '2024/2024-03')).toBe('date uncertain')
  })

  it('not as attributed, when it is according to its subject or one who spoke for it on that day', async () => {
    const claims = (actor: string, office: string): readonly WrittenClaim[] => [
      ['H —supports→ x', '2024-05-01', { accordingTo: actor }],
      ['D —speaks for→ H', office],
    ]
    expect(await decided(claims('H', ''), 'H', '2024-06-01')).toMatchObject({ stance: 'supports' })
    expect(await decided(claims('D', '2024-01-01/..'), 'H', '2024-06-01')).toMatchObject({
      stance: 'supports',
    })
    expect(await decided(claims('D', '2024-05-02/..'), 'H', '2024-06-01')).toMatchObject(unknown)
    expect(await decided(claims('unnamed', ''), 'H', '2024-06-01')).toMatchObject({
      leftOut: ['H supports x 2024-05-01: attributed'],
    })
  })

  it('as attributed, when the holder reports what its voice said', async () => {
    const claims: readonly WrittenClaim[] = [
      ['V —supports→ x', '2024-05-01', { accordingTo: 'H' }],
      ['V —speaks for→ H', ''],
    ]
    expect(await decided(claims, 'H', '2024-06-01')).toMatchObject({
      leftOut: ['V supports x 2024-05-01: attributed'],
    })
  })

  describe('as denied', () => {
    const denied = async (denial: WrittenClaim, more: readonly WrittenClaim[] = [], asOf = '2024-06-01') =>
      decided([['H —supports→ x', '2024-05-01', { id: 'c' }], denial, ...more], 'H', asOf)
    const out = { ...unknown, leftOut: ['c: denied'] }
    const stays = { stance: 'supports', deciding: ['c'] }

    it('by its subject', async () => {
      expect(await denied(['H —disputes→ c', '2024-05-02'])).toEqual(out)
    })

    it('by a relation that denies, even without a stance, and by no other', async () => {
      expect(await denied(['H —disowns→ c', '2024-05-02'])).toEqual(out)
      expect(await denied(['H —opposes→ c', '2024-05-02'])).toEqual(stays)
    })

    it('not by a stranger', async () => {
      expect(await denied(['Q —disputes→ c', '2024-05-02'])).toEqual(stays)
    })

    it('by one who spoke for the subject on the day of the denial', async () => {
      expect(
        await denied(['D —disputes→ c', '2024-05-02'], [['D —speaks for→ H', '2024-05-02/2024-05-02']]),
      ).toEqual(out)
      expect(
        await denied(['D —disputes→ c', '2024-05-02'], [['D —speaks for→ H', '2024-05-01/2024-05-01']]),
      ).toEqual(stays)
    })

    it('by one who spoke for somebody the subject spoke for on the day of the claim, and by that somebody', async () => {
      const offices = (from: string): readonly WrittenClaim[] => [
        ['H —speaks for→ State', `${from}/..`],
        ['D —speaks for→ State', ''],
      ]
      expect(await denied(['D —disputes→ c', '2024-05-02'], offices('2024-05-01'))).toEqual(out)
      expect(await denied(['State —disputes→ c', '2024-05-02'], offices('2024-05-01'))).toEqual(out)
      expect(await denied(['D —disputes→ c', '2024-05-02'], offices('2024-05-02'))).toEqual(stays)
    })

    it('not before the last day on which the denial can have been made', async () => {
      expect(await denied(['H —disputes→ c', '2024-05'], [], '2024-05-30')).toEqual(stays)
      expect(await denied(['H —disputes→ c', '2024-05'], [], '2024-05-31')).toEqual(out)
    })

    it('not by a denial that is retracted or attributed', async () => {
      expect(await denied(['H —disputes→ c', '2024-05-02', { retracted: '2024-05-03' }])).toEqual(stays)
      expect(await denied(['H —disputes→ c', '2024-05-02', { accordingTo: 'Q' }])).toEqual(stays)
      expect(await denied(['H —disputes→ c', '2024-05-02', { accordingTo: 'H' }])).toEqual(out)
    })

    it('not by a denial that is denied, but by one whose denial is', async () => {
      const first: WrittenClaim = ['H —disputes→ c', '2024-05-02', { id: 'd1' }]
      const second: WrittenClaim = ['H —disputes→ d1', '2024-05-03', { id: 'd2' }]
      const third: WrittenClaim = ['H —disputes→ d2', '2024-05-04', { id: 'd3' }]
      expect(await denied(first, [second])).toEqual(stays)
      expect(await denied(first, [second, third])).toEqual(out)
      expect(await denied(first, [second, third], '2024-05-03')).toEqual(stays)
    })

    it('on behalf of one holder, not by another’s spokesman', async () => {
      const claims = (denier: string): readonly WrittenClaim[] => [
        ['V —supports→ x', '2024-05-01', { id: 'c', onBehalfOf: 'P' }],
        ['V —speaks for→ P', ''],
        ['V —speaks for→ M', ''],
        ['DM —speaks for→ M', ''],
        ['DP —speaks for→ P', ''],
        [`${denier} —disputes→ c`, '2024-05-02'],
      ]
      expect(await decided(claims('DP'), 'P', '2024-06-01')).toEqual(out)
      expect(await decided(claims('DM'), 'P', '2024-06-01')).toEqual(stays)
    })
  })

  it('takes no part in what decides, except where it has ended', async () => {
    const claims: readonly WrittenClaim[] = [
      ['H —supports→ x', '2024-01-01', { id: 'first' }],
      ['H —opposes→ x', '2024-02-01', { id: 'gone', retracted: '2024-03-01' }],
    ]
    expect(await decided(claims, 'H', '2024-06-01')).toEqual({
      stance: 'supports',
      deciding: ['first'],
      leftOut: ['gone: retracted'],
    })
  })

  it('does not end on the last day of an interval', async () => {
    const claims: readonly WrittenClaim[] = [['H —supports→ x', '2024-01-01/2024-03', { id: 'c' }]]
    expect(await decided(claims, 'H', '2024-03-31')).toEqual({ stance: 'supports', deciding: ['c'] })
    expect(await decided(claims, 'H', '2024-04-01')).toEqual({ ...unknown, leftOut: ['c: ended'] })
  })
})

describe('3. what decides', () => {
  it('supersedes only what certainly began before', async () => {
    const claims: readonly WrittenClaim[] = [
      ['H —supports→ x', '2024-05', { id: 'may' }],
      ['H —opposes→ x', '2024-05-31', { id: 'last of may' }],
      ['H —opposes→ x', '2024-06-01', { id: 'june' }],
    ]
    expect(await decided(claims.slice(0, 2), 'H', '2024-06-30')).toMatchObject({ stance: 'mixed' })
    expect(await decided(claims, 'H', '2024-06-30')).toEqual({
      stance: 'opposes',
      deciding: ['june'],
      superseded: ['last of may', 'may'],
    })
  })

  it('is superseded by what is superseded, too', async () => {
    const claims: readonly WrittenClaim[] = [
      ['H —supports→ x', '2024-01-01', { id: 'a' }],
      ['H —opposes→ x', '2024-02', { id: 'b' }],
      ['H —supports→ x', '2024-03-01', { id: 'c' }],
    ]
    expect(await decided(claims, 'H', '2024-06-01')).toEqual({
      stance: 'supports',
      deciding: ['c'],
      superseded: ['b', 'a'],
    })
  })

  it('is superseded by an end on its latest day, not by one before it', async () => {
    const claims = (date: string): readonly WrittenClaim[] => [
      ['H —supports→ x', '2020-01-01/2024-03-15', { id: 'interval' }],
      ['V —speaks for→ H', ''],
      ['V —opposes→ x', date, { id: 'word' }],
    ]
    const left = { leftOut: ['interval: ended'] }
    expect(await decided(claims('2024-03-15'), 'H', '2024-06-01')).toEqual({
      ...unknown,
      superseded: ['word'],
      ...left,
    })
    expect(await decided(claims('2024-03-16'), 'H', '2024-06-01')).toEqual({
      stance: 'opposes',
      deciding: ['word'],
      ...left,
    })
    expect(await decided(claims('2024-03'), 'H', '2024-06-01')).toEqual({
      stance: 'opposes',
      deciding: ['word'],
      ...left,
    })
  })

  it('counts the earliest day of an imprecise end', async () => {
    const claims = (date: string): readonly WrittenClaim[] => [
      ['H —supports→ x', '2020-01-01/2024-03', { id: 'interval' }],
      ['H —opposes→ x', date, { id: 'word' }],
    ]
    expect(await decided(claims('2024-03-01'), 'H', '2024-06-01')).toMatchObject({ stance: 'unknown' })
    expect(await decided(claims('2024-03-02'), 'H', '2024-06-01')).toMatchObject({ stance: 'opposes' })
  })

  it('lets an end supersede an interval that goes on', async () => {
    const claims: readonly WrittenClaim[] = [
      ['H —supports→ x', '2020-01-01/..', { id: 'goes on' }],
      ['H —opposes→ x', '2021-01-01/2022-01-01', { id: 'over' }],
    ]
    expect(await decided(claims, 'H', '2024-06-01')).toEqual({
      ...unknown,
      superseded: ['goes on'],
      leftOut: ['over: ended'],
    })
  })

  it('lists every superseded one, newest first', async () => {
    const claims: readonly WrittenClaim[] = [
      '2024-01-01',
      '2024-03',
      '2024-02-01',
      '2024-03-01',
      '2024-05-01',
    ].map((date): WrittenClaim => ['H —supports→ x', date, { id: date }])
    expect((await decided(claims, 'H', '2024-06-01')).superseded).toEqual([
      '2024-03',
      '2024-03-01',
      '2024-02-01',
      '2024-01-01',
    ])
  })

  it('counts all that agree, own and voices’', async () => {
    const claims: readonly WrittenClaim[] = [
      ['H —supports→ x', '2024-05-01'],
      ['V —speaks for→ H', ''],
      spoken,
    ]
    const answer = await ask(graphOf(claims), 'H', '2024-06-01')
    expect(answer.counts).toEqual({ supports: 2 })
    expect(answer.dissent).toEqual([])
  })

  it('is neutral where nothing else is said', async () => {
    expect(await decided([['H —stays neutral on→ x', '2024-05-01']], 'H', '2024-06-01')).toMatchObject({
      stance: 'neutral',
    })
  })

  it('lets neutral words yield before own ones outrank', async () => {
    const claims: readonly WrittenClaim[] = [
      ['H —stays neutral on→ x', '2024-05-01', { id: 'neutral' }],
      ['V —speaks for→ H', ''],
      spoken,
    ]
    expect(await decided(claims, 'H', '2024-06-01')).toEqual({
      ...bySpokesman,
      leftOut: ['neutral: neutral yields'],
    })
  })

  it('lets own and voices’ decide together where they agree once the neutral ones have yielded', async () => {
    const claims: readonly WrittenClaim[] = [
      ['H —supports→ x', '2024-05-01'],
      ['V —speaks for→ H', ''],
      spoken,
      ['V —stays neutral on→ x', '2024-05-01', { id: 'neutral' }],
    ]
    expect(await decided(claims, 'H', '2024-06-01')).toEqual({
      stance: 'supports',
      deciding: ['H supports x 2024-05-01', 'V supports x 2024-05-01'],
      leftOut: ['neutral: neutral yields'],
    })
  })

  it('sets a voice aside that agrees with the holder where another does not', async () => {
    const claims: readonly WrittenClaim[] = [
      ['V —speaks for→ H', ''],
      ['W —speaks for→ H', ''],
      ['H —opposes→ x', '2024-05-01', { id: 'own' }],
      ['V —opposes→ x', '2024-05-01', { id: 'agrees' }],
      ['W —supports→ x', '2024-05-01', { id: 'differs' }],
    ]
    expect(await decided(claims, 'H', '2024-06-01')).toEqual({
      stance: 'opposes',
      deciding: ['own'],
      leftOut: ['agrees: own outranks'],
      dissent: ['differs'],
    })
  })

  it('is mixed where the holder’s own words differ, whatever a voice says', async () => {
    const claims: readonly WrittenClaim[] = [
      ['V —speaks for→ H', ''],
      ['H —supports→ x', '2024-05-01', { id: 'own 1' }],
      ['H —opposes→ x', '2024-05-01', { id: 'own 2' }],
      ['V —abstains on→ x', '2024-05-01', { id: 'voice' }],
    ]
    expect(await decided(claims, 'H', '2024-06-01')).toEqual({
      stance: 'mixed',
      deciding: ['own 1', 'own 2'],
      leftOut: ['voice: own outranks'],
    })
  })

  it('has an uncertain order only where imprecise dates disagree', async () => {
    const two = async (first: string, second: string, relation = 'opposes') => {
      const claims: readonly WrittenClaim[] = [
        ['H —supports→ x', first],
        [`H —${relation}→ x`, second],
      ]
      return (await ask(graphOf(claims), 'H', '2024-12-31')).orderUncertain
    }
    expect(await two('2024-05-01', '2024-05-01')).toBe(false)
    expect(await two('2024-05', '2024-05')).toBe(true)
    expect(await two('2024-05', '2024-05-31')).toBe(true)
    expect(await two('2024-05', '2024-06')).toBe(false)
    expect(await two('2024-05', '2024-05-20', 'endorses')).toBe(false)
    expect(await two('2024-05', '2024-05-20', 'stays neutral on')).toBe(true)
  })

  it('counts each claim of a joint statement for its own subject', async () => {
    const joint = ['c1', 'c2']
    const claims: readonly WrittenClaim[] = [
      ['A —supports→ x', '2024-05-01', { id: 'c1', joint }],
      ['B —supports→ x', '2024-05-01', { id: 'c2', joint }],
    ]
    const answer = await ask(graphOf(claims), 'A', '2024-06-01')
    expect(brief(answer)).toEqual({ stance: 'supports', deciding: ['c1'] })
    expect(answer.entities.c2).toEqual({ type: 'Claim', name: 'B supports x' })
  })

  it('takes what the claim says where its relation leaves it open', async () => {
    const claims: readonly WrittenClaim[] = [
      ['H —comments on→ x', '2024-05-01', { stance: 'opposes', condition: 'if asked' }],
    ]
    const answer = await ask(graphOf(claims), 'H', '2024-06-01')
    expect(answer).toMatchObject({
      stance: 'withholds',
      deciding: [{ stance: 'withholds', claim: { statedStance: 'opposes', condition: 'if asked' } }],
    })
  })
})

describe('4. dissent', () => {
  const since = (day: string): WrittenClaim => ['V —speaks for→ H', `${day}/..`, { id: 'office' }]
  const own: WrittenClaim = ['H —supports→ x', '2024-05-01', { id: 'own' }]

  it('lists a voice whose last word differs, even one from before it spoke for the holder', async () => {
    const claims: readonly WrittenClaim[] = [
      since('2024-03-01'),
      ['V —opposes→ x', '2024-01-01', { id: 'before' }],
      own,
    ]
    const answer = await ask(graphOf(claims), 'H', '2024-06-01')
    expect(brief(answer)).toEqual({ stance: 'supports', deciding: ['own'], dissent: ['before'] })
    expect(answer.dissent).toMatchObject([
      { voice: 'V', stance: 'opposes', path: [{ from: 'V', to: 'H', claim: 'office', certain: true }] },
    ])
  })

  it('does not list a voice whose last word agrees', async () => {
    const claims: readonly WrittenClaim[] = [
      since('2020-01-01'),
      ['V —opposes→ x', '2024-01-01', { id: 'first' }],
      ['V —supports→ x', '2024-02-01', { id: 'last' }],
      own,
    ]
    expect(await decided(claims, 'H', '2024-06-01')).toEqual({
      stance: 'supports',
      deciding: ['own'],
      superseded: ['last', 'first'],
    })
  })

  it('lists a superseded word of a voice', async () => {
    const claims: readonly WrittenClaim[] = [
      since('2020-01-01'),
      ['V —opposes→ x', '2024-01-01', { id: 'earlier' }],
      own,
    ]
    expect(await decided(claims, 'H', '2024-06-01')).toEqual({
      stance: 'supports',
      deciding: ['own'],
      superseded: ['earlier'],
      dissent: ['earlier'],
    })
  })

  it('does not list whom spoke for the holder only before', async () => {
    const claims: readonly WrittenClaim[] = [
      ['V —speaks for→ H', '2023-01-01/2024-05-30'],
      ['V —opposes→ x', '2024-01-01', { id: 'earlier' }],
      own,
    ]
    expect(await decided(claims, 'H', '2024-05-30')).toMatchObject({ dissent: ['earlier'] })
    expect(await decided(claims, 'H', '2024-05-31')).toEqual({
      stance: 'supports',
      deciding: ['own'],
      superseded: ['earlier'],
    })
  })

  it('lists all that a voice says at once where it is mixed', async () => {
    const claims: readonly WrittenClaim[] = [
      since('2024-03-01'),
      ['V —opposes→ x', '2024-01-01', { id: 'no' }],
      ['V —supports→ x', '2024-01-01', { id: 'yes' }],
      own,
    ]
    expect(await decided(claims, 'H', '2024-06-01')).toMatchObject({
      stance: 'supports',
      dissent: ['no', 'yes'],
    })
  })

  it('leaves out what does not count, by the same rules', async () => {
    const claims: readonly WrittenClaim[] = [
      since('2024-03-01'),
      ['V —opposes→ x', '2024-01-01', { retracted: '2024-02-01' }],
      ['V —opposes→ x', '2023-01-01/2024-01-01'],
      own,
    ]
    expect(await decided(claims, 'H', '2024-06-01')).toEqual({ stance: 'supports', deciding: ['own'] })
  })

  it('leaves out what was said on behalf of somebody who neither is the holder nor speaks for it', async () => {
    const dissent = async (onBehalfOf: string) => {
      const claims: readonly WrittenClaim[] = [
        since('2020-01-01'),
        ['M —speaks for→ H', ''],
        ['V —opposes→ x', '2024-01-01', { id: 'earlier', onBehalfOf }],
        own,
      ]
      return (await decided(claims, 'H', '2024-06-01')).dissent
    }
    expect(await dissent('P')).toBeUndefined()
    expect(await dissent('H')).toEqual(['earlier'])
    expect(await dissent('M')).toEqual(['earlier'])
  })

  it('counts what was said on behalf of somebody as the way that the voice speaks for the holder', async () => {
    const claims: readonly WrittenClaim[] = [
      since('2020-01-01'),
      ['V —opposes→ x', '2024-01-01', { id: 'earlier', onBehalfOf: 'H' }],
      own,
    ]
    const answer = await ask(graphOf(claims), 'H', '2024-06-01')
    expect(answer.dissent[0]?.path).toMatchObject([{ relation: 'on behalf of' }])
  })

  it('lists a voice set aside once, even one that speaks for the holder no more', async () => {
    const claims: readonly WrittenClaim[] = [
      ['V —speaks for→ H', '2023-01-01/2024-05-10'],
      ['V —opposes→ x', '2024-05-01', { id: 'same day' }],
      own,
    ]
    for (const day of ['2024-05-10', '2024-05-11']) {
      expect(await decided(claims, 'H', day)).toEqual({
        stance: 'supports',
        deciding: ['own'],
        dissent: ['same day'],
      })
    }
  })

  it('is empty when the answer is mixed or unknown, and without roll-up', async () => {
    const voice: readonly WrittenClaim[] = [since('2024-03-01'), ['V —abstains on→ x', '2024-01-01']]
    expect((await ask(graphOf(voice), 'H', '2024-06-01')).dissent).toEqual([])
    expect(
      (await ask(graphOf([...voice, own, ['H —opposes→ x', '2024-05-01']]), 'H', '2024-06-01')).dissent,
    ).toEqual([])
    expect((await ask(graphOf([...voice, own]), 'H', '2024-06-01', { rollUp: false })).dissent).toEqual([])
  })
})

describe('5. stances on claims about the target', () => {
  const claims: readonly WrittenClaim[] = [
    ['CNE —declares winner→ x', '2024-07-29', { id: 'result' }],
    ['x —opposes→ y', '2024-07-30', { id: 'threat', accordingTo: 'H' }],
    ['x —meets→ y', '2024-07-31', { id: 'nothing said' }],
    ['H —disputes→ result', '2024-08-01', { id: 'denial' }],
    ['H —disputes→ denial', '2024-08-02', { id: 'not about x' }],
  ]

  it('are none on the target', async () => {
    expect(await decided(claims, 'H', '2025-01-01')).toEqual(unknown)
    expect((await ask(graphOf(claims), 'H', '2025-01-01')).about).toBeUndefined()
  })

  it('are added where they are asked for, oldest claim first', async () => {
    const { about } = await ask(graphOf(claims), 'H', '2025-01-01', { about: true })
    expect(about?.map(({ claim, ...stance }) => ({ on: claim.id, ...brief(stance) }))).toEqual([
      { on: 'result', stance: 'unknown', leftOut: ['denial: denied'] },
      { on: 'threat', stance: 'supports', deciding: ['implied by threat'] },
    ])
  })

  it('are apart from the answer', async () => {
    const answer = await ask(graphOf(claims), 'H', '2025-01-01', { about: true })
    expect(brief(answer)).toEqual(unknown)
  })

  it('follow the same roll-up, relations and day', async () => {
    const asked = async (asOf: string, options: object) =>
      (
        await ask(
          graphOf([...claims, ['V —speaks for→ G', '', { id: 's' }], ['V —supports→ result', '2024-08-05']]),
          'G',
          asOf,
          {
            about: true,
            ...options,
          },
        )
      ).about?.map(({ claim, stance }) => `${claim.id}: ${stance}`)
    expect(await asked('2024-08-05', {})).toEqual(['result: supports'])
    expect(await asked('2024-08-04', {})).toEqual([])
    expect(await asked('2024-08-05', { rollUp: false })).toEqual([])
    expect(await asked('2024-08-05', { relations: ['opposes'] })).toEqual([])
  })
})
