import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleProject } from '../../src/diagnostics/example-project.ts'
import { isA } from '../../src/graph/schema.ts'
import { faultsOf, hintsOf, readTexts } from './read-text.ts'

describe('types', () => {
  test('extend Entity by default, and have all they extend as lineage, breadth first', () => {
    const { schema, diagnostics } = readTexts(
      'types:\n  Country: { extends: [Actor, Place] }\n  Actor: { abstract: true, extends: Thing }\n  Place: {}\n  Thing:\n  Article: { extends: Source }\n',
    )
    expect(diagnostics).toEqual([])
    expect([...schema.types.keys()]).toEqual([
      'Entity',
      'Source',
      'Claim',
      'Country',
      'Actor',
      'Place',
      'Thing',
      'Article',
    ])
    expect(schema.types.get('Country')).toEqual({
      name: 'Country',
      parents: ['Actor', 'Place'],
      lineage: ['Country', 'Actor', 'Place', 'Thing', 'Entity'],
      abstract: false,
      properties: new Map(),
    })
    expect(schema.types.get('Actor')?.abstract).toBe(true)
    expect(schema.types.get('Thing')).toMatchObject({ parents: ['Entity'], lineage: ['Thing', 'Entity'] })
    expect(isA(schema, 'Article', 'Source')).toBe(true)
    expect(schema.types.get('Entity')).toMatchObject({ parents: [], lineage: ['Entity'] })
  })

  test('inherit properties, and what their own declarations leave open', () => {
    const { schema, diagnostics } = readTexts(`types:
  Vote:
    properties:
      turnout: { type: number, minimum: 0, maximum: 100, note: in percent }
      winner: { type: entity, range: Person, required: true }
  Person: {}
  Woman: { extends: Person }
  Runoff: { extends: Vote, properties: { turnout: { maximum: 50 }, winner: { range: Woman }, rounds: [integer] } }
`)
    expect(diagnostics).toEqual([])
    expect([...(schema.types.get('Runoff')?.properties.values() ?? [])]).toEqual([
      {
        name: 'turnout',
        kind: 'number',
        list: false,
        required: false,
        minimum: 0,
        maximum: 50,
        note: 'in percent',
      },
      { name: 'winner', kind: 'entity', list: false, range: 'Woman', required: true },
      { name: 'rounds', kind: 'integer', list: true, required: false },
    ])
  })
})

describe('relations', () => {
  test('have the keys that are written, and defaults', () => {
    const { schema, diagnostics } = readTexts(`types: { Actor: {}, Election: {} }
relations:
  declares winner:
    from: Actor
    to: [Actor, Claim]
    stance: per claim
    note: Says who won.
    codes: { cameo: 054, plover: "1" }
    properties: { regarding: { type: entity, range: Election, required: true }, share: number }
    exclusive: regarding
    denies: true
  holds: { from: Actor, to: Actor, speaks_for: true }
`)
    expect(diagnostics).toEqual([])
    expect(schema.relations.get('declares winner')).toEqual({
      name: 'declares winner',
      label: 'DECLARES_WINNER',
      abstract: false,
      from: ['Actor'],
      to: ['Actor', 'Claim'],
      stance: 'per claim',
      note: 'Says who won.',
      codes: new Map([
        ['cameo', '054'],
        ['plover', '1'],
      ]),
      properties: new Map([
        ['regarding', { name: 'regarding', kind: 'entity', list: false, range: 'Election', required: true }],
        ['share', { name: 'share', kind: 'number', list: false, required: false }],
      ]),
      exclusive: ['regarding'],
      speaksFor: false,
      lasting: false,
      denies: true,
    })
    expect(schema.relations.get('holds')).toMatchObject({ speaksFor: true, lasting: true, denies: false })
  })

  test('take over all keys but `abstract` and `label` of the one they extend', () => {
    const { schema, diagnostics } = readTexts(`types: { Actor: {}, Person: { extends: Actor } }
relations:
  hails: { extends: praises, to: Person, codes: { cameo: "052" }, note: Loudly. }
  praises:
    abstract: true
    label: LAUDS
    from: Actor
    to: [Actor, Claim]
    stance: supports
    note: Says something good.
    codes: { cameo: "051", own: x }
    properties: { words: text }
    exclusive: words
    denies: true
    lasting: true
`)
    expect(diagnostics.map(({ code }) => code)).toEqual(['denies-no-claim'])
    expect(schema.relations.get('hails')).toMatchObject({
      label: 'HAILS',
      parent: 'praises',
      abstract: false,
      from: ['Actor'],
      to: ['Person'],
      stance: 'supports',
      note: 'Loudly.',
      codes: new Map([
        ['cameo', '052'],
        ['own', 'x'],
      ]),
      exclusive: ['words'],
      denies: true,
      lasting: true,
    })
    expect([...schema.relations.keys()]).toEqual(['hails', 'praises'])
  })
})

describe('names', () => {
  test('that objects treat in a special way are names like others', () => {
    const { schema, diagnostics } = readTexts(`types:
  __proto__: { properties: { __proto__: text, constructor: { type: entity, range: toString }, toString: [number] } }
  constructor: { extends: __proto__ }
  toString: { extends: [constructor, __proto__] }
relations:
  __proto__: { from: __proto__, to: toString, codes: { __proto__: x } }
  constructor: { extends: __proto__, properties: { __proto__: text }, exclusive: __proto__ }
  toString: { from: constructor, to: constructor }
`)
    expect(diagnostics).toEqual([])
    expect(schema.types.get('toString')?.lineage).toEqual(['toString', 'constructor', '__proto__', 'Entity'])
    expect([...(schema.types.get('toString')?.properties.keys() ?? [])]).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ])
    expect([...schema.relations.values()].map(({ label }) => label)).toEqual([
      '__PROTO__',
      'CONSTRUCTOR',
      'TOSTRING',
    ])
  })

  test('are the same in NFC and NFD', () => {
    const { schema, diagnostics } = readTexts(
      'types:\n  Se\u0301nat: {}\nrelations:\n  fe\u0301te: { from: S\u00e9nat, to: S\u00e9nat }\n',
    )
    expect(diagnostics).toEqual([])
    expect(schema.relations.get('f\u00eate')).toBeUndefined()
    expect(schema.relations.get('f\u00e9te')).toMatchObject({ from: ['S\u00e9nat'], label: 'F\u00c9TE' })
  })
})

describe('keys that are not known', () => {
  test('are an error at the top, in types, in relations and in properties', () => {
    const text = `typs: {}
types:
  A: { extend: B, properties: { size: { type: number, min: 1 } } }
relations:
  b: { from: A, to: A, speaksfor: true }
`
    expect(faultsOf(text)).toEqual([
      '1:1-1:5 error unknown-key: `typs` is not a key of a graph schema.',
      '3:8-3:14 error unknown-key: `extend` is not a key of a type.',
      '3:55-3:58 error unknown-key: `min` is not a key of a property.',
      '5:24-5:33 error unknown-key: `speaksfor` is not a key of a relation.',
    ])
    expect(hintsOf(text)).toEqual([
      'did you mean `types`?',
      'did you mean `extends`?',
      'did you mean `minimum`?',
      'did you mean `speaks_for`?',
    ])
  })
})

describe('values of another shape', () => {
  test('are an error where they stand, and nothing follows from them', () => {
    expect(
      faultsOf(`types: [Actor]
relations:
  a: { from: Actor, to: Actor }
  b: [Actor, Actor]
  c: { from: { x: y }, to: Actor, codes: { cameo: [1] }, label: [X], abstract: yes, properties: [z] }
`),
    ).toEqual([
      '1:8-1:15 error expected-map: A list stands where a map is expected.',
      '4:6-4:20 error expected-map: A list stands where a map is expected.',
      '5:14-5:22 error expected-text: A map stands where a text is expected.',
      '5:51-5:54 error expected-text: A list stands where a text is expected.',
      '5:65-5:68 error expected-text: A list stands where a text is expected.',
      '5:80-5:83 error expected-boolean: Here stands `yes`, not `true` or `false`.',
      '5:97-5:100 error expected-map: A list stands where a map is expected.',
    ])
  })

  test('a document that is no map', () => {
    expect(faultsOf('Actor\n')).toEqual([
      '1:1-1:6 error expected-map: A text stands where a map is expected.',
    ])
  })
})

describe('what follows from another fault stays quiet', () => {
  test('names that a document with a fault of syntax may declare', () => {
    const { diagnostics, failedTexts, damagedTypes, damagedRelations } = readTexts(
      'types:\n  Actor: {\n',
      'types:\n  Person: { extends: Actor, properties: { boss: { type: entity, range: Actor } } }\nrelations:\n  meets: { from: Actor, to: Person }\n',
    )
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([['yaml-syntax', 'a.yaml']])
    expect(failedTexts).toEqual(['types:\n  Actor: {\n'])
    expect([...damagedTypes]).toEqual(['Person'])
    expect([...damagedRelations]).toEqual(['meets'])
  })

  test('types and relations below one with a fault are damaged too', () => {
    const { damagedTypes, damagedRelations } = readTexts(
      'types:\n  C: { extends: B }\n  B: { extends: A }\n  A: { extend: X }\n  D: {}\nrelations:\n  y: { extends: x }\n  x: { from: D, to: D, stanse: supports }\n  z: { from: A, to: D }\n',
    )
    expect([...damagedTypes]).toEqual(['A', 'B', 'C'])
    expect([...damagedRelations]).toEqual(['x', 'y'])
  })

  test('a built-in type is not damaged by a declaration of its name', () => {
    const { damagedTypes, schema } = readTexts(
      'types:\n  Claim: {}\nrelations:\n  x: { from: Entity, to: Claim }\n',
    )
    expect([...damagedTypes]).toEqual([])
    expect(schema.types.get('Claim')?.parents).toEqual([])
  })
})

test('a schema may be empty', () => {
  expect(faultsOf()).toEqual([])
  expect(faultsOf('', '# nothing\n', 'types:\nrelations:\n', '---\n')).toEqual([])
})

test('the schema of the example project has no faults', () => {
  expect(faultsOf(exampleProject['graph-schema/example.yaml'] ?? '')).toEqual([])
})

describe('hostile text', () => {
  const names = fc.constantFrom(
    'A',
    'B',
    'Entity',
    'Source',
    'Claim',
    '__proto__',
    'x',
    'text',
    '[A, B]',
    '{}',
    '',
    '"\\0"',
    '[]',
    '-',
    '1',
  )
  const keys = fc.constantFrom(
    ...[
      'extends',
      'abstract',
      'from',
      'to',
      'stance',
      'codes',
      'properties',
      'exclusive',
      'speaks_for',
      'lasting',
    ],
    ...[
      'denies',
      'label',
      'type',
      'range',
      'required',
      'minimum',
      'maximum',
      'note',
      'A',
      'B',
      '__proto__',
      'types',
      'relations',
    ],
  )
  const { map } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, names, tie('map')),
    map: fc
      .array(fc.tuple(keys, tie('value')), { maxLength: 5 })
      .map((entries) => `{ ${entries.map(([key, value]) => `${key}: ${String(value)}`).join(', ')} }`),
  }))

  test('never makes it throw', () => {
    fc.assert(
      fc.property(map, map, fc.string({ unit: 'binary' }), (types, relations, junk) => {
        readTexts(`types: ${types}\nrelations: ${relations}\n`, junk)
      }),
      { numRuns: 2000 },
    )
  })

  test('a chain of 2,000 types', () => {
    const chain = Array.from({ length: 2000 }, (_, index) => `  T${index}: { extends: T${index + 1} }\n`)
    expect(faultsOf(`types:\n${chain.join('')}  T2000: {}\n`)).toEqual([])
  })
})
