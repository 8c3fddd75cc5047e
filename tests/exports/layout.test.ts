import { describe, expect, it } from 'vitest'
import { sunflower } from '../../src/exports/layout.ts'

describe('sunflower', () => {
  const degrees = new Map(Array.from({ length: 300 }, (_, index) => [`n${index}`, index % 40]))

  it('puts the best connected node in the middle and makes it the largest', () => {
    const spots = sunflower(new Map([...degrees, ['hub', 1000]]))
    expect(spots.get('hub')).toEqual({ x: 0, y: 0, size: 67.25 })
    expect(spots.get('n0')?.size).toBe(4)
  })

  it('keeps nodes apart', () => {
    const spots = [...sunflower(degrees).values()]
    for (const [index, a] of spots.entries()) {
      for (const b of spots.slice(index + 1)) {
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.size + b.size)
      }
    }
  })

  it('does not depend on the order of nodes', () => {
    const reversed = sunflower(new Map([...degrees].reverse()))
    expect(Object.fromEntries(reversed)).toEqual(Object.fromEntries(sunflower(degrees)))
  })
})
