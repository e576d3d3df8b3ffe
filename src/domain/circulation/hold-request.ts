import { type PickupPoint, type PlacedCopy, reaches } from '#domain/circulation/allocation.ts';
import { ageRefusal, type Membership, membershipReasons, membershipRefusal } from '#domain/circulation/membership.ts';
import type { EffectiveTerms } from '#domain/policy.ts';
import type { Reason } from '#domain/reasons.ts';
import type { CirculationRefusal } from '#domain/refusals.ts';

export interface HoldCase {
  readonly today: string;
  readonly member: Membership;
  readonly title: { readonly audience: string; readonly reference: boolean };
  /** copies that come back to the readers: lost, damaged and missing ones are not among them */
  readonly copies: readonly PlacedCopy[];
  /** null: no such pickup place, or no visit there that can still be reached */
  readonly pickup: PickupPoint | null;
  /** due date of the reader's own loan of this title */
  readonly ownLoanDue: string | null;
  /** why it is due then */
  readonly ownLoanBecause: readonly Reason[];
  readonly ownHold: { readonly position: number | null; readonly ready: boolean } | null;
  /** living holds of the reader, ready and suspended ones included (R9) */
  readonly holdsHad: number;
  readonly holdsPlacedToday: number;
  readonly effective: EffectiveTerms;
}

export interface HoldRefused {
  readonly refusal: CirculationRefusal;
  readonly because: readonly Reason[];
}

type Check = (request: HoldCase) => CirculationRefusal | null;

const membership: Check = ({ member, today, effective }) => membershipRefusal(member, today, effective.terms);

const holdable: Check = ({ title, copies }) => {
  if (title.reference) return { reason: 'not-holdable' };
  return copies.length === 0 ? { reason: 'no-copies' } : null;
};

const age: Check = ({ member, title, today }) => ageRefusal(member, title.audience, today);

const alreadyServed: Check = ({ ownLoanDue, ownHold }) => {
  if (ownLoanDue !== null) return { reason: 'already-yours', due: ownLoanDue };
  return ownHold === null ? null : { reason: 'duplicate-hold', ...ownHold };
};

const total: Check = ({ holdsHad, effective: { terms } }) =>
  holdsHad < terms.maxHolds ? null : { reason: 'hold-limit', limit: terms.maxHolds, have: holdsHad };

const perDay: Check = ({ holdsPlacedToday, effective: { terms } }) =>
  terms.maxHoldsPerDay === null || holdsPlacedToday < terms.maxHoldsPerDay
    ? null
    : { reason: 'hold-limit-today', limit: terms.maxHoldsPerDay };

const reachable: Check = ({ pickup, copies }) =>
  pickup !== null && copies.some((copy) => reaches(copy, pickup)) ? null : { reason: 'pickup-invalid' };

const checks: readonly Check[] = [membership, holdable, age, alreadyServed, total, perDay, reachable];

const reasonsOf = (refusal: CirculationRefusal, { member, effective, ownLoanBecause }: HoldCase): readonly Reason[] => {
  switch (refusal.reason) {
    case 'hold-limit':
      return [effective.because('maxHolds')];
    case 'hold-limit-today':
      return [effective.because('maxHoldsPerDay')];
    case 'age-restricted':
      return [{ kind: 'minimum-age', age: refusal.minimumAge }];
    case 'not-holdable':
      return [{ kind: 'reference-only' }];
    case 'no-copies':
      return [{ kind: 'copies', usable: 0, free: 0 }];
    case 'already-yours':
      return ownLoanBecause;
    case 'duplicate-hold':
      return refusal.position === null ? [] : [{ kind: 'holds-before', count: refusal.position - 1 }];
    default:
      return membershipReasons(refusal, member, effective);
  }
};

/** The first reason for which the library does not take this hold; null when it does (R1, R9, R12). */
export const holdRefusal = (request: HoldCase): HoldRefused | null => {
  for (const check of checks) {
    const refusal = check(request);
    if (refusal !== null) return { refusal, because: reasonsOf(refusal, request) };
  }
  return null;
};
