/** Checks a project that is not on disk: its files are given as texts. */
import { posix } from 'node:path'
import { checkProject, type BuildResult, type TextReading } from './check-project.ts'

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
    schema: yamlBelow(schema, texts),
    data: yamlBelow(data, texts),
    readText: (dataFile, path) =>
      Promise.resolve(readText(posix.join(posix.dirname(dataFile.name), path), texts)),
  })
}

function yamlBelow(folder: string, texts: ReadonlyMap<string, string>): { name: string; text: string }[] {
  return Array.from(texts, ([name, text]) => ({ name, text })).filter(
    ({ name }) => name.startsWith(`${folder}/`) && /\.ya?ml$/i.test(name),
  )
}

function readText(name: string, texts: ReadonlyMap<string, string>): TextReading {
  if (name.startsWith('../') || posix.isAbsolute(name)) return { kind: 'outside' }
  const text = texts.get(name)
  return text === undefined ? { kind: 'missing' } : { kind: 'read', text }
}
