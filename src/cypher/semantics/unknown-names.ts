/** Finds names in a query that nothing in the graph has: a slip there gives no rows, and no error. */
import type { PropertyGraph } from '../property-graph.ts'
import { quoted } from '../quoted.ts'
import type { CypherNotice } from '../result.ts'
import type { LabelExpression, Place } from '../syntax/ast.ts'
import { childrenOf } from '../syntax/children.ts'
import type { Analysis } from './analysis.ts'
import { didYouMean } from './faults.ts'

/** The names that something in the graph has. */
export type KnownNames = Pick<PropertyGraph, 'labels' | 'types' | 'propertyKeys'>

/** Which names are meant, how a notice words them, and which there are. */
interface Kind {
  readonly message: (name: string) => string
  readonly names: readonly string[]
}

/** Each name at its first place, in the order of the text. */
export function unknownNames({ statement, variables }: Analysis, known: KnownNames): readonly CypherNotice[] {
  const labels = { names: known.labels, message: (name: string) => `No node has the label ${name}.` }
  const types = { names: known.types, message: (name: string) => `No relationship has the type ${name}.` }
  const keys = { names: known.propertyKeys, message: (name: string) => `Nothing has a property ${name}.` }
  const notices = new Map<string, CypherNotice>()
  const look = (kind: Kind, name: string, { start, end }: Place): void => {
    if (kind.names.includes(name)) return
    const message = kind.message(quoted(name))
    const before = notices.get(message)
    if (before && before.place.start <= start) return
    // Similar names take long to find, and are the same wherever the name stands.
    const hint = before ? before.hint : didYouMean(name, meant(name, kind.names))
    notices.set(message, { message, place: { start, end }, ...(hint !== undefined && { hint }) })
  }
  for (const part of partsOf(statement)) {
    if (isPattern(part)) {
      // Nodes have labels, relationships types.
      for (const label of labelNames(part['labels'])) look(labels, label.name, label)
      for (const type of labelNames(part['types'])) look(types, type.name, type)
      for (const key of keysOf(part['properties'])) look(keys, key.text, key)
    }
    const name = part['kind'] === 'property' ? part['name'] : undefined
    const subject = part['subject'] as object | undefined
    const type = subject && variables.get(subject)?.type
    if (isName(name) && (type === 'node' || type === 'relationship')) look(keys, name.text, name)
  }
  return [...notices.values()].sort((one, other) => one.place.start - other.place.start)
}

/** What begins with an underscore is bookkeeping of a database, which nobody means who does not begin so. */
function meant(name: string, names: readonly string[]): readonly string[] {
  return name.startsWith('_') ? names : names.filter((other) => !other.startsWith('_'))
}

type Part = Readonly<Record<string, unknown>>

/** All objects of a syntax tree, whatever their depth. */
function* partsOf(tree: object): Generator<Part> {
  const left: object[] = [tree]
  for (let part = left.pop(); part; part = left.pop()) {
    yield part as Part
    for (const child of childrenOf(part)) left.push(child)
  }
}

/** Nodes and relationships of patterns have no kind, unlike expressions that have the same parts. */
function isPattern(part: Part): boolean {
  return part['kind'] === undefined && ('labels' in part || 'types' in part || 'properties' in part)
}

function isName(part: unknown): part is Place & { readonly text: string } {
  return typeof part === 'object' && part !== null && 'text' in part
}

/** The labels that an expression of labels names. */
function labelNames(expression: unknown): readonly (Place & { readonly name: string })[] {
  if (typeof expression !== 'object' || expression === null) return []
  return [...partsOf(expression)].flatMap((part) => {
    const label = part as unknown as LabelExpression
    return label.kind === 'label' ? [label] : []
  })
}

/** The keys of a map in a pattern. */
function keysOf(properties: unknown): readonly (Place & { readonly text: string })[] {
  const entries = (properties as { readonly entries?: unknown } | undefined)?.entries
  if (!Array.isArray(entries)) return []
  return entries.flatMap((entry: { readonly key?: unknown }) => (isName(entry.key) ? [entry.key] : []))
}
