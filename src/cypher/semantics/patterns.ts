/** Patterns: which variables they make, which they use, and what stands in their elements. */
import { syntaxError } from '../cypher-error.ts'
import { quoted } from '../quoted.ts'
import type { Name, NodePattern, PathPattern, RelationshipPattern } from '../syntax/ast.ts'
import { checkCondition, typeOf } from './expressions.ts'
import { alreadyBound, didYouMean, typeConflict } from './faults.ts'
import { isOpen, listOf, type KnownType } from './known-type.ts'
import { makeBinding, noteUse } from './pass.ts'
import { lookUp, namesIn } from './scope.ts'
import { checkShortestPath } from './shortest-paths.ts'
import { declare, type Surroundings } from './surroundings.ts'

/** Which elements of a pattern may have names that are not known yet. */
export type NewNames = 'all' | 'of relationships' | 'none'

/**
 * Resolves the names in patterns that are to match together, and makes those that are new in the scope; then checks what
 * stands in their elements, which sees all of these names.
 */
export function checkPatterns(
  patterns: readonly PathPattern[],
  around: Surroundings,
  newNames: NewNames,
): void {
  const relationships = new Set<string>()
  for (const pattern of patterns) {
    checkShortestPath(pattern, around.scope)
    declareElements(pattern, relationships, around, newNames)
    if (pattern.variable) declarePath(pattern, pattern.variable, around)
  }
  for (const pattern of patterns) {
    for (const element of elementsOf(pattern)) checkElement(element, around)
  }
}

/** The nodes and relationships of a pattern in the order of the text. */
export function elementsOf({ nodes, relationships }: PathPattern): (NodePattern | RelationshipPattern)[] {
  return nodes.flatMap((node, index) => {
    const relationship = relationships[index]
    return relationship ? [node, relationship] : [node]
  })
}

function declareElements(
  pattern: PathPattern,
  relationships: Set<string>,
  around: Surroundings,
  newNames: NewNames,
): void {
  for (const element of elementsOf(pattern)) {
    const isRelationship = 'direction' in element
    if (isRelationship && element.variable) checkOnce(element.variable, relationships)
    const mayBeNew = newNames === 'all' || (isRelationship && newNames === 'of relationships')
    declareElement(element, mayBeNew, around)
  }
}

const node: KnownType = { name: 'node' }
const relationship: KnownType = { name: 'relationship' }
const relationshipList = listOf(relationship)

function declareElement(
  element: NodePattern | RelationshipPattern,
  mayBeNew: boolean,
  around: Surroundings,
): void {
  const { variable: name } = element
  const type = !('direction' in element) ? node : element.length ? relationshipList : relationship
  const bound = name && lookUp(name.text, around.scope)
  if (bound) {
    if (!isOpen(bound.type) && bound.type.name !== type.name)
      throw typeConflict(name, bound.type, roleOf(type))
    noteUse(around.pass, element, bound.variable)
    return
  }
  if (name && !mayBeNew) throw unknownInPattern(name, around)
  const binding = makeBinding(around.pass, name?.text, type, name ?? element)
  around.pass.variables.set(element, binding.variable)
  if (name) declare(around, name.text, binding)
}

function roleOf({ name }: KnownType): string {
  if (name === 'node') return 'a node of a pattern'
  return name === 'relationship'
    ? 'a relationship of a pattern'
    : 'the list of relationships of a pattern of variable length'
}

function unknownInPattern(name: Name, { scope }: Surroundings): Error {
  const hint =
    didYouMean(name.text, namesIn(scope)) ??
    'Name it in a MATCH before, leave the name out, or write EXISTS { … }.'
  const message = `There is no variable ${quoted(name.text)} here, and a pattern in an expression makes none.`
  return syntaxError('UndefinedVariable', message, name, hint)
}

/** Two relationships that match together are never the same one. */
function checkOnce({ text, ...place }: Name, relationships: Set<string>): void {
  if (relationships.has(text)) {
    const message = `${quoted(text)} stands for two relationships of one MATCH, which are never the same.`
    const hint = 'Give each relationship a name of its own.'
    throw syntaxError('RelationshipUniquenessViolation', message, place, hint)
  }
  relationships.add(text)
}

/** After the elements, so that a path cannot have the name of one of them. */
function declarePath(pattern: PathPattern, name: Name, around: Surroundings): void {
  if (lookUp(name.text, around.scope)) throw alreadyBound(name)
  const binding = makeBinding(around.pass, name.text, { name: 'path' }, name)
  around.pass.variables.set(pattern, binding.variable)
  declare(around, name.text, binding)
}

function checkElement(element: NodePattern | RelationshipPattern, around: Surroundings): void {
  const { properties, where } = element
  if (properties?.kind === 'parameter') {
    const message = 'A parameter cannot stand for the properties of a pattern.'
    const hint = `Write each property: {name: $${properties.name}.name}.`
    throw syntaxError('InvalidParameterUse', message, properties, hint)
  }
  if (properties) typeOf(properties, around)
  if (where) checkCondition(where, around, 'WHERE')
}
