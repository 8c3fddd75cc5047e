/** Quotes must stand in the text of their source. */
import type { Report } from '../../diagnostics/diagnostic.ts'
import type { SourceFile } from '../../diagnostics/source-file.ts'
import type { Quote } from '../../graph/knowledge-graph.ts'
import { readKeys, readNumber, readText } from '../../yaml/read-values.ts'
import { placeOf, type YamlEntry, type YamlNode } from '../../yaml/yaml-node.ts'
import { quoteFinder, type QuoteFinder } from '../quotes.ts'

/** How many quotes were found in the text of their source, and how many have a source without a text. */
export interface QuoteCounts {
  readonly verified: number
  readonly unchecked: number
}

/** The texts of the sources, prepared for searching. */
export interface Texts {
  /** That of a source, by its id. */
  of(source: string): QuoteFinder | undefined
  /** The id of a source in whose text a quote stands. After many characters no more texts are searched. */
  holderOf(exact: string): string | undefined
}

/** How many characters are searched for quotes that do not stand in the text of their own source. */
const budget = 500_000_000

/** Prepares the texts of sources, by the source's id. */
export function prepareTexts(texts: ReadonlyMap<string, string>): Texts {
  const finders = new Map(Array.from(texts, ([id, text]) => [id, quoteFinder(text)]))
  let left = budget
  return {
    of: (source) => finders.get(source),
    holderOf: (exact) => {
      for (const [id, finder] of finders) {
        left -= texts.get(id)?.length ?? 0
        if (left < 0) return undefined
        if (finder.contains(exact)) return id
      }
      return undefined
    },
  }
}

/** Where quotes are written, and against what they are checked. */
export interface QuotePlace {
  readonly file: SourceFile
  /** The id of their source. */
  readonly source: string | undefined
  readonly texts: Texts
  /** A quote may bring its position with it, as in what was exported: it is kept where there is no text. */
  readonly keepsPositions: boolean
}

/**
 * Reads the quotes of a claim: one, or a list; each a text, or a map with `exact` and perhaps `translation`. Where the
 * source has a text, a quote is only valid if it stands there.
 */
export function readQuotes(entry: YamlEntry, place: QuotePlace, report: Report): readonly Quote[] {
  const nodes = entry.value.kind === 'list' ? entry.value.items : [entry.value]
  return nodes.flatMap((node) => readQuote(node, place, report) ?? [])
}

const quoteKeys = ['exact', 'translation'] as const
const quoteKeysWithPosition = ['exact', 'translation', 'start', 'end'] as const

function readQuote(node: YamlNode, place: QuotePlace, report: Report): Quote | undefined {
  const { file, keepsPositions } = place
  const known: readonly (typeof quoteKeysWithPosition)[number][] = keepsPositions
    ? quoteKeysWithPosition
    : quoteKeys
  const keys = node.kind === 'map' ? readKeys(node, known, 'a quote', file, report) : undefined
  const exactNode = keys ? keys.get('exact')?.value : node
  if (!exactNode) {
    report('missing-key', placeOf(file, node), { key: 'exact', of: 'The quote' })
    return undefined
  }
  const exact = readText(exactNode, file, report)
  if (exact === undefined) return undefined
  if (exact.trim() === '') {
    report('empty-quote', placeOf(file, exactNode), {})
    return undefined
  }
  const translationNode = keys?.get('translation')?.value
  const translation = translationNode && readText(translationNode, file, report)
  const finder = place.source === undefined ? undefined : place.texts.of(place.source)
  const given = readPosition(node, keys?.get('start')?.value, keys?.get('end')?.value, file, report)
  return {
    exact,
    ...(translation !== undefined && { translation }),
    ...(finder ? findQuote(exact, finder, exactNode, place, report) : given),
  }
}

/** A position is only valid if both its ends are there, whole, and the first comes before the second. */
function readPosition(
  node: YamlNode,
  startNode: YamlNode | undefined,
  endNode: YamlNode | undefined,
  file: SourceFile,
  report: Report,
): { start: number; end: number } | undefined {
  if (!startNode && !endNode) return undefined
  const start = startNode && readNumber(startNode, file, report)
  const end = endNode && readNumber(endNode, file, report)
  if (start !== undefined && end !== undefined && Number.isInteger(start) && Number.isInteger(end)) {
    if (start >= 0 && start < end) return { start, end }
  }
  report('invalid-position', placeOf(file, node), {})
  return undefined
}

/** Where a quote stands in its text; nothing where it does not, which is reported. */
function findQuote(
  exact: string,
  finder: QuoteFinder,
  node: YamlNode,
  { file, texts }: QuotePlace,
  report: Report,
): { start: number; end: number } | undefined {
  const found = finder.find(exact)
  const place = placeOf(file, node)
  switch (found.kind) {
    case 'absent': {
      const elsewhere = texts.holderOf(exact)
      report('quote-not-found', place, { quote: exact, closest: found.closest, elsewhere })
      return undefined
    }
    case 'folded':
      report('quote-altered', place, { exact: found.exact })
      break
    case 'found':
      if (found.count > 1) report('quote-repeated', place, { count: found.count })
      if (found.cutsWord) report('quote-cuts-word', place, {})
  }
  return { start: found.start, end: found.end }
}
