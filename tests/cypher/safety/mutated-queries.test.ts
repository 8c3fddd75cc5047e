import { describe, expect, test } from 'vitest'
import { runQuery } from '../../../src/cypher/query.ts'
import { randomOf } from '../judge/random.ts'
import { faultOfRun, mutatedQuery, mutationLimits, tokensOf } from './mutated-queries.ts'
import { corpus, corpusGraph, corpusParameters } from './query-corpus.ts'

describe('the corpus', () => {
  test.each(corpus)('%s', async (text) => {
    expect(tokensOf(text).join('')).toBe(text)
    const { columns } = await runQuery(corpusGraph, text, { parameters: corpusParameters })
    expect(columns.length).toBeGreaterThan(0)
  })
})

/** Beyond the time limit, in milliseconds: what other processes may take. */
const patience = 1000

test('3,000 mutated queries end in rows or in a CypherError, in time', async () => {
  const random = randomOf(1)
  const faults: string[] = []
  for (let run = 0; run < 3000; run++) {
    const text = mutatedQuery(random, corpus)
    const begun = performance.now()
    const fault = await faultOfRun(text)
    const taken = performance.now() - begun
    if (fault !== undefined) faults.push(`${fault}\n  ${text}`)
    if (taken > mutationLimits.milliseconds + patience) faults.push(`${Math.round(taken)} ms\n  ${text}`)
  }
  expect(faults).toEqual([])
})
