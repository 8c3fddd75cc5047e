/**
 * Runs the openCypher TCK against the Cypher engine: `npm run tck [-- FILTER]`, where FILTER is part of the file or name of
 * the scenarios to run. It fails where a scenario does not pass that tests/cypher/tck/not-passing.txt does not list, or one
 * passes that it lists.
 */
import process, { argv, stderr, stdout } from 'node:process'
import { type NotPassing, judge, judgeNames, readNotPassing } from '../tests/cypher/tck/not-passing.ts'
import { type Scenario, readFeatures } from '../tests/cypher/tck/read-features.ts'
import { type Outcome, runScenario } from '../tests/cypher/tck/run-scenario.ts'
import { type TckFolders, findTck, tckHint } from '../tests/cypher/tck/tck-folder.ts'

/** A scenario that has been run. */
interface Ended {
  readonly scenario: Scenario
  readonly outcome: Outcome
}

const tck = findTck()
if (tck) process.exitCode = await report(tck, argv[2] ?? '')
else stdout.write(`${tckHint}\n`)

/** Prints how the scenarios end. Returns 1 where something is wrong, else 0. */
async function report({ features, graphs }: TckFolders, filter: string): Promise<number> {
  const all = readFeatures(features).flatMap(({ scenarios }) => scenarios)
  const list = readNotPassing()
  const ended = await runAll(
    all.filter(({ id }) => id.includes(filter)),
    graphs,
  )
  const wrong = [...complaintsOf(ended, list), ...judgeNames(new Set(all.map(({ id }) => id)), list)]
  for (const complaint of wrong) stdout.write(`${complaint.replaceAll('\n', '\n    ')}\n\n`)
  stdout.write(differingText(ended))
  stdout.write(summaryText(ended))
  return wrong.length > 0 ? 1 : 0
}

async function runAll(scenarios: readonly Scenario[], graphs: string): Promise<readonly Ended[]> {
  const ended: Ended[] = []
  for (const scenario of scenarios) {
    ended.push({ scenario, outcome: await runScenario(scenario, graphs) })
    if (stderr.isTTY) stderr.write(`\r${ended.length} of ${scenarios.length}`)
  }
  if (stderr.isTTY) stderr.write('\n')
  return ended
}

function complaintsOf(ended: readonly Ended[], list: NotPassing): readonly string[] {
  return ended.flatMap(({ scenario, outcome }) => judge(scenario.id, outcome, list) ?? [])
}

/** Those whose errors name another detail than the TCK. */
function differingText(ended: readonly Ended[]): string {
  return ended
    .flatMap(({ scenario, outcome }) =>
      outcome.kind === 'detail differs'
        ? [
            `${scenario.id}\n    detail differs: expected ${outcome.expected}\n    actual ${outcome.actual}\n\n`,
          ]
        : [],
    )
    .join('')
}

/** How many ended how, by folder and in all. */
function summaryText(ended: readonly Ended[]): string {
  const folderOf = ({ scenario }: Ended): string => scenario.file.replace(/\/[^/]*$/, '')
  const folders = [...new Set(ended.map(folderOf))]
  const lines = folders.map((folder) => {
    const counts = countsOf(ended.filter((one) => folderOf(one) === folder))
    const rest = [
      counts.differs > 0 ? `, in ${counts.differs} of them another detail` : '',
      counts.outOfScope > 0 ? `; ${counts.outOfScope} out of scope` : '',
    ]
    return `${folder}: ${counts.passed} passed, ${counts.failed} failed${rest.join('')}\n`
  })
  const { passed, failed, differs, outOfScope } = countsOf(ended)
  return [
    ...lines,
    `\nout of scope, because the query under test writes: ${outOfScope}\n`,
    `passed with an error that names another detail: ${differs}\n`,
    `${passed} passed, ${failed} failed\n`,
  ].join('')
}

interface Counts {
  /** With those that differ in the detail. */
  readonly passed: number
  readonly failed: number
  readonly differs: number
  readonly outOfScope: number
}

function countsOf(ended: readonly Ended[]): Counts {
  const count = (kind: Outcome['kind']): number => ended.filter(({ outcome }) => outcome.kind === kind).length
  const differs = count('detail differs')
  return {
    passed: count('passed') + differs,
    failed: count('failed'),
    differs,
    outOfScope: count('out of scope'),
  }
}
