/** Writes the names of labels, relationship types, properties and variables into Cypher: the one place that does. */

/**
 * The name in backticks, whatever it contains. Neo4j replaces `\uXXXX` before it looks at backticks, also inside of
 * them, so a backslash is written as `\u005C`: nothing that stands in a name can end it.
 */
export function escapeName(name: string): string {
  return `\`${name.replaceAll('\\', '\\u005C').replaceAll('`', '``')}\``
}
