import neo4j, { Date as Neo4jDate, DateTime, Duration, LocalDateTime, LocalTime, Time } from 'neo4j-driver'
import { describe, expect, it } from 'vitest'
import { temporalFrom } from '../../../src/stores/neo4j/temporal-values.ts'

const { int } = neo4j
const most = 2n ** 63n - 1n

describe('temporalFrom', () => {
  it.each<[object, string, string]>([
    [new Neo4jDate(2024, 2, 29), 'date', '2024-02-29'],
    [new Neo4jDate(int(-999_999_999), int(1), int(1)), 'date', '-999999999-01-01'],
    [new Neo4jDate(12345n, 1n, 2n), 'date', '+12345-01-02'],
    [new LocalTime(12, 31, 0, 0), 'local time', '12:31'],
    [new LocalTime(int(12), int(31), int(0), int(500)), 'local time', '12:31:00.0000005'],
    [new Time(12, 31, 14, 0, -(43 * 60 + 8)), 'time', '12:31:14-00:43:08'],
    [new LocalDateTime(1, 1, 1, 0, 0, 0, 1), 'local datetime', '0001-01-01T00:00:00.000000001'],
    [new DateTime(2024, 2, 29, 12, 31, 0, 0, 0, null), 'datetime', '2024-02-29T12:31Z'],
    [
      new DateTime(2024, 2, 29, 12, 31, 0, 0, 3600, 'Europe/Paris'),
      'datetime',
      '2024-02-29T12:31+01:00[Europe/Paris]',
    ],
    [
      new DateTime(2024, 2, 29, 12, 31, 0, 0, undefined, 'Europe/Paris'),
      'datetime',
      '2024-02-29T12:31[Europe/Paris]',
    ],
    [new Duration(14, -3, 90_061, 5), 'duration', 'P1Y2M-3DT25H1M1.000000005S'],
    [new Duration(0, 0, 0, 0), 'duration', 'PT0S'],
    [
      new Duration(int(most), int(most), int(-most), int(0)),
      'duration',
      `P${most / 12n}Y${most % 12n}M${most}DT${-most / 3600n}H${(-most / 60n) % 60n}M${-most % 60n}S`,
    ],
  ])('%o', (value, kind, text) => {
    expect(temporalFrom(value)).toEqual({ kind, text })
  })

  it('leaves other values alone', () => {
    expect(temporalFrom({ year: 2024 })).toBeUndefined()
  })
})
