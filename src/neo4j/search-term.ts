/** The form in which names are searched in Neo4j. */
import { foldName } from '../names/fold.ts'

/**
 * How many code points of a name are searched. The full-text index takes terms of at most 32,766 bytes, and a database
 * that is given a longer one has to be restarted.
 */
export const longestTerm = 1000

/** The folded form of a name, cut to what an index takes: equal for all names that fold alike. */
export function searchTerm(name: string): string {
  const folded = foldName(name)
  return folded.length <= longestTerm
    ? folded
    : Array.from(folded.slice(0, 2 * longestTerm))
        .slice(0, longestTerm)
        .join('')
}
