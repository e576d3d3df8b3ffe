import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, firstFor, type PlacedCopy, type WaitingHold } from '#domain/circulation/allocation.ts';
import {
  deadlineAfterClosures,
  expectedWait,
  hasLapsed,
  pickupDeadline,
  placedAfter,
  positions,
  type QueuedHold,
} from '#domain/circulation/hold-queue.ts';
import { createOpeningCalendar } from '#domain/opening-calendar.ts';
import { defaultWeek } from '#domain/opening-hours.ts';
import { calendar2026, day, holidays2026 } from '#tests/domain/calendar-2026.ts';
import { Temporal } from '#shared/day.ts';

const hold = (id: string, placedAt: string, status: QueuedHold['status'] = 'waiting'): QueuedHold => ({ id, placedAt, status });

describe('the queue', () => {
  it('numbers waiting, suspended, allocated and travelling holds in the order they were placed', () => {
    const places = positions([
      hold('d', '4', 'in_transit'),
      hold('a', '1'),
      hold('c', '3', 'suspended'),
      hold('r', '0', 'ready'),
      hold('b', '2', 'allocated'),
    ]);
    expect(Object.fromEntries(places)).toEqual({ a: 1, b: 2, c: 3, d: 4, r: null });
  });

  it('settles equal moments by id', () => {
    expect(positions([hold('b', '1'), hold('a', '1')]).get('a')).toBe(1);
  });

  it('puts a new hold behind the last one even when the clock went back', () => {
    const last = Temporal.Instant.from('2026-03-03T02:00:00Z');
    expect(placedAfter(last.subtract({ hours: 1 }), last).toString()).toBe('2026-03-03T02:00:00.001Z');
    expect(placedAfter(last.add({ hours: 1 }), last).toString()).toBe('2026-03-03T03:00:00Z');
  });
});

describe('the pickup deadline', () => {
  it.each([
    ['2026-03-17', '2026-03-27'],
    ['2026-03-14', '2026-03-25'],
    ['2026-05-26', '2026-06-02'],
  ])('ready on %s is kept until %s', (ready, deadline) => {
    expect(pickupDeadline(day(ready), 3, calendar2026).toString()).toBe(deadline);
  });

  it('moves forward by an open day for each day that was closed later, never back', () => {
    const flood = createOpeningCalendar({
      week: defaultWeek,
      seasons: [],
      dated: [...holidays2026, { day: '2026-06-11', hours: [], reason: 'Banjir', tentative: false }],
    });
    const kept = { readyOn: day('2026-06-08'), deadline: day('2026-06-11') };
    expect(deadlineAfterClosures(kept, [day('2026-06-11')], flood).toString()).toBe('2026-06-12');
    expect(deadlineAfterClosures({ ...kept, deadline: day('2026-06-13') }, [day('2026-06-11')], flood).toString()).toBe('2026-06-15');
    expect(
      deadlineAfterClosures({ ...kept, readyOn: day('2026-06-11'), deadline: day('2026-06-13') }, [day('2026-06-11')], flood).toString(),
    ).toBe('2026-06-13');
    expect(deadlineAfterClosures({ readyOn: null, deadline: day('2026-06-14') }, [], calendar2026).toString()).toBe('2026-06-15');
  });

  it.each([
    ['2026-06-11T15:59', false],
    ['2026-06-11T16:00', true],
    ['2026-06-12T08:00', true],
    ['2026-06-14T12:00', false],
  ])('of 11 June has passed at %s: %s', (now, passed) => {
    expect(hasLapsed(day('2026-06-11'), Temporal.PlainDateTime.from(now), calendar2026)).toBe(passed);
  });
});

describe('allocation', () => {
  const at = (id: string, place: string): WaitingHold => ({ id, pickup: { id: place, kind: place.startsWith('S') ? 'stop' : 'branch' } });
  const copy = (code: string, branchId: string): PlacedCopy => ({ code, branchId, vanBound: branchId === 'van' });

  it('serves readers in order and prefers a copy that need not travel', () => {
    expect(allocate([at('h1', 'east'), at('h2', 'main'), at('h3', 'main')], [copy('1', 'main'), copy('2', 'east')])).toEqual([
      { holdId: 'h1', copyCode: '2' },
      { holdId: 'h2', copyCode: '1' },
    ]);
  });

  it('leaves the copies of the van on the van', () => {
    expect(allocate([at('h1', 'main'), at('h2', 'S1')], [copy('v', 'van')])).toEqual([{ holdId: 'h2', copyCode: 'v' }]);
    expect(firstFor(copy('v', 'van'), [at('h1', 'main'), at('h2', 'S1')])?.id).toBe('h2');
  });

  it('never gives one copy to two readers, nor a later reader what an earlier one could have', () => {
    const place = fc.constantFrom('main', 'east', 'S1');
    const copies = fc.uniqueArray(
      fc.record({ code: fc.string({ minLength: 1, maxLength: 3 }), branchId: fc.constantFrom('main', 'east', 'van') }),
      { selector: (each) => each.code, maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.array(place, { maxLength: 6 }), copies, (places, shelf) => {
        const queue = places.map((each, index) => at(`h${index}`, each));
        const free = shelf.map((each) => copy(each.code, each.branchId));
        const given = allocate(queue, free);
        expect(new Set(given.map((each) => each.copyCode)).size).toBe(given.length);
        for (const left of free.filter((each) => !given.some((one) => one.copyCode === each.code))) {
          const unserved = queue.filter((each) => !given.some((one) => one.holdId === each.id));
          expect(firstFor(left, unserved)).toBeUndefined();
        }
      }),
    );
  });
});

describe('the expected wait', () => {
  it('grows with the position and shrinks with the copies', () => {
    const ask = (position: number, copies: number) =>
      expectedWait({ today: day('2026-06-08'), position, copies, loanDays: 7, pickupDays: 3, calendar: calendar2026 });
    expect(ask(1, 1)).toEqual({ from: day('2026-06-15'), to: day('2026-06-18') });
    expect(ask(2, 1)).toEqual({ from: day('2026-06-22'), to: day('2026-06-29') });
    expect(ask(2, 4)).toEqual({ from: day('2026-06-12'), to: day('2026-06-13') });
  });
});
