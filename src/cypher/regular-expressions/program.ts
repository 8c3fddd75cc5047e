/** Makes a program out of the syntax tree of a regular expression. */
import { runtimeError } from '../cypher-error.ts'
import type { CodePointTest, Part, Position } from './syntax.ts'

/** One step of a program: most go on to the next one. */
type Instruction =
  | { readonly kind: 'code point'; readonly codePoint: number }
  | { readonly kind: 'code points'; readonly test: CodePointTest }
  | { readonly kind: 'position'; readonly position: Position }
  /** Goes on at each of these. */
  | { readonly kind: 'fork'; targets: readonly number[] }
  | { readonly kind: 'match' }

/** The instructions, beginning with the first. */
export type Program = readonly Instruction[]

/** The most instructions of a program: each may have to be looked at for every character of a text. */
const longest = 20_000

/** The program of a regular expression. Throws an ArgumentError for one whose counted repetitions make it too long. */
export function compileProgram(part: Part): Program {
  const program: Instruction[] = []
  emitPart(part, program)
  emit({ kind: 'match' }, program)
  return program
}

function emit(instruction: Instruction, program: Instruction[]): void {
  if (program.length >= longest) {
    throw runtimeError(
      'ArgumentError',
      'UnsupportedRegularExpression',
      `A regular expression has more than ${longest.toLocaleString('en')} parts, its counted repetitions written out.`,
      { hint: 'Write smaller numbers of repetitions, or * and +.' },
    )
  }
  program.push(instruction)
}

function emitPart(part: Part, program: Instruction[]): void {
  switch (part.kind) {
    case 'sequence':
      for (const one of part.parts) emitPart(one, program)
      break
    case 'choice':
      emitChoice(part.options, program)
      break
    case 'repetition':
      emitRepetition(part, program)
      break
    default:
      emit(part, program)
  }
}

function emitChoice(options: readonly Part[], program: Instruction[]): void {
  const start = emitFork(program)
  const targets: number[] = []
  const ends: Fork[] = []
  for (const option of options) {
    targets.push(program.length)
    emitPart(option, program)
    ends.push(emitFork(program))
  }
  start.targets = targets
  for (const end of ends) end.targets = [program.length]
}

type Fork = Extract<Instruction, { readonly kind: 'fork' }>

function emitFork(program: Instruction[]): Fork {
  const fork: Fork = { kind: 'fork', targets: [] }
  emit(fork, program)
  return fork
}

/** As many copies as there must be, then a loop, or as many copies as there may be besides. */
function emitRepetition(
  { part, minimum, maximum }: Extract<Part, { readonly kind: 'repetition' }>,
  program: Instruction[],
): void {
  for (let count = 0; count < minimum; count += 1) {
    const before = program.length
    emitPart(part, program)
    // More copies of nothing are nothing, too.
    if (program.length === before) return
  }
  if (maximum === Infinity) return emitLoop(part, program)
  const ways: Fork[] = []
  for (let count = minimum; count < maximum; count += 1) {
    const way = emitFork(program)
    way.targets = [program.length]
    ways.push(way)
    emitPart(part, program)
  }
  for (const way of ways) way.targets = [...way.targets, program.length]
}

function emitLoop(part: Part, program: Instruction[]): void {
  const start = program.length
  const fork = emitFork(program)
  emitPart(part, program)
  emitFork(program).targets = [start]
  fork.targets = [start + 1, program.length]
}
