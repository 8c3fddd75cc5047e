import { expect, test } from 'vitest'
import { faultOf, inShort } from './faults.ts'
import { readPattern } from './outline.ts'

test.each([
  ['()', '(node)'],
  ['(n)', '(node n)'],
  ['(n:A:B {x: 1, y: $y})', '(node n :(& A B) (map x: 1 y: $y))'],
  ['(n:A|B&!C)', '(node n :(| A (& B (! C))))'],
  ['(:%)', '(node :%)'],
  ['(n IS A)', '(node n :A)'],
  ['(IS A)', '(node :A)'],
  ['(is)', '(node is)'],
  ['(n $p)', '(node n $p)'],
  ['(n WHERE n.x > 1)', '(node n where (compare (. n x) > 1))'],
  ['(n:A {x: 1} WHERE n.y)', '(node n :A (map x: 1) where (. n y))'],
  ['(WHERE true)', '(node where true)'],
  ['(where)', '(node where)'],
  ['(where:A)', '(node where :A)'],
  ['(where WHERE true)', '(node where where true)'],
  ['(`a b`:`c d`)', '(node a b :c d)'],
])('reads the node %s', (text, expected) => {
  expect(readPattern(text)).toBe(expected)
})

test.each([
  ['--', '(both)'],
  ['-->', '(right)'],
  ['<--', '(left)'],
  ['<-->', '(both)'],
  ['- - >', '(right)'],
  ['-[]-', '(both)'],
  ['-[r]->', '(right r)'],
  ['<-[r]->', '(both r)'],
  ['<-[:A|B]-', '(left :(| A B))'],
  ['-[:A|:B|:C]->', '(right :(| (| A B) C))'],
  ['-[r:!A]->', '(right r :(! A))'],
  ['-[r:A {x: 1} WHERE r.y]->', '(right r :A (map x: 1) where (. r y))'],
  ['-[IS A]->', '(right :A)'],
  ['-[*]->', '(right *..)'],
  ['-[r*2]->', '(right r *2..2)'],
  ['-[:A*1..3]->', '(right :A *1..3)'],
  ['-[*..3 {x: 1}]->', '(right *..3 (map x: 1))'],
  ['-[*0..]->', '(right *0..)'],
  ['-[*..]->', '(right *..)'],
  ['‹-[r]-›'.replace('‹', '〈').replace('›', '〉'), '(both r)'],
  ['—[r]—⟩', '(right r)'],
  ['﹤––', '(left)'],
])('reads the relationship %s', (text, expected) => {
  expect(readPattern(`(a)${text}(b)`)).toBe(`(node a) ${expected} (node b)`)
})

test.each([
  ['p = (a)-->(b)<--(c)', 'p = (node a) (right) (node b) (left) (node c)'],
  ['match = (a)', 'match = (node a)'],
  ['shortestPath((a)-[:A*..5]-(b))', 'shortestPath (node a) (both :A *..5) (node b)'],
  ['p = allShortestPaths((a)-[*]->(b))', 'p = allShortestPaths (node a) (right *..) (node b)'],
  ['((a)-->(b))', '(node a) (right) (node b)'],
  ['p = (((a)))', 'p = (node a)'],
])('reads the path %s', (text, expected) => {
  expect(readPattern(text)).toBe(expected)
})

test.each([
  ['(a:A', "UnexpectedSyntax at ‹RETURN›: Expected ')' but found 'RETURN'."],
  ['(a A)', "UnexpectedSyntax at ‹A›: Expected ')' but found 'A'."],
  ['(a:)', "UnexpectedSyntax at ‹)›: Expected a label but found ')'."],
  ['(a {x: 1}:A)', "UnexpectedSyntax at ‹:›: Expected ')' but found ':'."],
  ['(a)-(b)', "UnexpectedSyntax at ‹(›: Expected '-' but found '('."],
  ['(a)->(b)', "UnexpectedSyntax at ‹>›: Expected '-' but found '>'."],
  ['(a)-[r]', "UnexpectedSyntax at ‹RETURN›: Expected '-' but found 'RETURN'."],
  ['(a)--', "UnexpectedSyntax at ‹RETURN›: Expected a node such as '(n)' but found 'RETURN'."],
  ['a', "UnexpectedSyntax at ‹a›: Expected a node such as '(n)' but found 'a'."],
  ['(a) (b)', "UnexpectedSyntax at ‹(›: Expected a relationship between the nodes but found '('."],
  [
    '(a)-[:A:B]-(b)',
    "UnexpectedSyntax at ‹:›: Relationship types cannot be joined with ':', as a relationship has one type only.",
  ],
  ['(a)-[:A..]-(b)', "InvalidRelationshipPattern at ‹..›: A length needs '*' before it."],
  ['(a)-[*-2]-(b)', 'InvalidRelationshipPattern at ‹-›: A length cannot be negative.'],
  ['(a)-[*1.5]-(b)', 'UnexpectedSyntax at ‹1.5›: Expected an integer but found 1.5.'],
  [
    '(a)-[r* WHERE r.x]-(b)',
    'UnsupportedSyntax at ‹WHERE›: A relationship of variable length cannot have WHERE.',
  ],
  [
    '(a)-[:!A*]-(b)',
    "UnsupportedSyntax at ‹!A›: A relationship of variable length can only have types with '|' between them.",
  ],
  ['((a)-->(b)){1,3}', 'UnsupportedSyntax at ‹{›: Quantified path patterns are not supported.'],
  ['(a)-[:A]->+(b)', 'UnsupportedSyntax at ‹+›: Quantified path patterns are not supported.'],
  ['(a)-[:A]->{2}(b)', 'UnsupportedSyntax at ‹{›: Quantified path patterns are not supported.'],
  [
    '(a) ((b)-->(c))+ (d)',
    "UnexpectedSyntax at ‹(›: Expected a relationship between the nodes but found '('.",
  ],
  ['SHORTEST 1 (a)-->+(b)', 'UnsupportedSyntax at ‹SHORTEST›: SHORTEST before a pattern is not supported.'],
  [
    'p = ANY SHORTEST (a)-->+(b)',
    'UnsupportedSyntax at ‹ANY›: ANY SHORTEST before a pattern is not supported.',
  ],
  [
    'shortestPath((a))',
    'InvalidShortestPath at ‹shortestPath((a))›: shortestPath needs a pattern of one relationship between two nodes.',
  ],
])('tells what is wrong in %s', (pattern, expected) => {
  const text = `MATCH ${pattern} RETURN 1`
  expect(inShort(faultOf(text), text)).toBe(expected)
})

test.each([
  ['(a A)', 'A label stands after a colon: (n:Label).'],
  ['(a RETURN a', 'Close the node before: (n).'],
  ['(a)->(b)', 'Write a relationship as -[:TYPE]-> or -->.'],
  ['((a)-->(b)){1,3}', 'Write the length within the relationship, such as -[:TYPE*1..3]->.'],
  ['ALL SHORTEST (a)-->+(b)', 'Write shortestPath((a)-[*]->(b)) or allShortestPaths((a)-[*]->(b)).'],
  ['(a)-[:A:B]-(b)', 'Write [:A|B] for either type.'],
])('says what to write instead of %s', (pattern, hint) => {
  expect(faultOf(`MATCH ${pattern} RETURN 1`).hint).toBe(hint)
})
