/** Answers as text for people: claims with their evidence beneath. */
import pc from 'picocolors'
import type { GraphSchema } from '../graph/schema.ts'
import type { ClaimRecord, Resolved } from '../questions/answer-records.ts'
import type { StanceResult } from '../questions/settle.ts'
import type { StanceEntry } from '../questions/stance-entries.ts'
import { visible } from '../diagnostics/visible.ts'

/** Colours for standard output: none where it is not a terminal, or where NO_COLOR asks for none. */
export const colors = pc.createColors(
  pc.isColorSupported && (process.stdout.isTTY as boolean | undefined) === true,
)

/** What an id stands for, fit for a terminal: the name of an entity, or the triple of a claim as «…». */
export function nameIn({ entities }: Resolved, id: string): string {
  const entity = Object.hasOwn(entities, id) ? entities[id] : undefined
  const name = visible(entity?.name ?? id)
  return entity?.type === 'Claim' ? `«${name}»` : name
}

/** A claim as a sentence of its names: `Antony Blinken recognizes Edmundo González Urrutia`. */
export function tripleText(claim: ClaimRecord, answer: Resolved): string {
  return `${nameIn(answer, claim.subject)} ${colors.bold(visible(claim.relation))} ${nameIn(answer, claim.object)}`
}

/** What was done, without the voice and the target: `recognizes`. */
export function deedText({ claim, implied }: StanceEntry): string {
  return implied ? 'says that it is so' : visible(claim.relation)
}

/** Whose word an entry is and what was done, without the target: `Antony Blinken recognizes`. */
export function actText(entry: StanceEntry, answer: Resolved): string {
  return `${nameIn(answer, entry.voice)} ${deedText(entry)}`
}

/** How many claims say what: `1 supports, 2 opposes`. */
export function countsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([stance, count]) => `${count} ${stance}`)
    .join(', ')
}

/** A stance in its colour. */
export function paintStance(stance: StanceResult): string {
  return stanceColors[stance](stance)
}

const stanceColors: Readonly<Record<StanceResult, (text: string) => string>> = {
  supports: colors.green,
  opposes: colors.red,
  withholds: colors.yellow,
  neutral: colors.blue,
  mixed: colors.magenta,
  unknown: colors.dim,
}

/** A text of several lines on one, fit for a terminal. */
export function onOneLine(text: string): string {
  return visible(text.trim().replace(/\s+/g, ' '))
}

/** An answer with the graph schema, which says what the properties of its claims are. */
export type Shown<Answer extends Resolved = Resolved> = Answer & { readonly schema: GraphSchema }

/** What a claim rests on, a line each: attribution and qualifiers, properties, quotes, its source. */
export function evidenceLines(claim: ClaimRecord, answer: Shown): string[] {
  const name = (id: string) => nameIn(answer, id)
  const { accordingTo, onBehalfOf, condition, joint, retracted, note, source } = claim
  return [
    ...(accordingTo === undefined ? [] : [`according to ${name(accordingTo)}`]),
    ...(onBehalfOf === undefined ? [] : [`on behalf of ${name(onBehalfOf)}`]),
    ...(condition === undefined ? [] : [`on the condition: ${visible(condition)}`]),
    ...(joint === undefined ? [] : [`joint statement, one of ${joint.length} claims`]),
    ...(retracted === undefined ? [] : [`retracted by its source on ${visible(retracted)}`]),
    ...Object.entries(claim.properties).map(([key, value]) =>
      propertyText(claim.relation, key, value, answer),
    ),
    ...claim.quotes.map(quoteText),
    ...(note === undefined ? [] : [`note: ${visible(note)}`]),
    ...(source === undefined ? ['background, without a source'] : sourceLines(source, answer)),
  ]
}

/** A declared property of a relation with its value; of an entity, its name. */
export function propertyText(relation: string, key: string, value: unknown, answer: Shown): string {
  const isEntity = answer.schema.relations.get(relation)?.properties.get(key)?.kind === 'entity'
  const shown = [value].flat().map((one) => (isEntity ? nameIn(answer, String(one)) : visible(String(one))))
  return `${visible(key)}: ${shown.join(', ')}`
}

function quoteText({ exact, translation, start }: ClaimRecord['quotes'][number]): string {
  const checked = start === undefined ? colors.dim(' (not checked: the source has no text)') : ''
  const translated = translation === undefined ? '' : ` (“${onOneLine(translation)}”)`
  return `“${onOneLine(exact)}”${translated}${checked}`
}

function sourceLines(id: string, { sources }: Resolved): string[] {
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined
  if (!source) return [visible(id)]
  const { title, publisher, author, published, url } = source
  const parts = [publisher, author, title && `“${title}”`, published].filter((part) => part !== undefined)
  const described = parts.length > 0 ? `${parts.join(', ')} ` : ''
  return [visible(`source: ${described}[${id}]`), ...(url === undefined ? [] : [visible(url)])].map(
    colors.dim,
  )
}

/** Lines set off from the left. */
export function indent(lines: readonly string[], columns: number): string {
  return lines.map((line) => `${' '.repeat(columns)}${line}\n`).join('')
}
