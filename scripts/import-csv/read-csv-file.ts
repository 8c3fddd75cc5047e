/** Reads a CSV file, which may be larger than the files of a project. */
import { isUtf8 } from 'node:buffer'
import { readFile, stat } from 'node:fs/promises'
import { createDiagnostic, type Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { SourceFile } from '../../src/diagnostics/source-file.ts'
import { ProjectError } from '../../src/project/project-error.ts'
import { reasonOf } from '../../src/project/read-file.ts'

/** The largest file that is read, in megabytes. */
const limit = 256

/** A file's text, or the diagnostic that says why there is none. */
export type CsvReading =
  { readonly ok: true; readonly file: SourceFile } | { readonly ok: false; readonly diagnostic: Diagnostic }

/** Reads a text file in UTF-8. `name` is what messages call it. Throws a {@link ProjectError} where it cannot be read. */
export async function readCsvFile(path: string, name = path): Promise<CsvReading> {
  try {
    const megabytes = Math.ceil((await stat(path)).size / 1024 / 1024)
    if (megabytes > limit) return tooLarge(name, megabytes)
    return decode(await readFile(path), name)
  } catch (error) {
    throw new ProjectError(`Cannot read \`${path}\`: ${reasonOf(error)}.`)
  }
}

function tooLarge(name: string, megabytes: number): CsvReading {
  const place = { file: { name, text: '' }, start: 0, end: 0 }
  return { ok: false, diagnostic: createDiagnostic('file-too-large', place, { megabytes, limit }) }
}

function decode(bytes: Buffer, name: string): CsvReading {
  if (isUtf8(bytes)) return { ok: true, file: { name, text: bytes.toString() } }
  const { text, offset } = untilFault(bytes)
  const place = { file: { name, text }, start: offset, end: offset + 1 }
  return { ok: false, diagnostic: createDiagnostic('not-utf-8', place, {}) }
}

/** The lines up to the first one that is not UTF-8, and where its fault is. A line break is never part of a character. */
function untilFault(bytes: Buffer): { text: string; offset: number } {
  let start = 0
  let end = 0
  do {
    start = end
    const lineBreak = bytes.indexOf('\n', start)
    end = lineBreak === -1 ? bytes.length : lineBreak + 1
  } while (isUtf8(bytes.subarray(start, end)))
  const line = bytes.subarray(start, end).toString()
  const written = Buffer.from('\uFFFD')
  // Where the text has a replacement character that the bytes do not have.
  const fault = [...line.matchAll(/\uFFFD/g)].find(({ index }) => {
    const at = start + Buffer.byteLength(line.slice(0, index))
    return !bytes.subarray(at, at + written.length).equals(written)
  })
  const before = bytes.subarray(0, start).toString()
  return { text: before + line, offset: before.length + (fault?.index ?? 0) }
}
