/** The fingerprint of a node or relationship: tells whether what a database holds is what the files say. */
import { hash } from 'node:crypto'

/** Changes whenever the same graph is written to Neo4j in another way, so that the next load writes everything anew. */
const formatVersion = 1

/**
 * A whole number of 52 bits (so that it is exact as a JavaScript number), the beginning of the SHA-256 of `facts`. It is
 * only compared between two states of the thing with one id, so that a chance equality is one in 4.5 · 10^15 changes.
 */
export function fingerprintOf(facts: readonly unknown[]): number {
  return parseInt(hash('sha256', JSON.stringify([formatVersion, facts])).slice(0, 13), 16)
}
