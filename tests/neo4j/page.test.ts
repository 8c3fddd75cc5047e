import neo4j from 'neo4j-driver'
import { expect, test } from 'vitest'
import { currentPage } from '../../scripts/neo4j-page.ts'
import { startServer } from './server.ts'
import { describeOnOwnServers } from './servers.ts'

describeOnOwnServers('docs/neo4j.md', (version) => {
  test('shows the answers of the server; scripts/neo4j-page.ts writes them', async () => {
    const server = await startServer({ version })
    const driver = neo4j.driver(server.url, neo4j.auth.basic(server.username, server.password))
    try {
      const { is, shouldBe } = await currentPage(driver)
      expect(is).toBe(shouldBe)
    } finally {
      await driver.close()
      await server.stop()
    }
  })
})
