/** The public surface of the library. */
export { buildGraph, type ProjectPlaces } from './project/build-graph.ts'
export { checkTexts, type TextPlaces } from './project/check-texts.ts'
export { ProjectError } from './project/project-error.ts'
export type { BuildResult, Summary } from './project/check-project.ts'
export type { Diagnostic, Related, Severity } from './diagnostics/diagnostic.ts'
export type { Position, Range } from './diagnostics/source-file.ts'
export type { Code } from './diagnostics/catalogue.ts'
export { renderGitHub, renderText, type RenderOptions } from './diagnostics/render.ts'
export { sarifLog } from './diagnostics/sarif.ts'
export type {
  Bounds,
  Claim,
  Entity,
  KnowledgeGraph,
  PropertyValue,
  PropertyValues,
  Quote,
  Source,
} from './graph/knowledge-graph.ts'
export type { EntityType, GraphSchema, Property, PropertyKind, Relation, Stance } from './graph/schema.ts'
export { memoryStore, type MemoryStore } from './stores/memory-store.ts'
export type {
  Bearing,
  BearingQuery,
  ClaimEdge,
  Clashes,
  CypherOptions,
  GraphStore,
  NamedNode,
  NameMatches,
  Things,
} from './stores/graph-store.ts'
export { neo4jStore, type Neo4jStoreOptions } from './stores/neo4j/neo4j-store.ts'
export { loadIntoNeo4j } from './stores/neo4j/load-into-neo4j.ts'
export type { LoadOptions } from './stores/neo4j/load/load.ts'
export type { Changes, KeptNode, LoadReport, Missing } from './stores/neo4j/load/report.ts'
export { DatabaseError, type DatabaseProblem } from './stores/neo4j/database-error.ts'
export type {
  CypherBytes,
  CypherMap,
  CypherNode,
  CypherNotice,
  CypherParameter,
  CypherPath,
  CypherPoint,
  CypherRelationship,
  CypherResult,
  CypherTemporal,
  CypherValue,
} from './cypher/result.ts'
export { CypherError, type CypherErrorClass } from './cypher/cypher-error.ts'
export { cypherJson } from './cypher/result-json.ts'
export { renderCypherError, renderCypherNotice } from './cypher/syntax/render-error.ts'
export { stanceOf } from './questions/stance-of.ts'
export type {
  DecidedStance,
  LeftOutEntry,
  StanceAnswer,
  StanceOnClaim,
  StanceOptions,
} from './questions/stance-of.ts'
export type { StanceEntry } from './questions/stance-entries.ts'
export type { LeftOutReason, StanceResult } from './questions/settle.ts'
export type { PathStep } from './questions/speaking.ts'
export {
  stancesOn,
  type Camp,
  type StanceRow,
  type StancesAnswer,
  type StancesOptions,
  type UnknownRow,
} from './questions/stances-on.ts'
export {
  stanceTimeline,
  type TimelineAnswer,
  type TimelineEntry,
  type TimelineOptions,
} from './questions/stance-timeline.ts'
export {
  relationships,
  type Relationship,
  type RelationshipsAnswer,
  type RelationshipsOptions,
} from './questions/relationships.ts'
export { paths, type Hop, type Path, type PathsAnswer, type PathsOptions } from './questions/paths.ts'
export {
  contradictions,
  type Contradiction,
  type ContradictionsAnswer,
  type ContradictionsOptions,
  type ExclusiveClaims,
  type ExclusiveSide,
  type OpposedClaim,
  type OpposedStances,
} from './questions/contradictions.ts'
export type { ClaimRecord, EntityRecord, Resolved, SourceRecord } from './questions/answer-records.ts'
export {
  AmbiguousNameError,
  InvalidDayError,
  InvalidHopsError,
  UnknownNameError,
  UnknownRelationError,
} from './questions/errors.ts'
export { toGexf } from './exports/gexf.ts'
export { ExportError } from './exports/export-error.ts'
export type { ViewOptions } from './graph/property-graph.ts'
export { toJsonLines } from './exports/jsonl.ts'
export { claimsJsonSchema } from './exports/json-schema.ts'
export { schemaMarkdown } from './exports/schema-markdown.ts'
export { toGraphml } from './exports/graphml.ts'
export { toCsv, type CsvOptions, type CsvTables } from './exports/csv.ts'
export { toNeo4jAdmin } from './exports/neo4j-admin.ts'
export { toCypherScript } from './exports/cypher.ts'
export type { Neo4jExportOptions } from './exports/neo4j-records.ts'
