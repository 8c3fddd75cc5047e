/** Rule: properties inherited from several parents agree. */
import type { Property } from '../../graph/schema.ts'
import type { Place } from '../../diagnostics/source-file.ts'
import type { Declaration } from '../drafts.ts'

/** A parent, where it is named, and what it hands down. */
export interface Parent {
  readonly name: string
  readonly place: Place
  readonly properties: ReadonlyMap<string, Property>
}

/**
 * A type is only valid if all parents that have a property declare it alike, or if the type declares it itself.
 * `own` has the names of the properties that it declares. What is inherited, by name.
 */
export function inheritWithoutClash(
  parents: readonly Parent[],
  own: ReadonlySet<string>,
  { name, report }: Declaration,
): Map<string, Property> {
  const inherited = new Map<string, Property>()
  const givers = new Map<string, string>()
  for (const parent of parents) {
    for (const property of parent.properties.values()) {
      const known = inherited.get(property.name)
      const giver = givers.get(property.name)
      if (!known) {
        inherited.set(property.name, property)
        givers.set(property.name, parent.name)
      } else if (giver !== undefined && !own.has(property.name) && !isAlike(known, property)) {
        const params = { type: name, property: property.name, parents: [giver, parent.name] }
        report('clashing-properties', parent.place, params)
      }
    }
  }
  return inherited
}

function isAlike(a: Property, b: Property): boolean {
  return (
    a.kind === b.kind &&
    a.list === b.list &&
    a.range === b.range &&
    a.required === b.required &&
    a.minimum === b.minimum &&
    a.maximum === b.maximum
  )
}
