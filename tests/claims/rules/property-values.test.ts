import { describe, expect, test } from 'vitest'
import { faultsOf, faultsOfClaims } from '../../project/check-example.ts'

describe('A property', () => {
  test('is an error where the relation does not declare it, with the nearest', async () => {
    expect(
      await faultsOfClaims(
        `  - { claim: Electoral Council —declares winner→ Rivera, regarding: Vote 2024, shar: 51.2 }`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "3:80 error unknown-property: \`shar\` is neither a built-in key nor a property of \`declares winner\`. hint: did you mean \`share\`?",
      ]
    `)
  })

  test('is an error where a built-in key is meant', async () => {
    expect(await faultsOfClaims(`  - { claim: Norland —recognizes→ González, qoute: recognizes }`))
      .toMatchInlineSnapshot(`
      [
        "3:45 error unknown-property: \`qoute\` is neither a built-in key nor a property of \`recognizes\`. hint: did you mean \`quote\`?",
      ]
    `)
  })

  test('is an error where it is required and missing', async () => {
    expect(await faultsOfClaims(`  - Electoral Council —declares winner→ Rivera`)).toMatchInlineSnapshot(`
      [
        "3:5 error missing-property: \`declares winner\` requires \`regarding\`. hint: add \`regarding:\`",
      ]
    `)
  })

  test('is an error where a number is text', async () => {
    expect(
      await faultsOfClaims(
        `  - { claim: Electoral Council —declares winner→ Rivera, regarding: Vote 2024, share: "51.2" }`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "3:87 error wrong-value: \`share\` is a number, and this is text in quotation marks. hint: write 51.2 without quotation marks",
      ]
    `)
  })

  test('is an error where a number has leading zeros, a comma or a unit', async () => {
    expect(
      await faultsOfClaims(`  - { claim: Electoral Council —declares winner→ Rivera, regarding: Vote 2024, share: 051 }
  - { claim: Electoral Council —declares winner→ González, regarding: Vote 2024, share: 51 % }`),
    ).toMatchInlineSnapshot(`
      [
        "3:87 error wrong-value: \`share\` is a number, and this is \`051\`. hint: write digits without leading zeros, with a point before decimals, such as 51.2",
        "4:89 error wrong-value: \`share\` is a number, and this is \`51 %\`. hint: write digits without leading zeros, with a point before decimals, such as 51.2",
      ]
    `)
  })

  test('is an error where a number is out of range', async () => {
    expect(
      await faultsOfClaims(`  - { claim: Electoral Council —declares winner→ Rivera, regarding: Vote 2024, share: 512 }
  - { claim: Electoral Council —declares winner→ González, regarding: Vote 2024, share: -1 }`),
    ).toMatchInlineSnapshot(`
      [
        "3:87 error out-of-range: \`share\` must be at most 100, and this is 512. hint: check the number, or its \`minimum\` and \`maximum\` in the graph schema",
        "4:89 error out-of-range: \`share\` must be at least 0, and this is -1. hint: check the number, or its \`minimum\` and \`maximum\` in the graph schema",
      ]
    `)
  })

  test('is an error where a whole number has a fraction or is too large', async () => {
    expect(
      await faultsOf(`entities:
  Sundvik: { type: Country, population: 1.5 }
  Vestmark: { type: Country, population: 9007199254740993 }
  Ostland: { type: Country, population: 0 }
`),
    ).toMatchInlineSnapshot(`
      [
        "2:41 error wrong-value: \`population\` is a whole number, and this is \`1.5\`. hint: write it without a decimal point, or declare the property as \`number\`",
        "3:42 error out-of-range: \`population\` must be between -(2^53 - 1) and 2^53 - 1, and this is 9007199254740993. hint: check the number, or its \`minimum\` and \`maximum\` in the graph schema",
      ]
    `)
  })

  test('is an error where it is empty or a map', async () => {
    expect(
      await faultsOfClaims(
        `  - { claim: Electoral Council —declares winner→ Rivera, regarding: , share: { a: b } }`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "3:68 error wrong-value: \`regarding\` is the name of an entity, and this is empty. hint: give it a value, or leave the key out",
        "3:78 error wrong-value: \`share\` is a number, and this is a map.",
      ]
    `)
  })

  test('is an error where a list is expected', async () => {
    expect(
      await faultsOfClaims(
        `  - { claim: Electoral Council —declares winner→ Rivera, regarding: Vote 2024, districts: north }`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "3:91 error wrong-value: \`districts\` is a list, and this is \`north\`. hint: put it in brackets: \`[…]\`",
      ]
    `)
  })

  test('is an error where an entity is of another type, or unknown', async () => {
    expect(
      await faultsOfClaims(`  - { claim: Electoral Council —declares winner→ Rivera, regarding: Norland }
  - { claim: Electoral Council —declares winner→ González, regarding: Vote 2025 }`),
    ).toMatchInlineSnapshot(`
      [
        "3:69 error wrong-range: \`Norland\` is of type \`Country\`, but \`regarding\` takes \`Election\`. hint: name one of type \`Election\`, or widen the \`range\` of \`regarding\` in the graph schema",
        "4:71 error unknown-name: No entity or claim is called \`Vote 2025\`. hint: did you mean \`Vote 2024\`?",
      ]
    `)
  })

  test('is checked as boolean, date and link', async () => {
    expect(
      await faultsOf({
        'graph-schema/more.yaml': `types:
  Treaty: { properties: { secret: boolean, signed: date, site: url, pages: { type: [integer] } } }
`,
        'data/example.yaml': `entities:
  Accord: { type: Treaty, secret: yes, signed: 2024-13, site: javascript:alert(1), pages: [1, two] }
  Pact: { type: Treaty, secret: false, signed: 2024-XX, site: https://example.org, pages: [1, 2] }
`,
      }),
    ).toMatchInlineSnapshot(`
      [
        "2:35 error wrong-value: \`secret\` is \`true\` or \`false\`, and this is \`yes\`. hint: write \`true\` or \`false\` without quotation marks",
        "2:48 error invalid-date: \`2024-13\` is not a date: it names month 13, which does not exist. hint: write a month from 01 to 12, or the year alone",
        "2:63 error invalid-url: \`javascript:alert(1)\` is not a web address. hint: write the whole address, beginning with \`https://\` or \`http://\`",
        "2:95 error wrong-value: \`pages\` is a whole number, and this is \`two\`. hint: write digits without leading zeros, with a point before decimals, such as 51.2",
      ]
    `)
  })

  test('of an entity or source is checked likewise', async () => {
    expect(
      await faultsOf(`source: { id: wire, type: Article, published: 2024-08-02, pubisher: Wire, url: example.org }
entities:
  Sundvik: { type: Country, populaton: 3 }
`),
    ).toMatchInlineSnapshot(`
      [
        "1:59 error unknown-property: \`pubisher\` is neither a built-in key nor a property of \`Article\`. hint: did you mean \`publisher\` or \`published\`?",
        "1:80 error invalid-url: \`example.org\` is not a web address. hint: write the whole address, beginning with \`https://\` or \`http://\`",
        "3:29 error unknown-property: \`populaton\` is neither a built-in key nor a property of \`Country\`. hint: did you mean \`population\`?",
      ]
    `)
  })

  test('called __proto__ is kept apart from the prototype', async () => {
    expect(await faultsOfClaims(`  - { claim: Norland —recognizes→ González, __proto__: 1, constructor: 2 }`))
      .toMatchInlineSnapshot(`
      [
        "3:45 error unknown-property: \`__proto__\` is neither a built-in key nor a property of \`recognizes\`. hint: declare it under \`properties:\` of \`recognizes\` in the graph schema",
        "3:59 error unknown-property: \`constructor\` is neither a built-in key nor a property of \`recognizes\`. hint: declare it under \`properties:\` of \`recognizes\` in the graph schema",
      ]
    `)
  })

  test('is an error where a number has more digits than can be kept', async () => {
    const population = (value: string) =>
      faultsOf({
        'graph-schema/more.yaml': 'types: { Region: { properties: { population: number } } }\n',
        'data/example.yaml': `entities: { Vestmark: { type: Region, population: ${value} } }\n`,
      })
    expect(await population('9007199254740993')).toEqual([
      '1:51 error out-of-range: `population` must be between -(2^53 - 1) and 2^53 - 1, and this is 9007199254740993. hint: check the number, or its `minimum` and `maximum` in the graph schema',
    ])
    expect(await population('9.1e20')).toEqual([])
  })

  test('is an error where JSON has it twice, in two forms of Unicode', async () => {
    const entity = { id: 'Vestmark', type: 'Region', été: 'long', ['été'.normalize('NFD')]: 'short' }
    expect(
      await faultsOf({
        'graph-schema/more.yaml': 'types: { Region: { properties: { été: text } } }\n',
        'data/example.jsonl': JSON.stringify({ entity }),
      }),
    ).toHaveLength(1)
  })
})
