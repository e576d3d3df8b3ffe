import { allMatched } from '#domain/circulation/matching.ts';

export type CopyStatus =
  | 'available'
  | 'on_loan'
  | 'allocated'
  | 'in_transit'
  | 'on_hold_shelf'
  | 'releasing'
  | 'missing'
  | 'lost'
  | 'claimed_returned'
  | 'damaged';

/** A copy where it is now; a van's copies stay on the van (R1). */
export interface PlacedCopy {
  readonly code: string;
  readonly branchId: string;
  readonly vanBound: boolean;
}

/** Where a hold is fetched: a branch, or a stop of the van. */
export interface PickupPoint {
  readonly id: string;
  readonly kind: 'branch' | 'stop';
}

export interface WaitingHold {
  readonly id: string;
  readonly pickup: PickupPoint;
}

export interface Allocation {
  readonly holdId: string;
  readonly copyCode: string;
}

/** Copies in these states come back to the readers; the others are not counted on for anybody. */
const circulating: ReadonlySet<CopyStatus> = new Set<CopyStatus>([
  'available',
  'on_loan',
  'allocated',
  'in_transit',
  'on_hold_shelf',
  'releasing',
]);

export const circulates = (status: CopyStatus): boolean => circulating.has(status);

/** In the house and promised to nobody; a copy being released moves to the next reader when staff check it in (R2). */
export const isUsable = (status: CopyStatus): boolean => status === 'available' || status === 'releasing';

/** Lost and damaged copies serve nobody any more; one that is missed or searched may turn up. */
export const mayTurnUp = (status: CopyStatus): boolean => status !== 'lost' && status !== 'damaged';

/** Whether the copy may travel to the pickup place. */
export const reaches = (copy: PlacedCopy, pickup: PickupPoint): boolean => !copy.vanBound || pickup.kind === 'stop';

/** Whether the copy need not travel: it is on the van that comes to the stop, or in the branch of pickup. */
export const isAtPickup = (copy: PlacedCopy, pickup: PickupPoint): boolean =>
  pickup.kind === 'stop' ? copy.vanBound : copy.branchId === pickup.id;

/** Copies at the pickup place first, then by code, so that the choice can be foretold. */
const chooseCopy = (hold: WaitingHold, copies: readonly PlacedCopy[]): PlacedCopy | undefined =>
  copies
    .filter((copy) => reaches(copy, hold.pickup))
    .sort((a, b) => Number(isAtPickup(b, hold.pickup)) - Number(isAtPickup(a, hold.pickup)) || (a.code < b.code ? -1 : 1))[0];

/** R1: readers in the order of the queue each take a free copy that may reach them. */
export const allocate = (queue: readonly WaitingHold[], free: readonly PlacedCopy[]): readonly Allocation[] => {
  const left = new Map(free.map((copy) => [copy.code, copy]));
  const allocations: Allocation[] = [];
  for (const hold of queue) {
    const copy = chooseCopy(hold, [...left.values()]);
    if (copy === undefined) continue;
    left.delete(copy.code);
    allocations.push({ holdId: hold.id, copyCode: copy.code });
  }
  return allocations;
};

/** R1 seen from a copy that was just handed in: the first reader in the queue whom it may reach. */
export const firstFor = <Hold extends WaitingHold>(copy: PlacedCopy, queue: readonly Hold[]): Hold | undefined =>
  queue.find((hold) => reaches(copy, hold.pickup));

/** R5: whether all of these readers can be served by these copies, each by one of its own. */
export const canServeAll = (holds: readonly WaitingHold[], copies: readonly PlacedCopy[]): boolean =>
  allMatched(
    holds.map((hold) => copies.flatMap((copy, index) => (reaches(copy, hold.pickup) ? [index] : []))),
    copies.length,
  );
