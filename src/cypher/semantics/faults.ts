/** The faults that the semantic pass finds, as errors. */
import { syntaxError, type CypherError } from '../cypher-error.ts'
import type { StaticType } from '../functions/definition.ts'
import { nearestNames } from '../../names/nearest.ts'
import { quoted } from '../quoted.ts'
import type { Name, Place } from '../syntax/ast.ts'
import { typeWord, typeWords, type KnownType } from './known-type.ts'

/** A name that means nothing where it stands, with the names that may have been meant. */
export function undefinedVariable(name: string, place: Place, names: Iterable<string>): CypherError {
  return syntaxError(
    'UndefinedVariable',
    `There is no variable ${quoted(name)} here.`,
    place,
    // Variables are seldom written like names of people and places.
    didYouMean(name, names) ?? (/^\p{Lu}/u.test(name) ? 'If it is a text, put it in quotes.' : undefined),
  )
}

/** Longer names are not compared with others. */
const mostLetters = 60

/** Whether a name is of a usual length. */
function isShort(name: string): boolean {
  return name.length <= mostLetters
}

/** `Did you mean …?`, or nothing where no name is near. Very long names are not compared, which takes very long. */
export function didYouMean(name: string, names: Iterable<string>): string | undefined {
  if (!isShort(name)) return undefined
  const near = nearestNames(name, Array.from(names).filter(isShort)).map(quoted)
  return near.length === 0 ? undefined : `Did you mean ${near.join(' or ')}?`
}

/** A name that is made although it is taken. */
export function alreadyBound({ text, ...place }: Name): CypherError {
  const hint = 'Choose another name.'
  return syntaxError('VariableAlreadyBound', `There is a variable ${quoted(text)} here already.`, place, hint)
}

/** A name in a pattern that stands for something else than its place in the pattern says. */
export function typeConflict({ text, ...place }: Name, type: KnownType, wanted: string): CypherError {
  const message = `${quoted(text)} cannot be ${wanted}: it is a value of the type ${typeWord(type.name)}.`
  return syntaxError('VariableTypeConflict', message, place)
}

/** A value that can never be of a type that its place allows. `what` begins the message: `WHERE`, `The function size()`. */
export function wrongType(
  what: string,
  wanted: readonly StaticType[],
  type: KnownType,
  place: Place,
): CypherError {
  const message = `${what} takes a value of the type ${typeWords(wanted)}, not of the type ${typeWord(type.name)}.`
  return syntaxError('InvalidArgumentType', message, place)
}
