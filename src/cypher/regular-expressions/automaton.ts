/** Runs programs of regular expressions without positions fast: what has been found out once is remembered. */
import type { Budget } from '../context.ts'
import type { Program } from './program.ts'
import { stepThroughText } from '../sizes.ts'

/** All the instructions that a program may be at after some text, of those that take up a code point or match. */
interface State {
  readonly instructions: readonly number[]
  readonly isMatch: boolean
  /** The state after a code point, as far as it is known. */
  readonly next: Map<number, State>
  /** The same for ASCII. */
  readonly nextAscii: (State | undefined)[]
}

interface Automaton {
  readonly program: Program
  readonly known: Map<string, State>
  start: State
  /** How much is remembered: instructions of states, and code points after them. */
  size: number
}

/** How much is remembered before all is forgotten. */
const mostRemembered = 100_000

/** What tells whether a program without positions matches a whole text. The work counts on the budget. */
export function automatonOf(program: Program): (text: string, budget: Budget | undefined) => boolean {
  const automaton: Automaton = { program, known: new Map(), start: noState, size: 0 }
  return (text, budget) => run(automaton, text, budget)
}

const noState: State = { instructions: [], isMatch: false, next: new Map(), nextAscii: [] }

function run(automaton: Automaton, text: string, budget: Budget | undefined): boolean {
  if (automaton.start === noState || automaton.size > mostRemembered) forget(automaton)
  stepThroughText(text.length, budget)
  let state = automaton.start
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place)
    if (unit < 128) state = state.nextAscii[unit] ?? advance(state, unit, automaton, budget)
    else {
      const codePoint = text.codePointAt(place) ?? unit
      if (codePoint > 0xffff) place += 1
      state = state.next.get(codePoint) ?? advance(state, codePoint, automaton, budget)
    }
    if (state.instructions.length === 0) return false
  }
  return state.isMatch
}

/** Begins anew: what is remembered of the states so far hangs together, so that it can only go as a whole. */
function forget(automaton: Automaton): void {
  automaton.known.clear()
  automaton.size = 0
  automaton.start = stateOf(follow([0], automaton.program), automaton)
}

/** Finds the state after a code point. */
function advance(state: State, codePoint: number, automaton: Automaton, budget: Budget | undefined): State {
  budget?.step(state.instructions.length + 1)
  const { program } = automaton
  const after = state.instructions.filter((place) => {
    const instruction = program[place]
    if (instruction?.kind === 'code point') return instruction.codePoint === codePoint
    return instruction?.kind === 'code points' && instruction.test(codePoint)
  })
  const instructions = follow(
    after.map((place) => place + 1),
    program,
  )
  budget?.step(instructions.length + 1)
  if (automaton.size > mostRemembered) forget(automaton)
  const next = stateOf(instructions, automaton)
  automaton.size += 1
  if (codePoint < 128) state.nextAscii[codePoint] = next
  else state.next.set(codePoint, next)
  return next
}

/** The instructions that are come to from these without taking up anything. */
function follow(places: readonly number[], program: Program): readonly number[] {
  const seen = new Set(places)
  const found: number[] = []
  for (const place of seen) {
    const instruction = program[place]
    if (instruction?.kind !== 'fork') found.push(place)
    else for (const target of instruction.targets) seen.add(target)
  }
  return found.sort((one, other) => one - other)
}

function stateOf(instructions: readonly number[], automaton: Automaton): State {
  const { program, known } = automaton
  const key = instructions.join()
  const found = known.get(key)
  if (found) return found
  const isMatch = instructions.some((place) => program[place]?.kind === 'match')
  const state: State = { instructions, isMatch, next: new Map(), nextAscii: [] }
  known.set(key, state)
  automaton.size += instructions.length
  return state
}
