import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOpeningCalendar } from '#domain/opening-calendar.ts';
import { dayHoursText, defaultWeek, parseDayHours, parseSeasonHours, withoutHours } from '#domain/opening-hours.ts';
import { calendar2026, day, daysFrom, holidays2026 } from '#tests/domain/calendar-2026.ts';
import { Temporal } from '#shared/day.ts';

const friday = parseDayHours('08:00-11:30,13:30-16:30') ?? [];

describe('the hours of a day', () => {
  it.each([
    ['closed', 'closed'],
    ['08:00-16:00', '08:00-16:00'],
    ['8.00 - 11.30, 13:30-16:30', '08:00-11:30,13:30-16:30'],
    ['00:00-24:00', '00:00-24:00'],
  ])('%s reads as %s', (text, read) => {
    expect(dayHoursText(parseDayHours(text) ?? [{ opens: '?', closes: '?' }])).toBe(read);
  });

  it.each(['', 'buka', '16:00-08:00', '08:00-12:00,11:00-16:00', '08:00-25:00', '08:60-09:00'])('"%s" is not understood', (text) => {
    expect(parseDayHours(text)).toBeNull();
  });

  it('a season may name its days', () => {
    expect(parseSeasonHours('mon-thu 08:00-14:00; fri 08:00-11:00')?.byDay.fri).toEqual([{ opens: '08:00', closes: '11:00' }]);
    expect(parseSeasonHours('fri-mon 08:00-11:00')).toBeNull();
  });
});

describe('hours that are shut', () => {
  it.each([
    ['08:00-16:00', '12:00', '24:00', '08:00-12:00'],
    ['08:00-16:00', '12:00', '13:00', '08:00-12:00,13:00-16:00'],
    ['08:00-11:30,13:30-16:30', '11:00', '14:00', '08:00-11:00,14:00-16:30'],
    ['08:00-16:00', '00:00', '09:00', '09:00-16:00'],
    ['08:00-16:00', '16:00', '24:00', '08:00-16:00'],
    ['08:00-16:00', '07:00', '24:00', 'closed'],
  ])('%s without %s-%s is %s', (hours, opens, closes, left) => {
    expect(dayHoursText(withoutHours(parseDayHours(hours) ?? [], { opens, closes }))).toBe(left);
  });

  it('leave nothing open between the two times, and everything else', () => {
    const hour = fc.integer({ min: 0, max: 23 }).map((h) => `${String(h).padStart(2, '0')}:00`);
    const whole = parseDayHours('00:00-24:00') ?? [];
    fc.assert(
      fc.property(hour, hour, hour, (from, to, at) => {
        fc.pre(from < to);
        const isOpen = withoutHours(whole, { opens: from, closes: to }).some(({ opens, closes }) => opens <= at && at < closes);
        expect(isOpen).toBe(at < from || at >= to);
      }),
    );
  });
});

describe('the calendar of 2026', () => {
  it('has 74 closed days', () => {
    expect(calendar2026.closedDays(day('2026-01-01'), day('2026-12-31'))).toHaveLength(74);
  });

  it.each([
    ['every Wednesday', '2026-01-01', '2026-12-31', 52, ['2026-03-18', '2026-05-27']],
    ['a Tuesday every two weeks', '2026-01-06', '2026-06-30', 13, ['2026-02-17']],
  ])('%s loses the visits that fall on closed days', (pattern, from, to, visits, lost) => {
    const dates = pattern === 'every Wednesday' ? daysFrom(from, to).filter((each) => each.dayOfWeek === 3) : daysFrom(from, to, 14);
    expect(dates).toHaveLength(visits);
    expect(dates.filter((each) => !calendar2026.isOpen(each)).map(String)).toEqual(lost);
  });

  it.each([
    ['2026-03-17', '2026-03-25', 1],
    ['2026-03-14', '2026-03-16', 1],
    ['2026-03-17', '2026-03-17', 0],
    ['2026-03-17', '2026-03-10', 0],
  ])('due %s and back on %s is %i open days late', (due, back, late) => {
    expect(calendar2026.openDaysSince(day(due), day(back))).toBe(late);
  });

  it.each([
    ['2026-03-17', '2026-03-27'],
    ['2026-03-14', '2026-03-25'],
    ['2026-05-26', '2026-06-02'],
  ])('the third open day after %s is %s', (ready, deadline) => {
    expect(calendar2026.openDayAfter(day(ready), 3).toString()).toBe(deadline);
  });
});

describe('what is announced', () => {
  const ramadan = { from: '2026-02-19', to: '2026-03-19', name: 'Ramadan', hours: '08:00-14:00' };
  const calendar = createOpeningCalendar({
    week: { ...defaultWeek, fri: friday },
    seasons: [ramadan],
    dated: [
      ...holidays2026,
      { day: '2026-03-21', hours: [], reason: 'Idul Fitri', tentative: true },
      { day: '2026-06-06', hours: parseDayHours('09:00-12:00') ?? [], reason: 'Rapat', tentative: false },
    ],
  });

  it('stands above the season, which stands above the week', () => {
    expect(calendar.entryOn(day('2026-03-03'))).toEqual({
      hours: [{ opens: '08:00', closes: '14:00' }],
      reason: 'Ramadan',
      tentative: false,
    });
    expect(calendar.entryOn(day('2026-03-18')).hours).toEqual([]);
    expect(calendar.entryOn(day('2026-06-06')).reason).toBe('Rapat');
  });

  it('keeps a Sunday closed in a season that names no days, and not because of it', () => {
    expect(calendar.entryOn(day('2026-03-01'))).toEqual({ hours: [], reason: null, tentative: false });
  });

  it('says when a day is not confirmed yet', () => {
    expect(calendar.closedDays(day('2026-03-21'), day('2026-03-21'))).toEqual([
      { day: '2026-03-21', reason: 'Idul Fitri', tentative: true },
    ]);
  });

  it.each([
    ['2026-06-05T11:29', true],
    ['2026-06-05T11:30', false],
    ['2026-06-05T13:30', true],
    ['2026-06-05T16:30', false],
    ['2026-06-07T10:00', false],
  ])('is open at %s: %s', (moment, open) => {
    expect(calendar.isOpenAt(Temporal.PlainDateTime.from(moment))).toBe(open);
  });

  it('closes on Friday at the end of the last interval', () => {
    expect(calendar.closingTimeOn(day('2026-06-05'))?.toString()).toBe('16:30:00');
    expect(calendar.closingTimeOn(day('2026-06-07'))).toBeNull();
  });
});

describe('a library that never opens', () => {
  const never = createOpeningCalendar({ week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }, seasons: [], dated: [] });

  it('still answers, in plain days', () => {
    expect(never.nextOpenDay(day('2026-03-20')).toString()).toBe('2026-03-20');
    expect(never.openDayAfter(day('2026-03-20'), 3).toString()).toBe('2026-03-23');
  });
});

describe('searching', () => {
  const anyDay = fc.integer({ min: 0, max: 364 }).map((days) => day('2026-01-01').add({ days }));

  it('finds an open day on the side it looks for', () => {
    fc.assert(
      fc.property(anyDay, (each) => {
        const next = calendar2026.nextOpenDay(each);
        const previous = calendar2026.previousOpenDay(each);
        expect(calendar2026.isOpen(next) && calendar2026.isOpen(previous)).toBe(true);
        expect(Temporal.PlainDate.compare(previous, each) <= 0 && Temporal.PlainDate.compare(each, next) <= 0).toBe(true);
      }),
    );
  });

  it('the n-th open day after a day is exactly n open days later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 20 }), (each, count) => {
        expect(calendar2026.openDaysSince(each, calendar2026.openDayAfter(each, count))).toBe(count);
      }),
    );
  });
});
