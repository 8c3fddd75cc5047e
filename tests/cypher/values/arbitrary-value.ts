/** Any values, for property tests. */
import fc from 'fast-check'
import type { NodeValue, RelationshipValue, Value } from '../../../src/cypher/value.ts'

const nodes = [0, 1, 2].map((id): NodeValue => ({ kind: 'node', id }))
const relationships = [0, 1].map((id): RelationshipValue => ({ kind: 'relationship', id }))

const numbers = fc.oneof(
  fc.bigInt({ min: -3n, max: 3n }),
  fc.constantFrom(2n ** 53n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)),
  fc.constantFrom(0, -0, 1, 1.5, -2, NaN, Infinity, -Infinity, 2 ** 53, 2 ** 53 + 2, 2 ** 63),
)

const texts = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.constantFrom('', '\0', '\0[', '1', 'true', '\uE000', '😀', '\uD83D', '"1:a'),
)

const paths = fc.array(fc.nat(1), { maxLength: 2 }).map((along): Value => ({
  kind: 'path',
  nodes: nodes.slice(0, along.length + 1),
  relationships: along.map((id) => relationships[id] ?? { kind: 'relationship', id }),
}))

const day = fc.integer({ min: -2, max: 2 })
const nanosecond = fc.constantFrom(0, 1, 3_600_000_000_000)
const offset = fc.constantFrom(0, 3600)

const temporals: fc.Arbitrary<Value> = fc.oneof(
  day.map((days): Value => ({ kind: 'date', days })),
  nanosecond.map((nanoseconds): Value => ({ kind: 'local time', nanoseconds })),
  fc.record({ kind: fc.constant('time'), nanoseconds: nanosecond, offset }),
  fc.record({ kind: fc.constant('local datetime'), days: day, nanoseconds: nanosecond }),
  fc.record({ kind: fc.constant('datetime'), days: day, nanoseconds: nanosecond, offset }),
  fc.record({
    kind: fc.constant('duration'),
    months: fc.bigInt({ min: 0n, max: 1n }),
    days: fc.bigInt({ min: 0n, max: 31n }),
    seconds: fc.bigInt({ min: 0n, max: 1n }),
    nanoseconds: fc.nat(1),
  }),
)

/** A value of any type, lists and maps a few levels deep. */
export const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Value>(null, true, false, ...nodes, ...relationships),
    numbers,
    texts,
    temporals,
    paths,
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', '', '__proto__'), tie('value')), { maxLength: 2 })
      .map((entries) => new Map(entries)),
  ),
})).value

/** Whether null is somewhere in a value, or NaN. */
export function hasUnknown(value: Value): boolean {
  if (value === null || Number.isNaN(value)) return true
  if (Array.isArray(value)) return value.some(hasUnknown)
  return value instanceof Map && [...value.values()].some(hasUnknown)
}
