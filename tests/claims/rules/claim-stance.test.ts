import { describe, expect, test } from 'vitest'
import { checkExample, faultsOfClaims } from '../../project/check-example.ts'

describe('The stance of a claim', () => {
  test('is an error where the relation fixes it', async () => {
    expect(await faultsOfClaims('  - { claim: Norland —recognizes→ González, stance: opposes }')).toEqual([
      '3:45 error stance-not-allowed: `recognizes` always takes the stance `supports`, so a claim cannot give one. hint: drop `stance:`; if the source says something else, use a relation of its own, such as `declines to recognize`',
    ])
  })

  test('is an error where the relation has none', async () => {
    expect(await faultsOfClaims('  - { claim: Norland —meets→ González, stance: opposes }')).toEqual([
      '3:40 error stance-not-allowed: `meets` takes no stance, so a claim cannot give one. hint: drop `stance:`; if the source says something else, use a relation of its own, such as `declines to recognize`',
    ])
  })

  test('is required where the relation leaves it to each claim', async () => {
    expect(await faultsOfClaims('  - Norland —comments on→ González')).toEqual([
      '3:5 error missing-stance: `comments on` leaves the stance to each claim, and this one gives none. hint: add `stance:` with `supports`, `opposes`, `withholds` or `neutral`',
    ])
  })

  test('is one of four', async () => {
    expect(await faultsOfClaims('  - { claim: Norland —comments on→ González, stance: suports }')).toEqual([
      '3:54 error unknown-stance: `suports` is not a stance. hint: did you mean `supports`?',
    ])
    expect(await faultsOfClaims('  - { claim: Norland —comments on→ González, stance: [supports] }')).toEqual(
      [
        '3:54 error expected-text: A list stands where a text is expected. hint: a text that begins with `[` or `{`, or holds `: `, needs quotes',
      ],
    )
  })

  test('counts as `withholds` under a condition, and keeps what a claim stated', async () => {
    const result = await checkExample(
      `source: { id: wire, published: 2024-08-02 }
claims:
  - { claim: Norland —recognizes→ González, condition: if counted }
  - { claim: Norland —comments on→ Rivera, stance: opposes, condition: if elected }
`,
    )
    if (!result.ok) throw new Error('the example is faulty')
    const claims = [...result.graph.claims.values()].map(({ object, stance, statedStance }) => [
      object,
      stance,
      statedStance,
    ])
    expect(claims.sort()).toEqual([
      ['González', 'withholds', undefined],
      ['Rivera', 'withholds', 'opposes'],
    ])
  })

  test('does not depend on nothing', async () => {
    expect(await faultsOfClaims('  - { claim: Norland —recognizes→ González, condition: " " }')).toEqual([
      '3:56 error wrong-value: `condition` is text, and this is empty. hint: say on what the stance depends, or leave the key out',
    ])
  })

  test('makes a condition idle where there is none', async () => {
    expect(await faultsOfClaims('  - { claim: Norland —meets→ González, condition: if trains run }')).toEqual(
      [
        '3:40 warning condition-without-stance: `meets` takes no stance, so the condition changes nothing. hint: write it as a `note:`',
      ],
    )
  })
})
