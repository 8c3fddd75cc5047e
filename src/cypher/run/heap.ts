/** A binary heap, which has at hand which of its items comes last in an order. */

/** Items, the last of the order first; each comes after both at twice its place plus one and plus two, or is as good. */
export interface Heap<Item> {
  readonly items: readonly Item[]
  readonly add: (item: Item) => void
  /** Takes the last one out and this one in. */
  readonly replaceLast: (item: Item) => void
  /** All items in order. */
  readonly sorted: () => readonly Item[]
}

/** An empty heap for this order. */
export function beginHeap<Item>(compare: (a: Item, b: Item) => number): Heap<Item> {
  const items: Item[] = []
  return {
    items,
    add: (item) => {
      items.push(item)
      rise(items, compare)
    },
    replaceLast: (item) => {
      items[0] = item
      sink(items, compare)
    },
    sorted: () => items.toSorted(compare),
  }
}

/** Moves the item at the end to where it belongs. */
function rise<Item>(items: Item[], compare: (a: Item, b: Item) => number): void {
  let place = items.length - 1
  while (place > 0) {
    const parent = (place - 1) >> 1
    if (compare(items[place] as Item, items[parent] as Item) <= 0) return
    swap(items, place, parent)
    place = parent
  }
}

/** Moves the item at the begin to where it belongs. */
function sink<Item>(items: Item[], compare: (a: Item, b: Item) => number): void {
  let place = 0
  for (;;) {
    const left = 2 * place + 1
    if (left >= items.length) return
    const right = left + 1
    const isRight = right < items.length && compare(items[right] as Item, items[left] as Item) > 0
    const child = isRight ? right : left
    if (compare(items[child] as Item, items[place] as Item) <= 0) return
    swap(items, place, child)
    place = child
  }
}

function swap(items: unknown[], a: number, b: number): void {
  const item = items[a]
  items[a] = items[b]
  items[b] = item
}
