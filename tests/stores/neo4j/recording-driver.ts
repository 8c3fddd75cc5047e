/** Writes down which queries go through a real driver. */
import type { Driver, Session } from 'neo4j-driver'

/** A query as it was sent. */
export interface SentQuery {
  readonly text: string
  readonly parameters: object
  /** How the session reads or writes. */
  readonly mode: string
}

/** A driver that does all that the given one does, and what went through it. */
export interface Recording {
  readonly driver: Driver
  /** In the order in which they were sent. */
  readonly queries: SentQuery[]
  /** How often a query was sent while no other was under way: the round trips that follow each other. */
  readonly rounds: () => number
}

/** Records what goes through a driver's sessions. */
export function recordQueries(driver: Driver): Recording {
  const queries: SentQuery[] = []
  let [rounds, underWay] = [0, 0]
  const recordIn = (session: Session, mode: string): Session => {
    const run = session.run.bind(session)
    session.run = (text, parameters, config) => {
      queries.push({
        text: typeof text === 'object' && 'text' in text ? text.text : String(text),
        parameters: parameters as object,
        mode,
      })
      if (underWay === 0) rounds += 1
      underWay += 1
      const result = run(text, parameters, config)
      const end = (): void => void (underWay -= 1)
      result.then(end, end)
      return result
    }
    return session
  }
  const recording = new Proxy(driver, {
    get: (target, key) =>
      key === 'session'
        ? (config: Parameters<Driver['session']>[0]) =>
            recordIn(target.session(config), config?.defaultAccessMode ?? 'WRITE')
        : (Reflect.get(target, key, target) as unknown),
  })
  return { driver: recording, queries, rounds: () => rounds }
}
