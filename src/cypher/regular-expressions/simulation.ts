/** Runs the program of a regular expression through a text, in all the states at once that it may be in. */
import type { Budget } from '../context.ts'
import { isLineBreak } from './parts.ts'
import type { Program } from './program.ts'
import { isWordCharacter } from './properties.ts'
import type { Position } from './syntax.ts'

/** A run of a program: in which states it is, and which ones it comes into. */
interface Run {
  readonly program: Program
  readonly text: string
  /** For each instruction, the last place in the text where it was come to. */
  readonly seen: Int32Array
  states: number[]
  /** How many instructions were come to since the budget was told. */
  work: number
}

/** Whether a program matches a whole text. Each state in each character counts on the budget. */
export function simulate(program: Program, text: string, budget: Budget | undefined): boolean {
  const run: Run = { program, text, seen: new Int32Array(program.length).fill(-1), states: [], work: 0 }
  enter(0, 0, run)
  for (let place = 0; place < text.length && run.states.length > 0;) {
    const codePoint = text.codePointAt(place) ?? 0
    place += codePoint > 0xffff ? 2 : 1
    advance(codePoint, place, run)
    if (run.work > 1000) countWork(run, budget)
  }
  countWork(run, budget)
  return run.states.some((state) => program[state]?.kind === 'match')
}

function countWork(run: Run, budget: Budget | undefined): void {
  if (run.work > 0) budget?.step(run.work)
  run.work = 0
}

/** Goes on over one code point, to the place after it. */
function advance(codePoint: number, place: number, run: Run): void {
  const { states } = run
  run.states = []
  for (const state of states) {
    const instruction = run.program[state]
    const isNext =
      instruction?.kind === 'code point'
        ? instruction.codePoint === codePoint
        : instruction?.kind === 'code points' && instruction.test(codePoint)
    if (isNext) enter(state + 1, place, run)
  }
}

/** Comes to an instruction, and from there to all those that take up nothing of the text. */
function enter(first: number, place: number, run: Run): void {
  const open = [first]
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (run.seen[state] === place) continue
    run.seen[state] = place
    run.work += 1
    const instruction = run.program[state]
    if (instruction?.kind === 'fork') open.push(...instruction.targets)
    else if (instruction?.kind !== 'position') run.states.push(state)
    else if (isAt(instruction.position, place, run.text)) open.push(state + 1)
  }
}

function isAt(position: Position, place: number, text: string): boolean {
  switch (position) {
    case 'start of text':
      return place === 0
    case 'end of text':
      return place === text.length
    case 'last line end':
      return place === text.length || isLastLineBreak(place, text)
    case 'start of line':
      return place === 0 || (place < text.length && isAfterLineBreak(place, text))
    case 'end of line':
      return place === text.length || isBeforeLineBreak(place, text)
    case 'word boundary':
      return isWordBefore(place, text) !== isWordAfter(place, text)
    case 'no word boundary':
      return isWordBefore(place, text) === isWordAfter(place, text)
  }
}

function isBeforeLineBreak(place: number, text: string): boolean {
  return isLineBreak(text.charCodeAt(place)) && !isWithinLineBreak(place, text)
}

function isAfterLineBreak(place: number, text: string): boolean {
  return isLineBreak(text.charCodeAt(place - 1)) && !isWithinLineBreak(place, text)
}

function isLastLineBreak(place: number, text: string): boolean {
  const length = text.startsWith('\r\n', place) ? 2 : 1
  return isBeforeLineBreak(place, text) && place + length === text.length
}

function isWithinLineBreak(place: number, text: string): boolean {
  return place > 0 && text.startsWith('\r\n', place - 1)
}

function isWordBefore(place: number, text: string): boolean {
  if (place === 0) return false
  const isPair = place > 1 && (text.codePointAt(place - 2) ?? 0) > 0xffff
  return isWordCharacter(text.codePointAt(isPair ? place - 2 : place - 1) ?? 0)
}

function isWordAfter(place: number, text: string): boolean {
  return place < text.length && isWordCharacter(text.codePointAt(place) ?? 0)
}
