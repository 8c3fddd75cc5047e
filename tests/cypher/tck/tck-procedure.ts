/** Procedures as the TCK gives them: a signature, and a table of what they answer. */
import type { StaticType } from '../../../src/cypher/functions/definition.ts'
import type { ProcedureDefinition } from '../../../src/cypher/procedure.ts'
import type { Value } from '../../../src/cypher/value.ts'
import { parseExpected } from './expected-value.ts'

/** The types that the TCK names; what takes a FLOAT takes an INTEGER, too. */
const types: ReadonlyMap<string, readonly StaticType[]> = new Map([
  ['STRING', ['string']],
  ['INTEGER', ['integer']],
  ['FLOAT', ['float', 'integer']],
  ['NUMBER', ['number']],
])

/**
 * The procedure of a signature such as `test.my.proc(in :: INTEGER?) :: (out :: STRING?)`, which gives those rows of the
 * table whose first columns are its arguments.
 */
export function parseProcedure(
  signature: string,
  table: readonly (readonly string[])[],
): ProcedureDefinition {
  const [, name = '', parameters = '', fields = ''] =
    /^([^(\s]+)\((.*?)\) *:: *\((.*?)\) *$/.exec(signature) ?? []
  const taken = parseFields(parameters)
  const given = parseFields(fields)
  const rows = table.slice(1).map((cells) => cells.map((cell) => parseExpected(cell) as Value))
  return {
    name,
    parameters: taken,
    fields: given.map((field) => ({ name: field.name, type: field.types[0] ?? 'any' })),
    call: (values) =>
      rows
        .filter((row) => values.every((value, index) => isSame(value, row[index] ?? null)))
        .map((row) => row.slice(taken.length)),
  }
}

function parseFields(text: string): { readonly name: string; readonly types: readonly StaticType[] }[] {
  return text
    .split(',')
    .filter((field) => field.trim() !== '')
    .map((field) => {
      const [name = '', type = ''] = field.split('::').map((part) => part.trim())
      const found = types.get(type.replace(/\?$/, ''))
      if (!found) throw new Error(`no type of a procedure: ${field}`)
      return { name, types: found }
    })
}

/** An argument may be 42 where the table has 42.0. */
function isSame(argument: Value, cell: Value): boolean {
  if (typeof argument === 'bigint' && typeof cell === 'number') return Number(argument) === cell
  return argument === cell
}
