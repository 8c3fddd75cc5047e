/** `stancegraph schema`: the graph schema as a page, or as a JSON Schema for editors. */
import { claimsJsonSchema } from '../../exports/json-schema.ts'
import { schemaMarkdown } from '../../exports/schema-markdown.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { loadGraph } from '../load-project.ts'
import { print, printJson } from '../output.ts'
import type { ProjectOptions } from '../project-options.ts'

/** The options of the command. */
export interface SchemaCommandOptions extends ProjectOptions {
  readonly format: string
}

/** Prints the graph schema in a format. */
export async function schema(options: SchemaCommandOptions): Promise<void> {
  switch (options.format) {
    case 'markdown':
      // The page is about the schema alone, whatever state the data is in.
      await print(schemaMarkdown((await loadGraph({ ...options, data: [] })).schema))
      return
    case 'json-schema':
      return printJson(claimsJsonSchema(await loadGraph(options)))
    default:
      throw new CommandFailure(
        exitCodes.usage,
        `there is no format \`${options.format}\`; use one of markdown, json-schema.`,
      )
  }
}
