/** Faults of the graph schema. */
import { alternatives, didYouMean, entry, type ExampleFiles } from '../entry.ts'

/** An example with a schema file of its own beside the example project's. */
function more(text: string): ExampleFiles {
  return { 'graph-schema/more.yaml': text }
}

/** How long lists of names in messages are. */
function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}

export const schemaCodes = {
  // ── Types and relations as such ─────────────────────────────────────────────────────────────────────────────────
  'declared-twice': entry<{ kind: 'type' | 'relation'; name: string }>({
    severity: 'error',
    message: ({ kind, name }) => `The ${kind} \`${name}\` is declared twice.`,
    hint: () => 'keep one declaration, with all that both say',
    about: 'A type or a relation has one declaration, in one of the schema’s files.',
    example: {
      bad: more('types:\n  Person: { note: A human being. }\n'),
      good: more('types:\n  Child: { extends: Person, note: A young human being. }\n'),
    },
  }),
  'reserved-type': entry<{ type: string }>({
    severity: 'error',
    message: ({ type }) => `The type \`${type}\` is built in.`,
    hint: () => 'give the type another name',
    about:
      'The types `Entity`, `Source` and `Claim` are there in every schema, and `StancegraphGraph` is the label of a node that Neo4j holds for stancegraph.',
    example: { bad: more('types:\n  Claim: {}\n'), good: more('types:\n  Assertion: {}\n') },
  }),
  'claim-extended': entry<object>({
    severity: 'error',
    message: () => '`Claim` cannot be extended.',
    hint: () => 'declare a relation: the kinds of claims are the relations',
    about: 'A claim is told from another by its relation, so there are no types below `Claim`.',
    example: {
      bad: more('types:\n  Rumour: { extends: Claim }\n'),
      good: more('types:\n  Rumour: { extends: Event }\n'),
    },
  }),
  'entity-and-source': entry<{ type: string }>({
    severity: 'error',
    message: ({ type }) => `\`${type}\` extends both \`Entity\` and \`Source\`.`,
    hint: () => 'split it into two types; a type without `extends` extends `Entity`',
    about:
      'What is declared under `entities:` is an entity, what is declared under `source:` is a source; nothing is both.',
    example: {
      bad: more('types:\n  Blog: { extends: [Organization, Article] }\n'),
      good: more('types:\n  Blog: { extends: Organization }\n  BlogPost: { extends: Article }\n'),
    },
  }),
  'extends-itself': entry<{ kind: 'type' | 'relation'; name: string; through: readonly string[] }>({
    severity: 'error',
    message: ({ kind, name, through }) =>
      through.length === 0
        ? `The ${kind} \`${name}\` extends itself.`
        : `The ${kind} \`${name}\` extends itself, by way of ${listed(through)}.`,
    hint: () => 'remove the `extends` that leads back',
    about: 'What is extended is more general, so that it cannot lead back to where it began.',
    example: {
      bad: more('types:\n  Army: { extends: Force }\n  Force: { extends: Army }\n'),
      good: more('types:\n  Army: { extends: Force }\n  Force: {}\n'),
    },
  }),

  // ── Properties ──────────────────────────────────────────────────────────────────────────────────────────────────
  'unknown-property-type': entry<{ type: string; nearest: readonly string[]; known: readonly string[] }>({
    severity: 'error',
    message: ({ type }) => `\`${type}\` is not a type of properties.`,
    hint: ({ nearest, known }) =>
      didYouMean(nearest) ?? `they are ${listed(known)}, and lists of these, such as \`[text]\``,
    about:
      'The values of a property are text, integers, numbers, booleans, dates, urls or entities, or lists of one of these.',
    example: {
      bad: more('types:\n  Treaty: { properties: { signed: day } }\n'),
      good: more('types:\n  Treaty: { properties: { signed: date } }\n'),
    },
  }),
  'property-list-of-one': entry<object>({
    severity: 'error',
    message: () => 'A list of properties’ values has one type.',
    hint: () => 'write one type in the brackets, such as `[text]`',
    about: 'All values of a list are of one type, so exactly one stands in the brackets.',
    example: {
      bad: more('types:\n  Treaty: { properties: { languages: [text, url] } }\n'),
      good: more('types:\n  Treaty: { properties: { languages: [text] } }\n'),
    },
  }),
  'reserved-property': entry<{ property: string; owner: 'relation' | 'entity' | 'source' }>({
    severity: 'error',
    message: ({ property, owner }) =>
      property.startsWith('_')
        ? `The property \`${property}\` begins with an underscore.`
        : `The property \`${property}\` is built in for every ${owner === 'relation' ? 'claim' : owner}.`,
    hint: () => 'give the property another name',
    about:
      'A property cannot have the name of a built-in key of a claim, an entity or a source, nor of a field that their edges and nodes have in the graph. One underscore begins what stores keep for themselves.',
    example: {
      bad: more('types:\n  Treaty: { properties: { aliases: [text] } }\n'),
      good: more('types:\n  Treaty: { properties: { short titles: [text] } }\n'),
    },
  }),
  'needless-range': entry<{ property: string; type: string }>({
    severity: 'error',
    message: ({ property, type }) => `The property \`${property}\` has a range, but is of type \`${type}\`.`,
    hint: () => 'remove `range`, or make the type `entity`',
    about:
      'A range says which entities a property can name, so that only a property of type `entity` has one.',
    example: {
      bad: more('types:\n  Treaty: { properties: { place: { type: text, range: Country } } }\n'),
      good: more('types:\n  Treaty: { properties: { place: { type: entity, range: Country } } }\n'),
    },
  }),
  'needless-limit': entry<{ property: string; type: string }>({
    severity: 'error',
    message: ({ property, type }) =>
      `The property \`${property}\` has a minimum or maximum, but is of type \`${type}\`.`,
    hint: () => 'remove it, or make the type `number` or `integer`',
    about: 'Only numbers have a minimum and a maximum.',
    example: {
      bad: more('types:\n  Treaty: { properties: { signed: { type: date, minimum: 1900 } } }\n'),
      good: more('types:\n  Treaty: { properties: { articles: { type: integer, minimum: 1 } } }\n'),
    },
  }),
  'crossed-limits': entry<{ property: string; minimum: number; maximum: number }>({
    severity: 'error',
    message: ({ property, minimum, maximum }) =>
      `The property \`${property}\` has the minimum ${minimum} and the maximum ${maximum}.`,
    hint: () => 'make the minimum the smaller one',
    about: 'A minimum above the maximum leaves no value.',
    example: {
      bad: more(
        'types:\n  Treaty: { properties: { articles: { type: integer, minimum: 9, maximum: 1 } } }\n',
      ),
      good: more(
        'types:\n  Treaty: { properties: { articles: { type: integer, minimum: 1, maximum: 9 } } }\n',
      ),
    },
  }),
  'clashing-properties': entry<{ type: string; property: string; parents: readonly string[] }>({
    severity: 'error',
    message: ({ type, property, parents }) =>
      `\`${type}\` inherits the property \`${property}\` in two ways, from ${parents.map((name) => `\`${name}\``).join(' and ')}.`,
    hint: ({ property, type }) =>
      `declare \`${property}\` alike in both, or in \`${type}\` itself, no wider than in either`,
    about:
      'A type with several parents has each of their properties once, so that they must be declared alike.',
    example: {
      bad: more(
        'types:\n  Fleet: { properties: { size: integer } }\n  Cargo: { properties: { size: text } }\n  Convoy: { extends: [Fleet, Cargo] }\n',
      ),
      good: more(
        'types:\n  Fleet: { properties: { size: integer } }\n  Cargo: { properties: { size: integer } }\n  Convoy: { extends: [Fleet, Cargo] }\n',
      ),
    },
  }),
  'widened-property': entry<{
    property: string
    parent: string
    what: 'type' | 'list' | 'range' | 'required' | 'minimum' | 'maximum'
  }>({
    severity: 'error',
    message: ({ property, parent, what }) => {
      const ways = {
        type: 'is of another type than',
        list: 'is not a list where, or a list where not,',
        range: 'has a wider range than',
        required: 'is not required, unlike',
        minimum: 'has a lower minimum than',
        maximum: 'has a higher maximum than',
      }
      return `The property \`${property}\` ${ways[what]} that of \`${parent}\`.`
    },
    hint: () => 'allow no more than what is extended allows, or give the property another name',
    about:
      'Whatever is said of a type or relation holds for all that extend it. So these can narrow a property that they inherit, but not widen it.',
    example: {
      bad: more(
        'types:\n  Runoff: { extends: Election, properties: { turnout: { type: number, maximum: 200 } } }\n',
      ),
      good: more(
        'types:\n  Runoff: { extends: Election, properties: { turnout: { type: number, maximum: 50 } } }\n',
      ),
    },
  }),
  'not-a-type-of-entities': entry<{ type: string; use: 'end' | 'range' }>({
    severity: 'error',
    message: ({ type }) => `\`${type}\` is not a type of entities.`,
    hint: ({ use }) =>
      use === 'end'
        ? 'name a type that extends `Entity`, or `Claim`; the source of a claim is not one of its ends'
        : 'name a type that extends `Entity`',
    about:
      'Claims lead from and to entities and claims, never sources: those say where a claim was read. What a property names is an entity.',
    example: {
      bad: more('relations:\n  cites: { from: Actor, to: Article }\n'),
      good: more('types:\n  Report: {}\nrelations:\n  cites: { from: Actor, to: Report }\n'),
    },
  }),

  // ── Relations ───────────────────────────────────────────────────────────────────────────────────────────────────
  'unwritable-relation': entry<{ relation: string; arrow?: string }>({
    severity: 'error',
    message: ({ relation, arrow }) =>
      arrow === undefined
        ? `The relation \`${relation}\` has white space at its ends, or a line break.`
        : `The relation \`${relation}\` has an arrow in it, \`${arrow}\`.`,
    hint: () => 'give it a name that can be written between the arrows of a claim',
    about:
      'The name of a relation stands between the arrows of a claim, `A —name→ B`, so it has no arrow in it itself.',
    example: {
      bad: more('relations:\n  meets — in public: { from: Actor, to: Actor }\n'),
      good: more('relations:\n  meets in public: { from: Actor, to: Actor }\n'),
    },
  }),
  'widened-end': entry<{ side: 'from' | 'to'; type: string; parent: string; inherited: readonly string[] }>({
    severity: 'error',
    message: ({ side, type, parent, inherited }) =>
      `\`${type}\` is wider than the \`${side}\` of \`${parent}\`, which is ${alternatives(inherited)}.`,
    hint: () => 'name these types or types below them',
    about:
      'Every claim of a relation must also make sense for the relation that it extends, so its ends can be narrower, not wider.',
    example: {
      bad: more('relations:\n  salutes: { extends: recognizes, to: Organization }\n'),
      good: more('relations:\n  salutes: { extends: recognizes, to: Person }\n'),
    },
  }),
  'unknown-relation-stance': entry<{ stance: string; nearest: readonly string[]; known: readonly string[] }>({
    severity: 'error',
    message: ({ stance }) => `\`${stance}\` is not a stance that a relation can have.`,
    hint: ({ nearest, known }) =>
      didYouMean(nearest) ?? `use ${alternatives(known)}, or leave \`stance\` out`,
    about:
      'A relation says which stance its claims take, or `per claim` where each claim says it. A relation without a stance takes none.',
    example: {
      bad: more('relations:\n  salutes: { from: Actor, to: Actor, stance: positive }\n'),
      good: more('relations:\n  salutes: { from: Actor, to: Actor, stance: supports }\n'),
    },
  }),
  'unknown-exclusive-property': entry<{ property: string; relation: string; nearest: readonly string[] }>({
    severity: 'error',
    message: ({ property, relation }) => `\`${property}\` is not a property of \`${relation}\`.`,
    hint: ({ nearest }) => didYouMean(nearest) ?? 'declare it under `properties`',
    about:
      'Two claims contradict each other where their exclusive properties are equal and their objects are not, so these must be properties of the relation.',
    example: {
      bad: more(
        'relations:\n  crowns: { from: Actor, to: Person, properties: { as: text }, exclusive: in }\n',
      ),
      good: more(
        'relations:\n  crowns: { from: Actor, to: Person, properties: { as: text }, exclusive: as }\n',
      ),
    },
  }),
  'speaks-for-lasts': entry<{ relation: string }>({
    severity: 'error',
    message: ({ relation }) => `\`${relation}\` speaks for its object, but is not lasting.`,
    hint: () => 'leave `lasting` out: to speak for somebody is a state',
    about:
      'A voice counts for somebody while it speaks for them, so this has a beginning and an end, unlike an act.',
    example: {
      bad: more(
        'relations:\n  represents: { from: Person, to: Country, speaks_for: true, lasting: false }\n',
      ),
      good: more('relations:\n  represents: { from: Person, to: Country, speaks_for: true }\n'),
    },
  }),
  'denies-no-claim': entry<{ relation: string }>({
    severity: 'error',
    message: ({ relation }) => `\`${relation}\` denies, but its object cannot be a claim.`,
    hint: () => 'add `Claim` to `to`, or remove `denies`',
    about:
      'What is denied is that a claim is one’s word, so the object of such a relation must be able to be a claim.',
    example: {
      bad: more('relations:\n  rebuts: { from: Actor, to: Actor, stance: opposes, denies: true }\n'),
      good: more(
        'relations:\n  rebuts: { from: Actor, to: [Actor, Claim], stance: opposes, denies: true }\n',
      ),
    },
  }),

  // ── Labels ──────────────────────────────────────────────────────────────────────────────────────────────────────
  'invalid-label': entry<{ relation: string; label?: string | undefined }>({
    severity: 'error',
    message: ({ relation, label }) =>
      label === undefined
        ? `No label can be made of the name \`${relation}\`.`
        : `\`${label}\` cannot be a label.`,
    hint: ({ label }) =>
      label === undefined
        ? 'give the relation a `label` of letters, digits and underscores'
        : 'use letters, digits and underscores, and no digit at the beginning',
    about: 'The label of a relation is its type in Cypher, which is written without quotes.',
    example: {
      bad: more('relations:\n  salutes: { from: Actor, to: Actor, label: SALUTES! }\n'),
      good: more('relations:\n  salutes: { from: Actor, to: Actor, label: SALUTES }\n'),
    },
  }),
  'reserved-label': entry<{ relation: string; label: string }>({
    severity: 'error',
    message: ({ relation, label }) => `The label \`${label}\` of \`${relation}\` is built in.`,
    hint: () => 'give the relation another name or `label`',
    about: '`SUBJECT`, `OBJECT` and `REPORTED_IN` tie the node of a claim to its ends and to its source.',
    example: {
      bad: more('relations:\n  reported in: { from: Event, to: Country }\n'),
      good: more('relations:\n  reported in: { from: Event, to: Country, label: REPORTED_FROM }\n'),
    },
  }),
  'duplicate-label': entry<{ label: string; other: string }>({
    severity: 'error',
    message: ({ label, other }) => `The label \`${label}\` is that of \`${other}\` already.`,
    hint: () => 'give one of the relations another `label`',
    about: 'In Cypher and in the graph a relation is known by its label, so that no two can have the same.',
    example: {
      bad: more('relations:\n  Meets: { from: Actor, to: Actor }\n'),
      good: more('relations:\n  Meets: { from: Actor, to: Actor, label: MEETS_IN_PERSON }\n'),
    },
  }),
}
