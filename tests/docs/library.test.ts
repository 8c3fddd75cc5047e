/** docs/library.md: every example prints what stands beneath it and type-checks, and everything exported is named. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const page = readFileSync(join(root, 'docs/library.md'), 'utf8').replaceAll('\r\n', '\n')

/** A `ts` block with the `text` block that follows it. */
interface Example {
  /** The line of its opening fence. */
  readonly line: number
  readonly code: string
  readonly output: string
}

const examples = Array.from(page.matchAll(/^```ts\n([^]*?)^```\n\n```text\n([^]*?)^```$/gm), toExample)

function toExample({ index, 1: code = '', 2: output = '' }: RegExpExecArray): Example {
  return { line: page.slice(0, index).split('\n').length, code, output }
}

/** The names in src/index.ts, of values and of types. */
function exportedNames(): readonly string[] {
  const text = readFileSync(join(root, 'src/index.ts'), 'utf8')
  const { statements } = ts.createSourceFile('index.ts', text, ts.ScriptTarget.Latest)
  return statements.flatMap((statement) => {
    const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined
    if (!clause || !ts.isNamedExports(clause)) throw new Error('src/index.ts does more than export names')
    return clause.elements.map(({ name }) => name.text)
  })
}

/** The words that stand in code, in a block or between backticks. */
function wordsInCode(): ReadonlySet<string> {
  const blocks = /^```.*\n[^]*?^```$/gm
  const spans = page.replace(blocks, '').match(/`[^`\n]+`/g) ?? []
  const code = [...examples.map((example) => example.code), ...spans].join('\n')
  return new Set(code.match(/\w+/g))
}

/** Inside the package, so that it can import itself by its name. */
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(root, '.docs-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function runNode(...args: readonly string[]) {
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
}

describe('The page about the library', () => {
  it('has an output for each example', () => {
    expect(examples.length).toBeGreaterThanOrEqual(8)
    expect(page.match(/^```\w+$/gm)).toEqual(examples.flatMap(() => ['```ts', '```text']))
  })

  it.each(examples)('has the output of its example in line $line', ({ line, code, output }) => {
    const file = join(folder, `line-${line}.js`)
    const compilerOptions = {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    }
    writeFileSync(file, ts.transpileModule(code, { compilerOptions }).outputText)
    const { stdout, stderr } = runNode(file)
    expect(stderr).toBe('')
    expect(stdout.trimEnd()).toBe(output.trimEnd())
  })

  it('has examples that type-check', { timeout: 120_000 }, () => {
    for (const { line, code } of examples) writeFileSync(join(folder, `line-${line}.ts`), code)
    const compilerOptions = { module: 'NodeNext', moduleResolution: 'NodeNext', strict: true }
    const config = { extends: '../tsconfig.json', compilerOptions, include: ['*.ts'] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    const { stdout, status } = runNode(
      join(root, 'node_modules/typescript/bin/tsc'),
      '--noEmit',
      '-p',
      folder,
    )
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
  })

  it('names everything that is exported', () => {
    const named = wordsInCode()
    const names = exportedNames()
    expect(names).toContain('buildGraph')
    expect(names.filter((name) => !named.has(name))).toEqual([])
  })
})
