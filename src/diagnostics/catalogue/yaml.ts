/** Faults of YAML itself, and YAML that is not allowed here. */

export const yamlCodes = {}
