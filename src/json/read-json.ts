/** One line of JSON → values that know their place in it, or a diagnostic. */
import type { Report } from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../diagnostics/source-file.ts'
import { firstForbidden, stripForbidden } from '../yaml/forbidden-characters.ts'
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from '../yaml/yaml-node.ts'

/** Lists and maps can be nested this deep, as in YAML. */
const depthLimit = 64

/** What ends the reading of a line, and where. */
class JsonFault extends Error {
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/**
 * Reads a JSON document (RFC 8259) in the form that YAML has: strings are quoted scalars; numbers, `true` and `false`
 * plain ones with the text that is written; `null` is nothing. It does not throw: a fault of syntax is reported, and
 * undefined returned. Unlike `JSON.parse` it keeps places and numbers as written, and does not drop repeated keys.
 */
export function readJson(file: SourceFile, report: Report): YamlNode | undefined {
  try {
    return new Reader(file, report).readDocument()
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error
    const start = Math.min(error.at, file.text.length)
    report(
      'json-syntax',
      { file, start, end: Math.min(start + 1, file.text.length) },
      { fault: error.message },
    )
    return undefined
  }
}

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** What is neither a string, a list nor a map. */
const literal = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y

/** Finds an entry by its key as entries are added: few by looking through them, many by a map. */
function finderIn(entries: readonly YamlEntry[]): (key: string) => YamlEntry | undefined {
  let byKey: Map<string, YamlEntry> | undefined
  return (key) => {
    if (entries.length < 20) {
      for (const entry of entries) if (entry.key === key) return entry
      return undefined
    }
    byKey ??= new Map()
    for (let i = byKey.size; i < entries.length; i += 1) {
      const entry = entries[i]
      if (entry) byKey.set(entry.key, entry)
    }
    return byKey.get(key)
  }
}

/** Holds the place that reading has come to: the one thing that all its functions change. */
class Reader {
  readonly #file: SourceFile
  readonly #text: string
  readonly #report: Report
  /** Whether forbidden characters may stand in a string, by themselves or as an escape. */
  readonly #isSuspect: boolean
  #at = 0

  constructor(file: SourceFile, report: Report) {
    this.#file = file
    this.#text = file.text
    this.#report = report
    this.#isSuspect = this.#text.includes('\\u') || firstForbidden(this.#text) !== undefined
  }

  readDocument(): YamlNode {
    const node = this.#readValue(0)
    this.#skipSpace()
    if (this.#at < this.#text.length) throw this.#fault('Something follows after the end of the value.')
    return node
  }

  #readValue(depth: number): YamlNode {
    this.#skipSpace()
    switch (this.#text.charCodeAt(this.#at)) {
      case 0x7b:
        return this.#readMap(depth + 1)
      case 0x5b:
        return this.#readList(depth + 1)
      case quote:
        return this.#readString()
      default:
        return this.#readLiteral()
    }
  }

  #readMap(depth: number): YamlMap {
    const start = this.#open(depth)
    const entries: YamlEntry[] = []
    const find = finderIn(entries)
    while (!this.#closes(0x7d, entries.length > 0)) {
      this.#skipSpace()
      if (this.#text.charCodeAt(this.#at) !== quote) throw this.#fault('A key in double quotes is expected.')
      const key = this.#readString()
      this.#skipSpace()
      if (this.#text.charCodeAt(this.#at) !== colon) throw this.#fault('A colon is expected after the key.')
      this.#at += 1
      const value = this.#readValue(depth)
      const entry = { key: key.text, keyStart: key.start, keyEnd: key.end, value }
      const earlier = find(entry.key)
      if (earlier) this.#reportRepeated(entry, earlier)
      else entries.push(entry)
    }
    return { kind: 'map', entries, start, end: this.#at }
  }

  #reportRepeated(entry: YamlEntry, earlier: YamlEntry): void {
    const place = ({ keyStart, keyEnd }: YamlEntry) => ({ file: this.#file, start: keyStart, end: keyEnd })
    const related = [{ message: 'It stands here first.', place: place(earlier) }]
    this.#report('duplicate-key', place(entry), { key: entry.key }, related)
  }

  #readList(depth: number): YamlList {
    const start = this.#open(depth)
    const items: YamlNode[] = []
    while (!this.#closes(0x5d, items.length > 0)) items.push(this.#readValue(depth))
    return { kind: 'list', items, start, end: this.#at }
  }

  #open(depth: number): number {
    if (depth > depthLimit) throw this.#fault(`More than ${depthLimit} lists and maps are nested here.`)
    return this.#at++
  }

  /** Whether the list or map ends here; if not, the comma before its next part is passed. */
  #closes(bracket: number, isBegun: boolean): boolean {
    this.#skipSpace()
    const code = this.#text.charCodeAt(this.#at)
    if (code === bracket) {
      this.#at += 1
      return true
    }
    if (Number.isNaN(code)) throw this.#fault('The line ends in the middle of a value.')
    if (isBegun && code !== comma) throw this.#fault('A comma or a closing bracket is expected.')
    if (isBegun) this.#at += 1
    return false
  }

  #readString(): YamlScalar {
    const start = this.#at
    const from = start + 1
    let at = from
    for (;;) {
      const code = this.#text.charCodeAt(at)
      if (code === quote) break
      if (code === backslash) return this.#readEscaped(start, at)
      this.#refuseControl(code, at)
      at += 1
    }
    this.#at = at + 1
    return this.#scalar(this.#text.slice(from, at), start)
  }

  /** A string with escapes, the first of which stands at `at`. */
  #readEscaped(start: number, at: number): YamlScalar {
    let text = this.#text.slice(start + 1, at)
    this.#at = at
    for (;;) {
      const code = this.#text.charCodeAt(this.#at)
      this.#refuseControl(code, this.#at)
      this.#at += 1
      if (code === quote) return this.#scalar(text, start)
      text += code === backslash ? this.#readEscape() : String.fromCharCode(code)
    }
  }

  #readEscape(): string {
    const letter = this.#text.charAt(this.#at)
    this.#at += 1
    const escaped = escapes.get(letter)
    if (escaped !== undefined) return escaped
    const hexadecimal = this.#text.slice(this.#at, this.#at + 4)
    if (letter !== 'u' || !/^[0-9a-fA-F]{4}$/.test(hexadecimal)) {
      this.#at -= 2
      throw this.#fault('There is no such escape.')
    }
    this.#at += 4
    return String.fromCharCode(Number.parseInt(hexadecimal, 16))
  }

  #refuseControl(code: number, at: number): void {
    if (code >= 0x20) return
    this.#at = at
    throw this.#fault(
      Number.isNaN(code)
        ? 'The line ends in the middle of a text.'
        : 'A control character stands in a text; it must be written as an escape.',
    )
  }

  #scalar(text: string, start: number): YamlScalar {
    const end = this.#at
    const character = this.#isSuspect ? firstForbidden(text) : undefined
    if (character === undefined) return { kind: 'scalar', text, plain: false, start, end }
    this.#report('forbidden-character', { file: this.#file, start, end }, { character, others: 0 })
    return { kind: 'scalar', text: stripForbidden(text), plain: false, start, end }
  }

  #readLiteral(): YamlScalar {
    literal.lastIndex = this.#at
    const text = literal.exec(this.#text)?.[0]
    if (text === undefined) {
      throw this.#fault(
        this.#at >= this.#text.length
          ? 'The line ends where a value is expected.'
          : 'This is not a JSON value.',
      )
    }
    const start = this.#at
    this.#at += text.length
    return { kind: 'scalar', text: text === 'null' ? '' : text, plain: true, start, end: this.#at }
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at)
      if (code !== 0x20 && code !== 0x09 && code !== 0x0d && code !== 0x0a) return
      this.#at += 1
    }
  }

  #fault(message: string): JsonFault {
    return new JsonFault(message, this.#at)
  }
}
