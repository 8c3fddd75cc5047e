/** Checks a project that is not on disk: its files are given as texts. */
import { posix } from 'node:path'
import type { SourceFile } from '../diagnostics/source-file.ts'
import { checkProject, type BuildResult, type DataFile, type TextReading } from './check-project.ts'
import { readTextLines } from './read-lines.ts'

/** Where the graph schema and the claims are among the texts. */
export interface TextPlaces {
  /** Default: `graph-schema`. */
  readonly schema?: string
  /** Default: `data`. */
  readonly data?: string
}

/**
 * Checks a project whose files are given by path, such as `graph-schema/a.yaml`, `data/b.yaml` and
 * `data/texts/c.txt`, and builds its graph: for what a program has just made. Like `buildGraph` it never throws for
 * what the files say.
 */
export function checkTexts(
  files: Readonly<Record<string, string>>,
  { schema = 'graph-schema', data = 'data' }: TextPlaces = {},
): Promise<BuildResult> {
  const texts = new Map(Object.entries(files))
  return checkProject({
    schema: filesBelow(schema, texts, /\.ya?ml$/i),
    data: [
      ...filesBelow(data, texts, /\.ya?ml$/i).map((file) => ({ kind: 'yaml', file }) as const),
      ...filesBelow(data, texts, /\.jsonl$/i).map(linesOf),
    ],
    readText: (dataFile, path) =>
      Promise.resolve(
        readText(posix.isAbsolute(path) ? path : posix.join(posix.dirname(dataFile.name), path), texts),
      ),
  })
}

function filesBelow(folder: string, texts: ReadonlyMap<string, string>, ending: RegExp): SourceFile[] {
  return Array.from(texts, ([name, text]) => ({ name, text })).filter(
    ({ name }) => name.startsWith(`${folder}/`) && ending.test(name),
  )
}

function linesOf({ name, text }: SourceFile): DataFile {
  return { kind: 'lines', name, lines: readTextLines(text, name) }
}

function readText(name: string, texts: ReadonlyMap<string, string>): TextReading {
  if (name.startsWith('../') || posix.isAbsolute(name)) return { kind: 'outside' }
  const text = texts.get(name)
  return text === undefined ? { kind: 'missing' } : { kind: 'read', text }
}
