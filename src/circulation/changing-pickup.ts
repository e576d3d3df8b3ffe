import { reaches } from '#domain/circulation/allocation.ts';
import type { Decision, Keyed } from '#ports/library-system.ts';
import { type Act, act, type CirculationParts, granted, look, refused } from './context.ts';
import { findOwnHold, type FoundHold, letGo, type OwnHold } from './ending-holds.ts';
import { type ChosenPickup, choosePickup } from './places.ts';
import { backToQueue, changeHold, settleQueue } from './queue-changes.ts';
import { foundRefusal } from './suspending-holds.ts';
import { circulatingCopies } from './title-state.ts';

export type PickupChange = OwnHold & { readonly pickupPlace: string };

export interface PickupChanged {
  readonly title: string;
  readonly pickupPlace: string;
  readonly pickupName: string;
  /** at a stop of the van: when the visit begins that brings the book */
  readonly visitStart: string | null;
}

/** The place can be changed until the book is on its way; a copy must be able to get there. */
const decide = async (at: Act, found: FoundHold, id: string): Promise<Decision<ChosenPickup>> => {
  const refusal = foundRefusal(found);
  if (refusal !== null) return refused(refusal);
  const pickup = await choosePickup(at, found.state.places, id);
  if (pickup === null || !circulatingCopies(found.state).some((copy) => reaches(copy, pickup)))
    return refused({ reason: 'pickup-invalid' });
  return granted(pickup, []);
};

const changedTo = ({ state }: FoundHold, { id, name, visitStart }: ChosenPickup): PickupChanged => ({
  title: state.title,
  pickupPlace: id,
  pickupName: name,
  visitStart,
});

/** What changePickup would answer now. */
export const previewPickupChange = async (parts: CirculationParts, request: PickupChange): Promise<Decision<PickupChanged>> => {
  const at = await look(parts);
  const found = await findOwnHold(at, request);
  if (found === null) return refused({ reason: 'hold-not-found' });
  const decision = await decide(at, found, request.pickupPlace);
  return decision.ok ? granted(changedTo(found, decision.value), decision.because) : decision;
};

/** A copy set aside for this hold stays with it when it may go there, else it is free for others. The place in the queue is kept. */
const move = async (at: Act, found: FoundHold, pickup: ChosenPickup): Promise<void> => {
  const { hold, state } = found;
  const copy = state.copies.find((each) => each.code === hold.copyCode);
  if (copy !== undefined && !reaches(copy, pickup)) {
    await letGo(at, found);
    await backToQueue(at, hold.id, { status: 'waiting' });
  }
  await changeHold(at, hold.id, { pickupPlace: pickup.id, visitStart: pickup.visitStart });
};

/** Fetches a hold somewhere else than it was placed for. */
export const changePickup = (parts: CirculationParts, request: PickupChange, keyed: Keyed): Promise<Decision<PickupChanged>> =>
  act(parts, 'change-pickup', keyed, async (at) => {
    const found = await findOwnHold(at, request);
    if (found === null) return refused({ reason: 'hold-not-found' });
    const decision = await decide(at, found, request.pickupPlace);
    if (!decision.ok) return decision;
    await move(at, found, decision.value);
    await settleQueue(at, found.state.id);
    return granted(changedTo(found, decision.value), []);
  });
