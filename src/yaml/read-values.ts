/** Reads values of an expected shape, and reports those of another. What is at fault is undefined. */
import type { Report } from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../diagnostics/source-file.ts'
import { nearestNames } from '../names/nearest.ts'
import { nfc } from '../names/nfc.ts'
import { placeOf, placeOfKey, type YamlEntry, type YamlNode } from './yaml-node.ts'

/** Whether nothing is written, as after a key without a value. */
export function isEmpty(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.plain && node.text === ''
}

/** The entries of a map. */
export function readMap(node: YamlNode, file: SourceFile, report: Report): readonly YamlEntry[] | undefined {
  if (node.kind === 'map') return node.entries
  report('expected-map', placeOf(file, node), { found: shapeOf(node) })
  return undefined
}

/** The items of a list. */
export function readList(node: YamlNode, file: SourceFile, report: Report): readonly YamlNode[] | undefined {
  if (node.kind === 'list') return node.items
  report('expected-list', placeOf(file, node), { found: shapeOf(node) })
  return undefined
}

/** The text of a scalar, as written; `""` in quotes is a text, nothing at all is not. */
export function readText(node: YamlNode, file: SourceFile, report: Report): string | undefined {
  if (node.kind === 'scalar' && !isEmpty(node)) return node.text
  report('expected-text', placeOf(file, node), { found: shapeOf(node) })
  return undefined
}

/** `true` or `false`, without quotes. */
export function readBoolean(node: YamlNode, file: SourceFile, report: Report): boolean | undefined {
  if (node.kind === 'scalar' && node.plain && (node.text === 'true' || node.text === 'false'))
    return node.text === 'true'
  report('expected-boolean', placeOf(file, node), { found: describe(node) })
  return undefined
}

/** A number in decimal notation: without leading zeros, which to some programs mean octal. */
export const numberForm = /^[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/

/** A number in decimal notation, without quotes. */
export function readNumber(node: YamlNode, file: SourceFile, report: Report): number | undefined {
  if (
    node.kind === 'scalar' &&
    node.plain &&
    numberForm.test(node.text) &&
    Number.isFinite(Number(node.text))
  )
    return Number(node.text)
  report('expected-number', placeOf(file, node), { found: describe(node) })
  return undefined
}

/**
 * The entries of a map by key, of which `known` are all that `owner` (such as `a relation`) can have. Others are
 * reported and left out.
 */
export function readKeys<K extends string>(
  node: YamlNode,
  known: readonly K[],
  owner: string,
  file: SourceFile,
  report: Report,
): ReadonlyMap<K, YamlEntry> | undefined {
  const entries = readMap(node, file, report)
  if (!entries) return undefined
  const byKey = new Map<K, YamlEntry>()
  for (const entry of entries) {
    const key = known.find((candidate) => candidate === entry.key)
    if (key === undefined) reportUnknownKey(entry, owner, known, file, report)
    else byKey.set(key, entry)
  }
  return byKey
}

/** Reports a key that is none of `known`, which are all that `owner` (such as `a relation`) can have. */
export function reportUnknownKey(
  entry: YamlEntry,
  owner: string,
  known: readonly string[],
  file: SourceFile,
  report: Report,
): void {
  const key = nfc(entry.key)
  report('unknown-key', placeOfKey(file, entry), { key, owner, nearest: nearestNames(key, known), known })
}

function shapeOf(node: YamlNode): 'map' | 'list' | 'text' | 'nothing' {
  if (node.kind !== 'scalar') return node.kind
  return isEmpty(node) ? 'nothing' : 'text'
}

/** A node in words. */
function describe(node: YamlNode): string {
  if (node.kind !== 'scalar') return `a ${node.kind}`
  if (!node.plain) return 'a text in quotes'
  return node.text === '' ? 'nothing' : `\`${node.text}\``
}
