import { expect, describe, it } from 'vitest';
import { createLibraryRules } from '#circulation/library-rules.ts';
import {
  removeCalendarDay,
  removeLendingRule,
  saveCalendarDays,
  saveHours,
  saveLendingRules,
  savePolicy,
  saveSeasons,
} from '#circulation/library-rules-writing.ts';
import { policySchema, termNames } from '#circulation/library-settings.ts';
import { defaultTerms } from '#domain/policy.ts';
import { Temporal } from '#shared/day.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';

const now = Temporal.Instant.from('2026-06-09T02:00:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);
const child = { branchId: 'main', patronType: 'child', material: 'book', on: '2026-06-09' } as const;

describe('the settings of lending', () => {
  it('name every term of a loan or hold, and no other', () => {
    expect([...termNames].sort()).toEqual(Object.keys(defaultTerms).sort());
  });

  it('leave out what lending does not know', () => {
    expect(policySchema.parse({ loan_days: 5, visit_max: 50 })).toEqual({
      loan_days: 5,
      max_loans: { adult: 2, teen: 2, child: 2 },
      hold_ready_grace_min: 0,
      van_pickup_cutoff: '14:00',
    });
  });
});

describeOnEachDatabase('the rules of the library', (open) => {
  it('are the defaults of the house until something is saved', async () => {
    const rules = await createLibraryRules(await open()).current();
    expect(rules.effective(child).terms).toEqual(defaultTerms);
    expect(rules.calendarOf('main').isOpen(day('2026-06-13'))).toBe(true);
    expect(rules.calendarOf('main').isOpen(day('2026-06-14'))).toBe(false);
  });

  it('hold from the moment they are saved, also for who has read them before', async () => {
    const database = await open();
    const rules = createLibraryRules(database);
    await rules.current();
    await savePolicy(database, { max_loans: { child: 5 }, block_at_fine: 1000 }, now);
    await saveHours(database, { fri: '08:00-11:30,13:30-16:30', sat: 'closed' }, now);
    const after = await rules.current();
    expect(after.effective(child).terms).toMatchObject({ maxLoans: 5, blockAtFine: 1000, loanDays: 7 });
    expect(after.effective({ ...child, patronType: 'adult' }).terms.maxLoans).toBe(2);
    expect(after.moneyBlocks).toBe(true);
    expect(after.calendarOf('main').isOpen(day('2026-06-13'))).toBe(false);
    expect(after.calendarOf('main').entryOn(day('2026-06-12')).hours).toHaveLength(2);
  });

  it('keep what an edit does not name', async () => {
    const database = await open();
    await savePolicy(database, { loan_days: 14 }, now);
    await savePolicy(database, { renew_days: 3 }, now);
    await saveHours(database, { sat: 'closed' }, now);
    await saveHours(database, { sun: '09:00-12:00' }, now);
    const rules = await createLibraryRules(database).current();
    expect(rules.effective(child).terms).toMatchObject({ loanDays: 14, renewDays: 3 });
    expect(rules.calendarOf('main').isOpen(day('2026-06-13'))).toBe(false);
    expect(rules.calendarOf('main').isOpen(day('2026-06-14'))).toBe(true);
  });

  it('close a day everywhere, or in one branch, or open it there after all', async () => {
    const database = await open();
    const rules = createLibraryRules(database);
    await saveCalendarDays(
      database,
      [
        { day: '2026-06-16', kind: 'closed', reason: 'Tahun Baru Islam', tentative: true },
        { branchId: 'east', day: '2026-06-16', kind: 'special', hours: '09:00-12:00', reason: 'Piket' },
        { branchId: 'east', day: '2026-06-17', kind: 'closed', reason: 'Banjir' },
      ],
      now,
    );
    const saved = await rules.current();
    expect(saved.calendarOf('main').entryOn(day('2026-06-16'))).toEqual({ hours: [], reason: 'Tahun Baru Islam', tentative: true });
    expect(saved.calendarOf('east').entryOn(day('2026-06-16'))).toEqual({
      hours: [{ opens: '09:00', closes: '12:00' }],
      reason: 'Piket',
      tentative: false,
    });
    expect([saved.calendarOf('main').isOpen(day('2026-06-17')), saved.calendarOf('east').isOpen(day('2026-06-17'))]).toEqual([true, false]);
    await removeCalendarDay(database, { day: '2026-06-16' }, now);
    expect((await rules.current()).calendarOf('main').isOpen(day('2026-06-16'))).toBe(true);
  });

  it('know the season and its van', async () => {
    const database = await open();
    await saveSeasons(database, [{ from: '2026-02-19', to: '2026-03-19', name: 'Ramadan', hours: '08:00-14:00', van: 'suspended' }], now);
    const rules = await createLibraryRules(database).current();
    expect(rules.seasons).toEqual([{ from: '2026-02-19', to: '2026-03-19', name: 'Ramadan', hours: '08:00-14:00', van: 'suspended' }]);
    expect(rules.calendarOf('main').entryOn(day('2026-03-03'))).toMatchObject({ hours: [{ closes: '14:00' }], reason: 'Ramadan' });
  });

  it('let a row of the rules be added, replaced and removed', async () => {
    const database = await open();
    const rules = createLibraryRules(database);
    const row = { id: 'R', label: 'Anak', patronType: 'child' };
    const days = async () => (await rules.current()).effective(child).terms.loanDays;
    await saveLendingRules(database, [{ ...row, changes: { loan_days: 10 } }], now);
    expect(await days()).toBe(10);
    await saveLendingRules(database, [{ ...row, changes: { loan_days: 12 } }], now);
    expect(await days()).toBe(12);
    await removeLendingRule(database, 'R', now);
    expect(await days()).toBe(7);
  });

  it('lose no edit when two are saved at once', async () => {
    const database = await open();
    const names = ['loan_days', 'renew_days', 'max_holds', 'max_renewals', 'hold_pickup_days'] as const;
    await Promise.all(names.map((name) => savePolicy(database, { [name]: 9 }, now)));
    const { terms } = (await createLibraryRules(database).current()).effective(child);
    expect([terms.loanDays, terms.renewDays, terms.maxHolds, terms.maxRenewals, terms.holdPickupDays]).toEqual([9, 9, 9, 9, 9]);
  });

  it('refuse hours that cannot be read', async () => {
    const database = await open();
    expect(() => saveHours(database, { mon: 'pagi' }, now)).toThrow(/08:00-11:30/);
    expect(() => saveCalendarDays(database, [{ day: '2026-06-16', kind: 'special', hours: 'pagi', reason: 'x' }], now)).toThrow(RangeError);
  });
});
