/** Values as text, for formats whose lists are text too. */
import type { PropertyValue } from '../graph/knowledge-graph.ts'
import { legalText, type Owner } from './legal-text.ts'

/**
 * A value as GraphML and CSV have it: numbers as both Java and JavaScript write them, lists as JSON. Throws
 * `ExportError` where it holds an illegal character, even one that JSON could escape.
 */
export function valueText(
  value: PropertyValue,
  format: 'XML' | 'CSV',
  owner: Owner,
  property: string,
): string {
  const text = legalText(String(value), format, owner, property)
  return typeof value === 'object' ? listText(value) : text
}

/**
 * A list as a JSON array. Numbers that JSON does not know, which no checked file holds, are texts: `"Infinity"`.
 * A quotation mark is written as `\u0022`, since the importer of Gephi takes the backslash of `\"` for its own and then
 * reads nothing of a CSV file.
 */
export function listText(list: readonly (string | number | boolean)[]): string {
  const items = list.map((item) => (typeof item === 'number' && !Number.isFinite(item) ? String(item) : item))
  const json = JSON.stringify(items)
  if (!json.includes(String.raw`\"`)) return json
  return json.replaceAll(/\\./g, (escape) => (escape === String.raw`\"` ? String.raw`\u0022` : escape))
}
