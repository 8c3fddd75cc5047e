import { describe, expect, test } from 'vitest'
import { unreadNames } from '../../src/claims/unread-names.ts'
import { checkExample, faultsOf } from '../project/check-example.ts'

const wire = 'source: { id: wire, published: 2024-08-02 }\n'

/** The code and line of each fault. */
async function codesOf(files: Parameters<typeof checkExample>[0]): Promise<string[]> {
  const { diagnostics } = await checkExample(files)
  return diagnostics.map(({ code, range }) => `${range.start.line} ${code}`)
}

describe('Names in what could not be read', () => {
  test('are those that stand in its text', () => {
    const mayStand = unreadNames(['entities: { Sundvik: {', 'Vestmark'], false)
    expect(['Sundvik', 'Vestmark', 'Ostland'].map(mayStand)).toEqual([true, true, false])
    expect(unreadNames([], false)('Ostland')).toBe(false)
  })

  test('are all names where not even the text is known', () => {
    expect(unreadNames([], true)('Ostland')).toBe(true)
  })

  test('are all names once too much has been searched', () => {
    const mayStand = unreadNames(['x'.repeat(50_000_000)], false)
    const found = Array.from({ length: 60 }, (_, i) => mayStand(`Ostland ${i}`))
    expect(found.indexOf(true)).toBe(40)
    expect(mayStand('Ostland 0')).toBe(false)
  })

  test.each([
    ['a document of the wrong shape', { 'data/a.yaml': '- Sundvik: { type: Country }\n' }, '1 expected-map'],
    [
      'entities in a list',
      { 'data/a.yaml': 'entities:\n  - Sundvik: { type: Country }\n' },
      '2 expected-map',
    ],
    [
      'a key with a typing error',
      { 'data/a.yaml': 'entites:\n  Sundvik: { type: Country }\n' },
      '1 unknown-key',
    ],
    [
      'an entity without an id',
      { 'data/a.jsonl': '{"entity":{"handle":"Sundvik","type":"Country"}}' },
      '1 missing-key',
    ],
    [
      'a line that is cut, with its letters as escapes',
      { 'data/a.jsonl': String.raw`{"entity":{"id":"S\u0075ndvik","type":"Coun` },
      '1 json-syntax',
    ],
  ])('are not unknown: %s', async (_, files, fault) => {
    const claims = `${wire}claims:\n  - Sundvik —meets→ Rivera\n  - Rivera —meets→ Sundvik\n`
    expect(await codesOf({ ...files, 'data/wire.yaml': claims })).toEqual([fault])
  })

  test('are not unknown: an id of a claim without a triple', async () => {
    expect(
      await codesOf(
        `${wire}claims:\n  - { id: note, claim: Norland recognizes González }\n  - Rivera —disputes→ note\n`,
      ),
    ).toEqual(['3 missing-arrow'])
    const [line, about] = [
      '{"claim":{"id":"note","relation":"recognizes","object":"González"}}',
      '{"claim":{"subject":"Rivera","relation":"disputes","object":"note","source":"wire"}}',
    ]
    expect(await codesOf({ 'data/a.yaml': wire, 'data/b.jsonl': `${line}\n${about}` })).toEqual([
      '1 missing-triple',
    ])
    expect(await codesOf({ 'data/a.yaml': wire, 'data/b.jsonl': `${line.slice(0, 40)}\n${about}` })).toEqual([
      '1 json-syntax',
    ])
  })

  test('are not unknown: a source without an id', async () => {
    expect(
      await codesOf({
        'data/a.jsonl':
          '{"source":{"ID":"wire","published":"2024-08-02"}}\n{"claim":{"claim":"Norland —meets→ Rivera","source":"wire"}}',
      }),
    ).toEqual(['1 missing-key'])
  })

  test('are unknown where only a name of the graph schema could be meant', async () => {
    expect(
      await faultsOf({
        'data/a.yaml': 'entities: { greets: {',
        'data/wire.yaml': `${wire}claims:\n  - Norland —greets→ Rivera\n`,
      }),
    ).toHaveLength(2)
  })
})
