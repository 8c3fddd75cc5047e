import { describe, expect, test } from 'vitest'
import { checkExample, faultsOf } from '../../project/check-example.ts'

describe('An entity', () => {
  test('has each of its values checked, wherever it is declared again', async () => {
    const declared = (a: string, b: string) =>
      faultsOf({
        'data/a.yaml': `entities:\n  Sundvik: { type: Country, population: ${a} }\n`,
        'data/b.yaml': `entities:\n  Sundvik: { type: Country, population: ${b} }\n`,
      })
    const fault =
      '2:41 error wrong-value: `population` is a whole number, and this is text in quotation marks. hint: write 5 without quotation marks'
    expect(await declared('5', '"5"')).toEqual([fault])
    expect(await declared('"5"', '5')).toEqual([fault])
  })

  test('has its aliases in one order, whatever that of its declarations', async () => {
    const aliasesOf = async (a: string, b: string) => {
      const built = await checkExample({
        'data/a.yaml': `entities:\n  Sundvik: { type: Country, aliases: ${a} }\n`,
        'data/b.yaml': `entities:\n  Sundvik: { type: Country, aliases: ${b} }\n`,
      })
      return built.ok && built.graph.entities.get('Sundvik')?.aliases
    }
    expect(await aliasesOf('[S, The North]', '[The North, S]')).toEqual(['S', 'The North'])
    expect(await aliasesOf('[The North, S]', '[S, The North]')).toEqual(['S', 'The North'])
  })

  test('cannot have a handle that nobody can see', async () => {
    expect(await faultsOf('entities:\n  "\\u200b": { type: Person }\n')).toEqual([
      '2:3 error blank-name: The handle is empty, or begins or ends with white space. hint: write it without white space around it',
    ])
  })

  test('needs a type that is declared, and not abstract', async () => {
    expect(
      await faultsOf(`entities:
  A: { name: Anna }
  B: { type: Persn }
  C: { type: Actor }
  D: { type: Article }
  E: { type: Claim }
  F: { type: toString }
`),
    ).toMatchInlineSnapshot(`
      [
        "2:3 error missing-key: \`A\` has no \`type\`. hint: add \`type:\`",
        "3:14 error unknown-type: \`Persn\` is not a type of the graph schema. hint: did you mean \`Person\`?",
        "4:14 error abstract-type: \`Actor\` is abstract: nothing can be of this type alone. hint: use \`Person\`, \`Organization\` or \`Country\`",
        "5:14 error wrong-type: \`Article\` is not a type of entities. hint: sources stand under \`source:\`, claims under \`claims:\`",
        "6:14 error wrong-type: \`Claim\` is not a type of entities. hint: sources stand under \`source:\`, claims under \`claims:\`",
        "7:14 error unknown-type: \`toString\` is not a type of the graph schema. hint: declare it under \`types:\` in the graph schema",
      ]
    `)
  })

  test('may be declared twice in agreement', async () => {
    expect(
      await faultsOf({
        'data/a.yaml': `entities:
  Castillo: { type: Person, name: Eva Castillo, aliases: [EC, E. Castillo] }
`,
        'data/b.yaml': `entities:
  Castillo: { type: Person, aliases: [E. Castillo, EC], note: A name }
`,
      }),
    ).toMatchInlineSnapshot(`[]`)
  })

  test('is an error at the later place where declarations differ', async () => {
    expect(
      await faultsOf({
        'data/a.yaml': `entities:
  Castillo: { type: Person, name: Eva Castillo }
  Sundvik: { type: Country, population: 3 }
`,
        'data/b.yaml': `entities:
  Castillo: { type: Organization, name: Ewa Castillo }
  Sundvik: { type: Country, population: 4 }
`,
      }),
    ).toMatchInlineSnapshot(`
      [
        "2:15 error conflicting-declaration: \`Castillo\` is declared elsewhere with another \`type\`. hint: make the two agree; if these are two entities, give one another handle",
        "2:35 error conflicting-declaration: \`Castillo\` is declared elsewhere with another \`name\`. hint: make the two agree; if these are two entities, give one another handle",
        "3:29 error conflicting-declaration: \`Sundvik\` is declared elsewhere with another \`population\`. hint: make the two agree; if these are two entities, give one another handle",
      ]
    `)
  })

  test('cannot have the handle of another as a name or alias', async () => {
    expect(
      await faultsOf(`entities:
  Castillo: { type: Person, name: Rivera }
  Sundvik: { type: Country, aliases: [S, Norland] }
`),
    ).toMatchInlineSnapshot(`
      [
        "2:35 error name-is-handle: \`Rivera\` is the handle of another entity, so \`Castillo\` cannot have it as a name. hint: drop it here or rename the other: a handle or id always wins, and readers would take the wrong one",
        "3:42 error name-is-handle: \`Norland\` is the handle of another entity, so \`Sundvik\` cannot have it as a name. hint: drop it here or rename the other: a handle or id always wins, and readers would take the wrong one",
      ]
    `)
  })

  test('cannot have the id of a claim as a name', async () => {
    expect(
      await faultsOf(`source: { id: wire, published: 2024-08-02 }
entities:
  Castillo: { type: Person, aliases: [note] }
claims:
  - { id: note, claim: Norland —recognizes→ González }
`),
    ).toMatchInlineSnapshot(`
      [
        "3:39 error name-is-handle: \`note\` is the id of a claim, so \`Castillo\` cannot have it as a name. hint: drop it here or rename the other: a handle or id always wins, and readers would take the wrong one",
      ]
    `)
  })

  test('shares its Wikidata id with no other', async () => {
    expect(
      await faultsOf(`entities:
  A: { type: Person, wikidata: Q42 }
  B: { type: Person, wikidata: Q42 }
  C: { type: Person, wikidata: q7 }
`),
    ).toMatchInlineSnapshot(`
      [
        "3:32 error duplicate-wikidata: \`A\` has the Wikidata id \`Q42\` too. hint: if they are one and the same, keep one handle and make the other an alias",
        "4:32 error invalid-wikidata: \`q7\` is not a Wikidata id. hint: write Q and digits, such as \`Q7821917\`",
      ]
    `)
  })

  test('cannot be called unnamed', async () => {
    expect(
      await faultsOf(`entities:
  unnamed: { type: Person }
`),
    ).toMatchInlineSnapshot(`
      [
        "2:3 error reserved-handle: \`unnamed\` is reserved: \`according_to: unnamed\` means officials whom the source does not name. hint: use another handle",
      ]
    `)
  })

  test('is a map', async () => {
    expect(
      await faultsOf(`entities:
  Castillo: Person
  Sundvik:
`),
    ).toMatchInlineSnapshot(`
      [
        "2:13 error expected-map: A text stands where a map is expected. hint: write \`key: value\` lines beneath it, or \`{ key: value }\`",
        "3:11 error expected-map: Nothing stands where a map is expected. hint: write \`key: value\` lines beneath it, or \`{ key: value }\`",
      ]
    `)
  })

  test('has no type to go by where its declarations conflict', async () => {
    expect(
      await faultsOf({
        'data/a.yaml': 'entities: { Castillo: { type: Position } }\n',
        'data/b.yaml': `source: { id: wire, published: 2024-08-02 }
entities: { Castillo: { type: Person } }
claims:
  - Norland —recognizes→ Castillo
`,
      }),
    ).toEqual([expect.stringContaining('2:25 error conflicting-declaration')])
  })

  test('has a name that is a handle reported once, also where it is declared twice', async () => {
    const declaration = 'entities: { Castillo: { type: Person, aliases: [Rivera] } }\n'
    expect(await faultsOf({ 'data/a.yaml': declaration, 'data/b.yaml': declaration })).toEqual([
      expect.stringContaining('1:49 error name-is-handle'),
    ])
  })

  test('has no name that cannot be seen as it is', async () => {
    expect(
      await faultsOf('entities:\n  Castillo: { type: Person, name: "", aliases: ["E. C. ", E. C.] }\n'),
    ).toEqual([
      '2:35 error blank-name: The name is empty, or begins or ends with white space. hint: write it without white space around it',
      '2:49 error blank-name: The name is empty, or begins or ends with white space. hint: write it without white space around it',
    ])
  })
})
