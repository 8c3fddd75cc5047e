/** Answers a question for a command, from the files of a project or from a Neo4j server. */
import type { GraphSchema } from '../graph/schema.ts'
import { consistently } from '../stores/consistently.ts'
import type { GraphStore } from '../stores/graph-store.ts'
import { memoryStore } from '../stores/memory-store.ts'
import { withServer } from './connect-server.ts'
import { loadGraph } from './load-project.ts'
import { print, printJson } from './output.ts'
import type { ProjectOptions } from './project-options.ts'
import type { ServerOptions } from './server-options.ts'

/** The options of every command that asks a question. */
export interface QuestionOptions extends ProjectOptions, ServerOptions {
  readonly json?: boolean
}

/** A question, and its answer as text for people. */
export interface Question<Answer> {
  readonly ask: (store: GraphStore) => Promise<Answer>
  /** The schema says what the properties of the claims are. */
  readonly text: (answer: Answer & { readonly schema: GraphSchema }) => string
}

/** Prints the answer, as JSON or as text. */
export async function answerQuestion<Answer extends object>(
  options: QuestionOptions,
  question: Question<Answer>,
): Promise<void> {
  if (options.json) await printJson(await withStore(options, question.ask))
  else await print(await withStore(options, (store) => answerText(store, question)))
}

/** The answer as text, with the schema of the state of the graph that the answer is from. */
export function answerText<Answer extends object>(
  store: GraphStore,
  { ask, text }: Question<Answer>,
): Promise<string> {
  return consistently(store, async (view) => text({ ...(await ask(view)), schema: await view.schema() }))
}

/** What `use` makes of the store that the options name; it is closed afterwards. */
export async function withStore<T>(
  options: QuestionOptions,
  use: (store: GraphStore) => Promise<T>,
): Promise<T> {
  const { neo4j: url, database, name } = options
  if (url === undefined) return use(memoryStore(await loadGraph(options)))
  const place = { url, ...(database !== undefined && { database }) }
  return withServer(place, async (driver) => {
    const { neo4jStore } = await import('../stores/neo4j/neo4j-store.ts')
    const store = neo4jStore(driver, { ...(database !== undefined && { database }), graph: name })
    try {
      return await use(store)
    } finally {
      await store.close()
    }
  })
}
