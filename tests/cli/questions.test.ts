import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runCommand } from './run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'stancegraph-questions-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Claims beside the background of the example data. */
function project(claims: string): string[] {
  const path = join(folder, 'claims.yaml')
  writeFileSync(path, `source: { id: wire, published: 2024-08-02 }\nclaims:\n${claims}`)
  return ['--data', path, '--data', 'data/background']
}

/** What a command prints that must end well. */
function printed(...args: readonly string[]): string {
  const { exitCode, stdout, stderr } = runCommand(args)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return stdout
}

const disagreeing = project(`
  - { claim: Boric —supports→ Maduro, date: 2024-05-10, quote: "yes,\\n  we do" }
  - { claim: Boric —opposes→ Maduro, date: 2024-05-10 }
  - { claim: Chile —supports→ Maduro, date: 2024-06-01/2024-06-30 }
  - { claim: Milei —opposes→ Maduro, date: 2024-07, on_behalf_of: Argentina }
  - { claim: Machado —supports→ Maduro, date: 2024-07-30, according_to: unnamed }
  - claim: CNE —declares winner→ Maduro
    date: 2024-07-29
    regarding: Venezuelan presidential election 2024
  - claim: Carter Center —declares winner→ González
    date: 2024-07-30
    regarding: Venezuelan presidential election 2024
`)

describe('stances', () => {
  test('prints the camps', () => {
    expect(printed('stances', 'gonzalez', '--as-of', '2024-12-31')).toBe(`\
Stances on Edmundo González Urrutia, as of 2024-12-31

  HOLDER               COUNTED    CLAIMS  NEWEST      DECIDING CLAIM

supports: 3
  United States        rolled up  1       2024-11-19  Antony Blinken recognizes
  European Parliament  own        1       2024-09-19  recognizes
  Antony Blinken       own        1       2024-11-19  recognizes

unknown: 2
  Venezuela                       0                   left out: attributed
  Nicolás Maduro                  0                   left out: attributed
`)
  })

  test('prints who is of two minds, and whose words no longer count', () => {
    expect(printed('stances', 'maduro', '--as-of', '2024-12-31', ...disagreeing)).toBe(`\
Stances on Nicolás Maduro, as of 2024-12-31

  HOLDER                COUNTED    CLAIMS                     NEWEST      DECIDING CLAIM

opposes: 2
  Argentina             rolled up  1                          2024-07     Javier Milei opposes
  Javier Milei          own        1                          2024-07     opposes

mixed: 1
  Gabriel Boric         own        2 (1 supports, 1 opposes)  2024-05-10  supports

unknown: 2
  Chile                            0                                      left out: ended
  María Corina Machado             0                                      left out: attributed
`)
  })

  test('can be narrowed, and says where nobody has said anything', () => {
    expect(
      printed(
        'stances',
        'González',
        '--as-of',
        '2024-12-31',
        '--no-roll-up',
        '--relation',
        'acknowledges win of',
      ),
    ).toBe(`\
Stances on Edmundo González Urrutia, as of 2024-12-31

  HOLDER          COUNTED  CLAIMS  NEWEST      DECIDING CLAIM

supports: 1
  Antony Blinken  own      1       2024-08-01  acknowledges win of
`)
    expect(printed('stances', 'González', '--as-of', '2020-01-01')).toBe(
      'Nobody has taken a stance on Edmundo González Urrutia, as of 2020-01-01.\n',
    )
  })

  test('prints JSON', () => {
    const answer = JSON.parse(printed('stances', 'CNE result', '--as-of', '2024-08-02', '--json')) as {
      target: string
      rows: { holder: string; stance: string }[]
    }
    expect(answer.target).toBe('CNE result')
    expect(answer.rows).toHaveLength(21)
    expect(answer.rows.find(({ holder }) => holder === 'US')).toMatchObject({
      stance: 'opposes',
      counted: 'rolledUp',
      deciding: 1,
    })
  })
})

describe('timeline', () => {
  test('prints a line a change', () => {
    expect(printed('timeline', 'united states', 'gonzalez')).toBe(`\
United States on Edmundo González Urrutia

  2024-08-01  supports  Antony Blinken recognizes and 1 more  “it recognized his claim to have defeated President Nicolás Maduro”
  2024-11-19  supports  Antony Blinken recognizes             “The Venezuelan people spoke resoundingly on July 28 and made”
`)
    expect(printed('timeline', 'US', 'CNE result')).toBe(`\
United States on Result announced by the CNE

  2024-07-29  withholds  Antony Blinken expresses concern over  “serious concerns”
  2024-08-01  opposes    Antony Blinken criticizes              “deeply flawed”
`)
  })

  test('prints gaps, claims whose day is not known, and quotes on one line', () => {
    expect(printed('timeline', 'Chile', 'Maduro', ...disagreeing)).toBe(`\
Chile on Nicolás Maduro

  2024-05-10  mixed (1 supports, 1 opposes)  Gabriel Boric supports and 1 more       “yes, we do”
  2024-06-01  supports                       Chile supports (2024-06-01/2024-06-30)
  2024-07-01  unknown                        what held until then has ended
`)
    expect(printed('timeline', 'Argentina', 'Maduro', ...disagreeing)).toBe(`\
Argentina on Nicolás Maduro

  2024-07-31  opposes  Javier Milei opposes (2024-07)
`)
  })

  test('says where there never was a stance', () => {
    expect(printed('timeline', 'France', 'CNE result')).toBe(
      'France has taken no stance on Result announced by the CNE on any day.\n',
    )
  })

  test('prints JSON', () => {
    const { entries } = JSON.parse(printed('timeline', 'US', 'González', '--json')) as {
      entries: { from: string; stance: string }[]
    }
    expect(entries.map(({ from, stance }) => [from, stance])).toEqual([
      ['2024-08-01', 'supports'],
      ['2024-11-19', 'supports'],
    ])
  })
})

describe('paths', () => {
  test('prints the ways with their claims', () => {
    expect(printed('paths', 'boric', 'borrell', '--max-hops', '2')).toBe(`\
1 path from Gabriel Boric to Josep Borrell, of at most 2 hops

Gabriel Boric · Result announced by the CNE · Josep Borrell
  2024-07-29  Gabriel Boric declines to recognize Result announced by the CNE  (withholds)
  2024-07-29  Gabriel Boric declines to recognize Result announced by the CNE  (withholds)
  2024-07-30  Josep Borrell expresses concern over Result announced by the CNE  (withholds)
`)
  })

  test('says where there is none', () => {
    expect(printed('paths', 'boric', 'borrell', '--max-hops', '1', '--as-of', '2024-07-29')).toBe(
      'No paths from Gabriel Boric to Josep Borrell, of 1 hop, as of 2024-07-29\n--max-hops looks further.\n',
    )
  })

  test('prints JSON', () => {
    expect(JSON.parse(printed('paths', 'Boric', 'Borrell', '--json'))).toMatchObject({
      a: 'Boric',
      b: 'Borrell',
      maxHops: 3,
      complete: true,
    })
  })

  test.each(['0', '-1', '1.5', 'many'])('refuses %s hops', (hops) => {
    expect(runCommand(['paths', 'Boric', 'Borrell', `--max-hops=${hops}`])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `stancegraph: --max-hops takes a whole number from 1 on, not \`${hops}\`.\n`,
    })
  })
})

describe('contradictions', () => {
  test('prints both sides of each', () => {
    expect(printed('contradictions', '--as-of', '2024-12-31', ...disagreeing)).toBe(`\
2 contradictions, as of 2024-12-31

Gabriel Boric both supports and opposes Nicolás Maduro on 2024-05-10
  supports
    2024-05-10  Gabriel Boric supports Nicolás Maduro
        “yes, we do” (not checked: the source has no text)
        source: 2024-08-02 [wire]
  opposes
    2024-05-10  Gabriel Boric opposes Nicolás Maduro
        source: 2024-08-02 [wire]

2 different objects of declares winner, with the same regarding: Venezuelan presidential election 2024
  Edmundo González Urrutia
    2024-07-30  The Carter Center declares winner Edmundo González Urrutia
        regarding: Venezuelan presidential election 2024
        source: 2024-08-02 [wire]
  Nicolás Maduro
    2024-07-29  National Electoral Council of Venezuela declares winner Nicolás Maduro
        regarding: Venezuelan presidential election 2024
        source: 2024-08-02 [wire]
`)
  })

  test('says where there are none', () => {
    expect(printed('contradictions', '--as-of', '2024-12-31')).toBe(
      'No claims contradict each other, as of 2024-12-31.\n',
    )
    expect(JSON.parse(printed('contradictions', '--as-of', '2024-12-31', '--json'))).toEqual({
      asOf: '2024-12-31',
      contradictions: [],
      entities: {},
      sources: {},
    })
  })
})

describe('Questions asked wrongly', () => {
  test.each([
    [['stances', 'nobody at all'], /^stancegraph: `nobody at all` is not the name of anything/],
    [['stances', 'Maduro', '--as-of', '2024'], /^stancegraph: `2024` is not a day of the calendar/],
    [['timeline', 'US', 'Maduro', '--relation', 'recognises'], /did you mean `recognizes`\?\n$/],
    [['timeline', 'US'], /^stancegraph: missing required argument 'target'/],
    [['paths', 'US', 'Gonzales'], /did you mean `González`/],
    [['contradictions', '--as-of', 'today'], /^stancegraph: `today` is not a day of the calendar/],
  ])('%j: exit with 2', (args, stderr) => {
    const answer = runCommand(args)
    expect(answer).toMatchObject({ exitCode: 2, stdout: '' })
    expect(answer.stderr).toMatch(stderr)
  })
})
