import { expect, test } from 'vitest'
import { sarifLog } from '../../src/diagnostics/sarif.ts'
import { checkExample } from '../project/check-example.ts'

test('Diagnostics become a SARIF log with rules, places in code points and related places', async () => {
  const { diagnostics } = await checkExample({
    'data/a b.yaml':
      'source: { id: wire, published: 2024 }\nclaims:\n  - Norland —recognizes→ González\n  - Norland —recognizes→ González\n  - Norland —recogmizes→ González\n',
  })
  expect(sarifLog(diagnostics, '1.2.3')).toEqual({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'stancegraph',
            version: '1.2.3',
            rules: [
              {
                id: 'duplicate-claim',
                fullDescription: { text: 'The same claim twice in one source would count twice.' },
              },
              {
                id: 'unknown-relation',
                fullDescription: {
                  text: 'Only relations that the graph schema declares can be claimed, so that each edge means what its note says.',
                },
              },
            ],
          },
        },
        columnKind: 'unicodeCodePoints',
        results: [
          {
            ruleId: 'duplicate-claim',
            ruleIndex: 0,
            level: 'error',
            message: {
              text: '`Norland —recognizes→ González` is claimed twice by this source, with the same date and the same speaker.\nhint: list both quotes under one claim; if they are two acts, give one an `id`',
            },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'data/a%20b.yaml' },
                  region: { startLine: 4, startColumn: 5, endLine: 4, endColumn: 34 },
                },
              },
            ],
            relatedLocations: [
              {
                id: 0,
                message: { text: 'It is claimed here first.' },
                physicalLocation: {
                  artifactLocation: { uri: 'data/a%20b.yaml' },
                  region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 34 },
                },
              },
            ],
          },
          {
            ruleId: 'unknown-relation',
            ruleIndex: 1,
            level: 'error',
            message: {
              text: '`recogmizes` is not a relation of the graph schema.\nhint: did you mean `recognizes`?',
            },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'data/a%20b.yaml' },
                  region: { startLine: 5, startColumn: 14, endLine: 5, endColumn: 24 },
                },
              },
            ],
          },
        ],
      },
    ],
  })
})
