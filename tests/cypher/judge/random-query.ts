/** Random queries that read, of every family of clauses, over a graph of claims. */
import {
  arrow,
  plainKinds,
  quoted,
  randomExpression,
  variable,
  type Binding,
  type Kind,
  type Place,
  type Vocabulary,
} from './random-expression.ts'
import { randomOf, type Random } from './random.ts'

/** A query under way: its clauses so far, and what the next one can speak of. */
interface Draft {
  readonly random: Random
  readonly vocabulary: Vocabulary
  readonly clauses: readonly string[]
  readonly bindings: readonly Binding[]
  /** How many names there have been. */
  readonly names: number
}

/** A query, and whether its rows are in an order that it says. */
export interface RandomQuery {
  readonly text: string
  readonly isOrdered: boolean
}

/** A query that reads. One seed gives one query. */
export function randomQuery(seed: number, vocabulary: Vocabulary): RandomQuery {
  const random = randomOf(seed)
  const query = singleQuery(random, vocabulary)
  if (!random.once(12)) return query
  const other = singleQuery(random, vocabulary, query.columns)
  // The order of a part of a UNION says nothing of the whole.
  return { text: `${query.text} UNION ${random.once(2) ? 'ALL ' : ''}${other.text}`, isOrdered: false }
}

interface SingleQuery extends RandomQuery {
  readonly columns: readonly string[]
}

function singleQuery(random: Random, vocabulary: Vocabulary, columns?: readonly string[]): SingleQuery {
  let draft: Draft = { random, vocabulary, clauses: [], bindings: [], names: 0 }
  const count = 1 + random.below(4)
  for (let index = 0; index < count; index += 1) draft = random.pick(clauses)(draft)
  return withReturn(draft, columns)
}

const clauses: readonly ((draft: Draft) => Draft)[] = [
  match,
  match,
  match,
  optionalMatch,
  unwind,
  withClause,
  withClause,
  firstRows,
  subquery,
  shortestPaths,
]

function placeIn({ random, vocabulary, bindings }: Draft, depth = 2): Place {
  return { random, vocabulary, bindings, depth }
}

function add(draft: Draft, clause: string, bindings: readonly Binding[]): Draft {
  return { ...draft, clauses: [...draft.clauses, clause], bindings, names: draft.names + bindings.length }
}

function match(draft: Draft): Draft {
  return matching(draft, 'MATCH')
}

function optionalMatch(draft: Draft): Draft {
  return matching(draft, 'OPTIONAL MATCH')
}

function matching(draft: Draft, keyword: string): Draft {
  const { random } = draft
  const made: Binding[] = []
  const fresh = (kind: Kind): string => {
    const name = `${kind[0]}${draft.names + made.length}`
    made.push({ name, kind })
    return name
  }
  const known = draft.bindings.filter(({ kind }) => kind === 'node')
  const patterns = [pathPattern(draft, known, fresh)]
  while (patterns.length < 3 && random.once(4)) {
    const before = [...known, ...made.filter(({ kind }) => kind === 'node')]
    patterns.push(pathPattern(draft, random.once(3) ? [] : before, fresh))
  }
  const bindings = [...draft.bindings, ...made]
  const place = placeIn({ ...draft, bindings })
  const conditions = [
    ...(random.once(8) ? [randomExpression('boolean', place)] : []),
    ...(random.once(6) ? [lookUp(place)] : []),
  ]
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''
  return add(draft, `${keyword} ${patterns.join(', ')}${where}`, bindings)
}

/** A pattern that may begin and go on at nodes that are known. */
function pathPattern(draft: Draft, known: readonly Binding[], fresh: (kind: Kind) => string): string {
  const { random } = draft
  const isPath = random.once(3)
  const path = isPath ? `${fresh('path')} = ` : ''
  let pattern = nodePattern(draft, known.length > 0 ? random.pick(known).name : undefined, fresh)
  for (let hops = random.below(isPath ? 2 : 3) + (isPath ? 1 : 0); hops > 0; hops -= 1) {
    const again = known.length > 0 && random.once(4) ? random.pick(known).name : undefined
    pattern += `${relationshipPattern(draft, fresh)}${nodePattern(draft, again, fresh)}`
  }
  return path + pattern
}

/** A condition of which a planner makes a seek or a join. */
function lookUp(place: Place): string {
  const { random, vocabulary } = place
  const property = random.pick(['id', 'name'])
  const known = () => quoted(random.pick([...vocabulary.ids, ...vocabulary.names]))
  const [one, other] = [variable(place, 'node') ?? 'null', variable(place, 'node') ?? 'null']
  return random.pick([
    () => `${one}.${property} IN [${known()}, ${known()}, ${known()}]`,
    () => `(${one}.${property} = ${known()} OR ${other}.${property} = ${known()})`,
    () => `${one}.${property} = ${other}.${random.pick(['id', 'name'])}`,
    () => `${one} <> ${other}`,
    () => `${one}.id < ${other}.id`,
    () => `${one}.${property} STARTS WITH left(${known()}, 2)`,
    () => `size([(${one})--(x) WHERE x.${property} = ${other}.${property} | 1]) >= 0`,
  ])()
}

function nodePattern(draft: Draft, known: string | undefined, fresh: (kind: Kind) => string): string {
  const { random, vocabulary } = draft
  const name = known ?? (random.once(4) ? '' : fresh('node'))
  const label = !random.once(8)
    ? ''
    : `:${random.pick(vocabulary.labels)}${random.once(5) ? `${random.pick(['|', '&!', '&'])}${random.pick(vocabulary.labels)}` : ''}`
  const properties = random.once(24)
    ? ` {${random.pick(['id', 'name'])}: ${quoted(random.pick([...vocabulary.ids, ...vocabulary.names]))}}`
    : ''
  const where =
    name !== '' && random.once(12)
      ? ` WHERE ${randomExpression('boolean', { ...placeIn(draft, 1), bindings: [...draft.bindings, { name, kind: 'node' }] })}`
      : ''
  return `(${name}${label}${properties}${where})`
}

function relationshipPattern(draft: Draft, fresh: (kind: Kind) => string): string {
  const { random } = draft
  if (random.once(4))
    return arrow(placeIn(draft))
      .replace(/^(<?-)(-?>?)$/, '$1[*1..2]$2')
      .replace(/\]/, random.once(3) ? '*..2]' : ']')
      .replace('*1..2*..2', '*1..2')
  return arrow(placeIn(draft), random.once(3) ? '' : fresh('relationship'))
}

function unwind(draft: Draft): Draft {
  const kind = draft.random.pick(['integers', 'texts'] as const)
  const name = `u${draft.names}`
  const list = randomExpression(kind, placeIn(draft))
  // Mostly there are rows then.
  const first = draft.random.once(4) ? '' : kind === 'integers' ? '[5] + ' : "['é'] + "
  return add(draft, `UNWIND ${first}${list} AS ${name}`, [
    ...draft.bindings,
    { name, kind: kind === 'integers' ? 'integer' : 'text' },
  ])
}

/** Kinds of which no two values that differ are alike in an order, as 1 and 1.0 are. */
const strictlyOrdered = ['integer', 'text', 'boolean', 'date', 'integers', 'texts'] as const

/** The first rows of an order in which no two rows that differ are alike. */
function firstRows(draft: Draft): Draft {
  const { random } = draft
  const kept = draft.bindings.filter(({ kind }) => (strictlyOrdered as readonly Kind[]).includes(kind))
  const kind = random.pick(strictlyOrdered)
  const made = { name: `w${draft.names}`, kind }
  const bindings = [...kept, made]
  const items = [...kept.map(({ name }) => name), `${randomExpression(kind, placeIn(draft))} AS ${made.name}`]
  const order = bindings.map(({ name }) => `${name}${random.once(3) ? ' DESC' : ''}`).join(', ')
  const skip = random.once(6) ? ` SKIP ${random.below(3)}` : ''
  const distinct = random.once(3) ? 'DISTINCT ' : ''
  return add(
    draft,
    `WITH ${distinct}${items.join(', ')} ORDER BY ${order}${skip} LIMIT ${2 + random.below(8)}`,
    bindings,
  )
}

/** Which of several shortest paths there is when one is asked for, is for each store to say. */
function shortestPaths(draft: Draft): Draft {
  const { random, vocabulary } = draft
  const [from, path, length] = ['n', 'p', 'i'].map((letter, index) => `${letter}${draft.names + index}`) as [
    string,
    string,
    string,
  ]
  const first = random.below(vocabulary.ids.length)
  const second = (first + 1 + random.below(vocabulary.ids.length - 1)) % vocabulary.ids.length
  const ends = [first, second].map((index) => quoted(vocabulary.ids[index] ?? ''))
  // Mostly both ways, or there would seldom be a path.
  const [left, right] = random.pick([
    ['-', '-'],
    ['-', '-'],
    ['-', '->'],
    ['<-', '-'],
  ] as const)
  const pattern = `(${from})${left}[*..${2 + random.below(4)}]${right}(${from}x)`
  const where = random.pick([
    '',
    ` WHERE all(e IN relationships(${path}) WHERE e.source IS NOT NULL)`,
    ` WHERE none(m IN nodes(${path}) WHERE m:${random.pick(vocabulary.labels)})`,
    ` WHERE length(${path}) > 1`,
    '',
    '',
  ])
  const keyword = random.once(3) ? 'OPTIONAL MATCH' : 'MATCH'
  const begin = `MATCH (${from} {id: ${ends[0] ?? ''}}), (${from}x {id: ${ends[1] ?? ''}})`
  const all = random.once(2)
  const kept = draft.bindings.map(({ name }) => name)
  const clause =
    `${begin} ${keyword} ${path} = ${all ? 'allShortestPaths' : 'shortestPath'}(${pattern})${where} ` +
    `WITH ${[...kept, from, ...(all ? [path] : []), `length(${path}) AS ${length}`].join(', ')}`
  return add(draft, clause, [
    ...draft.bindings,
    { name: from, kind: 'node' },
    ...(all ? [{ name: path, kind: 'path' } as const] : []),
    { name: length, kind: 'integer' },
  ])
}

/** Keeps some of what there is, computes something, or groups. */
function withClause(draft: Draft): Draft {
  const { random } = draft
  const kept = draft.bindings.filter(() => random.once(2))
  const items = kept.map(({ name }) => name)
  const made: Binding[] = []
  const add_ = (kind: Kind, expression: string): void => {
    const name = `w${draft.names + made.length}`
    made.push({ name, kind })
    items.push(`${expression} AS ${name}`)
  }
  const isGrouping = random.once(2)
  for (let count = 1 + random.below(2); count > 0; count -= 1) {
    if (isGrouping) add_(...aggregation(placeIn(draft, 1)))
    else {
      const kind = random.pick(plainKinds)
      add_(kind, randomExpression(kind, placeIn(draft)))
    }
  }
  const bindings = [...kept, ...made]
  const distinct = !isGrouping && random.once(4) ? 'DISTINCT ' : ''
  const where = random.once(8) ? ` WHERE ${randomExpression('boolean', placeIn({ ...draft, bindings }))}` : ''
  return add(draft, `WITH ${distinct}${items.join(', ')}${where}`, bindings)
}

/** An aggregation whose value does not depend on the order of rows. */
function aggregation(place: Place): readonly [Kind, string] {
  const { random } = place
  const expression = (kind: Kind): string => randomExpression(kind, place)
  const distinct = random.once(3) ? 'DISTINCT ' : ''
  return random.pick<() => readonly [Kind, string]>([
    () => ['integer', 'count(*)'],
    () => ['integer', `count(${distinct}${expression(random.pick(plainKinds))})`],
    () => ['integer', `sum(${distinct}size(${expression('text')}))`],
    () => [
      'mixed',
      `${random.pick(['min', 'max'])}(${expression(random.pick(['integer', 'text', 'date', 'mixed', 'float']))})`,
    ],
    () => ['float', `avg(${distinct}size(${expression('texts')}))`],
    () => ['integer', `size(collect(${distinct}${expression(random.pick(plainKinds))}))`],
    () => ['mixed', `percentileDisc(size(${expression('text')}), ${random.pick(['0.0', '0.5', '1.0'])})`],
    () => ['float', `percentileCont(size(${expression('text')}), ${random.pick(['0.0', '0.5', '1.0'])})`],
  ])()
}

function subquery(draft: Draft): Draft {
  const { random } = draft
  const nodes = draft.bindings.filter(({ kind }) => kind === 'node')
  const name = `s${draft.names}`
  if (nodes.length === 0) {
    const bindings = [...draft.bindings, { name, kind: 'integer' } as const]
    return add(draft, `CALL { MATCH (x)${arrow(placeIn(draft))}() RETURN count(x) AS ${name} }`, bindings)
  }
  const node = random.pick(nodes).name
  const body = `MATCH (${node})${arrow(placeIn(draft), 'e')}(m) RETURN ${random.pick(['count(*)', 'max(size(m.name))', 'count(DISTINCT m)'])} AS ${name}`
  const bindings = [...draft.bindings, { name, kind: 'integer' } as const]
  return add(draft, random.once(2) ? `CALL { WITH ${node} ${body} }` : `CALL (${node}) { ${body} }`, bindings)
}

function withReturn(draft: Draft, columns: readonly string[] | undefined): SingleQuery {
  const { random } = draft
  const names = columns ?? Array.from({ length: 1 + random.below(3) }, (_, index) => `c${index}`)
  const isGrouping = random.once(3)
  const place = placeIn(draft)
  const expressions = names.map((_, index) => {
    if (isGrouping && index > 0) return aggregation(placeIn(draft, 1))[1]
    const things = draft.bindings.filter(({ kind }) => ['node', 'relationship', 'path'].includes(kind))
    if (things.length > 0 && random.once(3)) return random.pick(things).name
    return randomExpression(random.pick(plainKinds), place)
  })
  const items = expressions.map((expression, index) => `${expression} AS ${names[index] ?? ''}`).join(', ')
  const distinct = random.once(5) ? 'DISTINCT ' : ''
  // By all columns, so that rows can only be in one order, and those that are left out are the same. Each store has an
  // order of its own for nodes.
  const things = draft.bindings.filter(({ name }) => expressions.includes(name))
  const isSortable = things.every(({ kind }) => kind !== 'node' && kind !== 'relationship' && kind !== 'path')
  const order =
    columns || !isSortable || !random.once(3)
      ? ''
      : ` ORDER BY ${names.map((name) => `${name}${random.once(3) ? ' DESC' : ''}`).join(', ')}`
  const skip = order !== '' && random.once(3) ? ` SKIP ${random.below(3)}` : ''
  const limit = order !== '' && random.once(2) ? ` LIMIT ${random.below(8)}` : ''
  return {
    text: [...draft.clauses, `RETURN ${distinct}${items}${order}${skip}${limit}`].join(' '),
    isOrdered: order !== '',
    columns: names,
  }
}
