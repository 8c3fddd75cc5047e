/** `stancegraph stance`: which stance a holder takes on a target, and on what evidence. */
import {
  stanceOf,
  type DecidedStance,
  type LeftOutEntry,
  type StanceAnswer,
  type StanceEntry,
} from '../../questions/stance-of.ts'
import { answerQuestion, type QuestionOptions } from '../answer-question.ts'
import { colors, evidenceLines, indent, nameIn, tripleText, type Shown } from '../answer-text.ts'

/** The options of the command. */
export interface StanceCommandOptions extends QuestionOptions {
  readonly asOf?: string
  readonly rollUp: boolean
  readonly relation?: readonly string[]
  readonly about?: boolean
}

/** Answers with a stance. */
export async function stance(holder: string, target: string, options: StanceCommandOptions): Promise<void> {
  const { asOf, rollUp, relation, about } = options
  const asked = {
    rollUp,
    ...(asOf !== undefined && { asOf }),
    ...(relation && { relations: relation }),
    ...(about && { about }),
  }
  await answerQuestion(options, {
    ask: (store) => stanceOf(store, holder, target, asked),
    text: stanceText,
  })
}

function stanceText(answer: Shown<StanceAnswer>): string {
  const { holder, target, asOf, about = [] } = answer
  const head = `${nameIn(answer, holder)} on ${nameIn(answer, target)}, as of ${asOf}: `
  const onClaims = about.map((one) => {
    const { claim } = one
    return `\nOn the claim that ${tripleText(claim, answer)}: ${verdict(one)}\n${decisionText(one, answer)}`
  })
  return `${head}${verdict(answer)}\n${decisionText(answer, answer)}${onClaims.join('')}`
}

function verdict({ stance, counts, orderUncertain }: DecidedStance): string {
  const numbers = Object.entries(counts).map(([name, n]) => `${n} ${name}`)
  const mixed = stance === 'mixed' ? ` (${numbers.join(', ')})` : ''
  return `${colors.bold(stance)}${mixed}${orderUncertain ? '; the dates do not say which came last' : ''}`
}

function decisionText({ deciding, superseded, leftOut, dissent }: DecidedStance, answer: Shown): string {
  return [
    section('Decided by', deciding, answer),
    section('Differing voices', dissent, answer),
    section('Superseded', superseded, answer),
    section('Left out', leftOut, answer, (entry) => ` (${reasonText(entry, answer)})`),
  ].join('')
}

/** Why an entry was left out; of a denied one, by whom it was denied and when. */
function reasonText({ reason, denials = [] }: LeftOutEntry, answer: Shown): string {
  const by = denials.map(({ subject, date = 'always' }) => `by ${nameIn(answer, subject)}, ${date}`)
  return [reason, ...by].join(' ')
}

function section<E extends StanceEntry>(
  title: string,
  entries: readonly E[],
  answer: Shown,
  remark: (entry: E) => string = () => '',
): string {
  if (entries.length === 0) return ''
  return `\n${title}\n${entries.map((entry) => entryText(entry, remark(entry), answer)).join('')}`
}

function entryText(entry: StanceEntry, remark: string, answer: Shown): string {
  const { claim, stance, path, implied, voice } = entry
  const triple = tripleText(claim, answer)
  const what = implied ? `${nameIn(answer, voice)} says that ${triple}` : triple
  const way = path.map(
    ({ relation, to, certain }) =>
      ` —${relation}→ ${nameIn(answer, to)}${certain ? '' : ' (perhaps not yet or no longer)'}`,
  )
  const first = path[0]
  const by = first ? [`by ${nameIn(answer, first.from)}${way.join('')}`] : []
  const head = `${claim.date ?? 'always'}  ${colors.bold(stance)}  ${what}${remark}`
  return indent([head], 2) + indent([...by, ...evidenceLines(claim, answer)], 6)
}
