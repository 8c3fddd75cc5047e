import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { heard, patience, patiently } from '../../../src/stores/neo4j/patience.ts'
import { failureOf } from './in-graph.ts'

function coded(code: string): Error {
  return Object.assign(new Error(code), { code })
}

const deadlock = coded('Neo.TransientError.Transaction.DeadlockDetected')

/** Fails with these errors in turn, then succeeds. */
function failing(...errors: Error[]): { attempt: () => Promise<string>; count: () => number } {
  let count = 0
  return {
    attempt: () => {
      const error = errors[count]
      count += 1
      return error ? Promise.reject(error) : Promise.resolve('done')
    },
    count: () => count,
  }
}

it('tries again what passes', async () => {
  const { attempt, count } = failing(deadlock, deadlock)
  expect(await patiently(patience(5000), attempt)).toBe('done')
  expect(count()).toBe(3)
})

it('does not try again what does not pass', async () => {
  const { attempt, count } = failing(coded('Neo.ClientError.Statement.SyntaxError'))
  expect(await failureOf(patiently(patience(5000), attempt))).toBe(
    'Error: Neo.ClientError.Statement.SyntaxError',
  )
  expect(count()).toBe(1)
})

it('waits for a server that was reached before, but for no other', async () => {
  const lost = coded('ServiceUnavailable')
  const unreached = patience(5000)
  expect(await failureOf(patiently(unreached, failing(lost).attempt))).toBe('Error: ServiceUnavailable')
  await patiently(unreached, failing(deadlock).attempt)
  expect(await patiently(unreached, failing(lost).attempt)).toBe('done')
})

it('gives up when nothing has succeeded for too long', async () => {
  const { attempt, count } = failing(...Array.from({ length: 100 }, () => deadlock))
  expect(await failureOf(patiently(patience(500), attempt))).toMatch(/DeadlockDetected$/)
  expect(count()).toBeGreaterThan(2)
})

it('is patient anew after each success', async () => {
  const again = patience(300)
  await sleep(400)
  await patiently(again, failing().attempt)
  expect(await patiently(again, failing(deadlock).attempt)).toBe('done')
})

it('stops when it is told to, also while it waits', async () => {
  const stopping = new AbortController()
  const { attempt } = failing(...Array.from({ length: 100 }, () => deadlock))
  const trying = patiently(patience(60_000, stopping.signal), attempt)
  setTimeout(() => stopping.abort(), 300)
  expect(await failureOf(trying)).toBe('AbortError: This operation was aborted')
})

it('gives up on work that says nothing for too long', async () => {
  expect(await heard(200, () => Promise.resolve('done'))).toBe('done')
  const beating = heard(200, async (beat) => {
    for (let beats = 0; beats < 5; beats += 1) {
      await sleep(100)
      beat()
    }
    return 'done'
  })
  expect(await beating).toBe('done')
  expect(await failureOf(heard(200, () => new Promise(() => undefined)))).toBe(
    'NoAnswerError: the server has not answered for too long',
  )
})
