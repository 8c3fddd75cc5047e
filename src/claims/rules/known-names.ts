/** Names that a claim uses must mean exactly one entity or claim. */
import type { SourceFile } from '../../diagnostics/source-file.ts'
import { placeOfName, type Check } from '../check.ts'
import type { WrittenName } from '../drafts.ts'
import type { Target } from '../names.ts'

/** The most candidates that a message names. */
const shownCandidates = 5

/**
 * The entity or claim that a name means. A name is only valid if exactly one entity or claim has it: as its handle
 * or id, or else as a name or alias. Undefined where it is at fault, which has been reported.
 */
export function findName(name: WrittenName, file: SourceFile, check: Check): Target | undefined {
  const found = check.names.resolve(name.text)
  switch (found.kind) {
    case 'found':
      return found.target
    case 'ambiguous':
      check.report('ambiguous-name', placeOfName(file, name), {
        name: name.text,
        candidates: found.candidates
          .slice(0, shownCandidates)
          .map(({ id, type }) => ({ id, type: type ?? 'Entity' })),
        more: Math.max(0, found.candidates.length - shownCandidates),
      })
      return undefined
    case 'unknown':
      if (!found.isSource && check.unread.data(name.text)) return undefined
      check.report('unknown-name', placeOfName(file, name), {
        name: name.text,
        nearest: check.names.nearest(name.text),
        isSource: found.isSource,
      })
      return undefined
  }
}
