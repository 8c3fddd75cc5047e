import { defineConfig } from 'vitest/config'

/** The tests that need a Neo4j: servers start only for a run that has some of them. */
const onNeo4j = ['tests/**/neo4j/**/*.test.ts', 'tests/scripts/neo4j-*.test.ts']

export default defineConfig({
  test: {
    globalSetup: 'tests/build.ts',
    projects: [
      { test: { name: 'main', include: ['tests/**/*.test.ts'], exclude: onNeo4j, testTimeout: 30_000 } },
      {
        test: {
          name: 'neo4j',
          include: onNeo4j,
          globalSetup: 'tests/neo4j/start-servers.ts',
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
