import { describe, expect, test } from 'vitest'
import { faultsOfClaims } from '../../project/check-example.ts'

describe('Claims about claims', () => {
  test('are an error where one is about itself', async () => {
    expect(await faultsOfClaims(`  - { id: denial, claim: Norland —disputes→ denial }`))
      .toMatchInlineSnapshot(`
      [
        "3:26 error claim-cycle: The claim \`denial\` is about itself. hint: a claim can only speak about what was claimed before; check the ids",
      ]
    `)
  })

  test('are one error where they go round in a circle', async () => {
    expect(
      await faultsOfClaims(`  - { id: a, claim: Norland —disputes→ b }
  - { id: b, claim: Norland —disputes→ c }
  - { id: c, claim: Norland —disputes→ a }
  - { id: d, claim: Norland —disputes→ a }`),
    ).toMatchInlineSnapshot(`
      [
        "3:21 error claim-cycle: The claims \`a\`, \`b\`, \`c\` are about each other in a circle. hint: a claim can only speak about what was claimed before; check the ids",
      ]
    `)
  })

  test('are fine in a chain', async () => {
    expect(
      await faultsOfClaims(`  - { id: a, claim: Norland —disputes→ b }
  - { id: b, claim: Norland —disputes→ c }
  - { id: c, claim: Norland —meets→ Rivera }`),
    ).toMatchInlineSnapshot(`[]`)
  })
})
