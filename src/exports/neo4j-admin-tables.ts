/** Decides which tables the importer of Neo4j is given: one for nodes and one for relationships, where it can take all. */
import type { KnowledgeGraph, PropertyValue } from '../graph/knowledge-graph.ts'
import { schemaToJson } from '../graph/schema-json.ts'
import type { NodeRecord, RelationshipRecord } from '../neo4j/records.ts'
import { typesUsed } from '../neo4j/relationship-types.ts'
import type { ValueType } from '../graph/value-types.ts'
import { ExportError } from './export-error.ts'
import { checkedRecords, describeRecord, storedTypeOf, type AnyRecord } from './neo4j-records.ts'

/** A file of rows that have each property in one type. */
export interface Table<T extends AnyRecord> {
  readonly file: string
  /** Of the columns of its properties, such as `earliest:date`. */
  readonly headers: readonly string[]
  /** One field for each of the headers, undefined where the value is absent; none for a record of another table. */
  fields(record: T): readonly (string | undefined)[] | undefined
}

/** What there is to be imported, and how. */
export interface TablePlan {
  readonly nodes: readonly Table<NodeRecord>[]
  readonly relationships: readonly Table<RelationshipRecord>[]
  /** Stands in no item of a list and in no label. */
  readonly arrayDelimiter: string
  /** The length of the longest row of any table, in UTF-16 units. */
  readonly longestRow: number
}

const importerTypes: Readonly<Record<ValueType, string>> = {
  text: 'string',
  integer: 'long',
  float: 'double',
  boolean: 'boolean',
  date: 'date',
}

/** Property names with their type, such as `string[]`. */
type Columns = Map<string, string>

/** Control characters, which hardly any text has; not those that every other text has. */
const possibleDelimiters = /[\u0001-\u0008\u000B\u000C\u000E-\u001F]/g

/**
 * Goes through the whole graph, so that faults are known before anything is written. Throws {@link ExportError} where
 * the importer cannot take something.
 */
export function planTables(graph: KnowledgeGraph, name: string): TablePlan {
  const nodes: Columns[] = []
  const relationships: Columns[] = []
  const usedCharacters = new Set<string>()
  let longestRow = schemaToJson(graph.schema).length + [...typesUsed(graph)].join().length
  for (const record of checkedRecords(graph, name)) {
    checkImportable(record)
    addToTable('label' in record ? nodes : relationships, record)
    for (const text of listedTexts(record))
      for (const [character] of text.matchAll(possibleDelimiters)) usedCharacters.add(character)
    longestRow = Math.max(longestRow, lengthOf(record))
  }
  const arrayDelimiter = freeDelimiter(usedCharacters)
  return {
    nodes: nodes.map((_, index) => tableOf('nodes', nodes, index, arrayDelimiter)),
    relationships: relationships.map((_, index) =>
      tableOf('relationships', relationships, index, arrayDelimiter),
    ),
    arrayDelimiter,
    longestRow,
  }
}

const wayOut = 'use `stancegraph load` or `stancegraph export cypher` instead'

function checkImportable(record: AnyRecord): void {
  const cannot = `${describeRecord(record)} cannot be written for neo4j-admin: `
  if (record.id === '') throw new ExportError(`${cannot}it has an empty id.`)
  for (const [name, value] of Object.entries(record.properties)) {
    if (/[({\r\n]/.test(name)) {
      throw new ExportError(
        `${cannot}its importer takes no property called ${JSON.stringify(name)} (no line break, no \`(\` and no \`{\`); ${wayOut}.`,
      )
    }
    if (typeof value === 'object' && (value.length === 0 || (value.length === 1 && value[0] === ''))) {
      throw new ExportError(
        `${cannot}its importer would drop \`${name}\`, which is ${value.length === 0 ? 'an empty list' : 'a list of one empty text'}; ${wayOut}.`,
      )
    }
  }
}

/** The first table that has none of its properties in another type, or a new one. */
function addToTable(tables: Columns[], record: AnyRecord): void {
  const columns = columnsOf(record)
  const fitting = tables.find((each) => columns.every(([name, type]) => (each.get(name) ?? type) === type))
  const table = fitting ?? new Map<string, string>()
  if (!fitting) tables.push(table)
  for (const [name, type] of columns) table.set(name, type)
}

function columnsOf(record: AnyRecord): readonly (readonly [name: string, type: string])[] {
  return Object.entries(record.properties).map(([name, value]) => {
    const stored = storedTypeOf(record, name, value)
    return [name, stored ? `${importerTypes[stored.type]}${stored.list ? '[]' : ''}` : '']
  })
}

function tableOf<T extends AnyRecord>(
  kind: 'nodes' | 'relationships',
  tables: readonly Columns[],
  index: number,
  arrayDelimiter: string,
): Table<T> {
  const columns = [...(tables[index] ?? [])]
  const isAlone = tables.length === 1
  return {
    file: index === 0 ? `${kind}.csv` : `${kind}-${index + 1}.csv`,
    headers: columns.map(([name, type]) => headerOf(kind, name, type)),
    fields: (record) => {
      if (!isAlone && tableIndexOf(tables, record) !== index) return undefined
      return columns.map(([name]) => fieldOf(record.properties, name, arrayDelimiter))
    },
  }
}

/** The id of a node is what relationships name it by. */
function headerOf(kind: 'nodes' | 'relationships', name: string, type: string): string {
  return kind === 'nodes' && name === 'id' ? 'id:ID' : `${name}:${type}`
}

/** The first that has all of its properties in their types: since a table only grows, there is one. */
function tableIndexOf(tables: readonly Columns[], record: AnyRecord): number {
  const columns = columnsOf(record)
  return tables.findIndex((table) => columns.every(([name, type]) => table.get(name) === type))
}

function fieldOf(
  properties: AnyRecord['properties'],
  name: string,
  arrayDelimiter: string,
): string | undefined {
  const value = Object.hasOwn(properties, name) ? properties[name] : undefined
  if (value === undefined) return undefined
  return typeof value === 'object' ? value.map(textOf).join(arrayDelimiter) : textOf(value)
}

function textOf(value: string | number | boolean): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

/** What stands in fields that the array delimiter takes apart. */
function listedTexts(record: AnyRecord): string[] {
  const lists = Object.values(record.properties).filter((value) => typeof value === 'object')
  const items = lists.flat().filter((item) => typeof item === 'string')
  return 'label' in record ? [...items, ...record.labels] : [...items, record.type]
}

function freeDelimiter(used: ReadonlySet<string>): string {
  for (let code = 0x1f; code > 0; code -= 1) {
    const character = String.fromCharCode(code)
    if (!'\t\n\r'.includes(character) && !used.has(character)) return character
  }
  throw new ExportError(
    `The lists of this graph hold every control character, so that none is left to tell their items apart; ${wayOut}.`,
  )
}

function lengthOf({ properties }: AnyRecord): number {
  const lengths = Object.values(properties).map((value: PropertyValue) => String(value).length)
  return lengths.reduce((sum, length) => sum + length, 0)
}
