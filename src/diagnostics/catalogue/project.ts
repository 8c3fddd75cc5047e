/** Faults of files as such: missing, too large, unreadable. */
import { entry } from '../entry.ts'

export const projectCodes = {
  'file-too-large': entry<{ megabytes: number; limit: number }>({
    severity: 'error',
    message: ({ megabytes, limit }) => `The file has ${megabytes} MB; the limit is ${limit} MB.`,
    hint: () => 'split it into several files; their order does not matter',
    about: 'A data or schema file has more than 16 MB. It is not read.',
    example: null,
  }),
  'not-utf-8': entry<object>({
    severity: 'error',
    message: () => 'The file is not UTF-8 text.',
    hint: () => 'save it as UTF-8; here is the first byte that is not',
    about: 'A file holds bytes that are no UTF-8, often because it was saved as Latin-1 or UTF-16.',
    example: null,
  }),
}
