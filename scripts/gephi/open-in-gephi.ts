/** Opens files in the real Gephi, without its window: fetches its toolkit through Maven, and runs CheckGexf.java. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const version = '0.10.1'
const cache = fileURLToPath(new URL('../../node_modules/.cache/gephi/', import.meta.url))
const toolkit = `${cache}gephi-toolkit-${version}-all.jar`
const checker = fileURLToPath(new URL('CheckGexf.java', import.meta.url))

/** A node as Gephi has it. */
export interface GephiNode {
  readonly id: string
  readonly label: string | null
  readonly x: number
  readonly y: number
  readonly size: number
  readonly values: Readonly<Record<string, unknown>>
}

/** An edge as Gephi has it. */
export interface GephiEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly directed: boolean
  readonly kind: string | null
  readonly label: string | null
  /** Red, green, blue. */
  readonly colour: readonly [number, number, number] | null
  /** Milliseconds since 1970, UTC; null is infinity. */
  readonly intervals: readonly (readonly [number | null, number | null])[]
  readonly values: Readonly<Record<string, unknown>>
}

/** What Gephi has after it opened the files of a graph. */
export interface GephiGraph {
  /** What it complained of. */
  readonly issues: readonly string[]
  /** Java type by title. */
  readonly nodeColumns: Readonly<Record<string, string>>
  readonly edgeColumns: Readonly<Record<string, string>>
  readonly nodes: readonly GephiNode[]
  readonly edges: readonly GephiEdge[]
  readonly timeFormat: string
  readonly timeBounds: readonly [number | null, number | null]
}

/** Fetches Gephi if need be. Returns what is missing, in one line that says how to get it; undefined if all is there. */
export function prepareGephi(): string | undefined {
  const modules = spawnSync('java', ['--list-modules'], { encoding: 'utf8' })
  if (modules.error || !modules.stdout.includes('jdk.compiler')) {
    return 'there is no Java development kit; install one of version 11 or newer (Debian: default-jdk-headless) and Maven'
  }
  if (existsSync(toolkit)) return undefined
  const artifact = `org.gephi:gephi-toolkit:${version}:jar:all`
  const fetching = spawnSync(
    'mvn',
    ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${cache}`],
    { encoding: 'utf8', shell: process.platform === 'win32' },
  )
  if (fetching.error) return 'there is no Maven to fetch Gephi with; install it (Debian: maven)'
  if (existsSync(toolkit)) return undefined
  return `Maven cannot fetch ${artifact}; go online once, or see: ${fetching.stdout.trim().split('\n')[0] ?? ''}`
}

/** Opens graphs, each of one or several files, one after another in one Gephi. */
export function openInGephi(graphs: readonly (readonly string[])[]): GephiGraph[] {
  const names = graphs.map((files) => files.join(','))
  const printed = execFileSync('java', ['-Djava.awt.headless=true', '-cp', toolkit, checker, ...names], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const facts = JSON.parse(printed) as Record<string, GephiGraph>
  return names.map((name) => facts[name] as GephiGraph)
}
