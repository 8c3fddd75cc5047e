import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../project/check-example.ts'

describe('A source', () => {
  test('needs an id, and its claims are not blamed', async () => {
    expect(
      await faultsOf(`source: { published: 2024-08-02 }
claims:
  - Norland —recognizes→ González
`),
    ).toMatchInlineSnapshot(`
      [
        "1:1 error missing-key: The source has no \`id\`. hint: add \`id:\`",
      ]
    `)
  })

  test('has a type that extends Source', async () => {
    expect(
      await faultsOf(`source: { id: wire, type: Person, published: 2024-08-02 }
---
source: { id: wire 2, type: Artcle, published: 2024-08-02 }
---
source: { id: wire 3, published: 2024-08-02 }
`),
    ).toMatchInlineSnapshot(`
      [
        "1:27 error wrong-type: \`Person\` is not a type of sources. hint: take a type that extends \`Source\`",
        "3:29 error unknown-type: \`Artcle\` is not a type of the graph schema. hint: did you mean \`Article\`?",
      ]
    `)
  })

  test('is needed by claims that do not last', async () => {
    expect(
      await faultsOf(`claims:
  - { claim: Norland —recognizes→ González, date: 2024-08-01 }
`),
    ).toMatchInlineSnapshot(`
      [
        "2:14 error missing-source: The claim has no source. hint: add a \`source:\` to this document; only lasting relations, such as offices, can do without",
      ]
    `)
  })

  test('must have a text that is there and in the project', async () => {
    expect(
      await faultsOf(`source: { id: wire, published: 2024-08-02, text: texts/wires.txt }
---
source: { id: wire 2, published: 2024-08-02, text: ../../etc/passwd }
---
source: { id: wire 3, text: [] }
`),
    ).toMatchInlineSnapshot(`
      [
        "1:50 error missing-text: There is no text file \`texts/wires.txt\`. hint: the path is relative to this data file; without a text, leave \`text:\` out",
        "3:52 error text-outside-project: The text file \`../../etc/passwd\` lies outside the project. hint: copy the text into the project; links that lead out of it are not followed",
        "5:29 error expected-text: A list stands where a text is expected. hint: a text that begins with \`[\` or \`{\`, or holds \`: \`, needs quotes",
      ]
    `)
  })
})
