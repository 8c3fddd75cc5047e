import { describe, expect, it } from 'vitest'
import { contradictions, type ContradictionsAnswer } from '../../src/questions/contradictions.ts'
import { InvalidDayError } from '../../src/questions/errors.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'
import { graphOf, reorder, type WrittenClaim } from '../graphs/build.ts'

const sources = [{ id: 'paper', published: '2024-05-10' }]

async function found(claims: readonly WrittenClaim[], asOf = '2024-12-31'): Promise<readonly string[]> {
  return brief(await contradictions(memoryStore(graphOf(claims, { sources })), { asOf }))
}

function brief(answer: ContradictionsAnswer): readonly string[] {
  return answer.contradictions.map((one) => {
    switch (one.kind) {
      case 'stances': {
        const [supports, opposes] = [one.supports, one.opposes].map((side) =>
          side.map(({ claim, implied }) => (implied ? `implied by ${claim.id}` : claim.id)).join(' '),
        )
        return `${one.day} ${one.subject} on ${one.target}: ${supports} / ${opposes}`
      }
      case 'exclusive': {
        const sides = one.sides.map(
          ({ object, claims }) => `${object} (${claims.map(({ id }) => id).join(' ')})`,
        )
        return `${one.relation} ${JSON.stringify(one.values)}: ${sides.join(' / ')}`
      }
    }
  })
}

describe('contradictions', () => {
  it('are supports and opposes by one subject on one target on one full day', async () => {
    expect(
      await found([
        ['H —supports→ x', '2024-05-10', { id: 'b' }],
        ['H —endorses→ x', '2024-05-10', { id: 'a' }],
        ['H —opposes→ x', '2024-05-10', { id: 'c' }],
        ['H —opposes→ y', '2024-05-10', { id: 'another target' }],
        ['G —opposes→ x', '2024-05-10', { id: 'another subject' }],
        ['H —abstains on→ y', '2024-05-10', { id: 'withheld' }],
        ['G —supports→ x', '2024-05-11', { id: 'another day' }],
        ['G —opposes→ y', '2024-04-01', { id: 'd' }],
        ['G —comments on→ y', '2024-04-01/..', { id: 'e', stance: 'supports' }],
      ]),
    ).toEqual(['2024-04-01 G on y: e / d', '2024-05-10 H on x: a b / c'])
  })

  it('are none where the day is not known', async () => {
    expect(
      await found([
        ['H —supports→ x', '2024-05', { id: 'a' }],
        ['H —opposes→ x', '2024-05', { id: 'b' }],
        ['H —supports→ y', '../2024-05-10', { id: 'c' }],
        ['H —opposes→ y', '../2024-05-10', { id: 'd' }],
      ]),
    ).toEqual([])
  })

  it('are none by what is left out, as of the day', async () => {
    const claims: readonly WrittenClaim[] = [
      ['H —supports→ x', '2024-05-10', { id: 'a' }],
      ['H —opposes→ x', '2024-05-10', { id: 'b' }],
      ['H —disputes→ b', '2024-05-20', { id: 'denial' }],
      ['H —supports→ y', '2024-05-10', { id: 'c' }],
      ['H —opposes→ y', '2024-05-10', { id: 'retracted', retracted: '2024-06-01' }],
      ['H —opposes→ y', '2024-05-10', { id: 'attributed', accordingTo: 'G' }],
    ]
    expect(await found(claims)).toEqual([])
    expect(await found(claims, '2024-05-19')).toEqual(['2024-05-10 H on x: a / b'])
    expect(await found(claims, '2024-05-09')).toEqual([])
  })

  it('are between being told and disputing it', async () => {
    const claims: readonly WrittenClaim[] = [
      ['H —opposes→ x', '2024-04-01', { id: 'told', accordingTo: 'E', source: 'paper' }],
      ['E —disputes→ told', '2024-05-10', { id: 'disputed' }],
    ]
    expect(await found(claims)).toEqual(['2024-05-10 E on told: implied by told / disputed'])
  })

  it('are exclusive claims with different objects, whoever the subject', async () => {
    const regarding = (election: string) => ({ properties: { regarding: election } })
    const claims: readonly WrittenClaim[] = [
      ['CNE —declares winner→ M', '2024-07-29', { id: 'a', ...regarding('vote') }],
      ['Court —declares winner→ M', '2024-08-22', { id: 'b', ...regarding('vote') }],
      ['Rally —declares winner→ G', '2024-07-30', { id: 'c', ...regarding('vote') }],
      ['Rally —declares winner→ Z', '2024-07-30', { id: 'd', ...regarding('vote'), retracted: '2024-08-01' }],
      ['CNE —declares winner→ G', '2018-05-20', { id: 'another vote', ...regarding('earlier vote') }],
      ['CNE —declares winner→ Z', '2024-07-29', { id: 'no vote' }],
    ]
    expect(await found(claims)).toEqual(['declares winner {"regarding":"vote"}: G (c) / M (a b)'])
    expect(await found(claims, '2024-07-29')).toEqual([])
    expect(await found(claims, '2024-07-30')).toEqual(['declares winner {"regarding":"vote"}: G (c) / M (a)'])
  })

  const mixed = graphOf([
    ['H —supports→ x', '2024-05-10', { id: 'a' }],
    ['H —opposes→ x', '2024-05-10', { id: 'b' }],
    ['C —declares winner→ x', '2024-05-11', { id: 'c', properties: { regarding: 'vote', share: 51 } }],
    ['D —declares winner→ y', '2024-05-12', { id: 'd', properties: { regarding: 'vote', share: 50 } }],
  ])

  it('give the JSON that their types say', async () => {
    const answer = await contradictions(memoryStore(mixed), { asOf: '2024-06-01' })
    const claim = (parts: object) => expect.objectContaining(parts) as object
    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      asOf: '2024-06-01',
      contradictions: [
        {
          kind: 'stances',
          subject: 'H',
          target: 'x',
          day: '2024-05-10',
          supports: [{ claim: claim({ id: 'a', stance: 'supports' }) }],
          opposes: [{ claim: claim({ id: 'b', stance: 'opposes' }) }],
        },
        {
          kind: 'exclusive',
          relation: 'declares winner',
          values: { regarding: 'vote' },
          sides: [
            { object: 'x', claims: [claim({ id: 'c' })] },
            { object: 'y', claims: [claim({ id: 'd' })] },
          ],
        },
      ],
      entities: Object.fromEntries(
        ['C', 'D', 'H', 'x', 'y'].map((id) => [id, { type: 'Organization', name: id }]),
      ),
      sources: { wire: { type: 'Article', published: '2024-12-31', properties: {} } },
    })
  })

  it('give the same JSON whatever the order of the claims', async () => {
    const ask = async (graph: typeof mixed) =>
      JSON.stringify(await contradictions(memoryStore(graph), { asOf: '2024-06-01' }))
    expect(await ask(reorder(mixed, [3, 1, 2, 0]))).toBe(await ask(mixed))
  })

  it('reject what is not a day', async () => {
    await expect(contradictions(memoryStore(mixed), { asOf: '2024' })).rejects.toThrow(InvalidDayError)
  })

  it('take time in proportion to the claims', async () => {
    const memory = memoryStore(
      graphOf(
        Array.from({ length: 20_000 }, (_, n): WrittenClaim => [
          `H${n >> 1} —${n % 2 ? 'supports' : 'opposes'}→ x${n % 7 ? '' : n >> 1}`,
          '2024-01-01',
          { id: `c${n}` },
        ]),
      ),
    )
    const start = performance.now()
    expect((await contradictions(memory)).contradictions.length).toBeGreaterThan(5_000)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
