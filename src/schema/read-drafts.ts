/** Reads the documents of a graph schema: which types and relations they declare, in what form. */
import type { Report } from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../diagnostics/source-file.ts'
import { stances, type Stance } from '../graph/schema.ts'
import { nearestNames } from '../names/nearest.ts'
import { nfc } from '../names/nfc.ts'
import { isEmpty, readKeys, readMap, readText, reportUnknownKey } from '../yaml/read-values.ts'
import {
  placeOfKey,
  unreadTexts,
  type YamlDocument,
  type YamlEntry,
  type YamlNode,
} from '../yaml/yaml-node.ts'
import type { Declaration, Ends, RelationDraft, SchemaDrafts, TypeDraft } from './drafts.ts'
import { readPropertyDrafts } from './read-property-drafts.ts'
import { readBooleanOf, readName, readNames, readTextOf, type Reading } from './read-written.ts'

/** Marks a declaration as damaged by a fault of its own. */
export type Damage = (kind: Declaration['kind'], name: string) => void

interface DraftsReading {
  readonly types: TypeDraft[]
  readonly relations: RelationDraft[]
  readonly failedTexts: string[]
  readonly report: Report
  readonly damage: Damage
}

/** Reads what documents declare, in the order given. */
export function readDrafts(documents: readonly YamlDocument[], damage: Damage, report: Report): SchemaDrafts {
  const failedTexts = unreadTexts(documents).map(nfc)
  const reading = { types: [], relations: [], failedTexts, report, damage }
  for (const document of documents) readDocument(document, reading)
  return reading
}

const documentKeys = ['types', 'relations']

function readDocument({ file, root }: YamlDocument, reading: DraftsReading): void {
  if (!root) return
  for (const entry of readMapOrFail(root, file, reading)) {
    if (entry.key === 'types') {
      for (const type of readDeclarations(entry.value, file, reading))
        reading.types.push(readType(type, file, reading))
    } else if (entry.key === 'relations') {
      for (const relation of readDeclarations(entry.value, file, reading))
        reading.relations.push(readRelation(relation, file, reading))
    } else {
      reportUnknownKey(entry, 'a graph schema', documentKeys, file, reading.report)
      noteFailed(entry.value, file, reading)
    }
  }
}

function readDeclarations(node: YamlNode, file: SourceFile, reading: DraftsReading): readonly YamlEntry[] {
  return isEmpty(node) ? [] : readMapOrFail(node, file, reading)
}

/** The entries of a map. What is no map is not read, and the names in it are not unknown. */
function readMapOrFail(node: YamlNode, file: SourceFile, reading: DraftsReading): readonly YamlEntry[] {
  const entries = readMap(node, file, reading.report)
  if (!entries) noteFailed(node, file, reading)
  return entries ?? []
}

function noteFailed({ start, end }: YamlNode, file: SourceFile, { failedTexts }: DraftsReading): void {
  failedTexts.push(nfc(file.text.slice(start, end)))
}

function declare(
  kind: Declaration['kind'],
  entry: YamlEntry,
  file: SourceFile,
  { report, damage }: DraftsReading,
): Declaration {
  const name = nfc(entry.key)
  return {
    kind,
    name,
    place: placeOfKey(file, entry),
    report: (code, place, params, related) => {
      damage(kind, name)
      report(code, place, params, related)
    },
    damage: () => {
      damage(kind, name)
    },
  }
}

const typeKeys = ['extends', 'abstract', 'properties', 'note'] as const

/** Nothing but a name declares a type of which nothing more is to be said. */
function readType(entry: YamlEntry, file: SourceFile, drafts: DraftsReading): TypeDraft {
  const declaration = declare('type', entry, file, drafts)
  const reading = { file, report: declaration.report }
  const keys = isEmpty(entry.value)
    ? undefined
    : readKeys(entry.value, typeKeys, 'a type', file, declaration.report)
  const parents = keys?.get('extends')
  return {
    ...declaration,
    parents: (parents && readNames(parents.value, reading)) ?? [],
    abstract: readBooleanOf(keys?.get('abstract'), reading)?.value ?? false,
    properties: readPropertyDrafts(keys?.get('properties'), reading),
    note: readTextOf(keys?.get('note'), reading),
  }
}

const relationKeys = [
  'extends',
  'abstract',
  'from',
  'to',
  'stance',
  'note',
  'codes',
  'properties',
  'exclusive',
  'speaks_for',
  'lasting',
  'denies',
  'label',
] as const

function readRelation(entry: YamlEntry, file: SourceFile, drafts: DraftsReading): RelationDraft {
  const declaration = declare('relation', entry, file, drafts)
  const reading = { file, report: declaration.report }
  const keys = isEmpty(entry.value)
    ? undefined
    : readKeys(entry.value, relationKeys, 'a relation', file, declaration.report)
  const isMap = isEmpty(entry.value) || entry.value.kind === 'map'
  const parent = keys?.get('extends')
  const exclusive = keys?.get('exclusive')
  const label = keys?.get('label')
  return {
    ...declaration,
    parent: parent && readName(parent.value, reading),
    abstract: readBooleanOf(keys?.get('abstract'), reading)?.value ?? false,
    from: isMap ? readEnds(keys?.get('from'), reading) : 'unreadable',
    to: isMap ? readEnds(keys?.get('to'), reading) : 'unreadable',
    stance: readStance(keys?.get('stance'), reading),
    note: readTextOf(keys?.get('note'), reading),
    codes: readCodes(keys?.get('codes'), reading),
    properties: readPropertyDrafts(keys?.get('properties'), reading),
    exclusive: exclusive && readNames(exclusive.value, reading),
    speaksFor: readBooleanOf(keys?.get('speaks_for'), reading),
    lasting: readBooleanOf(keys?.get('lasting'), reading),
    denies: readBooleanOf(keys?.get('denies'), reading),
    label: label && readName(label.value, reading),
  }
}

function readEnds(entry: YamlEntry | undefined, reading: Reading): Ends {
  return entry && (readNames(entry.value, reading) ?? 'unreadable')
}

const stanceWords = [...stances, 'per claim'] as const

function readStance(entry: YamlEntry | undefined, reading: Reading): Stance | 'per claim' | undefined {
  const stance = entry && readName(entry.value, reading)
  if (!stance) return undefined
  const word = stanceWords.find((candidate) => candidate === stance.value)
  if (word) return word
  const nearest = nearestNames(stance.value, stanceWords)
  reading.report('unknown-relation-stance', stance.place, {
    stance: stance.value,
    nearest,
    known: stanceWords,
  })
  return undefined
}

/** Codes are texts: `054` is not 54. */
function readCodes(entry: YamlEntry | undefined, { file, report }: Reading): ReadonlyMap<string, string> {
  const codes = new Map<string, string>()
  const entries = entry && !isEmpty(entry.value) ? readMap(entry.value, file, report) : undefined
  for (const { key, value } of entries ?? []) {
    const code = readText(value, file, report)
    if (code !== undefined) codes.set(nfc(key), code)
  }
  return codes
}
