/** Faults of sources, entities and claims. */

export const claimCodes = {}
