/** Finds the keyword that a misspelt word may stand for. */
import { nameFinder } from '../../names/nearest.ts'

/** The words that follow a complete part of a query. */
const findKeywords = nameFinder([
  ...['MATCH', 'OPTIONAL', 'WHERE', 'WITH', 'RETURN', 'UNWIND', 'CALL', 'UNION', 'YIELD'],
  ...['ORDER', 'SKIP', 'OFFSET', 'LIMIT', 'ASCENDING', 'DESCENDING', 'DISTINCT', 'EXPLAIN'],
  ...['STARTS', 'ENDS', 'CONTAINS', 'WHEN', 'THEN', 'ELSE'],
])

/** Words that are no misspelling of another. */
const otherKeywords = new Set([
  'END',
  'AND',
  'XOR',
  'NOT',
  'NULL',
  'ASC',
  'DESC',
  'ALL',
  'ANY',
  'CASE',
  'SET',
])

const longestWord = 12

/** The keyword that is nearest to a word in capitals, or undefined where none is near or the word is one itself. */
export function similarWord(word: string): string | undefined {
  if (word.length > longestWord || otherKeywords.has(word)) return undefined
  const [nearest] = findKeywords(word, 1)
  return nearest === word ? undefined : nearest
}
