import { describe, expect, it } from 'vitest'
import {
  AmbiguousNameError,
  InvalidDayError,
  UnknownNameError,
  UnknownRelationError,
} from '../../src/questions/errors.ts'
import type { Claim } from '../../src/graph/knowledge-graph.ts'
import { stanceOf } from '../../src/questions/stance-of.ts'
import type { GraphStore } from '../../src/stores/graph-store.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'
import { graphOf, reorder, type WrittenClaim } from '../graphs/build.ts'
import { ask } from './ask.ts'

const graph = graphOf(
  [
    [
      'Blinken —supports→ González',
      '2024-08-01',
      {
        id: 'claim',
        source: 'article-1',
        quotes: [{ exact: 'won the most votes', start: 12, end: 30 }],
        properties: Object.fromEntries([['__proto__', 'x']]),
      },
    ],
    ['Blinken —holds→ Secretary of State', '2021-01-26/2025-01-20', { id: 'office' }],
    ['Secretary of State —post in→ US', '', { id: 'post' }],
  ],
  {
    entities: [
      { id: 'US', type: 'Country', name: 'United States', aliases: ['USA'] },
      { id: 'Blinken', type: 'Person', name: 'Antony Blinken' },
      { id: 'González', type: 'Person', name: 'Edmundo González Urrutia' },
      { id: 'A. Guzmán', type: 'Person', name: 'Guzmán' },
      { id: 'B. Guzmán', type: 'Organization', name: 'Guzmán' },
      { id: 'C. Guzmán', type: 'Person' },
    ],
    sources: [
      { id: 'article-1', title: 'US recognizes', published: '2024-08-02~', url: 'https://example.org/' },
    ],
  },
)

describe('stanceOf', () => {
  it('gives the JSON that the design shows', async () => {
    const answer = await ask(graph, 'United States', '2024-08-02', { target: 'gonzalez' })
    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      holder: 'US',
      target: 'González',
      asOf: '2024-08-02',
      stance: 'supports',
      counts: { supports: 1 },
      orderUncertain: false,
      deciding: [
        {
          claim: {
            id: 'claim',
            subject: 'Blinken',
            relation: 'supports',
            object: 'González',
            stance: 'supports',
            date: '2024-08-01',
            earliest: '2024-08-01',
            latest: '2024-08-01',
            source: 'article-1',
            quotes: [{ exact: 'won the most votes', start: 12, end: 30 }],
            properties: JSON.parse('{"__proto__": "x"}') as unknown,
          },
          stance: 'supports',
          voice: 'Blinken',
          path: [
            { from: 'Blinken', relation: 'holds', to: 'Secretary of State', claim: 'office', certain: true },
            { from: 'Secretary of State', relation: 'post in', to: 'US', claim: 'post', certain: true },
          ],
        },
      ],
      superseded: [],
      leftOut: [],
      dissent: [],
      entities: {
        Blinken: { type: 'Person', name: 'Antony Blinken' },
        González: { type: 'Person', name: 'Edmundo González Urrutia' },
        'Secretary of State': { type: 'Organization', name: 'Secretary of State' },
        US: { type: 'Country', name: 'United States' },
        office: { type: 'Claim', name: 'Blinken holds Secretary of State' },
        post: { type: 'Claim', name: 'Secretary of State post in US' },
      },
      sources: {
        'article-1': {
          type: 'Article',
          title: 'US recognizes',
          published: '2024-08-02~',
          url: 'https://example.org/',
          properties: {},
        },
      },
    })
  })

  it('always gives the fields in the same order', async () => {
    const answer = await ask(graph, 'US', '2024-08-02', { target: 'González', about: true })
    expect(Object.keys(answer).join()).toBe(
      'holder,target,asOf,stance,counts,orderUncertain,deciding,superseded,leftOut,dissent,about,entities,sources',
    )
    expect(Object.keys(answer.entities)).toEqual([...Object.keys(answer.entities)].sort())
  })

  it('resolves actors, fellows of a joint statement and entity properties', async () => {
    const claims: readonly WrittenClaim[] = [
      ['V —supports→ x', '2024-05-01', { id: 'a', onBehalfOf: 'H', accordingTo: 'V', joint: ['a', 'b'] }],
      ['W —supports→ x', '2024-05-01', { id: 'b', joint: ['a', 'b'] }],
      ['CNE —declares winner→ x', '2024-05-01', { id: 'on', properties: { regarding: 'Vote', share: 1 } }],
      ['H —opposes→ on', '2024-05-02'],
    ]
    const parts = { entities: [{ id: 'Vote', type: 'Event', name: 'Vote 2024' }] }
    const answer = await ask(graphOf(claims, parts), 'H', '2024-06-01', { about: true })
    expect(Object.keys(answer.entities)).toEqual(['CNE', 'H', 'V', 'Vote', 'a', 'b', 'on', 'x'])
  })

  it('knows handles that every JavaScript object has', async () => {
    const claims: readonly WrittenClaim[] = [
      ['__proto__ —supports→ constructor', '2024-05-01', { id: 'toString', source: 'hasOwnProperty' }],
      ['__proto__ —speaks for→ valueOf', '', { id: 'isPrototypeOf' }],
    ]
    const hostile = graphOf(claims, { sources: [{ id: 'hasOwnProperty', published: '2024-05-01' }] })
    const answer = await ask(hostile, 'valueOf', '2024-06-01', { target: 'constructor' })
    expect(answer.stance).toBe('supports')
    expect(Object.keys(answer.entities)).toEqual(['__proto__', 'constructor', 'isPrototypeOf', 'valueOf'])
    expect(JSON.stringify(answer)).toContain('"__proto__":{"type":"Organization","name":"__proto__"}')
  })

  it('does not stumble over an entity called like a property that a claim does not have', async () => {
    const answer = await ask(graphOf([['A —declares winner→ x', '2024-05-01']]), 'A', '2024-06-01', {
      about: true,
    })
    expect(answer.stance).toBe('unknown')
  })

  it('asks a store for no more than names, evidence and what ids stand for', async () => {
    const calls: string[] = []
    const store = new Proxy<GraphStore>(memoryStore(graph), {
      get: (target, key: keyof GraphStore) => {
        if (key === 'snapshot') return () => store
        calls.push(key)
        return Reflect.get(target, key) as unknown
      },
    })
    await stanceOf(store, 'US', 'González', { asOf: '2024-08-02', about: true })
    expect(calls.filter((call) => call !== 'schema')).toEqual(['find', 'bearingOn', 'lookUp'])
  })

  it('reads in proportion to the claims that count', async () => {
    const claims = (count: number): readonly WrittenClaim[] => [
      ['V —speaks for→ H', ''],
      ...Array.from({ length: count }, (_, index): WrittenClaim => {
        const day = `20${String(10 + (index % 14))}-01-${String(1 + (index % 28)).padStart(2, '0')}`
        return [`${index % 2 === 0 ? 'H' : 'V'} —supports→ x`, day, { id: `c${index}` }]
      }),
    ]
    const readsOf = async (count: number): Promise<number> => {
      let reads = 0
      const counted = (claim: Claim) =>
        new Proxy(claim, { get: (target, key) => ((reads += 1), Reflect.get(target, key) as unknown) })
      const graph = graphOf(claims(count))
      const counting = new Map(Array.from(graph.claims, ([id, claim]) => [id, counted(claim)]))
      await stanceOf(memoryStore({ ...graph, claims: counting }), 'H', 'x', { asOf: '2024-01-01' })
      return reads
    }
    // Ten times as many claims: about ten times as much to read, where comparing all pairs reads a hundred times as much.
    expect(await readsOf(20_000)).toBeLessThan(20 * (await readsOf(2_000)))
  })

  it('does not overflow on a long chain of denials, or on one that bites its tail', async () => {
    const chain = Array.from({ length: 20_000 }, (_, index): WrittenClaim => [
      `H —disputes→ ${index === 0 ? 'c' : `d${index - 1}`}`,
      '2024-05-02',
      { id: `d${index}` },
    ])
    const answer = await ask(
      graphOf([['H —supports→ x', '2024-05-01', { id: 'c' }], ...chain]),
      'H',
      '2024-06-01',
    )
    expect(answer.stance).toBe('supports')
    const ring = graphOf([
      ['H —disputes→ b', '2024-05-01', { id: 'a' }],
      ['H —disputes→ a', '2024-05-01', { id: 'b' }],
    ])
    expect((await ask(ring, 'H', '2024-06-01', { target: 'a', about: true })).stance).toBeTypeOf('string')
  })

  it('gives the same JSON when claims come in another order', async () => {
    const options = { target: 'González' }
    const answer = JSON.stringify(await ask(graph, 'US', '2024-08-02', options))
    expect(JSON.stringify(await ask(reorder(graph, [2, 0, 1]), 'US', '2024-08-02', options))).toBe(answer)
  })
})

describe('stanceOf rejects', () => {
  const rejected = (holder: string, target: string, options = {}) =>
    stanceOf(memoryStore(graph), holder, target, { asOf: '2024-08-02', ...options }).catch(
      (error: unknown) => error,
    )

  it('a name that fits nothing, with the nearest', async () => {
    const error = await rejected('US', 'Gonzales')
    expect(error).toBeInstanceOf(UnknownNameError)
    expect(error).toMatchObject({
      name: 'UnknownNameError',
      text: 'Gonzales',
      nearest: [{ id: 'González', type: 'Person', name: 'Edmundo González Urrutia' }],
      message:
        '`Gonzales` is not the name of anything in the graph: did you mean `González` (Person, Edmundo González Urrutia)?',
    })
  })

  it('a name that fits nothing and is near nothing', async () => {
    expect(await rejected('qqqqqqqq', 'González')).toMatchObject({
      nearest: [],
      message: '`qqqqqqqq` is not the name of anything in the graph: ask for a handle, a name or an alias.',
    })
  })

  it('a name that fits several nodes, with all of them', async () => {
    const error = await rejected('guzman', 'González')
    expect(error).toBeInstanceOf(AmbiguousNameError)
    expect(error).toMatchObject({
      name: 'AmbiguousNameError',
      text: 'guzman',
      candidates: [{ id: 'A. Guzmán' }, { id: 'B. Guzmán' }],
      message:
        '`guzman` can mean `A. Guzmán` (Person, Guzmán) or `B. Guzmán` (Organization, Guzmán): ask for the handle of the one you mean.',
    })
  })

  it.each(['2024-8-2', '2024-08', '2024', '2024-02-30', '2024-08-02?', 'today', '', '2024-08-02T00:00:00Z'])(
    'a day that is none (%s)',
    async (asOf) => {
      const error = await rejected('US', 'González', { asOf })
      expect(error).toBeInstanceOf(InvalidDayError)
      expect(error).toBeInstanceOf(RangeError)
      expect(error).toMatchObject({
        text: asOf,
        message: `\`${asOf}\` is not a day of the calendar: write year, month and day, such as \`2024-08-02\`.`,
      })
    },
  )

  it('a relation that the schema does not have, with the nearest', async () => {
    const error = await rejected('US', 'González', { relations: ['supports', 'suports'] })
    expect(error).toBeInstanceOf(UnknownRelationError)
    expect(error).toMatchObject({
      relation: 'suports',
      nearest: ['supports'],
      message: '`suports` is not a relation of the graph schema: did you mean `supports`?',
    })
    expect(await rejected('US', 'González', { relations: ['__proto__'] })).toMatchObject({
      message:
        '`__proto__` is not a relation of the graph schema: ask for one that the graph schema declares.',
    })
  })
})
