/** Reads lines of JSON Lines into drafts. */
import type { Report } from '../diagnostics/diagnostic.ts'
import type { Place, SourceFile } from '../diagnostics/source-file.ts'
import { readJson } from '../json/read-json.ts'
import { nfc } from '../names/nfc.ts'
import { readMap, readText } from '../yaml/read-values.ts'
import { placeOf, placeOfKey, type YamlEntry, type YamlMap, type YamlNode } from '../yaml/yaml-node.ts'
import type { ClaimDraft, ClaimOrigin, SourceReference } from './drafts.ts'
import { addSource, noteUnread, readClaim, readGivenId, type Reading } from './read-drafts.ts'

/** What a line can be, named by its only key. */
const lineKeys = ['schema', 'source', 'entity', 'claim']

const claimLine = /^\s*\{\s*"claim"\s*:/
const escapedKey = /^\s*\{\s*"[^"\\]*\\/
const idKey = /"(?:i|\\u0069)(?:d|\\u0064)"/

/** Says nothing: for a line that is read again, when its faults are reported. */
const mute: Report = () => undefined

/**
 * Adds what a line says. A claim is only noted, and read by {@link readClaimLine} when all names are known; if it has
 * an id, that is known from now on.
 */
export function readLine(line: SourceFile, reading: Reading): void {
  const { drafts, report } = reading
  if (isClaim(line)) {
    drafts.claims.push(line)
    if (idKey.test(line.text)) noteGivenId(line, reading)
    return
  }
  const entry = readThing(line, report)
  switch (entry?.key) {
    case 'source':
      addSource(entry, line, reading)
      break
    case 'entity':
      addEntity(entry, line, reading)
      break
    case 'schema':
      drafts.schemas.push({ file: line, root: entry.value, failed: false, unread: [], ...entry.value })
      break
    case undefined:
      noteFailed(line, reading)
  }
}

/** Any letter of a key can be written as an escape. */
function isClaim(line: SourceFile): boolean {
  return claimLine.test(line.text) || (escapedKey.test(line.text) && readThing(line, mute)?.key === 'claim')
}

function noteGivenId(line: SourceFile, reading: Reading): void {
  const claim = readThing(line, mute)
  if (claim) reading.drafts.givenIds.push(...readGivenId(claim.value, line, reading.report))
  else noteFailed(line, reading)
}

/** Notes a line that cannot be read, with its escapes as what they stand for. */
function noteFailed({ text }: SourceFile, { drafts }: Reading): void {
  const letter = (_: string, code: string) => String.fromCharCode(Number.parseInt(code, 16))
  if (text.trim() !== '') drafts.failedTexts.push(nfc(text.replace(/\\u([0-9a-f]{4})/gi, letter)))
}

/** The one entry of a line; undefined where it is at fault, which has been reported, or the line is blank. */
function readThing(line: SourceFile, report: Report): YamlEntry | undefined {
  if (/^\s*$/.test(line.text)) return undefined
  const root = readJson(line, report)
  const entries = root && readMap(root, line, report)
  const [entry, ...others] = entries ?? []
  if (!entries || (entry && others.length === 0 && lineKeys.includes(entry.key))) return entry
  const keys = entries.map(({ key }) => key)
  report('wrong-line', entry ? placeOfKey(line, entry) : placeOf(line, root), { keys, known: lineKeys })
  return undefined
}

/** An entity has its handle as `id`; the rest is as in YAML. */
function addEntity(entry: YamlEntry, file: SourceFile, reading: Reading): void {
  const { drafts, report } = reading
  const entries = readMap(entry.value, file, report)
  const id = entries?.find(({ key }) => key === 'id')
  if (entries && !id) report('missing-key', placeOfKey(file, entry), { key: 'id', of: 'The entity' })
  const handle = id && readText(id.value, file, report)
  if (!entries || !id || handle === undefined) {
    noteUnread(entry.value, file, reading)
    return
  }
  const map: YamlMap = {
    kind: 'map',
    entries: entries.filter((other) => other !== id),
    ...boundsOf(entry.value),
  }
  const key = { key: handle, keyStart: id.value.start, keyEnd: id.value.end, value: map }
  drafts.entities.push({ file, handle: nfc(handle), key, map })
}

function boundsOf({ start, end }: YamlNode): { start: number; end: number } {
  return { start, end }
}

/** Reads the claim of a line; undefined where it has no triple, which is reported. */
export function readClaimLine(line: SourceFile, report: Report): ClaimDraft | undefined {
  const thing = readThing(line, report)
  const entries = thing && readMap(thing.value, line, report)
  if (!entries) return undefined
  const source = entries.find(({ key }) => key === 'source')
  const map: YamlMap = {
    kind: 'map',
    entries: entries.filter((entry) => entry !== source),
    ...boundsOf(thing.value),
  }
  return readClaim(map, source && readReference(source, line, report), line, report)
}

function readReference(
  { value }: YamlEntry,
  line: SourceFile,
  report: Report,
): SourceReference | 'unreadable' {
  const id = readText(value, line, report)
  if (id === undefined || value.kind !== 'scalar') return 'unreadable'
  return { id: nfc(id), written: { text: nfc(id), scalar: value, from: 0, to: id.length } }
}

/** Whether a claim comes from a line of JSON Lines. */
export function isLine(origin: ClaimOrigin): origin is SourceFile {
  return 'text' in origin
}

/** The place of a claim's triple; of a line that has been read, its beginning. */
export function tripleOf(origin: ClaimOrigin): Place {
  return isLine(origin) ? { file: origin, start: 0, end: 0 } : placeOf(origin.file, origin.triple)
}
