import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../project/check-example.ts'

describe('Ids', () => {
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
