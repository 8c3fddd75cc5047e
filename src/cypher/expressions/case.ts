/** CASE. */
import type { Expression, ExpressionOf } from '../syntax/ast.ts'
import type { Value } from '../value.ts'
import type { Evaluate } from './compile-scope.ts'
import { isEqual } from './comparisons.ts'
import type { Compiling } from './compiling.ts'
import { constant } from './constant.ts'
import { truthOf } from './truth.ts'

/** `CASE WHEN condition THEN …` and `CASE subject WHEN value, value THEN … ELSE … END`; null equals nothing. */
export function compileCase(expression: ExpressionOf<'case'>, { compile }: Compiling): Evaluate {
  const { subject, branches, otherwise } = expression
  const flat = branches.flatMap(({ when, then }) => {
    const evaluate = compile(then)
    return when.map((alternative) => ({ when: alternative, evaluate }))
  })
  const evaluateOtherwise = otherwise ? compile(otherwise) : constant(null)
  const conditions = flat.map(({ when, evaluate }) => ({ when: compile(when), place: when, then: evaluate }))
  return subject
    ? chooseByValue(compile(subject), conditions, evaluateOtherwise)
    : chooseByCondition(conditions, evaluateOtherwise)
}

interface Branch {
  readonly when: Evaluate
  readonly place: Expression
  readonly then: Evaluate
}

function chooseByValue(subject: Evaluate, branches: readonly Branch[], otherwise: Evaluate): Evaluate {
  return (frame, context) => {
    const value: Value = subject(frame, context)
    for (const { when, then } of branches) {
      if (isEqual(value, when(frame, context), context) === true) return then(frame, context)
    }
    return otherwise(frame, context)
  }
}

function chooseByCondition(branches: readonly Branch[], otherwise: Evaluate): Evaluate {
  return (frame, context) => {
    for (const { when, place, then } of branches) {
      if (truthOf(when(frame, context), place) === true) return then(frame, context)
    }
    return otherwise(frame, context)
  }
}
