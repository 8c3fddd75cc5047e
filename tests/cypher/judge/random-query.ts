/** Random queries that read, of every family of clauses, over a graph of claims. */
import {
  arrow,
  plainKinds,
  quoted,
  randomExpression,
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

/** A query that reads. One seed gives one query; its rows are in an order only where it says which. */
export function randomQuery(seed: number, vocabulary: Vocabulary): string {
  const random = randomOf(seed)
  const query = singleQuery(random, vocabulary)
  if (!random.once(12)) return query.text
  const other = singleQuery(random, vocabulary, query.columns)
  return `${query.text} UNION ${random.once(2) ? 'ALL ' : ''}${other.text}`
}

interface SingleQuery {
  readonly text: string
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
  subquery,
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
  const isPath = random.once(3)
  const path = isPath ? `${fresh('path')} = ` : ''
  let pattern = nodePattern(draft, known.length > 0 ? random.pick(known).name : undefined, fresh)
  for (let hops = random.below(isPath ? 2 : 3) + (isPath ? 1 : 0); hops > 0; hops -= 1) {
    const again = known.length > 0 && random.once(4) ? random.pick(known).name : undefined
    pattern += `${relationshipPattern(draft, fresh)}${nodePattern(draft, again, fresh)}`
  }
  const bindings = [...draft.bindings, ...made]
  const where = random.once(4) ? ` WHERE ${randomExpression('boolean', placeIn({ ...draft, bindings }))}` : ''
  return add(draft, `${keyword} ${path}${pattern}${where}`, bindings)
}

function nodePattern(draft: Draft, known: string | undefined, fresh: (kind: Kind) => string): string {
  const { random, vocabulary } = draft
  const name = known ?? (random.once(4) ? '' : fresh('node'))
  const label = !random.once(6)
    ? ''
    : `:${random.pick(vocabulary.labels)}${random.once(5) ? `${random.pick(['|', '&!', '&'])}${random.pick(vocabulary.labels)}` : ''}`
  const properties = random.once(16)
    ? ` {${random.pick(['id', 'name'])}: ${quoted(random.pick([...vocabulary.ids, ...vocabulary.names]))}}`
    : ''
  return `(${name}${label}${properties})`
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
    columns: names,
  }
}
