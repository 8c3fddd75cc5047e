/** Asks a store several things about one state of its graph. */
import { isBeingLoaded, isGraphChanged, type GraphStore } from './graph-store.ts'

/** How often a question is asked in all where the graph keeps changing meanwhile. */
const attempts = 5

/** How long to wait, time after time, where the graph is being loaded; in milliseconds: about two seconds in all. */
const pauses = [10, 20, 40, 80, 150, 250, 350, 500, 600]

/**
 * What `ask` gives on a view of the store. It is asked again on a new one where the graph was changed meanwhile, and after
 * a while where it is being loaded, as most loads are short.
 */
export async function consistently<T>(store: GraphStore, ask: (view: GraphStore) => Promise<T>): Promise<T> {
  for (let [changes, waits] = [0, 0]; ;) {
    try {
      return await ask(store.snapshot())
    } catch (error) {
      const pause = isBeingLoaded(error) ? pauses[waits] : undefined
      if (pause !== undefined) {
        waits += 1
        await new Promise((resolve) => setTimeout(resolve, pause))
      } else if (isGraphChanged(error) && changes < attempts - 1) changes += 1
      else throw error
    }
  }
}
