import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../src/stores/memory-store.ts'
import { graphOf } from '../graphs/build.ts'

const store = memoryStore(
  graphOf([
    ['A —supports→ B', '2024-01-01', { id: 'first' }],
    ['C —disputes→ first', '2024-01-02', { id: 'second' }],
  ]),
)

const endless = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a < 0 RETURN count(*)'

describe('cypher of memoryStore', () => {
  it('answers queries on the graph', async () => {
    expect(
      await store.cypher(
        'MATCH (c)-[r:DISPUTES]->(:Claim)-[:SUBJECT]->(a) RETURN c.id, r.earliest AS day, a.name',
      ),
    ).toEqual({
      columns: ['c.id', 'day', 'a.name'],
      rows: [['C', { kind: 'date', text: '2024-01-02' }, 'A']],
    })
  })

  it('takes parameters as what they are', async () => {
    const { rows } = await store.cypher('RETURN $a, $b, $c', {
      a: 2n ** 63n - 1n,
      b: 1,
      c: [{ ['__proto__']: null }],
    })
    expect(rows).toEqual([[2n ** 63n - 1n, 1, [new Map([['__proto__', null]])]]])
    await expect(store.cypher('RETURN $a', { b: 1 })).rejects.toMatchObject({
      errorClass: 'ParameterMissing',
    })
    await expect(store.cypher('RETURN $a', { a: 2n ** 63n })).rejects.toMatchObject({
      errorClass: 'ArgumentError',
    })
  })

  it('stops where its signal says so, with the reason of the signal', async () => {
    const controller = new AbortController()
    const running = store.cypher(endless, {}, { signal: controller.signal })
    const reason = new Error('enough')
    void turn().then(() => controller.abort(reason))
    await expect(running).rejects.toBe(reason)
    await expect(store.cypher('RETURN 1', {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })

  it('keeps to the limits that it is given, and to its own for the others', async () => {
    for (const [limits, detail] of [
      [{ milliseconds: 50 }, 'Time'],
      [{ steps: 1000 }, 'Steps'],
    ] as const) {
      await expect(store.cypher(endless, {}, limits)).rejects.toMatchObject({
        errorClass: 'LimitExceeded',
        detail,
      })
    }
    const many = 'UNWIND range(1, 11) AS n RETURN n'
    await expect(store.cypher(many, {}, { rows: 10 })).rejects.toMatchObject({ detail: 'Rows' })
    await expect(store.cypher(many, {}, { bytes: 10 })).rejects.toMatchObject({ detail: 'Memory' })
    const unset = { rows: undefined, milliseconds: undefined } as object
    await expect(store.cypher('UNWIND range(1, 1000001) AS n RETURN n', {}, unset)).rejects.toMatchObject({
      detail: 'Rows',
    })
  })

  it('answers several queries at once, on views too', async () => {
    const answers = await Promise.all(
      [1n, 2n, 3n].map((n) => store.snapshot().cypher('MATCH (a) RETURN count(a) * $n', { n })),
    )
    expect(answers.map(({ rows }) => rows)).toEqual([[[5n]], [[10n]], [[15n]]])
  })
})
