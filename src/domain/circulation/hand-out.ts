import { canServeAll, type CopyStatus, type PlacedCopy, reaches, type WaitingHold } from '#domain/circulation/allocation.ts';
import type { CirculationRefusal } from '#domain/refusals.ts';

export interface HandOutCase {
  readonly copy: PlacedCopy & { readonly status: CopyStatus; readonly heldForAsker: boolean };
  readonly reference: boolean;
  /** readers before this one who have no copy yet */
  readonly waitingBefore: readonly WaitingHold[];
  /** other copies in the house that are promised to nobody */
  readonly otherFree: readonly PlacedCopy[];
}

const promised: ReadonlySet<CopyStatus> = new Set<CopyStatus>(['allocated', 'in_transit', 'on_hold_shelf']);

/** Whether this very copy may leave with this reader: not what is promised to another, nor the last one others wait for. */
export const handOutRefusal = ({ copy, reference, waitingBefore, otherFree }: HandOutCase): CirculationRefusal | null => {
  if (reference) return { reason: 'copy-not-available', state: 'reference' };
  if (copy.heldForAsker) return null;
  if (promised.has(copy.status)) return { reason: 'reserved-for-another' };
  if (copy.status !== 'available') return { reason: 'copy-not-available', state: copy.status };
  // Whoever this copy cannot reach waits for another one anyway (R1).
  const waitForIt = waitingBefore.filter((hold) => reaches(copy, hold.pickup));
  return canServeAll(waitForIt, otherFree) ? null : { reason: 'reserved-for-another' };
};
