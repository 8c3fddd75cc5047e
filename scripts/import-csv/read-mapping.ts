/** Reads the mapping file: which column of a spreadsheet is what. */
import type { Report } from '../../src/diagnostics/diagnostic.ts'
import type { SourceFile } from '../../src/diagnostics/source-file.ts'
import { sourceKeys } from '../../src/graph/file-keys.ts'
import { nfc } from '../../src/names/nfc.ts'
import { isEmpty, readKeys, readList, readMap, readText } from '../../src/yaml/read-values.ts'
import { readYaml } from '../../src/yaml/read-yaml.ts'
import { placeOf, placeOfKey, type YamlEntry, type YamlNode } from '../../src/yaml/yaml-node.ts'
import { edtf, parseFormat, type DateFormat } from './date-format.ts'
import {
  detailKeys,
  type DetailKey,
  type Field,
  type Mapping,
  type Origin,
  type SourceKey,
} from './mapping.ts'

/** What kind of text a key holds, which says how its field may be written. */
type Kind = 'text' | 'type' | 'name' | 'date' | 'quote' | 'property'

const fieldKeys = {
  text: ['column', 'value', 'values', 'prefix'],
  type: ['column', 'value', 'values'],
  name: ['column', 'value', 'values', 'type'],
  date: ['column', 'value', 'values', 'format'],
  quote: ['column', 'value', 'values', 'translation'],
  property: ['column', 'value', 'values', 'format', 'type', 'separator'],
} as const satisfies Record<Kind, readonly string[]>

type FieldKey = (typeof fieldKeys)[Kind][number]

const mappingKeys = [
  'delimiter',
  'empty',
  'subject',
  'relation',
  'agreement',
  'object',
  'id',
  'date',
  'quote',
  'on_behalf_of',
  'according_to',
  ...detailKeys,
  'properties',
  'source',
] as const

/** The names of delimiters and what they stand for. */
export const delimiters: ReadonlyMap<string, string> = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['bar', '|'],
])

interface Reading {
  readonly file: SourceFile
  readonly report: Report
}

/** The mapping in a file. Undefined where a part is at fault without which no row can be read; all is reported. */
export function readMapping(file: SourceFile, report: Report): Mapping | undefined {
  const [document, second] = readYaml(file, report)
  if (document?.failed) return undefined
  if (second) {
    const fault = { fault: 'The mapping has more than one document.', remedy: 'remove the `---` line' }
    report('yaml-syntax', { file, start: second.start, end: second.start + 3 }, fault)
  }
  const reading = { file, report }
  const root = document?.root ?? { kind: 'map' as const, entries: [], start: 0, end: 0 }
  const keys = readKeys(root, mappingKeys, 'the mapping', file, report)
  if (!keys) return undefined
  for (const key of ['subject', 'object'] as const) {
    if (!keys.has(key)) report('missing-key', { file, start: root.start, end: root.start }, missing(key))
  }
  const source = keys.get('source')
  const read = {
    ...readDelimiter(keys.get('delimiter'), reading),
    empty: readEmpty(keys.get('empty'), reading),
    subject: readNames(keys.get('subject'), reading),
    relation: readRelation(keys, root, reading),
    object: readNames(keys.get('object'), reading),
    ...optional('id', readFieldAt(keys.get('id'), 'text', reading)),
    ...optional('date', readFieldAt(keys.get('date'), 'date', reading)),
    ...optional('quote', readFieldAt(keys.get('quote'), 'quote', reading)),
    ...optional('onBehalfOf', readNames(keys.get('on_behalf_of'), reading)),
    ...optional('accordingTo', readNames(keys.get('according_to'), reading)),
    details: readDetails(keys, reading),
    properties: readProperties(keys.get('properties'), reading),
    ...optional('source', source && readSource(source, reading)),
  }
  const { subject, relation, object } = read
  return subject && relation && object && { ...read, subject, relation, object }
}

function missing(key: string): { key: string; of: string } {
  return { key, of: 'The mapping' }
}

/** An object with the key, or none where the value is undefined. */
function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>)
}

function readDelimiter(entry: YamlEntry | undefined, { file, report }: Reading): { delimiter?: string } {
  const text = entry && readText(entry.value, file, report)
  if (!entry || text === undefined) return {}
  const delimiter = delimiters.get(text) ?? [...delimiters.values()].find((sign) => sign === text)
  if (delimiter !== undefined) return { delimiter }
  report('csv-invalid-delimiter', placeOf(file, entry.value), {
    delimiter: text,
    known: [...delimiters.keys()],
  })
  return {}
}

/** One text or a list of them. */
function readEmpty(entry: YamlEntry | undefined, { file, report }: Reading): ReadonlySet<string> {
  if (!entry) return new Set()
  const nodes = entry.value.kind === 'list' ? entry.value.items : [entry.value]
  const texts = nodes.map((node) => readText(node, file, report)).filter((text) => text !== undefined)
  return new Set(texts.map((text) => nfc(text.trim())))
}

/** Exactly one of `relation` and `agreement`; the latter needs `values`. */
function readRelation(
  keys: ReadonlyMap<string, YamlEntry>,
  root: YamlNode,
  reading: Reading,
): Field | undefined {
  const { file, report } = reading
  const relation = keys.get('relation')
  const agreement = keys.get('agreement')
  if (relation && agreement) {
    report('csv-keys-clash', placeOfKey(file, agreement), { key: 'agreement', other: 'relation' })
    return undefined
  }
  const entry = relation ?? agreement
  if (!entry) report('missing-key', { file, start: root.start, end: root.start }, missing('relation'))
  const field = readFieldAt(entry, 'text', reading)
  if (!agreement || !field || field.values) return field
  report('missing-key', placeOfKey(file, agreement), { key: 'values', of: '`agreement`' })
  return undefined
}

function readDetails(keys: ReadonlyMap<string, YamlEntry>, reading: Reading): ReadonlyMap<DetailKey, Field> {
  const details = new Map<DetailKey, Field>()
  for (const key of detailKeys) {
    const field = readFieldAt(keys.get(key), key === 'retracted' ? 'date' : 'text', reading)
    if (field) details.set(key, field)
  }
  return details
}

function readProperties(entry: YamlEntry | undefined, reading: Reading): ReadonlyMap<string, Field> {
  const properties = new Map<string, Field>()
  for (const property of entry ? (readMap(entry.value, reading.file, reading.report) ?? []) : []) {
    const field = readFieldAt(property, 'property', reading)
    if (field) properties.set(nfc(property.key), field)
  }
  return properties
}

/** A text is the column of the `id`. */
function readSource(entry: YamlEntry, reading: Reading): ReadonlyMap<SourceKey, Field> | undefined {
  const { file, report } = reading
  if (entry.value.kind === 'scalar') {
    const id = readField(entry.value, 'text', 'id of a source', reading)
    return id && new Map([['id', id]])
  }
  const keys = readKeys(entry.value, sourceKeys, '`source`', file, report)
  if (!keys) return undefined
  if (!keys.has('id')) report('missing-key', placeOfKey(file, entry), { key: 'id', of: '`source`' })
  const fields = new Map<SourceKey, Field>()
  for (const key of sourceKeys) {
    const kind = key === 'type' ? 'type' : key === 'published' ? 'date' : 'text'
    const node = keys.get(key)?.value
    const field = node && readField(node, kind, key === 'id' ? 'id of a source' : key, reading)
    if (field) fields.set(key, field)
  }
  return fields.has('id') ? fields : undefined
}

function readFieldAt(entry: YamlEntry | undefined, kind: Kind, reading: Reading): Field | undefined {
  return entry && readField(entry.value, kind, entry.key, reading)
}

/** One field, or a list of them of which the first counts that is not empty. */
function readNames(entry: YamlEntry | undefined, reading: Reading): readonly Field[] | undefined {
  if (!entry) return undefined
  const nodes = entry.value.kind === 'list' ? entry.value.items : [entry.value]
  const fields = nodes.map((node) => readField(node, 'name', entry.key, reading))
  if (nodes.length === 0) readText(entry.value, reading.file, reading.report)
  const read = fields.filter((field) => field !== undefined)
  return read.length > 0 && read.length === fields.length ? read : undefined
}

/** A text, which names a column (but a type is written as it is), or a map. */
function readField(node: YamlNode, kind: Kind, what: string, reading: Reading): Field | undefined {
  const { file, report } = reading
  if (node.kind === 'scalar') {
    const text = readText(node, file, report)
    const origin =
      text === undefined ? undefined : originOf(kind === 'type' ? 'value' : 'column', text, node, file)
    return origin && { what, origin, ...(kind === 'date' && { formats: [edtf] }) }
  }
  const keys = readKeys<FieldKey>(node, fieldKeys[kind], `\`${what}\``, file, report)
  const origin = keys && readOrigin(keys, node, what, reading)
  if (!keys || !origin) return undefined
  const { values, prefix, separator } = readTexts(keys, reading)
  const type = keys.get('type')
  const translation = keys.get('translation')
  const formats = readFormats(keys.get('format'), kind, reading)
  return {
    what,
    origin,
    ...values,
    ...prefix,
    ...separator,
    ...optional('formats', formats),
    ...optional('type', type && readField(type.value, 'type', `type of the ${what}`, reading)),
    ...optional('translation', translation && readField(translation.value, 'text', 'translation', reading)),
  }
}

function originOf(kind: Origin['kind'], text: string, node: YamlNode, file: SourceFile): Origin {
  const place = placeOf(file, node)
  return kind === 'column' ? { kind, column: nfc(text.trim()), place } : { kind, text, place }
}

function readOrigin(
  keys: ReadonlyMap<FieldKey, YamlEntry>,
  node: YamlNode,
  what: string,
  { file, report }: Reading,
): Origin | undefined {
  const column = keys.get('column')
  const value = keys.get('value')
  if (column && value) {
    report('csv-keys-clash', placeOfKey(file, value), { key: 'value', other: 'column' })
    return undefined
  }
  const entry = column ?? value
  if (!entry) {
    const place = { file, start: node.start, end: node.start + 1 }
    report('missing-key', place, { key: 'column', of: `\`${what}\`` })
    return undefined
  }
  const text = readText(entry.value, file, report)
  return text === undefined ? undefined : originOf(column ? 'column' : 'value', text, entry.value, file)
}

function readTexts(
  keys: ReadonlyMap<FieldKey, YamlEntry>,
  { file, report }: Reading,
): { values?: Pick<Field, 'values'>; prefix?: Pick<Field, 'prefix'>; separator?: Pick<Field, 'separator'> } {
  const text = (key: 'prefix' | 'separator'): string | undefined => {
    const entry = keys.get(key)
    return entry && readText(entry.value, file, report)
  }
  const entry = keys.get('values')
  const values = entry && readValues(entry.value, { file, report })
  return {
    values: optional('values', values),
    prefix: optional('prefix', text('prefix')),
    separator: optional('separator', text('separator')),
  }
}

function readValues(node: YamlNode, { file, report }: Reading): ReadonlyMap<string, string> | undefined {
  const values = new Map<string, string>()
  for (const { key, value } of readMap(node, file, report) ?? []) {
    const text = readText(value, file, report)
    if (text !== undefined) values.set(nfc(key.trim()), text)
  }
  return values.size > 0 ? values : undefined
}

/** One format or a list of them. A date without one is EDTF; a property without one is no date. */
function readFormats(
  entry: YamlEntry | undefined,
  kind: Kind,
  { file, report }: Reading,
): readonly DateFormat[] | undefined {
  if (!entry || isEmpty(entry.value)) return kind === 'date' ? [edtf] : undefined
  const nodes = entry.value.kind === 'list' ? (readList(entry.value, file, report) ?? []) : [entry.value]
  return nodes.flatMap((node) => {
    const pattern = readText(node, file, report)
    const parsed = pattern === undefined ? undefined : parseFormat(pattern)
    if (parsed?.ok) return [parsed.format]
    if (parsed && pattern !== undefined)
      report('csv-invalid-format', placeOf(file, node), { format: pattern, problem: parsed.problem })
    return []
  })
}
