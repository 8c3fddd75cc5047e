/** Rule: nothing extends itself. */
import type { Ordering, Step } from '../parents-first.ts'

/**
 * A graph schema is only valid if no type and no relation extends itself, directly or through others. A circle is
 * reported once, at its `extends` that stands first. `positions` says in which order the declarations stand.
 */
export function reportCircles({ circles }: Ordering, positions: ReadonlyMap<string, number>): void {
  for (const circle of circles) reportCircle(circle, positions)
}

function reportCircle(circle: readonly Step[], positions: ReadonlyMap<string, number>): void {
  const positionOf = ({ heir }: Step) => positions.get(heir.name) ?? 0
  const first = circle.reduce((earliest, step) => (positionOf(step) < positionOf(earliest) ? step : earliest))
  const at = circle.indexOf(first)
  const others = [...circle.slice(at + 1), ...circle.slice(0, at)]
  const { kind, name, report } = first.heir
  const related = others.map((step) => ({
    message: `\`${step.heir.name}\` extends \`${step.parent.value}\` here`,
    place: step.parent.place,
  }))
  for (const { heir } of others) heir.damage()
  report(
    'extends-itself',
    first.parent.place,
    { kind, name, through: others.map(({ heir }) => heir.name) },
    related,
  )
}
