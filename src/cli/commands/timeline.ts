/** `stancegraph timeline`: how the stance of a holder on a target has changed. */
import { stanceTimeline, type TimelineAnswer, type TimelineEntry } from '../../questions/stance-timeline.ts'
import { answerQuestion, type QuestionOptions } from '../answer-question.ts'
import { actText, countsText, nameIn, onOneLine, paintStance } from '../answer-text.ts'
import { tableLines, terminalWidth, type Cell } from '../table.ts'

/** The options of the command. */
export interface TimelineCommandOptions extends QuestionOptions {
  readonly rollUp: boolean
  readonly relation?: readonly string[]
}

/** Answers with changes. */
export async function timeline(
  holder: string,
  target: string,
  options: TimelineCommandOptions,
): Promise<void> {
  const { rollUp, relation } = options
  const asked = { rollUp, ...(relation && { relations: relation }) }
  await answerQuestion(options, {
    ask: (store) => stanceTimeline(store, holder, target, asked),
    text: timelineText,
  })
}

function timelineText(answer: TimelineAnswer): string {
  const { holder, target, entries } = answer
  const [who, whom] = [nameIn(answer, holder), nameIn(answer, target)]
  if (entries.length === 0) return `${who} has taken no stance on ${whom} on any day.\n`
  const rows = entries.map((entry, index) => entryCells(entry, entries[index - 1], answer))
  const lines = tableLines(rows, { width: terminalWidth(), cut: [2, 3] })
  return `${who} on ${whom}\n\n${lines.map((line) => `${line}\n`).join('')}`
}

function entryCells(
  entry: TimelineEntry,
  previous: TimelineEntry | undefined,
  answer: TimelineAnswer,
): readonly Cell[] {
  const { from, stance, counts, orderUncertain } = entry
  const remark = [
    ...(stance === 'mixed' ? [countsText(counts)] : []),
    ...(orderUncertain ? ['order uncertain'] : []),
  ].join('; ')
  return [
    { text: from ?? 'always' },
    {
      text: `${stance}${remark && ` (${remark})`}`,
      paint: (text) => text.replace(stance, paintStance(stance)),
    },
    { text: stance === 'unknown' ? whyUnknown(entry, previous) : decidingText(entry, answer) },
    { text: quoteOf(entry) },
  ]
}

/** The newest deciding claim, with its date where the stance did not begin on it, and how many others there are. */
function decidingText({ from, deciding }: TimelineEntry, answer: TimelineAnswer): string {
  const [newest] = deciding
  if (!newest) return ''
  const { date } = newest.claim
  const when = date === undefined || date === from ? '' : ` (${date})`
  const others = deciding.length > 1 ? ` and ${deciding.length - 1} more` : ''
  return `${actText(newest, answer)}${when}${others}`
}

function whyUnknown({ from = '' }: TimelineEntry, previous: TimelineEntry | undefined): string {
  const hasEnded = previous?.deciding.every(({ claim }) => claim.until !== undefined && claim.until < from)
  return hasEnded ? 'what held until then has ended' : 'what held until then no longer counts'
}

function quoteOf({ deciding }: TimelineEntry): string {
  const quote = deciding[0]?.claim.quotes[0]
  return quote ? `“${onOneLine(quote.exact)}”` : ''
}
