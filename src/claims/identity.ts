/** What makes a claim the same claim: the id that is computed where its author gave none. */
import * as crypto from 'node:crypto'

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
  const hash = sha256(JSON.stringify(parts))
  let id = ''
  // Five bytes are eight characters.
  for (const start of [0, 5]) {
    const high = hash.readUInt16BE(start) * 16 + (hash.readUInt8(start + 2) >> 4)
    const low = (hash.readUInt8(start + 2) & 15) * 65536 + hash.readUInt16BE(start + 3)
    id += base32(high) + base32(low)
  }
  return id
}

/** `crypto.hash` takes half the time, but came with Node 20.12. */
function sha256(text: string): Buffer {
  const { hash } = crypto as Partial<typeof crypto>
  return hash ? hash('sha256', text, 'buffer') : crypto.createHash('sha256').update(text).digest()
}

/** Twenty bits as four characters. */
function base32(bits: number): string {
  let text = ''
  for (const shift of [15, 10, 5, 0]) text += alphabet.charAt((bits >> shift) & 31)
  return text
}
