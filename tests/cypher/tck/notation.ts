/** Writes values in one form each, in the TCK's notation, so that equal values have equal texts. */
import { floatText, isList, isMap } from '../../../src/cypher/result-json.ts'
import type { CypherMap, CypherPath, CypherRelationship, CypherValue } from '../../../src/cypher/result.ts'

/** How to write. */
export interface NotationOptions {
  /** Items of lists in the order of their texts: lists with the same items in another order are then equal. */
  readonly ignoreListOrder: boolean
}

/** The notation of a value. Integers and floats differ (`1`, `1.0`); a date or time is written as a string of its text. */
export function notationOf(value: CypherValue, options: NotationOptions): string {
  // The TCK does not tell -0.0 from 0.0.
  if (typeof value === 'number') return floatText(value + 0)
  if (typeof value === 'string') return stringText(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (isList(value)) return listText(value, options)
  if (isMap(value)) return mapText(value, options)
  return entityText(value, options)
}

type Entity = Extract<CypherValue, { readonly kind: string }>

function entityText(value: Entity, options: NotationOptions): string {
  switch (value.kind) {
    case 'node': {
      const labels = [...value.labels].sort().map((label) => `:${label}`)
      return `(${labels.join('')}${propertiesText(value.properties, labels.length > 0, options)})`
    }
    case 'relationship':
      return relationshipText(value, options)
    case 'path':
      return pathText(value, options)
    case 'point':
      return `point ${value.srid} ${value.coordinates.join(' ')}`
    case 'bytes':
      return `bytes ${value.bytes.join(' ')}`
    default:
      return stringText(value.text)
  }
}

function relationshipText({ type, properties }: CypherRelationship, options: NotationOptions): string {
  return `[:${type}${propertiesText(properties, true, options)}]`
}

function pathText({ nodes, relationships }: CypherPath, options: NotationOptions): string {
  const steps = nodes.map((node, index) => {
    const relationship = relationships[index - 1]
    if (!relationship) return entityText(node, options)
    const text = relationshipText(relationship, options)
    const arrow = relationship.to === node.elementId ? `-${text}->` : `<-${text}-`
    return `${arrow}${entityText(node, options)}`
  })
  return `<${steps.join('')}>`
}

function propertiesText(properties: CypherMap, spaced: boolean, options: NotationOptions): string {
  if (properties.size === 0) return ''
  return `${spaced ? ' ' : ''}${mapText(properties, options)}`
}

function mapText(map: CypherMap, options: NotationOptions): string {
  const entries = [...map].map(([key, value]) => `${key}: ${notationOf(value, options)}`)
  return `{${entries.sort().join(', ')}}`
}

function listText(list: readonly CypherValue[], options: NotationOptions): string {
  const items = list.map((item) => notationOf(item, options))
  if (options.ignoreListOrder) items.sort()
  return `[${items.join(', ')}]`
}

function stringText(text: string): string {
  return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`
}
