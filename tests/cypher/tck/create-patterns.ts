/** Does what CREATE does, in a graph of a setup. */
import type {
  LabelExpression,
  NodePattern,
  PathPattern,
  RelationshipPattern,
} from '../../../src/cypher/syntax/ast.ts'
import { parseStatement } from '../../../src/cypher/syntax/parse.ts'
import type { ValueMap } from '../../../src/cypher/value.ts'
import { tokensOf } from './query-tokens.ts'
import type { SetupGraph, SetupNode } from './setup-graph.ts'
import { type SetupRow, type SetupValue, evaluate } from './setup-rows.ts'

type Element = NodePattern | RelationshipPattern

/** What a CREATE makes in each row. */
interface Creation {
  readonly patterns: readonly PathPattern[]
  /** The text of the properties of each element that has some: `{name: 'A'}`. */
  readonly properties: ReadonlyMap<Element, string>
  /** Those that mention what this CREATE itself makes, so that they are evaluated in between. */
  readonly late: ReadonlySet<Element>
}

/** Creates the patterns in each row, and gives the rows with the variables that are new in them. */
export async function createAll(
  graph: SetupGraph,
  rows: readonly SetupRow[],
  patterns: string,
): Promise<readonly SetupRow[]> {
  const creation = parseCreation(patterns, rows[0])
  const early = [...creation.properties.keys()].filter((element) => !creation.late.has(element))
  const texts = early.map((element) => creation.properties.get(element) ?? '')
  const made: SetupRow[] = []
  for (const [index, values] of (await evaluate(graph, rows, texts)).entries()) {
    const properties = new Map(early.map((element, at) => [element, mapOf(values[at])]))
    made.push(await createIn({ graph, creation, row: new Map(rows[index]), properties }))
  }
  return made
}

function parseCreation(text: string, row: SetupRow | undefined): Creation {
  const query = `MATCH ${text}\nRETURN 1`
  const [clause] = parseStatement(query).query.parts[0]?.clauses ?? []
  if (clause?.kind !== 'match') throw new Error(`not a pattern: ${text}`)
  const elements = clause.patterns.flatMap((pattern) => [...pattern.nodes, ...pattern.relationships])
  const properties = new Map<Element, string>()
  for (const element of elements) {
    const map = element.properties
    if (map) properties.set(element, query.slice(map.start, map.end))
  }
  const made = new Set(elements.map(({ variable }) => variable?.text).filter((name) => !row?.has(name ?? '')))
  const late = [...properties].filter(([, map]) => tokensOf(map).some((token) => made.has(token.text)))
  return { patterns: clause.patterns, properties, late: new Set(late.map(([element]) => element)) }
}

/** The creation in one row, under way. */
interface Creating {
  readonly graph: SetupGraph
  readonly creation: Creation
  readonly row: Map<string, SetupValue>
  readonly properties: Map<Element, ValueMap>
}

async function createIn(creating: Creating): Promise<SetupRow> {
  for (const pattern of creating.creation.patterns) {
    let before: SetupNode | undefined
    for (const [index, element] of pattern.nodes.entries()) {
      const node = await nodeFor(creating, element)
      const between = pattern.relationships[index - 1]
      if (before && between) await createRelationship(creating, between, [before, node])
      before = node
    }
  }
  return creating.row
}

/** The node that the variable stands for, or a new one. */
async function nodeFor(creating: Creating, element: NodePattern): Promise<SetupNode> {
  const name = element.variable?.text
  const known = name === undefined ? undefined : creating.row.get(name)
  if (known !== undefined) return known as SetupNode
  const node = { labels: labelsIn(element.labels), properties: await propertiesOf(creating, element) }
  creating.graph.nodes.add(node)
  if (name !== undefined) creating.row.set(name, node)
  return node
}

async function createRelationship(
  creating: Creating,
  element: RelationshipPattern,
  [before, after]: readonly [SetupNode, SetupNode],
): Promise<void> {
  const [type = ''] = labelsIn(element.types)
  const [from, to] = element.direction === 'left' ? [after, before] : [before, after]
  const relationship = { type, from, to, properties: await propertiesOf(creating, element) }
  creating.graph.relationships.add(relationship)
  if (element.variable) creating.row.set(element.variable.text, relationship)
}

async function propertiesOf(
  { graph, creation, row, properties }: Creating,
  element: Element,
): Promise<ValueMap> {
  const late = creation.late.has(element) ? creation.properties.get(element) : undefined
  if (late === undefined) return properties.get(element) ?? new Map()
  const [values] = await evaluate(graph, [row], [late])
  return mapOf(values?.[0])
}

function mapOf(value: SetupValue | undefined): ValueMap {
  if (value instanceof Map) return value as ValueMap
  throw new Error('the properties are not a map')
}

/** `:A:B` as a list. */
function labelsIn(labels: LabelExpression | undefined): readonly string[] {
  if (!labels) return []
  if (labels.kind === 'label') return [labels.name]
  if (labels.kind === 'and labels') return [...labelsIn(labels.left), ...labelsIn(labels.right)]
  throw new Error(`nothing can be created with labels of the kind "${labels.kind}"`)
}
