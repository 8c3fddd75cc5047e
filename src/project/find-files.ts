/** Finds the files of a project. */
import { readdir, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { ProjectError } from './project-error.ts'
import { reasonOf } from './read-file.ts'

/** A file of the project: where it is, and what messages call it. */
export interface FoundFile {
  readonly path: string
  /** Relative to the project where it lies in it; with `/` on every system. */
  readonly name: string
}

const yamlFile = /\.ya?ml$/i

/**
 * The YAML files at the given paths, folders with all below them, sorted by name, each once. Hidden files and
 * folders, and `node_modules`, are passed over. Throws a {@link ProjectError} where a path does not exist.
 */
export async function findYamlFiles(
  project: string,
  paths: readonly string[],
): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>()
  for (const given of paths) {
    for (const path of await filesAt(resolve(project, given))) {
      found.set(path, { path, name: nameOf(project, path) })
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What messages call a file: its path within the project, or else the whole path. */
export function nameOf(project: string, path: string): string {
  const inside = relative(project, path)
  const name = inside.startsWith('..') || inside === '' ? path : inside
  return name.split(sep).join('/')
}

async function filesAt(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    return await filesBelow(path)
  } catch (error) {
    throw new ProjectError(
      `Cannot read \`${path}\`: ${reasonOf(error)}. Run this in the folder of the project, or name that folder.`,
    )
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = []
  for (const item of await readdir(folder, { withFileTypes: true })) {
    if (item.name.startsWith('.') || item.name === 'node_modules') continue
    const path = join(folder, item.name)
    if (item.isDirectory()) files.push(...(await filesBelow(path)))
    else if (yamlFile.test(item.name)) files.push(path)
  }
  return files
}
