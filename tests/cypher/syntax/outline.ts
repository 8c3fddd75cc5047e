/** Writes syntax trees in brackets, so that tests show at a glance how a text was read. */
import type {
  Expression,
  LabelExpression,
  NodePattern,
  PathPattern,
  RelationshipPattern,
  TypeExpression,
} from '../../../src/cypher/syntax/ast.ts'
import { parseExpression, parseStatement } from '../../../src/cypher/syntax/parse.ts'

/** How an expression is read: `1 + 2 * 3` is `(+ 1 (* 2 3))`. */
export function read(text: string): string {
  return outline(parseExpression(text))
}

/** How the first pattern of a query `MATCH … RETURN 1` is read. */
export function readPattern(text: string): string {
  const [clause] = parseStatement(`MATCH ${text} RETURN 1`).query.parts[0]?.clauses ?? []
  if (clause?.kind !== 'match' || !clause.patterns[0]) throw new Error('There is no pattern.')
  return outlinePath(clause.patterns[0])
}

/** An expression in brackets. */
export function outline(expression: Expression): string {
  const e = expression
  switch (e.kind) {
    case 'literal':
      return typeof e.value === 'number'
        ? `float ${e.value}`
        : typeof e.value === 'string'
          ? `'${e.value}'`
          : String(e.value)
    case 'parameter':
      return `$${e.name}`
    case 'variable':
      return e.name
    case 'property':
      return list('.', outline(e.subject), e.name.text)
    case 'index':
      return list('[]', outline(e.subject), outline(e.index))
    case 'slice':
      return list('[..]', outline(e.subject), optional(e.from), optional(e.to))
    case 'list':
      return list('list', ...e.items.map(outline))
    case 'map':
      return list('map', ...e.entries.map(({ key, value }) => `${key.text}: ${outline(value)}`))
    case 'unary':
      return list(e.operator, outline(e.operand))
    case 'is null':
      return list(e.not ? 'is not null' : 'is null', outline(e.operand))
    case 'is type':
      return list(e.not ? 'is not' : 'is', outline(e.operand), outlineType(e.type))
    case 'has labels':
      return list('labels', outline(e.operand), outlineLabels(e.labels))
    case 'binary':
      return list(e.operator, outline(e.left), outline(e.right))
    case 'comparison':
      return list(
        'compare',
        ...e.operands.flatMap((operand, index) => [outline(operand), e.operators[index] ?? []].flat()),
      )
    case 'call':
      return list('call', e.name.text, ...(e.distinct ? ['distinct'] : []), ...e.arguments.map(outline))
    case 'count rows':
      return '(count rows)'
    case 'case':
      return list(
        'case',
        optional(e.subject),
        ...e.branches.map(({ when, then }) => list('when', ...when.map(outline), outline(then))),
        optional(e.otherwise),
      )
    case 'list comprehension':
      return list('each', e.variable.text, outline(e.list), optional(e.where), optional(e.projection))
    case 'pattern comprehension':
      return list('each match', outlinePath(e.pattern), optional(e.where), outline(e.projection))
    case 'quantifier':
      return list(e.quantifier, e.variable.text, outline(e.list), optional(e.where))
    case 'reduce':
      return list(
        'reduce',
        e.accumulator.text,
        outline(e.initial),
        e.variable.text,
        outline(e.list),
        outline(e.step),
      )
    case 'map projection':
      return list('project', e.subject.text, ...e.entries.map(outlineEntry))
    case 'shortest path':
    case 'pattern':
      return list(e.kind, outlinePath(e.pattern))
    default:
      return list(e.kind, ...e.query.parts.map(({ clauses }) => clauses.map(({ kind }) => kind).join(' ')))
  }
}

function outlineEntry(entry: Extract<Expression, { kind: 'map projection' }>['entries'][number]): string {
  switch (entry.kind) {
    case 'property':
      return `.${entry.name.text}`
    case 'all properties':
      return '.*'
    case 'entry':
      return `${entry.key.text}: ${outline(entry.value)}`
    case 'variable':
      return entry.name.text
  }
}

/** A path pattern in brackets. */
export function outlinePath({ variable, shortest, nodes, relationships }: PathPattern): string {
  const elements = nodes.flatMap((node, index) => {
    const relationship = relationships[index]
    return [outlineNode(node), ...(relationship ? [outlineRelationship(relationship)] : [])]
  })
  return [...(variable ? [`${variable.text} =`] : []), ...(shortest ? [shortest] : []), ...elements].join(' ')
}

function outlineNode({ variable, labels, properties, where }: NodePattern): string {
  return list(
    'node',
    ...elementParts(variable?.text, labels),
    ...(properties ? [outline(properties)] : []),
    ...condition(where),
  )
}

function outlineRelationship({
  variable,
  types,
  direction,
  length,
  properties,
  where,
}: RelationshipPattern): string {
  const range = length ? [`*${length.minimum ?? ''}..${length.maximum ?? ''}`] : []
  const parts = elementParts(variable?.text, types)
  return list(
    direction,
    ...parts,
    ...range,
    ...(properties ? [outline(properties)] : []),
    ...condition(where),
  )
}

function elementParts(variable: string | undefined, labels: LabelExpression | undefined): string[] {
  return [...(variable === undefined ? [] : [variable]), ...(labels ? [`:${outlineLabels(labels)}`] : [])]
}

function condition(where: Expression | undefined): string[] {
  return where ? [`where ${outline(where)}`] : []
}

function outlineLabels(labels: LabelExpression): string {
  switch (labels.kind) {
    case 'label':
      return labels.name
    case 'any label':
      return '%'
    case 'not label':
      return list('!', outlineLabels(labels.operand))
    default:
      return list(
        labels.kind === 'and labels' ? '&' : '|',
        outlineLabels(labels.left),
        outlineLabels(labels.right),
      )
  }
}

function outlineType(type: TypeExpression): string {
  if (type.kind === 'any of') return list('any of', ...type.types.map(outlineType))
  const name = type.kind === 'type' ? type.name : list('list of', outlineType(type.item))
  return type.notNull ? `${name}!` : name
}

function optional(expression: Expression | undefined): string {
  return expression ? outline(expression) : '-'
}

function list(...parts: readonly string[]): string {
  return `(${parts.join(' ')})`
}
