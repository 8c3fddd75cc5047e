/** Functions on nodes, relationships and paths. */
import type { Context } from '../context.ts'
import {
  isEntity,
  isKind,
  isMap,
  type NodeValue,
  type PathValue,
  type RelationshipValue,
  type Value,
  type ValueMap,
} from '../value.ts'
import { entityProperties, propertyKeysOf, type Entity } from '../values/entities.ts'
import { wrongArgument } from './arguments.ts'
import type { FunctionDefinition } from './definition.ts'

/** The functions on nodes, relationships and paths. */
export const graphFunctions: readonly FunctionDefinition[] = [
  {
    name: 'id',
    parameters: [['node', 'relationship']],
    result: 'integer',
    call: ([entity]) => BigInt(entityOf('id', entity).id),
  },
  {
    name: 'elementId',
    parameters: [['node', 'relationship']],
    result: 'string',
    call: ([given], { graph }) => {
      const entity = entityOf('elementId', given)
      return entity.kind === 'node' ? graph.nodeElementId(entity.id) : graph.relationshipElementId(entity.id)
    },
  },
  {
    name: 'labels',
    parameters: [['node']],
    result: 'list',
    call: ([node], { graph }) => graph.labelsOf(nodeOf('labels', node).id),
  },
  {
    name: 'type',
    parameters: [['relationship']],
    result: 'string',
    call: ([relationship], { graph }) => graph.typeOf(relationshipOf('type', relationship).id),
  },
  {
    name: 'startNode',
    parameters: [['relationship']],
    result: 'node',
    call: ([relationship], context) =>
      context.node(context.graph.startOf(relationshipOf('startNode', relationship).id)),
  },
  {
    name: 'endNode',
    parameters: [['relationship']],
    result: 'node',
    call: ([relationship], context) =>
      context.node(context.graph.endOf(relationshipOf('endNode', relationship).id)),
  },
  {
    name: 'keys',
    parameters: [['node', 'relationship', 'map']],
    result: 'list',
    call: ([value], context) => keysOf(mapOrEntityOf('keys', value), context),
  },
  {
    name: 'properties',
    parameters: [['node', 'relationship', 'map']],
    result: 'map',
    call: ([value], context) => propertiesOf(mapOrEntityOf('properties', value), context),
  },
  {
    name: 'nodes',
    parameters: [['path']],
    result: 'list',
    call: ([path]) => pathOf('nodes', path).nodes,
  },
  {
    name: 'relationships',
    parameters: [['path']],
    result: 'list',
    call: ([path]) => pathOf('relationships', path).relationships,
  },
  {
    name: 'length',
    parameters: [['path']],
    result: 'integer',
    call: ([path]) => BigInt(pathOf('length', path).relationships.length),
  },
]

function keysOf(value: Entity | ValueMap, { graph }: Context): readonly string[] {
  return isMap(value) ? [...value.keys()] : propertyKeysOf(value, graph)
}

function propertiesOf(value: Entity | ValueMap, { graph }: Context): ValueMap {
  return isMap(value) ? value : entityProperties(value, graph)
}

function mapOrEntityOf(name: string, value: Value | undefined): Entity | ValueMap {
  if (value !== undefined && (isMap(value) || isEntity(value))) return value
  throw wrongArgument(name, 'a NODE, RELATIONSHIP or MAP', value)
}

function entityOf(name: string, value: Value | undefined): Entity {
  if (value !== undefined && isEntity(value)) return value
  throw wrongArgument(name, 'a NODE or RELATIONSHIP', value)
}

function nodeOf(name: string, value: Value | undefined): NodeValue {
  if (value !== undefined && isKind(value, 'node')) return value
  throw wrongArgument(name, 'a NODE', value)
}

function relationshipOf(name: string, value: Value | undefined): RelationshipValue {
  if (value !== undefined && isKind(value, 'relationship')) return value
  throw wrongArgument(name, 'a RELATIONSHIP', value)
}

function pathOf(name: string, value: Value | undefined): PathValue {
  if (value !== undefined && isKind(value, 'path')) return value
  throw wrongArgument(name, 'a PATH', value)
}
