import { collectDiagnostics, compareDiagnostics, type Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { readSchema, type SchemaReading } from '../../src/schema/read-schema.ts'
import { readYaml } from '../../src/yaml/read-yaml.ts'
import { faultLine } from '../yaml/read-text.ts'

/** What `readSchema` makes of the files `a.yaml`, `b.yaml` and so on; diagnostics by place. */
export function readTexts(...texts: string[]): SchemaReading & { diagnostics: Diagnostic[] } {
  const { diagnostics, report } = collectDiagnostics()
  const files = texts.map((text, index) => ({ name: `${String.fromCharCode(97 + index)}.yaml`, text }))
  const reading = readSchema(
    files.flatMap((file) => readYaml(file, report)),
    report,
  )
  return { ...reading, diagnostics: diagnostics.sort(compareDiagnostics) }
}

/** The faults of a schema, in the form `1:2-1:5 error code: message`. */
export function faultsOf(...texts: string[]): string[] {
  return readTexts(...texts).diagnostics.map(faultLine)
}

/** The hints of the faults. */
export function hintsOf(...texts: string[]): (string | undefined)[] {
  return readTexts(...texts).diagnostics.map(({ hint }) => hint)
}

/** The other places that the faults name, in the form `a.yaml:1:2 message`. */
export function relatedOf(...texts: string[]): string[] {
  return readTexts(...texts).diagnostics.flatMap(({ related = [] }) =>
    related.map(({ file, message, range }) => `${file}:${range.start.line}:${range.start.column} ${message}`),
  )
}
