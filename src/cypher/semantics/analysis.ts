/** What is known of a statement after its names are resolved and its kinds checked, before it is planned. */
import type { StaticType } from '../functions/definition.ts'
import type {
  CallProcedureClause,
  CallSubqueryClause,
  Expression,
  ExpressionOf,
  Place,
  ProjectionClause,
  Query,
  SingleQuery,
  Statement,
} from '../syntax/ast.ts'

/** Something that has a value in each row, at a fixed slot of the frame. */
export interface Variable {
  /** As written; of what has no name in the text, such as an unnamed node of a pattern, undefined. */
  readonly name: string | undefined
  /** Its place in the frame of the run: no two variables of a statement share one. */
  readonly slot: number
  readonly type: StaticType
  /** Where it is made. */
  readonly place: Place
}

/** A statement that may be planned. */
export interface Analysis {
  readonly statement: Statement
  /** How many slots a frame needs: all variables and aggregations have one below it. */
  readonly slotCount: number
  /**
   * Which variable is meant, by the object of the syntax tree:
   * - an expression of the kind `variable`; the `Name` of a map projection's subject or of one of its `variable` entries;
   * - each node pattern and relationship pattern, also those without a name; each path pattern with a name;
   * - the `Name` that makes a variable: of UNWIND, a comprehension, a quantifier, `reduce`, a field of YIELD (its alias where
   *   it has one, else its field).
   * A pattern element whose variable was there before the clause has the same Variable object as before.
   */
  readonly variables: ReadonlyMap<object, Variable>
  readonly projections: ReadonlyMap<ProjectionClause, Projection>
  readonly subqueries: ReadonlyMap<CallSubqueryClause, Subquery>
  /**
   * For each single query: the variables that its RETURN makes, in order, or the YIELD of a procedure that is called on
   * its own; empty for one that returns nothing. The parts of a UNION give theirs in the order of the first part's columns.
   */
  readonly returns: ReadonlyMap<SingleQuery, readonly Variable[]>
  /** The procedure of each CALL, with its yields in order. */
  readonly calls: ReadonlyMap<CallProcedureClause, ProcedureCall>
  /**
   * For patterns that are expressions or comprehensions, for shortest paths and for subqueries in expressions: which of the
   * variables in them came from outside.
   */
  readonly imports: ReadonlyMap<Expression, ReadonlySet<Variable>>
  readonly columns: readonly string[]
}

/** WITH or RETURN, with `*` written out. */
export interface Projection {
  readonly items: readonly ProjectedItem[]
  /**
   * The aggregations in the items and in ORDER BY, each different one once; empty where the clause does not aggregate. When
   * an expression is evaluated after the aggregation, `slotOf` says where its value is.
   */
  readonly aggregations: readonly Aggregation[]
  /**
   * Whether there are aggregations: the items without any are then the grouping keys. Patterns and nested queries may also
   * take a variable that is a key under another name (`a AS b`) from its own slot.
   */
  readonly isAggregating: boolean
  /**
   * Expressions within the items, ORDER BY and the WHERE of a WITH whose value is found in a slot when they are evaluated
   * there: each occurrence of an aggregation; in an aggregating clause, each occurrence of a grouping key within an item
   * that has aggregations; in ORDER BY and WHERE, each occurrence of an item's expression or alias.
   */
  readonly slotOf: ReadonlyMap<Expression, number>
}

/** One column that WITH or RETURN makes. */
export interface ProjectedItem {
  /** Undefined for a variable that `*` has taken over. */
  readonly expression: Expression | undefined
  /**
   * The variable that is passed on as it is, by `*` or by its name alone (`a`, `a AS a`): then `variable` is the same object
   * and nothing has to be copied.
   */
  readonly from: Variable | undefined
  readonly variable: Variable
  /** The name of the column. */
  readonly name: string
  readonly hasAggregation: boolean
}

/** An aggregation, and where its value is found. */
export interface Aggregation {
  readonly expression: ExpressionOf<'call' | 'count rows'>
  readonly slot: number
}

/** `CALL { … }`. */
export interface Subquery {
  /**
   * The variables that it makes, and by its branches (`query.parts`) the variables that each gives for them, in the same
   * order. Where there is one branch, its variables are the outputs themselves: nothing has to be copied.
   */
  readonly outputs: readonly Variable[]
  readonly branches: readonly (readonly Variable[])[]
  /** What it uses of the rows before it. */
  readonly imports: ReadonlySet<Variable>
  readonly query: Query
  /** It returns nothing, so that it only lets rows through. */
  readonly isUnit: boolean
}

/** A call of a procedure that there is. */
export interface ProcedureCall {
  /** Its name as registered. */
  readonly name: string
  /** Index of each yielded field among the procedure's, and the variable it gets. */
  readonly yields: readonly { readonly field: number; readonly variable: Variable }[]
}
