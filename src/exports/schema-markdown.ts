/** Writes a graph schema as a page for people who code claims. */
import {
  builtInTypes,
  type EntityType,
  type GraphSchema,
  type Property,
  type Relation,
} from '../graph/schema.ts'
import { inOrder } from './in-order.ts'

/** The graph schema as Markdown: its relations with their notes, then its types, each in the order of names. */
export function schemaMarkdown(schema: GraphSchema): string {
  const relations = inOrder(schema.relations)
  const types = inOrder(schema.types).filter(({ name }) => !builtInTypes.some((builtIn) => builtIn === name))
  return [
    '# Graph schema\n',
    '## Relations\n',
    '| relation | from | to | stance | meaning |\n|---|---|---|---|---|',
    ...relations.map(relationRow),
    '\n## Properties of relations\n',
    '| relation | property | values | meaning |\n|---|---|---|---|',
    ...relations.flatMap(propertyRows),
    '\n## Types\n',
    '| type | extends | properties | meaning |\n|---|---|---|---|',
    ...types.map(typeRow),
    '',
  ].join('\n')
}

function relationRow(relation: Relation): string {
  const { name, abstract, from, to, stance = '', note = '', codes } = relation
  const marks = [
    ...(abstract ? ['abstract'] : []),
    ...(relation.speaksFor ? ['speaks for'] : []),
    ...(relation.lasting && !relation.speaksFor ? ['lasting'] : []),
    ...(relation.denies ? ['denies'] : []),
    ...Array.from(codes, ([scheme, code]) => `${scheme.toUpperCase()} ${code}`),
  ]
  const meaning = [note, marks.length > 0 ? `(${marks.join(', ')})` : '']
    .filter((part) => part !== '')
    .join(' ')
  return row([name, from.join(', '), to.join(', '), stance, meaning])
}

function propertyRows(relation: Relation): string[] {
  return Array.from(relation.properties.values(), (property) =>
    row([relation.name, property.name, valuesText(property), property.note ?? '']),
  )
}

/** What values a property takes: `number, 0 to 100, required`. */
function valuesText({ kind, list, range, minimum, maximum, required }: Property): string {
  const what = range === undefined ? kind : `${kind} of type ${range}`
  const limits =
    minimum !== undefined && maximum !== undefined
      ? [`${minimum} to ${maximum}`]
      : [
          ...(minimum === undefined ? [] : [`at least ${minimum}`]),
          ...(maximum === undefined ? [] : [`at most ${maximum}`]),
        ]
  return [list ? `list of ${what}` : what, ...limits, ...(required ? ['required'] : [])].join(', ')
}

function typeRow({ name, parents, abstract, properties, note = '' }: EntityType): string {
  const meaning = [note, abstract ? '(abstract)' : ''].filter((part) => part !== '').join(' ')
  return row([name, parents.join(', '), [...properties.keys()].join(', '), meaning])
}

/** A row of a table: in a cell, a bar would begin the next one and a line break end the table. Notes may be Markdown. */
function row(cells: readonly string[]): string {
  const safe = cells.map((cell) => cell.replace(/[\\|<]/g, '\\$&').replace(/\s+/g, ' '))
  return `| ${safe.join(' | ')} |`
}
