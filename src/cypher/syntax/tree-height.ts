/** Refuses syntax trees that are too high for passes that call themselves. */
import { nestingTooDeep } from './parser-state.ts'

/** The most nodes from the root of a tree to a leaf. The left operands of a chain of operators count as one. */
export const heightLimit = 500

interface Entry {
  readonly node: object
  readonly height: number
}

/** Throws a SyntaxError where a syntax tree is too high. A chain such as `1 + 1 + 1 + …` is not. */
export function refuseTallTree(root: object): void {
  const entries: Entry[] = [{ node: root, height: 0 }]
  for (let entry = entries.pop(); entry; entry = entries.pop()) {
    if (entry.height > heightLimit) throw nestingTooDeep(placeOf(entry.node))
    pushChildren(entry, entries)
  }
}

function pushChildren({ node, height }: Entry, entries: Entry[]): void {
  if (Array.isArray(node)) {
    for (const child of node) if (isObject(child)) entries.push({ node: child, height })
    return
  }
  const parts = node as Readonly<Record<string, unknown>>
  for (const key in parts) {
    const child = parts[key]
    if (!isObject(child)) continue
    entries.push({ node: child, height: isLeftOperand(node, key, child) ? height : height + 1 })
  }
}

function isLeftOperand(node: object, key: string, child: object): boolean {
  return key === 'left' && isBinary(node) && isBinary(child)
}

function isBinary(node: object): boolean {
  return 'kind' in node && node.kind === 'binary'
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function placeOf(node: object): { start: number; end: number } {
  const start = 'start' in node && typeof node.start === 'number' ? node.start : 0
  const end = 'end' in node && typeof node.end === 'number' ? node.end : start
  return { start, end }
}
