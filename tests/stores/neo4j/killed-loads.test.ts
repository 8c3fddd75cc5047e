/** That a load whose process is killed is put right by the next. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Driver } from 'neo4j-driver'
import { afterAll, expect, test } from 'vitest'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { describeOnServers, type TestServer } from '../../neo4j/servers.ts'
import { eraseGraph } from './erase-graph.ts'
import {
  batchSize,
  driverFor,
  expectStored,
  load,
  randomFrom,
  secondsOf,
  seed,
  graphs,
  withSeed,
} from './fault-support.ts'
import { compareStored, noMismatch, storedMarker, type Mismatch } from './stored-graph.ts'

describeOnServers('A load that is killed', (server) => {
  const name = `killed ${crypto.randomUUID()}`
  const driver = driverFor(server)
  afterAll(async () => {
    await eraseGraph(driver, name)
    await driver.close()
  })

  test(`is put right by the next one, after each of 25 kills ${withSeed}`, async () => {
    const random = randomFrom(seed)
    let [stored, next]: [KnowledgeGraph | undefined, KnowledgeGraph] = [undefined, graphs[0]]
    let seconds = await secondsOf(() => loadInChild(server, graphs[0], name))
    await eraseGraph(driver, name)
    for (let kills = 0, round = 0; kills < 25; round += 1) {
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
