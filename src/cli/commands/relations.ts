/** `stancegraph relations`: all claims around an entity, or between two. */
import { relationships, type RelationshipsAnswer } from '../../questions/relationships.ts'
import type { ClaimRecord } from '../../questions/answer-records.ts'
import { answerQuestion, type QuestionOptions } from '../answer-question.ts'
import { evidenceLines, indent, nameIn, tripleText, type Shown } from '../answer-text.ts'

/** The options of the command. */
export interface RelationsCommandOptions extends QuestionOptions {
  readonly asOf?: string
}

/** Answers with claims. */
export async function relations(
  a: string,
  b: string | undefined,
  options: RelationsCommandOptions,
): Promise<void> {
  const { asOf } = options
  const asked = asOf === undefined ? {} : { asOf }
  await answerQuestion(options, { ask: (store) => relationships(store, a, b, asked), text: relationsText })
}

function relationsText(answer: Shown<RelationshipsAnswer>): string {
  const { a, b, asOf, claims } = answer
  const where =
    b === undefined ? `around ${nameIn(answer, a)}` : `between ${nameIn(answer, a)} and ${nameIn(answer, b)}`
  const until = asOf === undefined ? '' : `, as of ${asOf}`
  const number = claims.length === 1 ? '1 claim' : `${claims.length} claims`
  const entries = claims.map(
    ({ claim, about }) =>
      claimText(claim, answer, 2) + about.map((one) => claimText(one, answer, 6)).join(''),
  )
  return `${number} ${where}${until}\n\n${entries.join('\n')}`
}

function claimText(claim: ClaimRecord, answer: Shown<RelationshipsAnswer>, column: number): string {
  const stance = claim.stance === undefined ? '' : `  (${claim.stance})`
  const head = `${claim.date ?? 'always'}  ${tripleText(claim, answer)}${stance}`
  return indent([head], column) + indent(evidenceLines(claim, answer), column + 4)
}
