/** Whose word a claim is, and on whose behalf its subject spoke. */
import { unnamed } from '../../graph/knowledge-graph.ts'
import { nfc } from '../../names/nfc.ts'
import { readText } from '../../yaml/read-values.ts'
import { placeOf, type YamlEntry } from '../../yaml/yaml-node.ts'
import type { Check } from '../check.ts'
import type { ClaimDraft } from '../drafts.ts'
import { findName } from './known-names.ts'

/**
 * The id of the actor that `according_to` or `on_behalf_of` names. It is only valid if it names an entity, not a
 * claim; `according_to` may also be `unnamed`. Undefined where it is absent or at fault, which has been reported.
 */
export function readActor(
  key: 'according_to' | 'on_behalf_of',
  draft: ClaimDraft,
  check: Check,
): string | undefined {
  const entry: YamlEntry | undefined = draft.keys[key]
  const text = entry && readText(entry.value, draft.file, check.report)
  if (text === undefined || entry?.value.kind !== 'scalar') return undefined
  if (key === 'according_to' && text === unnamed) return unnamed
  const name = { text: nfc(text), scalar: entry.value, from: 0, to: text.length }
  const target = findName(name, draft.file, check)
  if (!target || target.kind === 'entity') return target?.id
  const params = { property: key, name: name.text, type: 'Claim', range: 'Entity' }
  check.report('wrong-range', placeOf(draft.file, entry.value), params)
  return undefined
}
