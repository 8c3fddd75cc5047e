import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleProject } from '../../src/diagnostics/example-project.ts'
import type { BuildResult } from '../../src/project/check-project.ts'
import { checkTexts } from '../../src/project/check-texts.ts'

const valid = 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —recognizes→ González\n'

/** Four claims, in all forms. */
const slipped = `source: { id: wire, published: 2024-08-02 }
claims:
  - Norland —recognizes→ González
  - claim: Norland —meets→ González
    date: 2024-08-01
    quote: met
  - { subject: [Norland, González], relation: meets, object: Rivera, note: "both" }
`

/** The graph as data that can be compared; the order of its maps included. */
function graphOf(result: BuildResult): unknown {
  if (!result.ok) throw new Error(`The project is faulty: ${JSON.stringify(result.diagnostics)}`)
  const { sources, entities, claims } = result.graph
  return { sources: [...sources], entities: [...entities], claims: [...claims] }
}

/** Lines that mix what YAML and the format know, so that many of them nearly make sense. */
const fragments = fc.constantFrom(
  'source: { id: other, published: 2024 }',
  'source:',
  '  id: other',
  '  published: 2024-08',
  'entities:',
  '  Castillo: { type: Person }',
  '  González: { type: Country }',
  '  "x": [',
  'claims:',
  '  - Norland —recognizes→ González',
  '  - Rivera —meets→ Castillo',
  '  - { claim: Rivera —holds→ Foreign Minister, date: 2021/.. }',
  '  - claim: Norland —recognizes→ Rivera',
  '    date: 2024-08-01',
  '    quote: &a *a',
  '---',
  '...',
  '\tx: y',
  '? [a]',
  '"',
  "'",
  '#',
  '- -',
  '}',
  '<<: *x',
  '\u0000',
  '\ud800',
  '\ufeff',
)
const almostYaml = fc.array(fc.oneof(fragments, fc.string({ unit: 'binary', maxLength: 12 })), {
  maxLength: 14,
})

describe('Whatever text a file has', () => {
  test('checking does not throw, and the claims of other files are not lost', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      almostYaml.map((lines) => lines.join('\n')),
    )
    await fc.assert(
      fc.asyncProperty(text, async (other) => {
        const result = await checkTexts({
          ...exampleProject,
          'data/valid.yaml': valid,
          'data/other.yaml': other,
        })
        const claims = result.ok ? [...result.graph.claims.values()] : []
        if (result.ok) expect(claims.filter(({ source }) => source === 'wire')).toHaveLength(1)
        else expect(result.summary.errors).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })

  test('a slip of one character is reported, or loses no claim', async () => {
    const place = fc.nat({ max: slipped.length - 1 })
    // A # begins a comment, which is no fault.
    const inserted = fc.string({ unit: 'binary', maxLength: 1 }).filter((character) => character !== '#')
    await fc.assert(
      fc.asyncProperty(place, inserted, fc.nat({ max: 1 }), async (at, insertion, deleted) => {
        const text = slipped.slice(0, at) + insertion + slipped.slice(at + deleted)
        const result = await checkTexts({ ...exampleProject, 'data/slipped.yaml': text })
        if (result.ok) expect(result.graph.claims.size).toBe(4)
      }),
      { numRuns: 1500 },
    )
  })

  test('a graph schema does not make checking throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (schema) => {
        await checkTexts({ ...exampleProject, 'graph-schema/more.yaml': schema, 'data/valid.yaml': valid })
      }),
    )
  })
})

const names = ['Norland', 'González', 'Rivera', 'Électoral', 'Ηλίας', 'Ångström']
const claim = fc.record({
  subject: fc.constantFrom(...names),
  relation: fc.constantFrom('recognizes', 'meets', 'señala'),
  object: fc.constantFrom(...names),
  date: fc.constantFrom('2024-08-01', '2024-08~', '2024/..', undefined),
  quotes: fc.array(fc.string(), { maxLength: 2 }),
})
const schema = `${exampleProject['graph-schema/example.yaml'] ?? ''}  señala: { from: Actor, to: Actor, stance: opposes }\n`
const entities = `entities:\n${names.map((name) => `  ${name}: { type: Person, aliases: ["${name}é"] }\n`).join('')}`

/** Claims with ids of their own, so that none is a duplicate, as documents of one source each. */
const project = fc.array(fc.array(claim, { maxLength: 5 }), { maxLength: 4 }).map((sources) =>
  sources.map((claims, i) => ({
    id: `sourcé ${i}`,
    claims: claims.map((one, j) =>
      JSON.stringify({
        id: `claim é ${i} ${j}`,
        subject: one.subject,
        relation: one.relation,
        object: one.object,
        ...(one.date && { date: one.date }),
        ...(one.quotes.some((quote) => quote.trim()) && {
          quote: one.quotes.filter((quote) => quote.trim()),
        }),
      }),
    ),
  })),
)

function yamlOf({ id, claims }: { id: string; claims: readonly string[] }): string {
  return `source: { id: ${id}, published: 2024-08-02 }\nclaims: [${claims.join(',\n  ')}]\n`
}

describe('The graph', () => {
  test('is the same whatever the order of files, documents and claims', async () => {
    await fc.assert(
      fc.asyncProperty(project, async (sources) => {
        const backwards = [...sources]
          .reverse()
          .map(({ id, claims }) => ({ id, claims: [...claims].reverse() }))
        const one = await checkTexts({
          'graph-schema/a.yaml': schema,
          'data/a.yaml': entities,
          ...Object.fromEntries(sources.map((source, i) => [`data/s${i}.yaml`, yamlOf(source)])),
        })
        const other = await checkTexts({
          'data/all.yaml': backwards.map(yamlOf).join('---\n'),
          'data/z.yaml': entities,
          'graph-schema/a.yaml': schema,
        })
        expect(graphOf(other)).toEqual(graphOf(one))
      }),
    )
  })

  test('is the same for names in NFC and in NFD', async () => {
    const asciiQuotes = project.map((sources) =>
      sources.map(({ id, claims }) => ({
        id,
        claims: claims.map((text) => text.replace(/,"quote":.*(?=})/, '')),
      })),
    )
    await fc.assert(
      fc.asyncProperty(asciiQuotes, async (sources) => {
        const files = {
          'graph-schema/a.yaml': schema,
          'data/a.yaml': entities,
          'data/b.yaml': sources.map(yamlOf).join('---\n'),
        }
        const decomposed = Object.entries(files).map(([name, text]) => [name, text.normalize('NFD')] as const)
        expect(graphOf(await checkTexts(Object.fromEntries(decomposed)))).toEqual(
          graphOf(await checkTexts(files)),
        )
      }),
    )
  })
})
