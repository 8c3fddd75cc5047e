/** `stancegraph contradictions`: which claims contradict each other. */
import {
  contradictions as findContradictions,
  type Contradiction,
  type ContradictionsAnswer,
  type OpposedClaim,
} from '../../questions/contradictions.ts'
import { answerQuestion, type QuestionOptions } from '../answer-question.ts'
import {
  colors,
  evidenceLines,
  indent,
  nameIn,
  propertyText,
  tripleText,
  type Shown,
} from '../answer-text.ts'
import { visible } from '../../diagnostics/visible.ts'

/** The options of the command. */
export interface ContradictionsCommandOptions extends QuestionOptions {
  readonly asOf?: string
}

/** Answers with both sides of each. */
export async function contradictions(options: ContradictionsCommandOptions): Promise<void> {
  const { asOf } = options
  const asked = asOf === undefined ? {} : { asOf }
  await answerQuestion(options, {
    ask: (store) => findContradictions(store, asked),
    text: contradictionsText,
  })
}

function contradictionsText(answer: Shown<ContradictionsAnswer>): string {
  const { asOf, contradictions: found } = answer
  if (found.length === 0) return `No claims contradict each other, as of ${asOf}.\n`
  const number = found.length === 1 ? '1 contradiction' : `${found.length} contradictions`
  return `${number}, as of ${asOf}\n${found.map((one) => `\n${contradictionText(one, answer)}`).join('')}`
}

function contradictionText(one: Contradiction, answer: Shown<ContradictionsAnswer>): string {
  switch (one.kind) {
    case 'stances': {
      const { subject, target, day, supports, opposes } = one
      const head = `${nameIn(answer, subject)} both supports and opposes ${nameIn(answer, target)} on ${day}`
      return `${head}\n${sideText('supports', supports, answer)}${sideText('opposes', opposes, answer)}`
    }
    case 'exclusive': {
      const { relation, values, sides } = one
      const alike = Object.entries(values).map(([key, value]) => propertyText(relation, key, value, answer))
      const head = `${sides.length} different objects of ${visible(relation)}, with the same ${alike.join(', ')}`
      const texts = sides.map(({ object, claims }) =>
        sideText(
          nameIn(answer, object),
          claims.map((claim) => ({ claim })),
          answer,
        ),
      )
      return `${head}\n${texts.join('')}`
    }
  }
}

function sideText(
  title: string,
  claims: readonly OpposedClaim[],
  answer: Shown<ContradictionsAnswer>,
): string {
  const entries = claims.map(({ claim, implied }) => {
    const said = implied ? `by being whom this is according to: ` : ''
    const head = `${claim.date ?? 'always'}  ${said}${tripleText(claim, answer)}`
    return indent([head], 4) + indent(evidenceLines(claim, answer), 8)
  })
  return `  ${colors.bold(title)}\n${entries.join('')}`
}
