/** docs/coding-guide.md: every example checks as it says, and answers what stands beneath it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { checkTexts } from '../../src/project/check-texts.ts'
import { stanceOf, type StanceAnswer } from '../../src/questions/stance-of.ts'
import { memoryStore } from '../../src/stores/memory-store.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const guide = readFileSync(`${root}docs/coding-guide.md`, 'utf8').replaceAll('\r\n', '\n')

/** A fenced block of the guide. */
interface Block {
  /** What stands after the opening fence, such as `yaml wrong`. */
  readonly info: string
  readonly text: string
  /** The line of its opening fence. */
  readonly line: number
  /** The last line of text before it. */
  readonly before: string
  /** What its comments with `→` say is answered. */
  readonly answers: readonly string[]
}

const blocks = Array.from(guide.matchAll(/^```(.+)\n([^]*?)^```$/gm), toBlock)
const [preamble, ...examples] = blocks.filter(({ info }) => /^yaml( |$)/.test(info))
const right = examples.filter(({ info }) => info === 'yaml')
const wrong = examples.filter(({ info }) => info === 'yaml wrong')

/** The shared files of all examples: the schema that is shipped, the entities, and the texts of sources. */
const shared: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(`${root}graph-schema`).map((name) => [
      `graph-schema/${name}`,
      readFileSync(`${root}graph-schema/${name}`, 'utf8'),
    ]),
  ),
  'data/entities.yaml': preamble?.text ?? '',
  ...Object.fromEntries(
    blocks
      .filter(({ info }) => info.startsWith('text '))
      .map(({ info, text }) => [`data/${info.slice('text '.length)}`, text]),
  ),
}

function toBlock({ index, 1: info = '', 2: text = '' }: RegExpExecArray): Block {
  const above = guide.slice(0, index).trimEnd().split('\n')
  return {
    info,
    text,
    line: guide.slice(0, index).split('\n').length,
    before: above.at(-1) ?? '',
    answers: Array.from(text.matchAll(/^# → (.*)$/gm), ([, answer = '']) => answer),
  }
}

function check(example: string) {
  return checkTexts({ ...shared, 'data/example.yaml': example })
}

async function graphOf(example: string): Promise<KnowledgeGraph> {
  const built = await check(example)
  if (!built.ok) throw new Error(JSON.stringify(built.diagnostics))
  return built.graph
}

/** What an answer calls a thing: the name of an entity, or the triple of a claim as «…». */
function nameIn({ entities }: StanceAnswer, id: string): string {
  const { type, name = id } = entities[id] ?? {}
  return type === 'Claim' ? `«${name}»` : name
}

/** The answer to the question that a line begins with, written like that line. */
async function answerLine(line: string, graph: KnowledgeGraph): Promise<string> {
  const [, holder = '', target = '', asOf = ''] = /^(.+?) on (.+), as of (\d{4}-\d\d-\d\d): /.exec(line) ?? []
  const claim = [...graph.claims.values()].find(
    ({ subject, relation, object }) => `«${subject} ${relation} ${object}»` === target,
  )
  const answer = await stanceOf(memoryStore(graph), holder, claim?.id ?? target, { asOf })
  const names = [answer.holder, answer.target].map((id) => nameIn(answer, id))
  return `${names.join(' on ')}, as of ${answer.asOf}: ${verdict(answer)}${remarks(answer)}`
}

function verdict({ stance, counts, orderUncertain }: StanceAnswer): string {
  const numbers = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  const mixed = stance === 'mixed' ? ` (${numbers.join(', ')})` : ''
  return `${stance}${mixed}${orderUncertain ? '; the dates do not say which came last' : ''}`
}

function remarks(answer: StanceAnswer): string {
  const { leftOut, dissent } = answer
  const parts = [
    ...leftOut.map(({ reason }) => `left out: ${reason}`),
    ...dissent.map(({ voice, stance }) => `differs: ${nameIn(answer, voice)} ${stance}`),
  ]
  return parts.length > 0 ? ` [${parts.join('; ')}]` : ''
}

describe('The coding guide', () => {
  it('has examples', () => {
    expect(right.length).toBeGreaterThan(15)
    expect(wrong.length).toBeGreaterThan(2)
    expect(right.length + wrong.length).toBe(examples.length)
  })

  it.each(right)('has an example without fault in line $line', async ({ text }) => {
    expect((await check(text)).diagnostics).toEqual([])
  })

  it.each(wrong)('has an example with exactly the fault it names in line $line', async ({ text, before }) => {
    const [, code] = /\(`([a-z-]+)`\)[^(]*:$/.exec(before) ?? []
    expect((await check(text)).diagnostics.map((one) => one.code)).toEqual([code])
  })

  it.each(right.filter(({ answers }) => answers.length > 0))(
    'has the answers to its example in line $line',
    async ({ text, answers }) => {
      const graph = await graphOf(text)
      expect(await Promise.all(answers.map((line) => answerLine(line, graph)))).toEqual(answers)
    },
  )

  it('has examples that are one project without fault when taken together', async () => {
    const files = right.map(({ text, line }) => [`data/line-${line}.yaml`, text] as const)
    expect((await checkTexts({ ...shared, ...Object.fromEntries(files) })).diagnostics).toEqual([])
  })
})

describe('The comparison of two coders in the coding guide', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'coders-'))
    const source = 'source: { id: daily, type: Article, published: 2024-05-02 }\nclaims:\n'
    const found = '  - { claim: Norland —recognizes→ Vesk, quote: one }\n'
    write('shared', preamble?.text ?? '')
    write('a', `${source}${found}  - Lind —supports→ road levy\n`)
    write('b', `${source}  - Lind —opposes→ road levy\n${found.replace('one', 'two')}`)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  function write(name: string, text: string): void {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'claims.yaml'), text)
  }

  function list(coder: string): string[] {
    const script = blocks.find(({ info }) => info === 'js')?.text ?? ''
    const places = ['shared', coder].map((name) => join(folder, name))
    const args = ['--input-type=module', '-e', script, ...places]
    return execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).trimEnd().split('\n')
  }

  it('lists what both have found in the same words, ids included', () => {
    const [[ownOfA, bothOfA], [ownOfB, bothOfB]] = [list('a'), list('b')]
    expect(ownOfA).toMatch(/^daily \| Lind \| supports \| road levy \| 2024-05-02 \| [a-z2-7]{16}$/)
    expect(ownOfB).toMatch(/^daily \| Lind \| opposes \| road levy \| 2024-05-02 \| [a-z2-7]{16}$/)
    expect(bothOfA).toMatch(/^daily \| Norland \| recognizes \| Vesk \| 2024-05-02 \| [a-z2-7]{16}$/)
    expect(bothOfB).toBe(bothOfA)
  })
})
