import type { Transaction } from '#database/database.ts';
import { type CopyStatus, circulates, isUsable, type PlacedCopy, type WaitingHold } from '#domain/circulation/allocation.ts';
import { type LivingHoldStatus, queueOrder } from '#domain/circulation/hold-queue.ts';
import { isVan, pickupPoint, type Places, readPlaces } from './places.ts';

export interface TitleCopy extends PlacedCopy {
  readonly status: CopyStatus;
  readonly material: string;
}

export interface LivingHold extends WaitingHold {
  readonly patronId: string;
  readonly status: LivingHoldStatus;
  readonly placedAt: string;
  readonly position: number | null;
  readonly visitStart: string | null;
  readonly copyCode: string | null;
  readonly readyOn: string | null;
  readonly deadlineOn: string | null;
  readonly courtesyUsed: boolean;
}

/** A title with all its copies, and its living holds in the order of the queue. */
export interface TitleState {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly audience: string;
  readonly reference: boolean;
  readonly copies: readonly TitleCopy[];
  readonly holds: readonly LivingHold[];
  readonly places: Places;
}

export const readTitleState = async (tx: Transaction, titleId: string): Promise<TitleState | null> => {
  const title = await tx.title.findUnique({ where: { id: titleId } });
  if (title === null) return null;
  const places = await readPlaces(tx);
  const copies = await tx.copy.findMany({ where: { titleId }, orderBy: { code: 'asc' } });
  const holds = await tx.hold.findMany({ where: { titleId, liveMark: 1 } });
  return {
    ...{ id: title.id, title: title.title, author: title.author, audience: title.audience, reference: title.reference, places },
    copies: copies.map(({ code, branchId, status, material }) => ({
      ...{ code, branchId, material, vanBound: isVan(places, branchId) },
      // as: the schema lists the states of a copy, and only circulation writes them
      status: status as CopyStatus,
    })),
    holds: holds
      .map((hold) => ({
        ...hold,
        pickup: pickupPoint(places, hold.pickupPlace),
        // as: a hold with the mark is in one of the living states
        status: hold.status as LivingHoldStatus,
      }))
      .sort(queueOrder),
  };
};

/** Readers without a copy, in order; suspended ones are passed over (R4). */
export const waitingHolds = (state: TitleState): readonly LivingHold[] => state.holds.filter((hold) => hold.status === 'waiting');

export const freeCopies = (state: TitleState): readonly TitleCopy[] => (state.reference ? [] : state.copies.filter((copy) => copy.status === 'available'));

/** Copies other than `code` that are in the house and promised to nobody (R5). */
export const otherUsableCopies = (state: TitleState, code: string): readonly TitleCopy[] =>
  state.reference ? [] : state.copies.filter((copy) => copy.code !== code && isUsable(copy.status));

export const circulatingCopies = (state: TitleState): readonly TitleCopy[] => state.copies.filter((copy) => circulates(copy.status));
