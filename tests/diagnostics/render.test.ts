import { describe, expect, test } from 'vitest'
import { createDiagnostic } from '../../src/diagnostics/diagnostic.ts'
import { renderGitHub, renderText } from '../../src/diagnostics/render.ts'

/** A diagnostic about the first `part` of a text. */
function about(text: string, part: string, name = 'data/a.yaml') {
  const start = text.indexOf(part)
  return createDiagnostic(
    'unknown-name',
    { file: { name, text }, start, end: start + part.length },
    { name: part, nearest: [], isSource: false },
  )
}

describe('A diagnostic as text', () => {
  test('shows the line and marks the part that is meant, by code points', () => {
    expect(renderText([about('claims:\r\n  - 𝒜 —meets→ Zoë\r\n', 'Zoë')])).toBe(
      `data/a.yaml:2:15  error  unknown-name
  No entity or claim is called \`Zoë\`.
  2 |   - 𝒜 —meets→ Zoë
    |               ^^^
  hint: declare it under \`entities:\`, or give the claim meant an \`id\`
`,
    )
  })

  test('marks wide characters over their whole width, and none for marks', () => {
    const lines = renderText([about('- 中国 —meets→ e\u0301a', '中国'), about('- e\u0301 x', 'x')]).split(
      '\n',
    )
    expect(lines[3]).toBe('    |   ^^^^')
    expect(lines[9]).toBe('    |     ^')
  })

  test('shows what cannot be seen, so that it does no harm to a terminal', () => {
    const text = '- a\u202Eb\u001B[31m\tc'
    expect(
      renderText([about(text, 'c', 'data/\u001B[2J.yaml')])
        .split('\n')
        .slice(0, 3),
    ).toEqual([
      'data/<U+001B>[2J.yaml:1:12  error  unknown-name',
      '  No entity or claim is called `c`.',
      '  1 | - a<U+202E>b<U+001B>[31m c',
    ])
  })

  test('shows a part of a long line', () => {
    const frame = renderText([about(`${'x'.repeat(500)}here${'y'.repeat(500)}`, 'here')]).split('\n')[2] ?? ''
    expect(frame).toMatch(/^ {2}1 \| …x{30}herey{66}…$/)
  })

  test('has colours only when asked', () => {
    expect(renderText([about('- a', 'a')])).not.toContain('\u001B[')
    expect(renderText([about('- a', 'a')], { color: true })).toContain('\u001B[31merror\u001B[39m')
  })

  test('shows related places', () => {
    const file = { name: 'data/a.yaml', text: 'a: 1\nb: 2\n' }
    const diagnostic = createDiagnostic('duplicate-key', { file, start: 5, end: 6 }, { key: 'b' }, [
      { message: 'It stands here first.', place: { file, start: 0, end: 1 } },
    ])
    expect(renderText([diagnostic]).split('\n').slice(-5)).toEqual([
      '  hint: put both values under one key, or remove one of them',
      '  data/a.yaml:1:1  It stands here first.',
      '  1 | a: 1',
      '    | ^',
      '',
    ])
  })
})

test('A diagnostic for GitHub escapes what its workflow commands give a meaning', () => {
  expect(renderGitHub([about('- 100%\n', '100%', 'data/a,b:c.yaml')])).toBe(
    '::error file=data/a%2Cb%3Ac.yaml,line=1,endLine=1,col=3,endColumn=7,title=unknown-name::No entity or claim is called `100%25`.%0Ahint: declare it under `entities:`, or give the claim meant an `id`\n',
  )
})
