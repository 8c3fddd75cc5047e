/** Goes through syntax trees, whatever their parts are. */

/** The objects that a part of a tree consists of: parts, and lists of them. */
export function childrenOf(part: object): readonly object[] {
  return Object.values(part).filter((value) => typeof value === 'object' && value !== null) as object[]
}
