/**
 * Measures speed and memory against baselines in the same run, on the code that `npm run build` has put into dist/:
 * `npx tsx scripts/bench.ts [--neo4j] [--runs N] [--write] [CLAIMS…]`. `--neo4j` measures loads into a server of its own
 * instead of work in memory. `--write` puts the figures into docs/performance.md.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, execPath, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { machine, writeFigures } from './bench-page.ts'
import type { Measured, Task } from './bench-tasks.ts'
import { generateProject } from './generate-project.ts'

interface Comparison {
  readonly title: string
  readonly task: Task
  /** What stands for the least that the work can cost. */
  readonly baseline?: { readonly title: string; readonly task: Task }
  readonly aim: string
}

const inMemory: readonly Comparison[] = [
  {
    title: 'read, check and build',
    task: 'build',
    baseline: { title: '`yaml` parsing the same files', task: 'yaml' },
    aim: 'ratio ≤ 1.5',
  },
  {
    title: 'the same from JSON Lines',
    task: 'read lines',
    baseline: { title: '`JSON.parse` of the same lines', task: 'JSON.parse' },
    aim: 'ratio ≤ 8',
  },
  {
    title: '`stanceOf` in memory',
    task: 'stance',
    baseline: { title: 'a graphology walk written for this question', task: 'stance walk' },
    aim: 'ratio ≤ 2, the same for every size',
  },
  {
    title: '`toGexf` to a file',
    task: 'gexf',
    baseline: { title: 'graphology-gexf, from its own graph', task: 'graphology-gexf' },
    aim: 'ratio < 1; ≤ 400 MB',
  },
  { title: 'project to GEXF, in all', task: 'build and gexf', aim: '' },
]

/** In this order: the later ones of a load need what it has left in the database. */
const inNeo4j: readonly Comparison[] = [
  {
    title: 'first `load`',
    task: 'neo4j load',
    baseline: { title: 'CREATE of 1,000 rows of one type at a time', task: 'neo4j create' },
    aim: 'ratio ≤ 1.3; memory ≤ 200 MB beyond the graph',
  },
  {
    title: '`load` again',
    task: 'neo4j load again',
    baseline: { title: 'the same, freshly loaded', task: 'neo4j load' },
    aim: 'ratio ≤ 0.15',
  },
  { title: '`stanceOf` in Neo4j', task: 'neo4j stance', aim: '≤ 5 ms at 100,000' },
  {
    title: '`load`, against MERGE',
    task: 'neo4j load',
    baseline: { title: 'MERGE of 1,000 rows of one type at a time', task: 'neo4j merge' },
    aim: '',
  },
  {
    title: '`load`, against single claims',
    task: 'neo4j load',
    baseline: { title: 'one transaction a claim (measured on 1,000 claims)', task: 'neo4j one by one' },
    aim: '',
  },
  { title: 'a process with the graph alone', task: 'hold graph', aim: '' },
]

interface Result {
  readonly comparison: Comparison
  readonly claims: number
  readonly ours: Measured
  readonly theirs?: Measured
  readonly ratio?: number
}

const script = fileURLToPath(new URL('neo4j.sh', import.meta.url))
const tasksFile = fileURLToPath(new URL('bench-tasks.ts', import.meta.url))
const marksInMemory = ['<!-- bench: written by scripts/bench.ts -->', '<!-- end of bench -->'] as const
const marksInNeo4j = [
  '<!-- bench: written by scripts/bench.ts --neo4j -->',
  '<!-- end of bench in Neo4j -->',
] as const

/** Of how many claims on one run must do. */
const many = 1_000_000

/** All comparisons on a generated project of so many claims. */
function benchSize(claims: number, runs: number): Result[] {
  const folder = mkdtempSync(join(tmpdir(), 'stancegraph-bench-'))
  try {
    stderr.write(`${format(claims)} claims: generating\n`)
    generateProject(claims, folder)
    measure('keep graph', folder)
    return comparisons.map((comparison) => compare(comparison, claims, folder, claims < many ? runs : 1))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Does the work beside a new server that has worked a little, which the environment then names, and ends that. */
function withServer<T>(work: () => T): T {
  const home = mkdtempSync(join(tmpdir(), 'stancegraph-bench-neo4j-'))
  const started = execFileSync(
    script,
    ['start', '--port', '0', '--home', home, '--set', 'server.memory.heap.max_size=4g'],
    {
      encoding: 'utf8',
    },
  )
  for (const [, name = '', value] of started.matchAll(/(NEO4J_\w+)=(\S+)/g)) env[name] = value
  try {
    stderr.write('warming up\n')
    benchSize(10_000, 3)
    return work()
  } finally {
    execFileSync(script, ['stop', '--home', home])
    rmSync(home, { recursive: true })
  }
}

/** Runs both sides in turn, so that whatever else the machine does falls on both. */
function compare(comparison: Comparison, claims: number, folder: string, runs: number): Result {
  const { title, task, baseline } = comparison
  const ours: Measured[] = []
  const theirs: Measured[] = []
  for (let run = 1; run <= runs; run += 1) {
    stderr.write(`${format(claims)} claims: ${title}, run ${run} of ${runs}\n`)
    if (baseline) theirs.push(measure(baseline.task, folder))
    ours.push(measure(task, folder))
  }
  if (!baseline) return { comparison, claims, ours: medians(ours) }
  const ratios = ours.map(({ milliseconds }, run) => milliseconds / (theirs[run]?.milliseconds ?? NaN))
  return { comparison, claims, ours: medians(ours), theirs: medians(theirs), ratio: median(ratios) }
}

/** Does one task in a process of its own, which starts cold as a command does. */
function measure(task: Task, folder: string): Measured {
  const output = execFileSync(execPath, ['--import', 'tsx', tasksFile, task, folder], { encoding: 'utf8' })
  return JSON.parse(output) as Measured
}

function medians(all: readonly Measured[]): Measured {
  return {
    milliseconds: median(all.map(({ milliseconds }) => milliseconds)),
    megabytes: median(all.map(({ megabytes }) => megabytes)),
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN
}

/** The figures as Markdown, the machine they were measured on first. */
function report(results: readonly Result[], runs: number): string {
  const lines = results.map((result) => `| ${cellsOf(result, results).join(' | ')} |`)
  return [
    `Medians of ${runs} runs (one of ${format(many)} claims or more), each in a process of its own, on ${machine()}. Ratios are to the baseline in the same run;`,
    'memory is the peak of the whole process, in which Node and tsx alone take about 60 MB. Time for each claim is',
    'compared with the smallest project.',
    '',
    '| what | claims | time | baseline | ratio | per claim | memory | of baseline | aim |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --- |',
    ...lines,
    '',
    'Baselines: ' +
      comparisons
        .flatMap(({ title, baseline }) => (baseline ? [`of ${title}, ${baseline.title}`] : []))
        .join('; ') +
      '.',
  ].join('\n')
}

function cellsOf({ comparison, claims, ours, theirs, ratio }: Result, results: readonly Result[]): string[] {
  const smallest = results.find((result) => result.comparison === comparison)
  const growth = smallest ? ours.milliseconds / claims / (smallest.ours.milliseconds / smallest.claims) : NaN
  return [
    comparison.title,
    format(claims),
    ours.milliseconds > 0 ? duration(ours.milliseconds) : '',
    theirs ? duration(theirs.milliseconds) : '',
    ratio === undefined ? '' : ratio.toFixed(2),
    comparison.task.endsWith('stance') || Number.isNaN(growth) ? '' : `× ${growth.toFixed(2)}`,
    `${format(ours.megabytes)} MB`,
    theirs ? `${format(theirs.megabytes)} MB` : '',
    comparison.aim,
  ]
}

function duration(milliseconds: number): string {
  if (milliseconds < 1) return `${format(milliseconds * 1000)} µs`
  return milliseconds < 10_000 ? `${format(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}

function format(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    neo4j: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
  },
})
const runs = Number(values.runs)
const comparisons = values.neo4j ? inNeo4j : inMemory
const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000, 100_000]
const benchSizes = (): Result[] => sizes.flatMap((size) => benchSize(size, runs))
const results = values.neo4j ? withServer(benchSizes) : benchSizes()
const figures = report(
  comparisons.flatMap((comparison) => results.filter((result) => result.comparison === comparison)),
  runs,
)
stdout.write(`${figures}\n`)
if (values.write) writeFigures(values.neo4j ? marksInNeo4j : marksInMemory, figures)
