/** The syntax tree of a query: small immutable objects in discriminated unions, each with its place in the text. */

/** A stretch of the query text, in UTF-16 code units: the first, and the one after the last. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** A name as it was written, backticks taken off. */
export interface Name extends Place {
  readonly text: string
}

// Queries

/** A whole statement. */
export interface Statement extends Place {
  /** `EXPLAIN` before the query: its plan is the answer. */
  readonly explain: boolean
  readonly query: Query
}

/** `UNION` of single queries; usually just one. */
export interface Query extends Place {
  readonly parts: readonly SingleQuery[]
  /** Between each two parts: whether `UNION ALL`. One fewer than `parts`. */
  readonly unions: readonly { readonly all: boolean; readonly place: Place }[]
}

/** Clauses one after another. */
export interface SingleQuery extends Place {
  readonly clauses: readonly Clause[]
}

/** A clause that reads or passes on rows. */
export type Clause = MatchClause | UnwindClause | ProjectionClause | CallProcedureClause | CallSubqueryClause

/** MATCH or OPTIONAL MATCH. */
export interface MatchClause extends Place {
  readonly kind: 'match'
  readonly optional: boolean
  readonly patterns: readonly PathPattern[]
  readonly where?: Expression
}

/** `UNWIND list AS variable`. */
export interface UnwindClause extends Place {
  readonly kind: 'unwind'
  readonly list: Expression
  readonly variable: Name
}

/** WITH or RETURN. */
export interface ProjectionClause extends Place {
  readonly kind: 'with' | 'return'
  readonly distinct: boolean
  /** `*`: all variables, before the items. */
  readonly all: boolean
  readonly items: readonly ProjectionItem[]
  readonly orderBy: readonly SortItem[]
  readonly skip?: Expression
  readonly limit?: Expression
  /** Only of WITH. */
  readonly where?: Expression
}

/** What one column of WITH or RETURN is computed from. */
export interface ProjectionItem extends Place {
  readonly expression: Expression
  /** `AS name`. */
  readonly alias?: Name
  /** The column's name where there is no alias: the expression's text as written. */
  readonly text: string
}

/** One expression of ORDER BY. */
export interface SortItem extends Place {
  readonly expression: Expression
  readonly descending: boolean
}

/** `CALL name(…) YIELD …`. */
export interface CallProcedureClause extends Place {
  readonly kind: 'call procedure'
  /** `db.labels`. */
  readonly procedure: Name
  /** Absent without parentheses (only in a standalone call: then arguments are taken from parameters). */
  readonly arguments?: readonly Expression[]
  /** Absent where nothing is yielded by name; '*' in a standalone call. */
  readonly yield?: '*' | readonly { readonly field: Name; readonly alias?: Name }[]
  readonly where?: Expression
  readonly optional: boolean
}

/** `CALL { … }`. */
export interface CallSubqueryClause extends Place {
  readonly kind: 'call subquery'
  readonly optional: boolean
  readonly query: Query
  /** `CALL (a, b) { … }`: the variables it sees; '*' for all; absent for `CALL { WITH a … }`. */
  readonly scope?: '*' | readonly Name[]
}

// Patterns

/** Nodes and the relationships between them, perhaps with a name for the path or within shortestPath. */
export interface PathPattern extends Place {
  readonly variable?: Name
  readonly shortest?: 'shortestPath' | 'allShortestPaths'
  /** Node, relationship, node, …: begins and ends with a node. */
  readonly nodes: readonly NodePattern[]
  /** One fewer than `nodes`. */
  readonly relationships: readonly RelationshipPattern[]
}

/** `(n:Label {key: value} WHERE …)`. */
export interface NodePattern extends Place {
  readonly variable?: Name
  readonly labels?: LabelExpression
  /** A map literal or a parameter. */
  readonly properties?: Expression
  readonly where?: Expression
}

/** `-[r:TYPE*1..3 {key: value} WHERE …]->`. */
export interface RelationshipPattern extends Place {
  readonly variable?: Name
  readonly types?: LabelExpression
  readonly direction: 'right' | 'left' | 'both'
  /** `*`, `*2`, `*1..3`; absent for a single relationship. */
  readonly length?: { readonly minimum?: bigint; readonly maximum?: bigint } & Place
  readonly properties?: Expression
  readonly where?: Expression
}

/** What labels or what type an element has: `A|B&!C`, `%`. Long chains of `|` and `&` are trees of little height. */
export type LabelExpression =
  | ({ readonly kind: 'label'; readonly name: string } & Place)
  | ({ readonly kind: 'any label' } & Place)
  | ({ readonly kind: 'not label'; readonly operand: LabelExpression } & Place)
  | ({
      readonly kind: 'and labels' | 'or labels'
      readonly left: LabelExpression
      readonly right: LabelExpression
    } & Place)

// Expressions

/** What has a value, or is a condition. */
export type Expression =
  | ({ readonly kind: 'literal'; readonly value: null | boolean | bigint | number | string } & Place)
  | ({ readonly kind: 'parameter'; readonly name: string } & Place)
  | ({ readonly kind: 'variable'; readonly name: string } & Place)
  | ({ readonly kind: 'property'; readonly subject: Expression; readonly name: Name } & Place)
  | ({ readonly kind: 'index'; readonly subject: Expression; readonly index: Expression } & Place)
  | ({
      readonly kind: 'slice'
      readonly subject: Expression
      readonly from?: Expression
      readonly to?: Expression
    } & Place)
  | ({ readonly kind: 'list'; readonly items: readonly Expression[] } & Place)
  | ({ readonly kind: 'map'; readonly entries: readonly MapEntry[] } & Place)
  | ({ readonly kind: 'unary'; readonly operator: 'not' | '+' | '-'; readonly operand: Expression } & Place)
  | ({ readonly kind: 'is null'; readonly not: boolean; readonly operand: Expression } & Place)
  | ({
      readonly kind: 'is type'
      readonly not: boolean
      readonly operand: Expression
      readonly type: TypeExpression
    } & Place)
  | ({ readonly kind: 'has labels'; readonly operand: Expression; readonly labels: LabelExpression } & Place)
  | ({
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
    } & Place)
  /** `a < b <= c`: one operator fewer than operands. */
  | ({
      readonly kind: 'comparison'
      readonly operands: readonly Expression[]
      readonly operators: readonly ComparisonOperator[]
    } & Place)
  | ({
      readonly kind: 'call'
      readonly name: Name
      readonly distinct: boolean
      readonly arguments: readonly Expression[]
    } & Place)
  | ({ readonly kind: 'count rows' } & Place)
  | ({
      readonly kind: 'case'
      readonly subject?: Expression
      readonly branches: readonly { readonly when: readonly Expression[]; readonly then: Expression }[]
      readonly otherwise?: Expression
    } & Place)
  | ({
      readonly kind: 'list comprehension'
      readonly variable: Name
      readonly list: Expression
      readonly where?: Expression
      readonly projection?: Expression
    } & Place)
  | ({
      readonly kind: 'pattern comprehension'
      readonly pattern: PathPattern
      readonly where?: Expression
      readonly projection: Expression
    } & Place)
  | ({
      readonly kind: 'quantifier'
      readonly quantifier: 'all' | 'any' | 'none' | 'single'
      readonly variable: Name
      readonly list: Expression
      readonly where: Expression
    } & Place)
  | ({
      readonly kind: 'reduce'
      readonly accumulator: Name
      readonly initial: Expression
      readonly variable: Name
      readonly list: Expression
      readonly step: Expression
    } & Place)
  | ({
      readonly kind: 'map projection'
      readonly subject: Name
      readonly entries: readonly MapProjectionEntry[]
    } & Place)
  /** `shortestPath(…)` or `allShortestPaths(…)` where a value is expected. */
  | ({ readonly kind: 'shortest path'; readonly pattern: PathPattern } & Place)
  /** A pattern as a condition, also in `exists((a)-->(b))`: whether it matches. */
  | ({ readonly kind: 'pattern'; readonly pattern: PathPattern } & Place)
  /** `EXISTS { … }`; a bare pattern in the braces has been made into a query of one MATCH that returns `*`. */
  | ({ readonly kind: 'exists' | 'count' | 'collect'; readonly query: Query } & Place)

/** An expression of one kind. */
export type ExpressionOf<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>

/** `key: value`. */
export interface MapEntry {
  readonly key: Name
  readonly value: Expression
}

/** `.name`, `.*`, `key: value`, or a variable. */
export type MapProjectionEntry =
  | ({ readonly kind: 'property'; readonly name: Name } & Place)
  | ({ readonly kind: 'all properties' } & Place)
  | ({ readonly kind: 'entry'; readonly key: Name; readonly value: Expression } & Place)
  | ({ readonly kind: 'variable'; readonly name: Name } & Place)

/** Between two operands; comparisons are apart, since they make chains. */
export type BinaryOperator =
  | 'or'
  | 'xor'
  | 'and'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '^'
  | '||'
  | 'in'
  | 'starts with'
  | 'ends with'
  | 'contains'
  | '=~'

/** Between two neighbours in a comparison. */
export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>='

/** What may stand after `IS ::`: one type or several, each perhaps `NOT NULL`. */
export type TypeExpression =
  | ({ readonly kind: 'type'; readonly name: TypeName; readonly notNull: boolean } & Place)
  | ({ readonly kind: 'list type'; readonly item: TypeExpression; readonly notNull: boolean } & Place)
  | ({ readonly kind: 'any of'; readonly types: readonly TypeExpression[] } & Place)

/** The names of Cypher's types; other names of one (`INT`, `TIMESTAMP WITH TIME ZONE`) have been replaced. */
export type TypeName =
  | 'NOTHING'
  | 'NULL'
  | 'BOOLEAN'
  | 'STRING'
  | 'INTEGER'
  | 'FLOAT'
  | 'DATE'
  | 'LOCAL TIME'
  | 'ZONED TIME'
  | 'LOCAL DATETIME'
  | 'ZONED DATETIME'
  | 'DURATION'
  | 'POINT'
  | 'NODE'
  | 'RELATIONSHIP'
  | 'MAP'
  | 'PATH'
  | 'PROPERTY VALUE'
  | 'ANY'
