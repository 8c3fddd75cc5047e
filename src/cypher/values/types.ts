/** The types of values: their names, and whether a value is of one. */
import type { Budget } from '../context.ts'
import type { TypeExpression, TypeName } from '../syntax/ast.ts'
import { isList, type Value } from '../value.ts'
import { levelBelow, typeWord } from './kinds.ts'

/** The name of a value's type, as valueType() gives it: `INTEGER NOT NULL`, `LIST<FLOAT | STRING> NOT NULL`, `NULL`. */
export function typeNameOf(value: Value, budget?: Budget): string {
  return typeNameAt(value, 0, budget)
}

function typeNameAt(value: Value, level: number, budget: Budget | undefined): string {
  if (value === null) return 'NULL'
  const name = isList(value) ? `LIST<${itemTypes(value, levelBelow(level), budget)}>` : typeWord(value)
  return `${name} NOT NULL`
}

/** The types of a list's items, each once, in order; a null among them takes the NOT NULL off the others. */
function itemTypes(list: readonly Value[], level: number, budget: Budget | undefined): string {
  if (list.length === 0) return 'NOTHING'
  budget?.step(list.length)
  const names = new Set(list.map((item) => typeNameAt(item, level, budget)))
  const hasNull = names.delete('NULL')
  if (names.size === 0) return 'NULL'
  if ([...names].some((name) => name !== emptyList && name.startsWith('LIST<'))) names.delete(emptyList)
  const ordered = [...names].sort((one, other) => rankOf(one) - rankOf(other) || (one < other ? -1 : 1))
  return ordered.map((name) => (hasNull ? name.replace(/ NOT NULL$/, '') : name)).join(' | ')
}

/** Every list type has the empty list in it, so that its own type says nothing beside another. */
const emptyList = 'LIST<NOTHING> NOT NULL'

const order: readonly string[] = [
  'BOOLEAN',
  'STRING',
  'INTEGER',
  'FLOAT',
  'DATE',
  'LOCAL TIME',
  'ZONED TIME',
  'LOCAL DATETIME',
  'ZONED DATETIME',
  'DURATION',
  'NODE',
  'RELATIONSHIP',
  'MAP',
  'LIST',
  'PATH',
]

function rankOf(name: string): number {
  return order.indexOf(name.replace(/<.*$| NOT NULL$/, ''))
}

/** `value IS :: type`. null is of every type that is not `NOT NULL`. */
export function isOfType(value: Value, type: TypeExpression, budget?: Budget): boolean {
  switch (type.kind) {
    case 'any of':
      return type.types.some((one) => isOfType(value, one, budget))
    case 'list type':
      if (value === null) return !type.notNull
      if (!isList(value)) return false
      if (value.length > 0) budget?.step(value.length)
      return value.every((item) => isOfType(item, type.item, budget))
    case 'type':
      return isOfNamedType(value, type.name, type.notNull)
  }
}

function isOfNamedType(value: Value, name: TypeName, notNull: boolean): boolean {
  if (name === 'NOTHING') return false
  if (value === null) return !notNull
  if (name === 'ANY') return true
  return name === 'PROPERTY VALUE' ? isPropertyValue(value) : typeWord(value) === name
}

const notStored: ReadonlySet<string> = new Set(['NULL', 'LIST', 'MAP', 'NODE', 'RELATIONSHIP', 'PATH'])

/** Whether a node could have it as a property: a simple value, or a list of simple values of one type. */
function isPropertyValue(value: Value): boolean {
  if (!isList(value)) return !notStored.has(typeWord(value))
  const words = new Set(value.map(typeWord))
  return words.size <= 1 && [...words].every((word) => !notStored.has(word))
}
