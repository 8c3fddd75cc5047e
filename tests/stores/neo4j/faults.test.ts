import { fork } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import neo4j, { type Driver } from 'neo4j-driver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { namesIndex, nodeRules } from '../../../src/neo4j/constraints.ts'
import { escapeName } from '../../../src/neo4j/escape-name.ts'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load.ts'
import { startServer } from '../../neo4j/server.ts'
import { describeOnOwnServers, describeOnServers, type TestServer } from '../../neo4j/servers.ts'
import { startCuttingProxy } from './cutting-proxy.ts'
import { generatedGraph } from './generated-graph.ts'
import { compareStored, noMismatch, storedMarker, type Mismatch } from './stored-graph.ts'
import { eraseGraph } from './erase-graph.ts'

/** Where the faults come is as random as the machine is, beside this. */
const seed = Number(process.env['FAULTS_SEED'] ?? 6)
const withSeed = `(FAULTS_SEED=${seed})`

const claims = 3000
/** So that a load has some forty batches. */
const batchSize = 150

let graphs: readonly [KnowledgeGraph, KnowledgeGraph]

beforeAll(async () => {
  graphs = [await generatedGraph(claims, 1), await generatedGraph(claims, 2)]
})

/** Numbers from 0 up to 1. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

type Access = Pick<TestServer, 'url' | 'username' | 'password'>

function driverFor({ url, username, password }: Access): Driver {
  return neo4j.driver(url, neo4j.auth.basic(username, password))
}

async function load(driver: Driver, graph: KnowledgeGraph, name: string): Promise<void> {
  await loadIntoNeo4j(driver, graph, { name, batchSize })
}

async function expectStored(driver: Driver, graph: KnowledgeGraph, name: string): Promise<void> {
  expect(await compareStored(driver, graph, name)).toEqual(noMismatch)
  expect(await storedMarker(driver, name)).toMatchObject({ state: 'ready' })
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

describeOnServers('A load that is killed', (server) => {
  const name = `killed ${crypto.randomUUID()}`
  const driver = driverFor(server)
  afterAll(async () => {
    await eraseGraph(driver, name)
    await driver.close()
  })

  test(`is put right by the next one, after each of fifty kills ${withSeed}`, async () => {
    const random = randomFrom(seed)
    let [stored, next]: [KnowledgeGraph | undefined, KnowledgeGraph] = [undefined, graphs[0]]
    let seconds = await secondsOf(() => loadInChild(server, graphs[0], name))
    await eraseGraph(driver, name)
    for (let kills = 0, round = 0; kills < 50; round += 1) {
      if (round % 3 === 2) {
        await eraseGraph(driver, name)
        stored = undefined
      }
      for (let left = 1 + Math.floor(random() * 5); left > 0; left -= 1) {
        if (!(await loadInChild(server, next, name, random() * seconds))) break
        kills += 1
        await expectOneOrTheOther(driver, stored, next, name)
      }
      seconds = (seconds + (await secondsOf(() => load(driver, next, name)))) / 2
      await expectStored(driver, next, name)
      ;[stored, next] = [next, next === graphs[0] ? graphs[1] : graphs[0]]
    }
  }, 600_000)
})

/** Loads in a process of its own, and kills it after some seconds. Whether it was killed before it was done. */
async function loadInChild(
  { url, username, password }: TestServer,
  graph: KnowledgeGraph,
  name: string,
  seconds?: number,
): Promise<boolean> {
  const script = fileURLToPath(new URL('load-in-child.js', import.meta.url))
  const child = fork(script, [url, name, String(batchSize)], {
    env: { ...process.env, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
  const complaints = child.stderr ? text(child.stderr) : ''
  const ended = once(child, 'exit')
  await Promise.race([once(child, 'message'), ended])
  child.send(graph)
  if (seconds !== undefined) {
    await Promise.race([sleep(seconds * 1000), ended])
    child.kill('SIGKILL')
  }
  const [code] = (await ended) as [number | null]
  expect([code, await complaints]).toEqual([code === 0 ? 0 : null, ''])
  return code === null
}

/** Where the marker says that nothing is under way, all must be as before the load, or as after it. */
async function expectOneOrTheOther(
  driver: Driver,
  before: KnowledgeGraph | undefined,
  after: KnowledgeGraph,
  name: string,
): Promise<void> {
  const marker = await storedMarker(driver, name)
  if (marker?.['state'] !== 'ready') return
  const mismatches: Mismatch[] = []
  for (const one of [before, after]) {
    if (one) mismatches.push(await compareStored(driver, one, name))
  }
  // What the killed process had sent may have come in late.
  const isAsItWas = JSON.stringify(await storedMarker(driver, name)) === JSON.stringify(marker)
  if (isAsItWas) expect(mismatches).toContainEqual(noMismatch)
}

describeOnServers('A load whose connection is cut', (server) => {
  const name = `cut ${crypto.randomUUID()}`
  const driver = driverFor(server)
  afterAll(async () => {
    await eraseGraph(driver, name)
    await driver.close()
  })

  test(`goes on by itself, and writes nothing twice ${withSeed}`, async () => {
    const random = randomFrom(seed)
    await load(driver, graphs[1], name)
    // Sometimes at once, sometimes after hundreds of packets.
    const soon = (): number => 1 + Math.floor(2 ** (random() * 9))
    let left = 0
    const proxy = await startCuttingProxy(server.url, (each) => {
      left -= 1
      if (left > 0) each.cutAt(soon())
    })
    const cutOff = driverFor({ ...server, url: proxy.url })
    for (let round = 0; round < 6; round += 1) {
      const next = graphs[round % 2] as KnowledgeGraph
      left = 8
      await loadIntoNeo4j(cutOff, next, {
        name,
        batchSize,
        // Not before it is known that there is a server.
        onProgress: (done) => {
          if (done === 0) proxy.cutAt(soon())
        },
      })
      await expectStored(driver, next, name)
    }
    expect(proxy.cuts).toBeGreaterThan(20)
    await cutOff.close()
    await proxy.close()
  }, 400_000)

  test('knows whether a batch was committed when the answer to that is lost', async () => {
    // With the plans of its queries gone, the server takes its time to say what is wrong with a batch that it has.
    const slowDown = (): void => void driver.executeQuery('CALL db.clearQueryCaches()')
    const proxy = await startCuttingProxy(server.url, slowDown)
    const cutOff = driverFor({ ...server, url: proxy.url })
    for (const commit of [1, 2, 5, 10]) {
      await eraseGraph(driver, name)
      for (const next of graphs) {
        const before = proxy.cuts
        proxy.cutAtCommit(commit)
        await load(cutOff, next, name)
        expect(proxy.cuts).toBe(before + 1)
        await expectStored(driver, next, name)
      }
    }
    await cutOff.close()
    await proxy.close()
  }, 400_000)

  test('goes on when nothing comes any more, without a word', async () => {
    const proxy = await startCuttingProxy(server.url)
    const frozen = driverFor({ ...server, url: proxy.url })
    await load(driver, graphs[0], name)
    let isFrozen = false
    await loadIntoNeo4j(frozen, graphs[1], {
      name,
      batchSize,
      patience: 20_000,
      onProgress: (done) => {
        if (done > 0 && !isFrozen) proxy.freeze()
        isFrozen ||= done > 0
      },
    })
    await expectStored(driver, graphs[1], name)
    await frozen.close()
    await proxy.close()
  }, 400_000)
})

describeOnServers('Two loads at once', (server) => {
  const name = `twice ${crypto.randomUUID()}`
  const driver = driverFor(server)
  const other = driverFor(server)
  afterAll(async () => {
    await eraseGraph(driver, name)
    await Promise.all([driver.close(), other.close()])
  })

  test(`leave what the second has loaded, and the first says so ${withSeed}`, async () => {
    const random = randomFrom(seed)
    const [one, two] = graphs
    const ends = new Set<string>()
    for (let round = 0; round < 8; round += 1) {
      const startAt = random() * 0.5
      let second: Promise<void> | undefined
      const first = loadIntoNeo4j(driver, one, {
        name,
        batchSize,
        onProgress: (done, total) => {
          if (done >= total * startAt) second ??= load(other, two, name)
        },
      })
      // The second may begin so late that the first is done.
      ends.add(await first.then(() => 'loaded', String))
      await second
      await expectStored(driver, two, name)
    }
    const fenced = `DatabaseError: another load of the graph \`${name}\` has begun, so this one has stopped; run it again if its files are the right ones.`
    expect([...ends].filter((end) => end !== 'loaded')).toEqual([fenced])
  }, 600_000)
})

describeOnOwnServers('A load', (version) => {
  const name = 'stancegraph'

  test(`goes on by itself when its server is killed and starts again ${withSeed}`, async () => {
    const random = randomFrom(seed)
    const server = await startServer({ version })
    const driver = driverFor(server)
    let seconds = await secondsOf(() => load(driver, graphs[0], name))
    for (let kills = 0, round = 1; kills < 6; round += 1) {
      const next = graphs[round % 2] as KnowledgeGraph
      const before = performance.now()
      const loading = load(driver, next, name).then(() => 'loaded')
      const delay = (0.05 + random() * 0.9) * seconds * 1000
      if ((await Promise.race([loading, sleep(delay, 'time to kill')])) === 'time to kill') {
        kills += 1
        await server.restart()
      } else seconds = (performance.now() - before) / 1000
      await loading
      await expectStored(driver, next, name)
    }
    await driver.close()
    await server.stop()
  }, 600_000)

  test('finds the constraints half made by a server or a connection that broke, and makes them anew', async () => {
    const server = await startServer({ version })
    const half = driverFor(server)
    const transaction = await half.session().beginTransaction()
    for (const { statement } of nodeRules) await transaction.run(statement)
    await server.restart()

    const driver = driverFor(server)
    await load(driver, graphs[0], name)
    await expectStored(driver, graphs[0], name)
    await expectRules(driver)
    for (let packet = 5; packet < 15; packet += 1) {
      await dropConstraints(driver)
      const proxy = await startCuttingProxy(server.url)
      const cutOff = driverFor({ ...server, url: proxy.url })
      await cutOff.getServerInfo()
      proxy.cutAt(packet)
      await load(cutOff, graphs[0], name)
      await expectRules(driver)
      await cutOff.close()
      await proxy.close()
    }
    await Promise.all([half.close(), driver.close()])
    await server.stop()
  }, 400_000)

  test('takes smaller batches where the server has little memory for a transaction', async () => {
    const server = await startServer({ version, settings: { 'db.memory.transaction.max': '2m' } })
    const driver = driverFor(server)
    for (const next of graphs) {
      await loadIntoNeo4j(driver, next, { name })
      await expectStored(driver, next, name)
    }
    await driver.close()
    await server.stop()
  }, 400_000)
})

async function expectRules(driver: Driver): Promise<void> {
  const names = async (text: string): Promise<unknown[]> =>
    (await driver.executeQuery(text)).records.map((row) => row.get('name') as unknown)
  const constraints = nodeRules.map((rule) => rule.name).filter((rule) => rule !== namesIndex)
  expect(await names('SHOW CONSTRAINTS YIELD name')).toEqual(expect.arrayContaining(constraints))
  expect(await names("SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name")).toEqual([])
}

async function dropConstraints(driver: Driver): Promise<void> {
  const { records } = await driver.executeQuery('SHOW CONSTRAINTS YIELD name')
  for (const row of records) {
    await driver.executeQuery(`DROP CONSTRAINT ${escapeName(row.get('name') as string)}`)
  }
}
