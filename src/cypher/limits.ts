/** How much a query may use, and the count of what it has used. */
import type { Budget } from './context.ts'
import { runtimeError, type CypherError } from './cypher-error.ts'

/** What one run may use. */
export interface Limits {
  /** Of work: rows looked at, relationships followed, items of lists gone through. */
  readonly steps: number
  /** Of the result. */
  readonly rows: number
  /** Kept in memory at the same time, roughly. */
  readonly bytes: number
  /** From begin to end. */
  readonly milliseconds: number
}

/** The limits of a query for which none are given: a minute, a million rows, 1 GB. */
export const defaultLimits: Limits = { steps: 1e10, rows: 1_000_000, bytes: 1e9, milliseconds: 60_000 }

/** The budget of a run. */
export interface RunBudget extends Budget {
  /** Counts a row of the result. */
  addRow(): void
  /**
   * Lets others have their turn when the last time was a while ago, a signal's sender among them; undefined when it was
   * not. Throws like the other methods.
   */
  readonly pause: () => Promise<void> | undefined
}

/** Steps between two looks at the clock and at the signal. */
const stepsBetweenLooks = 4096
const stepsBetweenPauseLooks = 256
/** Milliseconds. */
const betweenPauses = 15

/** Begins to count, and the clock with it; throws where the signal has been given already. */
export function beginBudget(limits: Partial<Limits> = {}, signal?: AbortSignal): RunBudget {
  const { steps: mostSteps, rows: mostRows, bytes: mostBytes, milliseconds } = { ...defaultLimits, ...limits }
  const begun = performance.now()
  let [steps, nextLook, kept, rows] = [0, 0, 0, 0]
  let [lastPause, nextPauseLook] = [begun, 0]
  const look = (): void => {
    nextLook = Math.min(steps + stepsBetweenLooks, mostSteps + 1)
    if (signal?.aborted) throw aborted(signal)
    if (steps > mostSteps) throw exceeded('Steps', stepsText(mostSteps))
    if (performance.now() - begun > milliseconds) throw exceeded('Time', timeText(milliseconds))
  }
  look()
  const checkMemory = (): void => {
    if (kept + budget.made > mostBytes) throw exceeded('Memory', memoryText(mostBytes))
  }
  const budget: RunBudget = {
    made: 0,
    step: (count = 1) => {
      steps += count
      if (steps >= nextLook) look()
    },
    keep: (bytes) => {
      kept += bytes
      checkMemory()
    },
    make: (bytes) => {
      budget.made += bytes
      checkMemory()
    },
    release: (bytes) => {
      kept -= bytes
    },
    addRow: () => {
      rows += 1
      if (rows > mostRows) throw exceeded('Rows', rowsText(mostRows))
    },
    pause: () => {
      steps += 1
      if (steps < nextPauseLook) return undefined
      nextPauseLook = steps + stepsBetweenPauseLooks
      look()
      const now = performance.now()
      if (now - lastPause < betweenPauses) return undefined
      return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        lastPause = performance.now()
        look()
      })
    },
  }
  return budget
}

function aborted(signal: AbortSignal): CypherError {
  return runtimeError('Aborted', 'Aborted', 'The query was stopped.', { cause: signal.reason })
}

interface Exceeded {
  readonly message: string
  readonly hint: string
}

function exceeded(detail: 'Steps' | 'Rows' | 'Memory' | 'Time', { message, hint }: Exceeded): CypherError {
  return runtimeError('LimitExceeded', detail, message, { hint })
}

function stepsText(most: number): Exceeded {
  return {
    message: `The query takes more than ${numberText(most)} steps.`,
    hint: 'Begin its patterns at few nodes, or raise the limit `steps`.',
  }
}

function rowsText(most: number): Exceeded {
  return {
    message: `The query gives more than ${numberText(most)} rows.`,
    hint: 'Add a LIMIT or count them, or raise the limit `rows`.',
  }
}

function memoryText(most: number): Exceeded {
  return {
    message: `The query keeps more than ${numberText(most)} bytes in memory.`,
    hint: 'Add a LIMIT, return less of each row, narrow it before it is sorted or grouped, or raise the limit `bytes`.',
  }
}

function timeText(most: number): Exceeded {
  return {
    message: `The query takes longer than ${numberText(most)} milliseconds.`,
    hint: 'Narrow its patterns, add a LIMIT, or raise the limit `milliseconds`.',
  }
}

function numberText(number: number): string {
  return number.toLocaleString('en-US')
}
