import { describe, expect, test } from 'vitest'
import { faultsOf, faultsOfClaims } from '../../project/check-example.ts'

describe('The claims of a source', () => {
  test('are an error where one is made twice, at the later place', async () => {
    expect(
      await faultsOfClaims(`  - { claim: Norland —recognizes→ González, quote: recognizes }
  - { claim: Norland —recognizes→ González, date: 2024-08-02 }`),
    ).toMatchInlineSnapshot(`
      [
        "4:14 error duplicate-claim: \`Norland —recognizes→ González\` is claimed twice by this source, with the same date and the same speaker. hint: list both quotes under one claim; if they are two acts, give one an \`id\`",
      ]
    `)
  })

  test('may repeat a triple on another day, according to another, or with an id', async () => {
    expect(
      await faultsOfClaims(`  - Norland —recognizes→ González
  - { claim: Norland —recognizes→ González, date: 2024-08-01 }
  - { claim: Norland —recognizes→ González, according_to: Rivera }
  - { claim: Norland —recognizes→ González, on_behalf_of: Rivera }
  - { id: again, claim: Norland —recognizes→ González }`),
    ).toMatchInlineSnapshot(`[]`)
  })

  test('may be repeated by another source', async () => {
    expect(
      await faultsOf(`source: { id: wire, published: 2024-08-02, text: texts/wire.txt }
claims: [Norland —recognizes→ González]
---
source: { id: wire 2, published: 2024-08-02 }
claims: [Norland —recognizes→ González]
`),
    ).toMatchInlineSnapshot(`[]`)
  })

  test('are an error where a list repeats a name', async () => {
    expect(
      await faultsOfClaims(`  - { subject: [Norland, Norland], relation: recognizes, object: González }`),
    ).toMatchInlineSnapshot(`
      [
        "3:46 error duplicate-claim: \`Norland —recognizes→ González\` is claimed twice by this source, with the same date and the same speaker. hint: list both quotes under one claim; if they are two acts, give one an \`id\`",
      ]
    `)
  })

  test('of a joint statement cannot share an id', async () => {
    expect(
      await faultsOfClaims(
        `  - { id: note, subject: [Norland, Rivera], relation: recognizes, object: González }`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "3:11 error joint-with-id: \`note\` cannot be the id of all 2 claims of a joint statement. hint: drop the \`id\`, or write the claims out one by one",
      ]
    `)
  })

  test('are not compared where something that tells them apart is at fault', async () => {
    const triple = 'claim: Norland —recognizes→ González'
    expect(
      await faultsOfClaims(`  - { ${triple}, date: 2024-13-40 }
  - { ${triple}, date: next week }
  - { ${triple}, according_to: Revera }
  - { ${triple}, on_behalf_of: Revera }
  - { ${triple} }`),
    ).toEqual([
      expect.stringContaining('3:51 error invalid-date'),
      expect.stringContaining('4:51 error invalid-date'),
      expect.stringContaining('5:59 error unknown-name'),
      expect.stringContaining('6:59 error unknown-name'),
    ])
    const nameless = 'source: { published: 2024-08-02 }\nclaims: [Norland —recognizes→ González]\n'
    expect(await faultsOf(`${nameless}---\n${nameless}`)).toEqual([
      expect.stringContaining('1:1 error missing-key'),
      expect.stringContaining('4:1 error missing-key'),
    ])
  })
})
