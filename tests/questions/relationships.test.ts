import { describe, expect, it } from 'vitest'
import { InvalidDayError, UnknownNameError } from '../../src/questions/errors.ts'
import { relationships, type RelationshipsAnswer } from '../../src/questions/relationships.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'
import { graphOf, reorder } from '../graphs/build.ts'

const graph = graphOf(
  [
    ['B —supports→ A', '2024-02-01', { id: 'back' }],
    ['A —meets→ B', '2024-01-01', { id: 'meeting' }],
    ['A —meets→ B', '2024-01', { id: 'sometime' }],
    ['A —speaks for→ B', '', { id: 'always' }],
    ['A —opposes→ C', '2024-03-01', { id: 'other' }],
    ['C —disputes→ back', '2024-04-02', { id: 'second word' }],
    ['C —disputes→ back', '2024-04-01', { id: 'first word' }],
    ['B —disputes→ first word', '2024-05-01', { id: 'word on word' }],
    ['C —meets→ D', '2024-01-01', { id: 'elsewhere' }],
  ],
  { entities: [{ id: 'A', name: 'Ángela', aliases: ['The A'] }] },
)
const store = memoryStore(graph)

/** Each claim's id, with those about it. */
function brief({ claims }: RelationshipsAnswer): readonly string[] {
  return claims.map(({ claim, about }) => [claim.id, ...about.map(({ id }) => `< ${id}`)].join(' '))
}

const between = ['always', 'meeting', 'sometime', 'back < first word < second word < word on word']

describe('relationships', () => {
  it('gives all claims between two entities, both directions, by date, with what is said about them', async () => {
    expect(brief(await relationships(store, 'A', 'B'))).toEqual(between)
    expect(brief(await relationships(store, 'B', 'A'))).toEqual(between)
  })

  it('gives all claims around one entity', async () => {
    expect(brief(await relationships(store, 'C'))).toEqual([
      'elsewhere',
      'other',
      'first word < word on word',
      'second word',
    ])
    expect(brief(await relationships(store, 'D'))).toEqual(['elsewhere'])
  })

  it('lists under a claim what has an entry of its own, but what is about that only there', async () => {
    const own = graphOf([
      ['A —meets→ B', '2024-01-01', { id: 'first' }],
      ['A —disputes→ first', '2024-01-02', { id: 'second' }],
      ['C —disputes→ second', '2024-01-03', { id: 'third' }],
    ])
    expect(brief(await relationships(memoryStore(own), 'A'))).toEqual(['first < second', 'second < third'])
  })

  it('gives only what can have begun by a day', async () => {
    const answer = await relationships(store, 'A', 'B', { asOf: '2024-04-01' })
    expect(answer.asOf).toBe('2024-04-01')
    expect(brief(answer)).toEqual(['always', 'meeting', 'sometime', 'back < first word'])
    expect(brief(await relationships(store, 'A', 'B', { asOf: '2023-12-31' }))).toEqual(['always'])
  })

  it('takes names, and claims for nodes', async () => {
    const answer = await relationships(store, 'the a', 'b')
    expect([answer.a, answer.b]).toEqual(['A', 'B'])
    expect(brief(await relationships(store, 'back'))).toEqual(['first word < word on word', 'second word'])
    expect((await relationships(store, 'back')).b).toBeUndefined()
  })

  it('gives the claims as answers embed them, and resolves every id', async () => {
    const answer = await relationships(store, 'C', 'D')
    expect(JSON.stringify(answer)).toBe(
      JSON.stringify({
        a: 'C',
        b: 'D',
        claims: [
          {
            claim: {
              id: 'elsewhere',
              subject: 'C',
              relation: 'meets',
              object: 'D',
              date: '2024-01-01',
              earliest: '2024-01-01',
              latest: '2024-01-01',
              source: 'wire',
              quotes: [],
              properties: {},
            },
            about: [],
          },
        ],
        entities: { C: { type: 'Organization', name: 'C' }, D: { type: 'Organization', name: 'D' } },
        sources: { wire: { type: 'Article', published: '2024-12-31', properties: {} } },
      }),
    )
    expect(Object.keys((await relationships(store, 'A', 'B')).entities)).toEqual([
      'A',
      'B',
      'C',
      'back',
      'first word',
    ])
  })

  it('gives the same JSON whatever the order of the claims', async () => {
    const reordered = memoryStore(reorder(graph, [8, 3, 5, 1, 7, 2, 6, 0, 4]))
    expect(JSON.stringify(await relationships(reordered, 'A', 'B'))).toBe(
      JSON.stringify(await relationships(store, 'A', 'B')),
    )
  })

  it('does not hang on claims that are about each other', async () => {
    const ring = graphOf([
      ['A —disputes→ b', '2024-05-01', { id: 'a' }],
      ['B —disputes→ a', '2024-05-01', { id: 'b' }],
    ])
    expect(brief(await relationships(memoryStore(ring), 'A'))).toEqual(['a < b'])
  })

  it('rejects unknown names and days', async () => {
    await expect(relationships(store, 'A', 'nobody')).rejects.toThrow(UnknownNameError)
    await expect(relationships(store, 'A', 'B', { asOf: '2024-02-30' })).rejects.toThrow(InvalidDayError)
  })
})
