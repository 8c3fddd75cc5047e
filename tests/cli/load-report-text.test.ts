import { expect, test } from 'vitest'
import { loadReportText } from '../../src/cli/load-report-text.ts'

const none = { added: 0, changed: 0, removed: 0, unchanged: 0 }

test('A kept node of a claim is not called gone, as the claim itself may still be there', () => {
  const kept = [
    { id: 'Bo', label: 'Entity', relationships: 2 },
    { id: 'first#1', label: 'Claim', relationships: 1 },
  ] as const
  const text = loadReportText(
    { sources: none, entities: none, claims: none, kept },
    { name: 'g', dryRun: false },
  )
  expect(text.split('\n').slice(7)).toEqual([
    'Not needed any more, but kept for relationships that stancegraph did not write. Delete these, or move them to other',
    'nodes, and load again:',
    '  Entity Bo: 2 relationships',
    '  Claim first#1, which no other claim is about any more: 1 relationship',
    '',
  ])
})
