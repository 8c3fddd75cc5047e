/** The scenarios of the openCypher TCK, read from its feature files. */
import { AstBuilder, GherkinClassicTokenMatcher, Parser, compile } from '@cucumber/gherkin'
import { IdGenerator, type Pickle, type PickleStep } from '@cucumber/messages'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A feature file. */
export interface Feature {
  /** Its place below the folder of the features: `clauses/match/Match1.feature`. */
  readonly file: string
  readonly scenarios: readonly Scenario[]
}

/** A scenario, or one example of a scenario outline, with the steps of the background before its own. */
export interface Scenario {
  /** Its file and name, and the number of the example: `clauses/match/Match3.feature [7] Matching twice #2`. */
  readonly id: string
  readonly file: string
  readonly steps: readonly Step[]
}

/** A step; it may have a text or a table. */
export interface Step {
  /** Without `Given`, `When` and the like. */
  readonly text: string
  readonly document?: string
  readonly table?: readonly (readonly string[])[]
}

/** All features below a folder, by name. */
export function readFeatures(folder: string): readonly Feature[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.feature'))
    .sort()
    .map((file) => ({ file, scenarios: parseFeature(readFileSync(join(folder, file), 'utf8'), file) }))
}

/** The scenarios in the text of a feature file. */
export function parseFeature(text: string, file: string): readonly Scenario[] {
  const newId = IdGenerator.incrementing()
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher())
  const seen = new Map<string, number>()
  return compile(parser.parse(text), file, newId).map((pickle) => scenarioOf(pickle, file, seen))
}

/** `seen` counts the examples of each scenario outline. */
function scenarioOf({ astNodeIds, name, steps }: Pickle, file: string, seen: Map<string, number>): Scenario {
  const [scenario = '', example] = astNodeIds
  const number = (seen.get(scenario) ?? 0) + 1
  seen.set(scenario, number)
  const id = `${file} ${name}${example === undefined ? '' : ` #${number}`}`
  return { id, file, steps: steps.map(stepOf) }
}

function stepOf({ text, argument }: PickleStep): Step {
  const document = argument?.docString?.content
  const table = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value))
  return { text, ...(document !== undefined && { document }), ...(table && { table }) }
}
