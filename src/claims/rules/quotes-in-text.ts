/** Quotes must stand in the text of their source. */
import type { Report } from '../../diagnostics/diagnostic.ts'
import type { SourceFile } from '../../diagnostics/source-file.ts'
import type { Quote } from '../../graph/knowledge-graph.ts'
import { readKeys, readText } from '../../yaml/read-values.ts'
import { placeOf, type YamlEntry, type YamlNode } from '../../yaml/yaml-node.ts'
import { quoteFinder, type QuoteFinder } from '../quotes.ts'

/** How many quotes were found in the text of their source, and how many have a source without a text. */
export interface QuoteCounts {
  readonly verified: number
  readonly unchecked: number
}

/** The texts of the sources, prepared for searching. */
export type Texts = ReadonlyMap<string, QuoteFinder>

/** Prepares the texts of sources, by the source's id. */
export function prepareTexts(texts: ReadonlyMap<string, string>): Texts {
  return new Map(Array.from(texts, ([id, text]) => [id, quoteFinder(text)]))
}

/**
 * Reads the quotes of a claim: one, or a list; each a text, or a map with `exact` and perhaps `translation`. Where the
 * source has a text, a quote is only valid if it stands there.
 */
export function readQuotes(
  entry: YamlEntry,
  source: string | undefined,
  texts: Texts,
  file: SourceFile,
  report: Report,
): readonly Quote[] {
  const nodes = entry.value.kind === 'list' ? entry.value.items : [entry.value]
  return nodes.flatMap((node) => readQuote(node, source, texts, file, report) ?? [])
}

const quoteKeys = ['exact', 'translation'] as const

function readQuote(
  node: YamlNode,
  source: string | undefined,
  texts: Texts,
  file: SourceFile,
  report: Report,
): Quote | undefined {
  const keys = node.kind === 'map' ? readKeys(node, quoteKeys, 'a quote', file, report) : undefined
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
  const finder = source === undefined ? undefined : texts.get(source)
  return {
    exact,
    ...(translation !== undefined && { translation }),
    ...(finder && findQuote(exact, finder, exactNode, texts, file, report)),
  }
}

/** Where a quote stands in its text; nothing where it does not, which is reported. */
function findQuote(
  exact: string,
  finder: QuoteFinder,
  node: YamlNode,
  texts: Texts,
  file: SourceFile,
  report: Report,
): { start: number; end: number } | undefined {
  const found = finder.find(exact)
  const place = placeOf(file, node)
  switch (found.kind) {
    case 'absent':
      report('quote-not-found', place, {
        quote: exact,
        closest: found.closest,
        elsewhere: textWith(exact, texts),
      })
      return undefined
    case 'folded':
      report('quote-altered', place, { exact: found.exact })
      break
    case 'found':
      if (found.count > 1) report('quote-repeated', place, { count: found.count })
      if (found.cutsWord) report('quote-cuts-word', place, {})
  }
  return { start: found.start, end: found.end }
}

/** The id of a source in whose text the quote stands. */
function textWith(exact: string, texts: Texts): string | undefined {
  for (const [id, finder] of texts) if (finder.contains(exact)) return id
  return undefined
}

/** Counts what was checked: a quote with a place in the text was found there. */
export function countQuotes(quotes: Iterable<Quote>): QuoteCounts {
  let verified = 0
  let unchecked = 0
  for (const { start } of quotes) {
    if (start === undefined) unchecked += 1
    else verified += 1
  }
  return { verified, unchecked }
}
