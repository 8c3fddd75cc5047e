/** What the exit codes of the command mean. */

export const exitCodes = {
  /** Fine; there may be warnings. */
  fine: 0,
  /** The files of the project have errors. */
  faulty: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** The environment is at fault: a file system, a database. */
  environment: 3,
  /** Stopped by Ctrl-C, as shells say it. */
  interrupted: 130,
} as const

/** Ends a command with an exit code, after its message has been printed. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure'
  readonly exitCode: number

  /** `message` is printed on standard error; an empty one means that all has been said. */
  constructor(exitCode: number, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}
