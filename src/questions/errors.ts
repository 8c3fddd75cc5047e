/** What can be wrong with a question. Each message is one sentence on the fault and what to do about it. */
import type { NamedNode } from '../stores/graph-store.ts'

/** A name in a question fits nothing in the graph. */
export class UnknownNameError extends Error {
  override readonly name = 'UnknownNameError'
  /** The name as it was asked. */
  readonly text: string
  /** Nodes with a similar name, nearest first; often none. */
  readonly nearest: readonly NamedNode[]

  constructor(text: string, nearest: readonly NamedNode[]) {
    const hint =
      nearest.length > 0 ? `did you mean ${nodeList(nearest)}?` : 'ask for a handle, a name or an alias.'
    super(`\`${text}\` is not the name of anything in the graph: ${hint}`)
    this.text = text
    this.nearest = nearest
  }
}

/** A name in a question fits several nodes equally well. */
export class AmbiguousNameError extends Error {
  override readonly name = 'AmbiguousNameError'
  /** The name as it was asked. */
  readonly text: string
  /** The nodes that it fits, sorted by id. */
  readonly candidates: readonly NamedNode[]

  constructor(text: string, candidates: readonly NamedNode[]) {
    super(`\`${text}\` can mean ${nodeList(candidates)}: ask for the handle of the one you mean.`)
    this.text = text
    this.candidates = candidates
  }
}

/** A question is narrowed to a relation that the graph schema does not have. */
export class UnknownRelationError extends Error {
  override readonly name = 'UnknownRelationError'
  readonly relation: string
  /** Relations with a similar name, nearest first; often none. */
  readonly nearest: readonly string[]

  constructor(relation: string, nearest: readonly string[]) {
    const hint =
      nearest.length > 0
        ? `did you mean ${nearest.map((name) => `\`${name}\``).join(' or ')}?`
        : 'ask for one that the graph schema declares.'
    super(`\`${relation}\` is not a relation of the graph schema: ${hint}`)
    this.relation = relation
    this.nearest = nearest
  }
}

/** The day that a question is asked on is not a full day of the calendar. */
export class InvalidDayError extends RangeError {
  override readonly name = 'InvalidDayError'
  readonly text: string

  constructor(text: string) {
    super(`\`${text}\` is not a day of the calendar: write year, month and day, such as \`2024-08-02\`.`)
    this.text = text
  }
}

/** The most hops of a path are not a whole number from 1 on. */
export class InvalidHopsError extends RangeError {
  override readonly name = 'InvalidHopsError'
  readonly maxHops: number

  constructor(maxHops: number) {
    super(`a path cannot have ${maxHops} hops at most: ask for a whole number from 1 on, such as 3.`)
    this.maxHops = maxHops
  }
}

function nodeList(nodes: readonly NamedNode[]): string {
  const written = nodes.map(({ id, type, name }) =>
    name === id ? `\`${id}\` (${type})` : `\`${id}\` (${type}, ${name})`,
  )
  const last = written.pop() ?? ''
  return written.length > 0 ? `${written.join(', ')} or ${last}` : last
}
