/** Nodes of package `yaml` → YamlNode, with the faults that are found on the way. */
import { isMap, isSeq, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Report } from '../diagnostics/diagnostic.ts'
import type { Place, SourceFile } from '../diagnostics/source-file.ts'
import { nfc } from '../names/nfc.ts'
import { firstForbidden, stripForbidden } from './forbidden-characters.ts'
import type { Stretch } from './split-documents.ts'
import {
  placeOf,
  type YamlEntry,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from './yaml-node.ts'

/** The document that is converted, and the list to which the parts are added that are left out. */
export interface Conversion {
  readonly file: SourceFile
  readonly report: Report
  readonly unread: Place[]
  /** Whether forbidden code points stand in the file as such; they have been reported. */
  readonly hasForbidden: boolean
}

/** Converts a node and all below it. The document has no aliases, and its depth is limited. */
export function convertNode(node: ParsedNode, conversion: Conversion): YamlNode {
  if (isMap(node)) return convertMap(node, conversion)
  if (isSeq(node)) return convertList(node, conversion)
  const scalar = convertScalar(node as Scalar.Parsed, conversion)
  if (scalar.plain) warnOfCut(scalar, conversion)
  return scalar
}

function convertList(list: YAMLSeq.Parsed, conversion: Conversion): YamlList {
  const items = list.items.map((item) => convertNode(item, conversion))
  return { kind: 'list', items, ...extentOf(list, items.at(-1)) }
}

function convertMap(map: YAMLMap.Parsed, conversion: Conversion): YamlMap {
  const entries: YamlEntry[] = []
  const keys = new Map<string, YamlScalar>()
  for (const { key: keyNode, value } of map.items) {
    const key = convertKey(keyNode, keys, conversion)
    if (key) {
      const converted = value ? convertNode(value, conversion) : emptyAt(key.end)
      entries.push({ key: key.text, keyStart: key.start, keyEnd: key.end, value: converted })
    } else if (value) {
      conversion.unread.push({ file: conversion.file, start: value.range[0], end: value.range[1] })
    }
  }
  return { kind: 'map', entries, ...extentOf(map, entries.at(-1)?.value) }
}

/** The key, added to the `keys` of its map; undefined where its value cannot be read for its sake, which is reported. */
function convertKey(
  node: ParsedNode,
  keys: Map<string, YamlScalar>,
  conversion: Conversion,
): YamlScalar | undefined {
  const { file, report } = conversion
  if (isMap(node) || isSeq(node)) {
    const found = isMap(node) ? 'map' : 'list'
    report('key-not-text', { file, start: node.range[0], end: node.range[1] }, { found })
    return undefined
  }
  if (node.source === '') {
    report('key-not-text', { file, start: node.range[0], end: node.range[1] }, { found: 'nothing' })
    return undefined
  }
  const key = convertScalar(node as Scalar.Parsed, conversion)
  // Only of forbidden characters, which are reported.
  if (key.text === '') return undefined
  const name = nfc(key.text)
  const first = keys.get(name)
  if (first) {
    const related = { message: `\`${name}\` stands here first`, place: placeOf(file, first) }
    report('duplicate-key', placeOf(file, key), { key: name }, [related])
    return undefined
  }
  keys.set(name, key)
  return key
}

function convertScalar(node: Scalar.Parsed, conversion: Conversion): YamlScalar {
  const plain = node.type === 'PLAIN'
  const [start, end] = trimmedRange(node, conversion.file.text)
  const text = textOf(node, { start, end }, conversion)
  return { kind: 'scalar', text, plain, start, end }
}

/**
 * Package `yaml` puts an empty scalar after the white space behind its key, and the end of a block scalar behind its
 * last line break.
 */
function trimmedRange({ source, type, range }: Scalar.Parsed, text: string): [number, number] {
  let [start, end] = range
  if (source === '' && type === 'PLAIN') {
    while (isBlank(text[start - 1])) start -= 1
    return [start, start]
  }
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED')
    end = start + text.slice(start, end).trimEnd().length
  return [start, end]
}

/** Forbidden characters are left out, so that what follows from them stays quiet. */
function textOf({ source, type }: Scalar.Parsed, { start, end }: Stretch, conversion: Conversion): string {
  const { file, report, hasForbidden } = conversion
  const mayHaveEscapes = type === 'QUOTE_DOUBLE' && source.length < end - start - 2
  if (!hasForbidden && !mayHaveEscapes) return source
  const found = firstForbidden(source)
  if (found === undefined) return source
  if (mayHaveEscapes && firstForbidden(file.text.slice(start, end)) === undefined)
    report('forbidden-character', { file, start, end }, { character: found, others: 0 })
  return stripForbidden(source)
}

/** An unquoted value ends before ` #`: meant as text where no white space follows. */
function warnOfCut({ end }: YamlScalar, { file, report }: Conversion): void {
  let start = end
  while (isBlank(file.text[start])) start += 1
  if (file.text[start] !== '#') return
  const cut = /^#+[^\s#]\S*/.exec(file.text.slice(start, start + 100))?.[0]
  if (cut !== undefined) report('value-cut-short', { file, start, end: start + cut.length }, { cut })
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}

function emptyAt(offset: number): YamlScalar {
  return { kind: 'scalar', text: '', plain: true, start: offset, end: offset }
}

/** A block collection ends with its last value; package `yaml` counts what follows, down to the next line. */
function extentOf({ range, flow }: YAMLMap.Parsed | YAMLSeq.Parsed, last: YamlNode | undefined): Stretch {
  const [start, end] = range
  return { start, end: flow ? end : (last?.end ?? start) }
}
