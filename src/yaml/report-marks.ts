/** Reports what is YAML but not allowed here. */
import type { Report } from '../diagnostics/diagnostic.ts'
import type { Place, SourceFile } from '../diagnostics/source-file.ts'
import type { Mark, Marks } from './parse-document.ts'

/** How many other places a diagnostic names: a document can have an alias in every line. */
const relatedLimit = 10

/** Reports the anchors, aliases, tags, merge keys and directives of a document. */
export function reportMarks(marks: Marks, file: SourceFile, report: Report): void {
  const placeOf = ({ start, end }: Mark): Place => ({ file, start, end })
  reportAnchors(marks, placeOf, report)
  for (const mark of marks.tags) report('yaml-tag', placeOf(mark), { tag: mark.source })
  for (const mark of marks.mergeKeys) report('yaml-merge-key', placeOf(mark), {})
  for (const mark of marks.directives) {
    if (!/^%YAML\b/.test(mark.source)) report('yaml-directive', placeOf(mark), { directive: mark.source })
  }
}

/** An anchor and its aliases are one fault: it is mended where the value is written out in all these places. */
function reportAnchors({ anchors, aliases }: Marks, placeOf: (mark: Mark) => Place, report: Report): void {
  const aliasesByName = groupByName(aliases)
  for (const [name, marks] of groupByName(anchors)) {
    const uses = aliasesByName.get(name) ?? []
    aliasesByName.delete(name)
    const related = [
      ...marks.slice(1).map((mark) => ({ message: 'the anchor stands here again', place: placeOf(mark) })),
      ...uses.map((mark) => ({ message: `its alias \`*${name}\` stands here`, place: placeOf(mark) })),
    ]
    report('yaml-anchor', placeOf(marks[0]), { name, used: uses.length > 0 }, related.slice(0, relatedLimit))
  }
  for (const [name, marks] of aliasesByName) {
    const related = marks.slice(1, relatedLimit + 1)
    const others = related.map((mark) => ({ message: 'it stands here again', place: placeOf(mark) }))
    report('yaml-alias', placeOf(marks[0]), { name }, others)
  }
}

/** Marks by what follows their `&` or `*`. No list is empty. */
function groupByName(marks: readonly Mark[]): Map<string, [Mark, ...Mark[]]> {
  const groups = new Map<string, [Mark, ...Mark[]]>()
  for (const mark of marks) {
    const name = mark.source.slice(1)
    const group = groups.get(name)
    if (group) group.push(mark)
    else groups.set(name, [mark])
  }
  return groups
}
