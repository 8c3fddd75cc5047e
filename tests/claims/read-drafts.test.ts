import { describe, expect, test } from 'vitest'
import { faultsOf, faultsOfClaims } from '../project/check-example.ts'

describe('A claim as written', () => {
  test('is a triple alone, in arrow notation or in the long form', async () => {
    expect(
      await faultsOfClaims(`  - Norland —recognizes→ González
  - { claim: Norland -- meets --> González }
  - { subject: Norland, relation: meets, object: Rivera }`),
    ).toMatchInlineSnapshot(`[]`)
  })

  test('is an error without an arrow', async () => {
    expect(await faultsOfClaims(`  - Norland recognizes González`)).toMatchInlineSnapshot(`
      [
        "3:5 error missing-arrow: The triple has no arrow. hint: write \`Subject —relation→ Object\`, or in the long form \`{ subject: …, relation: …, object: … }\`",
      ]
    `)
  })

  test('is an error with an arrow that is not opened or not closed', async () => {
    expect(
      await faultsOfClaims(`  - Norland recognizes→ González
  - Norland —recognizes González`),
    ).toMatchInlineSnapshot(`
      [
        "3:23 error missing-arrow: The arrow of the triple is not opened before the relation. hint: write \`Subject —relation→ Object\`, or in the long form \`{ subject: …, relation: …, object: … }\`",
        "4:13 error missing-arrow: The arrow of the triple is not closed after the relation. hint: write \`Subject —relation→ Object\`, or in the long form \`{ subject: …, relation: …, object: … }\`",
      ]
    `)
  })

  test('is an error with two arrows', async () => {
    expect(
      await faultsOfClaims(`  - Norland —recognizes→ González → Rivera
  - Paris–Nice —meets→ Rivera`),
    ).toMatchInlineSnapshot(`
      [
        "3:35 error doubled-arrow: The triple closes an arrow more than once. hint: write \`Subject —relation→ Object\`, or in the long form \`{ subject: …, relation: …, object: … }\`",
        "4:16 error doubled-arrow: The triple opens an arrow more than once. hint: write \`Subject —relation→ Object\`, or in the long form \`{ subject: …, relation: …, object: … }\`",
      ]
    `)
  })

  test('is an error where an arrow lacks white space', async () => {
    expect(
      await faultsOfClaims(`  - Norland --recognizes-->González
  - Norland--recognizes--> González`),
    ).toMatchInlineSnapshot(`
      [
        "3:25 error tight-arrow: \`-->\` is an arrow only with white space after it. hint: write \`--> \`, or use \`—\` and \`→\`",
        "4:12 error tight-arrow: \`--\` is an arrow only with white space before it. hint: write \` --\`, or use \`—\` and \`→\`",
      ]
    `)
  })

  test('is an error where a part is empty', async () => {
    expect(
      await faultsOfClaims(`  - "—recognizes→ González"
  - Norland —→ González
  - Norland —recognizes→
  - { subject: [], relation: recognizes, object: Rivera }`),
    ).toMatchInlineSnapshot(`
      [
        "3:6 error empty-part: The triple has no subject. hint: write \`Subject —relation→ Object\`, or in the long form \`{ subject: …, relation: …, object: … }\`",
        "4:13 error empty-part: The triple has no relation. hint: write \`Subject —relation→ Object\`, or in the long form \`{ subject: …, relation: …, object: … }\`",
        "5:24 error empty-part: The triple has no object. hint: write \`Subject —relation→ Object\`, or in the long form \`{ subject: …, relation: …, object: … }\`",
        "6:16 error empty-part: The triple has no subject. hint: write \`Subject —relation→ Object\`, or in the long form \`{ subject: …, relation: …, object: … }\`",
      ]
    `)
  })

  test('is an error without a triple, or with half of one', async () => {
    expect(
      await faultsOfClaims(`  - { date: 2024-08-01 }
  - date: 2024-08-01
    quote: x
  - { subject: Norland, object: González }
  - {}`),
    ).toMatchInlineSnapshot(`
      [
        "3:5 error missing-triple: The claim has no triple. hint: write \`claim: Subject —relation→ Object\`, or the keys \`subject\`, \`relation\` and \`object\`",
        "4:5 error missing-triple: The claim has no triple. hint: write \`claim: Subject —relation→ Object\`, or the keys \`subject\`, \`relation\` and \`object\`",
        "6:5 error missing-triple: The claim has no \`relation\`. hint: the long form needs all of \`subject\`, \`relation\` and \`object\`",
        "7:5 error missing-triple: The claim has no triple. hint: write \`claim: Subject —relation→ Object\`, or the keys \`subject\`, \`relation\` and \`object\`",
      ]
    `)
  })

  test('is an error where the triple is given twice', async () => {
    expect(await faultsOfClaims(`  - { claim: Norland —recognizes→ González, relation: recognizes }`))
      .toMatchInlineSnapshot(`
      [
        "3:45 error triple-twice: \`claim\` already gives the triple, so \`relation\` cannot stand beside it. hint: keep the arrow notation or the long form, not both",
      ]
    `)
  })

  test('is an error where it is a list, or empty', async () => {
    expect(
      await faultsOfClaims(`  - [Norland, recognizes, González]
  -
  - { claim: [Norland, recognizes, González] }
  - { subject: { a: b }, relation: recognizes, object: Rivera }`),
    ).toMatchInlineSnapshot(`
      [
        "3:5 error expected-map: A list stands where a map is expected. hint: write \`key: value\` lines beneath it, or \`{ key: value }\`",
        "4:4 error expected-map: Nothing stands where a map is expected. hint: write \`key: value\` lines beneath it, or \`{ key: value }\`",
        "5:14 error expected-text: A list stands where a text is expected. hint: a text that begins with \`[\` or \`{\`, or holds \`: \`, needs quotes",
        "6:16 error expected-text: A map stands where a text is expected. hint: a text that begins with \`[\` or \`{\`, or holds \`: \`, needs quotes",
      ]
    `)
  })

  test('is an error where other keys stand in the document', async () => {
    expect(
      await faultsOf(`sources: { id: wire }
claim: []
`),
    ).toMatchInlineSnapshot(`
      [
        "1:1 error unknown-key: \`sources\` is not a key of a document. hint: did you mean \`source\`?",
        "2:1 error unknown-key: \`claim\` is not a key of a document. hint: did you mean \`claims\`?",
      ]
    `)
  })

  test('is an error where claims or entities are of another shape', async () => {
    expect(
      await faultsOf(`source: wire
entities: [Rivera]
claims: Norland —recognizes→ González
`),
    ).toMatchInlineSnapshot(`
      [
        "1:9 error expected-map: A text stands where a map is expected. hint: write \`key: value\` lines beneath it, or \`{ key: value }\`",
        "2:11 error expected-map: A list stands where a map is expected. hint: write \`key: value\` lines beneath it, or \`{ key: value }\`",
        "3:9 error expected-list: A text stands where a list is expected. hint: write \`- item\` lines beneath it, or \`[item, item]\`",
      ]
    `)
  })

  test('may be missing: empty claims, entities and documents are fine', async () => {
    expect(
      await faultsOf(`claims:
---
entities:
---
# nothing
`),
    ).toMatchInlineSnapshot(`[]`)
  })

  test('keeps text as written where YAML knows other types', async () => {
    expect(
      await faultsOf(`source: { id: 054, published: 2024, title: no, publisher: 1:30 }
entities:
  no: { type: Person, name: 1:30 }
claims:
  - { claim: no —recognizes→ González, note: null }
`),
    ).toMatchInlineSnapshot(`[]`)
  })

  test('may be in a file with a byte order mark, CRLF and right-to-left marks', async () => {
    expect(
      await faultsOf(`\ufeffsource: { id: wire, published: 2024-08-02 }\r
claims:\r
  - { claim: Norland —recognizes→ González, note: \u200fx\u200e }\r
`),
    ).toMatchInlineSnapshot(`[]`)
  })

  test('is an error in a joint statement of more than 1000 claims', async () => {
    expect(
      await faultsOf(`source: { id: wire, published: 2024-08-02 }
claims:
  - { subject: [Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland, Norland], relation: meets, object: [Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera, Rivera] }
`),
    ).toMatchInlineSnapshot(`
      [
        "3:343 error joint-too-large: The lists make 1225 claims; a joint statement has at most 1000. hint: split the lists",
      ]
    `)
  })
})
