/** Reads a file of lines as a stream, so that its size does not matter. */
import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import type { SourceFile } from '../diagnostics/source-file.ts'
import { firstFault, reasonOf, statRegular } from './read-file.ts'

/** The longest line that is read, in bytes. */
const lineLimit = 1024 * 1024

/** A line of a file, or why it was not read. */
export type LineReading =
  | { readonly kind: 'read'; readonly line: SourceFile }
  | { readonly kind: 'too long'; readonly line: SourceFile; readonly limit: number }
  /** `offset` is that of the first character that is not UTF-8. */
  | { readonly kind: 'not utf-8'; readonly line: SourceFile; readonly offset: number }
  | { readonly kind: 'unreadable'; readonly line: SourceFile; readonly reason: string }

/**
 * The lines of a file, without their line breaks and a byte order mark at the start. `name` is what messages call the
 * file. Lines over 1 MB are left out.
 */
export async function* readFileLines(path: string, name: string): AsyncGenerator<LineReading> {
  let number = 1
  try {
    await statRegular(path)
    for await (const bytes of splitLines(path)) yield readLine(bytes, name, number++)
  } catch (error) {
    yield { kind: 'unreadable', line: { name, text: '', firstLine: number }, reason: reasonOf(error) }
  }
}

/** The lines of a text, likewise. */
export function* readTextLines(text: string, name: string): Generator<LineReading> {
  let number = 1
  for (const line of text.replace(/^\uFEFF/, '').split('\n')) {
    yield { kind: 'read', line: { name, text: line.replace(/\r$/, ''), firstLine: number++ } }
  }
}

const newline = 0x0a

/** The bytes of each line; undefined for one that is too long. */
async function* splitLines(path: string): AsyncGenerator<Buffer | undefined> {
  let rest: Buffer[] = []
  let length = 0
  const take = (last: Buffer): Buffer | undefined => {
    const isTooLong = length + last.length > lineLimit
    const bytes = rest.length > 0 && !isTooLong ? Buffer.concat([...rest, last]) : last
    rest = []
    length = 0
    return isTooLong ? undefined : bytes
  }
  for await (const chunk of createReadStream(path, { highWaterMark: lineLimit }) as AsyncIterable<Buffer>) {
    let from = 0
    for (let to = chunk.indexOf(newline); to !== -1; to = chunk.indexOf(newline, from)) {
      yield take(chunk.subarray(from, to))
      from = to + 1
    }
    length += chunk.length - from
    // Of a line that is too long already nothing more is kept.
    if (length <= lineLimit) rest.push(chunk.subarray(from))
  }
  if (length > 0) yield take(Buffer.alloc(0))
}

function readLine(bytes: Buffer | undefined, name: string, firstLine: number): LineReading {
  if (!bytes) return { kind: 'too long', line: { name, text: '', firstLine }, limit: lineLimit / 1024 / 1024 }
  const text = bytes.toString('utf8')
  if (isUtf8(bytes)) return { kind: 'read', line: { name, text: trim(text, firstLine), firstLine } }
  return { kind: 'not utf-8', line: { name, text, firstLine }, offset: firstFault(bytes, text) }
}

function trim(text: string, lineNumber: number): string {
  const start = lineNumber === 1 && text.startsWith('\uFEFF') ? 1 : 0
  return text.slice(start, text.endsWith('\r') ? -1 : undefined)
}
