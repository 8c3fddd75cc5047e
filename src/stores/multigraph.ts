/** Builds the graphology multigraph of a knowledge graph, with node ids of any text. */
import { MultiDirectedGraph } from 'graphology'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { edgesOf, nodesOf } from '../graph/property-graph.ts'

/**
 * The property graph of `graph` as a graphology multigraph. Node keys are ids; the key of a claim's edge is the
 * claim's id. Attributes are those of src/graph/property-graph.ts, and on nodes `type` and `labels`, on claim edges
 * `type`, the relationship type.
 */
export function buildMultigraph(graph: KnowledgeGraph): MultiDirectedGraph {
  const nodes = [...nodesOf(graph)]
  const multigraph = new MultiDirectedGraph()
  if (nodes.some(({ id }) => id in Object.prototype)) allowAnyKey(multigraph)
  for (const { id, type, labels, properties } of nodes) {
    multigraph.addNode(id, { ...properties, type, labels: [...labels] })
  }
  for (const { kind, id, label, from, to, properties } of edgesOf(graph)) {
    const attributes = kind === 'claim' ? { ...properties, type: label } : { ...properties }
    multigraph.addDirectedEdgeWithKey(id, from, to, attributes)
  }
  return multigraph
}

/** What graphology keeps per node: its edges by the key of their other end, in plain objects. */
interface NodeData {
  in: object
  out: object
  clear(): void
}

/**
 * graphology 0.26 asks plain objects for node keys, and so takes `constructor` or `__proto__` for a node that it
 * knows, and writes into `Object.prototype`. Objects without a prototype have no such keys, but neither have they
 * the `hasOwnProperty` that two of its methods call.
 */
function allowAnyKey(multigraph: MultiDirectedGraph): void {
  const internals = multigraph as unknown as {
    NodeDataClass: new (key: string, attributes: object) => NodeData
  }
  internals.NodeDataClass = class extends internals.NodeDataClass {
    override clear(): void {
      super.clear()
      this.in = Object.create(null) as object
      this.out = Object.create(null) as object
    }
  }
  const hasKey = multigraph.hasEdge.bind(multigraph)
  const hasEdge = (first: string, second?: string): boolean => {
    if (second === undefined) return hasKey(first)
    const known = multigraph.hasNode(first) && multigraph.hasNode(second)
    return known && multigraph.someOutEdge(first, second, () => true)
  }
  Object.assign(multigraph, { hasEdge, hasDirectedEdge: hasEdge })
}
