/** Faults of YAML itself, YAML that is not allowed here, and values of the wrong shape. */
import { didYouMean, entry } from '../entry.ts'

/** What stands where something else is expected. */
type Shape = 'map' | 'list' | 'text' | 'nothing'

const shapes: Record<Shape, string> = { map: 'A map', list: 'A list', text: 'A text', nothing: 'Nothing' }

export const yamlCodes = {
  'yaml-syntax': entry<{ fault: string; remedy?: string }>({
    severity: 'error',
    message: ({ fault }) => fault,
    hint: ({ remedy }) => remedy,
    about:
      'The text is not YAML. Only the first such fault of a document is reported: it stands for everything in the document, of which nothing is read.',
    example: {
      bad: 'entities:\n  Sundvik: { type: Country\n',
      good: 'entities:\n  Sundvik: { type: Country }\n',
    },
  }),
  'forbidden-character': entry<{ character: string; others: number }>({
    severity: 'error',
    message: ({ character, others }) =>
      others === 0
        ? `The character ${character} is not allowed.`
        : `The character ${character} and ${others} others like it are not allowed; this is not text.`,
    hint: ({ others }) => (others === 0 ? 'remove it' : 'look whether this is the right file'),
    about:
      'Control characters, lone surrogates and noncharacters mean nothing in a text, and many programs refuse them. In double quotes they can also be written as escapes. A file with more than twenty runs of them is reported once and not read.',
    example: {
      bad: 'entities:\n  Sundvik: { type: Country, note: "ring \\u0007 twice" }\n',
      good: 'entities:\n  Sundvik: { type: Country, note: ring twice }\n',
    },
  }),
  'yaml-anchor': entry<{ name: string; used: boolean }>({
    severity: 'error',
    message: ({ name }) => `\`&${name}\` is an anchor, which is not allowed.`,
    hint: ({ name, used }) =>
      used
        ? `write the value out where \`*${name}\` stands; a text that begins with \`&\` needs quotes`
        : 'remove it; a text that begins with `&` needs quotes',
    about:
      'A claim must be readable where it stands, so nothing may stand for a value that is written elsewhere. The aliases of an anchor are named along with it.',
    example: {
      bad: 'entities:\n  Sundvik: { type: &kind Country }\n',
      good: 'entities:\n  Sundvik: { type: Country }\n',
    },
  }),
  'yaml-alias': entry<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `\`*${name}\` is an alias, which is not allowed.`,
    hint: () => 'write the value out; a text that begins with `*` needs quotes',
    about:
      'A claim must be readable where it stands, so nothing may stand for a value that is written elsewhere. Aliases are never expanded. The document is not read.',
    example: {
      bad: 'entities:\n  Sundvik: { type: Country, note: *often* called the north }\n',
      good: 'entities:\n  Sundvik: { type: Country, note: "*often* called the north" }\n',
    },
  }),
  'yaml-merge-key': entry<object>({
    severity: 'error',
    message: () => '`<<` is a merge key, which is not allowed.',
    hint: () => 'write the keys out that it would bring in',
    about:
      'A claim must be readable where it stands, so nothing may be merged into it. The document is not read. In quotes, `"<<"` is a key like others.',
    example: {
      bad: 'entities:\n  Sundvik:\n    <<: { type: Country }\n',
      good: 'entities:\n  Sundvik:\n    type: Country\n',
    },
  }),
  'yaml-tag': entry<{ tag: string }>({
    severity: 'error',
    message: ({ tag }) => `\`${tag}\` is a tag, which is not allowed.`,
    hint: () => 'remove it; a text that begins with `!` needs quotes',
    about:
      'What a value is follows from the graph schema, never from a tag. The value is read as if the tag were not there.',
    example: {
      bad: 'entities:\n  Sundvik: { type: !!str Country }\n',
      good: 'entities:\n  Sundvik: { type: Country }\n',
    },
  }),
  'yaml-directive': entry<{ directive: string }>({
    severity: 'error',
    message: ({ directive }) => `\`${directive}\` is a directive, which is not allowed.`,
    hint: () => 'remove the line; a text that begins with `%` needs quotes',
    about: 'Lines that begin with `%` before a document are YAML directives. Only `%YAML` may stand there.',
    example: {
      bad: '%TAG ! tag:example.org,2024:\n---\nentities:\n  Sundvik: { type: Country }\n',
      good: 'entities:\n  Sundvik: { type: Country }\n',
    },
  }),
  'too-deep': entry<{ limit: number }>({
    severity: 'error',
    message: ({ limit }) => `More than ${limit} lists and maps are nested here.`,
    hint: () => 'look for brackets that are not closed; nothing in a project needs such depth',
    about: 'Lists and maps are nested more than 64 deep. The document is not read.',
    example: {
      bad: `entities:\n  Sundvik: { type: Country, aliases: ${'['.repeat(70)}${']'.repeat(70)} }\n`,
      good: 'entities:\n  Sundvik: { type: Country, aliases: [] }\n',
    },
  }),
  'duplicate-key': entry<{ key: string }>({
    severity: 'error',
    message: ({ key }) => `The key \`${key}\` stands twice in one map.`,
    hint: () => 'put both values under one key, or remove one of them',
    about: 'A map has each of its keys once. The first value is read, the later one is not.',
    example: {
      bad: 'entities:\n  Sundvik: { type: Country, note: cold, note: far }\n',
      good: 'entities:\n  Sundvik: { type: Country, note: cold and far }\n',
    },
  }),
  'key-not-text': entry<{ found: 'map' | 'list' | 'nothing' }>({
    severity: 'error',
    message: ({ found }) =>
      found === 'nothing' ? 'A key is empty.' : `${shapes[found]} stands where a key is expected.`,
    hint: ({ found }) =>
      found === 'nothing' ? 'write a key before the colon' : 'a key that begins with `[` or `{` needs quotes',
    about: 'Keys are texts. What stands under another key is not read.',
    example: {
      bad: 'entities:\n  Sundvik: { type: Country, [note]: cold }\n',
      good: 'entities:\n  Sundvik: { type: Country, note: cold }\n',
    },
  }),
  'value-cut-short': entry<{ cut: string }>({
    severity: 'warning',
    message: ({ cut }) => `The value ends before \`${cut}\`, because \` #\` begins a comment.`,
    hint: () => 'put the value in quotes; if it is a comment, write a space after the `#`',
    about:
      'In YAML, a `#` after white space begins a comment. Without white space after it, it is rarely meant as one.',
    example: {
      bad: 'entities:\n  Sundvik:\n    type: Country\n    note: see law #14\n',
      good: 'entities:\n  Sundvik:\n    type: Country\n    note: "see law #14"\n',
    },
  }),
  'expected-map': entry<{ found: Shape }>({
    severity: 'error',
    message: ({ found }) => `${shapes[found]} stands where a map is expected.`,
    hint: () => 'write `key: value` lines beneath it, or `{ key: value }`',
    about: 'A text or a list stands where keys with values are expected.',
    example: { bad: 'entities:\n  Sundvik: Country\n', good: 'entities:\n  Sundvik: { type: Country }\n' },
  }),
  'expected-list': entry<{ found: Shape }>({
    severity: 'error',
    message: ({ found }) => `${shapes[found]} stands where a list is expected.`,
    hint: () => 'write `- item` lines beneath it, or `[item, item]`',
    about: 'A text or a map stands where a list is expected.',
    example: {
      bad: 'claims: Norland —recognizes→ González\n',
      good: 'source: { id: wire, published: 2024-08-01 }\nclaims: [Norland —recognizes→ González]\n',
    },
  }),
  'expected-text': entry<{ found: Shape }>({
    severity: 'error',
    message: ({ found }) => `${shapes[found]} stands where a text is expected.`,
    hint: ({ found }) =>
      found === 'nothing'
        ? 'write it, or leave the key out'
        : 'a text that begins with `[` or `{`, or holds `: `, needs quotes',
    about: 'A list, a map or nothing stands where one text is expected.',
    example: {
      bad: 'entities:\n  Sundvik: { type: Country, note: [cold, far] }\n',
      good: 'entities:\n  Sundvik: { type: Country, note: "cold, far" }\n',
    },
  }),
  'expected-boolean': entry<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `Here stands ${found}, not \`true\` or \`false\`.`,
    hint: () => 'write `true` or `false`, without quotes',
    about: 'Only the words `true` and `false` say yes and no; YAML’s `yes`, `no`, `on` and `off` are texts.',
    example: {
      bad: { 'graph-schema/more.yaml': 'types:\n  Force: { abstract: yes }\n' },
      good: { 'graph-schema/more.yaml': 'types:\n  Force: { abstract: true }\n' },
    },
  }),
  'expected-number': entry<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `Here stands ${found}, not a number.`,
    hint: () => 'write digits without quotes, such as `51`, `-3` or `0.5`',
    about: 'A value is not a number. Numbers are written without quotes.',
    example: {
      bad: {
        'graph-schema/more.yaml':
          'types:\n  Treaty: { properties: { articles: { type: integer, minimum: one } } }\n',
      },
      good: {
        'graph-schema/more.yaml':
          'types:\n  Treaty: { properties: { articles: { type: integer, minimum: 1 } } }\n',
      },
    },
  }),
  'unknown-key': entry<{ key: string; owner: string; nearest: readonly string[]; known: readonly string[] }>({
    severity: 'error',
    message: ({ key, owner }) => `\`${key}\` is not a key of ${owner}.`,
    hint: ({ nearest, known }) =>
      didYouMean(nearest) ?? `its keys are ${known.map((name) => `\`${name}\``).join(', ')}`,
    about:
      'A key is not one of those that can stand here. Nothing that is not known is passed over in silence.',
    example: {
      bad: 'entity:\n  Sundvik: { type: Country }\n',
      good: 'entities:\n  Sundvik: { type: Country }\n',
    },
  }),
}
