/** `stancegraph stances`: who takes which stance on a target. */
import {
  camps,
  stancesOn,
  type StanceRow,
  type StancesAnswer,
  type UnknownRow,
} from '../../questions/stances-on.ts'
import { answerQuestion, type QuestionOptions } from '../answer-question.ts'
import { actText, colors, countsText, deedText, nameIn, paintStance } from '../answer-text.ts'
import { tableLines, terminalWidth, type Cell } from '../table.ts'

/** The options of the command. */
export interface StancesCommandOptions extends QuestionOptions {
  readonly asOf?: string
  readonly rollUp: boolean
  readonly relation?: readonly string[]
}

/** Answers with the camps. */
export async function stances(target: string, options: StancesCommandOptions): Promise<void> {
  const { asOf, rollUp, relation } = options
  const asked = {
    rollUp,
    ...(asOf !== undefined && { asOf }),
    ...(relation && { relations: relation }),
  }
  await answerQuestion(options, { ask: (store) => stancesOn(store, target, asked), text: stancesText })
}

const titles = ['HOLDER', 'COUNTED', 'CLAIMS', 'NEWEST', 'DECIDING CLAIM']

function stancesText(answer: StancesAnswer): string {
  const { target, asOf, rows, unknown } = answer
  const about = `${nameIn(answer, target)}, as of ${asOf}`
  if (rows.length === 0 && unknown.length === 0) return `Nobody has taken a stance on ${about}.\n`
  const cells = [
    titles.map((text) => ({ text, paint: colors.dim })),
    ...rows.map((row) => rowCells(row, answer)),
    ...unknown.map((row) => unknownCells(row, answer)),
  ]
  const [header = '', ...lines] = tableLines(cells, { width: terminalWidth(), cut: [0, 4] })
  const sections = [...camps, 'unknown' as const].map((camp) => {
    const members = [...rows, ...unknown].flatMap((row, index) =>
      ('stance' in row ? row.stance : 'unknown') === camp ? (lines[index] ?? '') : [],
    )
    const title = `${paintStance(camp)}: ${members.length}`
    return members.length > 0 ? `\n${title}\n${members.map((line) => `${line}\n`).join('')}` : ''
  })
  return `Stances on ${about}\n\n${header}\n${sections.join('')}`
}

function rowCells(row: StanceRow, answer: StancesAnswer): readonly Cell[] {
  const { holder, stance, counted, counts, deciding, orderUncertain, newest } = row
  const mixed = stance === 'mixed' ? ` (${countsText(counts)})` : ''
  const uncertain = orderUncertain ? ', order uncertain' : ''
  return [
    { text: nameIn(answer, holder), paint: colors.bold },
    { text: counted === 'own' ? 'own' : 'rolled up' },
    { text: `${deciding}${mixed}${uncertain}` },
    { text: newest.claim.date ?? 'always' },
    // Whose word it is need not be said twice.
    { text: newest.path.length > 0 ? actText(newest, answer) : deedText(newest) },
  ]
}

function unknownCells({ holder, reasons }: UnknownRow, answer: StancesAnswer): readonly Cell[] {
  const why = reasons.length > 0 ? `left out: ${reasons.join(', ')}` : 'superseded'
  return [
    { text: nameIn(answer, holder), paint: colors.bold },
    { text: '' },
    { text: '0' },
    { text: '' },
    { text: why },
  ]
}
