import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysLate, dueDate, pushedDueDate } from '#domain/circulation/due-date.ts';
import type { DueMode } from '#domain/policy.ts';
import { calendar2026, day, daysFrom } from '#tests/domain/calendar-2026.ts';
import { Temporal } from '#shared/day.ts';

const due = (from: string, days: number, mode: DueMode, cardExpiresOn: string | null = null) =>
  dueDate({ from: day(from), days, mode, calendar: calendar2026, cardExpiresOn: cardExpiresOn === null ? null : day(cardExpiresOn) });

describe('the due date', () => {
  it.each([
    ['2026-03-13', 7, '2026-03-20', '2026-03-25', '2026-03-17', '2026-03-28'],
    ['2026-03-11', 7, '2026-03-18', '2026-03-25', '2026-03-17', '2026-03-26'],
    ['2026-03-10', 14, '2026-03-24', '2026-03-25', '2026-03-17', '2026-04-02'],
    ['2026-05-20', 7, '2026-05-27', '2026-05-29', '2026-05-26', '2026-05-30'],
    ['2026-02-09', 7, '2026-02-16', '2026-02-18', '2026-02-14', '2026-02-19'],
    ['2026-08-10', 7, '2026-08-17', '2026-08-18', '2026-08-15', '2026-08-19'],
    ['2026-06-06', 7, '2026-06-13', '2026-06-13', '2026-06-13', '2026-06-15'],
    ['2026-12-17', 7, '2026-12-24', '2026-12-26', '2026-12-23', '2026-12-28'],
  ])('of a loan on %s for %i days', (from, days, plain, pushed, previous, skipped) => {
    expect(due(from, days, 'calendar').due.toString()).toBe(plain);
    expect(due(from, days, 'pushNextOpen').due.toString()).toBe(pushed);
    expect(calendar2026.previousOpenDay(day(plain)).toString()).toBe(previous);
    expect(due(from, days, 'skipClosed').due.toString()).toBe(skipped);
  });

  it.each([
    [7, '2026-12-24', 286, 21],
    [14, '2026-12-17', 281, 18],
  ])('of a loan for %i days until %s would fall on a closed day, if nobody pushed it', (days, last, openDays, closed) => {
    const open = daysFrom('2026-01-01', last).filter((each) => calendar2026.isOpen(each));
    expect(open).toHaveLength(openDays);
    expect(open.filter((each) => !calendar2026.isOpen(each.add({ days })))).toHaveLength(closed);
  });

  it('names the closed days that moved it', () => {
    const [reason] = due('2026-05-20', 7, 'pushNextOpen').because;
    expect(reason).toEqual({
      kind: 'closed-days',
      from: '2026-05-27',
      to: '2026-05-29',
      days: [
        { day: '2026-05-27', reason: 'Idul Adha', tentative: false },
        { day: '2026-05-28', reason: 'Cuti bersama Idul Adha', tentative: false },
      ],
    });
  });

  it('is cut at the day the card expires, and says so', () => {
    expect(due('2026-06-06', 7, 'pushNextOpen', '2026-06-10')).toMatchObject({ because: [{ kind: 'card-expiry', on: '2026-06-10' }] });
    expect(due('2026-06-06', 7, 'pushNextOpen', '2026-06-10').due.toString()).toBe('2026-06-10');
    expect(due('2026-06-06', 7, 'pushNextOpen', '2026-06-13').because).toEqual([]);
  });

  it('moves forward only, and never to a closed day', () => {
    const anyDay = fc.integer({ min: 0, max: 330 }).map((days) => day('2026-01-01').add({ days }));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 21 }), fc.constantFrom<DueMode>('pushNextOpen', 'skipClosed'), (from, days, mode) => {
        const answer = dueDate({ from, days, mode, calendar: calendar2026, cardExpiresOn: null }).due;
        expect(Temporal.PlainDate.compare(answer, from.add({ days }))).toBeGreaterThanOrEqual(0);
        expect(calendar2026.isOpen(answer)).toBe(true);
      }),
    );
  });

  it('is pushed again by a closure announced later, except where plain days count', () => {
    expect(pushedDueDate(day('2026-03-20'), 'pushNextOpen', calendar2026).toString()).toBe('2026-03-25');
    expect(pushedDueDate(day('2026-03-20'), 'calendar', calendar2026).toString()).toBe('2026-03-20');
  });
});

describe('lateness', () => {
  it.each([
    ['2026-03-17', '2026-03-25', 1, 8],
    ['2026-03-14', '2026-03-16', 1, 2],
    ['2026-03-14', '2026-03-15', 0, 1],
    ['2026-03-14', '2026-03-14', 0, 0],
  ])('due %s, back on %s: %i open days, %i days', (from, back, open, plain) => {
    expect(daysLate(day(from), day(back), calendar2026)).toBe(open);
    expect(daysLate(day(from), day(back), calendar2026, 'calendar')).toBe(plain);
  });
});
