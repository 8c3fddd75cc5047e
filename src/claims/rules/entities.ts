/** Entities: declared once or in agreement, of a type that can be, under names that lead to them. */
import type { SourceFile } from '../../diagnostics/source-file.ts'
import { unnamed, type Entity, type PropertyValues } from '../../graph/knowledge-graph.ts'
import { entityKeys } from '../../graph/file-keys.ts'
import type { EntityType } from '../../graph/schema.ts'
import { nfc } from '../../names/nfc.ts'
import { readList, readText } from '../../yaml/read-values.ts'
import { placeOf, placeOfKey, type YamlEntry } from '../../yaml/yaml-node.ts'
import type { Check, DeclarationCheck } from '../check.ts'
import type { EntityDraft } from '../drafts.ts'
import type { Named } from '../names.ts'
import { checkValue, readProperties, type WrittenProperty } from './property-values.ts'
import { findType } from './known-type.ts'
import { isBlank } from './unique-ids.ts'

/** An entity as one place declares it, its own properties not yet read. */
export interface EntityDeclaration {
  readonly draft: EntityDraft
  /** Absent where it is at fault. */
  readonly type: string | undefined
  readonly name: string | undefined
  readonly aliases: readonly string[] | undefined
  readonly wikidata: string | undefined
  readonly note: string | undefined
  readonly properties: readonly YamlEntry[]
}

/** All that is declared of one entity, in the order of the files. */
export interface DeclaredEntity extends Named {
  readonly declarations: readonly EntityDeclaration[]
}

/** Reads what entities are called and what they are, and groups the declarations of one handle. */
export function declareEntities(drafts: readonly EntityDraft[], check: DeclarationCheck): DeclaredEntity[] {
  const byHandle = new Map<string, EntityDeclaration[]>()
  for (const draft of drafts) {
    const declaration = readDeclaration(draft, check)
    const earlier = byHandle.get(draft.handle)
    if (earlier) earlier.push(declaration)
    else byHandle.set(draft.handle, [declaration])
  }
  return Array.from(byHandle, ([id, declarations]) => {
    checkAgreement(declarations, check)
    const [first] = declarations
    if (id === unnamed && first)
      check.report('reserved-handle', placeOfKey(first.draft.file, first.draft.key), { handle: id })
    const types = new Set(declarations.flatMap(({ type = [] }) => type))
    // Where declarations conflict, nobody knows which is right, and nothing follows from it.
    const [type] = types.size === 1 ? types : []
    const names = declarations.flatMap(({ name, aliases = [] }) =>
      name === undefined ? aliases : [name, ...aliases],
    )
    return { id, kind: 'entity', type, names, declarations }
  })
}

function readDeclaration(draft: EntityDraft, check: DeclarationCheck): EntityDeclaration {
  const { file, map, key } = draft
  const properties: YamlEntry[] = []
  const built: Partial<Record<(typeof entityKeys)[number], YamlEntry>> = {}
  for (const entry of map?.entries ?? []) {
    const name = entityKeys.find((known) => known === entry.key)
    if (name) built[name] = entry
    else properties.push(entry)
  }
  if (map && !built.type)
    check.report('missing-key', placeOfKey(file, key), { key: 'type', of: `\`${draft.handle}\`` })
  const text = (entry: YamlEntry | undefined) => entry && readText(entry.value, file, check.report)
  const name = text(built.name)
  const aliases = built.aliases && readAliases(built.aliases, file, check)
  return {
    draft,
    type: built.type && findType(built.type, 'entity', file, check),
    name: name === undefined ? undefined : nfc(name),
    aliases,
    wikidata: built.wikidata && readWikidata(built.wikidata, file, check),
    note: text(built.note),
    properties,
  }
}

function readAliases({ value }: YamlEntry, file: SourceFile, check: DeclarationCheck): string[] | undefined {
  const items = readList(value, file, check.report)?.map((item) => readText(item, file, check.report))
  return items?.filter((item) => item !== undefined).map(nfc)
}

function readWikidata(entry: YamlEntry, file: SourceFile, check: DeclarationCheck): string | undefined {
  const text = readText(entry.value, file, check.report)
  if (text === undefined || /^Q[1-9][0-9]*$/.test(text)) return text
  check.report('invalid-wikidata', placeOf(file, entry.value), { text })
  return undefined
}

/** Declarations of one entity are only valid if none gives a key another value than an earlier one does. */
function checkAgreement(declarations: readonly EntityDeclaration[], check: DeclarationCheck): void {
  const seen = new Map<string, { text: string; entry: YamlEntry; declaration: EntityDeclaration }>()
  for (const declaration of declarations) {
    for (const entry of declaration.draft.map?.entries ?? []) {
      const key = nfc(entry.key)
      const text = canonical(key, entry, declaration)
      const earlier = seen.get(key)
      if (!earlier) seen.set(key, { text, entry, declaration })
      else if (earlier.text !== text) reportConflict(key, entry, declaration, earlier, check)
    }
  }
}

function reportConflict(
  key: string,
  entry: YamlEntry,
  { draft }: EntityDeclaration,
  earlier: { entry: YamlEntry; declaration: EntityDeclaration },
  check: DeclarationCheck,
): void {
  const place = placeOfKey(earlier.declaration.draft.file, earlier.entry)
  check.report('conflicting-declaration', placeOfKey(draft.file, entry), { handle: draft.handle, key }, [
    { message: 'It is declared here first.', place },
  ])
}

/** What a key says, so that two ways to write the same are equal: the order of aliases does not matter. */
function canonical(key: string, { value }: YamlEntry, { aliases }: EntityDeclaration): string {
  if (key === 'aliases' && aliases) return JSON.stringify([...new Set(aliases)].sort())
  if (value.kind === 'scalar') return JSON.stringify(nfc(value.text))
  if (value.kind === 'list') {
    return JSON.stringify(value.items.map((item) => (item.kind === 'scalar' ? nfc(item.text) : item.kind)))
  }
  return value.kind
}

/** Names are only valid if none is blank or the handle of another entity, and no two entities share a Wikidata id. */
export function checkEntityNames(
  entities: readonly DeclaredEntity[],
  claimIds: ReadonlySet<string>,
  check: DeclarationCheck,
): void {
  const handles = new Set(entities.map(({ id }) => id))
  const byWikidata = new Map<string, DeclaredEntity>()
  for (const entity of entities) {
    const checked = new Set([entity.id])
    for (const { draft, name, aliases = [] } of entity.declarations) {
      for (const used of name === undefined ? aliases : [name, ...aliases]) {
        if (checked.has(used)) continue
        checked.add(used)
        if (isBlank(used)) check.report('blank-name', placeOfNameIn(draft, used), { what: 'The name' })
        if (!handles.has(used) && !claimIds.has(used)) continue
        const what = handles.has(used) ? 'handle of another entity' : 'id of a claim'
        check.report('name-is-handle', placeOfNameIn(draft, used), { name: used, handle: entity.id, what })
      }
    }
    checkWikidata(entity, byWikidata, check)
  }
}

function placeOfNameIn({ file, map, key }: EntityDraft, name: string) {
  for (const entry of map?.entries ?? []) {
    const nodes = entry.value.kind === 'list' ? entry.value.items : [entry.value]
    const node = nodes.find((candidate) => candidate.kind === 'scalar' && nfc(candidate.text) === name)
    if (node && (entry.key === 'name' || entry.key === 'aliases')) return placeOf(file, node)
  }
  return placeOfKey(file, key)
}

function checkWikidata(
  entity: DeclaredEntity,
  byWikidata: Map<string, DeclaredEntity>,
  check: DeclarationCheck,
): void {
  const declaration = entity.declarations.find(({ wikidata }) => wikidata !== undefined)
  if (declaration?.wikidata === undefined) return
  const other = byWikidata.get(declaration.wikidata)
  if (!other) {
    byWikidata.set(declaration.wikidata, entity)
    return
  }
  const params = { wikidata: declaration.wikidata, other: other.id }
  check.report('duplicate-wikidata', wikidataPlace(declaration), params, relatedWikidata(other))
}

function relatedWikidata(entity: DeclaredEntity) {
  const declaration = entity.declarations.find(({ wikidata }) => wikidata !== undefined)
  return declaration ? [{ message: `\`${entity.id}\` has it here.`, place: wikidataPlace(declaration) }] : []
}

function wikidataPlace({ draft }: EntityDeclaration) {
  const entry = draft.map?.entries.find(({ key }) => key === 'wikidata')
  return entry ? placeOf(draft.file, entry.value) : placeOfKey(draft.file, draft.key)
}

/** The entity that its declarations make together; undefined where its type is at fault. */
export function buildEntity(entity: DeclaredEntity, check: Check): Entity | undefined {
  const { id, declarations } = entity
  const type = check.schema.types.get(entity.type ?? '')
  if (!type || check.damagedTypes.has(type.name)) return undefined
  const first = <V>(read: (declaration: EntityDeclaration) => V | undefined) =>
    firstDefined(declarations, read)
  const wikidata = first((declaration) => declaration.wikidata)
  const note = first((declaration) => declaration.note)
  return {
    id,
    type: type.name,
    name: first(({ name }) => name) ?? id,
    aliases: firstAliases(declarations),
    ...(wikidata !== undefined && { wikidata }),
    ...(note !== undefined && { note }),
    properties: readEntityProperties(declarations, type, check),
  }
}

function firstDefined<V>(
  declarations: readonly EntityDeclaration[],
  read: (declaration: EntityDeclaration) => V | undefined,
): V | undefined {
  for (const declaration of declarations) {
    const value = read(declaration)
    if (value !== undefined) return value
  }
  return undefined
}

/** Declarations that agree may list aliases in another order: the same one is taken whatever the order of files. */
function firstAliases(declarations: readonly EntityDeclaration[]): readonly string[] {
  const lists = declarations.flatMap(({ aliases }) => (aliases ? [aliases] : []))
  const byText = (a: readonly string[], b: readonly string[]) =>
    JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
  return lists.sort(byText)[0] ?? []
}

/** Each property where it is declared first; what is required may stand in any declaration. */
function readEntityProperties(
  declarations: readonly EntityDeclaration[],
  type: EntityType,
  check: Check,
): PropertyValues {
  const seen = new Set<string>()
  const entries: WrittenProperty[] = []
  for (const { draft, properties } of declarations) {
    for (const entry of properties) {
      const key = nfc(entry.key)
      const written = { key, entry, file: draft.file }
      if (seen.has(key)) checkValue(written, type.properties, check)
      else entries.push(written)
      seen.add(key)
    }
  }
  const [first] = declarations
  if (!first) return {}
  const place = placeOfKey(first.draft.file, first.draft.key)
  const owner = { name: type.name, properties: type.properties, builtInKeys: entityKeys, place }
  return readProperties(entries, owner, check)
}
