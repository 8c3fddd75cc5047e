/** Words what the driver throws for people: one sentence and the next step, without any password. */
import { DamagedRecordError } from '../../neo4j/read-records.ts'
import { DatabaseError } from './database-error.ts'
import { faultKinds, serverAt, type Fault, type FaultKind, type Place } from './faults.ts'
import { NoAnswerError } from './transient.ts'

/**
 * The DatabaseError that stands for an error of the driver or of the network; `error` itself where it is another one. What
 * a server refuses for a reason that is not known here, such as a mistake in a query, has the problem `refused`.
 */
export function explain(error: unknown, place: Place): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  if (error instanceof NoAnswerError) return noAnswer(error, place)
  if (error instanceof DamagedRecordError) return new DatabaseError('damaged', `${error.message}.`)
  if (error.name !== 'Neo4jError') return error
  const fault = faultOf(error)
  const kind = faultKinds.find((one) => fits(one, fault, place))
  return kind ? new DatabaseError(kind.problem, kind.word(place, fault), { cause: error }) : error
}

function noAnswer(cause: Error, place: Place): DatabaseError {
  const message = `${serverAt(place)} does not answer any more; see whether it is running and what its logs say, and run this again.`
  return new DatabaseError('timeout', message, { cause })
}

function faultOf(error: Error): Fault {
  const chain: Error[] = []
  for (let one: unknown = error; one instanceof Error && !chain.includes(one); one = one.cause)
    chain.push(one)
  return {
    codes: chain.flatMap((one) => ('code' in one && typeof one.code === 'string' ? [one.code] : [])),
    text: chain.map(({ message }) => message).join('\n'),
    message: error.message.trim().replace(/\s+/g, ' ').replace(/\.$/, ''),
  }
}

/** What a server says may have words of the graph in it, so that its code must tell; the driver has no codes of its own. */
function fits({ code, text, opening }: FaultKind, fault: Fault, place: Place): boolean {
  const told = code
    ? fault.codes.some((one) => code.test(one))
    : fault.codes.every((one) => !one.startsWith('Neo.'))
  return told && (!text || text.test(fault.text)) && (!opening || opensPlainly(place))
}

function opensPlainly({ url = '', opening = false }: Place): boolean {
  return opening && /^\w+:\/\//.test(url)
}
