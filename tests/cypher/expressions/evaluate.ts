/** Computes expressions by themselves: whatever they name has the values that are given. */
import { CypherError } from '../../../src/cypher/cypher-error.ts'
import type { Context } from '../../../src/cypher/context.ts'
import { compileExpression } from '../../../src/cypher/expressions/compile.ts'
import type {
  CompileScope,
  Evaluate,
  ForEachRow,
  Frame,
} from '../../../src/cypher/expressions/compile-scope.ts'
import type { PropertyGraph } from '../../../src/cypher/property-graph.ts'
import type { Variable } from '../../../src/cypher/semantics/analysis.ts'
import type { Expression, Query } from '../../../src/cypher/syntax/ast.ts'
import { parseExpression } from '../../../src/cypher/syntax/parse.ts'
import type { NodeValue, RelationshipValue, Value } from '../../../src/cypher/value.ts'
import { listGraph } from '../list-graph.ts'

type Values = Readonly<Record<string, Value>>

/** What an expression is computed with. */
export interface Setting {
  readonly variables?: Values
  readonly parameters?: Values
  readonly graph?: PropertyGraph
  /** The rows of each pattern and subquery: the variables that they set. */
  readonly rows?: readonly Values[]
  /** Values of parts of the expression that have been computed before. */
  readonly computed?: (expression: Expression) => Iterable<readonly [Expression, Value]>
  /** What a shortest path is. */
  readonly path?: Value
}

/** An expression with a frame to compute it in. */
export interface Prepared {
  readonly evaluate: Evaluate
  readonly frame: Frame
  readonly context: Context
  /** How many steps it has taken so far. */
  readonly steps: () => number
  /** How many rows of patterns and subqueries it has asked for so far. */
  readonly rows: () => number
}

/** The value of an expression. */
export function valueOf(given: string | Expression, setting?: Setting): Value {
  const { evaluate, frame, context } = prepare(given, setting)
  return evaluate(frame, context)
}

/** What is wrong with an expression when it is computed: class, detail, phase and the text at the place. */
export function faultOf(text: string, setting?: Setting): readonly (string | undefined)[] {
  try {
    valueOf(text, setting)
  } catch (fault) {
    if (!(fault instanceof CypherError)) throw fault
    const { errorClass, detail, phase, place } = fault
    return [errorClass, detail, phase, place && text.slice(place.start, place.end)]
  }
  throw new Error(`${text} has a value.`)
}

const firstSlotOfComputed = 50

/** An expression, compiled. */
export function prepare(given: string | Expression, setting: Setting = {}): Prepared {
  const expression = typeof given === 'string' ? parseExpression(given) : given
  const names = new Names()
  const frame: Frame = []
  for (const [name, value] of Object.entries(setting.variables ?? {})) frame[names.find(name).slot] = value
  const counter = { steps: 0, rows: 0 }
  const slotOf = new Map<Expression, number>()
  for (const [part, value] of setting.computed?.(expression) ?? []) {
    slotOf.set(part, firstSlotOfComputed + slotOf.size)
    frame[firstSlotOfComputed + slotOf.size - 1] = value
  }
  const scope = { ...scopeOf(expression, setting, names, counter), slotOf }
  return {
    evaluate: compileExpression(expression, scope),
    frame,
    context: contextOf(setting, counter),
    steps: () => counter.steps,
    rows: () => counter.rows,
  }
}

/** The node or the relationship of a number. */
export function node(id: number): NodeValue {
  return { kind: 'node', id }
}

export function relationship(id: number): RelationshipValue {
  return { kind: 'relationship', id }
}

class Names {
  private readonly variables = new Map<string, Variable>()

  find(name: string): Variable {
    const found = this.variables.get(name)
    if (found) return found
    const place = { start: 0, end: 0 }
    const made: Variable = { name, slot: this.variables.size, type: 'any', place }
    this.variables.set(name, made)
    return made
  }
}

interface Counter {
  steps: number
  rows: number
}

function scopeOf(expression: Expression, setting: Setting, names: Names, counter: Counter): CompileScope {
  const { variables, queries } = partsOf(expression, names)
  const rows = rowsOf(setting.rows ?? [], names, counter)
  return {
    analysis: {
      statement: { explain: false, query: { parts: [], unions: [], start: 0, end: 0 }, start: 0, end: 0 },
      variables,
      projections: new Map(),
      subqueries: new Map(),
      returns: new Map(queries.flatMap(({ parts }) => parts.map((part) => [part, [names.find('x')]]))),
      calls: new Map(),
      imports: new Map(),
      columns: [],
      slotCount: 100,
    },
    slotOf: new Map(),
    rowsOfQuery: () => rows,
    rowsOfPattern: () => rows,
    shortestPath: () => () => setting.path ?? null,
  }
}

/** All that names a variable, by its text, and all queries within. */
function partsOf(
  expression: Expression,
  names: Names,
): { readonly variables: Map<object, Variable>; readonly queries: readonly Query[] } {
  const variables = new Map<object, Variable>()
  const queries: Query[] = []
  const rest: object[] = [expression]
  for (let part = rest.pop(); part; part = rest.pop()) {
    const { kind, name, text } = part as { kind?: unknown; name?: unknown; text?: unknown }
    if (kind === 'variable' && typeof name === 'string') variables.set(part, names.find(name))
    else if (typeof text === 'string') variables.set(part, names.find(text))
    if ('unions' in part) queries.push(part as Query)
    for (const value of Object.values(part) as unknown[])
      if (typeof value === 'object' && value !== null) rest.push(value)
  }
  return { variables, queries }
}

function rowsOf(rows: readonly Values[], names: Names, counter: Counter): ForEachRow {
  const slots = rows.map((row) =>
    Object.entries(row).map(([name, value]) => ({ slot: names.find(name).slot, value })),
  )
  return (frame, _context, onRow) =>
    slots.every((row) => {
      counter.rows += 1
      for (const { slot, value } of row) frame[slot] = value
      return onRow()
    })
}

function contextOf({ graph, parameters = {} }: Setting, counter: Counter): Context {
  return {
    graph: graph ?? listGraph({ nodes: [] }),
    parameters: new Map(Object.entries(parameters)),
    budget: {
      step: (steps = 1) => {
        counter.steps += steps
      },
      keep: () => undefined,
      release: () => undefined,
      make: () => undefined,
      made: 0,
    },
    now: { epochMilliseconds: 0 },
    node,
    relationship,
  }
}
