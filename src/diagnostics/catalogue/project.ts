/** Faults of files as such: too large, not text, missing, out of bounds. */
import { entry } from '../entry.ts'

export const projectCodes = {
  'file-too-large': entry<{ megabytes: number; limit: number }>({
    severity: 'error',
    message: ({ megabytes, limit }) => `The file has ${megabytes} MB; the limit is ${limit} MB.`,
    hint: () => 'split it into several files; their order does not matter',
    about: 'A data file, schema file or source text has more than 16 MB. It is not read.',
    example: null,
  }),
  'not-utf-8': entry<object>({
    severity: 'error',
    message: () => 'The file is not UTF-8 text.',
    hint: () => 'save it as UTF-8; this is the first place that is not',
    about:
      'A file holds bytes that are no UTF-8, often because it was saved as Latin-1 or UTF-16. It is not read.',
    example: null,
  }),
  'missing-text': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `There is no text file \`${path}\`.`,
    hint: () => 'the path is relative to this data file; without a text, leave `text:` out',
    about: 'The `text:` of a source names a file against which its quotes are checked.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02, text: texts/wires.txt }\n',
      good: 'source: { id: wire, published: 2024-08-02, text: texts/wire.txt }\n',
    },
  }),
  'text-outside-project': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `The text file \`${path}\` lies outside the project.`,
    hint: () => 'copy the text into the project; links that lead out of it are not followed',
    about:
      'A text must lie in the project folder, also after links are followed, so that a project can be passed on whole and reads nothing else of the machine.',
    example: {
      bad: 'source: { id: wire, published: 2024-08-02, text: ../../wire.txt }\n',
      good: 'source: { id: wire, published: 2024-08-02, text: texts/wire.txt }\n',
    },
  }),
  'text-not-utf-8': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `The text file \`${path}\` is not UTF-8 text.`,
    hint: () => 'save it as UTF-8',
    about: 'Quotes are found letter by letter, so the letters of a text must be known.',
    example: null,
  }),
  'unreadable-text': entry<{ path: string; reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `The text file \`${path}\` cannot be read: ${reason}.`,
    hint: () => 'check that it is a text file of at most 16 MB and that you may read it',
    about: 'The text of a source is too large, a folder, or closed to the user.',
    example: null,
  }),
  'unreadable-file': entry<{ reason: string }>({
    severity: 'error',
    message: ({ reason }) => `The file cannot be read: ${reason}.`,
    hint: () => 'check that it is a file and that you may read it',
    about: 'The system refuses to read a file of the project, for example for want of permission.',
    example: null,
  }),
}
