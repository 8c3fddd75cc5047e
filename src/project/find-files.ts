/** Finds the files of a project. */
import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { ProjectError } from './project-error.ts'
import { reasonOf } from './read-file.ts'

/** A file of the project: where it is, and what messages call it. */
export interface FoundFile {
  readonly path: string
  /** Relative to the project where it lies in it; with `/` on every system. */
  readonly name: string
}

/** YAML files. */
export const yamlFile = /\.ya?ml$/i

/** Files of claims: YAML and JSON Lines. */
export const dataFile = /\.(ya?ml|jsonl)$/i

/**
 * The files at the given paths, of folders all below them whose names fit, sorted by name, each once. Hidden files and
 * folders, and `node_modules`, are passed over. Throws a {@link ProjectError} where a path does not exist.
 */
export async function findFiles(
  project: string,
  paths: readonly string[],
  fitting: RegExp,
): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>()
  for (const given of paths) {
    for (const path of await filesAt(resolve(project, given), fitting)) {
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

async function filesAt(path: string, fitting: RegExp): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    return await filesBelow(path, fitting)
  } catch (error) {
    throw new ProjectError(
      `Cannot read \`${path}\`: ${reasonOf(error)}. Run this in the folder of the project, or name that folder.`,
    )
  }
}

/** Follows links, but enters each folder once, so that links leading round in a circle do no harm. */
async function filesBelow(folder: string, fitting: RegExp, entered = new Set<string>()): Promise<string[]> {
  const real = await realpath(folder)
  if (entered.has(real)) return []
  entered.add(real)
  const files: string[] = []
  for (const item of await readdir(folder, { withFileTypes: true })) {
    if (item.name.startsWith('.') || item.name === 'node_modules') continue
    const path = join(folder, item.name)
    if (await isFolder(item, path)) files.push(...(await filesBelow(path, fitting, entered)))
    else if (fitting.test(item.name)) files.push(path)
  }
  return files
}

/** A link that leads nowhere is no folder; as a file it will be reported. */
async function isFolder(item: Dirent, path: string): Promise<boolean> {
  if (!item.isSymbolicLink()) return item.isDirectory()
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}
