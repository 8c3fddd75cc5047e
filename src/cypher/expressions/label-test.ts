/** Makes tests out of label expressions: `A|B&!C`, `%`. */
import type { PropertyGraph } from '../property-graph.ts'
import type { LabelExpression } from '../syntax/ast.ts'

/** Whether the labels of a node, given by its number, are such. */
type NodeTest = (node: number, graph: PropertyGraph) => boolean

/** Whether a type of relationships is such. */
type TypeTest = (type: string) => boolean

/** Tells whether something has one label, or several in some combination. */
type LabelTest = (has: (label: string) => boolean, hasAny: () => boolean) => boolean

/** The test of a node for its labels. */
export function compileNodeTest(labels: LabelExpression): NodeTest {
  if (labels.kind === 'label') return (node, graph) => graph.hasLabel(node, labels.name)
  if (labels.kind === 'any label') return (node, graph) => graph.labelsOf(node).length > 0
  const test = compileLabelTest(labels)
  return (node, graph) =>
    test(
      (label) => graph.hasLabel(node, label),
      () => graph.labelsOf(node).length > 0,
    )
}

/** The test of a relationship for its type; `%` is every type. */
export function compileTypeTest(labels: LabelExpression): TypeTest {
  if (labels.kind === 'label') return (type) => type === labels.name
  const test = compileLabelTest(labels)
  return (type) =>
    test(
      (label) => label === type,
      () => true,
    )
}

/** The test of anything that can say whether it has a label, and whether it has any. */
function compileLabelTest(labels: LabelExpression): LabelTest {
  switch (labels.kind) {
    case 'label':
      return (has) => has(labels.name)
    case 'any label':
      return (_has, hasAny) => hasAny()
    case 'not label': {
      const test = compileLabelTest(labels.operand)
      return (has, hasAny) => !test(has, hasAny)
    }
    case 'and labels': {
      const [left, right] = [compileLabelTest(labels.left), compileLabelTest(labels.right)]
      return (has, hasAny) => left(has, hasAny) && right(has, hasAny)
    }
    case 'or labels': {
      const [left, right] = [compileLabelTest(labels.left), compileLabelTest(labels.right)]
      return (has, hasAny) => left(has, hasAny) || right(has, hasAny)
    }
  }
}
