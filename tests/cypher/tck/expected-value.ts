/** Reads values as the TCK writes them in its tables. */
import type {
  CypherMap,
  CypherNode,
  CypherPath,
  CypherRelationship,
  CypherValue,
} from '../../../src/cypher/result.ts'

/**
 * The value that a cell of a table stands for: `1`, `1.0`, `'text'`, `[1, 2]`, `{a: 1}`, `(:A {p: 1})`, `[:T]`,
 * `<(:A)-[:T]->(:B)>`. Nodes get their `elementId` by where they stand. Throws where the notation is not known.
 */
export function parseExpected(text: string): CypherValue {
  const reader: Reader = { text, at: 0, nodes: 0 }
  const value = readValue(reader)
  skipSpace(reader)
  if (reader.at < text.length) raise(reader)
  return value
}

interface Reader {
  readonly text: string
  at: number
  /** How many have been read. */
  nodes: number
}

/** value = list | relationship | map | node | path | string | word ; */
function readValue(reader: Reader): CypherValue {
  skipSpace(reader)
  if (/^\[\s*:/.test(reader.text.slice(reader.at))) return readRelationship(reader, '', '')
  if (take(reader, '[')) return readItems(reader, ']', readValue)
  if (take(reader, '{')) return readMap(reader)
  if (reader.text[reader.at] === '(') return readNode(reader)
  if (take(reader, '<')) return readPath(reader)
  const string = takeText(reader, /'(?:\\.|[^'\\])*'/sy)
  return string === undefined ? readWord(reader) : unescape(string)
}

/** items = [ item, { ",", item } ], close ; */
function readItems<Item>(reader: Reader, close: string, readItem: (reader: Reader) => Item): Item[] {
  const items: Item[] = []
  while (!take(reader, close)) {
    if (items.length > 0) expect(reader, ',')
    items.push(readItem(reader))
  }
  return items
}

/** map = [ key, ":", value, { ",", key, ":", value } ], "}" ; */
function readMap(reader: Reader): CypherMap {
  return new Map(
    readItems(reader, '}', (): [string, CypherValue] => {
      const key = readName(reader)
      expect(reader, ':')
      return [key, readValue(reader)]
    }),
  )
}

/** node = "(", { ":", label }, [ map ], ")" ; */
function readNode(reader: Reader): CypherNode {
  const elementId = String(reader.nodes++)
  expect(reader, '(')
  const labels: string[] = []
  while (take(reader, ':')) labels.push(readName(reader))
  const properties = readProperties(reader)
  expect(reader, ')')
  return { kind: 'node', elementId, labels, properties }
}

/** relationship = "[", ":", type, [ map ], "]" ; */
function readRelationship(reader: Reader, from: string, to: string): CypherRelationship {
  expect(reader, '[')
  expect(reader, ':')
  const type = readName(reader)
  const properties = readProperties(reader)
  expect(reader, ']')
  return { kind: 'relationship', elementId: '', type, from, to, properties }
}

function readProperties(reader: Reader): CypherMap {
  return take(reader, '{') ? readMap(reader) : new Map()
}

/** path = node, { "-", relationship, "->", node | "<-", relationship, "-", node }, ">" ; */
function readPath(reader: Reader): CypherPath {
  const nodes = [readNode(reader)]
  const relationships: CypherRelationship[] = []
  while (!take(reader, '>')) {
    const left = take(reader, '<-')
    if (!left) expect(reader, '-')
    const relationship = readRelationship(reader, '', '')
    expect(reader, left ? '-' : '->')
    const [before, after] = [String(reader.nodes - 1), String(reader.nodes)]
    relationships.push({
      ...relationship,
      ...(left ? { from: after, to: before } : { from: before, to: after }),
    })
    nodes.push(readNode(reader))
  }
  return { kind: 'path', nodes, relationships }
}

const words = new Map<string, CypherValue>([
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
])

function readWord(reader: Reader): CypherValue {
  const word = takeText(reader, /[\w.+-]+/y) ?? raise(reader)
  const value = words.get(word)
  if (value !== undefined) return value
  if (/^[+-]?\d+$/.test(word)) return BigInt(word)
  const number = Number(word)
  return Number.isNaN(number) ? raise(reader) : number
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
])

function unescape(quoted: string): string {
  return quoted.slice(1, -1).replaceAll(/\\(.)/gs, (_, escaped: string) => escapes.get(escaped) ?? escaped)
}

function readName(reader: Reader): string {
  skipSpace(reader)
  const quoted = takeText(reader, /`[^`]*`/y)
  if (quoted !== undefined) return quoted.slice(1, -1)
  return takeText(reader, /[\p{L}_][\p{L}\p{N}_]*/uy) ?? raise(reader)
}

/** The text that matches here; undefined, with nothing taken, where none does. */
function takeText(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.text)?.[0]
  reader.at += found?.length ?? 0
  return found
}

function take(reader: Reader, sign: string): boolean {
  skipSpace(reader)
  if (!reader.text.startsWith(sign, reader.at)) return false
  reader.at += sign.length
  return true
}

function expect(reader: Reader, sign: string): void {
  if (!take(reader, sign)) raise(reader)
}

function skipSpace(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at++
}

function raise({ text, at }: Reader): never {
  throw new Error(`not a value at ${at}: ${text}`)
}
