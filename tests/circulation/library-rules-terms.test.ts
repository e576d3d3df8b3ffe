import { expect, it } from 'vitest';
import { saveLendingRules } from '#circulation/library-rules-writing.ts';
import type { TermEdit, TermScope } from '#circulation/rules/changing-terms.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import { smallLibrary } from './small-library.ts';

const everybody: TermScope = { branchId: null, patronType: null, material: null, from: null, to: null };

const edit = (setting: TermEdit['setting'], value: TermEdit['value'], scope: Partial<TermScope> = {}): TermEdit => ({
  ...{ setting, value, label: 'Aturan petugas' },
  scope: { ...everybody, ...scope },
});

describeOnEachDatabase('a lending rule put otherwise', (open) => {
  it('is general where it is for everybody, and done once per key', async () => {
    const { circulation } = await smallLibrary(await open());
    expect(await circulation.previewTerms(edit('loan_days', 14))).toMatchObject({
      terms: ['adult', 'teen', 'child'].map((patronType) => ({ patronType, before: 7, after: 14 })),
      others: [],
      loans: 0,
    });
    const first = await circulation.changeTerms(edit('loan_days', 14), { key: 'k' });
    expect(first).toMatchObject({ ruleId: null });
    expect(await circulation.changeTerms(edit('loan_days', 99), { key: 'k' })).toEqual(first);
    expect((await circulation.rules.current()).policy.loan_days).toBe(14);
  });

  it('changes the row that outweighs the general terms', async () => {
    const library = await smallLibrary(await open());
    await saveLendingRules(
      library.database,
      [{ id: 'umum', label: 'Aturan umum', changes: { loan_days: 7, renew_days: 7 } }],
      library.clock.now(),
    );
    expect(await library.circulation.changeTerms(edit('loan_days', 14), { key: 'k' })).toMatchObject({ ruleId: 'umum' });
    const { rules, effective } = await library.circulation.rules.current();
    expect(rules).toMatchObject([{ id: 'umum', changes: { loanDays: 14, renewDays: 7 } }]);
    expect(effective({ branchId: 'main', patronType: 'adult', material: 'book', on: '2026-06-09' }).terms.loanDays).toBe(14);
  });

  it('makes a row of its own for a branch, a member type and dates, and names those that differ', async () => {
    const { circulation } = await smallLibrary(await open());
    const scope = { branchId: 'east', patronType: 'child' as const, from: '2026-07-01', to: '2026-07-31' };
    expect(await circulation.changeTerms(edit('max_renewals', 3, scope), { key: 'k' })).toMatchObject({
      terms: [{ patronType: 'child', before: 1, after: 3 }],
    });
    const { effective } = await circulation.rules.current();
    const renewals = (on: string, branchId: string) => effective({ branchId, patronType: 'child', material: 'book', on }).terms.maxRenewals;
    expect([renewals('2026-07-15', 'east'), renewals('2026-08-01', 'east'), renewals('2026-07-15', 'main')]).toEqual([3, 1, 1]);
    expect((await circulation.previewTerms(edit('max_renewals', 2))).others).toEqual([{ label: 'Aturan petugas', value: 3 }]);
  });

  it('keeps limits of loans by member type in the general terms', async () => {
    const { circulation } = await smallLibrary(await open());
    expect(await circulation.changeTerms(edit('max_loans', 3, { patronType: 'child' }), { key: 'k' })).toMatchObject({ ruleId: null });
    expect((await circulation.rules.current()).policy.max_loans).toEqual({ adult: 2, teen: 2, child: 3 });
  });

  it('counts who has more than a lowered limit, and recalls nothing', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('budi', 'siti');
    for (const title of ['A', 'B', 'C']) await library.addTitle(title, ['main']);
    await library.lend('budi', 'A');
    await library.lend('budi', 'B');
    await library.lend('siti', 'C');
    expect(await library.circulation.previewTerms(edit('max_loans', 1))).toMatchObject({ over: 1, loans: 3, late: 0 });
    await library.circulation.changeTerms(edit('max_loans', 1), { key: 'k' });
    expect(await library.database.models.loan.count({ where: { status: 'open' } })).toBe(3);
  });

  it('refuses what the settings do not take', async () => {
    const { circulation } = await smallLibrary(await open());
    await expect(circulation.changeTerms(edit('loan_days', 0), { key: 'k' })).rejects.toThrow();
    expect((await circulation.rules.current()).policy.loan_days).toBeUndefined();
  });
});
