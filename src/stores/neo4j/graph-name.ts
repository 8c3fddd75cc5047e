/** What a graph may be called in a database, for the layers above. */
export { isGraphName, longestGraphName } from '../../neo4j/limits.ts'
