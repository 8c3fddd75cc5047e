import { expect, it } from 'vitest'
import type { Claim, Entity, KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { claim, entity, exampleGraph, exampleSchema, graphOf, source } from '../../exports/example-graph.ts'
import { failureOf, inGraph } from './in-graph.ts'
import { compareStored, noMismatch } from './stored-graph.ts'

/** All of the first graph that the second does not have, and all of the second. */
function together(one: KnowledgeGraph, other: KnowledgeGraph): KnowledgeGraph {
  return {
    schema: one.schema,
    entities: new Map([...one.entities, ...other.entities]),
    sources: new Map([...one.sources, ...other.sources]),
    claims: new Map([...one.claims, ...other.claims]),
  }
}

describeOnServers('a load of a part of the files', (server) => {
  it('adds and changes, and removes nothing', () =>
    inGraph(server, async ({ load, driver, name }) => {
      const part = graphOf({
        entities: [entity('Blinken', 'Person', { name: 'A. Blinken' }), entity('new')],
        sources: [source('wire-9')],
        claims: [claim('c9', 'Blinken', 'recognizes', 'new', { source: 'wire-9' })],
      })
      await load(exampleGraph)
      expect(await load(part, { keepMissing: true })).toEqual({
        sources: { added: 1, changed: 0, removed: 0, unchanged: 0 },
        entities: { added: 1, changed: 1, removed: 0, unchanged: 0 },
        claims: { added: 1, changed: 0, removed: 0, unchanged: 0 },
        kept: [],
        missing: { sources: 2, entities: 4, claims: 6 },
      })
      expect(await compareStored(driver, together(exampleGraph, part), name)).toEqual(noMismatch)
    }))

  it('changes the node of a claim that only other files speak about', () =>
    inGraph(server, async ({ load, driver, name }) => {
      const part = graphOf({
        entities: [entity('US', 'Country'), entity('Blinken')],
        sources: [source('wire-2')],
        claims: [claim('c4', 'US', 'sells', 'Blinken', { source: 'wire-2' })],
      })
      await load(exampleGraph)
      await load(part, { keepMissing: true })
      expect(await compareStored(driver, together(exampleGraph, part), name)).toEqual(noMismatch)
    }))

  it('takes away the source that a claim has lost from its node', () =>
    inGraph(server, async ({ load, driver, name }) => {
      const c4 = exampleGraph.claims.get('c4') as Claim
      const { source: lost, ...rest } = c4
      expect(lost).toBeDefined()
      const part = graphOf({
        entities: [entity('CNE'), exampleGraph.entities.get('Blinken') as Entity],
        sources: [...exampleGraph.sources.values()],
        claims: [rest],
      })
      await load(exampleGraph)
      const report = await load(part, { keepMissing: true })
      expect(report.claims).toEqual({ added: 0, changed: 1, removed: 0, unchanged: 0 })
      expect(await compareStored(driver, together(exampleGraph, part), name)).toEqual(noMismatch)
    }))

  it('keeps what its schema does not speak of in the schema of the graph', () =>
    inGraph(server, async ({ load, run, driver, name }) => {
      await load(exampleGraph)
      const relations = new Map([...exampleSchema.relations].filter(([relation]) => relation === 'sells'))
      const part = {
        ...graphOf({ entities: [entity('US', 'Country')] }),
        schema: { ...exampleSchema, relations },
      }
      await load(part, { keepMissing: true })
      const [row] = await run('MATCH (m:StancegraphGraph {name: $name}) RETURN m.schema')
      expect(row?.get(0)).toContain('"DECLARES_WINNER"')
      await load(exampleGraph)
      expect(await compareStored(driver, exampleGraph, name)).toEqual(noMismatch)
    }))

  it('does not load what has nothing in common with the graph', () =>
    inGraph(server, async ({ load, name }) => {
      await load(exampleGraph)
      const other = graphOf({ entities: [entity('x')], sources: [source('s')] })
      expect(await failureOf(load(other, { keepMissing: true }))).toBe(
        `another project: the database's graph \`${name}\` holds another project (its sources: \`wire-1\`, \`wire-2\`); ` +
          'load under another `--name`, or add `--replace` to overwrite it.',
      )
    }))

  it('does not give an id to two things', () =>
    inGraph(server, async ({ load, driver, name }) => {
      await load(exampleGraph)
      const part = graphOf({ entities: [entity('US', 'Country'), entity('wire-1')] })
      expect(await failureOf(load(part, { keepMissing: true }))).toBe(
        'cannot be stored: `wire-1` is an entity in these files and something else in the database; load all files of ' +
          'the project together.',
      )
      expect(await compareStored(driver, exampleGraph, name)).toEqual(noMismatch)
    }))
})
