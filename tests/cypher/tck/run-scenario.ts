/** Runs a scenario of the TCK in a graph of its own. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CypherError } from '../../../src/cypher/cypher-error.ts'
import type { ProcedureDefinition } from '../../../src/cypher/procedure.ts'
import { runQuery } from '../../../src/cypher/query.ts'
import { isList, isMap } from '../../../src/cypher/result-json.ts'
import type { CypherParameter, CypherResult, CypherValue } from '../../../src/cypher/result.ts'
import { type Difference, compareRows } from './compare-rows.ts'
import { parseExpected } from './expected-value.ts'
import { isWriting } from './query-tokens.ts'
import type { Scenario, Step } from './read-features.ts'
import { runSetup } from './run-setup.ts'
import { type SetupGraph, emptyGraph, snapshot } from './setup-graph.ts'
import { parseProcedure } from './tck-procedure.ts'

/** What became of a scenario. */
export type Outcome =
  | { readonly kind: 'passed' }
  /** An error of the right class at the right time, which names another detail than the TCK. */
  | ({ readonly kind: 'detail differs' } & Difference)
  | ({ readonly kind: 'failed' } & Difference)
  /** What it tests is a query that writes. */
  | { readonly kind: 'out of scope' }

/** What a scenario has led to so far. */
interface Run {
  /** The folder with the graphs that scenarios name. */
  readonly graphs: string
  readonly graph: SetupGraph
  readonly parameters: Record<string, CypherParameter>
  readonly procedures: ProcedureDefinition[]
  answer: { readonly result: CypherResult } | { readonly error: unknown } | undefined
}

/** Runs the scenario's steps until one is not as it should be. Never throws. */
export async function runScenario({ steps }: Scenario, graphs: string): Promise<Outcome> {
  if (steps.some(({ text, document = '' }) => text.startsWith('executing') && isWriting(document))) {
    return { kind: 'out of scope' }
  }
  const run: Run = { graphs, graph: emptyGraph(), parameters: {}, procedures: [], answer: undefined }
  for (const step of steps) {
    const outcome = await runStep(run, step)
    if (outcome) return outcome
  }
  return { kind: 'passed' }
}

/** Undefined where the next step may be taken. */
async function runStep(run: Run, step: Step): Promise<Outcome | undefined> {
  try {
    for (const { pattern, take } of stepKinds) {
      const found = pattern.exec(step.text)
      if (found) return await take(run, step, found.slice(1))
    }
    return failed('a step that is known', step.text)
  } catch (error) {
    return failed(step.text, error instanceof CypherError ? errorText(error) : faultText(error))
  }
}

interface StepKind {
  readonly pattern: RegExp
  /** `found` are the groups of the pattern. */
  readonly take: (
    run: Run,
    step: Step,
    found: readonly string[],
  ) => Outcome | undefined | Promise<Outcome | undefined>
}

const stepKinds: readonly StepKind[] = [
  { pattern: /^(?:an empty graph|any graph|no side effects)$/, take: () => undefined },
  { pattern: /^the (.*) graph$/, take: loadGraph },
  { pattern: /^having executed:$/, take: setUp },
  { pattern: /^there exists a procedure (.*?) *:$/, take: addProcedure },
  { pattern: /^parameters are:$/, take: setParameters },
  { pattern: /^executing (?:control )?query:$/, take: execute },
  { pattern: /^the result should be empty$/, take: checkEmpty },
  {
    pattern: /^the result should be(?:, (in order|in any order))?( ?\(ignoring element order for lists\))?:$/,
    take: checkRows,
  },
  { pattern: /^an? (\w+) should be raised at (compile time|runtime|any time): (\S+)$/, take: checkError },
]

async function loadGraph(run: Run, _: Step, [name = '']: readonly string[]): Promise<undefined> {
  const folder = join(run.graphs, name)
  const { scripts } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { scripts: string[] }
  for (const script of scripts)
    await runSetup(run.graph, readFileSync(join(folder, `${script}.cypher`), 'utf8'))
}

async function setUp(run: Run, { document = '' }: Step): Promise<undefined> {
  await runSetup(run.graph, document)
}

function addProcedure(run: Run, { table = [] }: Step, [signature = '']: readonly string[]): undefined {
  run.procedures.push(parseProcedure(signature, table))
}

function setParameters(run: Run, { table = [] }: Step): undefined {
  for (const [name = '', value = ''] of table) run.parameters[name] = parameterOf(parseExpected(value))
}

function parameterOf(value: CypherValue): CypherParameter {
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map(parameterOf)
  if (isMap(value)) return Object.fromEntries([...value].map(([key, item]) => [key, parameterOf(item)]))
  throw new Error(`a ${value.kind} is no parameter`)
}

/** For one query. */
const milliseconds = 10_000

async function execute(run: Run, { document = '' }: Step): Promise<undefined> {
  const { parameters, procedures } = run
  const { graph } = snapshot(run.graph)
  try {
    run.answer = {
      result: await runQuery(graph, document, { parameters, procedures, limits: { milliseconds } }),
    }
  } catch (error) {
    run.answer = { error }
  }
}

function checkEmpty({ answer }: Run): Outcome | undefined {
  if (!answer || 'error' in answer) return failed('no rows', answerText(answer))
  const { rows } = answer.result
  return rows.length === 0 ? undefined : failed('no rows', `${rows.length} rows`)
}

function checkRows(
  { answer }: Run,
  { table = [] }: Step,
  [order, ignoring]: readonly string[],
): Outcome | undefined {
  if (!answer || 'error' in answer) return failed('rows', answerText(answer))
  const options = { inOrder: order === 'in order', ignoreListOrder: ignoring !== undefined }
  const difference = compareRows(table, answer.result, options)
  return difference && { kind: 'failed', ...difference }
}

function checkError(
  { answer }: Run,
  _: Step,
  [name = '', time = '', detail = '']: readonly string[],
): Outcome | undefined {
  const expected = `${name} at ${time}: ${detail}`
  if (!answer || !('error' in answer)) return failed(expected, answerText(answer))
  const { error } = answer
  if (!(error instanceof CypherError)) return failed(expected, faultText(error))
  const isRight = error.errorClass === name && (time === 'any time' || error.phase === time)
  if (!isRight) return failed(expected, errorText(error))
  if (detail === '*' || error.detail === detail) return undefined
  return { kind: 'detail differs', expected, actual: errorText(error) }
}

function failed(expected: string, actual: string): Outcome {
  return { kind: 'failed', expected, actual }
}

function answerText(answer: Run['answer']): string {
  if (!answer) return 'no query'
  if ('result' in answer) return `${answer.result.rows.length} rows`
  return answer.error instanceof CypherError ? errorText(answer.error) : faultText(answer.error)
}

function errorText({ errorClass, phase, detail, message }: CypherError): string {
  return `${errorClass} at ${phase}: ${detail}: ${message}`
}

/** An error that the engine should not have thrown, with the first place in its stack. */
function faultText(error: unknown): string {
  if (!(error instanceof Error)) return `an error that is none: ${String(error)}`
  const [place = ''] = /\bat .*/.exec(error.stack ?? '') ?? []
  return `${error.name}: ${error.message} ${place}`
}
