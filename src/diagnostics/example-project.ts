/** The small project that the examples of the catalogue are part of. */

/** Its files by path. An example replaces or adds files; `data/example.yaml` is the example's own. */
export const exampleProject: Readonly<Record<string, string>> = {
  'graph-schema/example.yaml': `types:
  Actor: { abstract: true }
  Person: { extends: Actor }
  Organization: { extends: Actor }
  Country: { extends: Actor, properties: { population: integer } }
  Position: {}
  Event: { abstract: true }
  Election: { extends: Event, properties: { turnout: { type: number, minimum: 0, maximum: 100 } } }
  Article: { extends: Source }
relations:
  recognizes: { from: Actor, to: [Person, Country], stance: supports }
  rejects: { from: Actor, to: [Person, Election], stance: opposes }
  comments on: { from: Actor, to: Actor, stance: per claim }
  meets: { from: Actor, to: Actor }
  disputes: { from: Actor, to: Claim, stance: opposes, denies: true }
  declares winner:
    from: Organization
    to: Person
    properties:
      regarding: { type: entity, range: Election, required: true }
      share: { type: number, minimum: 0, maximum: 100 }
      districts: { type: [text] }
    exclusive: [regarding]
  holds: { from: Person, to: Position, speaks_for: true }
  post in: { from: Position, to: [Country, Organization], speaks_for: true }
`,
  'data/entities.yaml': `entities:
  Rivera: { type: Person, name: Ana Rivera, aliases: [A. Rivera] }
  González: { type: Person, name: Edmundo González }
  Norland: { type: Country }
  Electoral Council: { type: Organization }
  Vote 2024: { type: Election }
  Foreign Minister: { type: Position }
`,
  'data/texts/wire.txt':
    'Norland recognizes González. Rivera said she met “with him” in Oslo and later in Oslo.\n',
}
