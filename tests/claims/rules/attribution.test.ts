import { describe, expect, test } from 'vitest'
import { faultsOfClaims } from '../../project/check-example.ts'

describe('Attribution', () => {
  test('names an entity, or `unnamed`', async () => {
    expect(
      await faultsOfClaims(`  - { claim: Norland —recognizes→ González, according_to: Rivera }
  - { claim: Norland —meets→ González, according_to: unnamed, on_behalf_of: Norland }`),
    ).toMatchInlineSnapshot(`[]`)
  })

  test('is an error where it names nobody', async () => {
    expect(
      await faultsOfClaims(
        `  - { claim: Norland —recognizes→ González, according_to: Riviera, on_behalf_of: unnamed }`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "3:59 error unknown-name: No entity or claim is called \`Riviera\`. hint: did you mean \`Rivera\`?",
        "3:82 error unknown-name: No entity or claim is called \`unnamed\`. hint: declare it under \`entities:\`, or give the claim meant an \`id\`",
      ]
    `)
  })

  test('is an error where it names a claim', async () => {
    expect(
      await faultsOfClaims(`  - { id: note, claim: Norland —recognizes→ González }
  - { claim: Norland —meets→ González, on_behalf_of: note }`),
    ).toMatchInlineSnapshot(`
      [
        "4:54 error wrong-range: \`note\` is of type \`Claim\`, but \`on_behalf_of\` takes \`Entity\`. hint: name an entity; a claim cannot speak",
      ]
    `)
  })
})
