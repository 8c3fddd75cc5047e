/** Checks small projects in tests: the example project, with files replaced or added. */
import { exampleProject } from '../../src/diagnostics/example-project.ts'
import type { ExampleFiles } from '../../src/diagnostics/entry.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { BuildResult } from '../../src/project/check-project.ts'
import { checkTexts } from '../../src/project/check-texts.ts'

/** Checks the example project with other files beside or instead of its own. */
export function checkExample(example: ExampleFiles): Promise<BuildResult> {
  const own = typeof example === 'string' ? { 'data/example.yaml': example } : example
  return checkTexts({ ...exampleProject, ...own })
}

/** Diagnostics as `line:column severity code: message`, with `hint: …` where there is one. */
export function brief(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, severity, message, hint, range: { start } }) => {
    const end = hint === undefined ? '' : ` hint: ${hint}`
    return `${start.line}:${start.column} ${severity} ${code}: ${message}${end}`
  })
}

/** What is wrong with an example, briefly. */
export async function faultsOf(example: ExampleFiles): Promise<string[]> {
  return brief((await checkExample(example)).diagnostics)
}

/** What is wrong with some claims of the source `wire`, whose text is the example's; they begin in line 3. */
export function faultsOfClaims(claims: string): Promise<string[]> {
  return faultsOf(`source: { id: wire, published: 2024-08-02, text: texts/wire.txt }\nclaims:\n${claims}\n`)
}
