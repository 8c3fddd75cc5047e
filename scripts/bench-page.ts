/** Puts what was measured into docs/performance.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { arch, platform, version } from 'node:process'
import { fileURLToPath } from 'node:url'

const page = fileURLToPath(new URL('../docs/performance.md', import.meta.url))

/** Puts figures between two marks of the page. */
export function writeFigures(marks: readonly [start: string, end: string], figures: string): void {
  const text = readFileSync(page, 'utf8')
  const [start, end] = marks.map((mark) => text.indexOf(mark)) as [number, number]
  if (start < 0 || end < start) throw new Error(`${page} has no lines \`${marks[0]}\` and \`${marks[1]}\`.`)
  writeFileSync(page, `${text.slice(0, start)}${marks[0]}\n${figures}\n${text.slice(end)}`)
}

/** What the figures were measured on. */
export function machine(): string {
  const [cpu] = cpus()
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} cores of ${cpu?.model.trim() ?? 'an unknown kind'}, ${gigabytes} GiB, ${platform} ${arch}, Node ${version}`
}
