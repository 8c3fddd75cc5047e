/** Reads one text file within limits. */
import { isUtf8 } from 'node:buffer'
import type { Stats } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { SourceFile } from '../diagnostics/source-file.ts'

/** The largest file that is read, in bytes. */
const sizeLimit = 16 * 1024 * 1024

/** A file's text, or why it was not read. A text that is not UTF-8 is cut off at the first fault. */
export type FileReading =
  | { readonly kind: 'read'; readonly file: SourceFile }
  | { readonly kind: 'too large'; readonly megabytes: number; readonly limit: number }
  | { readonly kind: 'not utf-8'; readonly file: SourceFile; readonly offset: number }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** Reads a text file. `name` is what messages call it. Files over 16 MB are not read. A byte order mark stays. */
export async function readTextFile(path: string, name: string): Promise<FileReading> {
  try {
    const { size } = await statRegular(path)
    const handle = await open(path)
    try {
      if (size > sizeLimit) return tooLarge(size)
      return decode(await handle.readFile(), name)
    } finally {
      await handle.close()
    }
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) }
  }
}

/** A device or pipe may never end. */
class NoFileError extends Error {}

/** What the system says about a file; throws where it is no regular one. */
export async function statRegular(path: string): Promise<Stats> {
  const stats = await stat(path)
  if (stats.isDirectory()) throw new NoFileError('it is a folder')
  if (!stats.isFile()) throw new NoFileError('it is a device or pipe, not a file')
  return stats
}

function tooLarge(size: number): FileReading {
  const megabyte = 1024 * 1024
  return { kind: 'too large', megabytes: Math.ceil(size / megabyte), limit: sizeLimit / megabyte }
}

function decode(bytes: Buffer, name: string): FileReading {
  const text = bytes.toString('utf8')
  if (isUtf8(bytes)) return { kind: 'read', file: { name, text } }
  return { kind: 'not utf-8', file: { name, text }, offset: firstFault(bytes, text) }
}

/** Where the text has a replacement character that the bytes do not have. */
export function firstFault(bytes: Buffer, text: string): number {
  const replacement = Buffer.from('\uFFFD')
  let checked = 0
  let byte = 0
  for (const { index } of text.matchAll(/\uFFFD/g)) {
    byte += Buffer.byteLength(text.slice(checked, index))
    if (!bytes.subarray(byte, byte + replacement.length).equals(replacement)) return index
    checked = index
  }
  return text.length
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'it does not exist'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EISDIR', 'it is a folder'],
  ['ELOOP', 'its links lead round in a circle'],
  ['EMFILE', 'too many files are open'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['EBUSY', 'it is in use'],
  ['ENOTDIR', 'a part of the path is a file'],
  ['EEXIST', 'a file is in the way'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the file system can only be read'],
])

/** Why the system refused, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons.get(code) ?? (error instanceof Error ? error.message : String(error))
}
