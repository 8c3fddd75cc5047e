import { expect, test } from 'vitest'
import { parseFeature } from './read-features.ts'

const text = `
Feature: Example

  Background:
    Given an empty graph

  Scenario: [1] Plain
    When executing query:
      """
      RETURN 1
      """
    Then the result should be, in any order:
      | 1 | 'a\\nb' |
    And no side effects

  Scenario Outline: [2] With <word>
    When executing query:
      """
      RETURN <word>
      """

    Examples:
      | word |
      | x    |
      | y    |

    Examples:
      | word |
      | z    |
`

test('scenarios have ids, and outlines are expanded', () => {
  expect(parseFeature(text, 'a/Example.feature').map(({ id }) => id)).toEqual([
    'a/Example.feature [1] Plain',
    'a/Example.feature [2] With x #1',
    'a/Example.feature [2] With y #2',
    'a/Example.feature [2] With z #3',
  ])
})

test('steps have their texts and tables, after those of the background', () => {
  const [plain, , second] = parseFeature(text, 'a/Example.feature')
  expect(plain?.steps).toEqual([
    { text: 'an empty graph' },
    { text: 'executing query:', document: 'RETURN 1' },
    { text: 'the result should be, in any order:', table: [['1', `'a\nb'`]] },
    { text: 'no side effects' },
  ])
  expect(second?.steps[1]).toEqual({ text: 'executing query:', document: 'RETURN y' })
})
