import { expect, it } from 'vitest'
import { describeOnServers } from '../../neo4j/servers.ts'
import { claim, entity, exampleGraph, graphOf, source } from '../../exports/example-graph.ts'
import { failureOf, inGraph, type GraphPlace } from './in-graph.ts'
import { compareStored, noMismatch, storedMarker } from './stored-graph.ts'

const part = graphOf({
  entities: [entity('Blinken', 'Person', { name: 'A. Blinken' }), entity('new'), entity('newer')],
  sources: [source('wire-9')],
  claims: [claim('c9', 'Blinken', 'recognizes', 'new', { source: 'wire-9' })],
})

const otherPart = graphOf({ entities: [entity('Blinken'), entity('other')] })

type Load = GraphPlace['load']

/** Loads and stops in the middle. */
async function cutShort(load: Load, graph: typeof part, options: Parameters<Load>[1]): Promise<void> {
  const stopping = new AbortController()
  const onProgress = (done: number) => {
    if (done > 0) stopping.abort()
  }
  expect(
    await failureOf(load(graph, { ...options, batchSize: 2, signal: stopping.signal, onProgress })),
  ).toMatch(/^AbortError/)
}

/** What the marker says of a load under way. */
async function unfinished(run: GraphPlace['run']): Promise<unknown> {
  const [row] = await run('MATCH (m:StancegraphGraph {name: $name}) RETURN m.unfinished')
  return row?.get(0)
}

describeOnServers('a load of a part of the files that meets a load cut short', (server) => {
  const refusal = (name: string) =>
    `loading: a load of graph \`${name}\` has not ended; run it again with all its files first.`

  it('does not take half of a graph for a whole one', () =>
    inGraph(server, async ({ load, driver, run, name }) => {
      await cutShort(load, exampleGraph, {})
      for (const options of [{}, { replace: true }, { dryRun: true }]) {
        expect(await failureOf(load(otherPart, { keepMissing: true, ...options }))).toBe(refusal(name))
      }
      expect(await unfinished(run)).toBe('all')
      await load(exampleGraph)
      await load(part, { keepMissing: true })
      expect(await storedMarker(driver, name)).toMatchObject({ state: 'ready' })
      expect(await unfinished(run)).toBe(null)
    }))

  it('goes on with itself, and with no other', () =>
    inGraph(server, async ({ load, driver, name }) => {
      await load(exampleGraph)
      await cutShort(load, part, { keepMissing: true })
      expect(await failureOf(load(otherPart, { keepMissing: true }))).toBe(refusal(name))
      const turned = { ...part, entities: new Map([...part.entities].reverse()) }
      await load(turned, { keepMissing: true })
      expect(await storedMarker(driver, name)).toMatchObject({ state: 'ready' })
      await load(exampleGraph)
      expect(await compareStored(driver, exampleGraph, name)).toEqual(noMismatch)
    }))

  it('gives way to a load of all', () =>
    inGraph(server, async ({ load, driver, name }) => {
      await load(exampleGraph)
      await cutShort(load, part, { keepMissing: true })
      await load(exampleGraph)
      expect(await compareStored(driver, exampleGraph, name)).toEqual(noMismatch)
    }))

  it('may be the first load of a graph', () =>
    inGraph(server, async ({ load, driver, name }) => {
      await load(part, { keepMissing: true })
      expect(await compareStored(driver, part, name)).toEqual(noMismatch)
    }))
})
