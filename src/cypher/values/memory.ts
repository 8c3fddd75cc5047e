/** Estimates how much memory values take. */
import type { Budget } from '../context.ts'
import { isEntity, isList, isMap, type PathValue, type Value } from '../value.ts'

/** In bytes: a place in a list or a row, what a text or a date takes at least, a number, a list, a map, and its entries. */
const [place, object, number, emptyList, emptyMap, mapEntry] = [8, 40, 24, 48, 160, 64]

/** More than this is not counted of a single value. */
const mostCounted = 2 ** 31

/**
 * The bytes of a value with all that it holds, roughly, but at most so many. What it holds several times is counted as often;
 * nodes and relationships are the graph's.
 */
export function roughBytes(value: Value, most = mostCounted): number {
  if (!hasParts(value)) return Math.min(most, partlessBytes(value))
  let bytes = 0
  const open: Parts[] = [value]
  for (let parts = open.pop(); parts && bytes < most; parts = open.pop()) {
    bytes += placesBytes(parts)
    if ('kind' in parts) continue
    for (const part of parts.values()) {
      if (hasParts(part)) open.push(part)
      else bytes += partlessBytes(part)
      if (bytes >= most) break
    }
  }
  return Math.min(most, bytes)
}

/** A value that holds others. */
type Parts = Extract<Value, readonly Value[] | ReadonlyMap<string, Value> | { readonly kind: 'path' }>

function hasParts(value: Value): value is Parts {
  if (typeof value !== 'object' || value === null) return false
  return isList(value) || isMap(value) || value.kind === 'path'
}

function placesBytes(parts: Parts): number {
  if (isList(parts)) return emptyList + place * parts.length
  if (isMap(parts)) return emptyMap + mapEntry * parts.size
  return object + 2 * emptyList + place * (parts.nodes.length + parts.relationships.length)
}

function partlessBytes(value: Value): number {
  switch (typeof value) {
    case 'boolean':
      return 0
    case 'string':
      return object + 2 * value.length
    case 'object':
      return value === null || isEntity(value) ? 0 : object
    default:
      return number
  }
}

/** The length up to which the memory of a text is not counted where it is made. */
const shortText = 64

/**
 * The bytes that an item takes in a list that is being made, beside what was counted when the item itself was made. A long
 * text was, or it is somebody else's.
 */
export function itemBytes(item: Value): number {
  if (typeof item === 'string') return place + object + 2 * Math.min(item.length, shortText)
  return typeof item === 'bigint' || typeof item === 'number' ? place + number : place
}

/** What a node or a relationship takes when it is given to the outside, beside its properties. */
const entity = 250

/** The bytes of a value when it is given to the outside, beside those that it holds. */
export function publicBytes(value: Value): number {
  if (typeof value !== 'object') return place + partlessBytes(value)
  if (hasParts(value)) return place + placesBytes(value) + ('kind' in value ? pathBytes(value) : 0)
  return place + (isEntity(value) ? entity : partlessBytes(value))
}

/** All of its nodes and relationships are made anew. */
function pathBytes({ nodes, relationships }: PathValue): number {
  return entity * (nodes.length + relationships.length)
}

/** Counts of all that was made since then only one value, as nothing else of it is of use any more. */
export function countOnly(value: Value, madeBefore: number, budget: Budget): void {
  const made = budget.made - madeBefore
  if (made > 0) budget.made = madeBefore + roughBytes(value, made)
}

/** Counts a list that is made of these items, as far as they were not counted when they were made. */
export function countItems(items: readonly Value[], budget: Budget): void {
  let bytes = emptyList
  for (const item of items) bytes += itemBytes(item)
  budget.make(bytes)
}

/** Counts a map that is made of these entries, likewise. */
export function countEntries(map: ReadonlyMap<string, Value>, budget: Budget): void {
  let bytes = emptyMap
  for (const value of map.values()) bytes += mapEntry + itemBytes(value)
  budget.make(bytes)
}

/** Measures rows of values one after another, in bytes. */
export type MeasureRow = (values: readonly Value[]) => number

/**
 * Begins to measure rows. A list that has the same place in a row as in the row before is not gone through again; where all
 * rows are kept it is not counted again either.
 */
export function beginMeasuring(areAllKept: boolean): MeasureRow {
  const before: { value: Value; bytes: number }[] = []
  return (values) => {
    let bytes = emptyList + place * values.length
    for (let index = 0; index < values.length; index++) {
      const value = values[index] as Value
      const last = before[index]
      if (!hasParts(value)) bytes += partlessBytes(value)
      else if (last?.value === value) bytes += areAllKept ? 0 : last.bytes
      else {
        const counted = roughBytes(value)
        before[index] = { value, bytes: counted }
        bytes += counted
      }
    }
    return bytes
  }
}
