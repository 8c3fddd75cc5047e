/** Starts the Neo4j servers that the tests share, once for a run, while the package is built. */
import neo4j from 'neo4j-driver'
import type { TestProject } from 'vitest/node'
import { setup as build } from '../build.ts'
import { runScript, startServer, type OwnServer, type ServerVersion } from './server.ts'
import type { LeftOut, TestServer } from './servers.ts'

const versions = ['lts', 'current'] as const

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const leftOut = (await Promise.all(versions.map(whyNot))).flatMap((reason) => reason ?? [])
  report(leftOut)
  const startable = versions.filter((version) => !leftOut.some((left) => left.version === version))
  const building = build()
  const starting = (process.env['NEO4J_URI'] ? [] : startable).map((version) => startServer({ version }))
  const stop = (): Promise<void> => stopAll(starting)
  try {
    await Promise.all([building, ...starting])
    const servers = await askServers(await Promise.all(starting))
    project.provide('neo4j', { servers, versions: startable, leftOut })
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

/** Ends those that started, and waits for the others. */
async function stopAll(starting: readonly Promise<OwnServer>[]): Promise<void> {
  for (const start of await Promise.allSettled(starting)) {
    if (start.status === 'fulfilled') await start.value.stop()
  }
}

/** Why a version cannot run here. */
async function whyNot(version: ServerVersion): Promise<LeftOut | undefined> {
  const { exitCode, stderr } = await runScript(['fetch', version])
  if (exitCode === 0) return undefined
  return { version, reason: stderr.trim().split('\n').at(-1) ?? '' }
}

function report(leftOut: readonly LeftOut[]): void {
  if (leftOut.length === 0) return
  const lines = [...new Set(leftOut.map(({ reason }) => `Tests on Neo4j are left out: ${reason}`))]
  if ((process.env['CI'] ?? '') !== '') throw new Error(lines.join('\n'))
  for (const line of lines) console.warn(line)
}

async function askServers(own: readonly OwnServer[]): Promise<readonly TestServer[]> {
  return process.env['NEO4J_URI'] ? [await givenServer()] : Promise.all(own.map(accessTo))
}

async function accessTo({ url, username, password }: OwnServer): Promise<TestServer> {
  return { name: await askVersion(url, username, password), url, username, password }
}

/** The server that somebody names instead. */
async function givenServer(): Promise<TestServer> {
  const {
    NEO4J_URI: url = '',
    NEO4J_USERNAME: username = 'neo4j',
    NEO4J_PASSWORD: password = '',
  } = process.env
  try {
    return { name: await askVersion(url, username, password), url, username, password }
  } catch (error) {
    const fault = (error as Error).message.replace(/\.$/, '')
    const next = 'start one with scripts/neo4j.sh start, or unset NEO4J_URI, and the tests start their own'
    throw new Error(`No Neo4j answers at NEO4J_URI, ${url}: ${fault}; ${next}`, { cause: error })
  }
}

async function askVersion(url: string, username: string, password: string): Promise<string> {
  const auth = neo4j.auth.basic(username, password)
  const driver = neo4j.driver(url, auth)
  try {
    const { agent = '' } = await driver.getServerInfo()
    return agent.replace('Neo4j/', '')
  } finally {
    await driver.close()
  }
}
