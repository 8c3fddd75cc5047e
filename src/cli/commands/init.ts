/** `stancegraph init`: writes a starter project. */
import { lstat, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { claimsJsonSchema } from '../../exports/json-schema.ts'
import { checkTexts } from '../../project/check-texts.ts'
import { reasonOf } from '../../project/read-file.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { makeFolders } from '../make-folders.ts'
import { print } from '../output.ts'
import { starterFiles } from '../starter-project.ts'
import { writeFileWhole } from '../write-file.ts'

const shippedSchema = fileURLToPath(new URL('../../../graph-schema/', import.meta.url))

/** Writes the starter project into a folder; writes nothing where one of its files is there already. */
export async function init(folder: string): Promise<void> {
  const files = await allFiles()
  const taken = await existing(folder, [...files.keys()])
  if (taken.length > 0) {
    throw new CommandFailure(
      exitCodes.usage,
      `${taken.map((name) => `\`${join(folder, name)}\``).join(', ')} ${taken.length === 1 ? 'is' : 'are'} there already, so nothing was written; name another folder.`,
    )
  }
  await writeAll(folder, files)
  await print(nextSteps(folder, [...files.keys()]))
}

/** Writes all files, or takes back those that were written. */
async function writeAll(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const written: string[] = []
  try {
    for (const [name, text] of files) {
      const path = join(folder, name)
      await makeFolder(dirname(path))
      await writeFileWhole(path, [text])
      written.push(path)
    }
  } catch (error) {
    for (const path of written) await rm(path, { force: true })
    throw error
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await makeFolders(path)
  } catch (error) {
    throw new CommandFailure(exitCodes.environment, `cannot make the folder \`${path}\`: ${reasonOf(error)}.`)
  }
}

/** All files of the starter project; its JSON Schema follows from the others. */
async function allFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map(Object.entries(starterFiles))
  for (const name of await readdir(shippedSchema)) {
    files.set(`graph-schema/${name}`, await readFile(join(shippedSchema, name), 'utf8'))
  }
  const built = await checkTexts(Object.fromEntries(files))
  if (!built.ok) throw new Error('The starter project has errors.')
  return files.set('claims.schema.json', `${JSON.stringify(claimsJsonSchema(built.graph), null, 2)}\n`)
}

async function existing(folder: string, names: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const name of names) {
    const isThere = await lstat(join(folder, name)).then(
      () => true,
      () => false,
    )
    if (isThere) found.push(name)
  }
  return found
}

function nextSteps(folder: string, names: readonly string[]): string {
  const where = relative('.', folder)
  const plain = /^[\w./-]+$/.test(where)
  const enter = where === '' ? '' : `  cd ${plain ? where : `'${where.replaceAll("'", String.raw`'\''`)}'`}\n`
  return `Wrote ${names.length} files. Next:

${enter}  npx stancegraph check
  npx stancegraph stance Norland Rivera --as-of 2024-05-10

README.md says what is where.
`
}
