/** What makes a claim the same claim: the id that is computed where its author gave none. */
import { hash } from 'node:crypto'

/** What a claim's id is computed from. Absent parts are left out. */
export interface Identity {
  readonly source?: string | undefined
  readonly subject: string
  readonly relation: string
  readonly object: string
  readonly date?: string | undefined
  readonly accordingTo?: string | undefined
  readonly onBehalfOf?: string | undefined
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * The first 16 characters of lower-case base32 (RFC 4648) of the SHA-256 of the JSON array of the parts, "" for
 * absent ones. The ids in it are NFC already.
 */
export function claimId(identity: Identity): string {
  const { source = '', subject, relation, object, date = '', accordingTo = '', onBehalfOf = '' } = identity
  const parts = [source, subject, relation, object, date, accordingTo, onBehalfOf]
  const hex = hash('sha256', JSON.stringify(parts))
  const codes: number[] = []
  // Five hexadecimal digits are 20 bits.
  for (const start of [0, 5, 10, 15]) addBase32(parseInt(hex.slice(start, start + 5), 16), codes)
  // At once: a text put together from parts would keep its parts in memory.
  return String.fromCharCode(...codes)
}

/** Twenty bits as four characters. */
function addBase32(bits: number, codes: number[]): void {
  for (const shift of [15, 10, 5, 0]) codes.push(alphabet.charCodeAt((bits >> shift) & 31))
}
