import { canServeAll, type PlacedCopy, reaches, type WaitingHold } from '#domain/circulation/allocation.ts';
import { daysLate, dueDate, withMode } from '#domain/circulation/due-date.ts';
import { type Membership, membershipReasons, membershipRefusal } from '#domain/circulation/membership.ts';
import type { OpeningCalendar } from '#domain/opening-calendar.ts';
import type { EffectiveTerms } from '#domain/policy.ts';
import type { Reason } from '#domain/reasons.ts';
import type { CirculationRefusal } from '#domain/refusals.ts';
import { type Result, ok, refuse } from '#shared/result.ts';
import { Temporal } from '#shared/day.ts';

export interface RenewalLoan {
  readonly status: 'open' | 'lost' | 'claimed_returned';
  readonly due: Temporal.PlainDate;
  readonly renewals: number;
  readonly copy: PlacedCopy;
}

export interface RenewalCase {
  readonly today: Temporal.PlainDate;
  readonly loan: RenewalLoan;
  readonly member: Membership;
  /** readers without a copy yet, in the order of the queue; suspended ones are not among them */
  readonly waiting: readonly WaitingHold[];
  /** copies of the title in the house that are promised to nobody */
  readonly otherCopies: readonly PlacedCopy[];
  /** the reader's other open loan that is late the longest; only asked for where it blocks everything */
  readonly latestOther: { readonly openDaysLate: number; readonly due: string } | null;
  readonly calendar: OpeningCalendar;
  readonly effective: EffectiveTerms;
}

export interface RenewalGranted {
  readonly newDue: Temporal.PlainDate;
  readonly renewalsLeft: number;
}

export type RenewalDecision = Result<RenewalGranted, CirculationRefusal> & { readonly because: readonly Reason[] };

type Check = (renewal: RenewalCase) => RenewalDecision | null;

const no = (refusal: CirculationRefusal, because: readonly Reason[] = []): RenewalDecision => ({ ...refuse(refusal), because });

/** The readers of R5 whom the copy on loan could serve. */
const waitingFor = ({ loan, waiting }: RenewalCase): readonly WaitingHold[] => waiting.filter((hold) => reaches(loan.copy, hold.pickup));

const lostOrClaimed: Check = ({ loan }) => {
  if (loan.status === 'lost') return no({ reason: 'item-lost' });
  return loan.status === 'claimed_returned' ? no({ reason: 'claimed-returned' }) : null;
};

const membership: Check = ({ member, today, effective }) => {
  const refusal = membershipRefusal(member, today.toString(), effective.terms);
  return refusal === null ? null : no(refusal, membershipReasons(refusal, member, effective));
};

const othersWait: Check = (renewal) => {
  const waiting = waitingFor(renewal);
  if (canServeAll(waiting, renewal.otherCopies)) return null;
  const otherCopies = renewal.otherCopies.length;
  return no({ reason: 'hold-waiting', waiting: waiting.length, otherCopies }, [
    { kind: 'holds-before', count: waiting.length },
    { kind: 'copies', usable: otherCopies, free: otherCopies },
  ]);
};

const limit: Check = ({ loan, effective }) =>
  loan.renewals < effective.terms.maxRenewals
    ? null
    : no({ reason: 'limit-reached', limit: effective.terms.maxRenewals }, [effective.because('maxRenewals')]);

/** R6: some open days late are forgiven, but only while nobody waits. */
const overdue: Check = (renewal) => {
  const { loan, today, calendar, effective, latestOther } = renewal;
  const late = daysLate(loan.due, today, calendar);
  if (effective.terms.overdueRenewal === 'block-all' && late === 0 && latestOther !== null && latestOther.openDaysLate > 0) {
    return no({ reason: 'overdue', allowed: 0, ...latestOther }, [
      { kind: 'open-days-late', days: latestOther.openDaysLate, due: latestOther.due },
      effective.because('overdueRenewal'),
    ]);
  }
  const forgiven = effective.terms.overdueRenewal === 'allow' && waitingFor(renewal).length === 0;
  const allowed = forgiven ? effective.terms.overdueGraceDays : 0;
  if (late <= allowed) return null;
  const refusal = { reason: 'overdue', openDaysLate: late, allowed, due: loan.due.toString() } as const;
  return no(refusal, [{ kind: 'open-days-late', days: late, due: loan.due.toString() }, effective.because('overdueGraceDays')]);
};

const tooSoon: Check = ({ loan, today, effective }) => {
  const window = effective.terms.renewWindowDays;
  if (window === null) return null;
  const firstDay = loan.due.subtract({ days: window });
  if (Temporal.PlainDate.compare(today, firstDay) >= 0) return null;
  return no({ reason: 'too-soon', firstDay: firstDay.toString() }, [effective.because('renewWindowDays')]);
};

const notRenewable: Check = ({ effective }) =>
  effective.terms.renewable ? null : no({ reason: 'not-renewable' }, [effective.because('renewable')]);

/** Counted from the due date or from today, but never from a day that has passed (R6). */
const renewalBase = ({ today, loan, effective }: RenewalCase): Temporal.PlainDate =>
  effective.terms.renewFrom === 'due' && Temporal.PlainDate.compare(loan.due, today) > 0 ? loan.due : today;

const grant = (renewal: RenewalCase): RenewalDecision => {
  const { loan, member, calendar, effective } = renewal;
  const { renewDays: days, dueMode: mode, maxRenewals } = effective.terms;
  const cardExpiresOn = member.expiresOn === null ? null : Temporal.PlainDate.from(member.expiresOn);
  const answer = dueDate({ from: renewalBase(renewal), days, mode, calendar, cardExpiresOn });
  const because = [effective.because('renewDays'), ...withMode(answer.because, effective)];
  if (Temporal.PlainDate.compare(answer.due, loan.due) <= 0) return no({ reason: 'no-gain', due: loan.due.toString() }, because);
  return { ...ok({ newDue: answer.due, renewalsLeft: maxRenewals - loan.renewals - 1 }), because };
};

// The order of R6: the first failure wins. That the loan exists and is the asker's was settled before.
const checks: readonly Check[] = [lostOrClaimed, membership, othersWait, limit, overdue, tooSoon, notRenewable];

/** R5–R7: whether a loan may be renewed today, until when, and why. */
export const decideRenewal = (renewal: RenewalCase): RenewalDecision => {
  for (const check of checks) {
    const refused = check(renewal);
    if (refused !== null) return refused;
  }
  return grant(renewal);
};
