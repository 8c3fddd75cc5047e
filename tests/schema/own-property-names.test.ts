import { describe, expect, test } from 'vitest'
import { faultsOf, hintsOf } from './read-text.ts'

describe('A property with the name of a built-in field', () => {
  test('is an error on a relation, an entity type and a source type', () => {
    const text = `types:
  Firm: { properties: { wikidata: text, title: text } }
  Blog: { extends: Source, properties: { publisher: text, wikidata: text } }
relations:
  owns: { from: Firm, to: Firm, properties: { quote_starts: [integer], according_to: text, publisher: text } }
`
    expect(faultsOf(text)).toEqual([
      '2:25-2:33 error reserved-property: The property `wikidata` is built in for every entity.',
      '3:42-3:51 error reserved-property: The property `publisher` is built in for every source.',
      '5:47-5:59 error reserved-property: The property `quote_starts` is built in for every claim.',
      '5:72-5:84 error reserved-property: The property `according_to` is built in for every claim.',
    ])
    expect(hintsOf(text)[0]).toBe('give the property another name')
  })

  test('is an error where it begins with one underscore', () => {
    expect(
      faultsOf('types:\n  Firm: { properties: { _graph: text, __proto__: text, a_b: text } }\n'),
    ).toEqual(['2:25-2:31 error reserved-property: The property `_graph` begins with an underscore.'])
  })

  test('is a fault once, whatever its type', () => {
    expect(faultsOf('types:\n  Firm: { properties: { name: { range: X } } }\n').length).toBe(1)
  })
})
