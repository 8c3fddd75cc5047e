/** The type of an entity or source must be declared, be of the right kind, and be there to be used. */
import type { SourceFile } from '../../diagnostics/source-file.ts'
import { isA } from '../../graph/schema.ts'
import { nearestNames } from '../../names/nearest.ts'
import { nfc } from '../../names/nfc.ts'
import { readText } from '../../yaml/read-values.ts'
import { placeOf, type YamlEntry } from '../../yaml/yaml-node.ts'
import type { DeclarationCheck } from '../check.ts'

/**
 * The type that a `type:` names. It is only valid if the graph schema declares it, it is not abstract, and it extends
 * Source exactly where it belongs to a source. Undefined where it is at fault, which has been reported.
 */
export function findType(
  { value }: YamlEntry,
  of: 'source' | 'entity',
  file: SourceFile,
  check: DeclarationCheck,
): string | undefined {
  const text = readText(value, file, check.report)
  if (text === undefined) return undefined
  const name = nfc(text)
  const type = check.schema.types.get(name)
  if (check.damagedTypes.has(name)) return undefined
  if (!type) {
    if (check.unread.schema(name)) return undefined
    const nearest = nearestNames(name, check.schema.types.keys())
    check.report('unknown-type', placeOf(file, value), { type: name, nearest })
    return undefined
  }
  const isSource = isA(check.schema, name, 'Source')
  if (isSource !== (of === 'source') || isA(check.schema, name, 'Claim')) {
    check.report('wrong-type', placeOf(file, value), { type: name, of })
    return undefined
  }
  if (!type.abstract) return name
  const children = [...check.schema.types.values()].filter(
    (child) => !child.abstract && child.lineage.includes(name),
  )
  check.report('abstract-type', placeOf(file, value), {
    type: name,
    children: children.map((child) => child.name),
  })
  return undefined
}
