/** Gets the text of a query: from the command line, from a file or from standard input. */
import { readTextFile, reasonOf } from '../project/read-file.ts'
import { CommandFailure, exitCodes } from './exit-codes.ts'

/** The longest text that is read, in bytes, as of other files. */
const longest = 16 * 1024 * 1024

/** The text that was given, or else that of the file, or else of standard input. Throws a CommandFailure where there is none. */
export async function queryText(given: string | undefined, file: string | undefined): Promise<string> {
  if (given !== undefined && file !== undefined) {
    throw wrongUsage('--file stands instead of the text of a query; give one of them.')
  }
  const text = given === undefined || given === '-' ? await readText(file ?? given) : given
  if (text.trim() === '') throw wrongUsage(`the query is empty; ${example}`)
  return text
}

const example =
  "write it after `query` in quotes, as in stancegraph query 'MATCH (n) RETURN count(n)', or give --file."

async function readText(file: string | undefined): Promise<string> {
  if (file === undefined && process.stdin.isTTY) throw wrongUsage(`there is no query; ${example}`)
  return file === undefined || file === '-' ? await inputText() : await fileText(file)
}

/** Without the byte order mark that some editors write. */
async function fileText(path: string): Promise<string> {
  const reading = await readTextFile(path, path)
  switch (reading.kind) {
    case 'read':
      return reading.file.text.replace(/^\uFEFF/, '')
    case 'too large':
      throw unreadable(`\`${path}\``, tooLarge)
    case 'not utf-8':
      throw unreadable(`\`${path}\``, notUtf8)
    case 'unreadable':
      throw unreadable(`\`${path}\``, reading.reason)
  }
}

/** The decoder leaves a byte order mark out. */
async function inputText(): Promise<string> {
  const bytes = Buffer.concat(await inputChunks())
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadable('standard input', notUtf8)
  }
}

async function inputChunks(): Promise<readonly Buffer[]> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      length += chunk.length
      if (length > longest) break
    }
  } catch (error) {
    throw unreadable('standard input', reasonOf(error))
  }
  if (length > longest) throw unreadable('standard input', tooLarge)
  return chunks
}

const tooLarge = 'it is larger than 16 MB'
const notUtf8 = 'it is not UTF-8 text'

function unreadable(what: string, why: string): CommandFailure {
  return new CommandFailure(
    exitCodes.environment,
    `cannot read ${what}: ${why}; give the query in another way.`,
  )
}

function wrongUsage(message: string): CommandFailure {
  return new CommandFailure(exitCodes.usage, message)
}
