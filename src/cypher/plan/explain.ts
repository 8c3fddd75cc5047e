/** Shows a plan, for EXPLAIN. */
import type { Operator } from '../run/operator.ts'

/**
 * A line for each operator of a plan, the one that gives the rows first, each over its source: `+ Filter  a.age > 30`. The
 * plans that an operator runs within are indented below it, each begun with `|-+`.
 */
export function planLines(operator: Operator): readonly string[] {
  const lines: string[] = []
  for (let part: Operator | undefined = operator; part; part = 'source' in part ? part.source : undefined) {
    lines.push(`+ ${part.name}${part.details && `  ${part.details}`}`)
    const within = [...(part.nested ?? []), ...('branches' in part ? part.branches : [])]
    for (const plan of within) lines.push(...indented(planLines(plan)))
  }
  return lines
}

/** The lines of a plan that another operator runs within. */
export function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `${index === 0 ? '|-' : '| '}${line}`)
}
