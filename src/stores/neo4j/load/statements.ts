/** The Cypher that writes what differs: each query takes rows, in which every value has a fixed place. */
import { escapeName } from '../../../neo4j/escape-name.ts'
import type { BaseLabel } from '../../../neo4j/records.ts'
import { byId } from '../cypher-patterns.ts'

/** Which properties a query sets. */
export interface Columns {
  /** In the order in which the values stand in a row; null where a thing has none. */
  readonly names: readonly string[]
  /** Those that others of ours have had before, and which must go. */
  readonly gone: readonly string[]
}

/** Creates nodes with these labels. A row holds the values. */
export function createNodes(labels: readonly string[], { names }: Columns): string {
  return `UNWIND $rows AS row CREATE (x${labelled(labels)} ${written(names, 0)})${counted}`
}

/** Changes nodes in place; labels and properties that are not named stay. A row holds the id and the values. */
export function changeNodes(
  label: BaseLabel,
  labels: { readonly now: readonly string[]; readonly gone: readonly string[] },
  { names, gone }: Columns,
): string {
  const remove = labels.gone.length > 0 ? ` REMOVE x${labelled(labels.gone)}` : ''
  return (
    `UNWIND $rows AS row MATCH (x:${label} {_graph: $name, id: row[0]}) ${byId('x', label)}${remove} ` +
    `SET x${labelled(labels.now)} SET x += ${written(names, 1, gone)}${counted}`
  )
}

/** The type of relationships and the base labels of the nodes at their ends. */
export interface RelationshipShape {
  readonly type: string
  readonly from: BaseLabel
  readonly to: BaseLabel
}

/** Creates relationships. A row holds the ids of both ends and the values. */
export function createRelationships(shape: RelationshipShape, { names }: Columns): string {
  return `UNWIND $rows AS row ${ends(shape)} CREATE (a)-[x:${escapeName(shape.type)} ${written(names, 2)}]->(b)${counted}`
}

/**
 * Changes relationships: in place where type and ends are the same, else by others in their place, which take over
 * what is not ours. A row holds the ids of both ends, the relationship's id and the values.
 */
export function changeRelationships(
  shape: RelationshipShape,
  formerType: string,
  { names, gone }: Columns,
): string {
  const type = escapeName(shape.type)
  const values = written(names, 3, gone)
  const isSame = formerType === shape.type ? 'startNode(old) = a AND endNode(old) = b' : 'false'
  return (
    `UNWIND $rows AS row MATCH ()-[old:${escapeName(formerType)} {_graph: $name, id: row[2]}]->() ` +
    `${byId('old', escapeName(formerType))} ` +
    `${ends(shape)} WITH row, a, b, old, properties(old) AS before, ${isSame} AS same ` +
    `FOREACH (_ IN CASE WHEN same THEN [1] ELSE [] END | SET old += ${values}) ` +
    // The one in its place has its id, so it must be gone first.
    `FOREACH (_ IN CASE WHEN same THEN [] ELSE [1] END | DELETE old ` +
    `CREATE (a)-[x:${type}]->(b) SET x = before SET x += ${values})${counted}`
  )
}

/** Removes relationships. A row holds the id. */
export function removeRelationships(type: string): string {
  return `UNWIND $rows AS row MATCH ()-[x:${escapeName(type)} {_graph: $name, id: row[0]}]->() ${byId('x', escapeName(type))} DELETE x`
}

/**
 * Removes nodes on which nothing hangs that is not ours, then takes the others out of the graph. A row holds the id. Only
 * relationships of ours are removed with a node, so that one that somebody adds in this moment fails the transaction: a
 * node with relationships cannot be deleted.
 */
export function removeNodes(label: BaseLabel): readonly string[] {
  const match = `UNWIND $rows AS row MATCH (x:${label} {_graph: $name, id: row[0]}) ${byId('x', label)}`
  return [
    `${match} WHERE NOT EXISTS { (x)-[r]-() WHERE ${isForeign} } OPTIONAL MATCH (x)-[r {_graph: $name}]-() DELETE r, x`,
    `${match} REMOVE x._fingerprint`,
  ]
}

/** How many relationships that are not ours hang on nodes. A row holds the id. */
export function countForeign(label: BaseLabel): string {
  return (
    `UNWIND $rows AS row MATCH (x:${label} {_graph: $name, id: row[0]}) ${byId('x', label)} ` +
    `WITH x.id AS id, COUNT { (x)-[r]-() WHERE ${isForeign} } AS relationships ` +
    'WHERE relationships > 0 RETURN id, toFloat(relationships)'
  )
}

const isForeign = '(r._graph IS NULL OR r._graph <> $name)'

/** How many rows found their place: fewer than there are where somebody has changed the database since it was read. */
const counted = ' RETURN toFloat(count(*))'

function ends({ from, to }: RelationshipShape): string {
  return (
    `MATCH (a:${from} {_graph: $name, id: row[0]}) ${byId('a', from)} ` +
    `MATCH (b:${to} {_graph: $name, id: row[1]}) ${byId('b', to)}`
  )
}

function labelled(labels: readonly string[]): string {
  return labels.map((label) => `:${escapeName(label)}`).join('')
}

/** A map of values from `row`, with those that must go as null. */
function written(names: readonly string[], first: number, gone: readonly string[] = []): string {
  const values = names.map((name, index) => `${escapeName(name)}: row[${first + index}]`)
  return `{${[...values, ...gone.map((name) => `${escapeName(name)}: null`)].join(', ')}}`
}
