/** Candidates as answers list them. */
import type { GraphSchema, Stance } from '../graph/schema.ts'
import { addIdsIn, claimRecord, type ClaimRecord } from './answer-records.ts'
import type { Candidate } from './candidates.ts'
import type { PathStep } from './speaking.ts'

/** A claim that counts for the holder. */
export interface StanceEntry {
  readonly claim: ClaimRecord
  /** What the claim counts as here. */
  readonly stance: Stance
  /** Whose word it is: the claim's subject; where it is `implied`, the actor whom the claim is according to. */
  readonly voice: string
  /** There, where the entry is the support for `claim` that lies in being whom it is according to. */
  readonly implied?: true
  /** How the voice spoke for the holder; empty for the holder's own word. */
  readonly path: readonly PathStep[]
}

/** A candidate as answers list it. */
export function toEntry({ word, path }: Candidate): StanceEntry {
  const { claim, stance, voice, implied } = word
  return { claim: claimRecord(claim), stance, voice, ...(implied && { implied }), path }
}

/** Adds every id that the entries of these candidates refer to. */
export function addIdsInEntries(
  schema: GraphSchema,
  candidates: Iterable<Candidate>,
  ids: Set<string>,
): void {
  for (const { word, path } of candidates) {
    addIdsIn(schema, word.claim, ids)
    for (const step of path) ids.add(step.from).add(step.to).add(step.claim)
  }
}
