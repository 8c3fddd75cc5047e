/** Asks questions in tests and shows the answers in few words. */
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import {
  stanceOf,
  type DecidedStance,
  type StanceAnswer,
  type StanceEntry,
  type StanceOptions,
} from '../../src/questions/stance-of.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'

/** The answer about the target `x`, or another one. */
export function ask(
  graph: KnowledgeGraph,
  holder: string,
  asOf: string,
  { target = 'x', ...options }: Omit<StanceOptions, 'asOf'> & { readonly target?: string } = {},
): Promise<StanceAnswer> {
  return stanceOf(memoryStore(graph), holder, target, { asOf, ...options })
}

/** The decision in few words; lists that are empty and an order that is certain are left out. */
export function brief(decided: DecidedStance): Record<string, unknown> {
  const lists = {
    deciding: decided.deciding.map(idOf),
    superseded: decided.superseded.map(idOf),
    leftOut: decided.leftOut.map((entry) => `${idOf(entry)}: ${entry.reason}`),
    dissent: decided.dissent.map(idOf),
  }
  return {
    stance: decided.stance,
    ...(decided.orderUncertain && { orderUncertain: true }),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
  }
}

function idOf({ claim, implied }: StanceEntry): string {
  return implied ? `implied by ${claim.id}` : claim.id
}
