#!/usr/bin/env node
/** The command `stancegraph`. */
import { exitCodes } from './exit-codes.ts'
import { run } from './program.ts'

// A reader that has seen enough, such as `head`, closes the pipe: that is no fault, and the command goes on to its exit
// code. All else is told by whoever writes; what commander writes, help for one, is told here.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  process.exitCode = exitCodes.environment
})

const exitCode = await run(process.argv.slice(2))
process.exitCode ??= exitCode
// The driver cannot close a connection on which a server has not said a word, and it would hold the process.
if (exitCode === exitCodes.environment) setTimeout(() => process.exit(), 200).unref()
