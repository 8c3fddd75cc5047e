/** The files that `stancegraph init` writes beside the shipped graph schema. */

const claims = `# yaml-language-server: $schema=../claims.schema.json
#
# One source and what it claims. Names, dates and keys: see the README beside this folder.

source:
  id: example-wire-2024-05-09
  type: Article
  title: Norland sides with Rivera
  publisher: Example Wire
  published: 2024-05-09
  text: texts/example-wire-2024-05-09.txt

entities:
  Norland: { type: Country }
  Foreign Minister of Norland: { type: Position }
  Lind: { type: Person, name: Kari Lind }
  Rivera: { type: Person, name: Ana Rivera, aliases: [President Rivera] }

claims:
  # Offices last, so they take an interval. They make what Lind says the word of Norland.
  - { claim: Lind —holds→ Foreign Minister of Norland, date: 2023-01-01/.. }
  - Foreign Minister of Norland —post in→ Norland

  - claim: Lind —expresses concern over→ Rivera
    date: 2024-05-02
    quote: we have questions about how she came to power

  - claim: Lind —recognizes→ Rivera
    date: 2024-05-08
    quote: Norland recognizes Ana Rivera as president
`

const text = `Norland recognizes Ana Rivera as president, Foreign Minister Kari Lind said on 8 May. A week before, on 2 May, she
had still said that "we have questions about how she came to power".
`

const readme = `# A project of claims

- \`data/\` has the claims: one file a source, with its date, quotes and entities. \`data/texts/\` has the texts of sources,
  against which quotes are checked.
- \`graph-schema/\` says which types and relations there are, and what each means. Change it as you need.
- \`claims.schema.json\` lets editors with yaml-language-server complete keys, types, relations and handles.

\`\`\`sh
npx stancegraph check                                        # what is wrong, with line and hint
npx stancegraph stance Norland Rivera --as-of 2024-05-10     # who stands where, as of when, on what evidence
npx stancegraph relations Lind                               # all claims around somebody
npx stancegraph export gexf graph.gexf                       # for Gephi
npx stancegraph schema > schema.md                           # the relations as a page
npx stancegraph schema --format json-schema > claims.schema.json   # after adding entities, so that editors know them
\`\`\`
`

/** By path in the project. */
export const starterFiles: Readonly<Record<string, string>> = {
  'README.md': readme,
  'data/example-wire-2024-05-09.yaml': claims,
  'data/texts/example-wire-2024-05-09.txt': text,
}
