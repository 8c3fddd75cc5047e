/** Asks a store several things about one state of its graph. */
import { isGraphChanged, type GraphStore } from './graph-store.ts'

/** How often a question is asked in all where the graph keeps changing meanwhile. */
const attempts = 5

/** What `ask` gives on a view of the store. Where the graph was changed meanwhile, it is asked again on a new one. */
export async function consistently<T>(store: GraphStore, ask: (view: GraphStore) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask(store.snapshot())
    } catch (error) {
      if (attempt === attempts || !isGraphChanged(error)) throw error
    }
  }
}
