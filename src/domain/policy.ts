import type { Reason } from '#domain/reasons.ts';

export type PatronType = 'adult' | 'teen' | 'child';
/** Where a due date goes that falls on a closed day: nowhere, to the next open day, or closed days are not counted at all (R7). */
export type DueMode = 'calendar' | 'pushNextOpen' | 'skipClosed';

/** What holds for one loan or hold, after R9 has chosen. Periods are days, amounts are whole rupiah. */
export interface LendingTerms {
  readonly loanDays: number;
  readonly maxLoans: number;
  readonly maxHolds: number;
  /** null: as many as there are places left */
  readonly maxHoldsPerDay: number | null;
  readonly maxRenewals: number;
  readonly renewDays: number;
  readonly renewable: boolean;
  readonly renewFrom: 'due' | 'today';
  /** renewing opens so many days before the due date; null: any time */
  readonly renewWindowDays: number | null;
  /** what a late loan means for renewals: some days forgiven, it is not renewed, or nothing of its reader is (R6) */
  readonly overdueRenewal: 'allow' | 'block' | 'block-all';
  /** so many open days late are forgiven when `overdueRenewal` allows */
  readonly overdueGraceDays: number;
  readonly dueMode: DueMode;
  readonly holdPickupDays: number;
  /** after a missed pickup: the hold ends, or once it is suspended and keeps its place (R3) */
  readonly missedPickup: 'expire' | 'suspend';
  readonly finePerDay: number;
  readonly lateDays: 'open' | 'calendar';
  /** from this sum on no loan, hold, renewal; null: money never blocks */
  readonly blockAtFine: number | null;
  /** days of suspension for each day late, where no fine is taken (R10) */
  readonly suspensionFactor: number;
  readonly suspensionCapDays: number;
}

export type TermName = keyof LendingTerms;
export type TermChanges = Partial<LendingTerms>;

/** The defaults of the house, for an adult; staff may change every one. */
export const defaultTerms: LendingTerms = {
  loanDays: 7,
  maxLoans: 2,
  maxHolds: 2,
  maxHoldsPerDay: null,
  maxRenewals: 1,
  renewDays: 7,
  renewable: true,
  renewFrom: 'due',
  renewWindowDays: 3,
  overdueRenewal: 'allow',
  overdueGraceDays: 3,
  dueMode: 'pushNextOpen',
  holdPickupDays: 3,
  missedPickup: 'expire',
  finePerDay: 0,
  lateDays: 'open',
  blockAtFine: null,
  suspensionFactor: 1,
  suspensionCapDays: 30,
};

/** One row of the lending rules: null = any. */
export interface LendingRule {
  readonly id: string;
  readonly label: string;
  readonly branchId: string | null;
  readonly patronType: string | null;
  readonly material: string | null;
  /** first and last day, both included; with either the row stands above all rows without dates */
  readonly from: string | null;
  readonly to: string | null;
  readonly changes: TermChanges;
}

export interface RuleQuestion {
  readonly branchId: string;
  readonly patronType: PatronType;
  readonly material: string;
  readonly on: string;
}

/** The terms that hold, and for each the row it came from. */
export interface EffectiveTerms {
  readonly terms: LendingTerms;
  /** why `field` is what it is, for "kenapa?" */
  because(field: TermName): Reason;
}

/** The row that stands for the library's general terms in a reason. */
export const generalRule = { ruleId: 'general', label: 'aturan umum' } as const;

const admits = (wanted: string | null, actual: string): boolean => wanted === null || wanted === actual;

const applies = (rule: LendingRule, question: RuleQuestion): boolean =>
  admits(rule.branchId, question.branchId) &&
  admits(rule.patronType, question.patronType) &&
  admits(rule.material, question.material) &&
  (rule.from === null || rule.from <= question.on) &&
  (rule.to === null || question.on <= rule.to);

/** Dates, then branch, then member type, then material: each outweighs all that follow (R9). */
const weight = (rule: LendingRule): number =>
  (rule.from !== null || rule.to !== null ? 8 : 0) +
  (rule.branchId === null ? 0 : 4) +
  (rule.patronType === null ? 0 : 2) +
  (rule.material === null ? 0 : 1);

/** Equal rows are settled by id, so that the answer never depends on the order of the table. */
const moreSpecificFirst = (a: LendingRule, b: LendingRule): number => weight(b) - weight(a) || (a.id < b.id ? -1 : 1);

const valueText = (value: LendingTerms[TermName]): string | number => (typeof value === 'number' ? value : String(value));

/** R9, field by field: the most specific row that says something about a field decides it. */
export const effectiveTerms = (general: LendingTerms, rules: readonly LendingRule[], question: RuleQuestion): EffectiveTerms => {
  const fitting = rules.filter((rule) => applies(rule, question)).sort(moreSpecificFirst);
  const terms: LendingTerms = { ...general };
  for (const rule of fitting.toReversed()) Object.assign(terms, rule.changes);
  const because = (field: TermName): Reason => {
    const decisive = fitting.find((rule) => rule.changes[field] !== undefined);
    const row = decisive === undefined ? generalRule : { ruleId: decisive.id, label: decisive.label };
    return { kind: 'rule', ...row, field, value: valueText(terms[field]) };
  };
  return { terms, because };
};
