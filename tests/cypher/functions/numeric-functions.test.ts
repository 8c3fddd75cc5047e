import { describe, expect, test } from 'vitest'
import type { Value } from '../../../src/cypher/value.ts'
import { call, faultOf } from './test-context.ts'

describe('functions on numbers', () => {
  test.each<[string, Value[], Value]>([
    ['abs', [-1n], 1n],
    ['abs', [-1.5], 1.5],
    ['sign', [-0.5], -1n],
    ['sign', [0n], 0n],
    ['sign', [NaN], 0n],
    ['ceil', [0.1], 1],
    ['ceil', [2n], 2],
    ['floor', [-0.1], -1],
    ['sqrt', [12.96], 3.6],
    ['sqrt', [-1n], NaN],
    ['isNaN', [NaN], true],
    ['isNaN', [1n], false],
    ['isNaN', [null], null],
    ['round', [3.5], 4],
    ['round', [-1.5], -1],
    ['round', [-0.2], 0],
    ['round', [5n], 5],
    ['round', [3.141592, 3n], 3.142],
    ['round', [-1.55, 1n], -1.6],
    ['round', [1.005, 2n], 1.01],
    ['round', [1e22, 2n], 1e22],
    ['round', [1.5e-7, 3n], 0],
    ['round', [Infinity, 2n], Infinity],
    ['round', [1.249, 1n, 'UP'], 1.3],
    ['round', [1.251, 1n, 'DOWN'], 1.2],
    ['round', [-1.251, 1n, 'CEILING'], -1.2],
    ['round', [-1.251, 1n, 'FLOOR'], -1.3],
    ['round', [1.25, 1n, 'HALF_DOWN'], 1.2],
    ['round', [1.25, 1n, 'HALF_EVEN'], 1.2],
    ['round', [1.35, 1n, 'HALF_EVEN'], 1.4],
    ['round', [2.5, 0n, 'HALF_EVEN'], 2],
    ['round', [9.99, 1n], 10],
    ['e', [], Math.E],
    ['exp', [0n], 1],
    ['log', [1n], 0],
    ['log10', [1000n], 3],
    ['pi', [], Math.PI],
    ['sin', [0n], 0],
    ['cos', [0n], 1],
    ['cot', [0n], Infinity],
    ['atan2', [1n, 1n], Math.PI / 4],
    ['degrees', [Math.PI], 180],
    ['radians', [180n], Math.PI],
    ['haversin', [0n], 0],
    ['acos', [2n], NaN],
    ['tanh', [0n], 0],
  ])('%s(%o): %d', (name, given, expected) => {
    expect(call(name, given)).toStrictEqual(expected)
  })

  test.each<[string, Value[], string]>([
    ['abs', ['a'], 'TypeError InvalidArgumentValue: abs() takes a number, but is given a STRING.'],
    ['abs', [-(2n ** 63n)], 'ArithmeticError IntegerOverflow'],
    ['sin', [true], 'TypeError InvalidArgumentValue'],
    ['round', [1.5, -1n], 'ArgumentError NumberOutOfRange: round() cannot have a precision of -1.'],
    ['round', [1.5, 1n, 'NEAREST'], 'ArgumentError InvalidArgumentValue: round() has no mode `NEAREST`.'],
  ])('%s(%o) is an error', (name, given, message) => {
    expect(faultOf(() => call(name, given))).toContain(message)
  })

  test('rand() is from 0 to 1', () => {
    const value = call('rand', [])
    expect(value).toBeGreaterThanOrEqual(0)
    expect(value).toBeLessThan(1)
  })
})
