import { describe, expect, test } from 'vitest'
import { faultsOf, faultsOfClaims } from '../../project/check-example.ts'

describe('A name in a claim', () => {
  test('is an error where it is misspelt, at its own place', async () => {
    expect(await faultsOfClaims(`  - Norland —recognizes→ Gonzáles`)).toMatchInlineSnapshot(`
      [
        "3:26 error unknown-name: No entity or claim is called \`Gonzáles\`. hint: did you mean \`González\`?",
      ]
    `)
  })

  test('is an error without its accent', async () => {
    expect(await faultsOfClaims(`  - Norland —recognizes→ Gonzalez`)).toMatchInlineSnapshot(`
      [
        "3:26 error unknown-name: No entity or claim is called \`Gonzalez\`. hint: did you mean \`González\`?",
      ]
    `)
  })

  test('is an error in another case', async () => {
    expect(await faultsOfClaims(`  - norland —recognizes→ González`)).toMatchInlineSnapshot(`
      [
        "3:5 error unknown-name: No entity or claim is called \`norland\`. hint: did you mean \`Norland\`?",
      ]
    `)
  })

  test('is an error where nothing is near', async () => {
    expect(await faultsOfClaims(`  - Norland —recognizes→ Zzyzx`)).toMatchInlineSnapshot(`
      [
        "3:26 error unknown-name: No entity or claim is called \`Zzyzx\`. hint: declare it under \`entities:\`, or give the claim meant an \`id\`",
      ]
    `)
  })

  test('is found as an alias, and in another normal form', async () => {
    expect(await faultsOfClaims(`  - A. Rivera —recognizes→ Gonza\u0301lez`)).toMatchInlineSnapshot(`[]`)
  })

  test('is an error where it fits two entities', async () => {
    expect(
      await faultsOf(`source: { id: wire, published: 2024-08-02, text: texts/wire.txt }
entities:
  Rivera II: { type: Person, name: A. Rivera }
claims:
  - Norland —recognizes→ A. Rivera
`),
    ).toMatchInlineSnapshot(`
      [
        "5:26 error ambiguous-name: \`A. Rivera\` fits \`Rivera\` (Person) and \`Rivera II\` (Person). hint: write the handle of the one meant",
      ]
    `)
  })

  test('is fine as a name of two entities that nobody uses', async () => {
    expect(
      await faultsOf(`entities:
  Rivera II: { type: Person, name: A. Rivera }
`),
    ).toMatchInlineSnapshot(`[]`)
  })

  test('is an error where it is a source', async () => {
    expect(await faultsOfClaims(`  - Norland —recognizes→ wire`)).toMatchInlineSnapshot(`
      [
        "3:26 error unknown-name: \`wire\` is a source, which cannot stand in a claim. hint: make the document an entity of its own, or speak about one of its claims by that claim’s \`id\`",
      ]
    `)
  })

  test('may be __proto__ or constructor where that is declared', async () => {
    expect(
      await faultsOf(`source: { id: wire, published: 2024-08-02 }
entities:
  __proto__: { type: Person }
  constructor: { type: Person }
claims:
  - __proto__ —recognizes→ constructor
`),
    ).toMatchInlineSnapshot(`[]`)
  })

  test('is an error as __proto__ or constructor where that is not declared', async () => {
    expect(await faultsOfClaims(`  - __proto__ —recognizes→ constructor`)).toMatchInlineSnapshot(`
      [
        "3:5 error unknown-name: No entity or claim is called \`__proto__\`. hint: declare it under \`entities:\`, or give the claim meant an \`id\`",
        "3:28 error unknown-name: No entity or claim is called \`constructor\`. hint: declare it under \`entities:\`, or give the claim meant an \`id\`",
      ]
    `)
  })

  test('is an error in each place of a list', async () => {
    expect(
      await faultsOfClaims(
        `  - { subject: [Norland, Nrland], relation: recognizes, object: [González, Gonzales] }`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "3:26 error unknown-name: No entity or claim is called \`Nrland\`. hint: did you mean \`Norland\`?",
        "3:76 error unknown-name: No entity or claim is called \`Gonzales\`. hint: did you mean \`González\`?",
      ]
    `)
  })

  test('is quiet where it may be declared in a document that cannot be read', async () => {
    expect(
      await faultsOf({
        'data/broken.yaml': `entities:
  Castillo: { type: Person
`,
        'data/example.yaml': `source: { id: wire, published: 2024-08-02, text: texts/wire.txt }
claims:
  - Norland —recognizes→ Castillo
  - Norland —recognizes→ Castilo
`,
      }),
    ).toMatchInlineSnapshot(`
      [
        "2:13 error yaml-syntax: The \`{\` that opens here is not closed by a \`}\`. hint: add the \`}\`, and indent the lines between deeper than the line that opens",
        "4:26 error unknown-name: No entity or claim is called \`Castilo\`. hint: declare it under \`entities:\`, or give the claim meant an \`id\`",
      ]
    `)
  })

  test('is quiet where its own declaration is at fault', async () => {
    expect(
      await faultsOf(`source: { id: wire, published: 2024-08-02 }
entities:
  Castillo: { type: Persn }
claims:
  - Norland —recognizes→ Castillo
`),
    ).toMatchInlineSnapshot(`
      [
        "3:21 error unknown-type: \`Persn\` is not a type of the graph schema. hint: did you mean \`Person\`?",
      ]
    `)
  })
})
