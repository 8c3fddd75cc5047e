import { describe, expect, test } from 'vitest'
import { faultsOf, hintsOf, relatedOf } from './read-text.ts'

const ends = 'from: Entity, to: Entity'

describe('A label', () => {
  test('that another relation has is an error, at the later one', () => {
    const text = `relations:\n  declares winner: { ${ends} }\n  Declares-Winner: { ${ends} }\n  names: { ${ends}, label: DECLARES_WINNER }\n`
    expect(faultsOf(text)).toEqual([
      '3:3-3:18 error duplicate-label: The label `DECLARES_WINNER` is that of `declares winner` already.',
      '4:45-4:60 error duplicate-label: The label `DECLARES_WINNER` is that of `declares winner` already.',
    ])
    expect(hintsOf(text)[0]).toBe('give one of the relations another `label`')
    expect(relatedOf(text)[0]).toBe('a.yaml:2:3 `declares winner` has it too')
  })

  test('that is structural is an error', () => {
    const text = `relations:\n  subject: { ${ends} }\n  is about: { ${ends}, label: OBJECT }\n  Reported in: { ${ends} }\n`
    expect(faultsOf(text)).toEqual([
      '2:3-2:10 error reserved-label: The label `SUBJECT` of `subject` is built in.',
      '3:48-3:54 error reserved-label: The label `OBJECT` of `is about` is built in.',
      '4:3-4:14 error reserved-label: The label `REPORTED_IN` of `Reported in` is built in.',
    ])
    expect(hintsOf(text)[0]).toBe('give the relation another name or `label`')
  })

  test('that Cypher does not take as it is, is an error', () => {
    const text = `relations:\n  a: { ${ends}, label: A-B }\n  b: { ${ends}, label: 1A }\n  "!?": { ${ends} }\n`
    expect(faultsOf(text)).toEqual([
      '2:41-2:44 error invalid-label: `A-B` cannot be a label.',
      '3:41-3:43 error invalid-label: `1A` cannot be a label.',
      '4:3-4:7 error invalid-label: No label can be made of the name `!?`.',
    ])
    expect(hintsOf(text)).toEqual([
      'use letters, digits and underscores, and no digit at the beginning',
      'use letters, digits and underscores, and no digit at the beginning',
      'give the relation a `label` of letters, digits and underscores',
    ])
  })
})
