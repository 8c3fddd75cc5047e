/** What the data of this repository must answer. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../src/project/build-graph.ts'
import { contradictions } from '../../src/questions/contradictions.ts'
import { paths } from '../../src/questions/paths.ts'
import { stanceOf, type StanceEntry } from '../../src/questions/stance-of.ts'
import { stanceTimeline } from '../../src/questions/stance-timeline.ts'
import { stancesOn } from '../../src/questions/stances-on.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'

const built = await buildGraph({ project: fileURLToPath(new URL('../..', import.meta.url)) })
if (!built.ok) throw new Error('the data of this repository has errors')
const store = memoryStore(built.graph)

/** A deciding claim: its day, its triple, and by which offices it counts. */
function brief({ claim, path }: StanceEntry): string {
  const way = path.map(({ relation, to }) => ` —${relation}→ ${to}`)
  return `${claim.date ?? 'always'} ${claim.subject} ${claim.relation} ${claim.object}${way.join('')}`
}

async function stanceOn(holder: string, target: string, asOf: string): Promise<readonly string[]> {
  const { stance, deciding } = await stanceOf(store, holder, target, { asOf })
  return [stance, ...deciding.map(brief).sort()]
}

async function campsOn(target: string, asOf: string): Promise<Record<string, readonly string[]>> {
  const { rows } = await stancesOn(store, target, { asOf })
  const all: Record<string, string[]> = {}
  for (const { stance, holder } of rows) (all[stance] ??= []).push(holder)
  return all
}

const throughOffice = '—holds→ Secretary of State —post in→ US'

describe('The United States on Edmundo González', () => {
  it('has no stance before 1 August 2024', async () => {
    expect(await stanceOn('United States', 'González', '2024-07-28')).toEqual(['unknown'])
    expect(await stanceOn('United States', 'González', '2024-07-31')).toEqual(['unknown'])
  })

  it('supports him as of 2 August, by Blinken through his office', async () => {
    const { stance, deciding } = await stanceOf(store, 'United States', 'González', { asOf: '2024-08-02' })
    expect([stance, ...deciding.map(brief).sort()]).toEqual([
      'supports',
      `2024-08-01 Blinken acknowledges win of González ${throughOffice}`,
      `2024-08-01 Blinken recognizes González ${throughOffice}`,
    ])
    expect(deciding.every(({ claim }) => claim.quotes.every(({ start }) => start !== undefined))).toBe(true)
  })

  it('rests on another claim from 19 November on', async () => {
    const { entries } = await stanceTimeline(store, 'United States', 'González')
    expect(
      entries.map(({ from, stance, deciding }) => [from, stance, ...deciding.map(brief).sort()]),
    ).toEqual([
      [
        '2024-08-01',
        'supports',
        `2024-08-01 Blinken acknowledges win of González ${throughOffice}`,
        `2024-08-01 Blinken recognizes González ${throughOffice}`,
      ],
      ['2024-11-19', 'supports', `2024-11-19 Blinken recognizes González ${throughOffice}`],
    ])
  })
})

describe('The United States on the result that the CNE announced', () => {
  it('withholds as of 30 July, and opposes it as of 2 August', async () => {
    expect(await stanceOn('US', 'CNE result', '2024-07-30')).toEqual([
      'withholds',
      `2024-07-29 Blinken expresses concern over CNE result ${throughOffice}`,
    ])
    expect(await stanceOn('US', 'CNE result', '2024-08-02')).toEqual([
      'opposes',
      `2024-08-01 Blinken criticizes CNE result ${throughOffice}`,
    ])
  })
})

describe('Josep Borrell', () => {
  it('speaks for the European Union, but for no member state', async () => {
    expect(await stanceOn('European Union', 'CNE result', '2024-08-02')).toEqual([
      'withholds',
      '2024-07-30 Borrell expresses concern over CNE result —holds→ High Representative —post in→ European Union',
    ])
    for (const member of ['Spain', 'Germany', 'France']) {
      expect(await stanceOn(member, 'CNE result', '2024-08-02')).toEqual(['unknown'])
    }
  })

  it('speaks for himself after 30 November 2024', async () => {
    const later = (day: string) => {
      const claims = new Map(store.graph.claims)
      const word = [...claims.values()].find(
        ({ subject, object }) => subject === 'Borrell' && object === 'CNE result',
      )
      if (!word) throw new Error('Borrell has said nothing on the result')
      claims.set('later', { ...word, id: 'later', date: day, earliest: day, latest: day, stance: 'opposes' })
      return memoryStore({ ...store.graph, claims })
    }
    const stancesAfter = async (day: string) => {
      const asked = later(day)
      const ask = (holder: string) => stanceOf(asked, holder, 'CNE result', { asOf: '2025-01-01' })
      return [(await ask('Borrell')).stance, (await ask('European Union')).stance]
    }
    expect(await stancesAfter('2024-11-30')).toEqual(['opposes', 'opposes'])
    expect(await stancesAfter('2024-12-01')).toEqual(['opposes', 'withholds'])
  })
})

describe('The camps', () => {
  it('over the result are those who contest it and those who wait', async () => {
    expect(await campsOn('CNE result', '2024-07-31')).toEqual({
      opposes: [
        ...['Argentina', 'Costa Rica', 'Ecuador', 'Guatemala', 'Panama', 'Peru', 'Uruguay'],
        ...['Arévalo', 'Chaves', 'González-Olaechea', 'Lacalle Pou', 'Milei', 'Mulino', 'Noboa'].sort(),
      ],
      withholds: ['Brazil', 'Chile', 'US', 'European Union', 'Blinken', 'Boric', 'Borrell'],
    })
  })

  it('on Maduro are those who congratulate him', async () => {
    const camps = await campsOn('Maduro', '2024-08-02')
    expect(Object.keys(camps)).toEqual(['supports'])
    expect(camps.supports?.slice(0, 9)).toEqual([
      'Belarus',
      'Bolivia',
      'China',
      'Cuba',
      'Honduras',
      'Iran',
      'Nicaragua',
      'Russia',
      'Syria',
    ])
  })
})

describe('The example data', () => {
  it('connects those who have spoken about the same', async () => {
    const answer = await paths(store, 'Boric', 'Borrell', { maxHops: 2 })
    expect(answer.paths.map(({ hops }) => hops.map(({ to, claims }) => [to, claims.length]))).toEqual([
      [
        ['CNE result', 2],
        ['Borrell', 1],
      ],
    ])
  })

  it('contradicts itself nowhere', async () => {
    expect((await contradictions(store, { asOf: '2024-12-31' })).contradictions).toEqual([])
  })
})
