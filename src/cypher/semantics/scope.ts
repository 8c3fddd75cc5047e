/** Which names mean something at a place of the query. */
import type { Variable } from './analysis.ts'
import type { KnownType } from './known-type.ts'

/** What a name stands for. */
export interface Binding {
  readonly variable: Variable
  /** Tells of lists also what is known of their items. */
  readonly type: KnownType
}

/** Names, and those around them. The clauses of a query add theirs as they come. */
export interface Scope {
  readonly names: Map<string, Binding>
  /** What is seen where a name is not found here. */
  readonly outer: Scope | undefined
  /** What is around is seen by the first clause only, a WITH that imports. */
  readonly isImporting?: true
}

/** A scope without names of its own. */
export function scopeIn(outer?: Scope): Scope {
  return { names: new Map(), outer }
}

/** A scope in which a WITH takes over names from around it; what it leaves out is not seen any longer. */
export function importingScope(outer: Scope): Scope {
  return { names: new Map(), outer, isImporting: true }
}

/** What a name stands for at a place; undefined where it is not known there. */
export function lookUp(name: string, scope: Scope | undefined): Binding | undefined {
  for (let at = scope; at; at = at.outer) {
    const binding = at.names.get(name)
    if (binding) return binding
  }
  return undefined
}

/** All names that are known at a place. */
export function namesIn(scope: Scope | undefined): Set<string> {
  const names = new Set<string>()
  for (let at = scope; at; at = at.outer) for (const name of at.names.keys()) names.add(name)
  return names
}
