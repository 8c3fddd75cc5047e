import { describe, expect, test } from 'vitest'
import { claimId } from '../../../src/claims/identity.ts'
import { faultsOf } from '../../project/check-example.ts'

describe('Ids', () => {
  test('are an error where one is the computed id of another claim', async () => {
    // `Norland —recognizes→ González` in `wire` on that day computes to this id.
    const id = claimId({
      source: 'wire',
      subject: 'Norland',
      relation: 'recognizes',
      object: 'González',
      date: '2024-08-02',
    })
    const claims = 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —recognizes→ González\n'
    const hint = 'hint: choose another: handles, ids of sources and ids of claims are unique together'
    expect(await faultsOf(`${claims}  - { id: ${id}, claim: Rivera —meets→ González }\n`)).toEqual([
      `4:11 error duplicate-id: \`${id}\` is the computed id of a claim already. ${hint}`,
    ])
    expect(await faultsOf(`${claims}entities:\n  ${id}: { type: Person }\n`)).toEqual([
      `5:3 error duplicate-id: \`${id}\` is the computed id of a claim already. ${hint}`,
    ])
  })

  test('are an error where two files give one to two sources', async () => {
    expect(
      await faultsOf({
        'data/a.yaml': `source: { id: wire, published: 2024 }
`,
        'data/b.yaml': `source: { id: wire, published: 2024 }
`,
      }),
    ).toMatchInlineSnapshot(`
      [
        "1:15 error duplicate-id: \`wire\` is the id of a source already. hint: choose another: handles, ids of sources and ids of claims are unique together",
      ]
    `)
  })

  test('are an error where a claim, an entity and a source share one', async () => {
    expect(
      await faultsOf(`source: { id: Rivera, published: 2024-08-02 }
claims:
  - { id: Norland, claim: Norland —recognizes→ González }
  - { id: note, claim: Norland —meets→ González }
  - { id: note, claim: Norland —meets→ Norland }
`),
    ).toMatchInlineSnapshot(`
      [
        "1:15 error duplicate-id: \`Rivera\` is the handle of an entity already. hint: choose another: handles, ids of sources and ids of claims are unique together",
        "3:11 error duplicate-id: \`Norland\` is the handle of an entity already. hint: choose another: handles, ids of sources and ids of claims are unique together",
        "5:11 error duplicate-id: \`note\` is the id of a claim already. hint: choose another: handles, ids of sources and ids of claims are unique together",
      ]
    `)
  })

  test('are an error where they are blank', async () => {
    expect(
      await faultsOf(`source: { id: " wire", published: 2024-08-02 }
entities:
  "": { type: Person }
  " x": { type: Person }
claims:
  - { id: "", claim: Norland —recognizes→ González }
`),
    ).toMatchInlineSnapshot(`
      [
        "1:15 error blank-name: The id is empty, or begins or ends with white space. hint: write it without white space around it",
        "3:3 error key-not-text: A key is empty. hint: write a key before the colon",
        "4:3 error blank-name: The handle is empty, or begins or ends with white space. hint: write it without white space around it",
        "6:11 error blank-name: The id is empty, or begins or ends with white space. hint: write it without white space around it",
      ]
    `)
  })
})
