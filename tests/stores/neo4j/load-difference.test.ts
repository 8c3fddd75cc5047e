import { describe, expect, it } from 'vitest'
import { differingGroups, fate, sortThings } from '../../../src/stores/neo4j/load/difference.ts'
import { bucketCount, emptyTally, outlineOf, talliesOf } from '../../../src/stores/neo4j/load/outline.ts'

const things = [
  { group: 'A', id: 'a', fingerprint: 2 ** 52 - 1 },
  { group: 'A', id: 'b', fingerprint: 7 },
  { group: 'B', id: 'c', fingerprint: 7 + bucketCount },
]
const outline = await outlineOf(things)
const ids = things.map(({ id }) => id)

/** What the database has when it has these things. */
async function storedOf(stored: readonly { group: string; fingerprint: number }[]) {
  const tallies = talliesOf(await outlineOf(stored))
  return new Map([...tallies].map(([group, tally]) => [group, { tally, bare: 0 }]))
}

describe('buckets', () => {
  it('do not differ where all is there, in any order', async () => {
    const differing = differingGroups(outline, await storedOf([...things].reverse()))
    expect([...differing.values()]).toEqual([[], []])
  })

  it('differ where something is missing, changed or too much', async () => {
    const [first, second, third] = things as [(typeof things)[0], (typeof things)[0], (typeof things)[0]]
    expect(differingGroups(outline, await storedOf([first, second]))).toEqual(
      new Map([
        ['A', []],
        ['B', [7]],
      ]),
    )
    const changed = { ...second, fingerprint: 8 }
    expect(differingGroups(outline, await storedOf([first, changed, third])).get('A')).toEqual([7, 8])
    const more = [...things, { group: 'C', fingerprint: 1 }]
    expect(differingGroups(outline, await storedOf(more)).get('C')).toEqual([1])
  })

  it('stay exact in the sums of very many fingerprints', async () => {
    const many = Array.from({ length: 100_000 }, () => ({ group: 'A', fingerprint: 2 ** 52 - 1 }))
    const [tally] = talliesOf(await outlineOf(many)).values()
    expect(tally?.lows[bucketCount - 1]).toBe(100_000 * (2 ** 26 - 1))
    expect(tally?.highs[bucketCount - 1]).toBe(100_000 * (2 ** 26 - 1))
    expect(tally?.counts[bucketCount - 1]).toBe(100_000)
  })
})

describe('things', () => {
  const everywhere = new Map([
    ['A', [7, bucketCount - 1]],
    ['B', [7]],
  ])

  it('are created unless they turn up', () => {
    const sorting = sortThings('relationships', outline, everywhere, ids)
    sorting.add('A', 'b', 7)
    sorting.add('A', 'a', 1)
    sorting.add('A', 'x', 1)
    const { fates, surplus } = sorting.finish()
    expect([...fates]).toEqual([fate.change, fate.none, fate.create])
    expect(surplus).toEqual(new Map([['A', ['x']]]))
  })

  it('are left alone where their bucket does not differ', () => {
    const { fates } = sortThings('nodes', outline, new Map([['A', [7]]]), ids).finish()
    expect([...fates]).toEqual([fate.none, fate.create, fate.none])
  })

  it('with equal fingerprints are still told apart by their ids', () => {
    const sorting = sortThings('nodes', outline, everywhere, ids)
    sorting.add('A', 'x', 7)
    const { fates, surplus } = sorting.finish()
    expect([...fates]).toEqual([fate.create, fate.create, fate.create])
    expect(surplus).toEqual(new Map([['A', ['x']]]))
  })

  it('of another type are changed, unless there is one of the right type too', () => {
    const sorting = sortThings('relationships', outline, everywhere, ids)
    sorting.add('B', 'a', 1)
    sorting.add('A', 'c', 1)
    sorting.add('B', 'c', 7 + bucketCount)
    const { fates, formerTypes, surplus } = sorting.finish()
    expect([...fates]).toEqual([fate.change, fate.create, fate.none])
    expect(formerTypes).toEqual(new Map([[0, 'B']]))
    expect(surplus).toEqual(new Map([['A', ['c']]]))
  })

  it('that are nodes of another kind are removed', () => {
    const sorting = sortThings('nodes', outline, everywhere, ids)
    sorting.add('B', 'a', 1)
    const { fates, surplus } = sorting.finish()
    expect(fates[0]).toBe(fate.create)
    expect(surplus).toEqual(new Map([['B', ['a']]]))
  })

  it('without a fingerprint are nodes kept for others, or relationships to put right', () => {
    const nodes = sortThings('nodes', outline, everywhere, ids)
    const relationships = sortThings('relationships', outline, everywhere, ids)
    for (const sorting of [nodes, relationships]) {
      sorting.addBare('A', 'a')
      sorting.addBare('A', 'x')
    }
    const [ofNodes, ofRelationships] = [nodes.finish(), relationships.finish()]
    expect([ofNodes.fates[0], ofRelationships.fates[0]]).toEqual([fate.restore, fate.change])
    expect([ofNodes.kept, ofNodes.surplus]).toEqual([new Map([['A', ['x']]]), new Map()])
    expect([ofRelationships.kept, ofRelationships.surplus]).toEqual([new Map(), new Map([['A', ['x']]])])
  })
})

it('has a tally of nothing for what is not there', () => {
  expect(emptyTally().counts.every((count) => count === 0)).toBe(true)
})
