/** Expressions whose value is known before anything runs. */
import type { Context } from '../context.ts'
import type { Value } from '../value.ts'
import type { Evaluate } from './compile-scope.ts'

/** Knows its value. */
interface Constant extends Evaluate {
  readonly value: Value
}

/** An expression that always has this value. */
export function constant(value: Value): Evaluate {
  const known: Constant = Object.assign(() => value, { value })
  return known
}

/** What an expression always is, in an object; undefined where that is not known. */
export function constantOf(evaluate: Evaluate): { readonly value: Value } | undefined {
  return isConstant(evaluate) ? evaluate : undefined
}

function isConstant(evaluate: Evaluate): evaluate is Constant {
  return 'value' in evaluate
}

/**
 * Computes an expression ahead where all that it depends on is constant. One that throws, that asks for anything of the run,
 * or that takes long, is left as it is.
 */
export function fold(evaluate: Evaluate, parts: readonly Evaluate[]): Evaluate {
  if (!parts.every(isConstant)) return evaluate
  stepsLeft = stepLimit
  try {
    return constant(evaluate([], beforeTheRun))
  } catch {
    return evaluate
  }
}

/** How many steps are taken for one expression. */
const stepLimit = 10_000

let stepsLeft = 0

function takeSteps(steps = 1): void {
  stepsLeft -= steps
  if (stepsLeft < 0) refuse()
}

const beforeTheRun: Context = {
  get graph() {
    return refuse()
  },
  get parameters() {
    return refuse()
  },
  get now() {
    return refuse()
  },
  node: refuse,
  relationship: refuse,
  budget: { step: takeSteps, keep: takeSteps, release: () => undefined, make: takeSteps, made: 0 },
}

function refuse(): never {
  throw new Error('That is not known, or not worthwhile, before the run.')
}
