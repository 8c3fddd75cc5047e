import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { probe, projectFiles } from '../../scripts/generate-project.ts'
import { exampleProject } from '../../src/diagnostics/example-project.ts'
import { toJsonLines } from '../../src/exports/jsonl.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { buildGraph } from '../../src/project/build-graph.ts'
import { checkProject } from '../../src/project/check-project.ts'
import { checkTexts } from '../../src/project/check-texts.ts'
import { readTextLines } from '../../src/project/read-lines.ts'
import { stanceOf } from '../../src/questions/stance-of.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'

function write(graph: KnowledgeGraph): string {
  return [...toJsonLines(graph)].join('')
}

async function read(text: string): Promise<KnowledgeGraph> {
  const lines = { kind: 'lines', name: 'graph.jsonl', lines: readTextLines(text, 'graph.jsonl') } as const
  const result = await checkProject({ schema: [], data: [lines] })
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 2))
  return result.graph
}

async function graphOf(data: string): Promise<KnowledgeGraph> {
  const result = await checkTexts({ ...exampleProject, 'data/example.yaml': data })
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.graph
}

describe('A graph as JSON Lines', () => {
  test('is one line a thing, the schema first, with keys as in YAML', async () => {
    const graph = await graphOf(`source: { id: wire, published: 2024-08-02, text: texts/wire.txt }
claims:
  - { id: note, claim: Norland —recognizes→ González, quote: Norland recognizes González }
  - { subject: [Norland, Rivera], relation: comments on, object: González, stance: opposes, condition: if he won }
  - { claim: Rivera —disputes→ note, date: 2024-08~, according_to: unnamed, quote: { exact: with him, translation: con él } }
  - { claim: Rivera —holds→ Foreign Minister, date: 2021-01-26/.. }
`)
    const [schema, ...others] = write(graph).trimEnd().split('\n')
    expect(schema).toMatch(/^\{"schema":\{"types":\{"Actor":\{"extends":\["Entity"\],"abstract":true\},/)
    expect(others.filter((line) => !line.startsWith('{"entity"')).sort()).toEqual([
      '{"claim":{"id":"note","subject":"Norland","relation":"recognizes","object":"González","source":"wire","date":"2024-08-02","quote":[{"exact":"Norland recognizes González","start":0,"end":27}]}}',
      '{"claim":{"subject":"Rivera","relation":"disputes","object":"note","source":"wire","date":"2024-08~","quote":[{"exact":"with him","translation":"con él","start":50,"end":58}],"according_to":"unnamed"}}',
      '{"claim":{"subject":"Rivera","relation":"holds","object":"Foreign Minister","source":"wire","date":"2021-01-26/.."}}',
      '{"claim":{"subject":["Norland","Rivera"],"relation":"comments on","object":"González","source":"wire","date":"2024-08-02","stance":"opposes","condition":"if he won"}}',
      '{"source":{"id":"wire","type":"Source","published":"2024-08-02","text":"texts/wire.txt"}}',
    ])
    expect(others).toContain(
      '{"entity":{"id":"Rivera","type":"Person","name":"Ana Rivera","aliases":["A. Rivera"]}}',
    )
    expect(await read(write(graph))).toEqual(graph)
  })

  test('of the example data reads back to the same graph', async () => {
    const built = await buildGraph()
    if (!built.ok) throw new Error('the example data is faulty')
    const again = await read(write(built.graph))
    expect(again).toEqual(built.graph)
    expect(write(again)).toBe(write(built.graph))
  })

  test('of any project reads back to the same graph with the same answers', async () => {
    const project = fc.tuple(fc.integer({ min: 61, max: 400 }), fc.nat())
    await fc.assert(
      fc.asyncProperty(project, async ([claims, seed]) => {
        const files = Array.from(projectFiles(claims, seed), ({ path, text }) => [path, text] as const)
        const built = await checkTexts(Object.fromEntries(files))
        if (!built.ok) throw new Error('the generated project is faulty')
        const again = await read(write(built.graph))
        expect(again).toEqual(built.graph)
        expect(write(again)).toBe(write(built.graph))
        const ask = (graph: KnowledgeGraph) => stanceOf(memoryStore(graph), probe.holder, probe.target, probe)
        expect(JSON.stringify(await ask(again))).toBe(JSON.stringify(await ask(built.graph)))
      }),
      { numRuns: 20 },
    )
  })

  test('with claims of a joint statement that are no product of lists is refused', async () => {
    const graph = await graphOf(
      'source: { id: wire, published: 2024 }\nclaims:\n  - { subject: [Norland, Rivera], relation: meets, object: González }\n',
    )
    const [first, second] = graph.claims.values()
    if (!first || !second) throw new Error('there are two claims')
    const claims = new Map([
      [first.id, first],
      [second.id, { ...second, subject: first.subject }],
    ])
    expect(() => write({ ...graph, claims })).toThrow(
      /^The claim `[a-z2-7]{16}` cannot be written: the claims of its joint statement are not one for each pair of subject and object\.$/,
    )
  })

  test('of the shipped graph schema says the same as its files', async () => {
    const files = ['actors', 'events', 'sources', 'stances', 'statements'].map(
      (name) => [`graph-schema/${name}.yaml`, readFileSync(`graph-schema/${name}.yaml`, 'utf8')] as const,
    )
    const built = await checkTexts(Object.fromEntries(files))
    if (!built.ok) throw new Error('the graph schema is faulty')
    expect((await read(write(built.graph))).schema).toEqual(built.graph.schema)
  })
})
