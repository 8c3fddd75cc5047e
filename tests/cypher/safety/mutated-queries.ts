/** Makes faulty queries out of good ones, and sees whether running them ends well. */
import { CypherError } from '../../../src/cypher/cypher-error.ts'
import type { Limits } from '../../../src/cypher/limits.ts'
import { runQuery } from '../../../src/cypher/query.ts'
import { renderCypherError } from '../../../src/cypher/syntax/render-error.ts'
import type { Random } from '../judge/random.ts'
import { corpusGraph, corpusParameters } from './query-corpus.ts'

const token = /\s+|\w+|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|<=|>=|<>|=~|\.\.|->|<-|--|\|\||[^]/gu

/** The words, numbers, names, texts, signs and spaces of a query, one after another. */
export function tokensOf(text: string): readonly string[] {
  return text.match(token) ?? []
}

type Mutate = (tokens: readonly string[], random: Random, others: readonly string[]) => readonly string[]

const oddCharacters = Array.from('\u0000\u202e\ud800 \t\n\'"`\\/*$;:,.(){}[]<>=|&!%^+-0_a😀İ\u2028').concat(
  '/*',
  '//',
)

const around: readonly (readonly [string, string])[] = [
  ...['()', '[]', '{}', "''", '``'].map(([open = '', close = '']) => [open, close] as const),
  ...[['NOT (', ')'] as const, ['CASE WHEN ', ' THEN 1 END'] as const, ['[x IN ', ' | x]'] as const],
  ...[['CALL { ', ' }'] as const, ['EXISTS { ', ' }'] as const, ['COUNT { ', ' }'] as const],
  ...[['{a: ', '}'] as const, ['size(', ')'] as const, ['-(', ')'] as const, ['/*', '*/'] as const],
  ...[['reduce(s = 0, x IN ', ' | s + x)'] as const, ['any(x IN [1] WHERE ', ')'] as const],
]

const mutations: readonly Mutate[] = [
  (tokens, { below }) => tokens.toSpliced(below(tokens.length), 1),
  (tokens, { below }) => tokens.toSpliced(below(tokens.length), 1 + below(5)),
  (tokens, random) => {
    const [from, to] = spanIn(tokens, random)
    return tokens.toSpliced(to, 0, ...tokens.slice(from, to))
  },
  (tokens, random) => {
    const [one, other] = [random.below(tokens.length), random.below(tokens.length)]
    return tokens.with(one, tokens[other] ?? '').with(other, tokens[one] ?? '')
  },
  (tokens, random, others) => tokens.with(random.below(tokens.length), random.pick(others)),
  (tokens, random, others) => tokens.toSpliced(random.below(tokens.length), 0, random.pick(others)),
  (tokens, random, others) => {
    const [from, to] = spanIn(others, random)
    return [...tokens.slice(0, random.below(tokens.length)), ...others.slice(from, to)]
  },
  (tokens, random, others) => [
    ...tokens.slice(0, random.below(tokens.length)),
    ...others.slice(random.below(others.length)),
  ],
  (tokens, random) => {
    const [from, to] = spanIn(tokens, random)
    const [open, close] = random.pick(around)
    return [...tokens.slice(0, from), open, ...tokens.slice(from, to), close, ...tokens.slice(to)]
  },
  (tokens, random) => {
    const [open, close] = random.pick(around)
    return [open, ...tokens, close, ...(random.once(2) ? [' RETURN 1 AS one'] : [])]
  },
  (tokens, random) => {
    const at = random.below(tokens.length)
    return tokens.with(at, changedCharacter(tokens[at] ?? '', random))
  },
  (tokens, random) => {
    const [from, to] = spanIn(tokens, random)
    const times = 2 + random.below(30)
    return tokens.toSpliced(
      from,
      to - from,
      ...Array<readonly string[]>(times).fill(tokens.slice(from, to)).flat(),
    )
  },
]

/** The begin and the end of some tokens, of few mostly. */
function spanIn(tokens: readonly string[], { below, once }: Random): readonly [number, number] {
  const from = below(tokens.length)
  return [from, Math.min(tokens.length, from + 1 + below(once(4) ? 30 : 5))]
}

function changedCharacter(text: string, random: Random): string {
  const at = random.below(text.length + 1)
  return (
    text.slice(0, at) + (random.once(3) ? '' : random.pick(oddCharacters)) + text.slice(at + random.below(2))
  )
}

/** A query of the corpus with some faults, some of them taken from another one. */
export function mutatedQuery(random: Random, corpus: readonly string[]): string {
  let tokens = tokensOf(random.pick(corpus))
  for (let count = 1 + random.below(4); count > 0 && tokens.length > 0; count--) {
    tokens = random.pick(mutations)(tokens, random, tokensOf(random.pick(corpus)))
  }
  // Repetitions of repetitions would take long to read, and nothing else.
  return tokens.join('').slice(0, 5000)
}

/** What mutated queries may use. */
export const mutationLimits: Limits = { steps: 100_000, rows: 1000, bytes: 2e7, milliseconds: 1000 }

/** How a run of a query ended: what is wrong with that, if anything is. */
export async function faultOfRun(text: string): Promise<string | undefined> {
  try {
    await runQuery(corpusGraph, text, { parameters: corpusParameters, limits: mutationLimits })
    return undefined
  } catch (error) {
    return faultOfError(error, text)
  }
}

function faultOfError(error: unknown, text: string): string | undefined {
  if (!(error instanceof CypherError))
    return `no CypherError: ${error instanceof Error ? error.stack : String(error)}`
  const { message, phase, place, detail } = error
  if (message === '' || detail === '') return 'an error without a message'
  if (phase === 'compile time' && !place) return `no place: ${message}`
  if (place && !(place.start >= 0 && place.start <= place.end && place.end <= text.length)) {
    return `the place ${place.start} to ${place.end} is not in the text: ${message}`
  }
  const shown = renderCypherError(error, text)
  return shown.startsWith(`${error.errorClass}: `) ? undefined : `it is shown so: ${shown}`
}
