/** Which relationship types a graph has in Neo4j. */
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { structuralLabels, type GraphSchema } from '../graph/schema.ts'

/** The relationship types of the graph's claims and of what ties Claim nodes to others. */
export function typesUsed({ schema, claims }: KnowledgeGraph): ReadonlySet<string> {
  const relations = new Set(Array.from(claims.values(), ({ relation }) => relation))
  const labels = Array.from(relations, (relation) => schema.relations.get(relation)?.label ?? relation)
  return new Set([...structuralLabels, ...labels])
}

/** The relationship types that a graph of this schema can have. */
export function typesOfSchema({ relations }: GraphSchema): ReadonlySet<string> {
  const labels = Array.from(relations.values()).flatMap(({ abstract, label }) => (abstract ? [] : [label]))
  return new Set([...structuralLabels, ...labels])
}

/** The relationship types that the graph can have by its schema, or does have. */
export function typesOf(graph: KnowledgeGraph): ReadonlySet<string> {
  return new Set([...typesOfSchema(graph.schema), ...typesUsed(graph)])
}
