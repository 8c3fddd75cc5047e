import { describe, expect, test } from 'vitest'
import { runQuery } from '../../../src/cypher/query.ts'
import { listGraph } from '../list-graph.ts'
import { answer, people } from './answer.ts'

describe('a run', () => {
  test('leaves no trace on others of the same query at the same time', async () => {
    const text =
      'UNWIND range(1, $n) AS x WITH x ORDER BY x DESC RETURN collect(DISTINCT x % $n) AS xs, count(*) AS c'
    const runs = [5n, 50_000n, 3n].map((n) => runQuery(people, text, { parameters: { n } }))
    const counts = (await Promise.all(runs)).map(({ rows: [row] }) => row?.[1])
    expect(counts).toEqual([5n, 50_000n, 3n])
  })

  test('ends when its signal is given', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    setTimeout(() => controller.abort(reason), 5)
    const run = answer('UNWIND range(1, 3000000) AS x RETURN count(DISTINCT x)', {
      signal: controller.signal,
    })
    await expect(run).rejects.toMatchObject({ errorClass: 'Aborted', cause: reason })
  })

  test('does not begin when its signal has been given', async () => {
    await expect(answer('RETURN 1', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      errorClass: 'Aborted',
    })
  })

  test.each([
    ['Rows', { rows: 10 }, 'UNWIND range(1, 11) AS x RETURN x'],
    ['Steps', { steps: 1000 }, 'MATCH (a), (b), (c), (d), (e) RETURN count(*)'],
    ['Memory', { bytes: 100_000 }, 'UNWIND range(1, 10000) AS x RETURN DISTINCT x'],
    ['Memory', { bytes: 100_000 }, 'UNWIND range(1, 10000) AS x WITH x ORDER BY x RETURN count(x)'],
    ['Memory', { bytes: 100_000 }, 'UNWIND range(1, 10000) AS x WITH x, count(*) AS c RETURN count(c)'],
    ['Memory', { bytes: 100_000 }, 'UNWIND range(1, 10000) AS x RETURN size(collect(x))'],
    [
      'Time',
      { milliseconds: 20 },
      'MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j), (k) RETURN count(*)',
    ],
  ])('ends at its limit: %s %o', async (detail, limits, text) => {
    await expect(answer(text, { limits })).rejects.toMatchObject({ errorClass: 'LimitExceeded', detail })
  })

  test('counts memory back after each nested query', async () => {
    const text =
      'UNWIND range(1, 100) AS x RETURN sum(COUNT { UNWIND range(1, 100) AS y RETURN DISTINCT y }) AS sum'
    expect(await answer(text, { limits: { bytes: 500_000 } })).toEqual(['sum', '10000'])
  })
})

describe('EXPLAIN', () => {
  test('gives the plan instead of the answer', async () => {
    const text = 'EXPLAIN MATCH (p:Person) WITH p ORDER BY p.age LIMIT 1 RETURN p.name AS name'
    expect(await answer(text)).toEqual([
      'plan',
      '+ ProduceResults  name',
      '+ Projection  p.name AS name',
      '+ Limit  1',
      '+ Top  p.age (first 1)',
      expect.stringContaining('+ NodeByLabelScan'),
    ])
  })

  test('shows the parts of a UNION and of a subquery below it', async () => {
    expect(
      await answer('EXPLAIN UNWIND [1] AS a CALL (a) { RETURN a AS b UNION RETURN 2 AS b } RETURN b'),
    ).toEqual([
      'plan',
      '+ ProduceResults  b',
      '+ Apply  a',
      '|-+ Distinct  b',
      '| + Union',
      expect.stringMatching(/^\| \|-\+/),
      ...Array.from({ length: 5 }, () => expect.any(String) as string),
      '+ Unwind  [1] AS a',
    ])
  })

  test('needs no parameters', async () => {
    expect(await answer('EXPLAIN RETURN $a AS a')).toContain('+ Argument')
  })
})

test('names in graphs and texts may be those of JavaScript itself', async () => {
  const graph = listGraph({
    nodes: [{ labels: ['constructor'], properties: new Map([['__proto__', 1n]]) }],
    relationships: [{ type: 'toString', from: 0, to: 0 }],
  })
  const text =
    'MATCH (__proto__:constructor)-[r:toString]->() RETURN __proto__.__proto__ AS valueOf, {__proto__: 1} AS m'
  expect(await answer(text, { graph })).toEqual(['valueOf | m', '1 | {__proto__: 1}'])
})
