import { firstFor, isAtPickup } from '#domain/circulation/allocation.ts';
import { pickupDeadline } from '#domain/circulation/hold-queue.ts';
import { localTimeOf, momentFrom, type Temporal } from '#shared/day.ts';
import type { Act } from './context.ts';
import { findPatron } from './patrons.ts';
import { changeHold, moveCopy } from './queue-changes.ts';
import { type LivingHold, type TitleCopy, type TitleState, waitingHolds } from './title-state.ts';

/** What a copy does after staff had it in their hands. */
export interface PassedOn {
  readonly status: 'available' | 'on_hold_shelf' | 'in_transit';
  readonly hold: LivingHold | null;
  readonly deadline: string | null;
}

/** R3: in open days of the pickup branch; at a stop the book goes back with the van. */
const deadlineOf = async (at: Act, hold: LivingHold, material: string): Promise<Temporal.PlainDate> => {
  if (hold.visitStart !== null) return localTimeOf(momentFrom(hold.visitStart)).toPlainDate();
  const patronType = (await findPatron(at, hold.patronId))?.type ?? 'adult';
  const { terms } = at.rules.effective({ branchId: hold.pickup.id, patronType, material, on: at.today.toString() });
  return pickupDeadline(at.today, terms.holdPickupDays, at.rules.calendarOf(hold.pickup.id));
};

/** The copy stands where it is fetched: the reader may come. */
export const makeReady = async (at: Act, copy: TitleCopy, hold: LivingHold): Promise<PassedOn> => {
  const deadline = (await deadlineOf(at, hold, copy.material)).toString();
  await moveCopy(at, copy, 'on_hold_shelf', hold.pickup.kind === 'branch' ? hold.pickup.id : undefined);
  await changeHold(at, hold.id, {
    status: 'ready',
    copyCode: copy.code,
    position: null,
    readyOn: at.today.toString(),
    deadlineOn: deadline,
  });
  return { status: 'on_hold_shelf', hold, deadline };
};

const sendOff = async (at: Act, copy: TitleCopy, hold: LivingHold): Promise<PassedOn> => {
  await moveCopy(at, copy, 'in_transit');
  await changeHold(at, hold.id, { status: 'in_transit', copyCode: copy.code });
  return { status: 'in_transit', hold, deadline: null };
};

/** Staff have the copy of this hold in their hands: it is ready here, or travels. */
export const capture = (at: Act, copy: TitleCopy, hold: LivingHold): Promise<PassedOn> =>
  isAtPickup(copy, hold.pickup) ? makeReady(at, copy, hold) : sendOff(at, copy, hold);

/** A copy in the hands of staff that nobody holds goes to the first reader it may reach, else to the shelf (R1, R2). */
export const passOn = async (at: Act, copy: TitleCopy, state: TitleState): Promise<PassedOn> => {
  const hold = state.reference ? undefined : firstFor(copy, waitingHolds(state));
  if (hold !== undefined) return capture(at, copy, hold);
  if (copy.status !== 'available') await moveCopy(at, copy, 'available');
  return { status: 'available', hold: null, deadline: null };
};

/** R3: the next reader's book stands on the shelf already, under another name: it is on the staff's list until they confirm it. */
export const passOnUnseen = async (at: Act, copy: TitleCopy, state: TitleState): Promise<LivingHold | null> => {
  const hold = firstFor(copy, waitingHolds(state)) ?? null;
  await moveCopy(at, copy, hold === null ? 'releasing' : 'allocated');
  if (hold !== null) await changeHold(at, hold.id, { status: 'allocated', copyCode: copy.code });
  return hold;
};
