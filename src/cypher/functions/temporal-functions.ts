/** The functions for dates and times. */
import type { Context } from '../context.ts'
import type { Value, ValueMap } from '../value.ts'
import {
  changesArgument,
  instantArgument,
  integerArgument,
  unitArgument,
  zoneArgument,
} from '../temporal/arguments.ts'
import {
  currentDate,
  currentDateTime,
  currentLocalDateTime,
  currentLocalTime,
  currentTime,
  type Clock,
} from '../temporal/clock.ts'
import { createDate, createLocalDateTime, createLocalTime } from '../temporal/create-date.ts'
import { createDateTime, createTime } from '../temporal/create-datetime.ts'
import { dateTimeOfEpoch, dateTimeOfEpochMillis } from '../temporal/epoch.ts'
import type { Instant } from '../temporal/parts.ts'
import {
  truncateDate,
  truncateDateTime,
  truncateLocalDateTime,
  truncateLocalTime,
  truncateTime,
} from '../temporal/truncate.ts'
import type { Zone } from '../temporal/zones.ts'
import type { FunctionDefinition, StaticType } from './definition.ts'

const dated: readonly StaticType[] = ['date', 'local datetime', 'datetime']
const timed: readonly StaticType[] = ['local time', 'time', 'local datetime', 'datetime']
const moments: readonly StaticType[] = ['local datetime', 'datetime']

/** A kind of dates or times, and what makes values of it. */
interface Family {
  /** The name of the function that makes them. */
  readonly name: string
  readonly kind: Instant['kind']
  /** Of what other dates and times it makes them, and which it truncates. */
  readonly from: readonly StaticType[]
  readonly truncatesFrom: readonly StaticType[]
  readonly create: (given: Value, clock: Clock) => Instant
  readonly current: (zone: Zone, clock: Clock) => Instant
  readonly truncate: (unit: string, value: Instant, changes: ValueMap, clock: Clock) => Instant
}

const families: readonly Family[] = [
  {
    name: 'date',
    kind: 'date',
    from: dated,
    truncatesFrom: dated,
    create: createDate,
    current: currentDate,
    truncate: truncateDate,
  },
  {
    name: 'localtime',
    kind: 'local time',
    from: timed,
    truncatesFrom: timed,
    create: createLocalTime,
    current: currentLocalTime,
    truncate: truncateLocalTime,
  },
  {
    name: 'time',
    kind: 'time',
    from: timed,
    truncatesFrom: timed,
    create: createTime,
    current: currentTime,
    truncate: truncateTime,
  },
  {
    name: 'localdatetime',
    kind: 'local datetime',
    from: moments,
    truncatesFrom: dated,
    create: createLocalDateTime,
    current: currentLocalDateTime,
    truncate: truncateLocalDateTime,
  },
  {
    name: 'datetime',
    kind: 'datetime',
    from: moments,
    truncatesFrom: dated,
    create: createDateTime,
    current: currentDateTime,
    truncate: truncateDateTime,
  },
]

/** The moment when the run began, asked for only where it is needed: without it a call can be computed ahead. */
function clockOf(context: Context): Clock {
  return () => context.now.epochMilliseconds
}

function functionsOf(family: Family): readonly FunctionDefinition[] {
  const { name, kind, from, create, current } = family
  return [
    {
      name,
      parameters: [['string', 'map', ...from]],
      optional: 1,
      result: kind,
      call: ([given], context) =>
        given === undefined ? current(0, clockOf(context)) : create(given, clockOf(context)),
    },
    clockFunction(family, 'transaction', clockOf),
    clockFunction(family, 'statement', clockOf),
    { ...clockFunction(family, 'realtime', () => Date.now), volatile: true },
    truncateFunction(family),
  ]
}

/** The current date or time; the time zone is UTC unless given. */
function clockFunction(
  { name, kind, current }: Family,
  variant: string,
  clockIn: (context: Context) => Clock,
): FunctionDefinition {
  return {
    name: `${name}.${variant}`,
    parameters: [['string']],
    optional: 1,
    result: kind,
    call: ([zone], context) => current(zone === undefined ? 0 : zoneArgument(zone), clockIn(context)),
  }
}

function truncateFunction({ name, kind, truncatesFrom, current, truncate }: Family): FunctionDefinition {
  return {
    name: `${name}.truncate`,
    parameters: [['string'], truncatesFrom, ['map']],
    optional: 2,
    result: kind,
    acceptsNull: true,
    call: ([unit, value, changes], context) => {
      const clock = clockOf(context)
      const instant = value === undefined ? current(0, clock) : instantArgument(value)
      return truncate(unitArgument(unit), instant, changesArgument(changes), clock)
    },
  }
}

const epochFunctions: readonly FunctionDefinition[] = [
  {
    name: 'datetime.fromepoch',
    parameters: [['integer'], ['integer']],
    result: 'datetime',
    acceptsNull: true,
    call: ([seconds, nanoseconds]) => dateTimeOfEpoch(integerArgument(seconds), integerArgument(nanoseconds)),
  },
  {
    name: 'datetime.fromepochmillis',
    parameters: [['integer']],
    result: 'datetime',
    acceptsNull: true,
    call: ([milliseconds]) => dateTimeOfEpochMillis(integerArgument(milliseconds)),
  },
]

/** The functions for dates and times; duration-functions.ts has those for durations. */
export const temporalFunctions: readonly FunctionDefinition[] = [
  ...families.flatMap(functionsOf),
  ...epochFunctions,
]
