/** Writes a new folder so that no one ever sees half of it. */
import { mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { makeFolders } from '../../src/cli/make-folders.ts'
import { ProjectError } from '../../src/project/project-error.ts'
import { reasonOf } from '../../src/project/read-file.ts'

/** Throws a {@link ProjectError} where a folder holds anything, or something else stands in its place. */
export async function refuseFullFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw new ProjectError(`Cannot write to \`${folder}\`: ${reasonOf(error)}.`)
  })
  if (names.length > 0)
    throw new ProjectError(
      `The folder \`${folder}\` is not empty, and nothing is ever written over. Name another one, or remove it.`,
    )
}

/**
 * Writes files into a folder, which does not exist or is empty: all beside it first, and then it is renamed. Throws a
 * {@link ProjectError} where the file system refuses.
 */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const path = resolve(folder)
  let temporary: string | undefined
  try {
    await makeFolders(dirname(path))
    temporary = await mkdtemp(join(dirname(path), `.${basename(path)}.`))
    for (const [name, text] of files) await writeFile(join(temporary, name), text)
    await rmdir(path).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    })
    await rename(temporary, path)
  } catch (error) {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true })
    throw new ProjectError(`Cannot write \`${folder}\`: ${reasonOf(error)}.`)
  }
}
