import { expect, test } from 'vitest'
import { unknownNames } from '../../../src/cypher/semantics/unknown-names.ts'
import { analyzed } from './analyzed.ts'

const known = { labels: ['Person', 'City'], types: ['KNOWS'], propertyKeys: ['name', 'age'] }

/** What is told of a query: each message with the text that it is about, and the hint. */
function told(text: string): readonly string[] {
  return unknownNames(analyzed(text), known).map(({ message, place, hint = '' }) =>
    `${text.slice(place.start, place.end)}: ${message} ${hint}`.trim(),
  )
}

test('A query with names that the graph has is told nothing', () => {
  expect(told("MATCH (n:Person|!City {name: 'a'})-[r:KNOWS*1..2]->() WHERE n.age > 1 RETURN n.name")).toEqual(
    [],
  )
})

test('Each name that nothing has is told once, where it comes first', () => {
  expect(told('MATCH (n:Persn&!Ciy)-[r:KNOW]->(m:Persn {nam: 1}) RETURN n.agee, r.x, m.agee')).toEqual([
    'Persn: No node has the label `Persn`. Did you mean `Person`?',
    'Ciy: No node has the label `Ciy`. Did you mean `City`?',
    'KNOW: No relationship has the type `KNOW`. Did you mean `KNOWS`?',
    'nam: Nothing has a property `nam`. Did you mean `name`?',
    'agee: Nothing has a property `agee`. Did you mean `age`?',
    'x: Nothing has a property `x`.',
  ])
})

test('What stands in subqueries and conditions is looked at, keys of maps are not', () => {
  expect(
    told('WITH {other: 1} AS map MATCH (n) WHERE EXISTS { (n)-[:LIKES]->() } RETURN map.other, n.__proto__'),
  ).toEqual([
    'LIKES: No relationship has the type `LIKES`.',
    '__proto__: Nothing has a property `__proto__`.',
  ])
})
