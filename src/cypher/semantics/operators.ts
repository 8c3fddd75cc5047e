/** The types of expressions that begin with another one, whose type is known: operators and the access to parts. */
import { compileError } from '../cypher-error.ts'
import { numeric } from '../functions/arguments.ts'
import type { StaticType } from '../functions/definition.ts'
import { shortened } from '../quoted.ts'
import type { ExpressionOf, Place } from '../syntax/ast.ts'
import { typeOfArithmetic } from './arithmetic-types.ts'
import { checkCondition, typeOf } from './expressions.ts'
import { wrongType } from './faults.ts'
import {
  anything,
  eitherOf,
  isOpen,
  itemOf,
  mayBe,
  typeWord,
  typeWords,
  type KnownType,
} from './known-type.ts'
import { isLogicalOperator, type WithSubject } from './subjects.ts'
import type { Surroundings } from './surroundings.ts'

/** What is known of the value of an expression that begins with another one, of the type `subject`. */
export function typeAround(expression: WithSubject, subject: KnownType, around: Surroundings): KnownType {
  switch (expression.kind) {
    case 'property':
      return typeOfProperty(expression, subject)
    case 'index':
      return typeOfElement(expression, subject, around)
    case 'slice':
      return typeOfSlice(expression, subject, around)
    case 'unary':
      return typeOfUnary(expression, subject)
    case 'has labels':
      checkType('A test for labels', ['node', 'relationship'], subject, expression.operand)
      return { name: 'boolean' }
    case 'is null':
    case 'is type':
      return { name: 'boolean' }
    case 'binary':
      return typeOfBinary(expression, subject, around)
  }
}

/** Throws where a value can never be of the wanted types. */
export function checkType(what: string, wanted: readonly StaticType[], type: KnownType, at: Place): void {
  if (!mayBe(type, wanted)) throw wrongType(what, wanted, type, at)
}

const withoutProperties: ReadonlySet<StaticType> = new Set([
  'boolean',
  'integer',
  'float',
  'number',
  'string',
  'list',
  'path',
])

function typeOfProperty({ name, ...place }: ExpressionOf<'property'>, subject: KnownType): KnownType {
  if (!withoutProperties.has(subject.name)) return anything
  const message = `A value of the type ${typeWord(subject.name)} has no properties, so that .${shortened(name.text)} cannot be read.`
  const hint = 'Only a NODE, a RELATIONSHIP, a MAP and dates and times have properties.'
  const errorClass = subject.name === 'path' ? 'SyntaxError' : 'TypeError'
  throw compileError(errorClass, 'InvalidArgumentType', message, { place, hint })
}

const withElements: readonly StaticType[] = ['list', 'map', 'node', 'relationship']

function typeOfElement(
  { index, subject: list }: ExpressionOf<'index'>,
  subject: KnownType,
  around: Surroundings,
): KnownType {
  if (!mayBe(subject, withElements)) throw wrongElement('[…]', withElements, subject, list)
  const type = typeOf(index, around)
  const wanted: readonly StaticType[] = subject.name === 'list' ? ['integer'] : ['string']
  if (!isOpen(subject) && !mayBe(type, wanted))
    throw wrongElement(`[…] on a ${typeWord(subject.name)}`, wanted, type, index)
  return itemOf(subject)
}

/** openCypher has it as a TypeError. */
function wrongElement(what: string, wanted: readonly StaticType[], type: KnownType, at: Place): Error {
  const message = `${what} takes a value of the type ${typeWords(wanted)}, not of the type ${typeWord(type.name)}.`
  return compileError('TypeError', 'InvalidArgumentType', message, { place: at })
}

function typeOfSlice(
  { subject: list, from, to }: ExpressionOf<'slice'>,
  subject: KnownType,
  around: Surroundings,
): KnownType {
  checkType('[… .. …]', ['list'], subject, list)
  for (const bound of [from, to]) {
    if (bound) checkType('A bound of [… .. …]', ['integer'], typeOf(bound, around), bound)
  }
  return subject.name === 'any' ? { name: 'list' } : subject
}

function typeOfUnary({ operator, operand }: ExpressionOf<'unary'>, subject: KnownType): KnownType {
  if (operator === 'not') {
    checkType('NOT', ['boolean'], subject, operand)
    return { name: 'boolean' }
  }
  checkType(`The sign ${operator}`, numeric, subject, operand)
  return subject
}

function typeOfBinary(expression: ExpressionOf<'binary'>, left: KnownType, around: Surroundings): KnownType {
  const { operator } = expression
  if (isLogicalOperator(operator)) {
    checkType(operator.toUpperCase(), ['boolean'], left, expression.left)
    checkCondition(expression.right, around, operator.toUpperCase())
    return { name: 'boolean' }
  }
  const right = typeOf(expression.right, around)
  switch (operator) {
    case 'in':
      checkType('IN', ['list'], right, expression.right)
      return { name: 'boolean' }
    case '=~':
      checkType('=~', ['string'], left, expression.left)
      checkType('=~', ['string'], right, expression.right)
      return { name: 'boolean' }
    // These are null for what is no text.
    case 'starts with':
    case 'ends with':
    case 'contains':
      return { name: 'boolean' }
    case '||':
      checkType('||', ['string', 'list'], left, expression.left)
      checkType('||', ['string', 'list'], right, expression.right)
      return left.name === right.name ? eitherOf(left, right) : anything
    default:
      return typeOfArithmetic(expression, operator, left, right)
  }
}
