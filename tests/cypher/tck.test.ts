import { describe, expect, it } from 'vitest'
import { judge, judgeNames, readNotPassing } from './tck/not-passing.ts'
import { readFeatures } from './tck/read-features.ts'
import { runScenario } from './tck/run-scenario.ts'
import { findTck, tckHint } from './tck/tck-folder.ts'

const tck = findTck()

describe.skipIf(!tck)(tck ? 'the openCypher TCK' : `the openCypher TCK (${tckHint})`, () => {
  const features = tck ? readFeatures(tck.features) : []
  const list = readNotPassing()

  it.each(features.map(({ file, scenarios }) => [file, scenarios] as const))('%s', async (_, scenarios) => {
    const wrong: string[] = []
    for (const scenario of scenarios) {
      const complaint = judge(scenario.id, await runScenario(scenario, tck?.graphs ?? ''), list)
      if (complaint !== undefined) wrong.push(complaint)
    }
    expect(wrong.join('\n\n')).toBe('')
  })

  it('has the scenarios that are listed as not passing', () => {
    const ids = features.flatMap(({ scenarios }) => scenarios.map(({ id }) => id))
    expect(judgeNames(new Set(ids), list)).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })
})
