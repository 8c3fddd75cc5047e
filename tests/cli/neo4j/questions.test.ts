/** Questions asked of a server by the command: the same text and the same JSON as from files. */
import { randomUUID } from 'node:crypto'
import { auth, driver as openDriver, type Driver } from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeOnServers } from '../../neo4j/servers.ts'
import { eraseGraph } from '../../stores/neo4j/erase-graph.ts'
import { runBeside } from './run-beside.ts'

const questions = [
  ['stance', 'United States', 'gonzalez', '--as-of', '2024-12-31', '--about'],
  ['stance', 'usa', 'CNE result', '--no-roll-up', '--relation', 'criticizes', '--as-of', '2024-12-31'],
  ['stances', 'CNE result', '--as-of', '2024-12-31'],
  ['timeline', 'United States', 'CNE result'],
  ['relations', 'Blinken'],
  ['relations', 'blinken', 'gonzález', '--as-of', '2024-12-31'],
  ['paths', 'Boric', 'European Union', '--max-hops', '4'],
  ['contradictions', '--as-of', '2024-12-31'],
]

describeOnServers('A command that asks a server', ({ url, username, password }) => {
  const name = `cli-${randomUUID()}`
  const access = { NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
  let driver: Driver
  beforeAll(async () => {
    driver = openDriver(url, auth.basic(username, password))
    expect(await runBeside(['load', '--neo4j', url, '--name', name], access)).toMatchObject({ exitCode: 0 })
  })
  afterAll(async () => {
    await eraseGraph(driver, name)
    await driver.close()
  })

  test.each(questions.map((args) => [args.join(' '), args] as const))(
    'prints what it prints of files: %s',
    async (_, args) => {
      const server = ['--neo4j', url.replace(/^bolt/, 'neo4j'), '--name', name]
      for (const format of [[], ['--json']]) {
        const [fromFiles, fromServer] = await Promise.all([
          runBeside([...args, ...format]),
          runBeside([...args, ...format, ...server], access),
        ])
        expect(fromFiles.exitCode).toBe(0)
        expect({ ...fromServer, took: 0 }).toEqual({ ...fromFiles, took: 0 })
      }
    },
  )

  test.each([
    ['stances', 'Untied States'],
    ['stances', 'González', '--relation', 'recogmizes'],
    ['timeline', 'US', 'González', '--relation', 'x'],
    ['contradictions', '--as-of', '2024-02-30'],
  ])('says the same of a wrong question: %s %s', async (...args) => {
    const [fromFiles, fromServer] = await Promise.all([
      runBeside(args),
      runBeside([...args, '--neo4j', url, '--name', name], access),
    ])
    expect(fromFiles).toMatchObject({ exitCode: 2, stdout: '' })
    expect({ ...fromServer, took: 0 }).toEqual({ ...fromFiles, took: 0 })
  })

  test('says that there is no graph of a name', async () => {
    const run = await runBeside(['stances', 'US', '--neo4j', url, '--name', `${name}-not`], access)
    expect(run).toMatchObject({
      exitCode: 3,
      stdout: '',
      stderr: `stancegraph: there is no graph \`${name}-not\` in the database; load one with \`stancegraph load --name ${name}-not\`.\n`,
    })
  })
})

describe('The options for a server', () => {
  test.each([
    [['check'], 'check'],
    [['export', 'gexf', 'graph.gexf'], 'export'],
    [['schema'], 'schema'],
    [['init', 'folder'], 'init'],
  ])('are refused where a command works on files: %j', async (args, command) => {
    expect(await runBeside([...args, '--neo4j', 'bolt://s3cret@localhost'])).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: `stancegraph: \`${command}\` works on files, not on a server; leave --neo4j out.\n`,
    })
  })

  test.each(['project', 'schema', 'data', 'graph'])('do not go with --%s', async (option) => {
    const args = ['stances', 'US', '--neo4j', 'bolt://localhost', `--${option}`, '.']
    expect(await runBeside(args)).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: `stancegraph: --neo4j stands instead of --${option}; give one of them.\n`,
    })
  })

  test.each(['database', 'name'])('go together: --%s needs --neo4j', async (option) => {
    expect(await runBeside(['stances', 'US', `--${option}`, 'x'])).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: `stancegraph: --${option} goes with --neo4j; give that too, or leave it out.\n`,
    })
  })

  test.each(['neo4j', 'database', 'name'])('are not empty: --%s', async (option) => {
    expect(await runBeside(['load', `--${option}`, ''])).toMatchObject({ exitCode: 2, stdout: '' })
  })
})
