/** Sources, claims and entities → YAML files as a person would write them. */
import {
  Document,
  Pair,
  Scalar,
  YAMLMap,
  YAMLSeq,
  type CreateNodeOptions,
  type DocumentOptions,
  type ParseOptions,
  type SchemaOptions,
} from 'yaml'
import { formatTriple, parseTriple } from '../../src/claims/arrow.ts'
import type { Claim, Collection, SourceGroup } from './collect-claims.ts'
import { sourceKeys } from '../../src/graph/file-keys.ts'
import type { Quote, Statement } from './statement.ts'

/** Plain scalars stay the text they are when this project reads them, so that `2024` and `no` need no quotes. */
const documentOptions: DocumentOptions & ParseOptions & SchemaOptions & CreateNodeOptions = {
  schema: 'failsafe',
  compat: null,
}

/** The longest line before a text is folded. */
const lineWidth = 110

/** The files by path: the entities once, then a file for each source. Equal collections give equal files. */
export function writeYaml(collection: Collection, csvName: string): ReadonlyMap<string, string> {
  const comment = ` Imported from ${csvName.replace(/\p{Cc}/gu, ' ')}.`
  const files = new Map<string, string>()
  if (collection.entities.size > 0)
    files.set('entities.yaml', print([['entities', entitiesNode(collection.entities)]], comment))
  const taken = new Map([['entities', 2]])
  for (const group of collection.sources) {
    const id = group.keys.get('id')?.text
    files.set(`${fileName(id ?? 'claims', taken)}.yaml`, print(sourceSections(group), comment))
  }
  return files
}

type Section = readonly [key: string, node: YAMLMap | YAMLSeq]

/** A document of sections with an empty line between them. */
function print(sections: readonly Section[], comment: string): string {
  const document = new Document<YAMLMap>(undefined, documentOptions)
  const map = new YAMLMap()
  for (const [name, node] of sections) {
    const key = new Scalar(name)
    if (map.items.length > 0) key.spaceBefore = true
    map.add(new Pair(key, node))
  }
  document.contents = map
  document.commentBefore = comment
  return document.toString({ lineWidth, directives: false, doubleQuotedMinMultiLineLength: Infinity })
}

/** By type, then by name. */
function entitiesNode(entities: ReadonlyMap<string, string>): YAMLMap {
  const sorted = [...entities].sort(([a, typeA], [b, typeB]) => compare(typeA, typeB) || compare(a, b))
  const map = new YAMLMap()
  for (const [name, type] of sorted) {
    const entity = new YAMLMap()
    entity.flow = true
    add(entity, 'type', type)
    map.items.push(new Pair(scalarOf(name), entity))
  }
  return map
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function sourceSections({ keys, claims }: SourceGroup): readonly Section[] {
  const source = new YAMLMap()
  for (const key of sourceKeys) {
    const value = keys.get(key)
    if (value) add(source, key, value.text)
  }
  const list = new YAMLSeq()
  for (const claim of claims) list.items.push(claimNode(claim))
  return source.items.length > 0
    ? [
        ['source', source],
        ['claims', list],
      ]
    : [['claims', list]]
}

/** A bare triple where the claim is nothing more. */
function claimNode({ statement, quotes }: Claim): YAMLMap | Scalar {
  const { id, date, onBehalfOf, accordingTo, details } = statement
  const map = new YAMLMap()
  if (id) add(map, 'id', id.text)
  addTriple(map, statement)
  if (date) add(map, 'date', date.text)
  addQuotes(map, quotes)
  if (onBehalfOf) add(map, 'on_behalf_of', onBehalfOf.text)
  if (accordingTo) add(map, 'according_to', accordingTo.text)
  for (const [key, value] of details) {
    if (typeof value === 'string') add(map, key, value)
    else map.items.push(new Pair(keyOf(key), listOf(value.map(scalarOf))))
  }
  const [only, second] = map.items as Pair<Scalar<string>, Scalar<string>>[]
  return only && !second && only.key.value === 'claim' && only.value ? only.value : map
}

/** In arrow notation where it reads back as it is: a name with an arrow or a dash of its own needs the long form. */
function addTriple(map: YAMLMap, { subject, relation, object }: Statement): void {
  const [from, type, to] = [subject.text, relation.text, object.text]
  const arrow = formatTriple(from, type, to)
  const parsed = parseTriple(arrow)
  if (
    parsed.ok &&
    parsed.subject.text === from &&
    parsed.relation.text === type &&
    parsed.object.text === to
  ) {
    add(map, 'claim', arrow)
    return
  }
  add(map, 'subject', from)
  add(map, 'relation', type)
  add(map, 'object', to)
}

function addQuotes(map: YAMLMap, quotes: readonly Quote[]): void {
  const nodes = quotes.map(quoteNode)
  const [only, second] = nodes
  if (only) map.items.push(new Pair(keyOf('quote'), second ? listOf(nodes) : only))
}

function quoteNode({ exact, translation }: Quote): YAMLMap | Scalar {
  if (translation === undefined) return scalarOf(exact)
  const map = new YAMLMap()
  add(map, 'exact', exact)
  add(map, 'translation', translation)
  return map
}

function add(map: YAMLMap, key: string, text: string): void {
  map.items.push(new Pair(keyOf(key), scalarOf(text)))
}

const keyNodes = new Map<string, Scalar<string>>()

/** A key, whose node is the same every time: nodes are dear, and there are few keys. */
function keyOf(text: string): Scalar<string> {
  const known = keyNodes.get(text)
  if (known) return known
  const node = scalarOf(text)
  keyNodes.set(text, node)
  return node
}

function listOf(items: readonly (YAMLMap | Scalar)[]): YAMLSeq {
  const list = new YAMLSeq()
  list.items.push(...items)
  return list
}

/** Signs that cannot be seen, or that end a line in some programs. */
const unseen = /(?![\t\n])[\p{Cc}\u2028\u2029\uFEFF]/u

/** Plain where YAML allows it; long texts folded, texts of several lines as they stand. */
function scalarOf(text: string): Scalar<string> {
  const scalar = new Scalar(text)
  // As a key, `<<` without quotes would merge maps.
  if (text === '<<' || text === '' || unseen.test(text)) scalar.type = Scalar.QUOTE_DOUBLE
  // Left to itself, package `yaml` folds lines that are long, and then changes white space at their ends.
  else if (text.includes('\n')) scalar.type = Scalar.BLOCK_LITERAL
  else if (text.length > lineWidth - 20) scalar.type = Scalar.BLOCK_FOLDED
  return scalar
}

/**
 * A name for the file of a source that every file system takes. `taken` has the names given so far, in lower case, each
 * with the number that is tried next.
 */
function fileName(id: string, taken: Map<string, number>): string {
  const words = id.normalize('NFC').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? ['source']
  const stem = Array.from(words.join('-')).slice(0, 60).join('')
  const base = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) ? `source-${stem}` : stem
  for (let number = taken.get(base.toLowerCase()) ?? 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${number}`
    if (number > 1 && taken.has(name.toLowerCase())) continue
    taken.set(base.toLowerCase(), number + 1)
    if (number > 1) taken.set(name.toLowerCase(), 2)
    return name
  }
}
