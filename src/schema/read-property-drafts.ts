/** Reads `properties:` of a type or relation. */
import { nearestNames } from '../names/nearest.ts'
import { nfc } from '../names/nfc.ts'
import type { PropertyKind } from '../graph/schema.ts'
import { isEmpty, readKeys, readMap } from '../yaml/read-values.ts'
import { placeOf, placeOfKey, type YamlEntry, type YamlNode } from '../yaml/yaml-node.ts'
import type { PropertyDraft, Written } from './drafts.ts'
import { readBooleanOf, readName, readNumberOf, readTextOf, type Reading } from './read-written.ts'

const propertyKeys = ['type', 'range', 'required', 'minimum', 'maximum', 'note'] as const

const propertyKinds: readonly PropertyKind[] = [
  'text',
  'integer',
  'number',
  'boolean',
  'date',
  'url',
  'entity',
]

/** The properties under a key, in file order. */
export function readPropertyDrafts(entry: YamlEntry | undefined, reading: Reading): PropertyDraft[] {
  if (!entry || isEmpty(entry.value)) return []
  const entries = readMap(entry.value, reading.file, reading.report) ?? []
  return entries.map((property) => readPropertyDraft(property, reading))
}

/** `name: number` and `name: [text]` are short for `name: { type: … }`. */
function readPropertyDraft(entry: YamlEntry, reading: Reading): PropertyDraft {
  const { file, report } = reading
  const isMap = entry.value.kind === 'map'
  const keys = isMap ? readKeys(entry.value, propertyKeys, 'a property', file, report) : undefined
  const typeNode = isMap ? keys?.get('type')?.value : entry.value
  const type = typeNode && readKind(typeNode, reading)
  const range = keys?.get('range')
  return {
    name: nfc(entry.key),
    place: placeOfKey(file, entry),
    readable: !typeNode || type !== undefined,
    kind: type?.kind,
    list: type?.list ?? false,
    range: range && readName(range.value, reading),
    required: readBooleanOf(keys?.get('required'), reading),
    minimum: readNumberOf(keys?.get('minimum'), reading),
    maximum: readNumberOf(keys?.get('maximum'), reading),
    note: readTextOf(keys?.get('note'), reading),
  }
}

/** `number`, or `[number]` for a list of numbers. */
function readKind(
  node: YamlNode,
  reading: Reading,
): { kind: Written<PropertyKind>; list: boolean } | undefined {
  const list = node.kind === 'list'
  const [only, another] = list ? node.items : [node]
  if (!only || another) {
    reading.report('property-list-of-one', placeOf(reading.file, node), {})
    return undefined
  }
  const name = readName(only, reading)
  if (!name) return undefined
  const kind = propertyKinds.find((candidate) => candidate === name.value)
  if (kind) return { kind: { value: kind, place: name.place }, list }
  const nearest = nearestNames(name.value, propertyKinds)
  reading.report('unknown-property-type', name.place, { type: name.value, nearest, known: propertyKinds })
  return undefined
}
