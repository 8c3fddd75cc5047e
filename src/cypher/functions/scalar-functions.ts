/** Functions on any value, and those that need none. */
import { equals } from '../values/equality.ts'
import { typeNameOf } from '../values/types.ts'
import type { FunctionDefinition } from './definition.ts'

/** The functions on any value. */
export const scalarFunctions: readonly FunctionDefinition[] = [
  {
    name: 'coalesce',
    parameters: [['any']],
    variadic: true,
    result: 'any',
    acceptsNull: true,
    call: (given) => given.find((value) => value !== null) ?? null,
  },
  {
    name: 'nullIf',
    parameters: [['any'], ['any']],
    result: 'any',
    acceptsNull: true,
    call: ([value = null, other = null], { budget }) => (equals(value, other, budget) ? null : value),
  },
  {
    name: 'exists',
    parameters: [['any']],
    result: 'boolean',
    acceptsNull: true,
    call: ([value]) => value !== null,
  },
  {
    name: 'valueType',
    parameters: [['any']],
    result: 'string',
    acceptsNull: true,
    call: ([value = null], { budget }) => typeNameOf(value, budget),
  },
  {
    name: 'timestamp',
    parameters: [],
    result: 'integer',
    call: (_given, { now }) => BigInt(now.epochMilliseconds),
  },
  {
    name: 'randomUUID',
    parameters: [],
    result: 'string',
    volatile: true,
    call: () => crypto.randomUUID(),
  },
]
