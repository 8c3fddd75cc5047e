import { describe, expect, test } from 'vitest'
import { checkExample, faultsOf } from '../project/check-example.ts'
import { brief } from '../project/check-example.ts'
import { schemaRecord } from '../../src/graph/schema-record.ts'
import { checkProject } from '../../src/project/check-project.ts'
import { readTextLines } from '../../src/project/read-lines.ts'

const wire = '{"source":{"id":"wire","type":"Article","published":"2024-08-02","text":"texts/wire.txt"}}'
const note =
  '{"claim":{"id":"note","subject":"Norland","relation":"recognizes","object":"González","source":"wire"}}'

/** What is wrong with a file of lines beside the example project. */
function faultsOfLines(...lines: string[]): Promise<string[]> {
  return faultsOf({ 'data/example.jsonl': `${lines.join('\n')}\n` })
}

describe('Lines of JSON', () => {
  test('are sources, entities and claims in any order, beside YAML', async () => {
    const result = await checkExample({
      'data/example.jsonl': `\uFEFF{"claim":{"subject":"Castillo","relation":"disputes","object":"note","source":"wire"}}\r
${note}

{"claim":{"claim":"Norland —meets→ [x]","source":"wire"}}
{"entity":{"id":"Castillo","type":"Person","name":"Eva Castillo","aliases":["E. C."]}}
{"entity":{"id":"[x]","type":"Country","population":0}}
${wire}
{"claim":{"subject":["Castillo","Rivera"],"relation":"meets","object":"Norland","source":"wire","date":"2024-08","quote":["in Oslo and later",{"exact":"with him","translation":"con él","start":1,"end":2}]}}
`,
    })
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
    const claims = [...result.graph.claims.values()]
    expect(claims.map(({ subject, relation, object }) => `${subject} ${relation} ${object}`).sort()).toEqual([
      'Castillo disputes note',
      'Castillo meets Norland',
      'Norland meets [x]',
      'Norland recognizes González',
      'Rivera meets Norland',
    ])
    expect(result.graph.entities.get('[x]')).toMatchObject({ properties: { population: 0 } })
    expect(result.summary.quotes).toEqual({ verified: 4, unchecked: 0 })
    expect(claims.find(({ joint }) => joint)?.quotes[1]).toEqual({
      exact: 'with him',
      translation: 'con él',
      start: 50,
      end: 58,
    })
  })

  test('cut in the middle of a line are reported at that line', async () => {
    expect(await faultsOfLines(wire, note.slice(0, 40))).toEqual([
      '2:41 error json-syntax: The line ends in the middle of a text. hint: each line must be one whole JSON document; if it is the last line, the file may have been cut',
    ])
  })

  test('are errors where they are something else', async () => {
    expect(await faultsOfLines('[]', '{}', '{"claims":[]}', '{"claim":{},"source":{}}', '7')).toEqual([
      '1:1 error expected-map: A list stands where a map is expected. hint: write `key: value` lines beneath it, or `{ key: value }`',
      '2:1 error wrong-line: A line is one thing, named by its only key, and this has 0 keys. hint: write { `schema`, `source`, `entity` or `claim`: { … } }',
      '3:2 error wrong-line: `claims` is nothing that a line can be. hint: write { `schema`, `source`, `entity` or `claim`: { … } }',
      '4:2 error wrong-line: A line is one thing, named by its only key, and this has 2 keys. hint: write { `schema`, `source`, `entity` or `claim`: { … } }',
      '5:1 error expected-map: A text stands where a map is expected. hint: write `key: value` lines beneath it, or `{ key: value }`',
    ])
  })

  test('have the faults of YAML, at their own places', async () => {
    expect(
      await faultsOfLines(
        wire,
        '{"claim":{"subject":"Norland","relation":"recogmizes","object":"González","source":"wire"}}',
        '{"claim":{"subject":"Norland","relation":"recognizes","object":"Gonzalez","source":"wires","date":"2024-13"}}',
        '{"claim":{"subject":"Norland","relation":"recognizes","source":"wire"}}',
        '{"claim":{"subject":"Electoral Council","relation":"declares winner","object":"Rivera","source":"wire","share":"51.2"}}',
        '{"claim":{"subject":"Norland","relation":"meets","object":"Rivera"}}',
        '{"entity":{"type":"Person"}}',
        '{"entity":{"id":"Castillo","type":"Persn"}}',
        '{"entity":{"id":"Rivera","type":"Country"}}',
        '{"source":{"id":"wire"}}',
        '{"claim":{"id":null,"subject":"Norland","relation":"meets","object":"Rivera","source":"wire"}}',
      ),
    ).toEqual([
      '2:43 error unknown-relation: `recogmizes` is not a relation of the graph schema. hint: did you mean `recognizes`?',
      '3:65 error unknown-name: No entity or claim is called `Gonzalez`. hint: did you mean `González`?',
      '3:85 error unknown-source: There is no source `wires`. hint: did you mean `wire`?',
      '3:99 error invalid-date: `2024-13` is not a date: it names month 13, which does not exist. hint: write a month from 01 to 12, or the year alone',
      '4:42 error missing-triple: The claim has no `object`. hint: the long form needs all of `subject`, `relation` and `object`',
      '5:52 error missing-property: `declares winner` requires `regarding`. hint: add `regarding:`',
      '5:112 error wrong-value: `share` is a number, and this is text in quotation marks. hint: write 51.2 without quotation marks',
      '6:42 error missing-source: The claim has no source. hint: add a `source:` to this document; only lasting relations, such as offices, can do without',
      '7:2 error missing-key: The entity has no `id`. hint: add `id:`',
      '8:35 error unknown-type: `Persn` is not a type of the graph schema. hint: did you mean `Person`?',
      '9:26 error conflicting-declaration: `Rivera` is declared elsewhere with another `type`. hint: make the two agree; if these are two entities, give one another handle',
      '10:17 error duplicate-id: `wire` is the id of a source already. hint: choose another: handles, ids of sources and ids of claims are unique together',
      '11:16 error expected-text: Nothing stands where a text is expected. hint: write it, or leave the key out',
    ])
  })

  test('point at both lines of a duplicate claim', async () => {
    const claim =
      '{"claim":{"subject":"Norland","relation":"recognizes","object":"González","source":"wire"}}'
    const { diagnostics } = await checkExample({ 'data/example.jsonl': `${wire}\n${claim}\n\n${claim}\n` })
    expect(brief(diagnostics)).toEqual([
      '4:42 error duplicate-claim: `Norland —recognizes→ González` is claimed twice by this source, with the same date and the same speaker. hint: list both quotes under one claim; if they are two acts, give one an `id`',
    ])
    expect(diagnostics[0]?.related?.[0]?.range.start).toEqual({ line: 2, column: 1 })
  })

  test('keep the positions of quotes only where they make sense', async () => {
    const claim = (quote: string) =>
      `{"claim":{"subject":"Norland","relation":"meets","object":"Rivera","source":"w","quote":${quote}}}`
    const source = '{"source":{"id":"w","published":"2024"}}'
    expect(await faultsOfLines(source, claim('{"exact":"x","start":5}'))).toEqual([
      '2:89 error invalid-position: The position of the quote is none. hint: give `start` and `end` as whole numbers, `end` the greater, or leave both out',
    ])
    expect(await faultsOfLines(source, claim('{"exact":"x","start":5,"end":4.5}'))).toHaveLength(1)
    expect(await faultsOfLines(source, claim('{"exact":"x","start":5,"end":6}'))).toEqual([])
    expect(
      await faultsOf(
        'source: { id: w, published: 2024 }\nclaims: [{ claim: Norland —meets→ Rivera, quote: { exact: x, start: 5, end: 6 } }]\n',
      ),
    ).toHaveLength(2)
  })

  test('bring a graph schema that must be that of the project', async () => {
    expect(await faultsOfLines('{"schema":{"types":{"Person":{}},"relations":{}}}')).toEqual([
      '1:11 error schema-differs: The type `Actor` is not the same here as in the graph schema of the project. hint: export the data again, or bring the two schemas into line',
    ])
  })

  test('stand alone only with a graph schema', async () => {
    const alone = async (text: string) => {
      const lines = { kind: 'lines', name: 'graph.jsonl', lines: readTextLines(text, 'graph.jsonl') } as const
      return brief((await checkProject({ schema: [], data: [lines] })).diagnostics)
    }
    expect(await alone(note)).toEqual([
      '1:1 error missing-schema: The file has no graph schema. hint: export it again, which writes the schema first, or name the schema with --schema',
    ])
    const schema =
      '{"schema":{"types":{"Country":{}},"relations":{"meets":{"from":"Country","to":"Country"}}}}'
    expect(await alone(`${schema}\n${schema}\n`)).toEqual([])
    expect(await alone(`${schema}\n${schema.replace('"Country"}}', '"Entity"}}')}\n`)).toEqual([
      '2:11 error schema-differs: The relation `meets` is not the same here as in the graph schema of the project. hint: export the data again, or bring the two schemas into line',
    ])
    expect(await alone(schema.replace('meets":{"from"', 'meets":{"form"'))).toHaveLength(2)
  })

  test('have their faults of a graph schema reported beside that of the project', async () => {
    const built = await checkExample({})
    if (!built.ok) throw new Error('the example is faulty')
    const schema = { ...schemaRecord(built.graph.schema), typos: {} }
    expect(await faultsOfLines(JSON.stringify({ schema }))).toEqual([
      expect.stringContaining('error unknown-key: `typos` is not a key of a graph schema.'),
    ])
  })

  test('that bring the graph schema and are cut are reported once', async () => {
    const text = '{"schema":{"types":{"Country":{'
    const lines = { kind: 'lines', name: 'graph.jsonl', lines: readTextLines(text, 'graph.jsonl') } as const
    const { diagnostics } = await checkProject({ schema: [], data: [lines] })
    expect(diagnostics.map(({ code }) => code)).toEqual(['json-syntax'])
  })

  test('lose no claim whose keys are written as escapes', async () => {
    const escaped = note.replace('"id"', String.raw`"\u0069d"`)
    expect(await faultsOfLines(wire, escaped, escaped.replace('Norland', 'Rivera'))).toEqual([
      '3:21 error duplicate-id: `note` is the id of a claim already. hint: choose another: handles, ids of sources and ids of claims are unique together',
    ])
    const twice = note
      .replace('"claim"', String.raw`"\u0063laim"`)
      .replace('"subject"', '"subject":"Norland","subject"')
    expect(await faultsOfLines(wire, twice)).toEqual([expect.stringContaining('error duplicate-key')])
  })
})
