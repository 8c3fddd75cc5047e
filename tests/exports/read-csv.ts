/** Reads tables of comma-separated values with csv-parse, as strictly as it can. */
import { parse } from 'csv-parse/sync'
import type { ReadEdge, ReadGraph, ReadPart } from './expect-same.ts'

/** The headers, and the rows as text by header; an empty field without quotes is absent. */
export interface ReadTable {
  readonly headers: readonly string[]
  readonly rows: readonly ReadonlyMap<string, string>[]
}

export function readTable(table: string): ReadTable {
  const [headers = [], ...rows] = parse(table, {
    record_delimiter: '\r\n',
    cast: (value, { quoting }) => (value === '' && !quoting ? undefined : value),
  }) as (string | undefined)[][]
  return {
    headers: headers.map(String),
    rows: rows.map(
      (row) =>
        new Map(
          row.flatMap((value, index) =>
            value === undefined ? [] : [[String(headers[index]), value] as const],
          ),
        ),
    ),
  }
}

export function readTables(nodes: string, edges: string): ReadGraph {
  const edgeOf = (row: ReadonlyMap<string, string>): ReadEdge => ({
    ...partOf(row, ['Source', 'Target', 'Type', 'Id', 'Label', 'Kind']),
    from: row.get('Source') ?? '',
    to: row.get('Target') ?? '',
  })
  return {
    nodes: new Map(readTable(nodes).rows.map((row) => [row.get('Id') ?? '', partOf(row, ['Id', 'Label'])])),
    edges: new Map(readTable(edges).rows.map((row) => [row.get('Id') ?? '', edgeOf(row)])),
  }
}

function partOf(row: ReadonlyMap<string, string>, fixed: readonly string[]): ReadPart {
  return {
    label: row.get('Label') ?? '',
    values: new Map([...row].filter(([header]) => !fixed.includes(header))),
  }
}
