/** Faults of JSON Lines. */
import { alternatives, didYouMean, entry } from '../entry.ts'

export const jsonCodes = {
  'json-syntax': entry<{ fault: string }>({
    severity: 'error',
    message: ({ fault }) => fault,
    hint: () =>
      'each line must be one whole JSON document; if it is the last line, the file may have been cut',
    about: 'A line is not JSON. It stands for whatever it was to say, and the other lines are read.',
    example: {
      bad: { 'data/example.jsonl': '{"entity":{"id":"Sundvik","type":"Coun\n' },
      good: { 'data/example.jsonl': '{"entity":{"id":"Sundvik","type":"Country"}}\n' },
    },
  }),
  'line-too-long': entry<{ limit: number }>({
    severity: 'error',
    message: ({ limit }) => `The line has more than ${limit} MB.`,
    hint: () => 'each line is one source, entity or claim; look for a line break that is missing',
    about: 'A line of JSON Lines has more than 1 MB. It is not read.',
    example: null,
  }),
  'wrong-line': entry<{ keys: readonly string[]; known: readonly string[] }>({
    severity: 'error',
    message: ({ keys }) =>
      keys.length === 1
        ? `\`${keys[0] ?? ''}\` is nothing that a line can be.`
        : `A line is one thing, named by its only key, and this has ${keys.length} keys.`,
    hint: ({ known }) => `write { ${alternatives(known)}: { … } }`,
    about:
      'Each line is an object with one key, which says what it is: `schema`, `source`, `entity` or `claim`.',
    example: {
      bad: { 'data/example.jsonl': '{"entities":{"id":"Sundvik","type":"Country"}}\n' },
      good: { 'data/example.jsonl': '{"entity":{"id":"Sundvik","type":"Country"}}\n' },
    },
  }),
  'unknown-source': entry<{ source: string; nearest: readonly string[] }>({
    severity: 'error',
    message: ({ source }) => `There is no source \`${source}\`.`,
    hint: ({ nearest }) => didYouMean(nearest) ?? 'add a line { "source": { "id": … } }',
    about: 'The `source` of a claim in JSON Lines is the id of a source of the project.',
    example: {
      bad: {
        'data/example.jsonl':
          '{"source":{"id":"wire","published":"2024-08-02"}}\n{"claim":{"claim":"Norland —recognizes→ González","source":"wires"}}\n',
      },
      good: {
        'data/example.jsonl':
          '{"source":{"id":"wire","published":"2024-08-02"}}\n{"claim":{"claim":"Norland —recognizes→ González","source":"wire"}}\n',
      },
    },
  }),
  'invalid-position': entry<object>({
    severity: 'error',
    message: () => 'The position of the quote is none.',
    hint: () => 'give `start` and `end` as whole numbers, `end` the greater, or leave both out',
    about: 'A quote in JSON Lines may bring its position in the text along, counted in code points from 0.',
    example: {
      bad: {
        'data/example.jsonl':
          '{"source":{"id":"wire","published":"2024-08-02"}}\n{"claim":{"claim":"Norland —recognizes→ González","source":"wire","quote":{"exact":"He won","start":7}}}\n',
      },
      good: {
        'data/example.jsonl':
          '{"source":{"id":"wire","published":"2024-08-02"}}\n{"claim":{"claim":"Norland —recognizes→ González","source":"wire","quote":{"exact":"He won","start":7,"end":13}}}\n',
      },
    },
  }),
  'schema-differs': entry<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `${name} is not the same here as in the graph schema of the project.`,
    hint: () => 'export the data again, or bring the two schemas into line',
    about:
      'A file that was exported brings its graph schema. Beside another one, its claims could mean something else.',
    example: {
      bad: { 'data/example.jsonl': '{"schema":{"types":{"Person":{}},"relations":{}}}\n' },
      good: { 'data/example.jsonl': '' },
    },
  }),
  'missing-schema': entry<object>({
    severity: 'error',
    message: () => 'The file has no graph schema.',
    hint: () => 'export it again, which writes the schema first, or name the schema with --schema',
    about: 'An exported graph says in a line `{"schema": …}` what its claims mean.',
    example: null,
  }),
}
