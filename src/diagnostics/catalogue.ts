/** The catalogue of all diagnostics: severity, message, hint, reason and example of each code. */
import { claimCodes } from './catalogue/claims.ts'
import { csvCodes } from './catalogue/csv.ts'
import { jsonCodes } from './catalogue/json.ts'
import { projectCodes } from './catalogue/project.ts'
import { schemaCodes } from './catalogue/schema.ts'
import { yamlCodes } from './catalogue/yaml.ts'
import type { Entry } from './entry.ts'

export const catalogue = {
  ...projectCodes,
  ...yamlCodes,
  ...jsonCodes,
  ...schemaCodes,
  ...claimCodes,
  ...csvCodes,
}

export type Catalogue = typeof catalogue

/** The name of a fault: kebab-case and permanent. */
export type Code = keyof Catalogue

/** What a code's message is made from. */
export type Params<C extends Code> = Catalogue[C] extends Entry<infer P> ? P : never
