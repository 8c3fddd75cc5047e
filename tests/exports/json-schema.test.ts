import { Ajv } from 'ajv'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { catalogue } from '../../src/diagnostics/catalogue.ts'
import type { Entry, ExampleFiles } from '../../src/diagnostics/entry.ts'
import { exampleProject } from '../../src/diagnostics/example-project.ts'
import { claimsJsonSchema } from '../../src/exports/json-schema.ts'
import { buildGraph } from '../../src/project/build-graph.ts'
import { checkTexts } from '../../src/project/check-texts.ts'
import { checkExample } from '../project/check-example.ts'

/** Whether the JSON Schema of a project finds a YAML text good, read as editors read it. */
async function validator(files: Readonly<Record<string, string>>): Promise<(yaml: string) => boolean> {
  const built = await checkTexts(files)
  if (!built.ok) throw new Error(JSON.stringify(built.diagnostics))
  const validate = new Ajv({ strict: false, allErrors: true }).compile(claimsJsonSchema(built.graph))
  return (yaml) =>
    parseAllDocuments(yaml).every((document) => document.errors.length === 0 && validate(document.toJS()))
}

const { 'data/entities.yaml': entities = '', ...others } = exampleProject

/** The data of an example where it is one YAML file beside the schema of the example project. */
function dataOf(example: ExampleFiles): string | undefined {
  return typeof example === 'string' ? example : undefined
}

const examples = (Object.entries(catalogue) as unknown as [string, Entry<never>][]).flatMap(
  ([code, { severity, example }]) => {
    const bad = example && dataOf(example.bad)
    const good = example && dataOf(example.good)
    return bad != null && good != null ? [{ code, severity, bad, good }] : []
  },
)

describe('The JSON Schema', () => {
  test('takes every file that the checker takes', async () => {
    const isValid = await validator({ ...others, 'data/entities.yaml': entities })
    expect(isValid(entities)).toBe(true)
    for (const { code, good } of examples)
      expect({ code, isValid: isValid(good) }).toEqual({ code, isValid: true })
  })

  test('refuses no file in which the checker finds no error', async () => {
    const isValid = await validator({ ...others, 'data/entities.yaml': entities })
    for (const { code, bad } of examples) {
      const { ok } = await checkExample(bad)
      if (ok) expect({ code, isValid: isValid(bad) }).toEqual({ code, isValid: true })
    }
  })

  test('finds the faults of form that an editor can show', async () => {
    const isValid = await validator({ ...others, 'data/entities.yaml': entities })
    const found = examples.filter(({ bad }) => !isValid(bad)).map(({ code }) => code)
    expect(found.sort()).toMatchInlineSnapshot(`
      [
        "abstract-type",
        "duplicate-key",
        "expected-list",
        "expected-map",
        "expected-text",
        "key-not-text",
        "missing-key",
        "missing-triple",
        "out-of-range",
        "too-deep",
        "unknown-key",
        "unknown-property",
        "unknown-stance",
        "unknown-type",
        "wrong-type",
        "wrong-value",
        "yaml-alias",
        "yaml-merge-key",
        "yaml-syntax",
      ]
    `)
  })

  test('takes the example data, and text that YAML takes for something else', async () => {
    const built = await buildGraph()
    if (!built.ok) throw new Error('the example data is faulty')
    const validate = new Ajv({ strict: false }).compile(claimsJsonSchema(built.graph))
    for (const name of ['us-recognizes-gonzalez', 'politico-2024-09-19', 'background/offices']) {
      for (const document of parseAllDocuments(readFileSync(`data/${name}.yaml`, 'utf8'))) {
        expect({ name, isValid: validate(document.toJS()), errors: validate.errors }).toMatchObject({
          name,
          isValid: true,
        })
      }
    }
    const isValid = await validator({ ...others, 'data/entities.yaml': entities })
    expect(isValid('source: { id: 054, published: 2024, title: true }\nentities:\nclaims:\n')).toBe(true)
  })

  test('is the same whatever the order of the graph schema', async () => {
    const schemaOf = async (types: string) => {
      const built = await checkTexts({ 'graph-schema/a.yaml': `types: { ${types} }\n` })
      return built.ok && JSON.stringify(claimsJsonSchema(built.graph))
    }
    expect(await schemaOf('A: {}, B: {}')).toBe(await schemaOf('B: {}, A: {}'))
  })

  test('knows relations with their notes, handles and ids of claims', async () => {
    const built = await checkTexts({
      'graph-schema/a.yaml':
        'types: { A: {} }\nrelations: { knows: { from: A, to: [A, Claim], note: Has met. } }\n',
      'data/a.yaml':
        'source: { id: wire, published: 2024 }\nentities: { X: { type: A }, Y: { type: A } }\nclaims: [{ id: note, claim: X —knows→ Y }]\n',
    })
    if (!built.ok) throw new Error('the example is faulty')
    expect(claimsJsonSchema(built.graph)).toMatchObject({
      definitions: {
        name: { anyOf: [{ enum: ['X', 'Y', 'note'] }, {}] },
        claim: {
          anyOf: [{}, { properties: { relation: { anyOf: [{ const: 'knows', description: 'Has met.' }] } } }],
          defaultSnippets: [
            { label: 'knows', description: 'Has met.', body: '${1:Subject} —knows→ ${2:Object}' },
          ],
        },
      },
    })
  })
})
