/** What stands in the elements of patterns: labels, properties, and WHERE. */
import { compileExpression } from '../expressions/compile.ts'
import type { Evaluate } from '../expressions/compile-scope.ts'
import { compileNodeTest } from '../expressions/label-test.ts'
import type { RowTest } from '../run/filter.ts'
import { nodeIn, relationshipIn, relationshipsIn } from '../run/pattern-values.ts'
import type { Variable } from '../semantics/analysis.ts'
import type {
  Expression,
  LabelExpression,
  MapEntry,
  NodePattern,
  PathPattern,
  RelationshipPattern,
} from '../syntax/ast.ts'
import { equals } from '../values/equality.ts'
import type { PlanScope } from './plan-scope.ts'
import { constantOf, predicatesOfCondition, type Predicate } from './predicates.ts'
import { textOf, variableOf } from './query-scope.ts'
import type { Universal } from './universal.ts'
import { variablesOf } from './variables-of.ts'

/** What the nodes and relationships of a pattern ask for by themselves, without the types of relationships. */
export function predicatesOfElements(pattern: PathPattern, scope: PlanScope): readonly Predicate[] {
  return [
    ...pattern.nodes.flatMap((node) => predicatesOfNode(node, scope)),
    ...pattern.relationships.flatMap((relationship) => predicatesOfRelationship(relationship, scope)),
  ]
}

function predicatesOfNode(node: NodePattern, scope: PlanScope): readonly Predicate[] {
  const variable = variableOf(node, scope)
  const labels = node.labels ? labelConjunctsOf(node.labels) : []
  return [
    ...labels.map((label) => labelPredicate(variable, label, scope)),
    ...entriesOf(node.properties).map((entry) => nodeProperty(variable, entry, scope)),
    ...(node.where ? predicatesOfCondition(node.where, scope) : []),
  ]
}

/** `A:B` and `A&B` are one label and another. */
function labelConjunctsOf(labels: LabelExpression): readonly LabelExpression[] {
  const conjuncts: LabelExpression[] = []
  const left = [labels]
  for (let part = left.pop(); part; part = left.pop()) {
    if (part.kind === 'and labels') left.push(part.right, part.left)
    else conjuncts.push(part)
  }
  return conjuncts
}

function labelPredicate(variable: Variable, labels: LabelExpression, scope: PlanScope): Predicate {
  const test = compileNodeTest(labels)
  return {
    needs: new Set([variable]),
    test: (frame, context) => {
      const node = nodeIn(frame, variable.slot)
      return node !== null && test(node.id, context.graph)
    },
    details: `${variable.name ?? ''}:${textOf(labels, scope)}`,
    label: { variable, labels },
    lookUps: [],
  }
}

function entriesOf(properties: Expression | undefined): readonly MapEntry[] {
  return properties?.kind === 'map' ? properties.entries : []
}

function nodeProperty(variable: Variable, { key, value }: MapEntry, scope: PlanScope): Predicate {
  const side = { needs: variablesOf(value, scope.analysis), evaluate: compileExpression(value, scope) }
  return {
    needs: new Set([variable, ...side.needs]),
    test: nodePropertyTest(variable.slot, key.text, side.evaluate),
    details: `${variable.name ?? ''}.${key.text} = ${textOf(value, scope)}`,
    lookUps: side.needs.has(variable)
      ? []
      : [{ variable, key: key.text, value: side, isList: false, constant: constantOf(value) }],
    equality: [{ needs: new Set([variable]), evaluate: nodePropertyValue(variable.slot, key.text) }, side],
  }
}

function nodePropertyValue(slot: number, key: string): Evaluate {
  return (frame, context) => {
    const node = nodeIn(frame, slot)
    return node && context.graph.nodeProperty(node.id, key)
  }
}

function nodePropertyTest(slot: number, key: string, evaluate: Evaluate): RowTest {
  const property = nodePropertyValue(slot, key)
  return (frame, context) =>
    equals(property(frame, context), evaluate(frame, context), context.budget) === true
}

function predicatesOfRelationship(relationship: RelationshipPattern, scope: PlanScope): readonly Predicate[] {
  const variable = variableOf(relationship, scope)
  const ofEntry = relationship.length ? trailProperty : relationshipProperty
  return [
    ...entriesOf(relationship.properties).map((entry) => ofEntry(variable, entry, scope)),
    ...(relationship.where ? predicatesOfCondition(relationship.where, scope) : []),
  ]
}

function relationshipProperty(variable: Variable, { key, value }: MapEntry, scope: PlanScope): Predicate {
  const evaluate = compileExpression(value, scope)
  return {
    needs: new Set([variable, ...variablesOf(value, scope.analysis)]),
    test: (frame, context) => {
      const found = relationshipIn(frame, variable.slot)
      if (found === null) return false
      const property = context.graph.relationshipProperty(found.id, key.text)
      return equals(property, evaluate(frame, context), context.budget) === true
    },
    details: `${variable.name ?? ''}.${key.text} = ${textOf(value, scope)}`,
    lookUps: [],
  }
}

/** A property of a pattern of variable length: each of its relationships has it. */
function trailProperty(variable: Variable, { key, value }: MapEntry, scope: PlanScope): Predicate {
  const evaluate = compileExpression(value, scope)
  const needs = variablesOf(value, scope.analysis)
  const testItems: Universal['testItems'] = (frame, context) => {
    const wanted = evaluate(frame, context)
    const { graph, budget } = context
    return (id) => equals(graph.relationshipProperty(id, key.text), wanted, budget) === true
  }
  return {
    needs: new Set([variable, ...needs]),
    test: (frame, context) => {
      const passes = testItems(frame, context)
      return relationshipsIn(frame, variable.slot)?.every(({ id }) => passes(id)) === true
    },
    details: `all relationships of ${variable.name ?? 'the trail'}: .${key.text} = ${textOf(value, scope)}`,
    lookUps: [],
    universal: { of: variable, items: 'relationships', needs, testItems },
  }
}
