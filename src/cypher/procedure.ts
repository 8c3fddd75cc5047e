/** What a procedure is to the engine: `CALL name(arguments) YIELD fields`. */
import type { Context } from './context.ts'
import type { StaticType } from './functions/definition.ts'
import type { Value } from './value.ts'

/** A procedure that only reads. */
export interface ProcedureDefinition {
  /** `db.labels`. */
  readonly name: string
  readonly parameters: readonly { readonly name: string; readonly types: readonly StaticType[] }[]
  readonly fields: readonly { readonly name: string; readonly type: StaticType }[]
  /** The rows, each with a value for every field. */
  readonly call: (given: readonly Value[], context: Context) => Iterable<readonly Value[]>
}
