import { describe, expect, test } from 'vitest'
import { faultsOf, faultsOfClaims } from '../../project/check-example.ts'

describe('A quote', () => {
  test('is an error where the text does not have it, with the closest passage', async () => {
    expect(
      await faultsOfClaims(
        `  - { claim: Norland —recognizes→ González, quote: Norland recognises González }`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "3:52 error quote-not-found: The quote does not stand in the source’s text. hint: the closest passage is: Norland recognizes González",
      ]
    `)
  })

  test('is an error where nothing is near', async () => {
    expect(
      await faultsOfClaims(
        `  - { claim: Norland —recognizes→ González, quote: "quite something else, at great length" }`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "3:52 error quote-not-found: The quote does not stand in the source’s text. hint: copy the passage from the text file",
      ]
    `)
  })

  test('is an error where another source has it', async () => {
    expect(
      await faultsOf({
        'data/texts/other.txt': `Rivera slept.
`,
        'data/example.yaml': `source: { id: wire, published: 2024-08-02, text: texts/wire.txt }
claims:
  - { claim: Norland —recognizes→ González, quote: Rivera slept }
---
source: { id: other, published: 2024, text: texts/other.txt }
`,
      }),
    ).toMatchInlineSnapshot(`
      [
        "3:52 error quote-not-found: The quote does not stand in the source’s text, but in that of \`other\`. hint: move the claim to that source, or quote this one",
      ]
    `)
  })

  test('is an info where it stands there twice', async () => {
    expect(await faultsOfClaims(`  - { claim: Norland —recognizes→ González, quote: in Oslo }`))
      .toMatchInlineSnapshot(`
      [
        "3:52 info quote-repeated: The quote stands 2 times in the text; the first is taken. hint: quote a few words more to say which is meant",
      ]
    `)
  })

  test('is a warning where it cuts a word', async () => {
    expect(await faultsOfClaims(`  - { claim: Norland —recognizes→ González, quote: land recognizes Gonz }`))
      .toMatchInlineSnapshot(`
      [
        "3:52 warning quote-cuts-word: The quote begins or ends inside a word. hint: quote whole words",
      ]
    `)
  })

  test('is a warning with the exact text where only typography differs', async () => {
    expect(
      await faultsOfClaims(`  - { claim: Norland —recognizes→ González, quote: RIVERA said she met "with him" }
  - { claim: Norland —meets→ González, quote: "Rivera said [...] in Oslo" }`),
    ).toMatchInlineSnapshot(`
      [
        "3:52 warning quote-altered: The quote stands in the text only when case, quotation marks, dashes or omissions do not matter. hint: the text has: Rivera said she met “with him”",
        "4:47 warning quote-altered: The quote stands in the text only when case, quotation marks, dashes or omissions do not matter. hint: the text has: Rivera said she met “with him” in Oslo",
      ]
    `)
  })

  test('is an error where it is empty, a map without text, or has other keys', async () => {
    expect(
      await faultsOfClaims(`  - { claim: Norland —recognizes→ González, quote: " " }
  - { claim: Norland —meets→ González, quote: { translation: x } }
  - { claim: Norland —meets→ Norland, quote: [{ exact: in Oslo and, language: en }] }`),
    ).toMatchInlineSnapshot(`
      [
        "3:52 error empty-quote: The quote is empty. hint: quote some words, or leave \`quote:\` out",
        "4:47 error missing-key: The quote has no \`exact\`. hint: add \`exact:\`",
        "5:69 error unknown-key: \`language\` is not a key of a quote. hint: its keys are \`exact\`, \`translation\`",
      ]
    `)
  })
})
