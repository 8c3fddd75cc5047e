import { expect, test } from 'vitest'
import { answerText } from '../../src/cli/answer-question.ts'
import type { GraphStore } from '../../src/stores/graph-store.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'
import { graphOf } from '../graphs/build.ts'

test('An answer is shown with the schema of the state that it is from, though the graph changes meanwhile', async () => {
  const states = [memoryStore(graphOf([])), memoryStore(graphOf([]))] as const
  let current: GraphStore = states[0]
  const changed = Object.assign(new Error('changed'), { problem: 'graph changed' })
  const snapshot = (): GraphStore => {
    const seen = current
    const view: GraphStore = {
      ...seen,
      snapshot: () => view,
      schema: () => (seen === current ? seen.schema() : Promise.reject(changed)),
    }
    return view
  }
  const asked: GraphStore[] = []
  const ask = (store: GraphStore) => {
    asked.push(store)
    current = states[1]
    return Promise.resolve({ answer: asked.length })
  }
  const schema = await states[1].schema()
  const text = await answerText(
    { ...states[0], snapshot },
    { ask, text: (shown) => `${shown.answer} ${shown.schema === schema}` },
  )
  expect(text).toBe('2 true')
})
