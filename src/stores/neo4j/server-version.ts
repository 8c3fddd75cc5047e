/** Which versions of Neo4j stancegraph works with. */

/** The oldest that is tested. Queries call subqueries in a way that came with 5.23; 5.26 is the long-term version. */
export const oldestVersion = '5.26'

/**
 * Whether a server that calls itself of this version is new enough: `5.26.30`, `2026.09.0` and `5.27-aura` are. What
 * does not begin like a version is not.
 */
export function isSupportedVersion(version: string): boolean {
  const [, major, minor = '0'] = /^(\d{1,4})(?:\.(\d{1,4}))?(?![\w])/.exec(version) ?? []
  if (major === undefined) return false
  const [oldestMajor = 0, oldestMinor = 0] = oldestVersion.split('.').map(Number)
  return Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor)
}
