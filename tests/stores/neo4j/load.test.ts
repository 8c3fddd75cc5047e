import { int } from 'neo4j-driver'
import { expect, it } from 'vitest'
import type { Claim, KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { claim, entity, exampleGraph, exampleSchema, graphOf, source } from '../../exports/example-graph.ts'
import { failureOf, inGraph, type GraphPlace } from './in-graph.ts'
import { compareStored, noMismatch, storedMarker } from './stored-graph.ts'

const none = { added: 0, changed: 0, removed: 0, unchanged: 0 }

async function expectStored({ driver, name }: GraphPlace, graph: KnowledgeGraph): Promise<void> {
  expect(await compareStored(driver, graph, name)).toEqual(noMismatch)
  expect(await storedMarker(driver, name)).toMatchObject({ state: 'ready' })
}

/** The graph with one of its claims changed, or without it. */
function withClaim(graph: KnowledgeGraph, id: string, change: Partial<Claim> | undefined): KnowledgeGraph {
  const claims = new Map(graph.claims)
  const before = claims.get(id)
  if (change && before) claims.set(id, { ...before, ...change })
  else claims.delete(id)
  return { ...graph, claims }
}

describeOnServers('a load', (server) => {
  it('writes all of a graph, and finds nothing to change the second time', () =>
    inGraph(server, async (place) => {
      expect(await place.load(exampleGraph)).toEqual({
        sources: { ...none, added: 2 },
        entities: { ...none, added: 5 },
        claims: { ...none, added: 6 },
        kept: [],
      })
      await expectStored(place, exampleGraph)
      expect(await storedMarker(place.driver, place.name)).toMatchObject({ version: int(1), batch: int(3) })
      expect(await place.load(exampleGraph)).toEqual({
        sources: { ...none, unchanged: 2 },
        entities: { ...none, unchanged: 5 },
        claims: { ...none, unchanged: 6 },
        kept: [],
      })
      await expectStored(place, exampleGraph)
      expect(await storedMarker(place.driver, place.name)).toMatchObject({ version: int(1), batch: int(0) })
    }))

  it('loads a graph of nothing', () =>
    inGraph(server, async (place) => {
      expect(await place.load(graphOf({}))).toEqual({ sources: none, entities: none, claims: none, kept: [] })
      await expectStored(place, graphOf({}))
    }))

  it('replaces a corrected quote', () =>
    inGraph(server, async (place) => {
      await place.load(exampleGraph)
      const corrected = withClaim(exampleGraph, 'c1', { quotes: [{ exact: 'won “the most” votes' }] })
      expect((await place.load(corrected)).claims).toEqual({ ...none, changed: 1, unchanged: 5 })
      await expectStored(place, corrected)
      const [row] = await place.run('MATCH ()-[r:RECOGNIZES {_graph: $name, id: "c1"}]->() RETURN r.quotes')
      expect(row?.get(0)).toEqual(['won “the most” votes'])
    }))

  it('removes a claim that is gone from the files', () =>
    inGraph(server, async (place) => {
      await place.load(exampleGraph)
      const without = withClaim(exampleGraph, 'c2', undefined)
      expect((await place.load(without)).claims).toEqual({ ...none, removed: 1, unchanged: 5 })
      await expectStored(place, without)
      expect(await storedMarker(place.driver, place.name)).toMatchObject({ version: int(2) })
    }))

  it('keeps two claims of one triple apart', () =>
    inGraph(server, async (place) => {
      const parts = { entities: [entity('a'), entity('b')], sources: [source('s'), source('t')] }
      const twice = graphOf({
        ...parts,
        claims: [
          claim('one', 'a', 'recognizes', 'b', { source: 's' }),
          claim('two', 'a', 'recognizes', 'b', { source: 't' }),
        ],
      })
      await place.load(twice)
      const count = 'MATCH ({id: "a"})-[r:RECOGNIZES {_graph: $name}]->({id: "b"}) RETURN r.id ORDER BY r.id'
      expect((await place.run(count)).map((row) => row.get(0) as string)).toEqual(['one', 'two'])
      await place.load(withClaim(twice, 'one', undefined))
      expect((await place.run(count)).map((row) => row.get(0) as string)).toEqual(['two'])
    }))

  it('gives a claim its node when another speaks about it, and takes it away again', () =>
    inGraph(server, async (place) => {
      await place.load(withClaim(exampleGraph, 'c6', undefined))
      expect((await place.load(exampleGraph)).claims).toEqual({ ...none, added: 1, unchanged: 5 })
      await expectStored(place, exampleGraph)
      await place.load(withClaim(exampleGraph, 'c6', undefined))
      await expectStored(place, withClaim(exampleGraph, 'c6', undefined))
    }))

  it('changes the ends, the relation and what an end is', () =>
    inGraph(server, async (place) => {
      await place.load(exampleGraph)
      for (const change of [
        { subject: 'González', object: 'Blinken' },
        { relation: 'recognizes 2' },
        { relation: 'disputes', object: 'c2' },
        { subject: 'US', relation: 'declares winner', object: 'c4', properties: { share: 7 } },
      ]) {
        const changed = withClaim(exampleGraph, 'c1', change)
        expect((await place.load(changed)).claims).toEqual({ ...none, changed: 1, unchanged: 5 })
        await expectStored(place, changed)
      }
    }))

  it('changes types, of which labels are made, and takes properties away that are gone', () =>
    inGraph(server, async (place) => {
      const withType = (type: string, properties = {}) =>
        graphOf({ entities: [entity('a', type, { aliases: ['A'], note: 'n', properties })] })
      await place.load(withType('Election', { turnout: 3, open: true }))
      const person = graphOf({ entities: [entity('a', 'Person')] })
      expect((await place.load(person)).entities).toEqual({ ...none, changed: 1 })
      await expectStored(place, person)
      await place.load(withType('Country', { founded: '1776' }))
      await expectStored(place, withType('Country', { founded: '1776' }))
    }))

  it('takes away what only an earlier schema knew', () =>
    inGraph(server, async (place) => {
      const before = graphOf({ entities: [entity('a', 'Election', { properties: { turnout: 3 } })] })
      const types = new Map([...exampleSchema.types].filter(([name]) => name !== 'Election'))
      const after = {
        ...graphOf({ entities: [entity('a')] }),
        schema: { types, relations: exampleSchema.relations },
      }
      await place.load(before)
      await place.load(after)
      await expectStored(place, after)
    }))

  it('moves an id from one kind of thing to another', () =>
    inGraph(server, async (place) => {
      const one = graphOf({
        entities: [entity('a'), entity('x')],
        sources: [source('s')],
        claims: [claim('c', 'a', 'recognizes', 'x', { source: 's' })],
      })
      const other = graphOf({
        entities: [entity('a'), entity('c')],
        sources: [source('s'), source('x')],
        claims: [claim('d', 'a', 'recognizes', 'c', { source: 'x' })],
      })
      await place.load(one)
      expect(await place.load(other)).toMatchObject({
        sources: { added: 1, removed: 0 },
        entities: { added: 1, removed: 1 },
        claims: { added: 1, removed: 1 },
      })
      await expectStored(place, other)
    }))

  it('writes the same in batches of one as in one', () =>
    inGraph(server, async (place) => {
      const done: (readonly [number, number])[] = []
      await place.load(exampleGraph, { batchSize: 1, onProgress: (...step) => done.push(step) })
      await expectStored(place, exampleGraph)
      expect(await storedMarker(place.driver, place.name)).toMatchObject({ version: int(1), batch: int(19) })
      expect(done).toEqual(Array.from({ length: 18 }, (_, index) => [index, 17]))
      await place.load(graphOf({}), { batchSize: 1, replace: true })
      await expectStored(place, graphOf({}))
    }))

  it('stops between two transactions where it is told to, and goes on when it is run again', () =>
    inGraph(server, async (place) => {
      const stopping = new AbortController()
      const stopped = place.load(exampleGraph, {
        batchSize: 2,
        signal: stopping.signal,
        onProgress: (done) => {
          if (done >= 6) stopping.abort()
        },
      })
      expect(await failureOf(stopped)).toBe('AbortError: This operation was aborted')
      expect(await storedMarker(place.driver, place.name)).toMatchObject({ state: 'loading', batch: int(4) })
      await place.load(exampleGraph)
      await expectStored(place, exampleGraph)
    }))

  it('does not load over another project, unless told to', () =>
    inGraph(server, async (place) => {
      const other = graphOf({ entities: [entity('a')], sources: ['r', 's', 't'].map((id) => source(id)) })
      await place.load(other)
      const before = await storedMarker(place.driver, place.name)
      expect(await failureOf(place.load(exampleGraph))).toBe(
        `another project: the database's graph \`${place.name}\` holds another project (its sources: \`r\`, \`s\`, …); ` +
          'load under another `--name`, or add `--replace` to overwrite it.',
      )
      expect(await storedMarker(place.driver, place.name)).toEqual(before)
      expect(await compareStored(place.driver, other, place.name)).toEqual(noMismatch)
      expect(await place.load(exampleGraph, { replace: true })).toMatchObject({
        sources: { added: 2, removed: 3 },
        entities: { added: 5, removed: 1 },
      })
      await expectStored(place, exampleGraph)
    }))

  it('writes nothing in a dry run, and says what it would', () =>
    inGraph(server, async (place) => {
      const everything = () =>
        place.run(
          'MATCH (n) WHERE n._graph = $name OR n.name = $name OPTIONAL MATCH (n)-[r]->() ' +
            'RETURN elementId(n), properties(n), elementId(r), properties(r) ORDER BY elementId(n), elementId(r)',
        )
      expect((await place.load(exampleGraph, { dryRun: true })).claims).toEqual({ ...none, added: 6 })
      expect(await everything()).toEqual([])
      await place.load(exampleGraph)
      const before = await everything()
      const changed = withClaim(withClaim(exampleGraph, 'c1', { note: 'n' }), 'c2', undefined)
      const report = await place.load(changed, { dryRun: true })
      expect(report.claims).toEqual({ ...none, changed: 1, removed: 1, unchanged: 4 })
      expect(await everything()).toEqual(before)
      expect(await place.load(changed)).toEqual(report)
    }))
})
