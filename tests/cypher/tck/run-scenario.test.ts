import { expect, test } from 'vitest'
import { parseFeature } from './read-features.ts'
import { type Outcome, runScenario } from './run-scenario.ts'

/** What becomes of a scenario with these steps. */
async function outcomeOf(...steps: readonly string[]): Promise<Outcome | undefined> {
  const text = ['Feature: Example', '  Scenario: [1] One', ...steps.map((step) => `    * ${step}`)].join('\n')
  const [scenario] = parseFeature(text, 'Example.feature')
  return scenario && (await runScenario(scenario, 'no graphs'))
}

function quoted(query: string): string {
  return `\n      """\n      ${query}\n      """`
}

const empty = 'an empty graph'
const created = `having executed:${quoted(`CREATE (:A {n: 1})-[:T]->(:B {n: 2})`)}`

function executing(query: string): string {
  return `executing query:${quoted(query)}`
}

test('a scenario passes where its result is as expected', async () => {
  const query = executing('MATCH p = (a:A)-->() WHERE a.n = $n RETURN p, a.n AS n')
  expect(
    await outcomeOf(
      empty,
      created,
      'parameters are:\n | n | 1 |',
      query,
      'the result should be, in any order:\n | p | n |\n | <(:A {n: 1})-[:T]->(:B {n: 2})> | 1 |',
      'no side effects',
    ),
  ).toEqual({ kind: 'passed' })
})

test('a scenario fails where its result is another', async () => {
  const query = executing('MATCH (a) RETURN a.n AS n ORDER BY n')
  const outcomes = [
    outcomeOf(empty, created, query, 'the result should be, in order:\n | n |\n | 2 |\n | 1 |'),
    outcomeOf(empty, created, query, 'the result should be, in order:\n | n |\n | 1.0 |\n | 2.0 |'),
    outcomeOf(empty, created, query, 'the result should be, in any order:\n | n |\n | 1 |'),
    outcomeOf(empty, created, query, 'the result should be, in any order:\n | m |\n | 1 |\n | 2 |'),
    outcomeOf(empty, created, query, 'the result should be empty'),
    outcomeOf(empty, created, query, 'a TypeError should be raised at any time: *'),
    outcomeOf(empty, executing('RETURN nothing'), 'the result should be empty'),
    outcomeOf(empty, 'a step that is not known'),
    outcomeOf('the unknown graph'),
    outcomeOf(empty, `having executed:${quoted('CREATE (')}`),
  ]
  expect((await Promise.all(outcomes)).map((outcome) => outcome?.kind)).toEqual(outcomes.map(() => 'failed'))
})

test('an error has its class, its time and its detail', async () => {
  const query = executing('RETURN nothing')
  const end = async (step: string): Promise<string | undefined> => (await outcomeOf(empty, query, step))?.kind
  expect(await end('a SyntaxError should be raised at compile time: UndefinedVariable')).toBe('passed')
  expect(await end('a SyntaxError should be raised at any time: *')).toBe('passed')
  expect(await end('a SyntaxError should be raised at runtime: UndefinedVariable')).toBe('failed')
  expect(await end('a TypeError should be raised at compile time: UndefinedVariable')).toBe('failed')
  expect(await end('a SyntaxError should be raised at compile time: Other')).toBe('detail differs')
})

test('a scenario can give procedures', async () => {
  expect(
    await outcomeOf(
      empty,
      `there exists a procedure test.double(in :: INTEGER?) :: (out :: INTEGER?):\n | in | out |\n | 1 | 2 |\n | 2 | 4 |`,
      executing('CALL test.double(2)'),
      'the result should be, in order:\n | out |\n | 4 |',
    ),
  ).toEqual({ kind: 'passed' })
})

test('a scenario whose query writes is out of scope', async () => {
  expect(await outcomeOf(empty, executing('CREATE (a) RETURN a'), 'the result should be empty')).toEqual({
    kind: 'out of scope',
  })
})
