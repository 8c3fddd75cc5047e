/** Documents of the graph schema's files → GraphSchema, which checks itself. */
import type { Report } from '../diagnostics/diagnostic.ts'
import { builtInTypes, type GraphSchema } from '../graph/schema.ts'
import type { YamlDocument } from '../yaml/yaml-node.ts'
import { buildRelations } from './build-relations.ts'
import { buildTypes } from './build-types.ts'
import type { SchemaCheck } from './check.ts'
import type { Declaration } from './drafts.ts'
import { readDrafts } from './read-drafts.ts'
import { keepDeclaredOnce } from './rules/declared-once.ts'
import { keepOwnTypeNames } from './rules/own-type-names.ts'

/** A graph schema, and what of it is at fault: faults that follow from these are not to be reported. */
export interface SchemaReading {
  readonly schema: GraphSchema
  /** Types with a fault of their own, or below one that has. They are in the schema as far as they can be read. */
  readonly damagedTypes: ReadonlySet<string>
  /** Relations with a fault of their own, or below one that has. */
  readonly damagedRelations: ReadonlySet<string>
  /** Texts, in NFC, that a reported fault kept from being read: names that occur in them are not unknown. */
  readonly failedTexts: readonly string[]
}

/** Reads and checks the documents of a graph schema. Their order is that in which faults and declarations are told. */
export function readSchema(documents: readonly YamlDocument[], report: Report): SchemaReading {
  const damaged = { type: new Set<string>(), relation: new Set<string>() }
  const damage = (kind: Declaration['kind'], name: string) => {
    // A declaration that takes a built-in name leaves what is built in as it is.
    if (kind === 'relation' || !builtInTypes.some((type) => type === name)) damaged[kind].add(name)
  }
  const drafts = readDrafts(documents, damage, report)
  const check: SchemaCheck = {
    types: keepDeclaredOnce(keepOwnTypeNames(drafts.types)),
    relations: keepDeclaredOnce(drafts.relations),
    failedTexts: drafts.failedTexts,
    isDamaged: (kind, name) => damaged[kind].has(name),
  }
  const types = buildTypes(check)
  const relations = buildRelations({ types, relations: new Map() }, check)
  return {
    schema: { types, relations },
    damagedTypes: damaged.type,
    damagedRelations: damaged.relation,
    failedTexts: drafts.failedTexts,
  }
}
