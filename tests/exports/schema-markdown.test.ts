import { expect, test } from 'vitest'
import { schemaMarkdown } from '../../src/exports/schema-markdown.ts'
import { checkTexts } from '../../src/project/check-texts.ts'

test('A graph schema becomes a page with its relations, properties and types', async () => {
  const built = await checkTexts({
    'graph-schema/a.yaml': `types:
  Person: { note: A human being. }
  Office: { abstract: true, properties: { since: date } }
relations:
  holds: { from: Person, to: Office, speaks_for: true, note: 'Is in | office.' }
  wins:
    from: Person
    to: Person
    stance: supports
    codes: { cameo: "054" }
    properties: { share: { type: number, minimum: 0, maximum: 100, required: true }, by: { type: [entity], range: Person, note: Whom. } }
`,
  })
  if (!built.ok) throw new Error('the example is faulty')
  expect(schemaMarkdown(built.graph.schema)).toBe(`# Graph schema

## Relations

| relation | from | to | stance | meaning |
|---|---|---|---|---|
| holds | Person | Office |  | Is in \\| office. (speaks for) |
| wins | Person | Person | supports | (CAMEO 054) |

## Properties of relations

| relation | property | values | meaning |
|---|---|---|---|
| wins | share | number, 0 to 100, required |  |
| wins | by | list of entity of type Person | Whom. |

## Types

| type | extends | properties | meaning |
|---|---|---|---|
| Office | Entity | since | (abstract) |
| Person | Entity |  | A human being. |
`)
})
