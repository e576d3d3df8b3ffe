import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, LIBRARY_ZONE, momentText, Temporal } from '#shared/day.ts';

// Spelling moments and finding their day are quick ways of ours; Temporal's own are the measure.

const moments = fc.integer({ min: -1_000_000_000_000, max: 7_000_000_000_000 }).map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));

describe('moments', () => {
  test('are spelt as Temporal spells them', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect(momentText(moment)).toBe(moment.toString({ fractionalSecondDigits: 3 }));
      }),
    );
  });

  test('of fractions of a millisecond are cut, not rounded', () => {
    expect(momentText(Temporal.Instant.from('2026-12-31T23:59:59.9999Z'))).toBe('2026-12-31T23:59:59.999Z');
  });

  test('fall on the day that Temporal finds', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect(dayOf(moment).toString()).toBe(moment.toZonedDateTimeISO(LIBRARY_ZONE).toPlainDate().toString());
      }),
    );
  });

  test('just before and at the library midnight are on two days', () => {
    expect(dayOf(Temporal.Instant.from('2026-02-28T16:59:59.999Z')).toString()).toBe('2026-02-28');
    expect(dayOf(Temporal.Instant.from('2026-02-28T17:00:00Z')).toString()).toBe('2026-03-01');
  });
});
