import { describe, expect, it } from 'vitest';
import { defaultTerms, effectiveTerms, type LendingRule, type RuleQuestion } from '#domain/policy.ts';

const rule = (id: string, row: Partial<LendingRule>): LendingRule => ({
  id,
  label: `aturan ${id}`,
  branchId: null,
  patronType: null,
  material: null,
  from: null,
  to: null,
  changes: {},
  ...row,
});
const question: RuleQuestion = { branchId: 'main', patronType: 'child', material: 'book', on: '2026-03-03' };
const days = (...rules: readonly LendingRule[]) => effectiveTerms(defaultTerms, rules, question).terms.loanDays;

describe('the lending rule that holds', () => {
  const branch = rule('branch', { branchId: 'main', changes: { loanDays: 10 } });
  const type = rule('type', { patronType: 'child', changes: { loanDays: 11 } });
  const material = rule('material', { material: 'book', changes: { loanDays: 12 } });
  const typeAndMaterial = rule('both', { patronType: 'child', material: 'book', changes: { loanDays: 13 } });
  const dates = rule('dates', { from: '2026-03-01', to: '2026-03-31', changes: { loanDays: 14 } });

  it.each([
    ['the general terms when no row fits', [rule('other', { branchId: 'van', changes: { loanDays: 3 } })], 7],
    ['the branch before the member type', [type, branch, material], 10],
    ['the branch before member type and material together', [typeAndMaterial, branch], 10],
    ['the member type before the material', [material, type], 11],
    ['member type and material before either', [type, typeAndMaterial, material], 13],
    ['a row with dates before all others', [branch, dates, type], 14],
    ['no row whose dates have passed', [rule('past', { to: '2026-03-02', changes: { loanDays: 3 } }), material], 12],
    ['a row that ends today', [rule('today', { to: '2026-03-03', changes: { loanDays: 3 } })], 3],
    ['no row that begins tomorrow', [rule('soon', { from: '2026-03-04', changes: { loanDays: 3 } })], 7],
  ] as const)('is %s', (_, rules, expected) => {
    expect(days(...rules)).toBe(expected);
    expect(days(...[...rules].reverse())).toBe(expected);
  });

  it('is found field by field: a row that is silent on a field leaves it to the next', () => {
    const effective = effectiveTerms(
      defaultTerms,
      [branch, rule('silent', { branchId: 'main', patronType: 'child', changes: { maxLoans: 5 } })],
      question,
    );
    expect(effective.terms).toMatchObject({ loanDays: 10, maxLoans: 5, renewDays: 7 });
    expect(effective.because('loanDays')).toEqual({ kind: 'rule', ruleId: 'branch', label: 'aturan branch', field: 'loanDays', value: 10 });
    expect(effective.because('renewDays')).toMatchObject({ ruleId: 'general', value: 7 });
  });
});
