/** Reads a project from the file system, checks it, and builds its graph. */
import { realpath } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { createDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../diagnostics/source-file.ts'
import { checkProject, type BuildResult, type DataFile, type TextReading } from './check-project.ts'
import { dataFile, findFiles, yamlFile, type FoundFile } from './find-files.ts'
import { ProjectError } from './project-error.ts'
import { readTextFile, type FileReading } from './read-file.ts'
import { readFileLines } from './read-lines.ts'

/** Where a project is. */
export interface ProjectPlaces {
  /** The project's folder, to which the paths below are relative. Default: the current folder. */
  readonly project?: string
  /** A file, or a folder with all below it. Default: `graph-schema`. */
  readonly schema?: string
  /** Files, or folders with all below them. Default: `['data']`. */
  readonly data?: readonly string[]
  /** An exported graph (JSON Lines) instead of `data`; it brings its schema along unless `schema` is given. */
  readonly graph?: string
  /** Called as files are read, with how many are done and how many there are. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Reads, checks and builds a project. What is wrong with its files comes back as diagnostics; the graph is there only
 * where none is an error.
 *
 * @throws {ProjectError} where a folder or file named here does not exist or cannot be listed.
 */
export async function buildGraph(places: ProjectPlaces = {}): Promise<BuildResult> {
  const project = resolve(places.project ?? '.')
  const { onProgress, graph } = places
  if (graph !== undefined) return readExported(project, graph, places)
  const { schema = 'graph-schema', data = ['data'] } = places
  const schemaFiles = await findSchemaFiles(project, schema)
  const found = await findFiles(project, data, dataFile)
  const yamlFiles = found.filter(({ path }) => !isLines(path))
  const total = schemaFiles.length + yamlFiles.length
  let done = 0
  const readAll = (files: readonly FoundFile[]) => readFiles(files, () => onProgress?.(++done, total))
  const readings = { schema: await readAll(schemaFiles), yaml: await readAll(yamlFiles) }
  const dataPaths = new Set(found.map(({ path }) => path))
  const paths = new Map(found.map(({ name, path }) => [name, path]))
  const roots = await rootsOf(project, data, found)
  return checkProject({
    schema: readings.schema.files,
    data: [
      ...readings.yaml.files.map((file) => ({ kind: 'yaml', file }) as const),
      ...found.filter(({ path }) => isLines(path)).map(linesOf),
    ],
    faults: { schema: readings.schema.faults, data: readings.yaml.faults },
    readText: (file, path) => {
      const textPath = resolve(dirname(paths.get(file.name) ?? project), path)
      return dataPaths.has(textPath)
        ? Promise.resolve({ kind: 'unreadable', reason: 'it is a file of claims' })
        : readText(textPath, roots)
    },
  })
}

/** A graph as it was exported: its quotes keep their places, for the texts are not there. */
async function readExported(project: string, graph: string, { schema }: ProjectPlaces): Promise<BuildResult> {
  const [file] = await findFiles(project, [graph], dataFile)
  if (!file || !isLines(file.path))
    throw new ProjectError(`\`${graph}\` is not an exported graph: name a file that ends in .jsonl.`)
  const schemaFiles = schema === undefined ? [] : await findSchemaFiles(project, schema)
  const reading = await readFiles(schemaFiles, () => undefined)
  return checkProject({
    schema: reading.files,
    data: [linesOf(file)],
    faults: { schema: reading.faults, data: [] },
  })
}

async function findSchemaFiles(project: string, schema: string): Promise<readonly FoundFile[]> {
  const files = await findFiles(project, [schema], yamlFile)
  if (files.length > 0) return files
  throw new ProjectError(
    `There is no graph schema: \`${schema}\` holds no YAML file. Put one there, or name another place.`,
  )
}

function isLines(path: string): boolean {
  return /\.jsonl$/i.test(path)
}

function linesOf({ path, name }: FoundFile): DataFile {
  return { kind: 'lines', name, lines: readFileLines(path, name) }
}

async function readFiles(
  found: readonly FoundFile[],
  onRead: () => void,
): Promise<{ files: SourceFile[]; faults: Diagnostic[] }> {
  const files: SourceFile[] = []
  const faults: Diagnostic[] = []
  for (const { path, name } of found) {
    const reading = await readTextFile(path, name)
    if (reading.kind === 'read') files.push(reading.file)
    else faults.push(faultOf(reading, name))
    onRead()
  }
  return { files, faults }
}

/** The diagnostic of a file that was not read. */
function faultOf(reading: Exclude<FileReading, { kind: 'read' }>, name: string): Diagnostic {
  const start = { file: { name, text: '' }, start: 0, end: 0 }
  switch (reading.kind) {
    case 'too large':
      return createDiagnostic('file-too-large', start, { megabytes: reading.megabytes, limit: reading.limit })
    case 'not utf-8': {
      const { file, offset } = reading
      return createDiagnostic('not-utf-8', { file, start: offset, end: offset + 1 }, {})
    }
    case 'unreadable':
      return createDiagnostic('unreadable-file', start, { reason: reading.reason })
  }
}

/** The folders in which texts may lie, as they were named and after all links are followed. */
interface Roots {
  readonly named: readonly string[]
  readonly real: readonly string[]
}

/** The project's folder, and those where other data lies. */
async function rootsOf(
  project: string,
  data: readonly string[],
  files: readonly FoundFile[],
): Promise<Roots> {
  const filePaths = new Set(files.map(({ path }) => path))
  const folders = data
    .map((path) => resolve(project, path))
    .map((path) => (filePaths.has(path) ? dirname(path) : path))
  const named = [project, ...folders]
  return { named, real: await Promise.all(named.map((path) => realpath(path))) }
}

/** Reads a source's text, which must lie below one of the roots, also after all links are followed. */
async function readText(path: string, roots: Roots): Promise<TextReading> {
  if (!isBelow(path, roots.named)) return { kind: 'outside' }
  let real: string
  try {
    real = await realpath(path)
  } catch {
    return { kind: 'missing' }
  }
  if (!isBelow(real, roots.real)) return { kind: 'outside' }
  const reading = await readTextFile(real, path)
  switch (reading.kind) {
    case 'read':
      return { kind: 'read', text: reading.file.text }
    case 'too large':
      return { kind: 'too large', reason: `it has ${reading.megabytes} MB` }
    case 'not utf-8':
      return { kind: 'not utf-8' }
    case 'unreadable':
      return reading
  }
}

function isBelow(path: string, roots: readonly string[]): boolean {
  return roots.some((root) => {
    const inside = relative(root, path)
    return inside !== '' && inside.split(sep)[0] !== '..' && !isAbsolute(inside)
  })
}
