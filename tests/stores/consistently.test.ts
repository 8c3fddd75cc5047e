import { describe, expect, it } from 'vitest'
import { consistently } from '../../src/stores/consistently.ts'
import type { GraphStore } from '../../src/stores/graph-store.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'
import { graphOf } from '../graphs/build.ts'

const memory = memoryStore(graphOf([]))

/** A store whose first views find that the graph was changed, or has another problem. */
function changing(
  times: number,
  problem = 'graph changed',
): { readonly store: GraphStore; readonly views: () => number } {
  let views = 0
  const snapshot = (): GraphStore => {
    views += 1
    if (views > times) return memory
    const changed = Object.assign(new Error(problem), { problem })
    return { ...memory, schema: () => Promise.reject(changed) }
  }
  return { store: { ...memory, snapshot }, views: () => views }
}

describe('asking consistently', () => {
  it('asks a view of the store', async () => {
    const { store, views } = changing(0)
    expect(await consistently(store, (view) => Promise.resolve(view))).toBe(memory)
    expect(views()).toBe(1)
  })

  it('asks a new view where the graph was changed meanwhile', async () => {
    const { store, views } = changing(4)
    expect(await consistently(store, (view) => view.schema())).toBe(await memory.schema())
    expect(views()).toBe(5)
  })

  it('gives up where the graph keeps changing', async () => {
    const { store, views } = changing(100)
    await expect(consistently(store, (view) => view.schema())).rejects.toThrow('graph changed')
    expect(views()).toBe(5)
  })

  it('waits a little for a graph that is being loaded', async () => {
    const { store, views } = changing(3, 'loading')
    expect(await consistently(store, (view) => view.schema())).toBe(await memory.schema())
    expect(views()).toBe(4)
  })

  it('does not wait longer than about two seconds for a load', async () => {
    const { store } = changing(100, 'loading')
    const start = performance.now()
    await expect(consistently(store, (view) => view.schema())).rejects.toThrow('loading')
    expect(performance.now() - start).toBeGreaterThan(1900)
    expect(performance.now() - start).toBeLessThan(4000)
  })

  it('does not ask again for other errors', async () => {
    const { store, views } = changing(0)
    await expect(consistently(store, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(views()).toBe(1)
  })
})
