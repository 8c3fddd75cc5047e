/** Typed columns for the properties of nodes or edges, for formats that declare what a column holds. */
import type { PropertyValue, PropertyValues } from '../graph/knowledge-graph.ts'
import type { Property } from '../graph/schema.ts'

type ScalarType = 'text' | 'number' | 'integer' | 'boolean'

/** What the values of a column are. */
export type ColumnType = ScalarType | `list of ${ScalarType}`

/** The properties of one node or edge, and those that its type or relation declares. */
export interface Row {
  readonly properties: PropertyValues
  readonly declared: ReadonlyMap<string, Property> | undefined
}

/** A column holds values of one property and one type. */
export interface Column {
  /** `0`, `1`, …: property names are no ids everywhere (Gephi takes `Share` and `share` for one column). */
  readonly id: string
  readonly property: string
  readonly type: ColumnType
  /** The property's name, and its type where the property has several, as in `share (number)`. */
  readonly title: string
}

/** A value and the column that it goes into. */
export interface Cell {
  readonly column: Column
  readonly value: PropertyValue
}

export interface Columns {
  /** In the order in which the rows first have them. */
  readonly all: readonly Column[]
  /** The cells of one of the rows. Empty lists have none. */
  cells(row: Row): Cell[]
}

/** Takes rows, and then gives the columns that they need. */
export interface ColumnCollector {
  add(row: Row): void
  columns(): Columns
}

/**
 * Finds columns for all properties but those to `leaveOut`. Where two rows have values of different types for one
 * property, each type has its own column.
 */
export function collectColumns(leaveOut: readonly string[]): ColumnCollector {
  /** The types of each property, with the id of their column. */
  const found = new Map<string, Map<ColumnType, string>>()
  let count = 0
  return {
    add: (row) => {
      for (const property of Object.keys(row.properties)) {
        const type = typeOf(row, property)
        const known = found.get(property)
        if (type === undefined || known?.has(type) === true || leaveOut.includes(property)) continue
        if (known) known.set(type, String(count))
        else found.set(property, new Map([[type, String(count)]]))
        count += 1
      }
    },
    columns: () => {
      const columns = new Map(
        Array.from(found, ([property, types]) => [property, columnsFor(property, types)]),
      )
      const all = [...columns.values()].flatMap((byType) => [...byType.values()])
      return { all: all.sort((a, b) => Number(a.id) - Number(b.id)), cells: (row) => cellsOf(columns, row) }
    },
  }
}

function columnsFor(property: string, types: ReadonlyMap<ColumnType, string>): Map<ColumnType, Column> {
  const titleOf = (type: ColumnType): string => (types.size === 1 ? property : `${property} (${type})`)
  return new Map(Array.from(types, ([type, id]) => [type, { id, property, type, title: titleOf(type) }]))
}

function cellsOf(columns: ReadonlyMap<string, ReadonlyMap<ColumnType, Column>>, row: Row): Cell[] {
  const cells: Cell[] = []
  for (const property of Object.keys(row.properties)) {
    const value = row.properties[property]
    const type = typeOf(row, property)
    if (value === undefined || type === undefined) continue
    const column = columns.get(property)?.get(type)
    if (column) cells.push({ column, value })
  }
  return cells
}

const listTypes = {
  text: 'list of text',
  number: 'list of number',
  integer: 'list of integer',
  boolean: 'list of boolean',
} as const

/** The type of a row's value; undefined for an empty list. */
function typeOf({ properties, declared }: Row, property: string): ColumnType | undefined {
  const value = properties[property]
  const kind = declared?.get(property)?.kind
  if (typeof value !== 'object') return value === undefined ? undefined : scalarTypeOf(value, kind)
  const [type, ...others] = new Set(value.map((item) => scalarTypeOf(item, kind)))
  if (type === undefined) return undefined
  if (others.length === 0) return listTypes[type]
  return value.every((item) => typeof item === 'number') ? 'list of number' : 'list of text'
}

/** Values decide, since a program may build a graph without asking the schema; it only tells 3 from 3.0. */
function scalarTypeOf(value: string | number | boolean, kind: Property['kind'] | undefined): ScalarType {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'string') return 'text'
  return kind !== 'number' && Number.isSafeInteger(value) ? 'integer' : 'number'
}
