/** Reads the values under a key of the graph schema, with their places. */
import type { Report } from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../diagnostics/source-file.ts'
import { nfc } from '../names/nfc.ts'
import { readBoolean, readNumber, readText } from '../yaml/read-values.ts'
import { placeOf, type YamlEntry, type YamlNode } from '../yaml/yaml-node.ts'
import type { Written } from './drafts.ts'

/** Where a declaration is read from. */
export interface Reading {
  readonly file: SourceFile
  readonly report: Report
}

/** A name, in NFC. */
export function readName(node: YamlNode, { file, report }: Reading): Written<string> | undefined {
  const text = readText(node, file, report)
  return text === undefined ? undefined : { value: nfc(text), place: placeOf(file, node) }
}

/** One name, or a list of names; undefined where one of them cannot be read. */
export function readNames(node: YamlNode, reading: Reading): readonly Written<string>[] | undefined {
  const items = node.kind === 'list' ? node.items : [node]
  const names = items.map((item) => readName(item, reading))
  return names.every((name) => name !== undefined) ? names : undefined
}

/** A text as written; undefined where there is no such key. */
export function readTextOf(entry: YamlEntry | undefined, { file, report }: Reading): string | undefined {
  return entry && readText(entry.value, file, report)
}

/** `true` or `false`; undefined where there is no such key. */
export function readBooleanOf(
  entry: YamlEntry | undefined,
  { file, report }: Reading,
): Written<boolean> | undefined {
  if (!entry) return undefined
  const value = readBoolean(entry.value, file, report)
  return value === undefined ? undefined : { value, place: placeOf(file, entry.value) }
}

/** A number; undefined where there is no such key. */
export function readNumberOf(
  entry: YamlEntry | undefined,
  { file, report }: Reading,
): Written<number> | undefined {
  if (!entry) return undefined
  const value = readNumber(entry.value, file, report)
  return value === undefined ? undefined : { value, place: placeOf(file, entry.value) }
}
