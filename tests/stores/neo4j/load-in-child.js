/** Loads the graph that it is sent, for tests that end it on the way. */
import neo4j from 'neo4j-driver'
import { loadIntoNeo4j } from '../../../dist/stores/neo4j/load/load.js'

const [url, name, batchSize] = process.argv.slice(2)
const { NEO4J_USERNAME, NEO4J_PASSWORD } = process.env
const driver = neo4j.driver(url, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD))

/** @param {import('../../../src/graph/knowledge-graph.ts').KnowledgeGraph} graph */
async function load(graph) {
  await loadIntoNeo4j(driver, graph, { name, batchSize: Number(batchSize) })
  await driver.close()
  process.disconnect()
}

process.once('message', (graph) => void load(graph))
process.send('ready')
