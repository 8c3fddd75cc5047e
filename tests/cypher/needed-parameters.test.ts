import { expect, test } from 'vitest'
import type { ProcedureDefinition } from '../../src/cypher/procedure.ts'
import { runQuery } from '../../src/cypher/query.ts'
import type { CypherParameter } from '../../src/cypher/result.ts'
import { listGraph } from './list-graph.ts'

const procedures: readonly ProcedureDefinition[] = [
  {
    name: 'test.pairs',
    parameters: [
      { name: 'from', types: ['integer'] },
      { name: 'to', types: ['integer'] },
    ],
    fields: [{ name: 'a', type: 'integer' }],
    call: () => [],
  },
]

function run(text: string, parameters: Readonly<Record<string, CypherParameter>>) {
  return runQuery(listGraph({ nodes: [], relationships: [] }), text, { parameters, procedures })
}

test('a parameter that is not given is missed before anything runs', async () => {
  await expect(run('UNWIND [] AS x RETURN $a + $b', { a: 1n })).rejects.toMatchObject({
    errorClass: 'ParameterMissing',
    detail: 'MissingParameter',
    phase: 'compile time',
    place: { start: 27, end: 29 },
    message: 'The parameter `b` is not given.',
    hint: 'Give a value for `b`.',
  })
  expect((await run('RETURN $a + $b AS sum', { a: 1n, b: 2n })).rows).toEqual([[3n]])
})

test('a CALL without parentheses takes the parameters of the same names', async () => {
  await expect(run('CALL test.pairs', { from: 1n })).rejects.toMatchObject({
    message: 'The parameter `to` is not given.',
    place: { start: 5, end: 15 },
  })
  expect((await run('CALL test.pairs', { from: 1n, to: 2n })).rows).toEqual([])
})
