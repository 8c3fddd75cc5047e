import { expect, test } from 'vitest'
import { collectDiagnostics, type Report } from '../../src/diagnostics/diagnostic.ts'
import type { SourceFile } from '../../src/diagnostics/source-file.ts'
import { readBoolean, readKeys, readList, readMap, readNumber, readText } from '../../src/yaml/read-values.ts'
import { readYaml } from '../../src/yaml/read-yaml.ts'
import type { YamlNode } from '../../src/yaml/yaml-node.ts'
import { faultLine } from './read-text.ts'

type Reader = (node: YamlNode, file: SourceFile, report: Report) => unknown

/** What a reader makes of each item of a list, and the faults. */
function readEach(text: string, reader: Reader): { values: unknown[]; faults: string[] } {
  const { diagnostics, report } = collectDiagnostics()
  const file = { name: 'a.yaml', text }
  const root = readYaml(file, report)[0]?.root
  const values = root?.kind === 'list' ? root.items.map((item) => reader(item, file, report)) : []
  return { values, faults: diagnostics.map(faultLine) }
}

test('a map is expected', () => {
  expect(readEach('- x\n- [x]\n-\n- {a: 1}\n', readMap)).toMatchObject({
    values: [undefined, undefined, undefined, [{ key: 'a' }]],
    faults: [
      '1:3-1:4 error expected-map: A text stands where a map is expected.',
      '2:3-2:6 error expected-map: A list stands where a map is expected.',
      '3:2-3:2 error expected-map: Nothing stands where a map is expected.',
    ],
  })
})

test('a list is expected', () => {
  expect(readEach('- x\n- {a: 1}\n- []\n', readList)).toEqual({
    values: [undefined, undefined, []],
    faults: [
      '1:3-1:4 error expected-list: A text stands where a list is expected.',
      '2:3-2:9 error expected-list: A map stands where a list is expected.',
    ],
  })
})

test('a text is expected', () => {
  expect(readEach('- 054\n- ""\n- [x]\n-\n', readText)).toEqual({
    values: ['054', '', undefined, undefined],
    faults: [
      '3:3-3:6 error expected-text: A list stands where a text is expected.',
      '4:2-4:2 error expected-text: Nothing stands where a text is expected.',
    ],
  })
})

test('true or false is expected', () => {
  expect(readEach('- true\n- false\n- yes\n- "true"\n- []\n', readBoolean)).toEqual({
    values: [true, false, undefined, undefined, undefined],
    faults: [
      '3:3-3:6 error expected-boolean: Here stands `yes`, not `true` or `false`.',
      '4:3-4:9 error expected-boolean: Here stands a text in quotes, not `true` or `false`.',
      '5:3-5:5 error expected-boolean: Here stands a list, not `true` or `false`.',
    ],
  })
})

test('a number is expected', () => {
  expect(readEach('- 51.2\n- -3\n- 1e3\n- 054\n- "1"\n- ten\n- 1e999\n- 0x10\n', readNumber)).toEqual({
    values: [51.2, -3, 1000, undefined, undefined, undefined, undefined, undefined],
    faults: [
      '4:3-4:6 error expected-number: Here stands `054`, not a number.',
      '5:3-5:6 error expected-number: Here stands a text in quotes, not a number.',
      '6:3-6:6 error expected-number: Here stands `ten`, not a number.',
      '7:3-7:8 error expected-number: Here stands `1e999`, not a number.',
      '8:3-8:7 error expected-number: Here stands `0x10`, not a number.',
    ],
  })
})

test('keys that are not known are reported and left out', () => {
  const readPerson: Reader = (node, file, report) => [
    ...(readKeys(node, ['name', 'aliases'], 'a person', file, report) ?? []).keys(),
  ]
  expect(readEach('- {alias: x, name: y, __proto__: z}\n', readPerson)).toEqual({
    values: [['name']],
    faults: [
      '1:4-1:9 error unknown-key: `alias` is not a key of a person.',
      '1:23-1:32 error unknown-key: `__proto__` is not a key of a person.',
    ],
  })
})
