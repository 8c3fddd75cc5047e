/** Where the openCypher TCK lies. */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** The folders of the TCK that its scenarios are read from. */
export interface TckFolders {
  readonly features: string
  readonly graphs: string
}

/**
 * The folder that the environment variable TCK_FEATURES names, seen from the root of the repository, else a place beside the
 * checkout; undefined where there is no TCK.
 */
export function findTck(): TckFolders | undefined {
  const { TCK_FEATURES: given = '../shared/tck/features' } = env
  const features = resolve(repository, given)
  const isThere = given !== '' && existsSync(features)
  return isThere ? { features, graphs: join(dirname(features), 'graphs') } : undefined
}

/** How to get it, for where it is not there. */
export const tckHint =
  'the openCypher TCK is not there: set TCK_FEATURES to the folder tck/features of a checkout of github.com/opencypher/openCypher'
