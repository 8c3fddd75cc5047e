/** Writes files so that no one ever sees half of one. */
import { open, rename, rm } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { reasonOf } from '../project/read-file.ts'
import { CommandFailure, exitCodes } from './exit-codes.ts'

/**
 * Writes a file beside its place and renames it when it is whole, so that an older one stays until then. Fails with
 * the environment's exit code where the file system refuses.
 */
export async function writeFileWhole(path: string, chunks: Iterable<string>): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await writeChunks(temporary, chunks)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    if (error instanceof Error && 'code' in error && 'syscall' in error) {
      throw new CommandFailure(exitCodes.environment, `cannot write \`${path}\`: ${reasonOf(error)}.`)
    }
    throw error
  }
}

async function writeChunks(path: string, chunks: Iterable<string>): Promise<void> {
  const handle = await open(path, 'wx')
  try {
    for (const chunk of chunks) await handle.writeFile(chunk)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
