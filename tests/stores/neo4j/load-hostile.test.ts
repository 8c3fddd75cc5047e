import type { Driver } from 'neo4j-driver'
import { describe, expect, it } from 'vitest'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import type { EntityType, GraphSchema, Property, Relation } from '../../../src/graph/schema.ts'
import { relationshipRule } from '../../../src/neo4j/constraints.ts'
import { escapeName } from '../../../src/neo4j/escape-name.ts'
import { checkStorable } from '../../../src/stores/neo4j/load/preflight.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { claim, entity, exampleSchema, graphOf, source } from '../../exports/example-graph.ts'
import { hostileTexts } from '../../exports/hostile-texts.ts'
import { failureOf, inGraph } from './in-graph.ts'
import { compareStored, noMismatch } from './stored-graph.ts'

const texts = [
  ...hostileTexts,
  '`',
  '``',
  '\\',
  '\\`',
  '\\u0060',
  '\\u0060 {}) DETACH DELETE n //',
  '$name $rows $0',
  '}) DETACH DELETE n //',
  '`}) DETACH DELETE n //',
  "'; MATCH (n) DETACH DELETE n; //",
  '/* comment */ -- #',
  'MATCH',
  'null',
  'row[0]',
  'कि का',
  '中文 名字',
  'a\u200Bb\u200Dc\u2060',
  'A\u030A Å \u212B',
]

function property(name: string): Property {
  return { name, kind: 'text', list: false, required: false }
}

/** A schema in which types, relations and properties have these names. */
function schemaNaming(names: readonly string[]): GraphSchema {
  const types = names.map((name): EntityType => {
    const properties = new Map([[`p${name}`, property(`p${name}`)]])
    return {
      name: `T${name}`,
      parents: ['Entity'],
      lineage: [`T${name}`, 'Entity'],
      abstract: false,
      properties,
    }
  })
  const template = exampleSchema.relations.get('sells') as Relation
  const relations = names.map((name): Relation => {
    const properties = new Map([[name, property(name)]])
    return { ...template, name, label: `R${name}`, properties }
  })
  return {
    types: new Map([...exampleSchema.types, ...types.map((type) => [type.name, type] as const)]),
    relations: new Map(relations.map((relation) => [relation.name, relation])),
  }
}

/** Every text everywhere where one can be; with a schema of such names, if there are any. */
function hostileGraph(own: readonly string[], named: readonly string[] = []): KnowledgeGraph {
  const isNamed = named.length > 0
  const graph = graphOf({
    entities: own.flatMap((text) => [
      entity(text, isNamed ? `T${text}` : 'Person', {
        name: text,
        aliases: [text],
        note: text,
        properties: isNamed ? { [`p${text}`]: text } : {},
      }),
    ]),
    sources: own.map((text) => source(`source ${text}`, { title: text, publisher: text, author: text })),
    claims: own.flatMap((text) => [
      claim(`claim ${text}`, text, isNamed ? text : 'sells', text, {
        source: `source ${text}`,
        quotes: [{ exact: text, translation: text }],
        condition: text,
        note: text,
        properties: isNamed ? Object.fromEntries([[text, text]]) : { share: text },
      }),
      claim(`on ${text}`, text, isNamed ? text : 'disputes', `claim ${text}`, { source: `source ${text}` }),
    ]),
  })
  return isNamed ? { ...graph, schema: schemaNaming(named) } : graph
}

/** Those that also name types, relations and properties. */
const names = [
  '`',
  '\\`',
  '\\u0060 {}) DETACH DELETE n //',
  '$name $rows $0',
  "'; MATCH (n) DETACH DELETE n; //",
  '/* comment */ -- #',
  'MATCH',
  '中文 कि e\u0301',
  '👩‍👩‍👧‍👦\u202E\u200B',
  '\r\n\t ',
  '__proto__',
]

describeOnServers('a load of texts written to break Cypher', (server) => {
  it('brings them there as they are, and takes them away again', () =>
    inGraph(server, async ({ load, run, driver, name }) => {
      const graph = hostileGraph(texts)
      await run('CREATE (:Bystander {owner: $name})')
      await load(graph)
      expect(await compareStored(driver, graph, name)).toEqual(noMismatch)
      expect(await load(graph)).toMatchObject({
        claims: { added: 0, changed: 0, unchanged: 2 * texts.length },
      })
      const half = hostileGraph(texts.filter((_, index) => index % 2 === 0))
      await load(half)
      expect(await compareStored(driver, half, name)).toEqual(noMismatch)
      expect(await run('MATCH (n:Bystander {owner: $name}) RETURN n')).toHaveLength(1)
    }))

  it('has labels, relationship types and properties called so', () =>
    inGraph(server, async ({ load, run, driver, name }) => {
      const graph = hostileGraph(names, names)
      await load(graph)
      expect(await compareStored(driver, graph, name)).toEqual(noMismatch)
      const [row] = await run(
        'MATCH (n:T__proto__)-[r:R__proto__]->() WHERE n._graph = $name AND r.`__proto__` = "__proto__" RETURN r.id',
      )
      expect(row?.get(0)).toBe('claim __proto__')
      const less = hostileGraph(names.slice(3), names)
      await load(less)
      expect(await compareStored(driver, less, name)).toEqual(noMismatch)
      await dropRules(driver, names)
    }))

  it('changes what has them', () =>
    inGraph(server, async ({ load, driver, name }) => {
      const few = ['`', '__proto__', '\\u0060}) DETACH DELETE n //']
      const graph = hostileGraph(few, few)
      const changed = {
        ...graph,
        entities: new Map(
          [...graph.entities].map(([id, one]) => [id, { ...one, note: `${id}!`, properties: {} }]),
        ),
        claims: new Map(
          [...graph.claims].map(([id, one]) => [id, { ...one, note: `${id}!`, properties: {} }]),
        ),
      }
      await load(graph)
      await load(changed)
      expect(await compareStored(driver, changed, name)).toEqual(noMismatch)
      await dropRules(driver, few)
    }))

  it('takes ids as long as an index can hold, of characters of any length', () =>
    inGraph(server, async ({ load, driver, name }) => {
      const room = 8000 - '#REPORTED_IN'.length - Buffer.byteLength(name)
      const ids = ['x', 'ñ', '語', '𝒳'].map((character) => {
        const length = Buffer.byteLength(character)
        return character.repeat(Math.floor(room / length)) + 'x'.repeat(room % length)
      })
      const [a = '', b = '', c = '', d = ''] = ids
      const graph = graphOf({
        entities: [entity(a), entity(b)],
        sources: [source(c)],
        claims: [claim(d, a, 'recognizes', b, { source: c }), claim('on', a, 'disputes', d, { source: c })],
      })
      await load(graph)
      expect(await compareStored(driver, graph, name)).toEqual(noMismatch)
      const longer = graphOf({ entities: [entity(`${a}x`)] })
      const bytesOfName = Buffer.byteLength(name)
      expect(await failureOf(load(longer))).toBe(
        `cannot be stored: Neo4j cannot hold all of this graph: the id \`${'x'.repeat(60)}…\` is too long for an index ` +
          `(${7989 - bytesOfName} bytes, at most ${7988 - bytesOfName}). Nothing was written; correct the files, and load them again.`,
      )
    }))
})

async function dropRules(driver: Driver, names: readonly string[]): Promise<void> {
  const session = driver.session()
  await session.executeWrite(async (transaction) => {
    for (const name of names) {
      await transaction.run(`DROP CONSTRAINT ${escapeName(relationshipRule(`R${name}`).name)} IF EXISTS`)
    }
  })
  await session.close()
}

describe('what Neo4j cannot hold', () => {
  const [a, b] = [entity('a'), entity('b')]
  const cases: readonly (readonly [what: string, graph: KnowledgeGraph, message: string])[] = [
    [
      'half a character in a text',
      graphOf({ entities: [entity('a', 'Person', { name: 'A\uD83D' })] }),
      'a text of `a` has half of a character in it',
    ],
    [
      'half a character in a quote',
      graphOf({
        entities: [a, b],
        claims: [claim('c', 'a', 'sells', 'b', { quotes: [{ exact: '\uDE00' }] })],
      }),
      'a text of `c` has half of a character in it',
    ],
    [
      'half a character in an id',
      graphOf({ entities: [entity('\uD83D')] }),
      'a text of `\uFFFD` has half of a character in it',
    ],
    [
      'a list of several types',
      graphOf({ entities: [entity('a', 'Person', { properties: { mix: ['x', 1] } })] }),
      '`mix` of `a` is `["x",1]`, which is not of one type',
    ],
    [
      'a property without a name',
      graphOf({ entities: [entity('a', 'Person', { properties: { '': 1 } })] }),
      'a property of `a` cannot be called ``',
    ],
    [
      'a day that is none',
      graphOf({ entities: [a, b], claims: [claim('c', 'a', 'sells', 'b', { earliest: '2024' })] }),
      '`2024` of `c` is not a day',
    ],
    [
      'an end that is not there',
      graphOf({ entities: [a], claims: [claim('c', 'a', 'sells', 'b')] }),
      '`c` speaks of `b`, which the graph does not have',
    ],
    [
      'a source that is not there',
      graphOf({ entities: [a, b], claims: [claim('c', 'a', 'sells', 'b', { source: 's' })] }),
      '`c` is from `s`, which the graph does not have',
    ],
    [
      'a relation without a label',
      { ...graphOf({}), schema: schemaWithLabel('\0') },
      'a relation cannot be called `\0`',
    ],
  ]

  it.each(cases)('is named before anything is written: %s', (_, graph, message) => {
    expect(() => checkStorable(graph, 'stancegraph')).toThrow(
      `Neo4j cannot hold all of this graph: ${message}. Nothing was written; correct the files, and load them again.`,
    )
  })

  it('is named up to five times', () => {
    const bad = graphOf({ entities: Array.from({ length: 7 }, (_, index) => entity(`${index}\uD83D`)) })
    expect(() => checkStorable(bad, 'x')).toThrow(
      '; a text of `4\uFFFD` has half of a character in it; and more.',
    )
  })

  it.each(['', ' ', 'x'.repeat(201), '\uD83D'])('may be the name of the graph: %j', (name) => {
    expect(() => checkStorable(graphOf({}), name)).toThrow(
      'cannot be the name of a graph; choose one of 1 to 200',
    )
  })
})

function schemaWithLabel(label: string): GraphSchema {
  const sells = exampleSchema.relations.get('sells') as Relation
  return { types: exampleSchema.types, relations: new Map([['sells', { ...sells, label }]]) }
}
