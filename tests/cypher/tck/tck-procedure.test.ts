import { expect, test } from 'vitest'
import type { Context } from '../../../src/cypher/context.ts'
import type { Value } from '../../../src/cypher/value.ts'
import { parseProcedure } from './tck-procedure.ts'

function call(procedure: ReturnType<typeof parseProcedure>, ...given: readonly Value[]): unknown {
  return [...procedure.call(given, {} as Context)]
}

test('a procedure answers with the rows of its arguments', () => {
  const procedure = parseProcedure(
    'test.my.proc(name :: STRING?, id :: INTEGER?) :: (city :: STRING?, code :: INTEGER?)',
    [
      ['name', 'id', 'city', 'code'],
      [`'Tobias'`, '1', `'Malmö'`, '46'],
      [`'Tobias'`, '2', `'Berlin'`, '49'],
      ['null', '1', `'nowhere'`, 'null'],
    ],
  )
  expect(procedure).toMatchObject({
    name: 'test.my.proc',
    parameters: [
      { name: 'name', types: ['string'] },
      { name: 'id', types: ['integer'] },
    ],
    fields: [
      { name: 'city', type: 'string' },
      { name: 'code', type: 'integer' },
    ],
  })
  expect(call(procedure, 'Tobias', 2n)).toEqual([['Berlin', 49n]])
  expect(call(procedure, null, 1n)).toEqual([['nowhere', null]])
  expect(call(procedure, 'Stefan', 1n)).toEqual([])
})

test('a procedure may have no arguments, and no fields', () => {
  const labels = parseProcedure('test.labels() :: (label :: STRING?)', [['label'], [`'A'`], [`'B'`]])
  expect(call(labels)).toEqual([['A'], ['B']])
  expect(parseProcedure('test.doNothing() :: ()', [['']])).toMatchObject({ parameters: [], fields: [] })
})

test('an integer stands for the float that it equals', () => {
  const procedure = parseProcedure('p(in :: FLOAT?) :: (out :: STRING?)', [
    ['in', 'out'],
    ['42.0', `'close enough'`],
  ])
  expect(call(procedure, 42n)).toEqual([['close enough']])
})
