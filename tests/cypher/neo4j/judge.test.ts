/** That the engine answers as a real Neo4j does. */
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startServer, type OwnServer } from '../../neo4j/server.ts'
import { describeOnOwnServers } from '../../neo4j/servers.ts'
import { generatedGraph } from '../../stores/neo4j/generated-graph.ts'
import { differenceText, judge, setUp, type Bench } from '../judge/judge.ts'

/** The first seed, and how many queries; both may be given to look further. */
const first = Number(process.env['JUDGE_SEED'] ?? 1)
const count = Number(process.env['JUDGE_QUERIES'] ?? 300)

describeOnOwnServers('Random queries', (version) => {
  let server: OwnServer
  let bench: Bench
  const connect = () => neo4j.driver(server.url, neo4j.auth.basic(server.username, server.password))
  let driver: ReturnType<typeof connect>
  beforeAll(async () => {
    server = await startServer({ version })
    driver = connect()
    bench = await setUp(driver, await generatedGraph(40, 3))
  })
  afterAll(async () => {
    await driver.close()
    await server.stop()
  })

  it(`have the same answers (JUDGE_SEED=${first} JUDGE_QUERIES=${count})`, async () => {
    const differences: string[] = []
    let asked = 0
    for (let seed = first; seed < first + count; seed += 1) {
      const difference = await judge(bench, seed)
      if (difference === 'too large') continue
      asked += 1
      if (difference) differences.push(differenceText(difference))
    }
    expect(differences.join('\n\n')).toBe('')
    expect(asked).toBeGreaterThan(count * 0.8)
  }, 1_200_000)
})
