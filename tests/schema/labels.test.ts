import { expect, test } from 'vitest'
import { defaultLabel, isLabel } from '../../src/schema/labels.ts'

test('A relation’s label is its name in upper snake case', () => {
  const labels = {
    recognizes: 'RECOGNIZES',
    'declares winner': 'DECLARES_WINNER',
    'acknowledges  win of': 'ACKNOWLEDGES_WIN_OF',
    'co-sponsors': 'CO_SPONSORS',
    "votes 'no' (twice)": 'VOTES_NO_TWICE',
    übergibt: 'ÜBERGIBT',
    'отрицает факт': 'ОТРИЦАЕТ_ФАКТ',
    支持: '支持',
    'हिन्दी में': 'हिन्दी_में',
    groß: 'GROSS',
    'meets 2 times': 'MEETS_2_TIMES',
    '2 by 2': '_2_BY_2',
    __proto__: '__PROTO__',
    '!?': '',
  }
  for (const [name, label] of Object.entries(labels)) {
    expect(defaultLabel(name)).toBe(label)
    expect(isLabel(label)).toBe(label !== '')
  }
})
