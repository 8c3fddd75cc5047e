/** What is known of values before anything runs: their type, and of lists the type of the items. */
import type { StaticType } from '../functions/definition.ts'

/** A static type; `item` is there for lists whose items are all known to be of one type (or null). */
export interface KnownType {
  readonly name: StaticType
  readonly item?: KnownType
}

/** Nothing is known. */
export const anything: KnownType = { name: 'any' }

/** A list of items of a type. */
export function listOf(item: KnownType): KnownType {
  return item.name === 'any' ? { name: 'list' } : { name: 'list', item }
}

/** What is known of the items of a list; of what is no list, nothing. */
export function itemOf({ item }: KnownType): KnownType {
  return item ?? anything
}

/** What is known of a value that is of the one type or the other. */
export function eitherOf(left: KnownType, right: KnownType): KnownType {
  if (left.name === 'null') return right
  if (right.name === 'null') return left
  if (left.name === 'list' && right.name === 'list') return listOf(eitherOf(itemOf(left), itemOf(right)))
  if (left.name === right.name) return left
  return isNumeric(left) && isNumeric(right) ? { name: 'number' } : anything
}

/** What is known of a value that is of one of several types; of none, that it is null. */
export function anyOf(types: Iterable<KnownType>): KnownType {
  let found: KnownType = { name: 'null' }
  for (const type of types) found = eitherOf(found, type)
  return found
}

/** Whether it is certainly a number (or null). */
export function isNumeric({ name }: KnownType): boolean {
  return name === 'integer' || name === 'float' || name === 'number'
}

/** Whether nothing is known that speaks against a value: it may be anything, or is null. */
export function isOpen({ name }: KnownType): boolean {
  return name === 'any' || name === 'null'
}

/** Whether a value may be of one of the allowed types. An INTEGER may stand where a FLOAT is wanted. */
export function mayBe(type: KnownType, allowed: readonly StaticType[]): boolean {
  if (isOpen(type) || allowed.includes('any') || allowed.includes(type.name)) return true
  if (type.name === 'integer') return allowed.includes('number') || allowed.includes('float')
  if (type.name === 'float') return allowed.includes('number')
  return type.name === 'number' && (allowed.includes('integer') || allowed.includes('float'))
}

/** How messages call a type: `INTEGER`, `ZONED TIME`. */
export function typeWord(name: StaticType): string {
  return name === 'time' || name === 'datetime' ? `ZONED ${name.toUpperCase()}` : name.toUpperCase()
}

/** How messages call several types: `NODE, RELATIONSHIP or MAP`. */
export function typeWords(names: readonly StaticType[]): string {
  const words = names.map(typeWord)
  const last = words.pop() ?? ''
  return words.length === 0 ? last : `${words.join(', ')} or ${last}`
}
