/** Whether names occur in an expression, before its names are resolved. */
import type { Expression } from '../syntax/ast.ts'

/** Whether any variable is named in an expression that is meant; with nested patterns and queries. */
export function mentions(expression: Expression, isMeant: (name: string) => boolean): boolean {
  const open: object[] = [expression]
  for (let node = open.pop(); node; node = open.pop()) {
    const name = nameIn(node)
    if (name !== undefined && isMeant(name)) return true
    for (const value of Object.values<unknown>({ ...node })) {
      if (typeof value === 'object' && value !== null) open.push(value)
    }
  }
  return false
}

/** The name of the variable that a node is or has. */
function nameIn(node: object): string | undefined {
  if ('kind' in node && node.kind === 'variable' && 'name' in node) return textOf(node.name)
  if ('kind' in node && node.kind === 'map projection' && 'subject' in node) return textOf(node.subject)
  return 'variable' in node ? textOf(node.variable) : undefined
}

function textOf(name: unknown): string | undefined {
  if (typeof name === 'string') return name
  const isName = typeof name === 'object' && name !== null && 'text' in name
  return isName && typeof name.text === 'string' ? name.text : undefined
}
