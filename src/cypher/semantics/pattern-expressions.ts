/** Patterns in expressions: as conditions, in comprehensions, and as shortest paths. */
import { syntaxError } from '../cypher-error.ts'
import type { ExpressionOf, PathPattern } from '../syntax/ast.ts'
import { checkCondition, typeOf } from './expressions.ts'
import { listOf, type KnownType } from './known-type.ts'
import { within } from './pass.ts'
import { checkPatterns } from './patterns.ts'
import { innerSurroundings, type Surroundings } from './surroundings.ts'

/** A pattern as a condition: all its names must be known. */
export function typeOfPattern(expression: ExpressionOf<'pattern'>, around: Surroundings): KnownType {
  const [, imports] = within(around.pass, () => {
    checkPatterns([expression.pattern], innerSurroundings(around, 'a pattern'), 'none')
  })
  around.pass.imports.set(expression, imports)
  return { name: 'boolean' }
}

/** `[(a)-->(b) WHERE … | …]`: may make names, for itself. */
export function typeOfPatternComprehension(
  expression: ExpressionOf<'pattern comprehension'>,
  around: Surroundings,
): KnownType {
  const { pattern, where, projection } = expression
  const [item, imports] = within(around.pass, () => {
    const inner = innerSurroundings(around, 'a pattern comprehension')
    checkPatterns([pattern], inner, 'all')
    if (where) checkCondition(where, inner, 'WHERE')
    return typeOf(projection, inner)
  })
  around.pass.imports.set(expression, imports)
  return listOf(item)
}

/** `shortestPath((a)-[*]-(b))` as a value: between nodes that are known. */
export function typeOfShortestPath(
  expression: ExpressionOf<'shortest path'>,
  around: Surroundings,
): KnownType {
  const { pattern } = expression
  const [, imports] = within(around.pass, () => {
    checkEnds(pattern)
    checkPatterns([pattern], innerSurroundings(around, 'a pattern'), 'of relationships')
  })
  around.pass.imports.set(expression, imports)
  return pattern.shortest === 'allShortestPaths' ? listOf({ name: 'path' }) : { name: 'path' }
}

function checkEnds({ nodes, shortest = 'shortestPath' }: PathPattern): void {
  const unnamed = nodes.find(({ variable }) => !variable)
  if (!unnamed) return
  const message = `${shortest}() in an expression goes between two nodes that are known, and this one has no name.`
  throw syntaxError('UndefinedVariable', message, unnamed, 'Match the nodes first and use their names.')
}
