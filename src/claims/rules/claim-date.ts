/** When a claim happened: its own date, or the publication of its source. */
import type { EdtfDate } from '../../dates/edtf.ts'
import type { SourceFile } from '../../diagnostics/source-file.ts'
import type { Relation } from '../../graph/schema.ts'
import { placeOf, type YamlScalar } from '../../yaml/yaml-node.ts'
import type { Check } from '../check.ts'

/** Reads a date as EDTF; undefined where it is none, which is reported. */
export function readDate(scalar: YamlScalar, file: SourceFile, check: Check): EdtfDate | undefined {
  const parsed = check.parseDate(scalar.text)
  if (parsed.ok) return parsed.date
  check.report('invalid-date', placeOf(file, scalar), {
    text: scalar.text,
    problem: parsed.problem,
    suggestion: parsed.hint,
  })
  return undefined
}

/** Reads a date that is only valid if it is a single one, not an interval. */
export function readSingleDate(
  key: string,
  scalar: YamlScalar,
  file: SourceFile,
  check: Check,
): EdtfDate | undefined {
  const date = readDate(scalar, file, check)
  if (!date?.interval) return date
  check.report('interval-not-allowed', placeOf(file, scalar), { key, text: scalar.text })
  return undefined
}

/**
 * Reads the date of a claim. It is only valid if it is EDTF and, where the relation lasts, an interval: a single day
 * does not say from when to when.
 */
export function readClaimDate(
  scalar: YamlScalar,
  relation: Relation,
  file: SourceFile,
  check: Check,
): EdtfDate | undefined {
  const date = readDate(scalar, file, check)
  if (!date || !relation.lasting || date.interval) return date
  const params = { relation: relation.name, date: scalar.text }
  check.report('single-date-on-lasting', placeOf(file, scalar), params)
  return undefined
}
