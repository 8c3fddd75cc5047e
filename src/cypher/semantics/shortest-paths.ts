/** What a shortestPath() may ask of its relationship. That it is the only one, the parser has seen to. */
import { syntaxError } from '../cypher-error.ts'
import { quoted } from '../quoted.ts'
import type { PathPattern, RelationshipPattern } from '../syntax/ast.ts'
import { lookUp, type Scope } from './scope.ts'

/** Throws where the relationship of shortestPath() or allShortestPaths() has a long minimum or is known already. */
export function checkShortestPath({ shortest, relationships }: PathPattern, scope: Scope): void {
  if (!shortest) return
  for (const relationship of relationships) {
    checkMinimum(shortest, relationship)
    checkNew(shortest, relationship, scope)
  }
}

function checkMinimum(shortest: string, { length }: RelationshipPattern): void {
  if (length?.minimum === undefined || length.minimum <= 1n) return
  const message = `${shortest}() cannot be asked for a minimum length of more than 1.`
  const hint = 'Match the paths without it and sort them by length(path).'
  throw syntaxError('InvalidShortestPath', message, length, hint)
}

function checkNew(shortest: string, { variable }: RelationshipPattern, scope: Scope): void {
  if (!variable || !lookUp(variable.text, scope)) return
  const message = `${shortest}() cannot go by relationships that are known: ${quoted(variable.text)} is a variable already.`
  throw syntaxError('VariableAlreadyBound', message, variable, 'Choose another name.')
}
