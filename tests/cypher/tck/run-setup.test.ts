import { describe, expect, test } from 'vitest'
import { runSetup } from './run-setup.ts'
import { type SetupGraph, emptyGraph } from './setup-graph.ts'

/** The graph as text: each node, then each relationship. */
async function graphAfter(...setups: readonly string[]): Promise<readonly string[]> {
  const graph: SetupGraph = emptyGraph()
  for (const setup of setups) await runSetup(graph, setup)
  const nodes = [...graph.nodes]
  const propertiesOf = ({ properties }: { readonly properties: ReadonlyMap<string, unknown> }): string =>
    [...properties].map(([name, value]) => ` ${name}=${String(value)}`).join('')
  return [
    ...nodes.map((node) => `(${node.labels.join(':')}${propertiesOf(node)})`),
    ...[...graph.relationships].map(
      (relationship) =>
        `${nodes.indexOf(relationship.from)} ${relationship.type}${propertiesOf(relationship)} ${nodes.indexOf(relationship.to)}`,
    ),
  ]
}

describe('a setup', () => {
  test('creates nodes and relationships once for each variable', async () => {
    expect(
      await graphAfter(`CREATE (a:A:B {name: 'a', n: 1.5}), (a)-[:T {p: 1}]->(b)<-[:U]-(), (b)-[:V]->(b)
        CREATE (b)-[:W]->(a)`),
    ).toEqual(['(A:B name=a n=1.5)', '()', '()', '0 T p=1 1', '2 U 1', '1 V 1', '1 W 0'])
  })

  test('creates in each row', async () => {
    expect(await graphAfter(`UNWIND [1, 2] AS i CREATE ({i: i, square: i * i})-[:T {i: i}]->()`)).toEqual([
      '( i=1 square=1)',
      '()',
      '( i=2 square=4)',
      '()',
      '0 T i=1 1',
      '2 T i=2 3',
    ])
  })

  test('may use the properties of what it has created', async () => {
    expect(await graphAfter(`CREATE (a {n: 1}), (b {n: a.n + 1}), ({n: b.n + 1})`)).toEqual([
      '( n=1)',
      '( n=2)',
      '( n=3)',
    ])
  })

  test('goes on with what it has created or matched', async () => {
    expect(
      await graphAfter(
        `CREATE (a {n: 0}) WITH * UNWIND [1, 2] AS i CREATE (b {n: i})
         WITH a, collect(b) AS list UNWIND list AS b WITH a, b CREATE (a)-[:T {n: b.n}]->(b)`,
        `MATCH (a)-[r]->(b) WHERE r.n = 2 CREATE (c {n: r.n + 1}) CREATE (b)-[:U]->(c)`,
      ),
    ).toEqual(['( n=0)', '( n=1)', '( n=2)', '( n=3)', '0 T n=1 1', '0 T n=2 2', '2 U 3'])
  })

  test('deletes', async () => {
    const created = 'CREATE (a:A)-[:T]->(b:B)-[:T]->(c:C)'
    expect(await graphAfter(created, 'MATCH (:A)-[r]->(b) DELETE r CREATE (b)-[:U]->(:D)')).toEqual([
      '(A)',
      '(B)',
      '(C)',
      '(D)',
      '1 T 2',
      '1 U 3',
    ])
    expect(await graphAfter(created, 'MATCH (b:B) DETACH DELETE b')).toEqual(['(A)', '(C)'])
  })

  test('keeps dates and times', async () => {
    const graph = emptyGraph()
    await runSetup(
      graph,
      `CREATE ({at: date('2024-08-01'), for: duration('P1DT2H'), other: [time('12:00Z')]})`,
    )
    expect([...graph.nodes][0]?.properties).toMatchObject(
      new Map<string, unknown>([
        ['at', { kind: 'date' }],
        ['for', { kind: 'duration', days: 1n, seconds: 7200n }],
        ['other', [{ kind: 'time', offset: 0 }]],
      ]),
    )
  })

  test('with thousands of nodes is quick', async () => {
    expect(await graphAfter('UNWIND range(1, 5000) AS i CREATE ()')).toHaveLength(5000)
  }, 10_000)
})
