import { describe, expect, test } from 'vitest'
import type { Limits } from '../../../src/cypher/limits.ts'
import { runQuery } from '../../../src/cypher/query.ts'
import { completeGraph, endingOf, loneNodes, repeated } from './ending.ts'

/** 10,000 levels. */
function nested(open: string, inner: string, close: string): string {
  return repeated(10_000, open) + inner + repeated(10_000, close)
}

describe('10,000 levels', () => {
  test.each([
    ['( )', `RETURN ${nested('(', '1', ')')}`],
    ['[ ]', `RETURN ${nested('[', '1', ']')}`],
    ['{ }', `RETURN ${nested('{a: ', '1', '}')}`],
    ['f( )', `RETURN ${nested('abs(', '1', ')')}`],
    ['[ ][ ]', `RETURN [1]${repeated(10_000, '[0]')}`],
    ['CASE', `RETURN ${nested('CASE WHEN true THEN ', '1', ' END')}`],
    ['CASE of a value', `RETURN ${nested('CASE ', '1', ' WHEN 1 THEN 1 END')}`],
    ['lists of comprehensions', `RETURN ${nested('[x IN ', '[]', ']')}`],
    ['projections of comprehensions', `RETURN ${nested('[x IN [1] | ', '1', ']')}`],
    ['reduce', `RETURN ${nested('reduce(s = 0, x IN [1] | ', '1', ')')}`],
    ['quantifiers', `RETURN ${nested('all(x IN [1] WHERE ', 'true', ')')}`],
    ['NOT', `RETURN ${repeated(10_000, 'NOT ')}true`],
    ['EXISTS', `RETURN ${nested('EXISTS { RETURN ', '1', ' AS x }')}`],
    ['COUNT', `RETURN ${nested('COUNT { MATCH (n) WHERE 0 < ', '1', ' }')}`],
    ['COLLECT', `RETURN ${nested('COLLECT { RETURN ', '1', ' AS x }')}`],
    ['CALL', nested('CALL { ', 'RETURN 1 AS x', ' }')],
    ['brackets of paths', `MATCH ${nested('(', 'a', ')')} RETURN 1`],
  ])('of %s', async (_, text) => {
    expect(await endingOf(text)).toBe('SyntaxError NestingTooDeep: The query is nested too deep here.')
  })

  test('made while the query runs', async () => {
    const message = 'A value has lists or maps nested more than 1,000 levels deep.'
    for (const deeper of ['[l]', '{l: l}', '[l, l]']) {
      const text = `WITH reduce(l = [], x IN range(1, 10000) | ${deeper}) AS l RETURN`
      expect(await endingOf(`${text} size(l) <= 2 AS x`)).toMatch(/^1 rows|TypeError/)
      expect(await endingOf(`${text} l`)).toBe(`LimitExceeded NestingDepth: ${message}`)
      expect(await endingOf(`${text} DISTINCT l = [l] AS x, l`)).toBe(
        `LimitExceeded NestingDepth: ${message}`,
      )
    }
  })
})

test.each([
  ['equalities', 'n.id = '],
  ['alternatives', "n.id = 'a' OR n.id = "],
])('queries in %s of queries are planned once each', async (_, equality) => {
  let condition = "n.id = 'a'"
  for (let level = 0; level < 30; level += 1) {
    condition = `${equality}CASE WHEN EXISTS { MATCH (n) WHERE ${condition} } THEN 'a' END`
  }
  expect(await endingOf(`MATCH (n) WHERE ${condition} RETURN n`)).toMatch(/^\d+ rows$/)
})

describe('texts of a megabyte', () => {
  const tooManyClauses = 'LimitExceeded Size: The query has more than 1,000 clauses.'
  test.each([
    ['a sum', `RETURN ${repeated(250_000, '1', ' + ')} AS x`, '1 rows'],
    ['conditions', `MATCH (n) WHERE ${repeated(60_000, 'n.id = 1', ' OR ')} RETURN n`, '0 rows'],
    ['comparisons', `RETURN ${repeated(130_000, (index) => `${index}`, ' < ')} AS x`, '1 rows'],
    ['a list', `RETURN size([${repeated(300_000, '1', ',')}]) AS x`, '1 rows'],
    ['a map', `RETURN {${repeated(80_000, (index) => `k${index}: 1`, ',')}} AS x`, '1 rows'],
    ['a string', `RETURN size('${repeated(1_000_000, 'x')}') AS x`, '1 rows'],
    ['a name', `RETURN 1 AS \`${repeated(1_000_000, 'x')}\``, '1 rows'],
    ['a comment', `RETURN 1 /*${repeated(1_000_000, 'x')}*/ AS x`, '1 rows'],
    [
      'a number',
      `RETURN ${repeated(1_000_000, '1')}`,
      'SyntaxError IntegerOverflow: The number is too large for an INTEGER, which has 64 bits.',
    ],
    [
      'an unknown name',
      `RETURN ${repeated(1_000_000, 'x')}`,
      `SyntaxError UndefinedVariable: There is no variable \`${repeated(60, 'x')}…\` here.`,
    ],
    [
      'an open string',
      `RETURN '${repeated(1_000_000, 'x')}`,
      "SyntaxError UnexpectedSyntax: The string that begins with ' does not end.",
    ],
    ['WITH', `${repeated(50_000, 'WITH 1 AS x ')}RETURN x`, tooManyClauses],
    [
      'WITH of more and more',
      `${repeated(50_000, (index) => `WITH *, 1 AS x${index} `)}RETURN 1`,
      tooManyClauses,
    ],
    ['MATCH', `${repeated(40_000, (index) => `MATCH (n${index}) `)}RETURN 1 AS x`, tooManyClauses],
    ['UNWIND', `${repeated(40_000, (index) => `UNWIND [1] AS x${index} `)}RETURN 1 AS x`, tooManyClauses],
    ['UNION', repeated(50_000, 'RETURN 1 AS x', ' UNION '), tooManyClauses],
    [
      'subqueries',
      `${repeated(20_000, (index) => `CALL () { RETURN 1 AS x${index} } `)}RETURN 1`,
      tooManyClauses,
    ],
    ['columns', `RETURN ${repeated(60_000, (index) => `1 AS x${index}`, ',')}`, '1 rows'],
    [
      'a regular expression',
      `RETURN 'a' =~ '${repeated(100_000, '(a|b)*')}' AS x`,
      'ArgumentError UnsupportedRegularExpression: A regular expression has more than 20,000 parts, its counted repetitions written out.',
    ],
    [
      'sums of texts',
      `MATCH (n) RETURN ${repeated(100_000, "'abc' + n.id", ' + ')} AS x`,
      'LimitExceeded Memory: The query keeps more than 1,000,000,000 bytes in memory.',
    ],
  ])('%s', async (_, text, ending) => {
    expect(await endingOf(text)).toBe(ending)
  })

  test('of 1,000 clauses still run', async () => {
    expect(await endingOf(`${repeated(999, 'WITH 1 AS x ORDER BY x SKIP 0 LIMIT 1 ')}RETURN x`)).toBe(
      '1 rows',
    )
    expect(await endingOf(`${repeated(999, (index) => `MATCH (n${index}) `)}RETURN 1 AS x`)).toBe('1 rows')
  })

  test('of very many steps end before the stack does', async () => {
    const clause = (index: number): string => `MATCH (n${index})${repeated(400, '--()')} `
    expect(await endingOf(`${repeated(100, clause)}RETURN 1 AS x`, { graph: completeGraph(2) })).toMatch(
      /^0 rows|^LimitExceeded Size: The query has too many clauses and patterns/,
    )
  })
})

const megabytes = 20
const tooMuch = `LimitExceeded Memory: The query keeps more than ${megabytes},000,000 bytes in memory.`

describe('memory', () => {
  const [graph, complete] = [loneNodes(300), completeGraph(30)]
  const limits: Partial<Limits> = { bytes: megabytes * 1e6 }
  const lists = '[x IN range(1, 3) | range(1, 10000)]'
  test.each([
    ['lists in a comprehension', 'RETURN [x IN range(1, 10000) | range(1, 10000)]'],
    [
      'lists of lists of lists',
      'RETURN size([x IN range(1, 1000000) | [y IN [1, 2] | [z IN range(1, 99) | z]]])',
    ],
    ['lists in reduce', 'RETURN size(reduce(l = [], x IN range(1, 10000) | l + [range(1, 1000)]))'],
    ['a list of one list, twice as often each time', 'RETURN reduce(l = [1], x IN range(1, 60) | [l, l])'],
    ['the same with maps', 'RETURN reduce(m = {a: 1}, x IN range(1, 60) | {a: m, b: m})'],
    ['lists written out', `RETURN size([${repeated(100, 'range(1, 100000)', ', ')}])`],
    [
      'lists in variables',
      `WITH 1 AS x ${repeated(99, (index) => `WITH *, range(1, 100000) AS l${index} `)}RETURN x`,
    ],
    ['lists within sums', `RETURN ${repeated(99, '(range(1, 100000) + ')}1${repeated(99, ')')} IS NULL AS x`],
    ['a list of a pattern', 'MATCH (a) RETURN [(a)--(b)--(c) | range(1, 1000)] AS l'],
    ['a list of a subquery', 'RETURN size(COLLECT { MATCH (a), (b), (c) RETURN [a, b, c] }) AS x'],
    ['collect() of everything times everything', 'MATCH (a), (b), (c) RETURN collect([a, b, c]) AS x'],
    ['collect() of lists', `MATCH (a), (b) RETURN size(collect(${lists})) AS x`],
    ['collect() of parts of long texts', `UNWIND range(1, 1000000) AS i RETURN collect('text ' + i) AS x`],
    ['ORDER BY', `MATCH (a), (b) WITH a, b, ${lists} AS l ORDER BY a.id RETURN count(l)`],
    [
      'ORDER BY with LIMIT',
      `MATCH (a), (b) WITH a, b, ${lists} AS l ORDER BY a.id LIMIT 1000 RETURN count(l)`,
    ],
    ['DISTINCT', 'MATCH (a), (b), (c) RETURN DISTINCT a, b, c'],
    ['DISTINCT lists', `MATCH (a), (b) WITH DISTINCT a, b, ${lists} AS l RETURN count(l)`],
    ['groups', 'MATCH (a), (b), (c) WITH a, b, c, count(*) AS n RETURN max(n)'],
    ['count(DISTINCT …)', 'MATCH (a), (b), (c) RETURN count(DISTINCT [a, b, c]) AS x'],
    ['a percentile', 'MATCH (a), (b), (c) RETURN percentileCont(a.id, 0.5) AS x'],
    ['rows', 'MATCH (a), (b), (c) RETURN a, b, c'],
    [
      'rows of UNION',
      'MATCH (a), (b), (c) RETURN a, b, c UNION MATCH (a), (b), (c) RETURN b AS a, a AS b, c',
    ],
    ['rows of a cross product', 'MATCH (a), (b), (c) WITH collect(a) AS l, b, c RETURN count(l)'],
    ['split()', "RETURN size(split(reduce(s = 'a,', i IN range(1, 20) | s + s), ','))"],
  ])('%s', async (_, text) => {
    expect(await endingOf(text, { graph: text.includes('--') ? complete : graph, limits })).toBe(tooMuch)
  })

  test.each([
    [
      'a list in every row',
      'MATCH (a) WITH collect(a) AS l MATCH (b), (c) WITH b, l ORDER BY b.id RETURN count(l)',
    ],
    [
      'one that is computed in every row',
      'UNWIND range(1, 1000) AS x RETURN sum(size(range(1, 10000))) AS s',
    ],
    [
      'one in every round of reduce',
      'RETURN reduce(s = 0, x IN range(1, 1000) | s + size(range(1, 10000))) AS s',
    ],
    ['a list that grows', 'RETURN size(reduce(l = [], x IN range(1, 5000) | l + x)) AS s'],
    ['one in every round of a comprehension', 'RETURN [x IN range(1, 1000) | size(range(1, 10000))] AS s'],
    ['one in every condition', 'RETURN [x IN range(1, 1000) WHERE size(range(1, 10000)) > 0] AS s'],
    [
      'one in every round of a quantifier',
      'RETURN all(x IN range(1, 1000) WHERE size(range(1, 10000)) > 0) AS s',
    ],
    [
      'one in every subquery',
      'UNWIND range(1, 1000) AS x RETURN sum(size(COLLECT { UNWIND range(1, 100) AS y RETURN y }))',
    ],
  ])('%s does not count twice', async (_, text) => {
    expect(await endingOf(text, { graph, limits })).toBe('1 rows')
  })

  test('a part of a long text does not keep all of it', async () => {
    const text = `WITH reduce(s = 'abcdefgh', i IN range(1, 20) | s + s) AS s UNWIND range(1, 100) AS i
      RETURN size(collect(substring(s + i, 5, 30))) AS parts`
    expect(await endingOf(text, { limits: { bytes: 1e8 } })).toBe('1 rows')
  })
})

describe('large values', () => {
  test('UNWIND range(…) goes through any number of integers without keeping them', async () => {
    const { rows } = await runQuery(loneNodes(1), 'UNWIND range(1, 1000000) AS x RETURN count(x), sum(x)', {
      limits: { bytes: 10_000 },
    })
    expect(rows).toEqual([[1_000_000n, 500_000_500_000n]])
    expect(await endingOf('UNWIND range(1, 1000000000000) AS x RETURN x LIMIT 3')).toBe('3 rows')
    expect(await endingOf('RETURN any(x IN range(1, 1000000000000) WHERE x > 10) AS found')).toBe('1 rows')
    expect(
      await endingOf('UNWIND range(1, 1000000000000) AS x RETURN count(x)', { limits: { steps: 1e6 } }),
    ).toBe('LimitExceeded Steps: The query takes more than 1,000,000 steps.')
    expect(await endingOf('UNWIND range(1, null) AS x RETURN x')).toBe(
      'ArgumentError InvalidArgumentType: range() takes INTEGERs, but is given a NULL.',
    )
  })

  test.each([
    [
      'RETURN range(1, 1000000000000) AS l',
      'LimitExceeded ListLength: A LIST would have 1,000,000,000,000 items; it may have 16,777,216.',
    ],
    [
      "RETURN reduce(s = 'x', i IN range(1, 100) | s + s) AS s",
      'LimitExceeded TextLength: A STRING would have 33,554,432 characters; it may have 16,777,216.',
    ],
    [
      'RETURN reduce(l = [1], i IN range(1, 100) | l + l) AS l',
      'LimitExceeded ListLength: A LIST would have 33,554,432 items; it may have 16,777,216.',
    ],
    [
      "RETURN replace(reduce(s = 'x', i IN range(1, 20) | s + s), 'x', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx') AS s",
      'LimitExceeded TextLength: A STRING would have 33,554,432 characters; it may have 16,777,216.',
    ],
    [
      "RETURN toUpper(reduce(s = 'ß', i IN range(1, 24) | s + s)) AS s",
      'LimitExceeded TextLength: A STRING would have 33,554,432 characters; it may have 16,777,216.',
    ],
  ])('%s', async (text, ending) => {
    expect(await endingOf(text)).toBe(ending)
  })
})

describe('steps, rows and time', () => {
  const nodes = loneNodes(1000)
  const complete = completeGraph(30)
  const tooManySteps = 'LimitExceeded Steps: The query takes more than 1,000,000 steps.'
  const tooLate = 'LimitExceeded Time: The query takes longer than 200 milliseconds.'
  const everything = 'MATCH (a), (b), (c), (d) RETURN count(*)'

  test('a cross product of everything', async () => {
    expect(await endingOf(everything, { graph: nodes, limits: { steps: 1e6 } })).toBe(tooManySteps)
    expect(await endingOf(everything, { graph: nodes, limits: { milliseconds: 200 } })).toBe(tooLate)
  })

  test('rows', async () => {
    const text = 'MATCH (a), (b) RETURN a, b'
    expect(await endingOf(text, { graph: nodes, limits: { rows: 100_000 } })).toBe(
      'LimitExceeded Rows: The query gives more than 100,000 rows.',
    )
    expect(await endingOf(`${text} LIMIT 100000`, { graph: nodes, limits: { rows: 100_000 } })).toBe(
      '100000 rows',
    )
  })

  const long = "WITH reduce(s = 'ab', i IN range(1, 22) | s + s) AS s UNWIND range(1, 100000) AS i RETURN"
  test.each([
    ['a sort', nodes, 'MATCH (a), (b), (c) WITH a, b, c ORDER BY b.id, a.id LIMIT 3 RETURN a'],
    ['an aggregation', nodes, 'MATCH (a), (b), (c) RETURN a.id % 7, avg(b.id), stDev(c.id)'],
    ['trails', complete, 'MATCH (a)-[*]-(b) RETURN count(*)'],
    [
      'trails that are tested',
      complete,
      'MATCH p = (a)-[*]-(b) WHERE all(n IN nodes(p) WHERE n.id >= 0) RETURN count(p)',
    ],
    [
      'paths by their lengths',
      complete,
      'MATCH (a {id: 0}), (b {id: 1}) MATCH p = shortestPath((a)-[*]-(b)) WHERE length(p) > 40 RETURN p',
    ],
    [
      'all shortest paths by their lengths',
      complete,
      'MATCH (a {id: 0}), (b {id: 1}) MATCH p = allShortestPaths((a)-[*]-(b)) WHERE length(p) > 40 RETURN p',
    ],
    [
      'functions on lists',
      nodes,
      'WITH range(1, 300000) AS l UNWIND range(1, 100000) AS i RETURN max(size(reverse(tail(l))))',
    ],
    [
      'searches in lists',
      nodes,
      'WITH range(1, 300000) AS l UNWIND range(1, 100000) AS i RETURN max(-i IN l)',
    ],
    [
      'comparisons of lists',
      nodes,
      'WITH range(1, 300000) AS l UNWIND range(1, 100000) AS i RETURN max(l < l[0..])',
    ],
    ['reduce', nodes, 'RETURN reduce(s = 0, x IN range(1, 1000000000) | s + x)'],
    ['a quantifier', nodes, 'RETURN all(x IN range(1, 1000000000) WHERE x > 0)'],
    ['capitals', nodes, `${long} max(size(toUpper(s)))`],
    ['replacements', nodes, `${long} max(size(replace(s, 'a', 'c')))`],
    ['splits', nodes, `${long} max(size(split(s, 'ba')))`],
    ['texts backwards', nodes, `${long} max(size(reverse(s)))`],
    ['searches in texts', nodes, `${long} max(s CONTAINS 'abac')`],
    ['comparisons of texts', nodes, `${long} max(s + 'a' < s + 'b')`],
    ['equal texts', nodes, `${long} count(DISTINCT s + i)`],
    ['regular expressions', nodes, `${long} max(s =~ '(ab|a|b)*c')`],
  ])('time while in %s', async (_, graph, text) => {
    const begun = performance.now()
    expect(await endingOf(text, { graph, limits: { milliseconds: 200, steps: 1e12 } })).toBe(tooLate)
    expect(performance.now() - begun).toBeLessThan(3000)
  })

  test('time that is up before the run', async () => {
    const text = `RETURN ${repeated(100_000, '1', ' + ')} AS x`
    expect(await endingOf(text, { limits: { milliseconds: 1 } })).toBe(
      'LimitExceeded Time: The query takes longer than 1 milliseconds.',
    )
  })
})

describe('searches that take long elsewhere', () => {
  const a = "reduce(s = 'a', i IN range(1, 20) | s + s)"
  test.each([
    [`RETURN ${a} + 'c' =~ '(a+)+$' AS x`],
    [`RETURN ${a} + 'c' =~ '(a|aa)*b' AS x`],
    [`RETURN toFloat(${a.replace("'a'", "'1'")} + 'x') IS NOT NULL AS x`],
    [`RETURN toInteger(${a.replace("'a'", "'1'")} + 'x') IS NOT NULL AS x`],
    [`RETURN ${a} + 'c' =~ '(.*)(.*)(.*)(.*)(.*)[^c]' AS x`],
    [`RETURN ${a} CONTAINS ${a.replace('20', '18')} + 'b' + ${a.replace('20', '18')} AS x`],
    [`RETURN size(split(${a}, ${a.replace('20', '18')} + 'b' + ${a.replace('20', '18')})) > 1 AS x`],
    [`RETURN replace(${a}, ${a.replace('20', '18')} + 'b' + ${a.replace('20', '18')}, '') <> ${a} AS x`],
  ])('%s', async (text) => {
    const begun = performance.now()
    const { rows } = await runQuery(loneNodes(1), text)
    expect(rows).toEqual([[false]])
    expect(performance.now() - begun).toBeLessThan(3000)
  })
})

describe('a signal', () => {
  test('that is given already', async () => {
    const reason = new Error('enough')
    const run = runQuery(loneNodes(1), 'RETURN 1 AS x', { signal: AbortSignal.abort(reason) })
    await expect(run).rejects.toMatchObject({
      errorClass: 'Aborted',
      detail: 'Aborted',
      message: 'The query was stopped.',
      phase: 'runtime',
      cause: reason,
    })
  })

  test('ends a long scan soon after it is given', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    let given = 0
    setTimeout(() => {
      given = performance.now()
      controller.abort(reason)
    }, 50)
    const text = 'MATCH (a), (b) WHERE a.id + b.id < 0 RETURN a, b'
    const run = runQuery(loneNodes(5000), text, { signal: controller.signal })
    await expect(run).rejects.toMatchObject({ errorClass: 'Aborted', cause: reason })
    expect(performance.now() - given).toBeLessThan(500)
  })

  test('and others have their turn while rows are sorted out', async () => {
    const controller = new AbortController()
    setTimeout(() => {
      controller.abort()
    }, 50)
    const text = 'UNWIND range(1, 100000000) AS x WITH x ORDER BY -x LIMIT 3 RETURN x'
    const run = runQuery(loneNodes(1), text, { signal: controller.signal })
    await expect(run).rejects.toMatchObject({ errorClass: 'Aborted' })
  })
})
