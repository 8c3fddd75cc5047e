/** Gives every node a place and a size, so that a graph can be looked at before any layout is run. */

/** Where a node lies, and its radius. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly size: number
}

const goldenAngle = Math.PI * (3 - Math.sqrt(5))

/** How many times its own size a node keeps around itself. */
const spread = 3

/**
 * Lays nodes out as a sunflower does its seeds (Vogel, Mathematical Biosciences 44, 1979), the best connected in the
 * middle, each on as much ground as its size asks for. Areas grow with the degree. The same degrees always give the
 * same picture.
 */
export function sunflower(degrees: ReadonlyMap<string, number>): Map<string, Spot> {
  const spots = new Map<string, Spot>()
  let ground = 0
  for (const [id, degree] of [...degrees].sort(byDegree)) {
    const size = 4 + 2 * Math.sqrt(degree)
    const angle = spots.size * goldenAngle
    const distance = Math.sqrt(ground)
    spots.set(id, {
      x: round(distance * Math.cos(angle)),
      y: round(distance * Math.sin(angle)),
      size: round(size),
    })
    ground += (spread * size) ** 2
  }
  return spots
}

function byDegree([a, degreeOfA]: [string, number], [b, degreeOfB]: [string, number]): number {
  return degreeOfB - degreeOfA || (a < b ? -1 : 1)
}

/** Two decimals: more would show how an engine computes sines. */
function round(value: number): number {
  return Math.round(value * 100) / 100 + 0
}
