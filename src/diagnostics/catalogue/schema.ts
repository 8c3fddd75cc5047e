/** Faults of the graph schema. */

export const schemaCodes = {}
