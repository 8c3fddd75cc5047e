/** Imports a spreadsheet of statements: `npx tsx scripts/import-csv.ts statements.csv mapping.yaml FOLDER`. */
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError } from 'commander'
import pc from 'picocolors'
import { exitCodes } from '../src/cli/exit-codes.ts'
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts'
import { renderText } from '../src/diagnostics/render.ts'
import { buildGraph } from '../src/project/build-graph.ts'
import type { Summary } from '../src/project/check-project.ts'
import { ProjectError } from '../src/project/project-error.ts'
import { importStatements, type RowCounts } from './import-csv/import-statements.ts'
import { readCsvFile } from './import-csv/read-csv-file.ts'
import { refuseFullFolder, writeFolder } from './import-csv/write-folder.ts'

interface Options {
  readonly schema?: string
  readonly data?: readonly string[]
  readonly partial?: boolean
}

/** What is said, on which channel. */
interface Output {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
}

/** The most diagnostics that are printed. */
const shownLimit = 100

const examples = `
Examples:
  npx tsx scripts/import-csv.ts statements.csv mapping.yaml data/imported
  npx tsx scripts/import-csv.ts statements.csv mapping.yaml data/imported --schema graph-schema
  npx tsx scripts/import-csv.ts dna.csv dna.yaml data/dna --schema graph-schema --data data/people.yaml

A mapping, which docs/spreadsheets.md explains:
  subject: { column: speaker, type: Person }
  agreement: { column: agrees, values: { "yes": supports, "no": opposes } }
  object: { column: demand, type: Issue }
  date: { column: day, format: DD.MM.YYYY }
  quote: text
  source: { id: article, published: { column: printed, format: DD.MM.YYYY } }

Exit codes: 0 fine (warnings too), 1 the files have errors, 2 wrong usage, 3 the file system refuses.
`

/** Runs a command line and returns its exit code. */
export async function runImport(args: readonly string[], output: Output = standard): Promise<number> {
  let exitCode: number = exitCodes.fine
  const program = new Command('import-csv')
    .description(
      'Turns a spreadsheet of statements (CSV in UTF-8) into claims: one YAML file for each source, and entities.yaml.\nIf a row has an error, nothing is written.',
    )
    .argument('<csv>', 'the spreadsheet')
    .argument('<mapping>', 'a YAML file that says which column is what')
    .argument('<folder>', 'where to write; it must not exist yet, or be empty')
    .option('--schema <path>', 'afterwards check the claims against this graph schema')
    .option('--data <path...>', 'with --schema: other data of the project that the claims need')
    .option('--partial', 'write the rows that are fine, even if others have errors')
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({ writeOut: output.print, writeErr: output.complain })
    .action(async (csv: string, mapping: string, folder: string, options: Options) => {
      exitCode = await importFile({ csv, mapping, folder, ...options }, output)
    })
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage
    if (!(error instanceof ProjectError)) throw error
    output.complain(`import-csv: ${error.message}\n`)
    return exitCodes.environment
  }
}

const standard: Output = {
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
}

interface Job extends Options {
  readonly csv: string
  readonly mapping: string
  readonly folder: string
}

async function importFile(job: Job, output: Output): Promise<number> {
  await refuseFullFolder(job.folder)
  const csv = await readCsvFile(job.csv)
  const mapping = await readCsvFile(job.mapping)
  if (!csv.ok || !mapping.ok) {
    const faults = [csv, mapping].flatMap((reading) => (reading.ok ? [] : [reading.diagnostic]))
    complain(faults, output)
    return exitCodes.faulty
  }
  const { files, diagnostics, counts } = importStatements(csv.file, mapping.file)
  complain(diagnostics, output)
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error')
  if (hasErrors && !job.partial) {
    output.print(`${countsText(counts)}\nNothing was written: mend the errors, or give --partial.\n`)
    return exitCodes.faulty
  }
  if (files.size === 0) {
    output.print(`${countsText(counts)}\nNothing was written.\n`)
    return hasErrors ? exitCodes.faulty : exitCodes.fine
  }
  await writeFolder(job.folder, files)
  output.print(`${countsText(counts)}\n${count(files.size, 'file')} written to ${job.folder}.\n`)
  const checked = await checkWritten(job, output)
  return hasErrors || !checked ? exitCodes.faulty : exitCodes.fine
}

/** Checks what was written, where a schema is given. Whether it has no error. */
async function checkWritten({ folder, schema, data = [] }: Job, output: Output): Promise<boolean> {
  if (schema === undefined) return true
  const { ok, diagnostics, summary } = await buildGraph({ schema, data: [folder, ...data] })
  complain(diagnostics, output)
  output.print(checkText(summary))
  return ok
}

function checkText({ claims, errors, warnings }: Summary): string {
  return `Checked: ${count(claims, 'claim')} in the graph, ${count(errors, 'error')}, ${count(warnings, 'warning')}.\n`
}

function complain(diagnostics: readonly Diagnostic[], output: Output): void {
  if (diagnostics.length === 0) return
  const color = pc.isColorSupported && process.stderr.isTTY
  output.complain(`${renderText(diagnostics.slice(0, shownLimit), { color })}\n`)
  if (diagnostics.length > shownLimit) output.complain(`… and ${diagnostics.length - shownLimit} more.\n\n`)
}

function countsText({ rows, claims, merged, repeated, faulty, blank }: RowCounts): string {
  const parts = [
    count(claims, 'claim'),
    ...(merged > 0 ? [`${merged} more ${merged === 1 ? 'quote' : 'quotes'} of these`] : []),
    ...(repeated > 0 ? [`${repeated} repeated`] : []),
    ...(faulty > 0 ? [`${faulty} with errors`] : []),
  ]
  const left = blank > 0 ? ` ${count(blank, 'row')} without text left out.` : ''
  return `${count(rows, 'row')}: ${parts.join(', ')}.${left}`
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}

if (argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await runImport(argv.slice(2))
