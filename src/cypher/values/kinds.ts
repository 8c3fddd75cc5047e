/** What kinds of values are called, and how deep they may be nested. */
import { runtimeError } from '../cypher-error.ts'
import { isList, isMap, type KindValue, type Value } from '../value.ts'

/** What an object is: `list`, `map`, or its kind. */
export function kindOf(value: Extract<Value, object>): 'list' | 'map' | KindValue['kind'] {
  if (isList(value)) return 'list'
  return isMap(value) ? 'map' : value.kind
}

const typeWords = {
  list: 'LIST',
  map: 'MAP',
  node: 'NODE',
  relationship: 'RELATIONSHIP',
  path: 'PATH',
  date: 'DATE',
  'local time': 'LOCAL TIME',
  time: 'ZONED TIME',
  'local datetime': 'LOCAL DATETIME',
  datetime: 'ZONED DATETIME',
  duration: 'DURATION',
} as const

/** The name of a value's type without what a list has in it: `INTEGER`, `LIST`. */
export function typeWord(value: Value) {
  switch (typeof value) {
    case 'string':
      return 'STRING'
    case 'boolean':
      return 'BOOLEAN'
    case 'bigint':
      return 'INTEGER'
    case 'number':
      return 'FLOAT'
    default:
      return value === null ? 'NULL' : typeWords[kindOf(value)]
  }
}

/** The same with its article, for a sentence: `an INTEGER`. */
export function aType(value: Value): string {
  const word = typeWord(value)
  return `${word === 'INTEGER' ? 'an' : 'a'} ${word}`
}

/** The deepest nesting of lists and maps that is gone into: more would exhaust the stack. */
const deepest = 1000

/** The level below this one. Throws a CypherError where lists or maps are nested too deeply. */
export function levelBelow(level: number): number {
  if (level < deepest) return level + 1
  throw runtimeError(
    'LimitExceeded',
    'NestingDepth',
    `A value has lists or maps nested more than ${deepest.toLocaleString('en')} levels deep.`,
  )
}
