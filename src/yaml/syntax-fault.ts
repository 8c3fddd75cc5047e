/** A fault of YAML syntax in our words: the place that a person would point at, the fault, and what to do. */
import type { CST, YAMLError } from 'yaml'
import type { Stretch } from './split-documents.ts'

export interface SyntaxFault extends Stretch {
  readonly fault: string
  readonly remedy?: string
}

/** Where a fault was found: package `yaml`'s report, the text, and the tokens of the document. */
interface Finding {
  readonly error: YAMLError
  readonly text: string
  readonly tokens: readonly CST.Token[]
}

interface Rule {
  /** Fits package `yaml`'s code and message. */
  readonly fits: RegExp
  readonly explain: (finding: Finding) => SyntaxFault
}

const quoteIt = 'put the text in quotes'

// The first rule that fits explains the fault.
const rules: readonly Rule[] = [
  {
    fits: /^TAB_AS_INDENT/,
    explain: ({ error, text }) => ({
      ...blanksAt(text, error.pos[0]),
      fault: 'The line is indented with a tab.',
      remedy: 'indent with spaces',
    }),
  },
  { fits: /Missing closing/, explain: explainOpenQuote },
  { fits: /must (be sufficiently indented and )?end with a/, explain: explainOpenBracket },
  {
    fits: /Nested mappings are not allowed/,
    explain: (finding) => explainSecondValue(finding),
  },
  {
    fits: /^BLOCK_IN_FLOW/,
    explain: ({ error, text }) => ({
      ...lineAt(text, error.pos[0], error.pos[1]),
      fault: 'A `: ` or `- ` stands within a value in brackets.',
      remedy: `separate the entries with commas, or ${quoteIt} if it is part of it`,
    }),
  },
  { fits: /^MULTILINE_IMPLICIT_KEY|keys need to be followed by map values/, explain: explainMissingColon },
  {
    fits: /block sequence may not be used as an implicit map key/,
    explain: ({ error, text }) => ({
      ...lineAt(text, error.pos[0]),
      fault: 'A list item stands where a key is expected.',
      remedy: 'indent it like the list that it belongs to',
    }),
  },
  {
    fits: /^BAD_INDENT All mapping/,
    explain: ({ error, text }) => ({
      ...lineAt(text, error.pos[0]),
      fault: 'The line is not indented like the keys of the map before it.',
      remedy: 'give all keys of a map the same indentation',
    }),
  },
  {
    fits: /^BAD_INDENT All sequence|without - indicator/,
    explain: ({ error, text }) => ({
      ...lineAt(text, error.pos[0]),
      fault: 'The line is not indented like the items of the list before it.',
      remedy: 'give all items of a list the same indentation, and begin each with `- `',
    }),
  },
  {
    fits: /^BAD_INDENT|^MISSING_CHAR Block scalars/,
    explain: ({ error, text }) => ({
      ...lineAt(text, error.pos[0]),
      fault: 'The line is not indented like the block of text that it belongs to.',
      remedy: 'indent all lines of the block deeper than its key, the first no deeper than the others',
    }),
  },
  {
    fits: /^BAD_SCALAR_START/,
    explain: ({ error: { pos }, text }) => ({
      start: pos[0],
      end: pos[1],
      fault: `An unquoted text begins with \`${text[pos[0]] ?? ''}\`.`,
      remedy: quoteIt,
    }),
  },
  {
    fits: /^BAD_DQ_ESCAPE/,
    explain: ({ error: { pos, message }, text }) => {
      const escape = message.replace('Invalid escape sequence ', '').replace(/"$/, '')
      const start = pos[0]
      return {
        start,
        end: text.startsWith(escape, start) ? start + escape.length : pos[1],
        fault: `\`${escape}\` is not an escape that YAML knows.`,
        remedy: 'write `\\\\` for a backslash, or use single quotes, in which a backslash is only that',
      }
    },
  },
  {
    fits: /^UNEXPECTED_TOKEN (Not a YAML token|Block scalar header)/,
    explain: ({ error, text }) => ({
      ...lineAt(text, error.pos[0]),
      fault: 'Text follows the `|` or `>` that begins a block of text.',
      remedy: `begin the block on the next line; if the sign is part of the text, ${quoteIt}`,
    }),
  },
  {
    fits: /^UNEXPECTED_TOKEN Unexpected (flow-(seq|map)-end)/,
    explain: ({ error: { pos }, text }) => ({
      start: pos[0],
      end: pos[1],
      fault: `The \`${text[pos[0]] ?? ''}\` closes nothing.`,
      remedy: `remove it, or ${quoteIt} if it is part of it`,
    }),
  },
  {
    fits: /block-seq-ind on same line/,
    explain: ({ error, text }) => ({
      ...lineAt(text, error.pos[0]),
      fault: 'A list begins on the line of its key.',
      remedy: `begin it on the next line; if the hyphen is part of a text, ${quoteIt}`,
    }),
  },
  {
    fits: /Unexpected (, in|empty item)/,
    explain: ({ error: { pos } }) => ({
      start: pos[0],
      end: pos[0] + 1,
      fault: 'A comma stands where a value is expected.',
      remedy: 'remove it, or write the value before it',
    }),
  },
  {
    fits: /^MISSING_CHAR Missing ,/,
    explain: ({ error: { pos } }) => ({
      start: pos[0],
      end: pos[1],
      fault: 'A comma is missing between two values.',
      remedy: 'add it',
    }),
  },
  {
    fits: /Missing space after :/,
    explain: ({ error: { pos } }) => ({
      start: pos[0],
      end: pos[0] + 1,
      fault: 'White space is missing after the colon.',
      remedy: 'add it',
    }),
  },
  {
    fits: /Comments must be separated/,
    explain: ({ error, text }) => ({
      ...lineAt(text, error.pos[0]),
      fault: 'A `#` follows a value without white space.',
      remedy: 'write a space before the `#` of a comment',
    }),
  },
  {
    fits: /^KEY_OVER_1024_CHARS/,
    explain: ({ error, text }) => ({
      ...lineAt(text, error.pos[0]),
      fault: 'A key has more than 1024 characters.',
      remedy: 'shorten it',
    }),
  },
  {
    fits: /^MISSING_CHAR Block collection cannot start/,
    explain: ({ error, text }) => ({
      ...lineAt(text, error.pos[0]),
      fault: 'A map or list begins on the line of `---`.',
      remedy: 'begin it on the next line',
    }),
  },
  { fits: /^UNEXPECTED_TOKEN/, explain: explainUnexpected },
]

/** Explains a fault that package `yaml` found in a document with these tokens. */
export function explainSyntaxFault(
  error: YAMLError,
  text: string,
  tokens: readonly CST.Token[],
): SyntaxFault {
  const found = `${error.code} ${error.message}`
  const rule = rules.find(({ fits }) => fits.test(found))
  if (rule) return rule.explain({ error, text, tokens })
  const [start, end] = error.pos
  return { start, end: Math.max(end, start), fault: firstSentence(error.message) }
}

function firstSentence(message: string): string {
  const sentence = /^[^\n]*?(?=[.:]?\s*(\n|$|\. ))/.exec(message)?.[0] ?? message
  return `${sentence}.`
}

function explainOpenQuote({ error, tokens }: Finding): SyntaxFault {
  const [end] = error.pos
  const opening = [...tokensWithin(tokens)].find(
    (token) => isQuoted(token) && token.offset + token.source.length === end,
  )
  const start = opening?.offset ?? end
  return {
    start,
    end: start + 1,
    fault: 'The quote that opens here is never closed.',
    remedy: 'add the closing quote, and indent further lines of the text deeper than its key',
  }
}

function explainOpenBracket({ error, text, tokens }: Finding): SyntaxFault {
  const opening = [...tokensWithin(tokens)].findLast(
    (token) => token.type === 'flow-collection' && token.offset <= error.pos[0] && !isClosed(token),
  )
  const start = opening?.offset ?? error.pos[0]
  const bracket = text[start] === '{' ? ['{', '}'] : ['[', ']']
  const comment = / (#[^\s#]\S*)/.exec(text.slice(start, error.pos[0]))?.[1]
  return {
    start,
    end: start + 1,
    fault: `The \`${bracket[0]}\` that opens here is not closed by a \`${bracket[1]}\`.`,
    remedy:
      comment === undefined
        ? `add the \`${bracket[1]}\`, and indent the lines between deeper than the line that opens`
        : `\`${comment}\` begins a comment, which hides the rest of its line; ${quoteIt}`,
  }
}

function explainSecondValue({ error, text }: Finding): SyntaxFault {
  const line = lineAt(text, error.pos[0])
  if (/:([ \t]|$)/.test(text.slice(line.start, line.end)))
    return {
      ...line,
      fault: 'The value holds a `: `, which would begin another map.',
      remedy: quoteIt,
    }
  return {
    ...lineAt(text, skipBreaks(text, line.end)),
    fault: 'The line is indented deeper than the key before it, which has a value already.',
    remedy: 'give all keys of a map the same indentation',
  }
}

function explainMissingColon({ error, text }: Finding): SyntaxFault {
  const line = lineAt(text, error.pos[0])
  const before = text.slice(text.lastIndexOf('\n', line.start - 1) + 1, line.start).trimEnd()
  if (/[:,[{]$/.test(before))
    return { ...line, fault: 'A comma is missing after this value.', remedy: 'add it' }
  if (/^-\s/.test(text.slice(line.start, line.end)))
    return {
      ...line,
      fault: 'A list item stands where a key is expected.',
      remedy: 'indent it like the list that it belongs to',
    }
  return {
    ...line,
    fault: 'The line has no `: ` after its key.',
    remedy: 'write `key: value`; indent a line deeper that continues the one before',
  }
}

function explainUnexpected({ error, text }: Finding): SyntaxFault {
  const line = lineAt(text, error.pos[0])
  let before = line.start - 1
  while (isBlank(text[before])) before -= 1
  if (text[before] === '"' || text[before] === "'")
    return {
      ...line,
      fault: 'Text follows the closing quote.',
      remedy:
        "put the whole text in quotes; within double quotes write `\\\"` for a quote, within single quotes `''`",
    }
  if (text[before] === ']' || text[before] === '}')
    return {
      ...line,
      fault: 'Text follows the closing bracket.',
      remedy: `separate values with commas, or ${quoteIt}`,
    }
  return {
    ...line,
    fault: 'The line fits neither the list nor the map before it.',
    remedy: 'look at its indentation, and at what the line before it leaves open',
  }
}

/** From the first visible character at or after `offset` to the end of its line, but not past `limit`. */
function lineAt(text: string, offset: number, limit = text.length): Stretch {
  const { end: start } = blanksAt(text, offset)
  const lineBreak = text.indexOf('\n', start)
  const end = Math.max(start, Math.min(limit, lineBreak === -1 ? text.length : lineBreak))
  return { start, end: start + text.slice(start, end).trimEnd().length }
}

function blanksAt(text: string, start: number): Stretch {
  let end = start
  while (isBlank(text[end])) end += 1
  return { start, end }
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}

function skipBreaks(text: string, offset: number): number {
  let at = offset
  while (/\s/.test(text[at] ?? '')) at += 1
  return at
}

type Quoted = CST.FlowScalar

function isQuoted(token: CST.Token): token is Quoted {
  return token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar'
}

function isClosed({ start, end }: CST.FlowCollection): boolean {
  return end[0]?.source === (start.source === '{' ? '}' : ']')
}

/** All tokens and those within them, in file order. Their depth is limited. */
function* tokensWithin(tokens: Iterable<CST.Token | null | undefined>): Generator<CST.Token> {
  for (const token of tokens) {
    if (!token) continue
    yield token
    if (token.type === 'document') yield* tokensWithin([token.value])
    else if ('items' in token) for (const { key, value } of token.items) yield* tokensWithin([key, value])
  }
}
