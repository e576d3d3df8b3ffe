import type { EffectiveTerms, LendingTerms, PatronType } from '#domain/policy.ts';
import type { Reason } from '#domain/reasons.ts';
import type { CirculationRefusal } from '#domain/refusals.ts';
import { Temporal } from '#shared/day.ts';

export interface Membership {
  readonly type: PatronType;
  readonly status: 'pending' | 'active' | 'suspended' | 'expired' | 'deleted';
  readonly birthOn: string | null;
  readonly expiresOn: string | null;
  /** the last day of a suspension */
  readonly suspendedUntil: string | null;
  /** why it was suspended, kept when that was decided */
  readonly suspendedBecause: readonly Reason[];
  /** what is owed today, whole rupiah */
  readonly owed: number;
}

/** Of age; an organisation may move the threshold, the law's default is 18 (R12). */
export const adultAge = 18;

/** The status as it is on `today`: dates decide, whatever the row still says. */
export const statusOn = (member: Pick<Membership, 'status' | 'expiresOn' | 'suspendedUntil'>, today: string): Membership['status'] => {
  if (member.status === 'deleted' || member.status === 'pending') return member.status;
  if (member.status === 'expired' || (member.expiresOn !== null && member.expiresOn < today)) return 'expired';
  if (member.suspendedUntil !== null) return member.suspendedUntil >= today ? 'suspended' : 'active';
  return member.status;
};

/** The first reason of membership or money for which this reader may not borrow, hold or renew now; null when there is none. */
export const membershipRefusal = (
  member: Membership,
  today: string,
  terms: Pick<LendingTerms, 'blockAtFine'>,
): CirculationRefusal | null => {
  switch (statusOn(member, today)) {
    case 'deleted':
      return { reason: 'patron-not-found' };
    case 'pending':
      return { reason: 'member-pending' };
    case 'expired':
      return { reason: 'member-expired', on: member.expiresOn };
    case 'suspended':
      return { reason: 'member-suspended', until: member.suspendedUntil };
    case 'active':
      return terms.blockAtFine !== null && member.owed >= terms.blockAtFine && member.owed > 0
        ? { reason: 'fines-owed', amount: member.owed }
        : null;
  }
};

/** What stands behind a refusal of membership or money, for "kenapa?". */
export const membershipReasons = (refusal: CirculationRefusal, member: Membership, effective: EffectiveTerms): readonly Reason[] => {
  switch (refusal.reason) {
    case 'member-suspended':
      return member.suspendedBecause;
    case 'member-expired':
      return refusal.on === null ? [] : [{ kind: 'card-expiry', on: refusal.on }];
    case 'fines-owed':
      return [effective.because('blockAtFine')];
    default:
      return [];
  }
};

const ageOn = (birthOn: string, today: string): number =>
  Temporal.PlainDate.from(birthOn).until(Temporal.PlainDate.from(today), { largestUnit: 'year' }).years;

/** Without a known birth date the card's type decides, on the safe side (R12). */
export const ageRefusal = (member: Pick<Membership, 'type' | 'birthOn'>, audience: string, today: string): CirculationRefusal | null => {
  if (audience !== 'adult_only') return null;
  const isOfAge = member.birthOn === null ? member.type === 'adult' : ageOn(member.birthOn, today) >= adultAge;
  return isOfAge ? null : { reason: 'age-restricted', minimumAge: adultAge };
};
