import { describe, expect, test } from 'vitest'
import { faultsOf, faultsOfClaims } from '../../project/check-example.ts'

describe('The ends of a claim', () => {
  test('are an error where the subject has a type that the relation does not allow', async () => {
    expect(await faultsOfClaims(`  - Vote 2024 —recognizes→ González`)).toMatchInlineSnapshot(`
      [
        "3:5 error wrong-end: \`Vote 2024\` is of type \`Election\`, but the subject of \`recognizes\` must be \`Actor\`. hint: check the name and the relation, or widen \`from\` of \`recognizes\` in the graph schema",
      ]
    `)
  })

  test('are an error where the object has a type that the relation does not allow', async () => {
    expect(await faultsOfClaims(`  - Norland —recognizes→ Foreign Minister`)).toMatchInlineSnapshot(`
      [
        "3:26 error wrong-end: \`Foreign Minister\` is of type \`Position\`, but the object of \`recognizes\` must be \`Person\` or \`Country\`. hint: check the name and the relation, or widen \`to\` of \`recognizes\` in the graph schema",
      ]
    `)
  })

  test('are two errors where neither fits', async () => {
    expect(await faultsOfClaims(`  - Vote 2024 —recognizes→ Foreign Minister`)).toMatchInlineSnapshot(`
      [
        "3:5 error wrong-end: \`Vote 2024\` is of type \`Election\`, but the subject of \`recognizes\` must be \`Actor\`. hint: check the name and the relation, or widen \`from\` of \`recognizes\` in the graph schema",
        "3:28 error wrong-end: \`Foreign Minister\` is of type \`Position\`, but the object of \`recognizes\` must be \`Person\` or \`Country\`. hint: check the name and the relation, or widen \`to\` of \`recognizes\` in the graph schema",
      ]
    `)
  })

  test('are one error, never turned round, where they fit the other way', async () => {
    expect(
      await faultsOf(`claims:
  - Foreign Minister —holds→ Rivera
`),
    ).toMatchInlineSnapshot(`
      [
        "2:5 error reversed-triple: \`holds\` does not go from \`Position\` (\`Foreign Minister\`) to \`Person\` (\`Rivera\`), only the other way round. hint: the triple looks reversed: if the source says so, write \`Rivera —holds→ Foreign Minister\`",
      ]
    `)
  })

  test('fit through inheritance', async () => {
    expect(await faultsOfClaims(`  - Electoral Council —meets→ Norland`)).toMatchInlineSnapshot(`[]`)
  })

  test('may be a claim', async () => {
    expect(
      await faultsOfClaims(`  - { id: note, claim: Norland —recognizes→ González }
  - Rivera —disputes→ note`),
    ).toMatchInlineSnapshot(`[]`)
  })

  test('are an error where a claim is not allowed', async () => {
    expect(
      await faultsOfClaims(`  - { id: note, claim: Norland —recognizes→ González }
  - Rivera —recognizes→ note`),
    ).toMatchInlineSnapshot(`
      [
        "4:25 error wrong-end: \`note\` is of type \`Claim\`, but the object of \`recognizes\` must be \`Person\` or \`Country\`. hint: check the name and the relation, or widen \`to\` of \`recognizes\` in the graph schema",
      ]
    `)
  })
})
