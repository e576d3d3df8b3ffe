import { latestSuspension, longestSuspensionDays, suspensionLapse } from '#domain/circulation/hold-queue.ts';
import type { Reason } from '#domain/reasons.ts';
import type { CirculationRefusal } from '#domain/refusals.ts';
import type { Decision, HoldRecord, Keyed } from '#ports/library-system.ts';
import { Temporal } from '#shared/day.ts';
import { type Act, act, type CirculationParts, granted, look, refused } from './context.ts';
import { findOwnHold, type FoundHold, letGo, type OwnHold } from './ending-holds.ts';
import { placeName } from './places.ts';
import { backToQueue, settleQueue } from './queue-changes.ts';

/** `until`: the day on which it waits again; null: until its reader says so. */
export type Suspension = OwnHold & { readonly until: string | null };

export interface HoldSuspended {
  readonly title: string;
  readonly until: string | null;
  readonly position: number | null;
}

/** What was found for a reader stays as it is: the book stands there, or travels, under their name (R4). */
export const foundRefusal = ({ hold, state }: FoundHold): CirculationRefusal | null => {
  const { status, deadlineOn: deadline, pickup } = hold;
  if (status !== 'ready' && status !== 'in_transit') return null;
  return { reason: 'hold-found', state: status, pickupName: placeName(state.places, pickup.id), deadline };
};

/** R4: not once the book is found, and at most so many days ahead. */
const suspensionRefusal = ({ today }: Act, found: FoundHold, until: string | null): CirculationRefusal | null => {
  const refusal = foundRefusal(found);
  if (refusal !== null || until === null) return refusal;
  const days = today.until(Temporal.PlainDate.from(until)).days;
  if (days >= 1 && days <= longestSuspensionDays) return null;
  return { reason: 'suspension-limit', days: longestSuspensionDays, latest: latestSuspension(today).toString() };
};

const because = ({ hold }: FoundHold, until: string | null): readonly Reason[] => [
  { kind: 'suspended-hold', until },
  ...(hold.position === null ? [] : [{ kind: 'holds-before', count: hold.position - 1 } as const]),
];

const decide = (at: Act, found: FoundHold, until: string | null): Decision<HoldSuspended> => {
  const refusal = suspensionRefusal(at, found, until);
  if (refusal !== null) return refused(refusal);
  return granted({ title: found.state.title, until, position: found.hold.position }, because(found, until));
};

/** What suspendHold would answer now. */
export const previewSuspension = async (parts: CirculationParts, request: Suspension): Promise<Decision<HoldSuspended>> => {
  const at = await look(parts);
  const found = await findOwnHold(at, request);
  return found === null ? refused({ reason: 'hold-not-found' }) : decide(at, found, request.until);
};

/** R4: keeps its place, is passed over until the day `until`; without one its reader is asked when the longest time is over. */
export const suspendHold = (parts: CirculationParts, request: Suspension, keyed: Keyed): Promise<Decision<HoldSuspended>> =>
  act(parts, 'suspend-hold', keyed, async (at) => {
    const found = await findOwnHold(at, request);
    if (found === null) return refused({ reason: 'hold-not-found' });
    const decision = decide(at, found, request.until);
    if (!decision.ok) return decision;
    await letGo(at, found);
    const deadlineOn = request.until === null ? suspensionLapse(at.today).toString() : null;
    await backToQueue(at, found.hold.id, { status: 'suspended', suspendedUntil: request.until, deadlineOn });
    await settleQueue(at, found.state.id);
    return decision;
  });

export interface HoldResumed {
  readonly title: string;
  readonly status: HoldRecord['status'];
  readonly position: number | null;
}

/** Ends a suspension before its day; a hold that was not suspended is left as it is. Says how it stands then. */
export const resumeHold = (parts: CirculationParts, request: OwnHold, keyed: Keyed): Promise<Decision<HoldResumed>> =>
  act(parts, 'resume-hold', keyed, async (at) => {
    const found = await findOwnHold(at, request);
    if (found === null) return refused({ reason: 'hold-not-found' });
    if (found.hold.status === 'suspended') await backToQueue(at, found.hold.id, { status: 'waiting' });
    await settleQueue(at, found.state.id);
    const { hold, state } = (await findOwnHold(at, request)) ?? found;
    const before: readonly Reason[] = hold.position === null ? [] : [{ kind: 'holds-before', count: hold.position - 1 }];
    return granted({ title: state.title, status: hold.status, position: hold.position }, before);
  });
