/** Dates in forms that people and programs use, rewritten as EDTF for a hint. */
import { monthNames } from './calendar.ts'

/** How familiar forms are rewritten. The first one that yields dates says what is meant; two are a true ambiguity. */
const rewritings: readonly (readonly [RegExp, ...string[]])[] = [
  [/^\s*(\S+)\s*$/, '$1'],
  [/^(\d{4}-\d\d-\d\d)(?:T|\s)\d.*$/i, '$1'],
  [/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'],
  [/^(\d{4})[-‐‑–−./\s](\d\d?)[-‐‑–−./\s](\d\d?)$/, '$1-$2-$3'],
  [/^(\d{4})[-‐‑–−./\s](\d\d?)[-‐‑–−./\s](\d\d?)$/, '$1-$3-$2'],
  [/^(\d{4})[-‐‑–−./\s](\d\d?)$/, '$1-$2'],
  [/^(\d\d?)[-./\s](\d\d?)[-./\s](\d{4})$/, '$3-$1-$2', '$3-$2-$1'],
  [/^(\d\d?)[-./\s](\d{4})$/, '$2-$1'],
  [/^([?~%])(\S+)$/, '$2$1'],
  [/^(\S+)(?:\?~|~\?)$/, '$1%'],
  [/^(?:ca?\.?|circa|about|around)\s*(\d\S*)$/i, '$1~'],
  [/^(.+?)\s*\/\s*(?:open|now|today|present|ongoing|…|\.{3})$/i, '$1/..'],
  [/^(?:open|…|\.{3})\s*\/\s*(.+)$/i, '../$1'],
  [/^(.+?)\s*\/\s*unknown$/i, '$1/'],
  [/^unknown\s*\/\s*(.+)$/i, '/$1'],
  [/^(\d{4})\s*[-–—]\s*(\d{4})$/, '$1/$2'],
  [/^(\S+)\s*(?:\s-\s|[–—/]|\sto\s|\suntil\s)\s*(\S+)$/i, '$1/$2'],
]

/**
 * The EDTF dates that may be meant by a text which is none: one where the text is clear (`2024/08/01`,
 * `1 August 2024`), two where day and month cannot be told apart (`01/08/2024`), often none. `isDate` says what is
 * a date.
 */
export function familiarForms(text: string, isDate: (text: string) => boolean): readonly string[] {
  for (const [form, ...replacements] of rewritings) {
    if (!form.test(text)) continue
    const dates = replacements.map((replacement) => pad(text.replace(form, replacement))).filter(isDate)
    if (dates.length > 0) return [...new Set(dates)]
  }
  return [text.replaceAll('x', 'X'), inFigures(text)].filter(isDate).slice(0, 1)
}

/** Gives months and days of one digit their zero. */
function pad(text: string): string {
  return text.replace(/-(\d)(?!\d)/g, '-0$1')
}

/** `1 August 2024`, `Aug 1st, 2024` and `August 2024` in figures; an empty text where that is not its form. */
function inFigures(text: string): string {
  const match = /^(?:(\d\d?)\S{0,3}\s+)?(\p{L}{3,})\.?\s+(?:(\d\d?)\S{0,3}\s+)?(\d{4})$/u.exec(text)
  if (!match) return ''
  const [, before, name = '', after, year = ''] = match
  const month =
    monthNames.findIndex((monthName) => monthName.toLowerCase().startsWith(name.toLowerCase())) + 1
  const day = before ?? after
  return pad(`${year}-${month}${day === undefined ? '' : `-${day}`}`)
}
