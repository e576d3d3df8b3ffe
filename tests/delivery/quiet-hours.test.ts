import { describe, expect, it } from 'vitest';
import { endOfQuiet } from '#delivery/quiet-hours.ts';
import { Temporal } from '#shared/day.ts';

const cases: readonly (readonly [now: string, quiet: string, leaves: string])[] = [
  ['2026-03-03T09:00', '20:00-07:00', '2026-03-03T09:00'],
  ['2026-03-03T19:59:59', '20:00-07:00', '2026-03-03T19:59:59'],
  ['2026-03-03T20:00', '20:00-07:00', '2026-03-04T07:00'],
  ['2026-03-03T23:59', '20:00-07:00', '2026-03-04T07:00'],
  ['2026-03-04T00:00', '20:00-07:00', '2026-03-04T07:00'],
  ['2026-03-04T06:59:59', '20:00-07:00', '2026-03-04T07:00'],
  ['2026-03-04T07:00', '20:00-07:00', '2026-03-04T07:00'],
  ['2026-12-31T22:00', '20:00-07:00', '2027-01-01T07:00'],
  ['2026-03-03T12:30', '12:00-13:00', '2026-03-03T13:00'],
  ['2026-03-03T13:00', '12:00-13:00', '2026-03-03T13:00'],
  ['2026-03-03T11:59', '12:00-13:00', '2026-03-03T11:59'],
];

describe('quiet hours', () => {
  it.each(cases)('what is due %s, quiet %s, leaves %s', (now, quiet, leaves) => {
    expect(endOfQuiet(Temporal.Instant.from(`${now}+07:00`), quiet).equals(Temporal.Instant.from(`${leaves}+07:00`))).toBe(true);
  });
});
