/** Matches regular expressions in a time that grows with the lengths of text and expression, whatever they are. */
import type { Budget } from '../context.ts'
import { automatonOf } from './automaton.ts'
import { parseRegularExpression } from './parser.ts'
import { compileProgram } from './program.ts'
import { simulate } from './simulation.ts'
import type { Part } from './syntax.ts'

/**
 * Whether a regular expression of Java matches a whole text. The work counts on the budget. Throws an ArgumentError for an
 * expression that is wrong or not supported.
 */
export function matchesWhole(source: string, text: string, budget?: Budget): boolean {
  return matcherOf(source, budget)(text, budget)
}

type Matcher = (text: string, budget: Budget | undefined) => boolean

/** Those of the last regular expressions. */
const matchers = new Map<string, Matcher>()
const mostMatchers = 50

function matcherOf(source: string, budget: Budget | undefined): Matcher {
  const known = matchers.get(source)
  if (known) return known
  const program = compileProgram(withoutEnds(parseRegularExpression(source)))
  budget?.step(source.length + program.length)
  const hasPositions = program.some(({ kind }) => kind === 'position')
  const matcher: Matcher = hasPositions
    ? (text, counting) => simulate(program, text, counting)
    : automatonOf(program)
  if (matchers.size >= mostMatchers) matchers.clear()
  matchers.set(source, matcher)
  return matcher
}

/** Leaves out `^` at the start and `$` at the end, which say nothing where the whole text is matched. */
function withoutEnds(part: Part): Part {
  if (part.kind !== 'sequence') return part
  const [first, last] = [part.parts.at(0), part.parts.at(-1)]
  const from = first?.kind === 'position' && /^start of/.test(first.position) ? 1 : 0
  const isEnd = last?.kind === 'position' && /end/.test(last.position)
  return { kind: 'sequence', parts: part.parts.slice(from, isEnd ? -1 : undefined) }
}
