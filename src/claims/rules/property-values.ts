/** Declared properties of claims, entities and sources: known, complete, and of the declared type. */
import type { Place, SourceFile } from '../../diagnostics/source-file.ts'
import type { PropertyValue, PropertyValues } from '../../graph/knowledge-graph.ts'
import { isA, type Property } from '../../graph/schema.ts'
import { nearestNames } from '../../names/nearest.ts'
import { nfc } from '../../names/nfc.ts'
import { numberForm } from '../../yaml/read-values.ts'
import { placeOf, placeOfKey, type YamlEntry, type YamlNode, type YamlScalar } from '../../yaml/yaml-node.ts'
import type { Check } from '../check.ts'
import { readDate } from './claim-date.ts'
import { findName } from './known-names.ts'

/** What the properties belong to. */
export interface PropertyOwner {
  /** The relation or type, for messages. */
  readonly name: string
  readonly properties: ReadonlyMap<string, Property>
  /** The keys that it has besides, for suggestions. */
  readonly builtInKeys: readonly string[]
  /** Where what is missing is reported. */
  readonly place: Place
}

/** A property as written. */
export interface WrittenProperty {
  /** In NFC. */
  readonly key: string
  readonly entry: YamlEntry
  readonly file: SourceFile
}

const none: PropertyValues = {}

/** The properties that stand in one file. */
export function propertiesIn(file: SourceFile, entries: readonly YamlEntry[]): WrittenProperty[] {
  return entries.map((entry) => ({ key: nfc(entry.key), entry, file }))
}

/**
 * Reads declared properties. They are only valid if each is declared for its relation or type, has a value of the
 * declared type within the declared range, and none that is required is missing. Values at fault are left out.
 */
export function readProperties(
  written: readonly WrittenProperty[],
  owner: PropertyOwner,
  check: Check,
): PropertyValues {
  if (written.length === 0 && owner.properties.size === 0) return none
  const byKey = new Map<string, WrittenProperty>()
  for (const property of written) {
    const { key, entry, file } = property
    // In JSON a key can stand twice in two forms of Unicode.
    if (byKey.has(key)) check.report('duplicate-key', placeOfKey(file, entry), { key })
    else byKey.set(key, property)
    if (!owner.properties.has(property.key)) reportUnknown(property, owner, check)
  }
  const values: [string, PropertyValue][] = []
  for (const property of owner.properties.values()) {
    const found = byKey.get(property.name)
    const value = found && readValue(property, found.entry.value, found.file, check)
    if (value !== undefined) values.push([property.name, value])
    if (!found && property.required) {
      check.report('missing-property', owner.place, { property: property.name, of: owner.name })
    }
  }
  // Own properties even where they are called `__proto__`.
  return Object.fromEntries(values)
}

/** Reports what is wrong with the value of a property that is declared again. */
export function checkValue(
  { key, entry, file }: WrittenProperty,
  properties: ReadonlyMap<string, Property>,
  check: Check,
): void {
  const property = properties.get(key)
  if (property) readValue(property, entry.value, file, check)
}

function reportUnknown({ key, entry, file }: WrittenProperty, owner: PropertyOwner, check: Check): void {
  const nearest = nearestNames(key, [...owner.builtInKeys, ...owner.properties.keys()])
  check.report('unknown-property', placeOfKey(file, entry), { property: key, of: owner.name, nearest })
}

function readValue(
  property: Property,
  node: YamlNode,
  file: SourceFile,
  check: Check,
): PropertyValue | undefined {
  if (!property.list) return readOne(property, node, file, check)
  if (node.kind !== 'list') return wrongValue(property, node, file, check)
  const itemOf = { ...property, list: false }
  const items = node.items.map((item) => readOne(itemOf, item, file, check))
  const read = items.filter((item) => item !== undefined)
  return read.length === items.length ? read : undefined
}

function readOne(
  property: Property,
  node: YamlNode,
  file: SourceFile,
  check: Check,
): string | number | boolean | undefined {
  if (node.kind !== 'scalar' || (node.plain && node.text === ''))
    return wrongValue(property, node, file, check)
  switch (property.kind) {
    case 'text':
      return node.text
    case 'integer':
    case 'number':
      return readNumber(property, node, file, check)
    case 'boolean':
      return readBoolean(property, node, file, check)
    case 'date':
      return readDate(node, file, check)?.text
    case 'url':
      return readUrl(node, file, check)
    case 'entity':
      return readEntity(property, node, file, check)
  }
}

const integer = /^[-+]?(?:0|[1-9][0-9]*)$/

function readNumber(
  property: Property,
  node: YamlScalar,
  file: SourceFile,
  check: Check,
): number | undefined {
  const form = property.kind === 'integer' ? integer : numberForm
  if (!node.plain || !form.test(node.text)) return wrongValue(property, node, file, check)
  const value = Number(node.text) + 0
  const limit = limitBroken(property, value, node.text)
  if (limit === undefined) return value
  check.report('out-of-range', placeOf(file, node), { property: property.name, value: node.text, limit })
  return undefined
}

function limitBroken({ minimum, maximum }: Property, value: number, text: string): string | undefined {
  if (minimum !== undefined && value < minimum) return `at least ${minimum}`
  if (maximum !== undefined && value > maximum) return `at most ${maximum}`
  // Beyond, other digits would be kept than were written.
  if (integer.test(text) && !Number.isSafeInteger(value)) return `between -(2^53 - 1) and 2^53 - 1`
  if (!Number.isFinite(value)) return 'a number that can be held as a 64-bit float'
  return undefined
}

function readBoolean(
  property: Property,
  node: YamlScalar,
  file: SourceFile,
  check: Check,
): boolean | undefined {
  if (node.plain && node.text === 'true') return true
  if (node.plain && node.text === 'false') return false
  return wrongValue(property, node, file, check)
}

/** A link is only valid if it is an absolute http or https address. */
export function readUrl(
  node: YamlScalar,
  file: SourceFile,
  check: Pick<Check, 'report'>,
): string | undefined {
  if (/^https?:\/\//i.test(node.text) && URL.canParse(node.text)) return node.text
  check.report('invalid-url', placeOf(file, node), { text: node.text })
  return undefined
}

function readEntity(
  property: Property,
  node: YamlScalar,
  file: SourceFile,
  check: Check,
): string | undefined {
  const name = { text: nfc(node.text), scalar: node, from: 0, to: node.text.length }
  const target = findName(name, file, check)
  if (!target) return undefined
  const range = property.range ?? 'Entity'
  if (target.type === undefined || check.damagedTypes.has(range) || isA(check.schema, target.type, range)) {
    return target.id
  }
  const params = { property: property.name, name: name.text, type: target.type, range }
  check.report('wrong-range', placeOf(file, node), params)
  return undefined
}

const expectedKinds = {
  text: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  date: 'a date',
  url: 'a web address',
  entity: 'the name of an entity',
} as const

function wrongValue(property: Property, node: YamlNode, file: SourceFile, check: Check): undefined {
  const expected = property.list && node.kind !== 'list' ? 'a list' : expectedKinds[property.kind]
  check.report('wrong-value', placeOf(file, node), {
    property: property.name,
    expected,
    found: describe(node),
    advice: adviceFor(property, node),
  })
  return undefined
}

/** What a node is, in words. */
function describe(node: YamlNode): string {
  if (node.kind === 'list') return 'a list'
  if (node.kind === 'map') return 'a map'
  if (node.plain) return node.text === '' ? 'empty' : `\`${node.text}\``
  return 'text in quotation marks'
}

function adviceFor(property: Property, node: YamlNode): string | undefined {
  if (property.list && node.kind !== 'list') return 'put it in brackets: `[…]`'
  if (node.kind !== 'scalar') return undefined
  if (node.plain && node.text === '') return 'give it a value, or leave the key out'
  switch (property.kind) {
    case 'integer':
    case 'number':
      return numberForm.test(node.text)
        ? property.kind === 'integer' && !integer.test(node.text)
          ? 'write it without a decimal point, or declare the property as `number`'
          : `write ${node.text} without quotation marks`
        : 'write digits without leading zeros, with a point before decimals, such as 51.2'
    case 'boolean':
      return 'write `true` or `false` without quotation marks'
    default:
      return undefined
  }
}
