/** Reads lines of JSON Lines into drafts. */
import type { Report } from '../diagnostics/diagnostic.ts'
import type { Place, SourceFile } from '../diagnostics/source-file.ts'
import { readJson } from '../json/read-json.ts'
import { nfc } from '../names/nfc.ts'
import { readMap, readText } from '../yaml/read-values.ts'
import { placeOf, placeOfKey, type YamlEntry, type YamlMap, type YamlNode } from '../yaml/yaml-node.ts'
import type { ClaimDraft, ClaimOrigin, SourceReference } from './drafts.ts'
import { addSource, readClaim, readGivenId, type Reading } from './read-drafts.ts'

/** What a line can be, named by its only key. */
const lineKeys = ['schema', 'source', 'entity', 'claim']

const isClaim = /^\s*\{\s*"claim"\s*:/

/** Says nothing: for a line that is read again, when its faults are reported. */
const mute: Report = () => undefined

/**
 * Adds what a line says. A claim is only noted, and read by {@link readClaimLine} when all names are known; if it has
 * an id, that is known from now on.
 */
export function readLine(line: SourceFile, reading: Reading): void {
  const { drafts, report } = reading
  if (isClaim.test(line.text)) {
    drafts.claims.push(line)
    const draft = line.text.includes('"id"') ? readClaimLine(line, mute) : undefined
    if (draft) drafts.givenIds.push(...readGivenId(draft, report))
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
    case 'claim':
      drafts.claims.push(line)
      break
    case undefined:
      if (line.text.trim() !== '') drafts.failedTexts.push(nfc(line.text))
  }
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
function addEntity(entry: YamlEntry, file: SourceFile, { drafts, report }: Reading): void {
  const entries = readMap(entry.value, file, report)
  if (!entries) return
  const id = entries.find(({ key }) => key === 'id')
  if (!id) {
    report('missing-key', placeOfKey(file, entry), { key: 'id', of: 'The entity' })
    return
  }
  const handle = readText(id.value, file, report)
  if (handle === undefined) return
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
