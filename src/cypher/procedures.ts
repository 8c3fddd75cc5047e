/** The procedures that every graph has. */
import type { Context } from './context.ts'
import type { ProcedureDefinition } from './procedure.ts'

/** `db.labels`, `db.relationshipTypes` and `db.propertyKeys`. */
export const procedures: readonly ProcedureDefinition[] = [
  listing('db.labels', 'label', ({ graph }) => graph.labels),
  listing('db.relationshipTypes', 'relationshipType', ({ graph }) => graph.types),
  listing('db.propertyKeys', 'propertyKey', ({ graph }) => graph.propertyKeys),
]

/** A procedure without arguments, with one field, that gives names. */
function listing(
  name: string,
  field: string,
  namesOf: (context: Context) => readonly string[],
): ProcedureDefinition {
  return {
    name,
    parameters: [],
    fields: [{ name: field, type: 'string' }],
    call: (_given, context) => namesOf(context).map((given) => [given]),
  }
}
