import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedCopy, WaitingHold } from '#domain/circulation/allocation.ts';
import type { Membership } from '#domain/circulation/membership.ts';
import { decideRenewal, type RenewalCase } from '#domain/circulation/renewal.ts';
import { defaultTerms, effectiveTerms, type TermChanges } from '#domain/policy.ts';
import { calendar2026, day } from '#tests/domain/calendar-2026.ts';
import { Temporal } from '#shared/day.ts';

const copy = (code: string, vanBound = false): PlacedCopy => ({ code, branchId: vanBound ? 'van' : 'main', vanBound });
const waiting = (id: string, kind: 'branch' | 'stop' = 'branch'): WaitingHold => ({
  id,
  pickup: { id: kind === 'branch' ? 'main' : 'S1', kind },
});
const member: Membership = {
  type: 'adult',
  status: 'active',
  birthOn: null,
  expiresOn: null,
  suspendedUntil: null,
  suspendedBecause: [],
  owed: 0,
};

interface Change {
  readonly today?: string;
  readonly due?: string;
  readonly loan?: Partial<RenewalCase['loan']>;
  readonly member?: Partial<Membership>;
  readonly waiting?: readonly WaitingHold[];
  readonly otherCopies?: readonly PlacedCopy[];
  readonly latestOther?: RenewalCase['latestOther'];
  readonly terms?: TermChanges;
}

/** A loan due on Tuesday 9 June, asked about on that day: nothing speaks against it unless a change does. */
const renewal = (change: Change = {}): RenewalCase => ({
  today: day(change.today ?? '2026-06-09'),
  loan: { status: 'open', due: day(change.due ?? '2026-06-09'), renewals: 0, copy: copy('A-1'), ...change.loan },
  member: { ...member, ...change.member },
  waiting: change.waiting ?? [],
  otherCopies: change.otherCopies ?? [],
  latestOther: change.latestOther ?? null,
  calendar: calendar2026,
  effective: effectiveTerms({ ...defaultTerms, ...change.terms }, [], {
    branchId: 'main',
    patronType: 'adult',
    material: 'book',
    on: '2026-06-09',
  }),
});

const refusalOf = (change: Change) => {
  const decision = decideRenewal(renewal(change));
  return decision.ok ? null : decision.refusal;
};

describe('a renewal', () => {
  it('counts from the due date, so that nobody loses days by asking early', () => {
    expect(decideRenewal(renewal({ today: '2026-06-06' }))).toMatchObject({ ok: true, value: { renewalsLeft: 0 } });
    const decision = decideRenewal(renewal({ today: '2026-06-06' }));
    expect(decision.ok && decision.value.newDue.toString()).toBe('2026-06-17');
  });

  it('of a late loan counts from today', () => {
    const decision = decideRenewal(renewal({ today: '2026-06-11' }));
    expect(decision.ok && decision.value.newDue.toString()).toBe('2026-06-18');
  });

  it('names the rule and the closed days behind the new date', () => {
    expect(decideRenewal(renewal()).because).toEqual([
      { kind: 'rule', ruleId: 'general', label: 'aturan umum', field: 'renewDays', value: 7 },
      { kind: 'rule', ruleId: 'general', label: 'aturan umum', field: 'dueMode', value: 'pushNextOpen' },
      {
        kind: 'closed-days',
        from: '2026-06-16',
        to: '2026-06-17',
        days: [{ day: '2026-06-16', reason: 'Tahun Baru Islam', tentative: false }],
      },
    ]);
  });

  it.each<[string, Change, object]>([
    ['a lost book', { loan: { status: 'lost' } }, { reason: 'item-lost' }],
    ['a book said to be returned', { loan: { status: 'claimed_returned' } }, { reason: 'claimed-returned' }],
    ['an expired card', { member: { expiresOn: '2026-06-08' } }, { reason: 'member-expired', on: '2026-06-08' }],
    ['a suspended reader', { member: { suspendedUntil: '2026-06-09' } }, { reason: 'member-suspended', until: '2026-06-09' }],
    ['a reader who owes too much', { member: { owed: 5000 }, terms: { blockAtFine: 5000 } }, { reason: 'fines-owed', amount: 5000 }],
    ['a book another reader waits for', { waiting: [waiting('h1')] }, { reason: 'hold-waiting', waiting: 1, otherCopies: 0 }],
    ['a loan renewed as often as allowed', { loan: { renewals: 1 } }, { reason: 'limit-reached', limit: 1 }],
    [
      'a loan late by more than is forgiven',
      { today: '2026-06-13' },
      { reason: 'overdue', openDaysLate: 4, allowed: 3, due: '2026-06-09' },
    ],
    [
      'a late loan where lateness is never forgiven',
      { today: '2026-06-10', terms: { overdueRenewal: 'block' } },
      { reason: 'overdue', openDaysLate: 1, allowed: 0, due: '2026-06-09' },
    ],
    [
      'a late loan while somebody waits, even if a copy stands ready',
      { today: '2026-06-10', waiting: [waiting('h1')], otherCopies: [copy('A-2')] },
      { reason: 'overdue', openDaysLate: 1, allowed: 0, due: '2026-06-09' },
    ],
    [
      'a reader with another late book, where that blocks everything',
      { terms: { overdueRenewal: 'block-all' }, latestOther: { openDaysLate: 2, due: '2026-06-06' } },
      { reason: 'overdue', openDaysLate: 2, allowed: 0, due: '2026-06-06' },
    ],
    ['a loan whose window has not opened', { today: '2026-06-05' }, { reason: 'too-soon', firstDay: '2026-06-06' }],
    ['a loan of a kind that is never renewed', { terms: { renewable: false } }, { reason: 'not-renewable' }],
    [
      'a renewal that gains nothing',
      { today: '2026-06-06', terms: { renewFrom: 'today', renewDays: 3 } },
      { reason: 'no-gain', due: '2026-06-09' },
    ],
    ['a renewal that the card cuts to nothing', { member: { expiresOn: '2026-06-09' } }, { reason: 'no-gain', due: '2026-06-09' }],
  ])('is refused for %s', (_, change, refusal) => {
    expect(refusalOf(change)).toEqual(refusal);
  });

  it('is refused for the first reason of the fixed order', () => {
    const everything: Change = {
      today: '2026-07-09',
      loan: { status: 'lost', renewals: 1 },
      member: { expiresOn: '2026-06-01' },
      waiting: [waiting('h1')],
      terms: { renewable: false },
    };
    expect(refusalOf(everything)).toMatchObject({ reason: 'item-lost' });
    expect(refusalOf({ ...everything, loan: { renewals: 1 } })).toMatchObject({ reason: 'member-expired' });
    expect(refusalOf({ ...everything, loan: { renewals: 1 }, member: {} })).toMatchObject({ reason: 'hold-waiting' });
    expect(refusalOf({ ...everything, loan: { renewals: 1 }, member: {}, waiting: [] })).toMatchObject({ reason: 'limit-reached' });
    expect(refusalOf({ ...everything, loan: {}, member: {}, waiting: [] })).toMatchObject({ reason: 'overdue' });
    expect(refusalOf({ loan: {}, terms: { renewable: false } })).toMatchObject({ reason: 'not-renewable' });
  });

  it('is allowed while every waiting reader can have another copy', () => {
    expect(refusalOf({ waiting: [waiting('h1'), waiting('h2')], otherCopies: [copy('A-2'), copy('A-3')] })).toBeNull();
    expect(refusalOf({ waiting: [waiting('h1'), waiting('h2')], otherCopies: [copy('A-2')] })).toEqual({
      reason: 'hold-waiting',
      waiting: 2,
      otherCopies: 1,
    });
  });

  it('does not count a copy of the van for a reader at a branch', () => {
    expect(
      refusalOf({ waiting: [waiting('h1'), waiting('h2', 'stop')], otherCopies: [copy('V-1', true), copy('V-2', true)] }),
    ).toMatchObject({ reason: 'hold-waiting' });
    expect(refusalOf({ waiting: [waiting('h1'), waiting('h2', 'stop')], otherCopies: [copy('V-1', true), copy('A-2')] })).toBeNull();
  });

  it('is not blocked by readers whom this copy cannot reach', () => {
    expect(refusalOf({ loan: { copy: copy('V-1', true) }, waiting: [waiting('h1')] })).toBeNull();
  });

  it('always ends later than before', () => {
    const anyDay = fc.integer({ min: 0, max: 300 }).map((days) => day('2026-01-01').add({ days }));
    const terms = fc.record({
      renewDays: fc.integer({ min: 0, max: 14 }),
      renewFrom: fc.constantFrom('due', 'today'),
      dueMode: fc.constantFrom('calendar', 'pushNextOpen', 'skipClosed'),
    } as const);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5, max: 10 }), terms, (due, before, change) => {
        const today = due.subtract({ days: before });
        const decision = decideRenewal(
          renewal({ today: today.toString(), due: due.toString(), terms: { ...change, renewWindowDays: null } }),
        );
        if (decision.ok) expect(Temporal.PlainDate.compare(decision.value.newDue, due)).toBe(1);
      }),
    );
  });
});
