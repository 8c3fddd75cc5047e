/** Shows a plan of a server, for EXPLAIN. */
import type { Plan } from 'neo4j-driver'
import { indented } from '../../cypher/plan/explain.ts'

/** A line for each operator, as the plans in memory have them: over its source, with what it joins to that indented below. */
export function planLines({
  operatorType,
  arguments: { Details: details },
  children,
}: Plan): readonly string[] {
  const [source, ...others] = children
  const name = operatorType.replace(/@.*$/, '')
  return [
    `+ ${name}${details === undefined ? '' : `  ${details.replace(/\s+/g, ' ')}`}`,
    ...others.flatMap((other) => indented(planLines(other))),
    ...(source ? planLines(source) : []),
  ]
}
