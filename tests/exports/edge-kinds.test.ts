import { describe, expect, it } from 'vitest'
import { edgeKinds } from '../../src/exports/edge-kinds.ts'
import { claim, graphOf } from './example-graph.ts'

function kindsOf(...claims: ReturnType<typeof claim>[]): Record<string, string> {
  return Object.fromEntries(edgeKinds(graphOf({ claims })))
}

describe('edgeKinds', () => {
  it('leaves alone what has no parallel of its relation', () => {
    expect(
      kindsOf(
        claim('1', 'a', 'sells', 'b'),
        claim('2', 'b', 'sells', 'a'),
        claim('3', 'a', 'disputes', 'b'),
        claim('4', 'a', 'sells', 'c'),
      ),
    ).toEqual({})
  })

  it('numbers parallel claims in the order in which they begin, then of their ids', () => {
    expect(
      kindsOf(
        claim('1', 'a', 'sells', 'b', { earliest: '2024-05-01' }),
        claim('2', 'a', 'sells', 'b', { earliest: '2024-01-01' }),
        claim('4', 'a', 'sells', 'b', { earliest: '2024-01-01' }),
        claim('3', 'a', 'sells', 'b'),
      ),
    ).toEqual({ 2: 'sells 2', 4: 'sells 3', 1: 'sells 4' })
  })

  it('passes over numbers that would make another relation', () => {
    expect(kindsOf(claim('1', 'a', 'recognizes', 'b'), claim('2', 'a', 'recognizes', 'b'))).toEqual({
      2: 'recognizes 3',
    })
  })
})
