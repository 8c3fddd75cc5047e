/** What an expression consists of. */
import type { Expression, MapProjectionEntry } from '../syntax/ast.ts'

/**
 * The expressions that an expression consists of, in the order of the text, without going into patterns and nested queries.
 */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'property':
      return [expression.subject]
    case 'index':
      return [expression.subject, expression.index]
    case 'slice':
      return present([expression.subject, expression.from, expression.to])
    case 'list':
      return expression.items
    case 'map':
      return expression.entries.map(({ value }) => value)
    case 'unary':
    case 'is null':
    case 'is type':
    case 'has labels':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    case 'comparison':
      return expression.operands
    case 'call':
      return expression.arguments
    case 'map projection':
      return expression.entries.flatMap(valueOf)
    default:
      return partsOfConstruct(expression)
  }
}

function partsOfConstruct(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'case': {
      const branches = expression.branches.flatMap(({ when, then }) => [...when, then])
      return present([expression.subject, ...branches, expression.otherwise])
    }
    case 'list comprehension':
      return present([expression.list, expression.where, expression.projection])
    case 'quantifier':
      return [expression.list, expression.where]
    case 'reduce':
      return [expression.initial, expression.list, expression.step]
    default:
      return []
  }
}

function valueOf(entry: MapProjectionEntry): readonly Expression[] {
  return entry.kind === 'entry' ? [entry.value] : []
}

function present(parts: readonly (Expression | undefined)[]): Expression[] {
  return parts.filter((part) => part !== undefined)
}
