/** Whether two expressions say the same: places make no difference, nor does the case of function names. */
import type { Expression } from '../syntax/ast.ts'

/** Gives numbers to expressions: the same number to those that say the same. */
export interface ExpressionKeys {
  /** Takes time in proportion to the expression the first time, and none after that. */
  readonly keyOf: (expression: Expression) => number
}

/** Begins a numbering of expressions. */
export function expressionKeys(): ExpressionKeys {
  const numbering: Numbering = { byNode: new Map(), byText: new Map() }
  return { keyOf: (expression) => keyOfNode(expression, numbering) }
}

interface Numbering {
  readonly byNode: Map<object, number>
  readonly byText: Map<string, number>
}

/** Goes down chains of operators in a loop: they are as deep as they are long. Nothing else in a tree is deep. */
function keyOfNode(node: object, numbering: Numbering): number {
  const above: object[] = []
  let at = node
  let key = numbering.byNode.get(at)
  while (key === undefined && 'left' in at && isObject(at.left)) {
    above.push(at)
    at = at.left
    key = numbering.byNode.get(at)
  }
  key ??= numberOf(at, numbering)
  for (let next = above.pop(); next; next = above.pop()) key = numberOf(next, numbering)
  return key
}

/** Numbers a node by what it says itself and the numbers of the nodes below it. */
function numberOf(node: object, numbering: Numbering): number {
  const { byNode, byText } = numbering
  const text = textOf(node, numbering)
  const number = byText.get(text) ?? byText.size
  byText.set(text, number)
  byNode.set(node, number)
  return number
}

/** The fields stand in the order in which the parser makes them. */
function textOf(node: object, numbering: Numbering): string {
  const isCall = 'kind' in node && node.kind === 'call'
  let text = Array.isArray(node) ? '[' : '{'
  const fields = node as Readonly<Record<string, unknown>>
  for (const name in fields) {
    const value = fields[name]
    if (value === undefined || name === 'start' || name === 'end' || name === 'place') continue
    if (isCall && name === 'name') text += nameText(value)
    else text += isObject(value) ? `${name}#${keyOfNode(value, numbering)} ` : `${name}=${scalarText(value)} `
  }
  return text
}

/** Functions are found without regard to the case of their names. */
function nameText(name: unknown): string {
  return isObject(name) && 'text' in name ? `name=${scalarText(String(name.text).toLowerCase())} ` : ''
}

/** Tells 1 from 1.0 and '1', and 0.0 from -0.0. */
function scalarText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  return `${typeof value} ${Object.is(value, -0) ? '-0' : String(value)}`
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
