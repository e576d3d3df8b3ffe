import { daysLate } from '#domain/circulation/due-date.ts';
import type { OpeningCalendar } from '#domain/opening-calendar.ts';
import type { LendingTerms } from '#domain/policy.ts';
import { type Rupiah, rupiah } from '#shared/rupiah.ts';
import { Temporal } from '#shared/day.ts';

export interface LateLoan {
  readonly due: Temporal.PlainDate;
  /** returned on, or today while it is out */
  readonly on: Temporal.PlainDate;
  readonly calendar: OpeningCalendar;
}

type SanctionTerms = Pick<LendingTerms, 'lateDays' | 'suspensionFactor' | 'suspensionCapDays' | 'finePerDay'>;

/** The fine of a loan, on top of what was already summed up to `settled.on` (R10); 0 where no money is taken. */
export const fineFor = (
  loan: LateLoan,
  terms: SanctionTerms,
  settled: { readonly amount: number; readonly on: Temporal.PlainDate } | null,
): Rupiah => {
  const countedFrom = settled !== null && Temporal.PlainDate.compare(settled.on, loan.due) > 0 ? settled.on : loan.due;
  const days = daysLate(countedFrom, loan.on, loan.calendar, terms.lateDays);
  return rupiah((settled?.amount ?? 0) + days * terms.finePerDay);
};

/** R10: where no money is taken, the last day of the suspension that a late return starts; null: none. */
export const suspensionAfter = (loan: LateLoan, terms: SanctionTerms): Temporal.PlainDate | null => {
  if (terms.finePerDay > 0) return null;
  const late = daysLate(loan.due, loan.on, loan.calendar, terms.lateDays);
  const days = Math.min(Math.ceil(late * terms.suspensionFactor), terms.suspensionCapDays);
  return days > 0 ? loan.on.add({ days }) : null;
};
