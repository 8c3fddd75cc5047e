/** The list of the scenarios that do not pass, with their reasons, and whether it is right. */
import { readFileSync } from 'node:fs'
import type { Outcome } from './run-scenario.ts'

/** The reasons by the scenario's id. */
export type NotPassing = ReadonlyMap<string, string>

/** Reads not-passing.txt: in each line the id of a scenario, a tab and the reason; `#` begins a line of explanation. */
export function readNotPassing(): NotPassing {
  return parseNotPassing(readFileSync(new URL('not-passing.txt', import.meta.url), 'utf8'))
}

/** Reads the text of such a list. Throws where a line has no reason. */
export function parseNotPassing(text: string): NotPassing {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const [id, reason] = line.split('\t')
      if (id === undefined || !reason?.trim()) throw new Error(`not-passing.txt gives no reason in: ${line}`)
      return [id, reason]
    }),
  )
}

/** What is wrong with the list, or with the engine, where a scenario ended like this; undefined where nothing is. */
export function judge(id: string, outcome: Outcome, list: NotPassing): string | undefined {
  if (outcome.kind === 'failed') {
    return list.has(id) ? undefined : `${id}\nexpected ${outcome.expected}\nactual ${outcome.actual}`
  }
  return list.has(id) ? `${id}\nis listed in not-passing.txt, but it is ${outcome.kind}` : undefined
}

/** What is wrong where the list has scenarios that do not exist. */
export function judgeNames(ids: ReadonlySet<string>, list: NotPassing): readonly string[] {
  return [...list.keys()]
    .filter((id) => !ids.has(id))
    .map((id) => `${id}\nis listed in not-passing.txt, but there is no such scenario`)
}
