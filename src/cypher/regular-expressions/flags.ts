/** Reads the flags of regular expressions. */
import { invalid, peek, take, unsupported, type Flags, type Reader } from './syntax.ts'

const flagNames: ReadonlyMap<string, keyof Flags> = new Map([
  ['i', 'ignoreCase'],
  ['u', 'unicodeCase'],
  ['s', 'dotAll'],
  ['m', 'multiLine'],
  ['x', 'comments'],
  ['U', 'unicodeClasses'],
])

/**
 * Flags: letter* [`-` letter*]
 * Returns what holds after them. Throws an ArgumentError for letters that are no flags.
 */
export function readFlags(reader: Reader): Flags {
  let flags = reader.flags
  let isOn = true
  for (let next = peek(reader); next !== ')' && next !== ':'; next = peek(reader)) {
    const name = flagNames.get(take(reader, 'a flag'))
    if (name) flags = { ...flags, [name]: isOn }
    else if (next === '-' && isOn) isOn = false
    else if (next === 'd') throw unsupported(reader, 'the flag d', 'Leave it out.')
    else throw invalid(reader, `there is no flag ${next ?? ''}`)
  }
  return flags
}
