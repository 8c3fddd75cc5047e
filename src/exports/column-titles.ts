/** Titles for columns, for formats in which the title is all that tells one column from another. */
import type { Column } from './columns.ts'

export interface TitleRules {
  /** Titles that mean something of their own. */
  readonly taken: readonly string[]
  /** Whether readers take `Share` and `share` for one. */
  readonly ignoreCase: boolean
}

/**
 * The title of each column, by the column's id, all different. A title that is taken becomes `label (text)`, and where
 * that is taken too, `label (text) 2`.
 */
export function uniqueTitles(
  columns: readonly Column[],
  { taken, ignoreCase }: TitleRules,
): Map<string, string> {
  const form = (title: string): string => (ignoreCase ? title.toLowerCase() : title)
  const used = new Set(taken.map(form))
  const titles = new Map<string, string>()
  for (const { id, property, type, title } of columns) {
    const free = firstFree([title, `${property} (${type})`], (candidate) => used.has(form(candidate)))
    used.add(form(free))
    titles.set(id, free)
  }
  return titles
}

function firstFree(candidates: readonly [string, string], isUsed: (title: string) => boolean): string {
  for (const candidate of candidates) if (!isUsed(candidate)) return candidate
  let number = 2
  while (isUsed(`${candidates[1]} ${number}`)) number += 1
  return `${candidates[1]} ${number}`
}
