/** The options of every command that works on a project. */

/** Where the project is, as given on the command line. */
export interface ProjectOptions {
  readonly project: string
  readonly schema?: string
  readonly data?: readonly string[]
  /** An exported graph instead of a project. */
  readonly graph?: string
}
