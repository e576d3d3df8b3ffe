import type { OpeningCalendar } from '#domain/opening-calendar.ts';
import type { DueMode, EffectiveTerms } from '#domain/policy.ts';
import type { Reason } from '#domain/reasons.ts';
import { Temporal } from '#shared/day.ts';

export interface DueDateQuestion {
  /** the day from which the days are counted; it is not counted itself */
  readonly from: Temporal.PlainDate;
  readonly days: number;
  readonly mode: DueMode;
  /** of the branch of checkout (R7) */
  readonly calendar: OpeningCalendar;
  readonly cardExpiresOn: Temporal.PlainDate | null;
}

export interface DueDateAnswer {
  readonly due: Temporal.PlainDate;
  /** closed days and card expiry that moved it; empty when it is the plain sum */
  readonly because: readonly Reason[];
}

const byMode = ({ from, days, mode, calendar }: DueDateQuestion, plain: Temporal.PlainDate): Temporal.PlainDate => {
  switch (mode) {
    case 'calendar':
      return plain;
    case 'pushNextOpen':
      return calendar.nextOpenDay(plain);
    case 'skipClosed':
      return calendar.openDayAfter(from, days);
  }
};

/** The closed days that moved the date: those it was pushed over, or all that were not counted. */
const closedReason = (question: DueDateQuestion, plain: Temporal.PlainDate, due: Temporal.PlainDate): readonly Reason[] => {
  if (plain.equals(due)) return [];
  const first = question.mode === 'skipClosed' ? question.from.add({ days: 1 }) : plain;
  const days = question.calendar.closedDays(first, due);
  return [{ kind: 'closed-days', from: plain.toString(), to: due.toString(), days }];
};

/** R7: when a loan or a renewal that starts on `from` falls due. */
export const dueDate = (question: DueDateQuestion): DueDateAnswer => {
  const plain = question.from.add({ days: question.days });
  const due = byMode(question, plain);
  const because = closedReason(question, plain, due);
  const expiry = question.cardExpiresOn;
  if (expiry === null || Temporal.PlainDate.compare(due, expiry) <= 0) return { due, because };
  return { due: expiry, because: [...because, { kind: 'card-expiry', on: expiry.toString() }] };
};

/** A closure announced later moves an open loan's due date forward, never back (R7). */
export const pushedDueDate = (due: Temporal.PlainDate, mode: DueMode, calendar: OpeningCalendar): Temporal.PlainDate =>
  mode === 'calendar' ? due : calendar.nextOpenDay(due);

export interface DatedLoan {
  readonly loanedOn: Temporal.PlainDate;
  readonly due: Temporal.PlainDate;
  readonly renewals: number;
  readonly calendar: OpeningCalendar;
  readonly cardExpiresOn: Temporal.PlainDate | null;
  /** the terms of the day on which it was lent */
  readonly effective: EffectiveTerms;
}

/** The closed days right before `due`, over which it was pushed. */
const closedRunBefore = (due: Temporal.PlainDate, calendar: OpeningCalendar): readonly Reason[] => {
  const last = due.subtract({ days: 1 });
  const first = calendar.previousOpenDay(last).add({ days: 1 });
  if (Temporal.PlainDate.compare(first, last) > 0) return [];
  return [{ kind: 'closed-days', from: first.toString(), to: due.toString(), days: calendar.closedDays(first, last) }];
};

/** What can still be told of a date that does not follow from the day of the loan: renewed, taken over, or moved since. */
const tracesOf = ({ due, renewals, calendar, cardExpiresOn, effective }: DatedLoan): readonly Reason[] => {
  const rule = effective.because(renewals > 0 ? 'renewDays' : 'loanDays');
  const renewed: readonly Reason[] = renewals > 0 ? [{ kind: 'renewed', times: renewals }] : [];
  const pushed = effective.terms.dueMode === 'calendar' ? [] : closedRunBefore(due, calendar);
  const cut: readonly Reason[] = cardExpiresOn?.equals(due) === true ? [{ kind: 'card-expiry', on: due.toString() }] : [];
  return [rule, ...renewed, ...withMode(pushed, effective), ...cut];
};

/** R7: why a loan falls due when it does. Loans keep no reasons: it is recomputed, and only what agrees with the date is said. */
export const dueReasons = (loan: DatedLoan): readonly Reason[] => {
  const { loanedOn: from, due, renewals, calendar, cardExpiresOn, effective } = loan;
  const { loanDays: days, dueMode: mode } = effective.terms;
  const fresh = dueDate({ from, days, mode, calendar, cardExpiresOn });
  if (renewals > 0 || !fresh.due.equals(due)) return tracesOf(loan);
  return [effective.because('loanDays'), { kind: 'counted-from', on: from.toString() }, ...withMode(fresh.because, effective)];
};

/** Closed days moved it because the rule says so. */
export const withMode = (because: readonly Reason[], effective: EffectiveTerms): readonly Reason[] =>
  because.some(({ kind }) => kind === 'closed-days') ? [effective.because('dueMode'), ...because] : because;

/** How late something is on `on`: the one count that every screen, mail and report uses (R7). */
export const daysLate = (
  due: Temporal.PlainDate,
  on: Temporal.PlainDate,
  calendar: OpeningCalendar,
  count: 'open' | 'calendar' = 'open',
): number => {
  if (Temporal.PlainDate.compare(on, due) <= 0) return 0;
  return count === 'open' ? calendar.openDaysSince(due, on) : due.until(on).days;
};
