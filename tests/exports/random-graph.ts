/** Random graphs of every shape, with texts of all characters that a file can hold. */
import fc from 'fast-check'
import type { Claim, KnowledgeGraph, PropertyValue } from '../../src/graph/knowledge-graph.ts'
import { stances } from '../../src/graph/schema.ts'
import { claim, entity, exampleSchema, graphOf, source } from './example-graph.ts'

const text = fc
  .string({ unit: 'binary' })
  .filter((value) => !/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/u.test(value))
const name = text.filter((value) => value !== '')
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10))
const id = fc.oneof(name, fc.constantFrom('a', 'b', '__proto__', 'recognizes 2'))

/** A value as checked files have them: numbers are finite, lists of one type. */
const validNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
const validValue = fc.oneof<fc.Arbitrary<PropertyValue>[]>(
  text,
  validNumber,
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.array(text),
  fc.array(validNumber),
  fc.array(fc.boolean()),
)

/** A value as a program may make them. */
const anyValue = fc.oneof<fc.Arbitrary<PropertyValue>[]>(
  text,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.oneof<fc.Arbitrary<string | number | boolean>[]>(text, fc.double(), fc.boolean())),
)

/** Graphs such as come from checked files. */
export const validGraph = graphWith(validValue)

/** Graphs such as a program may build. */
export const anyGraph = graphWith(anyValue)

function graphWith(value: fc.Arbitrary<PropertyValue>): fc.Arbitrary<KnowledgeGraph> {
  const properties = fc.dictionary(
    fc.oneof(name, fc.constantFrom('share', 'Share', '__proto__', 'label')),
    value,
    {
      maxKeys: 4,
      noNullPrototype: true,
    },
  )
  const draft = fc.record({
    subject: fc.nat(),
    object: fc.nat(),
    relation: fc.oneof(fc.constantFrom(...exampleSchema.relations.keys()), name),
    days: fc.array(day, { maxLength: 2 }),
    stance: fc.option(fc.constantFrom(...stances), { nil: undefined }),
    quotes: fc.array(fc.record({ exact: text }), { maxLength: 2 }),
    properties,
  })
  return fc
    .record({
      ids: fc.uniqueArray(id, { minLength: 3, maxLength: 12 }),
      drafts: fc.array(draft, { maxLength: 9 }),
      onEntities: properties,
      onSource: properties,
    })
    .map(({ ids: [a, b, wire, ...claimIds], drafts, onEntities, onSource }) => {
      const claims = claimIds.flatMap((claimId, index): Claim[] => {
        const made = drafts[index]
        if (!made) return []
        const ends = [a, b, ...claimIds.slice(0, index)]
        const end = (at: number): string => ends[at % ends.length] as string
        const [earliest, until] = made.days.sort()
        return [
          claim(claimId, end(made.subject), made.relation, end(made.object), {
            ...(made.stance && { stance: made.stance }),
            ...(earliest !== undefined && { earliest }),
            ...(until !== undefined && { until }),
            source: wire as string,
            quotes: made.quotes,
            properties: made.properties,
          }),
        ]
      })
      return graphOf({
        entities: [a, b].map((each) => entity(each as string, 'Election', { properties: onEntities })),
        sources: [source(wire as string, { properties: onSource })],
        claims,
      })
    })
}
