/** What every store must answer. Run it on each one; it knows nothing but the {@link GraphStore} interface. */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Claim, KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { contradictions } from '../../src/questions/contradictions.ts'
import { paths } from '../../src/questions/paths.ts'
import { relationships } from '../../src/questions/relationships.ts'
import { stanceOf } from '../../src/questions/stance-of.ts'
import { stanceTimeline } from '../../src/questions/stance-timeline.ts'
import { stancesOn } from '../../src/questions/stances-on.ts'
import type { GraphStore } from '../../src/stores/graph-store.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'
import { graphOf, testSchema, type WrittenClaim } from '../graphs/build.ts'
import { actors, days, randomGraph } from '../graphs/random.ts'

/** A store that holds a graph, and how to be done with it. */
export interface OpenStore {
  readonly store: GraphStore
  close(): Promise<void>
}

/** Describes the store that `open` makes of a graph. `runs` is how many random graphs it is tried on. */
export function describeGraphStore(
  name: string,
  open: (graph: KnowledgeGraph) => Promise<OpenStore>,
  { runs = 50 }: { readonly runs?: number } = {},
): void {
  const opened: OpenStore[] = []
  const storeOf = async (graph: KnowledgeGraph): Promise<GraphStore> => {
    const one = await open(graph)
    opened.push(one)
    return one.store
  }
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close()
  })

  describe(`${name}: schema`, () => {
    it('is the one that the graph was built with', async () => {
      expect(await (await storeOf(graphOf([]))).schema()).toEqual(testSchema)
    })
  })

  describe(`${name}: find`, () => {
    const graph = graphOf(
      [
        ['CNE —declares winner→ Maduro', '2024-07-29', { id: 'cne-result' }],
        ['CNE —meets→ Maduro', '2024-07-30', { id: 'unmentioned' }],
        ['Carter Center —disputes→ cne-result', '2024-07-30'],
      ],
      {
        entities: [
          { id: 'González', type: 'Person', name: 'Edmundo González Urrutia', aliases: ['El Candidato'] },
          { id: 'US', type: 'Country', name: 'United States', aliases: ['USA'] },
          { id: 'A. Guzmán', type: 'Person', name: 'Ana Guzmán' },
          { id: 'B. Guzmán', type: 'Person', name: 'Berta Guzmán', aliases: ['Ana Guzmán'] },
          { id: 'gonzalez', type: 'Organization', name: 'Gonzalez Ltd' },
          { id: 'हिन्दी', type: 'Organization', name: 'कि' },
          { id: '__proto__', type: 'Person', name: 'constructor' },
        ],
      },
    )
    const found = async (text: string) => {
      const [matches] = await (await storeOf(graph)).find([text])
      return matches?.matches.map(({ id }) => id)
    }

    it('answers each text in its place', async () => {
      const answers = await (await storeOf(graph)).find(['USA', 'nobody at all', 'Maduro'])
      expect(answers.map(({ matches }) => matches.map(({ id }) => id))).toEqual([['US'], [], ['Maduro']])
      expect(await (await storeOf(graph)).find([])).toEqual([])
    })

    it('tells the type and the name of what it finds', async () => {
      const answers = await (await storeOf(graph)).find(['US', 'cne-result'])
      expect(answers).toEqual([
        { matches: [{ id: 'US', type: 'Country', name: 'United States' }], nearest: [] },
        { matches: [{ id: 'cne-result', type: 'Claim', name: 'CNE declares winner Maduro' }], nearest: [] },
      ])
    })

    it('prefers an id to all else', async () => {
      expect(await found('gonzalez')).toEqual(['gonzalez'])
      expect(await found('González')).toEqual(['González'])
    })

    it('prefers a name or alias as it is written to one that differs in marks or case', async () => {
      expect(await found('USA')).toEqual(['US'])
      expect(await found('El Candidato')).toEqual(['González'])
    })

    it('leaves marks and case out of account where nothing else fits', async () => {
      expect(await found('edmundo gonzalez urrutia')).toEqual(['González'])
      expect(await found('GONZALEZ')).toEqual(['González', 'gonzalez'].sort())
      expect(await found('Cne-Result')).toEqual(['cne-result'])
    })

    it('takes a text that is not NFC for the same', async () => {
      expect(await found('González'.normalize('NFD'))).toEqual(['González'])
    })

    it('gives all that fit equally well, sorted by id', async () => {
      expect(await found('Ana Guzmán')).toEqual(['A. Guzmán', 'B. Guzmán'])
    })

    it('keeps marks that are letters in their own right', async () => {
      expect(await found('कि')).toEqual(['हिन्दी'])
      expect(await found('का')).toEqual([])
    })

    it('finds names that every JavaScript object has', async () => {
      expect(await found('__proto__')).toEqual(['__proto__'])
      expect(await found('constructor')).toEqual(['__proto__'])
      expect(await found('toString')).toEqual([])
    })

    it('finds a claim that nothing speaks about by its exact id only', async () => {
      expect(await found('unmentioned')).toEqual(['unmentioned'])
      expect(await found('Unmentioned')).toEqual([])
    })

    it('gives the nearest names where nothing fits', async () => {
      const [answer] = await (await storeOf(graph)).find(['Madura'])
      expect(answer).toEqual({
        matches: [],
        nearest: [{ id: 'Maduro', type: 'Organization', name: 'Maduro' }],
      })
    })
  })

  describe(`${name}: lookUp`, () => {
    const graph = graphOf(
      [
        [
          'CNE —declares winner→ Maduro',
          '2024-07-29/2025?',
          {
            id: 'full',
            source: 'article',
            quotes: [
              { exact: ' “won”\r\nby 51.2 %\u200d ', translation: 'ganó', start: 0, end: 12 },
              { exact: 'e\u0301' },
            ],
            accordingTo: 'Maduro',
            onBehalfOf: 'Venezuela',
            joint: ['full', 'other'],
            retracted: '2024-08',
            note: 'a\tnote',
            properties: { regarding: 'Venezuela', share: 0, certified: false },
          },
        ],
        ['CNE —comments on→ Maduro', '2024', { id: 'conditional', stance: 'opposes', condition: 'if asked' }],
        ['A —speaks for→ B', '', { id: 'undated' }],
      ],
      {
        entities: [
          { id: 'CNE', name: 'Electoral Council', aliases: ['b', 'a'], wikidata: 'Q1', note: 'a note' },
          { id: 'Venezuela', type: 'Country' },
        ],
        sources: [
          {
            id: 'article',
            title: 'A title',
            publisher: 'P',
            author: 'A',
            published: '2024-08-02~',
            url: 'https://example.org/',
            language: 'en',
            text: 'texts/a.txt',
            note: 'n',
          },
          { id: 'bare' },
        ],
      },
    )
    const full = (things: Iterable<{ readonly id: string }>) =>
      [...things].sort((a, b) => (a.id < b.id ? -1 : 1)).map((thing) => JSON.stringify(sortKeys(thing)))

    it('gives back everything as it went in', async () => {
      const ids = [...graph.entities.keys(), ...graph.sources.keys(), ...graph.claims.keys()]
      const things = await (await storeOf(graph)).lookUp(ids)
      expect(full(things.entities)).toEqual(full(graph.entities.values()))
      expect(full(things.sources)).toEqual(full(graph.sources.values()))
      expect(full(things.claims)).toEqual(full(graph.claims.values()))
    })

    it('gives each thing once, and passes over ids that it does not know', async () => {
      const things = await (
        await storeOf(graph)
      ).lookUp(['CNE', 'CNE', 'nobody', 'full', 'full', '__proto__'])
      expect(things.entities.map(({ id }) => id)).toEqual(['CNE'])
      expect(things.claims.map(({ id }) => id)).toEqual(['full'])
      expect(things.sources).toEqual([])
    })

    it('gives properties in the order of the schema', async () => {
      const { claims } = await (await storeOf(graph)).lookUp(['full'])
      expect(Object.keys(claims[0]?.properties ?? {})).toEqual(['regarding', 'share', 'certified'])
    })
  })

  describe(`${name}: bearingOn`, () => {
    const claims: readonly WrittenClaim[] = [
      ['H —supports→ x', '2024-01-01', { id: 'own' }],
      ['V —opposes→ x', '2024-01-02', { id: 'by V' }],
      ['Z —opposes→ x', '2024-01-03', { id: 'for V', onBehalfOf: 'V' }],
      ['Z —opposes→ x', '2024-01-03', { id: 'by Z' }],
      ['H —meets→ x', '2024-01-04', { id: 'no stance' }],
      ['H —supports→ y', '2024-01-05', { id: 'on y' }],
      ['V —speaks for→ H', '2020/2021', { id: 'V for H' }],
      ['H —speaks for→ V', '', { id: 'circle' }],
      ['Z —speaks for→ Y', '', { id: 'Z for Y' }],
      ['D —disputes→ by V', '2024-02-01', { id: 'denial' }],
      ['E —disputes→ denial', '2024-02-02', { id: 'denial of denial' }],
      ['E —speaks for→ V', '', { id: 'E for V', accordingTo: 'F' }],
      ['F —speaks for→ G', '', { id: 'F for G' }],
      ['G —disowns→ F for G', '2024-03-01', { id: 'disowned' }],
      ['K —supports→ by V', '2024-03-01', { id: 'K on claim' }],
      ['H —supports→ by Z', '2024-03-02', { id: 'H on claim' }],
    ]
    const graph = graphOf(claims, { entities: [{ id: 'alone' }] })
    const bearing = async (query: Parameters<GraphStore['bearingOn']>[0]) => {
      const { claims: found } = await (await storeOf(graph)).bearingOn(query)
      return sortedIds(found)
    }
    const judges = ['V for H', 'circle', 'denial', 'denial of denial', 'E for V', 'F for G', 'disowned']

    it('gives the stances of a holder and its voices of any day, and all that bears on whether they count', async () => {
      expect(await bearing({ targets: ['x'], holders: ['H'] })).toEqual(
        ['own', 'by V', 'for V', 'Z for Y', ...judges].sort(),
      )
    })

    it('gives everybody’s stances without a holder', async () => {
      expect(await bearing({ targets: ['x'] })).toEqual(
        ['own', 'by V', 'for V', 'by Z', 'Z for Y', ...judges].sort(),
      )
    })

    it('gives a target that is a claim, with the stances on it', async () => {
      expect(await bearing({ targets: ['by V'], holders: ['K'] })).toEqual(
        ['by V', 'K on claim', ...judges].sort(),
      )
    })

    it('gives the claims about a target and the stances on them, where it is asked for', async () => {
      expect(await bearing({ targets: ['x'], holders: ['H'], about: true })).toEqual(
        ['own', 'by V', 'for V', 'by Z', 'Z for Y', 'no stance', 'H on claim', ...judges].sort(),
      )
    })

    it('gives the sources of the claims that stances are on', async () => {
      const store = await storeOf(graph)
      expect((await store.bearingOn({ targets: ['by V'] })).sources.map(({ id }) => id)).toEqual(['wire'])
      expect((await store.bearingOn({ targets: ['x'] })).sources).toEqual([])
    })

    it('gives nothing for what stands alone or does not exist', async () => {
      expect(await bearing({ targets: ['alone'], holders: ['H'] })).toEqual([])
      expect(await bearing({ targets: ['x'], holders: ['nobody'] })).toEqual([])
      expect(await bearing({ targets: ['__proto__', 'nothing'] })).toEqual([])
      expect(await bearing({ targets: [] })).toEqual([])
    })
  })

  describe(`${name}: claimsAround`, () => {
    const graph = graphOf([
      ['A —meets→ B', '2024-01-01', { id: 'a-b' }],
      ['A —meets→ B', '2024-01-01', { id: 'a-b again' }],
      ['B —supports→ A', '2024-01-02', { id: 'b-a' }],
      ['A —meets→ C', '2024-01-03', { id: 'a-c' }],
      ['C —meets→ B', '2024-01-04', { id: 'c-b' }],
      ['A —meets→ A', '2024-01-04', { id: 'a-a' }],
      ['C —disputes→ b-a', '2024-01-05', { id: 'on b-a' }],
      ['C —disputes→ on b-a', '2024-01-06', { id: 'on that' }],
      ['C —disputes→ c-b', '2024-01-06', { id: 'on c-b' }],
    ])
    const around = async (id: string, other?: string) =>
      sortedIds(await (await storeOf(graph)).claimsAround(id, other))

    it('gives all claims around a node, each once, with the claims about them', async () => {
      expect(await around('A')).toEqual(['a-b', 'a-b again', 'b-a', 'a-c', 'a-a', 'on b-a', 'on that'].sort())
    })

    it('gives the claims between two nodes in both directions, with the claims about them', async () => {
      const between = ['a-b', 'a-b again', 'b-a', 'on b-a', 'on that'].sort()
      expect(await around('A', 'B')).toEqual(between)
      expect(await around('B', 'A')).toEqual(between)
      expect(await around('A', 'A')).toEqual(['a-a'])
    })

    it('takes a claim for a node', async () => {
      expect(await around('b-a')).toEqual(['on b-a', 'on that'])
      expect(await around('C', 'b-a')).toEqual(['on b-a', 'on that'])
    })

    it('gives nothing for what is not there', async () => {
      expect(await around('nobody')).toEqual([])
      expect(await around('A', 'nobody')).toEqual([])
      expect(await around('a-c')).toEqual([])
    })
  })

  describe(`${name}: edgesAround`, () => {
    const graph = graphOf([
      ['A —meets→ B', '2024-01-02', { id: 'a-b' }],
      ['B —meets→ A', '2024-02', { id: 'b-a' }],
      ['A —meets→ A', '2024-01-04', { id: 'a-a' }],
      ['C —speaks for→ B', '', { id: 'c-b' }],
      ['C —disputes→ a-b', '2024-01-05', { id: 'on a-b' }],
      ['D —meets→ E', '2024-01-06', { id: 'd-e' }],
    ])
    const around = async (ids: readonly string[]) => {
      const edges = await (await storeOf(graph)).edgesAround(ids)
      return edges
        .map(({ id, subject, object, earliest }) => [id, subject, object, earliest])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    }

    it('gives the claims at any of the nodes, each once, and when they began', async () => {
      expect(await around(['A', 'B', 'A'])).toEqual([
        ['a-a', 'A', 'A', '2024-01-04'],
        ['a-b', 'A', 'B', '2024-01-02'],
        ['b-a', 'B', 'A', '2024-02-01'],
        ['c-b', 'C', 'B', undefined],
      ])
    })

    it('takes a claim for a node, but not what ties it to its ends', async () => {
      expect(await around(['a-b'])).toEqual([['on a-b', 'C', 'a-b', '2024-01-05']])
      expect(await around(['wire', 'd-e'])).toEqual([])
    })

    it('gives nothing for what is not there', async () => {
      expect(await around(['nobody', '__proto__'])).toEqual([])
      expect(await around([])).toEqual([])
    })
  })

  describe(`${name}: clashes`, () => {
    const regarding = (vote: string, share: number) => ({ properties: { regarding: vote, share } })
    const clashesIn = async (claims: readonly WrittenClaim[]) => {
      const { targets, exclusive } = await (await storeOf(graphOf(claims))).clashes()
      return { targets: [...targets].sort(), exclusive: sortedIds(exclusive) }
    }

    it('gives what one actor both supports and opposes on one full day', async () => {
      expect(
        await clashesIn([
          ['H —supports→ x', '2024-05-10'],
          ['H —opposes→ x', '2024-05-10/..'],
          ['H —supports→ y', '2024-05-10'],
          ['H —opposes→ y', '2024-05-11'],
          ['H —supports→ z', '2024-05'],
          ['H —opposes→ z', '2024-05'],
          ['G —supports→ w', '2024-05-10'],
          ['H —opposes→ w', '2024-05-10'],
          ['G —abstains on→ w', '2024-05-10'],
          ['H —supports→ v', '../2024'],
          ['H —opposes→ v', '../2024'],
        ]),
      ).toEqual({ targets: ['x'], exclusive: [] })
    })

    it('gives claims that are opposed by whom they are according to', async () => {
      expect(
        await clashesIn([
          ['H —supports→ x', '2024-05-10', { id: 'told', accordingTo: 'E' }],
          ['H —supports→ x', '2024-05-10', { id: 'told by another', accordingTo: 'F' }],
          ['E —disputes→ told', '2024-06-10'],
          ['E —disputes→ told by another', '2024-06-10'],
          ['F —supports→ told by another', '2024-06-10'],
        ]),
      ).toEqual({ targets: ['told'], exclusive: [] })
    })

    it('gives exclusive claims with different objects', async () => {
      expect(
        await clashesIn([
          ['C —declares winner→ M', '2024-07-29', { id: 'a', ...regarding('vote', 51) }],
          ['D —declares winner→ M', '2024-07-30', { id: 'b', ...regarding('vote', 52) }],
          ['C —declares winner→ G', '2024-08', { id: 'c', ...regarding('vote', 0) }],
          ['C —declares winner→ Z', '2024', { id: 'd', retracted: '2025', ...regarding('vote', 1) }],
          ['C —declares winner→ M', '2018', { id: 'e', ...regarding('other vote', 51) }],
          ['D —declares winner→ M', '2018', { id: 'f', ...regarding('other vote', 51) }],
          ['C —declares winner→ M', '2012', { id: 'g' }],
          ['C —declares winner→ G', '2012', { id: 'h' }],
        ]),
      ).toEqual({ targets: [], exclusive: ['a', 'b', 'c'] })
    })
  })

  describe(`${name}: names that every JavaScript object has`, () => {
    const hostile = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf']
    const graph = graphOf(
      hostile.flatMap((from) =>
        hostile.map((to): WrittenClaim => [
          `${from} —supports→ ${to}`,
          '2024-01-01',
          { id: `${from}/${to}` },
        ]),
      ),
    )

    it('are nodes like any other', async () => {
      const store = await storeOf(graph)
      for (const from of hostile) {
        expect(sortedIds(await store.claimsAround(from, 'constructor'))).toEqual(
          [...new Set([`${from}/constructor`, `constructor/${from}`])].sort(),
        )
        expect((await stanceOf(store, from, '__proto__', { asOf: '2024-02-01' })).stance).toBe('supports')
      }
      expect(Object.keys(Object.prototype)).toEqual([])
    })
  })

  describe(`${name}: questions`, () => {
    it('have the same JSON as from a store in memory', async () => {
      await fc.assert(
        fc.asyncProperty(
          randomGraph,
          fc.constantFrom(...actors),
          fc.constantFrom(...days),
          async (graph, holder, asOf) => {
            const one = await open(graph)
            const memory = memoryStore(graph)
            try {
              for (const target of ['x', 'c0']) {
                const options = { asOf, about: true }
                expect(JSON.stringify(await stanceOf(one.store, holder, target, options))).toBe(
                  JSON.stringify(await stanceOf(memory, holder, target, options)),
                )
              }
              for (const ask of otherQuestions(holder, asOf)) {
                expect(JSON.stringify(await ask(one.store))).toBe(JSON.stringify(await ask(memory)))
              }
            } finally {
              await one.close()
            }
          },
        ),
        { numRuns: runs },
      )
    })

    it('can be asked at the same time', async () => {
      const graph = graphOf([
        ['H —supports→ x', '2024-01-01'],
        ['H —opposes→ x', '2024-02-01'],
      ])
      const store = await storeOf(graph)
      const asked = ['2024-01-15', '2024-02-15'].map((asOf) => stanceOf(store, 'H', 'x', { asOf }))
      expect((await Promise.all(asked)).map(({ stance }) => stance)).toEqual(['supports', 'opposes'])
    })
  })
}

function otherQuestions(holder: string, asOf: string): readonly ((store: GraphStore) => Promise<unknown>)[] {
  return [
    (store) => stancesOn(store, 'x', { asOf }),
    (store) => stanceTimeline(store, holder, 'x'),
    (store) => relationships(store, holder),
    (store) => paths(store, holder, 'x', { asOf }),
    (store) => contradictions(store, { asOf }),
  ]
}

function sortedIds(claims: readonly Claim[]): readonly string[] {
  return claims.map(({ id }) => id).sort()
}

/** So that the order in which a store fills its objects does not matter. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, one]) => [key, sortKeys(one)]))
}
