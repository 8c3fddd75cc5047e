/** Writes files so that no one ever sees half of one. */
import { rmSync } from 'node:fs'
import { lstat, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { reasonOf } from '../project/read-file.ts'
import { makeFolders } from './make-folders.ts'
import { CommandFailure, exitCodes } from './exit-codes.ts'

/**
 * Writes a file beside its place and renames it when it is whole, so that an older one stays until then. A link is
 * followed; into a device or pipe the text goes as it is. Fails with the environment's exit code where the file system
 * refuses.
 */
export async function writeFileWhole(path: string, chunks: Iterable<string>): Promise<void> {
  await explained(path, async () => {
    const target = await followed(path)
    const stats = await stat(target).catch(() => undefined)
    if (stats && !stats.isFile() && !stats.isDirectory()) return writeChunks(target, chunks, 'w')
    await throughTemporary(dirname(target), async (temporary) => {
      await writeChunks(temporary, chunks, 'wx')
      if (stats?.isDirectory())
        throw new CommandFailure(exitCodes.environment, `cannot write \`${path}\`: it is a folder.`)
      await rename(temporary, target)
    })
  })
}

/** Writes several files into a folder, which is made where it is missing, and renames them when all are whole. */
export async function writeFilesWhole(
  folder: string,
  files: ReadonlyMap<string, Iterable<string>>,
): Promise<void> {
  await explained(folder, async () => {
    await makeFolders(folder)
    await throughTemporary(folder, async (temporary) => {
      await mkdir(temporary)
      for (const [name, chunks] of files) await writeChunks(join(temporary, name), chunks, 'wx')
      for (const name of files.keys()) await refuseFolder(join(folder, name))
      for (const name of files.keys()) await rename(join(temporary, name), join(folder, name))
    })
  })
}

/** A folder would stop the renaming half way. */
async function refuseFolder(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined)
  if (found?.isDirectory())
    throw new CommandFailure(exitCodes.environment, `cannot write \`${path}\`: it is a folder.`)
}

/** Where a path leads; itself where nothing is there yet. */
async function followed(path: string): Promise<string> {
  return realpath(path).catch(() => path)
}

async function writeChunks(path: string, chunks: Iterable<string>, flags: string): Promise<void> {
  const handle = await open(path, flags)
  try {
    for (const chunk of chunks) await handle.writeFile(chunk)
    if (flags === 'wx') await handle.sync()
  } finally {
    await handle.close()
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Works with a temporary path in a folder, of which nothing stays, also where a signal ends the work. */
async function throughTemporary(folder: string, work: (path: string) => Promise<void>): Promise<void> {
  const path = join(folder, `.stancegraph-${randomBytes(6).toString('hex')}.tmp`)
  const onSignal = (signal: NodeJS.Signals) => {
    rmSync(path, { recursive: true, force: true })
    for (const one of signals) process.removeListener(one, onSignal)
    process.kill(process.pid, signal)
  }
  for (const signal of signals) process.once(signal, onSignal)
  try {
    await work(path)
  } finally {
    for (const signal of signals) process.removeListener(signal, onSignal)
    await rm(path, { recursive: true, force: true })
  }
}

/** Says in words what the file system refuses. */
async function explained(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error
    const reason = error.code === 'ENOENT' ? 'its folder does not exist' : reasonOf(error)
    throw new CommandFailure(exitCodes.environment, `cannot write \`${path}\`: ${reason}.`)
  }
}
