/** What goes wrong with the file system around a project. */

/** The project's folders or outputs cannot be read or written. The message says which, why, and what to do. */
export class ProjectError extends Error {
  override readonly name = 'ProjectError'
}
