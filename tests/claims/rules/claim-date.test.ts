import { describe, expect, test } from 'vitest'
import { faultsOf, faultsOfClaims } from '../../project/check-example.ts'

describe('The date of a claim', () => {
  test('is an error where no calendar has it', async () => {
    expect(await faultsOfClaims(`  - { claim: Norland —recognizes→ González, date: 2024-13-40 }`))
      .toMatchInlineSnapshot(`
      [
        "3:51 error invalid-date: \`2024-13-40\` is not a date: it names month 13, which does not exist. hint: write a month from 01 to 12, or the year alone",
      ]
    `)
  })

  test('is an error where it is no EDTF', async () => {
    expect(await faultsOfClaims(`  - { claim: Norland —recognizes→ González, date: next week }`))
      .toMatchInlineSnapshot(`
      [
        "3:51 error invalid-date: \`next week\` is not a date: it is no day, month or year. hint: write the day, month or year: \`2024-08-01\`, \`2024-08\` or \`2024\`",
      ]
    `)
  })

  test('is an error where it ends before it begins', async () => {
    expect(await faultsOfClaims(`  - { claim: Norland —recognizes→ González, date: 2024-08-02/2024-08-01 }`))
      .toMatchInlineSnapshot(`
      [
        "3:51 error invalid-date: \`2024-08-02/2024-08-01\` is not a date: it ends before it begins. hint: write \`2024-08-01/2024-08-02\`, or correct one of the two",
      ]
    `)
  })

  test('is an error where it is a list or empty', async () => {
    expect(
      await faultsOfClaims(`  - { claim: Norland —recognizes→ González, date: [2024] }
  - { claim: Norland —recognizes→ Norland, date: }`),
    ).toMatchInlineSnapshot(`
      [
        "3:51 error expected-text: A list stands where a text is expected. hint: a text that begins with \`[\` or \`{\`, or holds \`: \`, needs quotes",
        "4:49 error expected-text: Nothing stands where a text is expected. hint: write it, or leave the key out",
      ]
    `)
  })

  test('is an error where it is a single one on a lasting relation', async () => {
    expect(
      await faultsOf(`claims:
  - { claim: Rivera —holds→ Foreign Minister, date: 2021-01-26 }
`),
    ).toMatchInlineSnapshot(`
      [
        "2:53 error single-date-on-lasting: \`holds\` lasts, so \`2021-01-26\` alone does not say from when to when. hint: write an interval: \`2021-01-26/..\` from then on, \`2021-01-26/2021-01-26\` for that time alone; or no date",
      ]
    `)
  })

  test('is not needed on a lasting relation', async () => {
    expect(
      await faultsOf(`claims:
  - Rivera —holds→ Foreign Minister
  - { claim: González —holds→ Foreign Minister, date: 2021-01-26/.. }
`),
    ).toMatchInlineSnapshot(`[]`)
  })

  test('is the publication of its source where it has none, which must then be given', async () => {
    expect(
      await faultsOf(`source: { id: wire }
claims:
  - Norland —recognizes→ González
  - Norland —meets→ González
  - { claim: Norland —meets→ Rivera, date: 2024 }
`),
    ).toMatchInlineSnapshot(`
      [
        "1:1 error missing-published: \`wire\` has no \`published\`, and 2 of its claims have no date. hint: add \`published:\` to the source (\`2024-08-02~\` if the day is not certain), or \`date:\` to each claim",
      ]
    `)
  })

  test('is quiet where the publication is at fault', async () => {
    expect(
      await faultsOf(`source: { id: wire, published: yesterday }
claims:
  - Norland —recognizes→ González
`),
    ).toMatchInlineSnapshot(`
      [
        "1:32 error invalid-date: \`yesterday\` is not a date: it is no day, month or year. hint: write the day, month or year: \`2024-08-01\`, \`2024-08\` or \`2024\`",
      ]
    `)
  })

  test('of publication is a single one', async () => {
    expect(
      await faultsOf(`source: { id: wire, published: 2024-08-01/2024-08-03 }
`),
    ).toMatchInlineSnapshot(`
      [
        "1:32 error interval-not-allowed: \`published\` is one day, not an interval such as \`2024-08-01/2024-08-03\`. hint: write one date; \`2024-08\` or \`2024-08-02~\` if the day is not known",
      ]
    `)
  })

  test('of retraction is a single one, not before publication', async () => {
    expect(
      await faultsOfClaims(`  - { claim: Norland —recognizes→ González, retracted: 2024-08-01 }
  - { claim: Norland —meets→ González, retracted: 2024-08/.. }
  - { claim: Norland —meets→ Rivera, retracted: 2024-08 }`),
    ).toMatchInlineSnapshot(`
      [
        "3:56 error retracted-before-published: The source takes the claim back on \`2024-08-01\`, before it was published on \`2024-08-02\`. hint: \`retracted\` is the day on which the source itself took the claim back; a denial by somebody else is a claim of its own",
        "4:51 error interval-not-allowed: \`retracted\` is one day, not an interval such as \`2024-08/..\`. hint: write one date; \`2024-08\` or \`2024-08-02~\` if the day is not known",
      ]
    `)
  })
})
