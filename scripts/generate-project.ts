/** Writes a project of any number of claims, always the same one: `npx tsx scripts/generate-project.ts 1000 FOLDER`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argv, exit, stderr } from 'node:process'
import { fileURLToPath } from 'node:url'

/** A file of the project, by its path in the project's folder. */
export interface ProjectFile {
  readonly path: string
  readonly text: string
}

/** The question to ask of a generated project: its answer rests on the same claims in projects of every size. */
export const probe = { holder: 'Landau', target: 'Brünn Accord', asOf: '2024-12-31' } as const

const schema = `types:
  Actor:        { abstract: true }
  Person:       { extends: Actor }
  Organization: { extends: Actor }
  Country:      { extends: Actor }
  Position:     {}
  Issue:        {}
  Event:        {}
  Election:     { extends: Event, properties: { turnout: { type: number, minimum: 0, maximum: 100 } } }
  Article:      { extends: Source }

relations:
  supports:   { from: Actor, to: [Issue, Person, Organization, Country, Event], stance: supports }
  endorses:   { from: Actor, to: [Person, Organization], stance: supports }
  condemns:   { from: Actor, to: [Issue, Person, Organization, Country, Event], stance: opposes }
  rejects:    { from: Actor, to: [Issue, Event], stance: opposes }
  meets:      { from: Actor, to: Actor }
  comments on: { from: Actor, to: [Issue, Event], stance: per claim }
  disputes:   { from: Actor, to: Claim, stance: opposes, denies: true }
  declares winner:
    from: Organization
    to: Person
    properties:
      regarding: { type: entity, range: Election, required: true }
      share:     { type: number, minimum: 0, maximum: 100 }
      votes:     { type: integer, minimum: 0 }
    exclusive: [regarding]
  holds:      { from: Person, to: Position, speaks_for: true }
  post in:    { from: Position, to: [Country, Organization], speaks_for: true }
`

const firstNames = [
  'José',
  'Zoë',
  'Łukasz',
  'Müge',
  'Søren',
  'Inês',
  'Владимир',
  'Ὀδυσσεύς',
  '玲',
  'Aïcha',
  'Nguyễn',
  'Ann',
]
const lastNames = [
  'Núñez',
  'González',
  'Özdemir',
  'Díaz-Canel',
  "O'Brien",
  'Ångström',
  'Кузнецова',
  'Dvořák',
  '李',
  'Smith',
]
const places = ['São Marco', 'Côte d’Or', 'Østland', 'Ruritania', 'Ελλάς', 'Šumava', 'Novaland', 'Zubrowka']
const themes = [
  'land reform',
  'péage',
  'road levy',
  'Grenzöffnung',
  'ceasefire',
  'réforme des retraites',
  'water rights',
]
const opens = ['—', ' —', ' --', ' -', ' – ']
const closes = ['→ ', '→', '--> ', '-> ', ' –> ']
const verbs = ['said', 'told reporters', 'wrote', '“made clear”', 'added']
const tails = [
  'we stand by our word.',
  'the count was not “free and fair”.',
  'c’est une étape décisive — enfin.',
  'no more: not one day.',
]

/** What a claim is drawn from. */
interface World {
  readonly random: () => number
  readonly people: readonly string[]
  readonly organizations: readonly string[]
  readonly countries: readonly string[]
  readonly issues: readonly string[]
  readonly elections: readonly string[]
}

interface Triple {
  readonly subject: string
  readonly relation: string
  readonly object: string
}

/** The files of a project of `claims` claims (at least 100). The same arguments give the same files. */
export function* projectFiles(claims: number, seed = 1): Generator<ProjectFile, void, undefined> {
  const world = createWorld(claims, seed)
  yield { path: 'graph-schema/schema.yaml', text: schema }
  yield { path: 'data/entities.yaml', text: entitiesText(world) }
  const offices = officesText(world)
  yield { path: 'data/offices.yaml', text: offices.text }
  const probed = probeText()
  yield { path: 'data/probe.yaml', text: probed.text }
  yield* newsFiles(world, claims - offices.claims - probed.claims)
}

/** Writes {@link projectFiles} into a folder. */
export function generateProject(claims: number, folder: string, seed = 1): void {
  for (const { path, text } of projectFiles(claims, seed)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

function createWorld(claims: number, seed: number): World {
  const random = mulberry32(seed)
  const name = (kind: readonly string[], index: number): string =>
    `${kind[index % kind.length] ?? ''} ${index + 1}`
  const many = (count: number, least: number, of: (index: number) => string): string[] =>
    Array.from({ length: Math.max(least, Math.round(count)) }, (_, index) => of(index))
  return {
    random,
    people: many(claims / 25, 8, (index) => `${pick(random, firstNames)} ${name(lastNames, index)}`),
    organizations: many(claims / 100, 4, (index) =>
      name(['Unión Cívica', 'Grüne Liga', 'Wire Watch'], index),
    ),
    countries: many(claims / 250, 4, (index) => name(places, index)),
    issues: many(claims / 60, 4, (index) => name(themes, index)),
    elections: many(claims / 500, 2, (index) => name(['Election in', 'Élection à'], index)),
  }
}

/** Tommy Ettinger's generator: 32 bits of state, numbers from 0 up to 1. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T
}

/** The first are picked far more often than the last, as a few actors fill the news. */
function pickPopular<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() ** 2 * from.length)] as T
}

function entitiesText(world: World): string {
  const kinds: readonly (readonly [type: string, names: readonly string[]])[] = [
    ['Person', world.people],
    ['Organization', world.organizations],
    ['Country', world.countries],
    ['Issue', world.issues],
    ['Election', world.elections],
    ['Position', world.countries.map(ministerOf)],
  ]
  const lines = kinds.flatMap(([type, names]) =>
    names.map((name, index) => {
      const more =
        type === 'Person' ? `, name: "${name} y Ñame", aliases: ["Señor ${name}", "№ ${index + 1}"]` : ''
      return `  ${name}: { type: ${type}${more} }`
    }),
  )
  return `entities:\n${lines.join('\n')}\n`
}

function ministerOf(country: string): string {
  return `Minister of ${country}`
}

/** Background: who holds which office since when. */
function officesText(world: World): { text: string; claims: number } {
  const lines = world.countries.flatMap((country, index) => {
    const year = 2000 + (index % 20)
    const holder = world.people[index % world.people.length] ?? ''
    return [
      `  - ${ministerOf(country)} —post in→ ${country}`,
      `  - { claim: ${holder} —holds→ ${ministerOf(country)}, date: ${year}-02-0${1 + (index % 9)}/.. }`,
    ]
  })
  return { text: `claims:\n${lines.join('\n')}\n`, claims: lines.length }
}

/** A country whose three speakers speak about one accord only, twenty times each. */
function probeText(): { text: string; claims: number } {
  const speakers = ['Ada Landau', 'Bo Landau', 'Cy Landau']
  const entities = [
    `  ${probe.holder}: { type: Country }`,
    `  ${probe.target}: { type: Event }`,
    ...speakers.flatMap((name) => [`  ${name}: { type: Person }`, `  Office of ${name}: { type: Position }`]),
  ]
  const background = speakers.flatMap((name) => [
    `  - { claim: ${name} —holds→ Office of ${name}, date: 2020-01-01/.. }`,
    `  - Office of ${name} —post in→ ${probe.holder}`,
  ])
  const said = speakers.flatMap((name, speaker) =>
    Array.from({ length: 20 }, (_, index) => {
      const date = `20${21 + (index % 4)}-${twoDigits(1 + (index % 12))}-${twoDigits(1 + speaker + index)}`
      return `  - { claim: ${name} —${index % 3 === 0 ? 'rejects' : 'supports'}→ ${probe.target}, date: ${date} }`
    }),
  )
  const source = 'source: { id: landau-gazette, type: Article, published: 2025-01-01 }'
  const text = `entities:\n${entities.join('\n')}\nclaims:\n${background.join('\n')}\n---\n${source}\nclaims:\n${said.join('\n')}\n`
  return { text, claims: background.length + said.length }
}

/** Files of 300 claims, sources of 12, a fifth of the triples told before by another source. */
function* newsFiles(world: World, claims: number): Generator<ProjectFile, void, undefined> {
  const told: Triple[] = []
  const named: string[] = []
  for (let done = 0, file = 0; done < claims; done += 300, file += 1) {
    const documents: string[] = []
    for (let at = done; at < Math.min(done + 300, claims); at += 12) {
      documents.push(sourceText(world, at / 12, Math.min(12, claims - at), told, named))
    }
    yield { path: `data/${2000 + (file % 25)}/news-${file}.yaml`, text: documents.join('---\n') }
  }
}

function sourceText(world: World, index: number, claims: number, told: Triple[], named: string[]): string {
  const { random } = world
  const published = new Date(Date.UTC(2015, 0, 1 + Math.floor(random() * 3500)))
  const lines = [
    'source:',
    `  id: wire-${index}`,
    '  type: Article',
    `  title: "Nº ${index}: ${pick(random, themes)} — ${pick(random, places)}"`,
    `  publisher: Wire ${index % 40}`,
    `  published: ${dayOf(published)}`,
    `  url: https://example.org/news?id=${index}&lang=es`,
    'claims:',
  ]
  const here = new Set<string>()
  let left = claims
  while (left > 0) {
    const written = claimText(world, published, { here, told, named, left })
    lines.push(written.text)
    left -= written.claims
  }
  return `${lines.join('\n')}\n`
}

interface Context {
  /** The triples of this source; each may stand in it once. */
  readonly here: Set<string>
  /** The triples of all sources so far. */
  readonly told: Triple[]
  /** The claims so far that have an id of their own. */
  readonly named: string[]
  /** How many claims are still wanted of this source. */
  readonly left: number
}

function claimText(world: World, published: Date, context: Context): { text: string; claims: number } {
  const { random } = world
  const triple = freshTriple(world, context)
  if (context.left >= 2 && triple.relation === 'supports' && random() < 0.05) {
    const partner = world.organizations.find(
      (name) => name !== triple.subject && !context.here.has(keyOf({ ...triple, subject: name })),
    )
    if (partner !== undefined) {
      context.here.add(keyOf({ ...triple, subject: partner }))
      const ends = `subject: ["${triple.subject}", "${partner}"], relation: supports, object: "${triple.object}"`
      return { text: `  - { ${ends}, date: ${dayOf(published)} }`, claims: 2 }
    }
  }
  const written = `${triple.subject}${pick(random, opens)}${triple.relation}${pick(random, closes)}${triple.object}`
  const keys = claimKeys(world, published, triple, context.named)
  if (keys.length === 0) return { text: `  - ${written}`, claims: 1 }
  return { text: [`  - claim: ${written}`, ...keys.map((key) => `    ${key}`)].join('\n'), claims: 1 }
}

function keyOf({ subject, relation, object }: Triple): string {
  return `${subject}\n${relation}\n${object}`
}

/** A triple that this source has not told: now and then one that another source has. */
function freshTriple(world: World, { here, told, named }: Context): Triple {
  for (;;) {
    const repeated = told.length > 20 && world.random() < 0.2
    const triple = repeated ? pick(world.random, told) : newTriple(world, named)
    if (triple.subject === triple.object || here.has(keyOf(triple))) continue
    here.add(keyOf(triple))
    if (!repeated) told.push(triple)
    return triple
  }
}

function newTriple(world: World, named: readonly string[]): Triple {
  const { random } = world
  const subject = pickPopular(
    random,
    pick(random, [world.people, world.people, world.organizations, world.countries]),
  )
  const chance = random()
  if (chance < 0.02 && named.length > 0) return { subject, relation: 'disputes', object: pick(random, named) }
  if (chance < 0.06) {
    const organization = pickPopular(random, world.organizations)
    return { subject: organization, relation: 'declares winner', object: pickPopular(random, world.people) }
  }
  if (chance < 0.16) return { subject, relation: 'comments on', object: pickPopular(random, world.issues) }
  if (chance < 0.26) return { subject, relation: 'rejects', object: pickPopular(random, world.issues) }
  if (chance < 0.36) return { subject, relation: 'meets', object: pickPopular(random, world.people) }
  if (chance < 0.46)
    return { subject, relation: 'endorses', object: pickPopular(random, world.organizations) }
  const relation = chance < 0.75 ? 'supports' : 'condemns'
  return { subject, relation, object: pickPopular(random, pick(random, [world.issues, world.people])) }
}

function claimKeys(world: World, published: Date, triple: Triple, named: string[]): string[] {
  const { random } = world
  const keys: string[] = []
  if (random() < 0.03) {
    const id = `claim-${named.length + 1}`
    named.push(id)
    keys.push(`id: ${id}`)
  }
  if (random() < 0.85) keys.push(`date: ${dateText(random, published)}`)
  if (random() < 0.6) keys.push(quoteText(random))
  if (triple.relation === 'comments on')
    keys.push(`stance: ${pick(random, ['supports', 'opposes', 'neutral'])}`)
  if (triple.relation === 'declares winner') {
    keys.push(`regarding: ${pick(random, world.elections)}`, `share: ${Math.floor(random() * 1000) / 10}`)
  }
  if (random() < 0.03)
    keys.push(`according_to: ${random() < 0.3 ? 'unnamed' : pick(random, world.organizations)}`)
  const principal = pick(random, world.countries)
  if (random() < 0.02 && principal !== triple.subject) keys.push(`on_behalf_of: ${principal}`)
  if (random() < 0.02 && triple.relation === 'supports') keys.push('condition: if the trains run')
  if (random() < 0.01) keys.push(`retracted: ${dayOf(new Date(published.getTime() + 3 * 86_400_000))}`)
  if (random() < 0.02) keys.push('note: "coded twice; see the memo #4"')
  return keys
}

/** A day up to a month before the source came out, sometimes only its month or year, sometimes an interval. */
function dateText(random: () => number, published: Date): string {
  const day = dayOf(new Date(published.getTime() - Math.floor(random() * 30) * 86_400_000))
  const chance = random()
  if (chance < 0.08) return day.slice(0, 7)
  if (chance < 0.1) return day.slice(0, 4)
  if (chance < 0.14) return `${day}~`
  if (chance < 0.16) return `${day.slice(0, 7)}?`
  if (chance < 0.18) return `2013-05/${day}`
  return day
}

function quoteText(random: () => number): string {
  const quote = (): string =>
    JSON.stringify(
      `“${pick(random, firstNames)} ${pick(random, verbs)}: "${pick(random, tails)}" № ${Math.floor(random() * 1e6)}”`,
    )
  return random() < 0.1 ? `quote: [${quote()}, ${quote()}]` : `quote: ${quote()}`
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [claims, folder] = argv.slice(2)
  if (!Number.isInteger(Number(claims)) || Number(claims) < 100 || folder === undefined) {
    stderr.write('usage: npx tsx scripts/generate-project.ts CLAIMS FOLDER (at least 100 claims)\n')
    exit(2)
  }
  generateProject(Number(claims), folder)
}
