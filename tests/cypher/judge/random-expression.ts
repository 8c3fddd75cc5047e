/** Random expressions of Cypher of a wanted type, of every family of operators and functions. */
import type { Random } from './random.ts'

/** What a variable or an expression is. */
export type Kind =
  | 'node'
  | 'relationship'
  | 'path'
  | 'integer'
  | 'float'
  | 'text'
  | 'boolean'
  | 'date'
  | 'duration'
  | 'integers'
  | 'texts'
  | 'map'
  | 'mixed'

/** Kinds that an expression can be of without a variable. */
export const plainKinds = [
  'integer',
  'float',
  'text',
  'boolean',
  'date',
  'duration',
  'integers',
  'texts',
  'map',
  'mixed',
] as const satisfies readonly Kind[]

/** A name and what it stands for. */
export interface Binding {
  readonly name: string
  readonly kind: Kind
}

/** What queries can speak of. */
export interface Vocabulary {
  readonly labels: readonly string[]
  readonly types: readonly string[]
  readonly ids: readonly string[]
  readonly names: readonly string[]
}

/** Where an expression stands. */
export interface Place {
  readonly random: Random
  readonly vocabulary: Vocabulary
  readonly bindings: readonly Binding[]
  /** How deep it may be nested. */
  readonly depth: number
}

type Form = (place: Place) => string

const texts = [
  '',
  'a',
  'Ä',
  'é',
  'e\\u0301',
  'ß',
  'İ',
  'Maduro',
  'González',
  '😀x',
  ' padded ',
  'a,b,,c',
  '2024-08-01',
  '12',
  '-3.5',
  'true',
  'NaN',
  '%_',
  "it\\'s",
]
const integers = ['0', '1', '-1', '2', '3', '7', '10', '-12', '0x1F']
const floats = ['0.0', '1.0', '-0.5', '2.5', '1e3', '1.5e-3', '3.0', '0.1']
const dates = [
  "date('2024-08-01')",
  "date('2024-02-29')",
  "date('1999-W01-3')",
  'date({year: 2023, month: 12})',
  "date('2024-214')",
]
const durations = [
  "duration('P1Y2M')",
  "duration('P3DT4H')",
  'duration({days: 1, hours: -2})',
  "duration('PT0.5S')",
  "duration('P1M')",
]

const moments = [
  "time('12:30:15+02:00')",
  "time('12:30:15.000000001Z')",
  "localtime('09:05')",
  "localtime('23:59:59.999')",
  "datetime('2024-08-01T10:00[Europe/Madrid]')",
  "datetime('2024-03-31T02:30:00.5-04:00')",
  "localdatetime('2024-02-29T23:59:59.123')",
  "localdatetime('1999-12-31T00:00')",
]
const nested = (place: Place): Place => ({ ...place, depth: place.depth - 1 })
const of =
  (kind: Kind): Form =>
  (place) =>
    randomExpression(kind, nested(place))

const integer = of('integer')
const float = of('float')
const text = of('text')
const boolean = of('boolean')
const date = of('date')
const duration = of('duration')
const integersOf = of('integers')
const textsOf = of('texts')
const map = of('map')
const mixed = of('mixed')

const number: Form = (place) => (place.random.once(2) ? integer(place) : float(place))
const scalar: Form = (place) => place.random.pick([integer, float, text, boolean, date, mixed])(place)
const list: Form = (place) => place.random.pick([integersOf, textsOf])(place)

/** One variable more, for what stands inside a comprehension. */
function within(place: Place, kind: Kind, use: (name: string, inner: Place) => string): string {
  const name = `v${place.bindings.length}`
  return use(name, { ...nested(place), bindings: [...place.bindings, { name, kind }] })
}

/** A variable of the kind; undefined where there is none. */
export function variable(place: Place, kind: Kind): string | undefined {
  const fit = place.bindings.filter((binding) => binding.kind === kind)
  return fit.length > 0 ? place.random.pick(fit).name : undefined
}

function withVariable(kind: Kind, otherwise: Form, use: (name: string, place: Place) => string): Form {
  return (place) => {
    const name = variable(place, kind)
    return name === undefined ? otherwise(place) : use(name, place)
  }
}

const literalOf =
  (values: readonly string[], quote = ''): Form =>
  (place) =>
    `${quote}${place.random.pick(values)}${quote}`
const textLiteral = literalOf(texts, "'")
const moment = literalOf(moments)
const name: Form = ({ random, vocabulary }) =>
  quoted(random.pick(random.once(2) ? vocabulary.names : vocabulary.ids))

/** A text as a literal of Cypher. */
export function quoted(value: string): string {
  return `'${value.replace(/[\\']/g, String.raw`\$&`)}'`
}

const caseOf =
  (form: Form): Form =>
  (place) =>
    place.random.once(2)
      ? `CASE WHEN ${boolean(place)} THEN ${form(place)} ELSE ${form(place)} END`
      : `CASE ${scalar(place)} WHEN ${scalar(place)} THEN ${form(place)} WHEN ${scalar(place)} THEN ${form(place)} END`

/** Every kind has these. */
const general = (form: Form): readonly Form[] => [
  () => 'null',
  caseOf(form),
  (place) => `coalesce(${form(place)}, ${form(place)})`,
  (place) => `nullIf(${form(place)}, ${form(place)})`,
]

const forms: Readonly<Record<Exclude<Kind, 'node' | 'relationship' | 'path'>, readonly Form[]>> = {
  integer: [
    ...general(integer),
    (place) => `(${integer(place)} ${place.random.pick(['+', '-', '*'])} ${integer(place)})`,
    // Never by zero: whether that fails depends on which rows a plan comes to.
    (place) => `(${integer(place)} ${place.random.pick(['/', '%'])} ${place.random.pick(['2', '3', '-7'])})`,
    (place) => `-${integer(place)}`,
    (place) => `size(${place.random.pick([text, list])(place)})`,
    (place) => `abs(${integer(place)})`,
    (place) => `sign(${number(place)})`,
    (place) => `toInteger(${place.random.pick([float, text, boolean, integer])(place)})`,
    (place) =>
      `${date(place)}.${place.random.pick(['year', 'month', 'day', 'week', 'quarter', 'ordinalDay', 'dayOfWeek'])}`,
    (place) =>
      `${duration(place)}.${place.random.pick(['months', 'days', 'hours', 'seconds', 'minutesOfHour', 'monthsOfYear'])}`,
    (place) => `${integersOf(place)}[${integer(place)}]`,
    (place) => `reduce(total = 0, one IN ${integersOf(place)} | total + one)`,
    (place) => `head(${integersOf(place)})`,
    (place) => `duration.inDays(${date(place)}, ${date(place)}).days`,
    (place) => `char_length(${text(place)})`,
    (place) =>
      `${moment(place)}.${place.random.pick(['hour', 'minute', 'second', 'millisecond', 'nanosecond'])}`,
    (place) => `duration.inSeconds(${moment(place)}, ${moment(place)}).seconds`,
    withVariable(
      'node',
      integer,
      (node, place) => `COUNT { (${node})${arrow(place)}(m)${arrow(place)}(${node}) }`,
    ),
    withVariable('path', integer, (path) => `length(${path})`),
    withVariable('node', integer, (node) => `COUNT { (${node})--() }`),
    withVariable('node', integer, (node) => `size([(${node})-[e]->(m) WHERE e.stance IS NOT NULL | m.name])`),
    withVariable('node', integer, (node) => `size(labels(${node}))`),
    withVariable('relationship', integer, (edge) => `${edge}.quote_starts[0]`),
  ],
  float: [
    ...general(float),
    (place) => `(${number(place)} ${place.random.pick(['+', '-', '*'])} ${float(place)})`,
    (place) =>
      `(${float(place)} ${place.random.pick(['/', '%'])} ${place.random.pick([float, () => '2', () => '-7'])(place)})`,
    // The last digits depend on the platform.
    (place) => `round(${float(place)} ^ ${number(place)}, 5)`,
    (place) =>
      `round(${place.random.pick(['sin', 'cos', 'tan', 'atan', 'exp', 'log', 'log10', 'degrees', 'radians'])}(${number(place)}), 5)`,
    (place) => `${place.random.pick(['floor', 'ceil', 'round', 'sqrt'])}(${number(place)})`,
    (place) =>
      `round(${float(place)}, ${place.random.below(3)}${place.random.once(2) ? `, '${place.random.pick(['UP', 'DOWN', 'CEILING', 'FLOOR', 'HALF_UP', 'HALF_DOWN', 'HALF_EVEN'])}'` : ''})`,
    (place) => `toFloat(${place.random.pick([integer, text])(place)})`,
    (place) => `abs(${float(place)})`,
    () => 'pi()',
  ],
  text: [
    ...general(text),
    name,
    (place) => `(${text(place)} ${place.random.pick(['+', '||'])} ${text(place)})`,
    (place) =>
      `${place.random.pick(['toUpper', 'toLower', 'trim', 'lTrim', 'rTrim', 'reverse', 'normalize'])}(${text(place)})`,
    (place) => `toString(${place.random.pick([integer, boolean, date, duration, text])(place)})`,
    (place) => `${place.random.pick(['left', 'right'])}(${text(place)}, ${place.random.below(5)})`,
    (place) =>
      `substring(${text(place)}, ${place.random.below(4)}${place.random.once(2) ? `, ${place.random.below(4)}` : ''})`,
    (place) =>
      `replace(${text(place)}, '${place.random.pick(['a', 'é', 'Ä', '2024', 'xyz'])}', ${text(place)})`,
    (place) => `split(${text(place)}, ',')[${integer(place)}]`,
    (place) => `${textsOf(place)}[${place.random.below(3) - 1}]`,
    (place) => `valueType(${scalar(place)})`,
    (place) => `toStringOrNull(${scalar(place)})`,
    (place) => `toString((${moment(place)} + ${duration(place)}))`,
    (place) =>
      `toString(localdatetime.truncate('${place.random.pick(['hour', 'day', 'week', 'month', 'quarter', 'century'])}', localdatetime('2024-02-29T23:59:59.123')))`,
    withVariable('relationship', text, (edge) => `type(${edge})`),
    withVariable(
      'relationship',
      text,
      (edge, { random }) =>
        `${edge}.${random.pick(['id', 'relation', 'stance', 'date', 'source', 'condition', 'missing'])}`,
    ),
    withVariable(
      'node',
      text,
      (node, { random }) => `${node}.${random.pick(['id', 'name', 'note', 'title', 'url', 'missing'])}`,
    ),
    withVariable('node', text, (node, { random }) => `${node}['${random.pick(['id', 'name'])}']`),
    withVariable('relationship', text, (edge) => `startNode(${edge}).name`),
    withVariable('path', text, (path) => `head(nodes(${path})).name`),
  ],
  boolean: [
    ...general(boolean),
    (place) => `(${boolean(place)} ${place.random.pick(['AND', 'OR', 'XOR'])} ${boolean(place)})`,
    (place) => `NOT ${boolean(place)}`,
    (place) => `(${number(place)} ${place.random.pick(['=', '<>', '<', '<=', '>', '>='])} ${number(place)})`,
    (place) => `(${scalar(place)} ${place.random.pick(['=', '<>', '<', '<=', '>', '>='])} ${scalar(place)})`,
    (place) => `(${list(place)} ${place.random.pick(['=', '<>', '<', '>='])} ${list(place)})`,
    (place) => `(${date(place)} ${place.random.pick(['=', '<', '>='])} ${date(place)})`,
    (place) => `(${moment(place)} ${place.random.pick(['=', '<', '>='])} ${moment(place)})`,
    (place) =>
      `(${text(place)} ${place.random.pick(['STARTS WITH', 'ENDS WITH', 'CONTAINS', '='])} ${text(place)})`,
    (place) =>
      `(${text(place)} =~ '${place.random.pick(['.*a.*', '(?i)M.*', '[A-Z]\\\\w+', '\\\\d+', 'a|Ä|é', '.', '', '[^a]*'])}')`,
    (place) => `(${integer(place)} < ${number(place)} <= ${number(place)})`,
    (place) => `(${scalar(place)} IN ${place.random.pick([list, mixedList])(place)})`,
    (place) => `(${scalar(place)} IS ${place.random.once(2) ? 'NOT ' : ''}NULL)`,
    (place) =>
      `(${scalar(place)} IS :: ${place.random.pick(['INTEGER', 'STRING', 'FLOAT', 'BOOLEAN', 'DATE', 'LIST<INTEGER>', 'ANY', 'INTEGER | FLOAT', 'STRING NOT NULL'])})`,
    (place) => `isEmpty(${place.random.pick([text, list, map])(place)})`,
    (place) => `toBoolean(${place.random.pick([text, integer])(place)})`,
    (place) =>
      within(
        place,
        'integer',
        (one, inner) =>
          `${place.random.pick(['any', 'all', 'none', 'single'])}(${one} IN ${integersOf(place)} WHERE ${boolean(inner)})`,
      ),
    withVariable(
      'node',
      boolean,
      (node, { random, vocabulary }) =>
        `${node}:${random.pick(vocabulary.labels)}${random.once(3) ? `${random.pick(['|', '&', '&!'])}${random.pick(vocabulary.labels)}` : ''}`,
    ),
    withVariable('node', boolean, (node, place) => `(${node})${arrow(place)}()`),
    withVariable(
      'node',
      boolean,
      (node, place) => `EXISTS { (${node})${arrow(place)}(m) WHERE m.name CONTAINS ${textLiteral(place)} }`,
    ),
    withVariable(
      'node',
      boolean,
      (node, { random, vocabulary }) => `'${random.pick(vocabulary.labels)}' IN labels(${node})`,
    ),
  ],
  date: [
    ...general(date),
    (place) => `(${date(place)} ${place.random.pick(['+', '-'])} ${duration(place)})`,
    (place) =>
      `date.truncate('${place.random.pick(['month', 'year', 'week', 'quarter', 'day', 'decade'])}', ${date(place)})`,
    (place) => `date({year: 2020, month: ${1 + place.random.below(12)}, day: ${1 + place.random.below(28)}})`,
    withVariable(
      'relationship',
      date,
      (edge, { random }) => `${edge}.${random.pick(['earliest', 'latest', 'until'])}`,
    ),
  ],
  duration: [
    ...general(duration),
    (place) => `(${duration(place)} ${place.random.pick(['+', '-'])} ${duration(place)})`,
    (place) =>
      `duration.${place.random.pick(['between', 'inDays', 'inMonths', 'inSeconds'])}(${date(place)}, ${date(place)})`,
    (place) => `(${duration(place)} * ${place.random.below(4)})`,
  ],
  integers: [
    (place) => `[${Array.from({ length: place.random.below(4) }, () => integer(place)).join(', ')}]`,
    (place) =>
      `range(${place.random.below(3)}, ${3 + place.random.below(4)}${place.random.once(3) ? `, ${place.random.pick(['2', '-1'])}` : ''})`,
    (place) => `${place.random.pick(['tail', 'reverse'])}(${integersOf(place)})`,
    (place) => `(${integersOf(place)} + ${place.random.once(2) ? integersOf(place) : integer(place)})`,
    (place) =>
      within(
        place,
        'integer',
        (one, inner) => `[${one} IN ${integersOf(place)} WHERE ${boolean(inner)} | ${integer(inner)}]`,
      ),
    (place) => `${integersOf(place)}[${place.random.pick(['1..', '..2', '0..-1', '-2..', '1..1'])}]`,
    withVariable('path', integersOf, (path) => `[e IN relationships(${path}) | size(e.id)]`),
  ],
  texts: [
    (place) => `[${Array.from({ length: place.random.below(4) }, () => text(place)).join(', ')}]`,
    (place) => `split(${text(place)}, '${place.random.pick([',', 'a', 'do'])}')`,
    (place) => `toStringList(${integersOf(place)})`,
    (place) =>
      within(
        place,
        'text',
        (one, inner) => `[${one} IN ${textsOf(place)} WHERE ${boolean(inner)} | ${text(inner)}]`,
      ),
    withVariable('node', textsOf, (node) => `${node}.aliases`),
    withVariable('relationship', textsOf, (edge) => `${edge}.quotes`),
    withVariable('path', textsOf, (path) => `[m IN nodes(${path}) | m.id]`),
    withVariable(
      'node',
      textsOf,
      (node, place) =>
        `COLLECT { MATCH (${node})${arrow(place)}(m) RETURN DISTINCT m.name ORDER BY m.name LIMIT 3 }`,
    ),
  ],
  map: [
    (place) => `{a: ${scalar(place)}, b: ${list(place)}, \`c d\`: ${scalar(place)}}`,
    withVariable('node', map, (node, place) => `${node} {.name, .missing, extra: ${scalar(place)}}`),
    withVariable('node', map, (node) => `properties(${node})`),
    withVariable('relationship', map, (edge) => `${edge} {.*}`),
  ],
  mixed: [
    ...general(mixed),
    scalarOf('integer'),
    scalarOf('float'),
    scalarOf('text'),
    scalarOf('boolean'),
    scalarOf('date'),
    (place) => `${mixedList(place)}[${integer(place)}]`,
    (place) => `${map(place)}.${place.random.pick(['a', 'b', 'missing'])}`,
    (place) => `${map(place)}['${place.random.pick(['a', 'c d'])}']`,
    (place) => `head(${mixedList(place)})`,
    (place) => `last(${mixedList(place)})`,
  ],
}

function scalarOf(kind: Kind): Form {
  return (place) => randomExpression(kind, nested(place))
}

function mixedList(place: Place): string {
  return `[${Array.from({ length: 1 + place.random.below(4) }, () => scalar(place)).join(', ')}]`
}

const leaves: Readonly<Record<keyof typeof forms, Form>> = {
  integer: literalOf(integers),
  float: literalOf(floats),
  text: (place) => place.random.pick([textLiteral, name])(place),
  boolean: literalOf(['true', 'false', 'null']),
  date: literalOf(dates),
  duration: literalOf(durations),
  integers: literalOf(['[]', '[1, 2, 3]', '[3, null, 1]', '[7]']),
  texts: literalOf(["['a', 'b']", '[]', "['Ä', null]"]),
  map: literalOf(['{a: 1}', '{a: null, b: [1]}', '{}']),
  mixed: literalOf([
    '1',
    '1.0',
    "'1'",
    'true',
    'null',
    "date('2024-08-01')",
    ...moments,
    '[1, 2]',
    "[1, 'a', null]",
    '{a: 1}',
  ]),
}

/** An expression of the kind; of nodes, relationships and paths, a variable. */
export function randomExpression(kind: Kind, place: Place): string {
  if (kind === 'node' || kind === 'relationship' || kind === 'path') return variable(place, kind) ?? 'null'
  const bound = variable(place, kind)
  if (bound !== undefined && place.random.once(3)) return bound
  const form = place.depth <= 0 ? leaves[kind] : place.random.pick([...forms[kind], leaves[kind]])
  return form(place)
}

/** A relationship pattern without a name. */
export function arrow({ random, vocabulary }: Place, inside = ''): string {
  const type = !random.once(9)
    ? ''
    : `:${random.pick(vocabulary.types)}${random.once(3) ? `|${random.pick(vocabulary.types)}` : ''}`
  const middle = inside === '' && type === '' ? '' : `[${inside}${type}]`
  return random.pick([`-${middle}->`, `<-${middle}-`, `-${middle}-`])
}
