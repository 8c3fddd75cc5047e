/** Writes the parts of the documentation that follow from the code: `npm run docs`. */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { catalogue } from '../src/diagnostics/catalogue.ts'
import type { Entry, ExampleFiles } from '../src/diagnostics/entry.ts'
import { exampleProject } from '../src/diagnostics/example-project.ts'
import { renderText } from '../src/diagnostics/render.ts'
import { checkTexts } from '../src/project/check-texts.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The documents with real output of the command, as blocks of `console`. */
const withOutput = ['README.md', 'docs/cypher.md']

/** All generated documents by path from the root. The command must have been built. */
export async function generateDocs(): Promise<ReadonlyMap<string, string>> {
  const outputs = withOutput.map(
    (path) => [path, fillOutputs(readFileSync(`${root}${path}`, 'utf8'))] as const,
  )
  return new Map([...outputs, ['docs/diagnostics.md', await diagnosticsPage()]])
}

/** The text with the output of each command in its `console` blocks as it is now. */
function fillOutputs(text: string): string {
  return text.replace(/(?<=```console\n)[^]*?(?=```)/g, (block) =>
    block
      .split('\n')
      .filter((line) => line.startsWith('$ '))
      .map((line) => `${line}\n${outputOf(line)}`)
      .join('\n'),
  )
}

/** What a command line in a document prints on both channels, in the order in which it does. */
function outputOf(line: string): string {
  const words =
    line.match(/"[^"]*"|'[^']*'|\S+/g)?.map((word) => word.replace(/^(["'])([^]*)\1$/, '$2')) ?? []
  const args = words.slice(words.indexOf('stancegraph') + 1)
  const folder = mkdtempSync(join(tmpdir(), 'stancegraph-docs-'))
  const output = openSync(join(folder, 'output'), 'w+')
  try {
    spawnSync(process.execPath, ['dist/cli/main.js', ...args], {
      cwd: root,
      stdio: ['ignore', output, output],
    })
    return readFileSync(join(folder, 'output'), 'utf8')
  } finally {
    closeSync(output)
    rmSync(folder, { recursive: true })
  }
}

async function diagnosticsPage(): Promise<string> {
  const entries = Object.entries(catalogue) as unknown as [string, Entry<never>][]
  const sections = await Promise.all(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, entry]) => section(code, entry)),
  )
  const rows = entries.map(
    ([code, { severity, about }]) => `| [${code}](#${code}) | ${severity} | ${firstSentence(about)} |`,
  )
  return [
    '# Diagnostics\n',
    'What `stancegraph check` can say about the files of a project. Codes are permanent. Errors end with exit code 1;',
    'warnings and infos do not.\n',
    '| code | severity | about |\n|---|---|---|',
    ...rows,
    '\nThe examples are part of this project:\n',
    ...Object.entries(exampleProject).map(([name, text]) => fenced(`# ${name}\n${text}`)),
    ...sections,
  ].join('\n')
}

function firstSentence(text: string): string {
  return (/^.*?[.](?= [A-Z`]|$)/s.exec(text)?.[0] ?? text).replaceAll('|', '\\|')
}

async function section(code: string, { severity, about, example }: Entry<never>): Promise<string> {
  const head = `\n## ${code}\n\n*${severity}.* ${about}\n`
  if (!example) return head
  const { diagnostics } = await checkTexts({ ...exampleProject, ...filesOf(example.bad) })
  return [
    head,
    fenced(shown(example.bad)),
    fenced(renderText(diagnostics), 'text'),
    'Mended:\n',
    fenced(shown(example.good)),
  ].join('\n')
}

function filesOf(example: ExampleFiles): Readonly<Record<string, string>> {
  return typeof example === 'string' ? { 'data/example.yaml': example } : example
}

function shown(example: ExampleFiles): string {
  if (typeof example === 'string') return example
  return Object.entries(example)
    .map(([name, text]) => `# ${name}\n${text}`)
    .join('\n')
}

function fenced(text: string, language = 'yaml'): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of await generateDocs()) writeFileSync(`${root}${path}`, text)
}
