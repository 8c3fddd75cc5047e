/** Rule: names are declared once. */
import type { Declaration } from '../drafts.ts'

/** A graph schema is only valid if no two types have one name, and no two relations. The first ones by name. */
export function keepDeclaredOnce<D extends Declaration>(declarations: readonly D[]): Map<string, D> {
  const byName = new Map<string, D>()
  for (const declaration of declarations) {
    const { kind, name, place, report } = declaration
    const first = byName.get(name)
    if (!first) byName.set(name, declaration)
    else
      report('declared-twice', place, { kind, name }, [
        { message: 'declared here first', place: first.place },
      ])
  }
  return byName
}
