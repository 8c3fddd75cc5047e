import { describe, expect, test } from 'vitest'
import type { Expression } from '../../../src/cypher/syntax/ast.ts'
import { parseExpression } from '../../../src/cypher/syntax/parse.ts'
import { expressionFault, inShort } from './faults.ts'
import { read } from './outline.ts'

function reads(cases: readonly (readonly [text: string, expected: string])[]): void {
  test.each(cases)('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
}

describe('operators by precedence', () => {
  reads([
    ['a OR b XOR c AND NOT d', '(or a (xor b (and c (not d))))'],
    ['a OR b OR c', '(or (or a b) c)'],
    ['NOT NOT a = b', '(not (not (compare a = b)))'],
    ['a < b <= c <> d', '(compare a < b <= c <> d)'],
    ['a = b IS NULL', '(compare a = (is null b))'],
    ['1 + 2 * 3 - 4', '(- (+ 1 (* 2 3)) 4)'],
    ["'a' || 'b' + 'c'", "(+ (|| 'a' 'b') 'c')"],
    ['a / b % c', '(% (/ a b) c)'],
    ['2 ^ 3 ^ 2', '(^ (^ 2 3) 2)'],
    ['-2 ^ 2', '(^ -2 2)'],
    ['-x ^ +y', '(^ (- x) (+ y))'],
    ['1--1', '(- 1 -1)'],
    ['3 - - - x', '(- 3 (- (- x)))'],
    ['(1 + 2) * 3', '(* (+ 1 2) 3)'],
    ['1 < -1', '(compare 1 < -1)'],
  ])
})

describe('conditions', () => {
  reads([
    ["a STARTS WITH 'x' AND b ENDS WITH 'y'", "(and (starts with a 'x') (ends with b 'y'))"],
    ["a CONTAINS 'x' + 'y'", "(contains a (+ 'x' 'y'))"],
    ["a =~ 'x.*'", "(=~ a 'x.*')"],
    ['a IN [1] = true', '(compare (in a (list 1)) = true)'],
    ['a IS NOT NULL IS NULL', '(is null (is not null a))'],
    ['n:A:B', '(labels n (& A B))'],
    ['n:A&!(B|%)', '(labels n (& A (! (| B %))))'],
    ['n IS A|B', '(labels n (| A B))'],
    ['n:A|B|C|D|E', '(labels n (| (| (| A B) C) (| D E)))'],
    ['NOT n:A AND true', '(and (not (labels n A)) true)'],
    ['n:A = true', '(compare (labels n A) = true)'],
  ])
})

describe('types', () => {
  reads([
    ['a IS :: INTEGER', '(is a INTEGER)'],
    ['a :: int NOT NULL', '(is a INTEGER!)'],
    ['a IS NOT TYPED BOOL!', '(is not a BOOLEAN!)'],
    ['a IS :: LIST<INTEGER NOT NULL> NOT NULL', '(is a (list of INTEGER!)!)'],
    ['a IS :: STRING ARRAY LIST', '(is a (list of (list of STRING)))'],
    ['a IS :: LIST<LIST<ANY>>', '(is a (list of (list of ANY)))'],
    ['a IS :: INTEGER | VARCHAR', '(is a (any of INTEGER STRING))'],
    ['a IS :: ANY VALUE<DATE | POINT>', '(is a (any of DATE POINT))'],
    ['a IS :: ANY EDGE', '(is a RELATIONSHIP)'],
    ['a IS :: SIGNED INTEGER', '(is a INTEGER)'],
    ['a IS :: TIMESTAMP WITH TIME ZONE', '(is a ZONED DATETIME)'],
    ['a IS :: TIMESTAMP WITHOUT TIMEZONE', '(is a LOCAL DATETIME)'],
    ['a IS :: TIME WITH TIMEZONE', '(is a ZONED TIME)'],
    ['a IS :: LOCAL TIME', '(is a LOCAL TIME)'],
    ['a IS :: PROPERTY VALUE', '(is a PROPERTY VALUE)'],
    ['a IS :: NOTHING', '(is a NOTHING)'],
  ])
})

describe('what follows a value', () => {
  reads([
    ['n.a.`b c`.return', '(. (. (. n a) b c) return)'],
    ['a[0][1 + 2]', '([] ([] a 0) (+ 1 2))'],
    ['a[1..2]', '([..] a 1 2)'],
    ['a[..2]', '([..] a - 2)'],
    ['a[1..]', '([..] a 1 -)'],
    ['a[..]', '([..] a - -)'],
    ['{a: 1}.a', '(. (map a: 1) a)'],
    ['-1[0]', '([] -1 0)'],
  ])
})

describe('lists and maps', () => {
  reads([
    ['[]', '(list)'],
    ["[1, 'a', [null]]", "(list 1 'a' (list null))"],
    ['{}', '(map)'],
    ['{a: 1, `b c`: {d: $e}, __proto__: 2}', '(map a: 1 b c: (map d: $e) __proto__: 2)'],
    ['n {.a, .*, b: 1, c}', '(project n .a .* b: 1 c)'],
    ['n {}', '(project n)'],
  ])
})

describe('comprehensions', () => {
  reads([
    ['[x IN xs]', '(each x xs - -)'],
    ['[x IN xs WHERE x > 1 | x + 1]', '(each x xs (compare x > 1) (+ x 1))'],
    ['[x IN xs | x:A|B]', '(each x xs - (labels x (| A B)))'],
    ['[x IN xs, y]', '(list (in x xs) y)'],
    ['[x IN xs AND true, [y IN ys, z]]', '(list (and (in x xs) true) (list (in y ys) z))'],
    ['[n IN ns WHERE n:A | n.name]', '(each n ns (labels n A) (. n name))'],
    ['[n IN ns WHERE n:A|B | n.name]', '(each n ns (labels n (| A B)) (. n name))'],
    ['[n IN ns WHERE n IS :: INTEGER | n]', '(each n ns (is n INTEGER) n)'],
    ['[(a)-->(b) | b.name]', '(each match (node a) (right) (node b) - (. b name))'],
    ['[p = (a)<--(b) WHERE b:A|B | p]', '(each match p = (node a) (left) (node b) (labels b (| A B)) p)'],
    ['[(a)-->(b)]', '(list (pattern (node a) (right) (node b)))'],
    ['[p = (a), 1]', '(list (compare p = a) 1)'],
  ])
})

describe('words with brackets', () => {
  reads([
    ['all(x IN xs WHERE x)', '(all x xs x)'],
    ['NONE(x IN xs WHERE x)', '(none x xs x)'],
    ['single(x IN xs WHERE x) OR any(x IN xs WHERE x)', '(or (single x xs x) (any x xs x))'],
    ['any(x)', '(call any x)'],
    ['reduce(a = 0, x IN xs | a + x)', '(reduce a 0 x xs (+ a x))'],
    ['count(*)', '(count rows)'],
    ['COUNT(DISTINCT x)', '(call COUNT distinct x)'],
    ['count(ALL x)', '(call count x)'],
    ['count(all)', '(call count all)'],
    ['count(distinct)', '(call count distinct)'],
    ['date . truncate(`a`, 1)', '(call date.truncate a 1)'],
    ['rand()', '(call rand)'],
    ['exists((a)-->())', '(pattern (node a) (right) (node))'],
    ['exists(n.name)', '(call exists (. n name))'],
    ['shortestPath((a)-[*]->(b))', '(shortest path shortestPath (node a) (right *..) (node b))'],
    ["trim(BOTH 'x' FROM y)", "(call btrim y 'x')"],
    ['trim(LEADING FROM y)', '(call ltrim y)'],
    ["trim(TRAILING 'x' FROM y)", "(call rtrim y 'x')"],
    ['trim(from)', '(call trim from)'],
  ])
})

describe('CASE', () => {
  reads([
    ['CASE WHEN a THEN 1 WHEN b THEN 2 ELSE 3 END', '(case - (when a 1) (when b 2) 3)'],
    ['CASE x WHEN 1, 2 THEN 3 END + 1', '(+ (case x (when 1 2 3) -) 1)'],
  ])
})

describe('subqueries', () => {
  reads([
    ['EXISTS { (a)-->(b) WHERE a.x }', '(exists match return)'],
    ['exists { MATCH (a) }', '(exists match)'],
    ['COUNT { p = (a)-->(), (b) }', '(count match return)'],
    ['COLLECT { MATCH (a) RETURN a UNION MATCH (b) RETURN b AS a }', '(collect match return match return)'],
    ['count {.x}', '(project count .x)'],
    ['count {x}', '(project count x)'],
    ['exists {x: 1}', '(project exists x: 1)'],
  ])

  test('a bare pattern becomes a MATCH that returns all, which takes no room', () => {
    const text = 'EXISTS { (a)-->(b) }'
    const expression = parseExpression(text)
    if (expression.kind !== 'exists') throw new Error('It is none.')
    const [match, returning] = expression.query.parts[0]?.clauses ?? []
    expect(match).toMatchObject({ kind: 'match', optional: false, start: 9, end: 18 })
    expect(returning).toMatchObject({ kind: 'return', all: true, items: [], start: 18, end: 18 })
  })
})

describe('patterns or brackets', () => {
  reads([
    ['(a)-->(b)', '(pattern (node a) (right) (node b))'],
    ['(a) - [r:A] - (b) AND x', '(and (pattern (node a) (both r :A) (node b)) x)'],
    ['NOT (a)<--()', '(not (pattern (node a) (left) (node)))'],
    ['(a)-(b)', '(- a b)'],
    ['(a)-1', '(- a 1)'],
    ['(a)-[1]', '(- a (list 1))'],
    ['(a)-[1]-(b)', '(- (- a (list 1)) b)'],
    ['(a)<-(b)', '(compare a < (- b))'],
    ['(a * 2)--(b)', '(- (* a 2) (- b))'],
    ['(a)--(b + 1)', '(- a (- (+ b 1)))'],
    ['(a)--f(b)', '(- a (- (call f b)))'],
    ['((a)-->(b))', '(pattern (node a) (right) (node b))'],
  ])
})

describe('keywords that are names', () => {
  reads([
    ['not', 'not'],
    ['case', 'case'],
    ['exists + count', '(+ exists count)'],
    ['all[0]', '([] all 0)'],
    ['match.where', '(. match where)'],
    ['order + by', '(+ order by)'],
    ['NOT not', '(not not)'],
    ['not AND case', '(and not case)'],
    ['`null`', 'null'],
    ['true.x', '(. true x)'],
  ])

  test('a name in backticks is never a keyword', () => {
    expect(parseExpression('`null`')).toMatchObject({ kind: 'variable', name: 'null' })
    expect(parseExpression('null')).toMatchObject({ kind: 'literal', value: null })
  })
})

test.each([
  ['', 'UnexpectedSyntax at ‹›: Expected an expression but found the end of the query.'],
  ['1 +', 'UnexpectedSyntax at ‹›: Expected an expression but found the end of the query.'],
  ['(1', "UnexpectedSyntax at ‹›: Expected ')' but found the end of the query."],
  ['[1, 2', "UnexpectedSyntax at ‹›: Expected ']' but found the end of the query."],
  ['[1,]', "UnexpectedSyntax at ‹]›: Expected an expression but found ']'."],
  ['{a 1}', "UnexpectedSyntax at ‹1›: Expected ':' but found '1'."],
  ['{1: 2}', "UnexpectedSyntax at ‹1›: Expected a key but found '1'."],
  ['{a.b: 2}', "UnexpectedSyntax at ‹.›: Expected ':' but found '.'."],
  ['n.', 'UnexpectedSyntax at ‹›: Expected the name of a property but found the end of the query.'],
  ['a == b', "UnexpectedSyntax at ‹=›: Expected an expression but found '='."],
  ['a != b', "UnexpectedSyntax at ‹!=›: Expected the end of the query but found '!='."],
  ["a LIKE 'b'", "UnexpectedSyntax at ‹LIKE›: Expected the end of the query but found 'LIKE'."],
  ["a CONTAIN 'b'", "UnexpectedSyntax at ‹CONTAIN›: Expected the end of the query but found 'CONTAIN'."],
  ["1 'two'", "UnexpectedSyntax at ‹'two'›: Expected the end of the query but found the string 'two'."],
  ['1 $two', 'UnexpectedSyntax at ‹$two›: Expected the end of the query but found the parameter $two.'],
  ['CASE 1 END', "UnexpectedSyntax at ‹END›: Expected WHEN but found 'END'."],
  ['CASE a WHEN > 1 THEN 2 END', 'UnsupportedSyntax at ‹>›: WHEN followed by an operator is not supported.'],
  ['any(x IN xs)', "UnexpectedSyntax at ‹)›: Expected WHERE but found ')'."],
  ['reduce(a = 0, x IN xs)', "UnexpectedSyntax at ‹)›: Expected '|' but found ')'."],
  ['a IS NOT A', "UnexpectedSyntax at ‹A›: Expected NULL, '::' or TYPED but found 'A'."],
  [
    'a IS :: NUMBER',
    "UnexpectedSyntax at ‹NUMBER›: Expected a type such as INTEGER or LIST<STRING> but found 'NUMBER'.",
  ],
  ['n:A:B|C', "UnexpectedSyntax at ‹:›: ':' cannot be mixed with '|', '&', '!' and '%' between labels."],
  ['n:A|:B', "UnexpectedSyntax at ‹:›: Expected a label but found ':'."],
  ['n:$label', 'UnsupportedSyntax at ‹$label›: Expected a label; it cannot be given as a value.'],
  ['EXISTS { }', "UnexpectedSyntax at ‹}›: Expected a query, such as MATCH … RETURN … but found '}'."],
  ['COLLECT { MATCH (a) }', 'InvalidClauseComposition at ‹MATCH (a)›: A query cannot end with MATCH.'],
  [
    'EXISTS { MATCH (a) SET a.x = 1 }',
    'InvalidClauseComposition at ‹SET›: SET would change the graph, but queries only read.',
  ],
])('tells what is wrong in %s', (text, expected) => {
  expect(inShort(expressionFault(text), text)).toBe(expected)
})

test.each([
  ['a == b', 'Write = for “equal”.'],
  ['a != b', 'Write <> for “not equal”.'],
  ["a LIKE 'b'", 'Write CONTAINS, STARTS WITH, ENDS WITH, or =~ with a regular expression.'],
  ["a CONTAIN 'b'", 'Did you mean CONTAINS?'],
  ['n:$label', 'Write WHERE $label IN labels(n).'],
  ['a IS :: DATETIME', 'Write ZONED DATETIME or LOCAL DATETIME.'],
  ['any(x IN xs)', 'Write any(x IN list WHERE condition).'],
])('says what to write instead of %s', (text, hint) => {
  expect(expressionFault(text).hint).toBe(hint)
})

test('every expression has its place, with what belongs to it', () => {
  const text = '(a + 1) * n.x[0] IS NULL'
  const found: string[] = []
  const visit = (expression: Expression): void => {
    found.push(text.slice(expression.start, expression.end))
    if (expression.kind === 'is null' || expression.kind === 'unary') visit(expression.operand)
    if (expression.kind === 'binary') [expression.left, expression.right].forEach(visit)
    if (expression.kind === 'index') [expression.subject, expression.index].forEach(visit)
    if (expression.kind === 'property') visit(expression.subject)
  }
  visit(parseExpression(text))
  expect(found).toEqual([
    '(a + 1) * n.x[0] IS NULL',
    '(a + 1) * n.x[0]',
    'a + 1',
    'a',
    '1',
    'n.x[0]',
    'n.x',
    'n',
    '0',
  ])
})
