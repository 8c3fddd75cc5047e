/** What an export throws when a graph holds something that the format cannot. */

/**
 * A graph built by a program holds a character that a format cannot. Checked files never do: the reader refuses
 * such characters with their place.
 */
export class ExportError extends Error {
  override readonly name = 'ExportError'
}
