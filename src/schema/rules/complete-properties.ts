/** Rule: what a property says is complete and fits together. */
import type { Declaration, PropertyDraft } from '../drafts.ts'

/**
 * A property is only valid if it has a type; if it has a range where that is `entity`, and nowhere else; if it has a
 * minimum and maximum only where that is a number, and the one is not above the other. `property` is whole: it has
 * what it takes over too. Whether there is enough of it to be used.
 */
export function isCompleteProperty(property: PropertyDraft, declaration: Declaration): boolean {
  const { name, place, kind, range } = property
  const { report } = declaration
  if (!kind) {
    report('missing-key', place, { key: 'type', of: `The property \`${name}\`` })
    return false
  }
  checkLimits(property, kind.value, declaration)
  if (kind.value !== 'entity' && range)
    report('needless-range', range.place, { property: name, type: kind.value })
  if (kind.value === 'entity' && !range)
    report('missing-key', place, { key: 'range', of: `The property \`${name}\`` })
  return kind.value !== 'entity' || range !== undefined
}

function checkLimits({ name, minimum, maximum }: PropertyDraft, type: string, { report }: Declaration): void {
  const limit = minimum ?? maximum
  if (limit && type !== 'number' && type !== 'integer')
    report('needless-limit', limit.place, { property: name, type })
  else if (minimum && maximum && minimum.value > maximum.value)
    report('crossed-limits', maximum.place, {
      property: name,
      minimum: minimum.value,
      maximum: maximum.value,
    })
}
