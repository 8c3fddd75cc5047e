import { collectDiagnostics, type Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { readYaml } from '../../src/yaml/read-yaml.ts'
import type { YamlDocument, YamlNode } from '../../src/yaml/yaml-node.ts'

/** What `readYaml` makes of a text. */
export function readText(text: string): { documents: YamlDocument[]; diagnostics: Diagnostic[] } {
  const { diagnostics, report } = collectDiagnostics()
  return { documents: readYaml({ name: 'a.yaml', text }, report), diagnostics }
}

/** Diagnostics in the form `1:2-1:5 error code: message`. */
export function faultsIn(text: string): string[] {
  return readText(text).diagnostics.map(faultLine)
}

export function faultLine({ code, severity, range: { start, end }, message }: Diagnostic): string {
  return `${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${code}: ${message}`
}

/** A document's values: maps as lists of pairs, so that every key is kept. */
export function valuesOf(node: YamlNode | undefined): unknown {
  switch (node?.kind) {
    case 'map':
      return node.entries.map(({ key, value }) => [key, valuesOf(value)])
    case 'list':
      return node.items.map(valuesOf)
    case 'scalar':
      return node.text
    case undefined:
      return undefined
  }
}

/** The values of all documents, of a text without faults. */
export function valuesIn(text: string): unknown[] {
  const { documents, diagnostics } = readText(text)
  if (diagnostics.length > 0) throw new Error(diagnostics.map(faultLine).join('\n'))
  return documents.map(({ root }) => valuesOf(root))
}
