import { describe, expect, test } from 'vitest'
import { beginBudget } from '../../src/cypher/limits.ts'

const exceeded = (detail: string): unknown =>
  expect.objectContaining({ errorClass: 'LimitExceeded', detail, phase: 'runtime' })

describe('a budget', () => {
  test('lets as many steps through as it has', () => {
    const budget = beginBudget({ steps: 10_000 })
    for (let step = 0; step < 10_000; step++) budget.step()
    expect(() => budget.step()).toThrow(exceeded('Steps'))
  })

  test('counts many steps at once', () => {
    expect(() => beginBudget({ steps: 10_000 }).step(10_001)).toThrow(exceeded('Steps'))
  })

  test('says which limit it is, and what may be done', () => {
    const budget = beginBudget({ rows: 1000 })
    for (let row = 0; row < 1000; row++) budget.addRow()
    expect(() => budget.addRow()).toThrow(
      expect.objectContaining({
        message: 'The query gives more than 1,000 rows.',
        hint: 'Add a LIMIT or count them, or raise the limit `rows`.',
      }),
    )
  })

  test('counts memory back that is released', () => {
    const budget = beginBudget({ bytes: 100 })
    for (let time = 0; time < 10; time++) {
      budget.keep(100)
      budget.release(100)
    }
    budget.keep(100)
    expect(() => budget.keep(1)).toThrow(exceeded('Memory'))
  })

  test('has what is made and what is kept under one limit', () => {
    const budget = beginBudget({ bytes: 100 })
    budget.keep(60)
    budget.make(40)
    expect(() => budget.make(1)).toThrow(exceeded('Memory'))
    budget.made = 0
    budget.make(40)
    expect(() => budget.keep(1)).toThrow(exceeded('Memory'))
  })

  test('looks at the clock while it counts', () => {
    const budget = beginBudget({ milliseconds: 5 })
    const endless = (): void => {
      for (;;) budget.step()
    }
    expect(endless).toThrow(exceeded('Time'))
  })

  test('has the reason of a signal as the cause of its error', () => {
    const reason = new Error('enough')
    expect(() => beginBudget({}, AbortSignal.abort(reason))).toThrow(
      expect.objectContaining({ errorClass: 'Aborted', cause: reason }),
    )
  })

  test('lets others have their turn when a while has passed', async () => {
    const controller = new AbortController()
    const budget = beginBudget({}, controller.signal)
    setImmediate(() => controller.abort())
    const pauses = async (): Promise<void> => {
      for (;;) await budget.pause()
    }
    await expect(pauses()).rejects.toThrow(expect.objectContaining({ errorClass: 'Aborted' }))
  })
})
