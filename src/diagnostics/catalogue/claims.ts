/** Faults of sources, entities and claims. */
import { alternatives, didYouMean, entry } from '../entry.ts'

/** A name as the project knows it, for messages that list candidates. */
export interface Candidate {
  readonly id: string
  readonly type: string
}

export const claimCodes = {
  // ── The triple ──────────────────────────────────────────────────────────────────────────────────────────────────
  'missing-triple': entry<{ missing: readonly string[] }>({
    severity: 'error',
    message: ({ missing }) =>
      missing.length === 3 ? 'The claim has no triple.' : `The claim has no ${alternatives(missing)}.`,
    hint: ({ missing }) =>
      missing.length === 3
        ? 'write `claim: Subject —relation→ Object`, or the keys `subject`, `relation` and `object`'
        : 'the long form needs all of `subject`, `relation` and `object`',
    about: 'A claim without a subject, a relation and an object says nothing.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - date: 2024-08-01\n    quote: recognizes\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - claim: Norland —recognizes→ González\n    date: 2024-08-01\n    quote: recognizes\n',
    },
  }),
  'triple-twice': entry<{ key: string }>({
    severity: 'error',
    message: ({ key }) => `\`claim\` already gives the triple, so \`${key}\` cannot stand beside it.`,
    hint: () => 'keep the arrow notation or the long form, not both',
    about: 'A claim gives its triple once: in arrow notation, or as `subject`, `relation` and `object`.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Norland —recognizes→ González, subject: Norland }\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Norland —recognizes→ González }\n',
    },
  }),
  'missing-arrow': entry<{ what: 'arrow' | 'opening' | 'closing' }>({
    severity: 'error',
    message: ({ what }) =>
      what === 'arrow'
        ? 'The triple has no arrow.'
        : what === 'opening'
          ? 'The arrow of the triple is not opened before the relation.'
          : 'The arrow of the triple is not closed after the relation.',
    hint: () => longForm,
    about: 'Arrow notation opens with `—`, `–`, `--` or `-` and closes with `→`, `->`, `-->`, `—>` or `–>`.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland recognizes González\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —recognizes→ González\n',
    },
  }),
  'tight-arrow': entry<{ arrow: string; side: 'before' | 'after' }>({
    severity: 'error',
    message: ({ arrow, side }) => `\`${arrow}\` is an arrow only with white space ${side} it.`,
    hint: ({ arrow, side }) =>
      `write ${side === 'before' ? `\` ${arrow}\`` : `\`${arrow} \``}, or use \`—\` and \`→\``,
    about:
      'Arrows that begin or end with a hyphen need white space outside, so that names such as `Díaz-Canel` stay whole.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland --recognizes-->González\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland --recognizes--> González\n',
    },
  }),
  'doubled-arrow': entry<{ what: 'opening' | 'closing' }>({
    severity: 'error',
    message: ({ what }) =>
      what === 'opening'
        ? 'The triple opens an arrow more than once.'
        : 'The triple closes an arrow more than once.',
    hint: () => longForm,
    about:
      'A triple in arrow notation has exactly one arrow. A name or relation with an arrow or a dash of its own is written in the long form.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —recognizes→ González → Rivera\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { subject: Norland, relation: recognizes, object: [González, Rivera] }\n',
    },
  }),
  'empty-part': entry<{ part: string }>({
    severity: 'error',
    message: ({ part }) => `The triple has no ${part}.`,
    hint: () => longForm,
    about: 'Subject, relation and object are all written out in a triple.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —→ González\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —recognizes→ González\n',
    },
  }),

  // ── Relations and their ends ────────────────────────────────────────────────────────────────────────────────────
  'unknown-relation': entry<{ relation: string; nearest: readonly string[] }>({
    severity: 'error',
    message: ({ relation }) => `\`${relation}\` is not a relation of the graph schema.`,
    hint: ({ nearest }) => didYouMean(nearest) ?? 'declare it under `relations:` in the graph schema',
    about:
      'Only relations that the graph schema declares can be claimed, so that each edge means what its note says.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —recogmizes→ González\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —recognizes→ González\n',
    },
  }),
  'abstract-relation': entry<{ relation: string; children: readonly string[] }>({
    severity: 'error',
    message: ({ relation }) => `\`${relation}\` is abstract: no claim may use it.`,
    hint: ({ children }) =>
      children.length > 0 ? `use ${alternatives(children)}` : 'declare a relation that extends it',
    about: 'An abstract relation is only there for others to extend.',
    example: {
      bad: {
        'graph-schema/more.yaml':
          'relations:\n  speaks of: { abstract: true, from: Actor, to: Actor }\n  mentions: { extends: speaks of }\n',
        'data/example.yaml':
          'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —speaks of→ González\n',
      },
      good: {
        'graph-schema/more.yaml':
          'relations:\n  speaks of: { abstract: true, from: Actor, to: Actor }\n  mentions: { extends: speaks of }\n',
        'data/example.yaml':
          'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —mentions→ González\n',
      },
    },
  }),
  'wrong-end': entry<{
    relation: string
    end: 'subject' | 'object'
    name: string
    type: string
    allowed: readonly string[]
  }>({
    severity: 'error',
    message: ({ relation, end, name, type, allowed }) =>
      `\`${name}\` is of type \`${type}\`, but the ${end} of \`${relation}\` must be ${alternatives(allowed)}.`,
    hint: ({ relation, end }) =>
      `check the name and the relation, or widen \`${end === 'subject' ? 'from' : 'to'}\` of \`${relation}\` in the graph schema`,
    about: 'A relation says which types its subject and its object may have.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —recognizes→ Foreign Minister\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —recognizes→ González\n',
    },
  }),
  'reversed-triple': entry<{ relation: string; subject: string; object: string; from: string; to: string }>({
    severity: 'error',
    message: ({ relation, subject, object, from, to }) =>
      `\`${relation}\` does not go from \`${from}\` (\`${subject}\`) to \`${to}\` (\`${object}\`), only the other way round.`,
    hint: ({ relation, subject, object }) =>
      `the triple looks reversed: if the source says so, write \`${object} —${relation}→ ${subject}\``,
    about: 'Who does it to whom is the whole point of a triple, so nothing is ever turned round silently.',
    example: {
      bad: 'claims:\n  - Foreign Minister —holds→ Rivera\n',
      good: 'claims:\n  - Rivera —holds→ Foreign Minister\n',
    },
  }),

  // ── Names ───────────────────────────────────────────────────────────────────────────────────────────────────────
  'unknown-name': entry<{ name: string; nearest: readonly string[]; isSource: boolean }>({
    severity: 'error',
    message: ({ name, isSource }) =>
      isSource
        ? `\`${name}\` is a source, which cannot stand in a claim.`
        : `No entity or claim is called \`${name}\`.`,
    hint: ({ nearest, isSource }) =>
      isSource
        ? 'make the document an entity of its own, or speak about one of its claims by that claim’s `id`'
        : (didYouMean(nearest) ?? 'declare it under `entities:`, or give the claim meant an `id`'),
    about:
      'Names in data files are exact: a handle, the `id` of a claim, a name or an alias. A slip of the pen would make a second person.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —recognizes→ Gonzalez\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —recognizes→ González\n',
    },
  }),
  'ambiguous-name': entry<{ name: string; candidates: readonly Candidate[]; more: number }>({
    severity: 'error',
    message: ({ name, candidates, more }) =>
      `\`${name}\` fits ${candidates.map(({ id, type }) => `\`${id}\` (${type})`).join(' and ')}${more > 0 ? ` and ${more} more` : ''}.`,
    hint: () => 'write the handle of the one meant',
    about: 'Two entities may have one name, but then it cannot be used in a claim.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nentities:\n  A. Rivera Jr: { type: Person, name: A. Rivera }\nclaims:\n  - Norland —recognizes→ A. Rivera\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nentities:\n  A. Rivera Jr: { type: Person, name: A. Rivera }\nclaims:\n  - Norland —recognizes→ A. Rivera Jr\n',
    },
  }),
  'name-is-handle': entry<{
    name: string
    handle: string
    what: 'handle of another entity' | 'id of a claim'
  }>({
    severity: 'error',
    message: ({ name, handle, what }) =>
      `\`${name}\` is the ${what}, so \`${handle}\` cannot have it as a name.`,
    hint: () =>
      'drop it here or rename the other: a handle or id always wins, and readers would take the wrong one',
    about:
      'A name or alias that is the handle of another entity, or the id of a claim, would never be found.',
    example: {
      bad: 'entities:\n  Rivera Sr: { type: Person, aliases: [Rivera] }\n',
      good: 'entities:\n  Rivera Sr: { type: Person, aliases: [Rivera the Elder] }\n',
    },
  }),
  'blank-name': entry<{ what: string }>({
    severity: 'error',
    message: ({ what }) => `${what} is empty, or begins or ends with white space.`,
    hint: () => 'write it without white space around it',
    about:
      'Handles, ids, names and aliases are found letter by letter, and white space around them cannot be seen.',
    example: {
      bad: 'entities:\n  "Castillo ": { type: Person }\n',
      good: 'entities:\n  Castillo: { type: Person }\n',
    },
  }),
  'reserved-handle': entry<{ handle: string }>({
    severity: 'error',
    message: ({ handle }) =>
      `\`${handle}\` is reserved: \`according_to: ${handle}\` means officials whom the source does not name.`,
    hint: () => 'use another handle',
    about: 'An entity called `unnamed` could not be told from unnamed officials.',
    example: {
      bad: 'entities:\n  unnamed: { type: Person }\n',
      good: 'entities:\n  Unnamed Poet: { type: Person }\n',
    },
  }),

  // ── Sources and entities ────────────────────────────────────────────────────────────────────────────────────────
  'missing-key': entry<{ key: string; of: string }>({
    severity: 'error',
    message: ({ key, of }) => `${of} has no \`${key}\`.`,
    hint: ({ key }) => `add \`${key}:\``,
    about:
      'A source needs an `id`, an entity a `type`, a relation `from` and `to`, a property a `type`, a quote `exact`.',
    example: {
      bad: 'entities:\n  Castillo: { name: Eva Castillo }\n',
      good: 'entities:\n  Castillo: { type: Person, name: Eva Castillo }\n',
    },
  }),
  'unknown-type': entry<{ type: string; nearest: readonly string[] }>({
    severity: 'error',
    message: ({ type }) => `\`${type}\` is not a type of the graph schema.`,
    hint: ({ nearest }) => didYouMean(nearest) ?? 'declare it under `types:` in the graph schema',
    about: 'Entities and sources have a type that the graph schema declares.',
    example: {
      bad: 'entities:\n  Castillo: { type: Persn }\n',
      good: 'entities:\n  Castillo: { type: Person }\n',
    },
  }),
  'wrong-type': entry<{ type: string; of: 'source' | 'entity' }>({
    severity: 'error',
    message: ({ type, of }) =>
      of === 'source' ? `\`${type}\` is not a type of sources.` : `\`${type}\` is not a type of entities.`,
    hint: ({ of }) =>
      of === 'source'
        ? 'take a type that extends `Source`'
        : 'sources stand under `source:`, claims under `claims:`',
    about: 'The type of a source extends Source; the type of an entity does not.',
    example: {
      bad: 'source: { id: wire, type: Person, published: 2024-08-02 }\n',
      good: 'source: { id: wire, type: Article, published: 2024-08-02 }\n',
    },
  }),
  'abstract-type': entry<{ type: string; children: readonly string[] }>({
    severity: 'error',
    message: ({ type }) => `\`${type}\` is abstract: nothing can be of this type alone.`,
    hint: ({ children }) =>
      children.length > 0 ? `use ${alternatives(children)}` : 'declare a type that extends it',
    about: 'An abstract type is only there for others to extend.',
    example: {
      bad: 'entities:\n  Castillo: { type: Actor }\n',
      good: 'entities:\n  Castillo: { type: Person }\n',
    },
  }),
  'conflicting-declaration': entry<{ handle: string; key: string }>({
    severity: 'error',
    message: ({ handle, key }) => `\`${handle}\` is declared elsewhere with another \`${key}\`.`,
    hint: () => 'make the two agree; if these are two entities, give one another handle',
    about: 'An entity may be declared in several files where the declarations agree.',
    example: {
      bad: 'entities:\n  Rivera: { type: Organization }\n',
      good: 'entities:\n  Rivera: { type: Person }\n',
    },
  }),
  'duplicate-wikidata': entry<{ wikidata: string; other: string }>({
    severity: 'error',
    message: ({ wikidata, other }) => `\`${other}\` has the Wikidata id \`${wikidata}\` too.`,
    hint: () => 'if they are one and the same, keep one handle and make the other an alias',
    about: 'One Wikidata id is one thing, so two entities with it are a slip, or one entity twice.',
    example: {
      bad: 'entities:\n  Castillo: { type: Person, wikidata: Q42 }\n  Eva Castillo: { type: Person, wikidata: Q42 }\n',
      good: 'entities:\n  Castillo: { type: Person, name: Eva Castillo, wikidata: Q42 }\n',
    },
  }),
  'invalid-wikidata': entry<{ text: string }>({
    severity: 'error',
    message: ({ text }) => `\`${text}\` is not a Wikidata id.`,
    hint: () => 'write Q and digits, such as `Q7821917`',
    about: 'Wikidata ids of items are a Q and digits.',
    example: {
      bad: 'entities:\n  Castillo: { type: Person, wikidata: 42 }\n',
      good: 'entities:\n  Castillo: { type: Person, wikidata: Q42 }\n',
    },
  }),
  'missing-source': entry<object>({
    severity: 'error',
    message: () => 'The claim has no source.',
    hint: () => 'add a `source:` to this document; only lasting relations, such as offices, can do without',
    about:
      'A claim rests on what some source says. Only background, that is claims of lasting relations, needs none.',
    example: {
      bad: 'claims:\n  - { claim: Norland —recognizes→ González, date: 2024-08-01 }\n',
      good: 'source: { id: wire }\nclaims:\n  - { claim: Norland —recognizes→ González, date: 2024-08-01 }\n',
    },
  }),
  'missing-published': entry<{ source: string; claims: number }>({
    severity: 'error',
    message: ({ source, claims }) =>
      `\`${source}\` has no \`published\`, and ${claims === 1 ? 'one of its claims has' : `${claims} of its claims have`} no date.`,
    hint: () =>
      'add `published:` to the source (`2024-08-02~` if the day is not certain), or `date:` to each claim',
    about: 'A claim without a date takes the day its source was published.',
    example: {
      bad: 'source: { id: wire }\nclaims:\n  - Norland —recognizes→ González\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —recognizes→ González\n',
    },
  }),

  // ── Identity ────────────────────────────────────────────────────────────────────────────────────────────────────
  'duplicate-id': entry<{ id: string; what: string }>({
    severity: 'error',
    message: ({ id, what }) => `\`${id}\` is the ${what} already.`,
    hint: () => 'choose another: handles, ids of sources and ids of claims are unique together',
    about: 'An id must lead to one thing.',
    example: {
      bad: 'source: { id: Rivera, published: 2024-08-02 }\n',
      good: 'source: { id: wire, published: 2024-08-02 }\n',
    },
  }),
  'duplicate-claim': entry<{ triple: string }>({
    severity: 'error',
    message: ({ triple }) =>
      `\`${triple}\` is claimed twice by this source, with the same date and the same speaker.`,
    hint: () => 'list both quotes under one claim; if they are two acts, give one an `id`',
    about: 'The same claim twice in one source would count twice.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —recognizes→ González\n  - Norland —recognizes→ González\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —recognizes→ González\n  - { id: second-note, claim: Norland —recognizes→ González }\n',
    },
  }),
  'joint-with-id': entry<{ id: string; count: number }>({
    severity: 'error',
    message: ({ id, count }) => `\`${id}\` cannot be the id of all ${count} claims of a joint statement.`,
    hint: () => 'drop the `id`, or write the claims out one by one',
    about: 'A list of subjects or objects makes one claim each, and an id names one claim.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { id: note, subject: [Norland, Rivera], relation: recognizes, object: González }\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { subject: [Norland, Rivera], relation: recognizes, object: González }\n',
    },
  }),
  'joint-too-large': entry<{ count: number; limit: number }>({
    severity: 'error',
    message: ({ count, limit }) => `The lists make ${count} claims; a joint statement has at most ${limit}.`,
    hint: () => 'split the lists',
    about: 'Each subject and object of a joint statement make one claim, and each of these knows all others.',
    example: null,
  }),
  'claim-cycle': entry<{ ids: readonly string[] }>({
    severity: 'error',
    message: ({ ids }) =>
      ids.length === 1
        ? `The claim \`${ids[0] ?? ''}\` is about itself.`
        : `The claims ${ids.map((id) => `\`${id}\``).join(', ')} are about each other in a circle.`,
    hint: () => 'a claim can only speak about what was claimed before; check the ids',
    about: 'A claim about itself, directly or through others, rests on nothing.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { id: denial, claim: Norland —disputes→ denial }\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { id: meeting, claim: Norland —meets→ Rivera }\n  - { id: denial, claim: Norland —disputes→ meeting }\n',
    },
  }),

  // ── Dates ───────────────────────────────────────────────────────────────────────────────────────────────────────
  'invalid-date': entry<{ text: string; problem: string; suggestion?: string | undefined }>({
    severity: 'error',
    message: ({ text, problem }) => `\`${text}\` is not a date: ${problem}.`,
    hint: ({ suggestion }) =>
      suggestion ?? 'write `2024-08-01`, `2024-08` or `2024`, or an interval such as `2021-01-26/..`',
    about:
      'Dates are EDTF: a day, month or year, with `?`, `~` or `%` where it is uncertain, or an interval of these.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Norland —recognizes→ González, date: 2024-13-40 }\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Norland —recognizes→ González, date: 2024-08-01 }\n',
    },
  }),
  'interval-not-allowed': entry<{ key: string; text: string }>({
    severity: 'error',
    message: ({ key, text }) => `\`${key}\` is one day, not an interval such as \`${text}\`.`,
    hint: () => 'write one date; `2024-08` or `2024-08-02~` if the day is not known',
    about: 'A publication or a retraction happens on one day, even if it is not known exactly which.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02/2024-08-05 }\n',
      good: 'source: { id: wire, published: 2024-08-02~ }\n',
    },
  }),
  'single-date-on-lasting': entry<{ relation: string; date: string }>({
    severity: 'error',
    message: ({ relation, date }) =>
      `\`${relation}\` lasts, so \`${date}\` alone does not say from when to when.`,
    hint: ({ date }) =>
      `write an interval: \`${date}/..\` from then on, \`${date}/${date}\` for that time alone; or no date`,
    about: 'A lasting relation is a state, such as an office: it takes an interval or no date at all.',
    example: {
      bad: 'claims:\n  - { claim: Rivera —holds→ Foreign Minister, date: 2021-01-26 }\n',
      good: 'claims:\n  - { claim: Rivera —holds→ Foreign Minister, date: 2021-01-26/.. }\n',
    },
  }),
  'retracted-before-published': entry<{ retracted: string; published: string }>({
    severity: 'error',
    message: ({ retracted, published }) =>
      `The source takes the claim back on \`${retracted}\`, before it was published on \`${published}\`.`,
    hint: () =>
      '`retracted` is the day on which the source itself took the claim back; a denial by somebody else is a claim of its own',
    about: 'A source cannot take back what it has not yet published.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Norland —recognizes→ González, retracted: 2024-08-01 }\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Norland —recognizes→ González, retracted: 2024-08-03 }\n',
    },
  }),

  // ── Stances ─────────────────────────────────────────────────────────────────────────────────────────────────────
  'stance-not-allowed': entry<{ relation: string; stance: string | undefined }>({
    severity: 'error',
    message: ({ relation, stance }) =>
      stance === undefined
        ? `\`${relation}\` takes no stance, so a claim cannot give one.`
        : `\`${relation}\` always takes the stance \`${stance}\`, so a claim cannot give one.`,
    hint: () =>
      'drop `stance:`; if the source says something else, use a relation of its own, such as `declines to recognize`',
    about:
      'An edge must mean what its relation says. Only relations with `stance: per claim` leave it to the claim.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Norland —recognizes→ González, stance: opposes }\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Norland —rejects→ González }\n',
    },
  }),
  'missing-stance': entry<{ relation: string }>({
    severity: 'error',
    message: ({ relation }) => `\`${relation}\` leaves the stance to each claim, and this one gives none.`,
    hint: () => 'add `stance:` with `supports`, `opposes`, `withholds` or `neutral`',
    about: 'A relation with `stance: per claim` needs a `stance:` on each claim.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —comments on→ González\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Norland —comments on→ González, stance: neutral }\n',
    },
  }),
  'unknown-stance': entry<{ stance: string; nearest: readonly string[] }>({
    severity: 'error',
    message: ({ stance }) => `\`${stance}\` is not a stance.`,
    hint: ({ nearest }) => didYouMean(nearest) ?? 'use `supports`, `opposes`, `withholds` or `neutral`',
    about: 'The stances are `supports`, `opposes`, `withholds` and `neutral`.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Norland —comments on→ González, stance: suports }\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Norland —comments on→ González, stance: supports }\n',
    },
  }),
  'condition-without-stance': entry<{ relation: string }>({
    severity: 'warning',
    message: ({ relation }) => `\`${relation}\` takes no stance, so the condition changes nothing.`,
    hint: () => 'write it as a `note:`',
    about:
      'A condition makes a stance count as `withholds`; a relation without a stance has nothing to withhold.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Norland —meets→ González, condition: if trains run }\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Norland —meets→ González, note: if trains run }\n',
    },
  }),

  // ── Properties and values ───────────────────────────────────────────────────────────────────────────────────────
  'unknown-property': entry<{ property: string; of: string; nearest: readonly string[] }>({
    severity: 'error',
    message: ({ property, of }) => `\`${property}\` is neither a built-in key nor a property of \`${of}\`.`,
    hint: ({ nearest, of }) =>
      didYouMean(nearest) ?? `declare it under \`properties:\` of \`${of}\` in the graph schema`,
    about:
      'What a claim, an entity or a source may carry is declared in the graph schema. Nothing is dropped silently.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Electoral Council —declares winner→ Rivera, regarding: Vote 2024, shar: 51.2 }\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Electoral Council —declares winner→ Rivera, regarding: Vote 2024, share: 51.2 }\n',
    },
  }),
  'missing-property': entry<{ property: string; of: string }>({
    severity: 'error',
    message: ({ property, of }) => `\`${of}\` requires \`${property}\`.`,
    hint: ({ property }) => `add \`${property}:\``,
    about: 'A property that the graph schema marks `required` must be given.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Electoral Council —declares winner→ Rivera\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Electoral Council —declares winner→ Rivera, regarding: Vote 2024 }\n',
    },
  }),
  'wrong-value': entry<{ property: string; expected: string; found: string; advice?: string | undefined }>({
    severity: 'error',
    message: ({ property, expected, found }) => `\`${property}\` is ${expected}, and this is ${found}.`,
    hint: ({ advice }) => advice,
    about: 'A property has the type that the graph schema declares. Nothing is converted.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Electoral Council —declares winner→ Rivera, regarding: Vote 2024, share: "51.2" }\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Electoral Council —declares winner→ Rivera, regarding: Vote 2024, share: 51.2 }\n',
    },
  }),
  'out-of-range': entry<{ property: string; value: string; limit: string }>({
    severity: 'error',
    message: ({ property, value, limit }) => `\`${property}\` must be ${limit}, and this is ${value}.`,
    hint: () => 'check the number, or its `minimum` and `maximum` in the graph schema',
    about:
      'A number lies within the `minimum` and `maximum` of its property, and is one that computers hold exactly.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Electoral Council —declares winner→ Rivera, regarding: Vote 2024, share: 512 }\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Electoral Council —declares winner→ Rivera, regarding: Vote 2024, share: 51.2 }\n',
    },
  }),
  'wrong-range': entry<{ property: string; name: string; type: string; range: string }>({
    severity: 'error',
    message: ({ property, name, type, range }) =>
      `\`${name}\` is of type \`${type}\`, but \`${property}\` takes \`${range}\`.`,
    hint: ({ property, range }) =>
      range === 'Entity'
        ? 'name an entity; a claim cannot speak'
        : `name one of type \`${range}\`, or widen the \`range\` of \`${property}\` in the graph schema`,
    about:
      'A property of type `entity` takes entities of its `range`; `according_to` and `on_behalf_of` take entities.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Electoral Council —declares winner→ Rivera, regarding: Norland }\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Electoral Council —declares winner→ Rivera, regarding: Vote 2024 }\n',
    },
  }),
  'invalid-url': entry<{ text: string }>({
    severity: 'error',
    message: ({ text }) => `\`${text}\` is not a web address.`,
    hint: () => 'write the whole address, beginning with `https://` or `http://`',
    about: 'Links end up on pages that people click on, so only http and https are taken.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02, url: www.example.org }\n',
      good: 'source: { id: wire, published: 2024-08-02, url: "https://www.example.org" }\n',
    },
  }),

  // ── Quotes ──────────────────────────────────────────────────────────────────────────────────────────────────────
  'quote-not-found': entry<{ quote: string; closest?: string | undefined; elsewhere?: string | undefined }>({
    severity: 'error',
    message: ({ elsewhere }) =>
      elsewhere === undefined
        ? 'The quote does not stand in the source’s text.'
        : `The quote does not stand in the source’s text, but in that of \`${elsewhere}\`.`,
    hint: ({ closest, elsewhere }) =>
      elsewhere === undefined
        ? closest === undefined
          ? 'copy the passage from the text file'
          : `the closest passage is: ${closest}`
        : 'move the claim to that source, or quote this one',
    about:
      'A quote is found letter by letter in the text of its source; white space and the way accents are stored do not matter.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02, text: texts/wire.txt }\nclaims:\n  - { claim: Norland —recognizes→ González, quote: Norland recognises González }\n',
      good: 'source: { id: wire, published: 2024-08-02, text: texts/wire.txt }\nclaims:\n  - { claim: Norland —recognizes→ González, quote: Norland recognizes González }\n',
    },
  }),
  'empty-quote': entry<object>({
    severity: 'error',
    message: () => 'The quote is empty.',
    hint: () => 'quote some words, or leave `quote:` out',
    about: 'A quote of no words is evidence of nothing.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - { claim: Norland —recognizes→ González, quote: "" }\n',
      good: 'source: { id: wire, published: 2024-08-02 }\nclaims:\n  - Norland —recognizes→ González\n',
    },
  }),
  'quote-altered': entry<{ exact: string }>({
    severity: 'warning',
    message: () =>
      'The quote stands in the text only when case, quotation marks, dashes or omissions do not matter.',
    hint: ({ exact }) => `the text has: ${exact}`,
    about:
      'A quote that differs from its text in typography, case or an omission `[...]` is kept, but better copied exactly.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02, text: texts/wire.txt }\nclaims:\n  - { claim: Rivera —meets→ González, quote: she met "with him" }\n',
      good: 'source: { id: wire, published: 2024-08-02, text: texts/wire.txt }\nclaims:\n  - { claim: Rivera —meets→ González, quote: she met “with him” }\n',
    },
  }),
  'quote-repeated': entry<{ count: number }>({
    severity: 'info',
    message: ({ count }) => `The quote stands ${count} times in the text; the first is taken.`,
    hint: () => 'quote a few words more to say which is meant',
    about: 'A quote that stands in the text several times does not say which passage is meant.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02, text: texts/wire.txt }\nclaims:\n  - { claim: Rivera —meets→ González, quote: in Oslo }\n',
      good: 'source: { id: wire, published: 2024-08-02, text: texts/wire.txt }\nclaims:\n  - { claim: Rivera —meets→ González, quote: later in Oslo }\n',
    },
  }),
  'quote-cuts-word': entry<object>({
    severity: 'warning',
    message: () => 'The quote begins or ends inside a word.',
    hint: () => 'quote whole words',
    about: 'A quote that cuts a word in two is often a slip, and can turn its sense round.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02, text: texts/wire.txt }\nclaims:\n  - { claim: Norland —recognizes→ González, quote: cognizes González }\n',
      good: 'source: { id: wire, published: 2024-08-02, text: texts/wire.txt }\nclaims:\n  - { claim: Norland —recognizes→ González, quote: recognizes González }\n',
    },
  }),
}

const longForm =
  'write `Subject —relation→ Object`, or in the long form `{ subject: …, relation: …, object: … }`'
