/** What a command says where there is no Neo4j that it can use. */
import { afterEach, describe, expect, test } from 'vitest'
import { freePort } from '../../neo4j/server.ts'
import { listen, listenAsBolt, listenAsWeb, type Listener } from './listen.ts'
import { runBeside } from './run-beside.ts'

const listeners: Listener[] = []
afterEach(() => listeners.splice(0).forEach(({ close }) => close()))

async function portOf(listening: Promise<Listener>): Promise<number> {
  const listener = await listening
  listeners.push(listener)
  return listener.port
}

/** All commands fail with exit code 3, print this and nothing else, and end at once. */
async function expectFault(url: string, message: string, milliseconds = 8000): Promise<void> {
  const commands = [['load'], ['stances', 'US']]
  const runs = commands.map((args) => runBeside([...args, '--neo4j', url], { NEO4J_PASSWORD: 's3cret' }))
  for (const run of await Promise.all(runs)) {
    expect(run).toMatchObject({ exitCode: 3, stdout: '', stderr: `stancegraph: ${message}\n` })
    expect(run.took).toBeLessThan(milliseconds)
  }
}

describe('A command that asks a server', () => {
  test('says where nothing listens', async () => {
    const port = await freePort()
    for (const url of [`bolt://127.0.0.1:${port}`, `neo4j+s://127.0.0.1:${port}`]) {
      await expectFault(url, `nothing listens at \`${url}\`; start the server, or give another address.`)
    }
  })

  test('says which name was not found', async () => {
    for (const url of ['bolt://no-such-host.invalid', 'neo4j://no-such-host.invalid:7688']) {
      await expectFault(url, `there is no host with the name in \`${url}\`; give another address.`)
    }
  })

  test('says what is wrong with the address, but no password that is in it', async () => {
    await expectFault(
      'http://localhost:7474',
      '`http://localhost:7474` is not the address of a Neo4j server; write one such as `bolt://localhost:7687`.',
    )
    await expectFault(
      'bolt://neo4j:s3cret@localhost',
      'the address of the server has a user name or password in it, where others can see them; leave these out, and set NEO4J_USERNAME and NEO4J_PASSWORD.',
    )
  })

  test('says that it has found a web server', async () => {
    const port = await portOf(listenAsWeb())
    for (const url of [`bolt://127.0.0.1:${port}`, `neo4j://127.0.0.1:${port}`]) {
      const fault = `what answers at \`${url}\` speaks HTTP and not Bolt; give the port for Bolt, which usually is 7687.`
      await expectFault(url, fault)
    }
    const url = `bolt+s://127.0.0.1:${port}`
    await expectFault(
      url,
      `the server at \`${url}\` does not take encrypted connections; write \`bolt://127.0.0.1:${port}\`.`,
    )
  })

  test('says that it has found something else', async () => {
    const port = await portOf(listen((socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n')))
    const url = `bolt://127.0.0.1:${port}`
    await expectFault(url, `what answers at \`${url}\` is not Neo4j; give the address of a Neo4j server.`)
  })

  test('says that what closes the connection wants another one, or is something else', async () => {
    const port = await portOf(listen((socket) => socket.end()))
    const url = `bolt://127.0.0.1:${port}`
    await expectFault(
      url,
      `the server at \`${url}\` closes unencrypted connections, or is not Neo4j; for an encrypted one, write \`bolt+s://127.0.0.1:${port}\`, or \`bolt+ssc://127.0.0.1:${port}\` if its certificate is self-signed.`,
    )
  })

  test('says that another database calls itself something else', async () => {
    const agent = 'Neo4j/v5.11.0 compatible graph database server - Memgraph'
    const url = `bolt://127.0.0.1:${await portOf(listenAsBolt(agent))}`
    await expectFault(
      url,
      `what answers at \`${url}\` is not Neo4j but calls itself \`${agent}\`; give the address of a Neo4j server.`,
    )
  })

  test('says that a server is too old', async () => {
    const url = `bolt://127.0.0.1:${await portOf(listenAsBolt('Neo4j/4.4.38'))}`
    await expectFault(
      url,
      `the server at \`${url}\` is Neo4j 4.4.38; stancegraph needs 5.26 or newer, so upgrade it or give another one.`,
    )
  })

  test('says that a server is so old that they have no language in common', async () => {
    const port = await portOf(
      listen((socket) => socket.once('data', () => socket.end(Uint8Array.of(0, 0, 0, 0)))),
    )
    const url = `bolt://127.0.0.1:${port}`
    await expectFault(
      url,
      `the server at \`${url}\` speaks no version of Bolt that is known here; it needs to be Neo4j 5.26 or newer.`,
    )
  })

  test('gives up on a server that does not answer', async () => {
    const port = await portOf(listen(() => undefined))
    const faults = ['bolt', 'neo4j', 'bolt+s'].map((scheme) => {
      const url = `${scheme}://127.0.0.1:${port}`
      const fault = `the server at \`${url}\` does not answer; see whether it is Neo4j and running, and whether a firewall stands between.`
      return expectFault(url, fault, 25_000)
    })
    await Promise.all(faults)
  })
})
