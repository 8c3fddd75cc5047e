import { describe, expect, test } from 'vitest'
import { faultsOf, faultsOfClaims } from '../../project/check-example.ts'

describe('The relation of a claim', () => {
  test('is an error where the graph schema has none of the name, with the nearest', async () => {
    expect(await faultsOfClaims(`  - Norland —recogmizes→ González`)).toMatchInlineSnapshot(`
      [
        "3:14 error unknown-relation: \`recogmizes\` is not a relation of the graph schema. hint: did you mean \`recognizes\`?",
      ]
    `)
  })

  test('is an error without a suggestion where nothing is near', async () => {
    expect(await faultsOfClaims(`  - Norland —zzz→ González`)).toMatchInlineSnapshot(`
      [
        "3:14 error unknown-relation: \`zzz\` is not a relation of the graph schema. hint: declare it under \`relations:\` in the graph schema",
      ]
    `)
  })

  test('is found in NFC, and whatever it is called', async () => {
    expect(
      await faultsOf({
        'graph-schema/more.yaml': `relations:
  __proto__: { from: Actor, to: Actor }
  constructor: { from: Actor, to: Actor }
  señala: { from: Actor, to: Actor }
`,
        'data/example.yaml': `source: { id: wire, published: 2024-08-02, text: texts/wire.txt }
claims:
  - Norland —__proto__→ González
  - Norland —constructor→ González
  - Norland —sen\u0303ala→ González
`,
      }),
    ).toMatchInlineSnapshot(`[]`)
  })

  test('is not looked for on Object.prototype', async () => {
    expect(await faultsOfClaims(`  - Norland —toString→ González`)).toMatchInlineSnapshot(`
      [
        "3:14 error unknown-relation: \`toString\` is not a relation of the graph schema. hint: declare it under \`relations:\` in the graph schema",
      ]
    `)
  })

  test('is an error where it is abstract, with those that extend it', async () => {
    expect(
      await faultsOf({
        'graph-schema/more.yaml': `relations:
  speaks of: { abstract: true, from: Actor, to: Actor }
  mentions: { extends: speaks of }
`,
        'data/example.yaml': `source: { id: wire, published: 2024-08-02, text: texts/wire.txt }
claims:
  - Norland —speaks of→ González
`,
      }),
    ).toMatchInlineSnapshot(`
      [
        "3:14 error abstract-relation: \`speaks of\` is abstract: no claim may use it. hint: use \`mentions\`",
      ]
    `)
  })
})
