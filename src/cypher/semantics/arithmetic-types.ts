/** The types of sums, differences, products, quotients, remainders and powers. */
import { syntaxError } from '../cypher-error.ts'
import { instants, numeric } from '../functions/arguments.ts'
import type { StaticType } from '../functions/definition.ts'
import type { ExpressionOf, Place } from '../syntax/ast.ts'
import { anything, eitherOf, isNumeric, mayBe, typeWord, type KnownType } from './known-type.ts'

type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '^'

/** What an operator may be applied to; `+` also joins texts and lists, with nearly everything. */
const operandTypes: Readonly<Record<Exclude<ArithmeticOperator, '+'>, readonly StaticType[]>> = {
  '-': [...numeric, ...instants, 'duration'],
  '*': [...numeric, 'duration'],
  '/': [...numeric, 'duration'],
  '%': numeric,
  '^': numeric,
}

/** What is known of the value of an operator for numbers. Throws where it can never be applied to its operands. */
export function typeOfArithmetic(
  { left: leftSide, right: rightSide }: ExpressionOf<'binary'>,
  operator: ArithmeticOperator,
  left: KnownType,
  right: KnownType,
): KnownType {
  if (operator === '+') return typeOfSum(left, right, leftSide, rightSide)
  checkOperand(operator, left, leftSide)
  checkOperand(operator, right, rightSide)
  return operator === '^' && isNumeric(left) && isNumeric(right)
    ? { name: 'float' }
    : typeOfResult(left, right)
}

function checkOperand(operator: Exclude<ArithmeticOperator, '+'>, type: KnownType, at: Place): void {
  if (!mayBe(type, operandTypes[operator])) throw notComputable(operator, type, at)
}

function typeOfSum(left: KnownType, right: KnownType, leftSide: Place, rightSide: Place): KnownType {
  if (left.name === 'list' || right.name === 'list') {
    return left.name === right.name ? eitherOf(left, right) : { name: 'list' }
  }
  if (left.name === 'string' || right.name === 'string') return left.name === right.name ? left : anything
  if (cannotBeAdded(left) && right.name !== 'any') throw notComputable('+', left, leftSide)
  if (cannotBeAdded(right) && left.name !== 'any') throw notComputable('+', right, rightSide)
  return typeOfResult(left, right)
}

/** Only a list can take it in. */
function cannotBeAdded({ name }: KnownType): boolean {
  return ['boolean', 'map', 'node', 'relationship', 'path'].includes(name)
}

function typeOfResult(left: KnownType, right: KnownType): KnownType {
  if (isNumeric(left) && isNumeric(right)) {
    if (left.name === 'float' || right.name === 'float') return { name: 'float' }
    return eitherOf(left, right)
  }
  return anything
}

function notComputable(operator: ArithmeticOperator, type: KnownType, at: Place): Error {
  const message = `The operator ${operator} cannot be applied to a value of the type ${typeWord(type.name)}.`
  return syntaxError('InvalidArgumentType', message, at)
}
