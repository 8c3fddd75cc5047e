/** Functions on lists, and on what else has a size. */
import type { Budget, Context } from '../context.ts'
import { isList, isMap, type Value } from '../value.ts'
import { integersIn, rangeOf } from '../values/range.ts'
import { checkListLength, checkTextLength, stepThroughText } from '../sizes.ts'
import { reverseText, textLength } from '../values/text.ts'
import { wrongArgument } from './arguments.ts'
import type { FunctionDefinition } from './definition.ts'

/** The functions on lists. */
export const listFunctions: readonly FunctionDefinition[] = [
  { name: 'head', parameters: [['list']], result: 'any', call: ([list]) => itemsOf('head', list)[0] ?? null },
  {
    name: 'last',
    parameters: [['list']],
    result: 'any',
    call: ([list]) => itemsOf('last', list).at(-1) ?? null,
  },
  {
    name: 'tail',
    parameters: [['list']],
    result: 'list',
    call: ([list], context) => countedCopy('tail', list, context).slice(1),
  },
  { name: 'size', parameters: [['list', 'string']], result: 'integer', call: size },
  { name: 'isEmpty', parameters: [['list', 'map', 'string']], result: 'boolean', call: isEmpty },
  { name: 'reverse', parameters: [['list', 'string']], result: 'any', call: reverse },
  {
    name: 'range',
    parameters: [['any'], ['any'], ['any']],
    optional: 1,
    result: 'list',
    acceptsNull: true,
    call: range,
  },
]

/** A list of which only one item is wanted. */
function itemsOf(name: string, value: Value | undefined): readonly Value[] {
  if (value === undefined || !isList(value)) throw wrongArgument(name, 'a LIST', value)
  return value
}

/** A list of which a copy is made. */
function countedCopy(name: string, value: Value | undefined, { budget }: Context): readonly Value[] {
  const list = itemsOf(name, value)
  checkListLength(list.length, budget)
  return list
}

function size([value = null]: readonly Value[], context: Context): bigint {
  if (isList(value)) return BigInt(value.length)
  if (typeof value !== 'string') throw wrongArgument('size', 'a LIST or STRING', value)
  stepThroughText(value.length, context.budget)
  return BigInt(textLength(value))
}

function isEmpty([value = null]: readonly Value[]): boolean {
  if (isList(value) || typeof value === 'string') return value.length === 0
  if (isMap(value)) return value.size === 0
  throw wrongArgument('isEmpty', 'a LIST, MAP or STRING', value)
}

function reverse([value = null]: readonly Value[], context: Context): Value {
  if (isList(value)) return countedCopy('reverse', value, context).toReversed()
  if (typeof value !== 'string') throw wrongArgument('reverse', 'a LIST or STRING', value)
  checkTextLength(value.length, context.budget)
  return reverseText(value)
}

function range(given: readonly Value[], { budget }: Context): readonly bigint[] {
  const wanted = rangeOf(given)
  checkListLength(Number(wanted.count))
  const list: bigint[] = []
  for (const value of integersIn(wanted)) {
    if (list.length % chunk === 0) countChunk(Math.min(chunk, Number(wanted.count) - list.length), budget)
    list.push(value)
  }
  return list
}

const chunk = 10_000

function countChunk(length: number, budget: Budget): void {
  budget.step(length)
  budget.make(length * bytesOfInteger)
}

/** What an INTEGER takes in a list, roughly. */
const bytesOfInteger = 32
