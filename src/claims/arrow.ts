/**
 * Arrow notation: a triple written as `Blinken —recognizes→ González`.
 *
 *     triple  = part opening part closing part
 *     opening = "—" | "–" | (white space | start) ("--" | "-")
 *     closing = "→" | "—>" | "–>" | ("-->" | "->") (white space | end)
 *
 * A run of hyphens and dashes, with the `>` after it, is one token or none: in `--x-->` the second `--` belongs to
 * the closing, and `---` is text. White space outside keeps a hyphen within a name (`Díaz-Canel`) or a relation
 * (`co-sponsors`) from being an arrow; a dash is one wherever it stands, so that `Paris–Nice` needs the long form.
 * The parts are trimmed and none is empty. There is exactly one opening, then exactly one closing.
 */

/** A part of a triple, without the white space around it. Offsets are UTF-16 code units of the text given. */
export interface TriplePart {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Why a text is no triple. `tight`: a hyphen form that lacks the white space which it needs outside. */
export type ArrowFault =
  | 'no arrow'
  | 'no opening'
  | 'no closing'
  | 'tight opening'
  | 'tight closing'
  | 'several openings'
  | 'several closings'
  | 'closing first'
  | 'empty subject'
  | 'empty relation'
  | 'empty object'

/** The parts of a triple, or why there is none, with the place in the text that shows it. */
export type ParsedTriple =
  | {
      readonly ok: true
      readonly subject: TriplePart
      readonly relation: TriplePart
      readonly object: TriplePart
    }
  | { readonly ok: false; readonly reason: ArrowFault; readonly start: number; readonly end: number }

interface Span {
  readonly start: number
  readonly end: number
}

/** The arrows of a text. */
interface Tokens {
  readonly openings: Span[]
  readonly closings: Span[]
  /** `--` without white space before it. A single hyphen within a word is nothing special. */
  readonly tightOpenings: Span[]
  /** `->` and `-->` without white space after them. */
  readonly tightClosings: Span[]
}

/** Reads a triple in arrow notation. */
export function parseTriple(text: string): ParsedTriple {
  const tokens = tokensOf(text)
  const [opening, otherOpening] = tokens.openings
  const [closing, otherClosing] = tokens.closings
  if (!opening || !closing) return missingArrow(text, tokens)
  if (otherOpening) return fault('several openings', otherOpening)
  if (otherClosing) return fault('several closings', otherClosing)
  if (closing.start < opening.start) return fault('closing first', closing)
  const subject = partBetween(text, 0, opening.start)
  const relation = partBetween(text, opening.end, closing.start)
  const object = partBetween(text, closing.end, text.length)
  if (subject.text === '') return fault('empty subject', opening)
  if (relation.text === '') return fault('empty relation', { start: opening.start, end: closing.end })
  if (object.text === '') return fault('empty object', closing)
  return { ok: true, subject, relation, object }
}

/** The triple in its usual form, `A —relation→ B`; reads back as it was where no part has an arrow in it. */
export function formatTriple(subject: string, relation: string, object: string): string {
  return `${subject} —${relation}→ ${object}`
}

function missingArrow(text: string, tokens: Tokens): ParsedTriple {
  const opening = tokens.openings.at(-1)
  const [closing] = tokens.closings
  const [tightOpening] = tokens.tightOpenings
  const [tightClosing] = tokens.tightClosings
  if (!closing && tightClosing) return fault('tight closing', tightClosing)
  if (closing && tightOpening) return fault('tight opening', tightOpening)
  if (closing) return fault('no opening', closing)
  if (opening) return fault('no closing', opening)
  return fault('no arrow', partBetween(text, 0, text.length))
}

function fault(reason: ArrowFault, { start, end }: Span): ParsedTriple {
  return { ok: false, reason, start, end }
}

function partBetween(text: string, from: number, to: number): TriplePart {
  const part = text.slice(from, to)
  const trimmed = part.trim()
  const start = from + (part.length - part.trimStart().length)
  return { text: trimmed, start, end: start + trimmed.length }
}

function tokensOf(text: string): Tokens {
  const tokens: Tokens = { openings: [], closings: [], tightOpenings: [], tightClosings: [] }
  for (const { 0: token, index: start } of text.matchAll(/[-–—]+>?|→/g)) {
    const end = start + token.length
    const spaceBefore = /^\s?$/.test(text.charAt(start - 1))
    const spaceAfter = /^\s?$/.test(text.charAt(end))
    listFor(tokens, token, spaceBefore, spaceAfter)?.push({ start, end })
  }
  return tokens
}

/** The list that a run of dashes belongs to, if any. */
function listFor(
  tokens: Tokens,
  token: string,
  spaceBefore: boolean,
  spaceAfter: boolean,
): Span[] | undefined {
  switch (token) {
    case '—':
    case '–':
      return tokens.openings
    case '-':
      return spaceBefore ? tokens.openings : undefined
    case '--':
      return spaceBefore ? tokens.openings : tokens.tightOpenings
    case '→':
    case '—>':
    case '–>':
      return tokens.closings
    case '->':
    case '-->':
      return spaceAfter ? tokens.closings : tokens.tightClosings
    default:
      return undefined
  }
}
