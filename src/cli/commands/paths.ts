/** `stancegraph paths`: by which claims two entities are connected. */
import { paths as findPaths, type Hop, type Path, type PathsAnswer } from '../../questions/paths.ts'
import { answerQuestion, type QuestionOptions } from '../answer-question.ts'
import { colors, indent, nameIn, tripleText } from '../answer-text.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'

/** The options of the command. */
export interface PathsCommandOptions extends QuestionOptions {
  readonly maxHops: string
  readonly asOf?: string
}

/** Answers with paths. */
export async function paths(a: string, b: string, options: PathsCommandOptions): Promise<void> {
  const { asOf } = options
  const asked = { maxHops: readMaxHops(options.maxHops), ...(asOf !== undefined && { asOf }) }
  await answerQuestion(options, { ask: (store) => findPaths(store, a, b, asked), text: pathsText })
}

function readMaxHops(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new CommandFailure(exitCodes.usage, `--max-hops takes a whole number from 1 on, not \`${text}\`.`)
}

function pathsText(answer: PathsAnswer): string {
  const { a, b, maxHops, asOf, paths: found, complete } = answer
  const number = found.length === 1 ? '1 path' : `${found.length || 'No'} paths`
  const ends = `from ${nameIn(answer, a)} to ${nameIn(answer, b)}`
  const limits = [
    maxHops === 1 ? 'of 1 hop' : `of at most ${maxHops} hops`,
    ...(asOf === undefined ? [] : [`as of ${asOf}`]),
    ...(complete ? [] : ['the shortest; there are more']),
  ]
  const further = found.length === 0 && a !== b ? '--max-hops looks further.\n' : ''
  return (
    `${number} ${ends}, ${limits.join(', ')}\n${further}` +
    found.map((path) => `\n${pathText(path, answer)}`).join('')
  )
}

function pathText({ hops }: Path, answer: PathsAnswer): string {
  const nodes = [answer.a, ...hops.map(({ to }) => to)]
  const head = nodes.map((id) => colors.bold(nameIn(answer, id))).join(' · ')
  return `${head}\n${hops.map((hop) => hopText(hop, answer)).join('')}`
}

/** The most claims of a hop that are shown. */
const shownLimit = 5

function hopText({ claims }: Hop, answer: PathsAnswer): string {
  const lines = claims.slice(0, shownLimit).map((claim) => {
    const stance = claim.stance === undefined ? '' : `  (${claim.stance})`
    return `${claim.date ?? 'always'}  ${tripleText(claim, answer)}${stance}`
  })
  const left = claims.length - lines.length
  return indent([...lines, ...(left > 0 ? [`… and ${left} more claims between these two`] : [])], 2)
}
