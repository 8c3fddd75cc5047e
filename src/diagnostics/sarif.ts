/** Diagnostics in SARIF 2.1.0, which code scanning services read. */
import { catalogue, type Code } from './catalogue.ts'
import type { Diagnostic, Related, Severity } from './diagnostic.ts'
import type { Range } from './source-file.ts'

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** Diagnostics as a SARIF log of one run, to be printed as JSON. `version` is that of stancegraph. */
export function sarifLog(diagnostics: readonly Diagnostic[], version: string): object {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort()
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'stancegraph', version, rules: codes.map(ruleOf) } },
        columnKind: 'unicodeCodePoints',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, codes)),
      },
    ],
  }
}

function ruleOf(code: Code): object {
  return { id: code, fullDescription: { text: catalogue[code].about } }
}

function resultOf(diagnostic: Diagnostic, codes: readonly Code[]): object {
  const { code, severity, message, hint, related = [] } = diagnostic
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levelOf(severity),
    message: { text: hint === undefined ? message : `${message}\nhint: ${hint}` },
    locations: [locationOf(diagnostic)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        ...locationOf(other),
        message: { text: other.message },
      })),
    }),
  }
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'info' ? 'note' : severity
}

function locationOf({ file, range }: Diagnostic | Related): object {
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: regionOf(range) } }
}

/** A path as a URI reference: relative to the project, or of a file elsewhere. */
function uriOf(path: string): string {
  const escaped = path.split('/').map(encodeURIComponent).join('/')
  return path.startsWith('/') ? `file://${escaped}` : escaped
}

function regionOf({ start, end }: Range): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}
