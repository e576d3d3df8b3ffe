import { describe, expect, it } from 'vitest';
import { handOutRefusal } from '#domain/circulation/hand-out.ts';
import { type HoldCase, holdRefusal } from '#domain/circulation/hold-request.ts';
import { fineFor, suspensionAfter } from '#domain/circulation/lateness.ts';
import { ageRefusal, type Membership, statusOn } from '#domain/circulation/membership.ts';
import { defaultTerms, effectiveTerms, type TermChanges } from '#domain/policy.ts';
import { calendar2026, day } from '#tests/domain/calendar-2026.ts';

const member: Membership = {
  type: 'adult',
  status: 'active',
  birthOn: null,
  expiresOn: null,
  suspendedUntil: null,
  suspendedBecause: [],
  owed: 0,
};
const shelfCopy = { code: 'A-1', branchId: 'main', vanBound: false };
const vanCopy = { code: 'V-1', branchId: 'van', vanBound: true };
const main = { id: 'main', kind: 'branch' } as const;

const request = (change: Partial<HoldCase> = {}, terms: TermChanges = {}): HoldCase => ({
  today: '2026-06-09',
  member,
  title: { audience: 'all', reference: false },
  copies: [shelfCopy],
  pickup: main,
  ownLoanDue: null,
  ownLoanBecause: [],
  ownHold: null,
  holdsHad: 0,
  holdsPlacedToday: 0,
  effective: effectiveTerms({ ...defaultTerms, ...terms }, [], {
    branchId: 'main',
    patronType: 'adult',
    material: 'book',
    on: '2026-06-09',
  }),
  ...change,
});

describe('a hold', () => {
  it('is taken when nothing speaks against it', () => {
    expect(holdRefusal(request())).toBeNull();
    expect(holdRefusal(request({ holdsHad: 1 }))).toBeNull();
  });

  it.each<[string, HoldCase, object]>([
    ['a card still waiting at the desk', request({ member: { ...member, status: 'pending' } }), { reason: 'member-pending' }],
    ['an expired card', request({ member: { ...member, status: 'expired' } }), { reason: 'member-expired', on: null }],
    ['a suspended reader', request({ member: { ...member, status: 'suspended' } }), { reason: 'member-suspended', until: null }],
    ['a debt at the limit', request({ member: { ...member, owed: 100 } }, { blockAtFine: 100 }), { reason: 'fines-owed', amount: 100 }],
    ['a book that stays in the library', request({ title: { audience: 'all', reference: true } }), { reason: 'not-holdable' }],
    ['a title without copies', request({ copies: [] }), { reason: 'no-copies' }],
    [
      'a child and a book for adults',
      request({ member: { ...member, type: 'child' }, title: { audience: 'adult_only', reference: false } }),
      { reason: 'age-restricted', minimumAge: 18 },
    ],
    ['a book the reader has at home', request({ ownLoanDue: '2026-06-12' }), { reason: 'already-yours', due: '2026-06-12' }],
    [
      'a title the reader already waits for',
      request({ ownHold: { position: 2, ready: false } }),
      { reason: 'duplicate-hold', position: 2, ready: false },
    ],
    ['too many holds', request({ holdsHad: 2 }), { reason: 'hold-limit', limit: 2, have: 2 }],
    ['too many holds in a day', request({ holdsPlacedToday: 1 }, { maxHoldsPerDay: 1 }), { reason: 'hold-limit-today', limit: 1 }],
    ['an unknown pickup place', request({ pickup: null }), { reason: 'pickup-invalid' }],
    ['a branch that the copies of the van never reach', request({ copies: [vanCopy] }), { reason: 'pickup-invalid' }],
  ])('is refused for %s', (_, asked, refusal) => {
    expect(holdRefusal(asked)?.refusal).toEqual(refusal);
  });

  it('says which rule set the limit', () => {
    expect(holdRefusal(request({ holdsHad: 2 }))?.because).toEqual([
      { kind: 'rule', ruleId: 'general', label: 'aturan umum', field: 'maxHolds', value: 2 },
    ]);
  });
});

describe('handing out', () => {
  const copy = { ...shelfCopy, status: 'available', heldForAsker: false } as const;
  const other = { id: 'h1', pickup: main };

  it.each<[string, Parameters<typeof handOutRefusal>[0], object | null]>([
    ['a free copy', { copy, reference: false, waitingBefore: [], otherFree: [] }, null],
    [
      'a copy kept for the asker',
      { copy: { ...copy, status: 'on_hold_shelf', heldForAsker: true }, reference: false, waitingBefore: [other], otherFree: [] },
      null,
    ],
    [
      'a copy kept for another',
      { copy: { ...copy, status: 'on_hold_shelf' }, reference: false, waitingBefore: [], otherFree: [] },
      { reason: 'reserved-for-another' },
    ],
    [
      'the last copy while another waits',
      { copy, reference: false, waitingBefore: [other], otherFree: [] },
      { reason: 'reserved-for-another' },
    ],
    [
      'one of two copies while another waits',
      { copy, reference: false, waitingBefore: [other], otherFree: [{ ...shelfCopy, code: 'A-2' }] },
      null,
    ],
    [
      'a copy that is out',
      { copy: { ...copy, status: 'on_loan' }, reference: false, waitingBefore: [], otherFree: [] },
      { reason: 'copy-not-available', state: 'on_loan' },
    ],
    ['a reference book', { copy, reference: true, waitingBefore: [], otherFree: [] }, { reason: 'copy-not-available', state: 'reference' }],
  ])('%s', (_, asked, refusal) => {
    expect(handOutRefusal(asked)).toEqual(refusal);
  });
});

describe('membership', () => {
  it.each([
    ['active', { status: 'active', expiresOn: '2026-06-09', suspendedUntil: null }],
    ['expired', { status: 'active', expiresOn: '2026-06-08', suspendedUntil: null }],
    ['suspended', { status: 'active', expiresOn: null, suspendedUntil: '2026-06-09' }],
    ['active', { status: 'suspended', expiresOn: null, suspendedUntil: '2026-06-08' }],
    ['deleted', { status: 'deleted', expiresOn: '2026-01-01', suspendedUntil: null }],
  ] as const)('is %s', (status, row) => {
    expect(statusOn(row, '2026-06-09')).toBe(status);
  });

  it('comes of age on the eighteenth birthday, whatever the card says', () => {
    expect(ageRefusal({ type: 'teen', birthOn: '2008-06-09' }, 'adult_only', '2026-06-09')).toBeNull();
    expect(ageRefusal({ type: 'adult', birthOn: '2008-06-10' }, 'adult_only', '2026-06-09')).toEqual({
      reason: 'age-restricted',
      minimumAge: 18,
    });
  });
});

describe('a late return', () => {
  const late = { due: day('2026-03-17'), on: day('2026-03-27'), calendar: calendar2026 };

  it('costs days, not money, unless the library takes money', () => {
    expect(suspensionAfter(late, defaultTerms)?.toString()).toBe('2026-03-30');
    expect(suspensionAfter(late, { ...defaultTerms, finePerDay: 500 })).toBeNull();
    expect(fineFor(late, { ...defaultTerms, finePerDay: 500 }, null)).toBe(1500);
    expect(fineFor(late, { ...defaultTerms, finePerDay: 500, lateDays: 'calendar' }, null)).toBe(5000);
  });

  it('is suspended no longer than the cap, and not at all when it was in time', () => {
    expect(suspensionAfter({ ...late, on: day('2026-12-28') }, defaultTerms)?.toString()).toBe('2027-01-27');
    expect(suspensionAfter({ ...late, on: day('2026-03-24') }, defaultTerms)).toBeNull();
  });

  it('adds to a sum that was settled up to a day', () => {
    expect(fineFor(late, { ...defaultTerms, finePerDay: 500 }, { amount: 1000, on: day('2026-03-26') })).toBe(1500);
  });
});
