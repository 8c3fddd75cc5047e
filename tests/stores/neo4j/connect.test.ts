import { afterEach, describe, expect, test } from 'vitest'
import { checkServer, checkUrl, openDriver, type Driver } from '../../../src/stores/neo4j/connect.ts'
import { isSupportedVersion } from '../../../src/stores/neo4j/server-version.ts'
import { describeOnServers } from '../../neo4j/servers.ts'

describe('The version of a server', () => {
  test.each(['5.26', '5.26.0', '5.26.30', '5.26.0-SNAPSHOT', '5.27-aura', '6.0', '2026.09.0', '2025.01+3'])(
    '%s is supported',
    (version) => expect(isSupportedVersion(version)).toBe(true),
  )

  test.each([
    '4.4.38',
    '3.5.35',
    '4',
    '5',
    '5.25.1',
    '5.7.0',
    '5.0.0-drop01',
    '',
    'dev',
    'v5.26',
    '5x.9',
    '5.26x',
    '-5.26',
  ])('%s is not', (version) => expect(isSupportedVersion(version)).toBe(false))
})

describe('The address of a server', () => {
  test.each([
    'bolt://localhost',
    'bolt+s://db.example:7687',
    'bolt+ssc://127.0.0.1:1/',
    'neo4j://[::1]:7687',
    'neo4j+s://0123.databases.neo4j.io',
    'neo4j+ssc://db.example?policy=east',
    'neo4j://база.рф',
  ])('can be %s', (url) => expect(checkUrl(url)).toBeUndefined())

  const notOne = (shown: string, suggestion: string) =>
    `\`${shown}\` is not the address of a Neo4j server; write one such as \`${suggestion}\`.`
  const followed = (shown: string) =>
    `nothing may follow \`${shown}\` in the address of the server; a database is named apart from it.`

  test.each([
    ['http://localhost:7474', notOne('http://localhost:7474', 'bolt://localhost:7687')],
    ['https://db.example', notOne('https://db.example', 'bolt+s://db.example:7687')],
    ['localhost', notOne('localhost', 'bolt://localhost:7687')],
    ['db.example:7688', notOne('db.example:7688', 'bolt://db.example:7688')],
    ['bolt+routing://db.example', notOne('bolt+routing://db.example', 'bolt://db.example:7687')],
    ['BOLT://db.example', notOne('BOLT://db.example', 'bolt://db.example:7687')],
    ['bolt://', notOne('bolt://', 'bolt://localhost:7687')],
    ['bolt://a b', notOne('bolt://a b', 'bolt://localhost:7687')],
    ['neo4j+s://db.example:0', notOne('neo4j+s://db.example:0', 'neo4j+s://db.example:7687')],
    ['bolt://db.example:99999', notOne('bolt://db.example:99999', 'bolt://db.example:7687')],
    ['bolt://db.example:x', followed('bolt://db.example:x')],
    ['', notOne('', 'bolt://localhost:7687')],
    ['bolt://db.example:1/neo4j', followed('bolt://db.example:1')],
    ['bolt://db.example?policy=east', followed('bolt://db.example')],
  ])('cannot be %s', (url, message) => {
    expect(() => checkUrl(url)).toThrow(
      expect.objectContaining({ name: 'DatabaseError', problem: 'invalid url', message }),
    )
  })

  test.each([
    'bolt://neo4j:s3cret@localhost',
    'bolt://s3cret@localhost',
    'http://a:s3cret@b',
    'neo4j:s3cret@x',
  ])('is not printed where it may hold a password', (url) => {
    const message =
      'the address of the server has a user name or password in it, where others can see them; leave these out, and set NEO4J_USERNAME and NEO4J_PASSWORD.'
    expect(() => openDriver(url, undefined)).toThrow(
      expect.objectContaining({ problem: 'invalid url', message }),
    )
  })
})

describeOnServers('Checking a server', ({ url, username, password }) => {
  const drivers: Driver[] = []
  afterEach(() => Promise.all(drivers.map((driver) => driver.close())))

  /** What checking rejects with; undefined where nothing is wrong. */
  async function check(address: string, secret: string, database?: string): Promise<unknown> {
    const driver = openDriver(address, { username, password: secret }, { userAgent: 'stancegraph/test' })
    drivers.push(driver)
    const place = { url: address, ...(database !== undefined && { database }) }
    return checkServer(driver, place).catch((error: unknown) => error)
  }

  test('finds nothing wrong with it, alone or as a cluster of one', async () => {
    expect(await check(url, password)).toBeUndefined()
    expect(await check(url.replace(/^bolt/, 'neo4j'), password, 'neo4j')).toBeUndefined()
  })

  test('rejects with a DatabaseError', async () => {
    expect(await check(url, password, 'nowhere')).toMatchObject({
      name: 'DatabaseError',
      problem: 'no database',
      message: `there is no database \`nowhere\` on the server at \`${url}\`; give another one: \`SHOW DATABASES\` lists them.`,
    })
    expect(await check(url, `${password}!`)).toMatchObject({
      name: 'DatabaseError',
      problem: 'wrong password',
    })
  })
})
