/** The cases of docs/stance.md, in the order and with the numbers of its table. */
import { describe, expect, it } from 'vitest'
import { graphOf, type WrittenClaim } from '../graphs/build.ts'
import { ask, brief } from './ask.ts'

const spokesman: WrittenClaim = ['V —speaks for→ H', '']

interface Case {
  readonly name: string
  readonly claims: readonly WrittenClaim[]
  /** Holder and day, and what is answered. */
  readonly answers: readonly (readonly [holder: string, asOf: string, expected: Record<string, unknown>])[]
}

const cases: readonly Case[] = [
  {
    name: '1: a later word supersedes an earlier one',
    claims: [
      ['H —supports→ x', '2024-01-10'],
      ['H —opposes→ x', '2024-03-05'],
    ],
    answers: [
      ['H', '2024-02-01', { stance: 'supports', deciding: ['H supports x 2024-01-10'] }],
      [
        'H',
        '2024-03-05',
        { stance: 'opposes', deciding: ['H opposes x 2024-03-05'], superseded: ['H supports x 2024-01-10'] },
      ],
    ],
  },
  {
    name: '2: two words of one day that disagree are mixed',
    claims: [
      ['H —supports→ x', '2024-03-05'],
      ['H —opposes→ x', '2024-03-05'],
    ],
    answers: [
      [
        'H',
        '2024-04-01',
        { stance: 'mixed', deciding: ['H opposes x 2024-03-05', 'H supports x 2024-03-05'] },
      ],
    ],
  },
  {
    name: '3: an imprecise date is left out while it may lie ahead, and then leaves the order uncertain',
    claims: [
      ['H —opposes→ x', '2024-05-20'],
      ['H —supports→ x', '2024-05'],
    ],
    answers: [
      [
        'H',
        '2024-05-25',
        {
          stance: 'opposes',
          deciding: ['H opposes x 2024-05-20'],
          leftOut: ['H supports x 2024-05: date uncertain'],
        },
      ],
      [
        'H',
        '2024-06-30',
        {
          stance: 'mixed',
          orderUncertain: true,
          deciding: ['H opposes x 2024-05-20', 'H supports x 2024-05'],
        },
      ],
    ],
  },
  {
    name: '4: an interval that has ended decides nothing, and what it superseded stays superseded',
    claims: [
      ['H —supports→ x', '2013-01-01'],
      ['H —opposes→ x', '2019-01-01/2022-06-30'],
    ],
    answers: [
      [
        'H',
        '2020-01-01',
        {
          stance: 'opposes',
          deciding: ['H opposes x 2019-01-01/2022-06-30'],
          superseded: ['H supports x 2013-01-01'],
        },
      ],
      [
        'H',
        '2024-01-01',
        {
          stance: 'unknown',
          superseded: ['H supports x 2013-01-01'],
          leftOut: ['H opposes x 2019-01-01/2022-06-30: ended'],
        },
      ],
    ],
  },
  {
    name: '5: an end supersedes what was said before it',
    claims: [spokesman, ['H —supports→ x', '2019-02-04/2023-01-04'], ['V —supports→ x', '2021-01-07']],
    answers: [
      ...['2021-06-01', '2023-01-04'].map(
        (day) =>
          [
            'H',
            day,
            {
              stance: 'supports',
              deciding: ['V supports x 2021-01-07'],
              superseded: ['H supports x 2019-02-04/2023-01-04'],
            },
          ] as const,
      ),
      [
        'H',
        '2023-06-01',
        {
          stance: 'unknown',
          superseded: ['V supports x 2021-01-07'],
          leftOut: ['H supports x 2019-02-04/2023-01-04: ended'],
        },
      ],
    ],
  },
  {
    name: '6: what was said in office stays the word of the holder, and what was said later is not',
    claims: [
      ['V —speaks for→ H', '2021-01-26/2025-01-20'],
      ['V —supports→ x', '2024-08-01'],
      ['V —opposes→ x', '2025-03-01'],
    ],
    answers: [
      ['H', '2025-06-01', { stance: 'supports', deciding: ['V supports x 2024-08-01'] }],
      [
        'V',
        '2025-06-01',
        { stance: 'opposes', deciding: ['V opposes x 2025-03-01'], superseded: ['V supports x 2024-08-01'] },
      ],
    ],
  },
  {
    name: '7: a word of its own outranks a voice on the same day',
    claims: [spokesman, ['H —abstains on→ x', '2022-03-02'], ['V —opposes→ x', '2022-03-02']],
    answers: [
      [
        'H',
        '2022-03-02',
        {
          stance: 'withholds',
          deciding: ['H abstains on x 2022-03-02'],
          dissent: ['V opposes x 2022-03-02'],
        },
      ],
    ],
  },
  {
    name: '8: two voices that disagree on one day are mixed',
    claims: [
      ['V1 —speaks for→ H', ''],
      ['V2 —speaks for→ H', ''],
      ['V1 —supports→ x', '2024-05-01'],
      ['V2 —abstains on→ x', '2024-05-01'],
    ],
    answers: [
      [
        'H',
        '2024-05-01',
        { stance: 'mixed', deciding: ['V1 supports x 2024-05-01', 'V2 abstains on x 2024-05-01'] },
      ],
    ],
  },
  {
    name: '9: what is said on behalf of one holder does not count for another',
    claims: [
      ['V —speaks for→ M', ''],
      ['V —speaks for→ P', ''],
      ['V —opposes→ x', '2024-06-02', { onBehalfOf: 'P' }],
    ],
    answers: [
      ['P', '2024-06-10', { stance: 'opposes', deciding: ['V opposes x 2024-06-02'] }],
      ['M', '2024-06-10', { stance: 'unknown' }],
      ['V', '2024-06-10', { stance: 'opposes', deciding: ['V opposes x 2024-06-02'] }],
    ],
  },
  {
    name: '10: a claim that is denied no longer counts',
    claims: [
      ['H —supports→ x', '2024-02-05'],
      ['H —opposes→ x', '2024-03-03', { id: 'reported' }],
      ['D —speaks for→ H', ''],
      ['D —disputes→ reported', '2024-03-04'],
    ],
    answers: [
      [
        'H',
        '2024-03-03',
        { stance: 'opposes', deciding: ['reported'], superseded: ['H supports x 2024-02-05'] },
      ],
      [
        'H',
        '2024-03-10',
        { stance: 'supports', deciding: ['H supports x 2024-02-05'], leftOut: ['reported: denied'] },
      ],
    ],
  },
  {
    name: '11: a retracted claim counts on no day',
    claims: [['H —opposes→ x', '2024-05-20', { retracted: '2024-05-22' }]],
    answers: [['H', '2024-05-21', { stance: 'unknown', leftOut: ['H opposes x 2024-05-20: retracted'] }]],
  },
  {
    name: '12: an attributed claim is not its subject’s word',
    claims: [['H —opposes→ x', '2024-05-20', { accordingTo: 'E' }]],
    answers: [['H', '2024-06-01', { stance: 'unknown', leftOut: ['H opposes x 2024-05-20: attributed'] }]],
  },
  {
    name: '13: a condition withholds',
    claims: [['H —supports→ x', '2024-05-01', { condition: 'if trains run' }]],
    answers: [['H', '2024-06-01', { stance: 'withholds', deciding: ['H supports x 2024-05-01'] }]],
  },
  {
    name: '14: a step with imprecise ends counts, but not for certain',
    claims: [
      ['V —speaks for→ H', '2019/2023'],
      ['V —supports→ x', '2019-05-03'],
    ],
    answers: [['H', '2019-06-01', { stance: 'supports', deciding: ['V supports x 2019-05-03'] }]],
  },
  {
    name: '15: a rival’s word that somebody speaks for a holder gives no path',
    claims: [
      ['P —speaks for→ H', '', { accordingTo: 'Q' }],
      ['P —supports→ x', '2024-05-01'],
    ],
    answers: [
      ['H', '2024-06-01', { stance: 'unknown' }],
      ['P', '2024-06-01', { stance: 'supports', deciding: ['P supports x 2024-05-01'] }],
    ],
  },
  {
    name: '16: neutral yields',
    claims: [
      ['H —stays neutral on→ x', '2024-05-01'],
      ['H —supports→ x', '2024-05-01'],
    ],
    answers: [
      [
        'H',
        '2024-06-01',
        {
          stance: 'supports',
          deciding: ['H supports x 2024-05-01'],
          leftOut: ['H stays neutral on x 2024-05-01: neutral yields'],
        },
      ],
    ],
  },
]

describe('the cases of the rule', () => {
  for (const { name, claims, answers } of cases) {
    for (const [holder, asOf, expected] of answers) {
      it(`${name} (${holder} as of ${asOf})`, async () => {
        expect(brief(await ask(graphOf(claims), holder, asOf))).toEqual(expected)
      })
    }
  }

  const graphOfCase = (number: number) => graphOf(cases[number - 1]?.claims ?? [])

  it('2: counts both of the words that disagree', async () => {
    expect((await ask(graphOfCase(2), 'H', '2024-04-01')).counts).toEqual({ supports: 1, opposes: 1 })
  })

  it('5 and 6: the deciding word is the voice’s, by the claim that says so', async () => {
    const answer = await ask(graphOfCase(6), 'H', '2025-06-01')
    expect(answer.deciding).toMatchObject([
      {
        voice: 'V',
        path: [
          {
            from: 'V',
            relation: 'speaks for',
            to: 'H',
            claim: 'V speaks for H 2021-01-26/2025-01-20',
            certain: true,
          },
        ],
      },
    ])
  })

  it('7: counts only the holder’s own word', async () => {
    expect((await ask(graphOfCase(7), 'H', '2022-03-02')).counts).toEqual({ withholds: 1 })
  })

  it('8: counts both voices', async () => {
    expect((await ask(graphOfCase(8), 'H', '2024-05-01')).counts).toEqual({ supports: 1, withholds: 1 })
  })

  it('9: on behalf of somebody is the first step of the path, and a word of one’s own has none', async () => {
    expect((await ask(graphOfCase(9), 'P', '2024-06-10')).deciding[0]?.path).toEqual([
      { from: 'V', relation: 'on behalf of', to: 'P', claim: 'V opposes x 2024-06-02', certain: true },
    ])
    expect((await ask(graphOfCase(9), 'V', '2024-06-10')).deciding[0]?.path).toEqual([])
  })

  it('10: shows the denial', async () => {
    const answer = await ask(graphOfCase(10), 'H', '2024-03-10')
    expect(answer.leftOut[0]?.denials?.map(({ id }) => id)).toEqual(['D disputes reported 2024-03-04'])
  })

  it('12: the claim is the word of the one whom it is according to, on the claim', async () => {
    const graph = graphOf([['H —opposes→ x', '2024-05-20', { accordingTo: 'E', source: 'paper' }]], {
      sources: [{ id: 'paper', published: '2024-05-22' }],
    })
    const answer = await ask(graph, 'E', '2024-06-01', { target: 'H opposes x 2024-05-20' })
    expect(brief(answer)).toEqual({ stance: 'supports', deciding: ['implied by H opposes x 2024-05-20'] })
    expect(answer.deciding).toMatchObject([{ voice: 'E', implied: true, stance: 'supports', path: [] }])
  })

  it('13: the condition is in the answer', async () => {
    const answer = await ask(graphOfCase(13), 'H', '2024-06-01')
    expect(answer.deciding[0]?.claim.condition).toBe('if trains run')
  })

  it('14: the step is marked as uncertain', async () => {
    const answer = await ask(graphOfCase(14), 'H', '2019-06-01')
    expect(answer.deciding[0]?.path).toMatchObject([{ relation: 'speaks for', certain: false }])
  })
})
