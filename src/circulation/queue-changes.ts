import { allocate, type CopyStatus } from '#domain/circulation/allocation.ts';
import { positions } from '#domain/circulation/hold-queue.ts';
import { Fault } from '#shared/faults.ts';
import { momentText } from '#shared/day.ts';
import type { Act } from './context.ts';
import { freeCopies, readTitleState, type TitleCopy, type TitleState, waitingHolds } from './title-state.ts';

/** Moves a copy on from the state it was seen in; that it was meanwhile moved by somebody else undoes the whole act. */
export const moveCopy = async ({ tx, now }: Act, copy: Pick<TitleCopy, 'code' | 'status'>, status: CopyStatus, branchId?: string): Promise<void> => {
  const place = branchId === undefined ? {} : { branchId };
  const { count } = await tx.copy.updateMany({ where: { code: copy.code, status: copy.status }, data: { status, updatedAt: momentText(now), ...place } });
  if (count !== 1) throw new Fault(`copy ${copy.code} is no longer ${copy.status}`);
};

export type EndStatus = 'filled' | 'cancelled' | 'expired' | 'unfillable';

/** A hold that ends leaves the queue. Only a filled one still names its copy. */
export const endHold = async ({ tx, now }: Act, holdId: string, status: EndStatus, copyCode: string | null = null): Promise<void> => {
  const data = { status, copyCode, position: null, liveMark: null, endedAt: momentText(now) };
  const { count } = await tx.hold.updateMany({ where: { id: holdId, liveMark: 1 }, data });
  if (count !== 1) throw new Fault(`hold ${holdId} has ended already`);
};

/** A hold without a copy: it waits, or is suspended, in its old place. */
export const backToQueue = async ({ tx }: Act, holdId: string, change: { readonly status: 'waiting' | 'suspended'; readonly suspendedUntil?: string; readonly courtesyUsed?: boolean }): Promise<void> => {
  await tx.hold.update({ where: { id: holdId }, data: { copyCode: null, readyOn: null, deadlineOn: null, suspendedUntil: null, ...change } });
};

const giveCopies = async (act: Act, state: TitleState): Promise<void> => {
  const free = new Map(freeCopies(state).map((copy) => [copy.code, copy]));
  for (const { holdId, copyCode } of allocate(waitingHolds(state), [...free.values()])) {
    const copy = free.get(copyCode);
    if (copy === undefined) continue;
    await moveCopy(act, copy, 'allocated');
    await act.tx.hold.update({ where: { id: holdId }, data: { status: 'allocated', copyCode } });
  }
};

interface Place {
  readonly id: string;
  readonly position: number;
}

/** One statement for many places: a long queue moves up when its first reader leaves. */
const writePlaces = async ({ tx, kind }: Act, places: readonly Place[]): Promise<void> => {
  const mark = (index: number): string => (kind === 'sqlite' ? '?' : `$${index + 1}`);
  const cases = places.map((_, index) => `WHEN ${mark(2 * index)} THEN CAST(${mark(2 * index + 1)} AS INTEGER)`).join(' ');
  const ids = places.map((_, index) => mark(2 * places.length + index)).join(', ');
  const values = [...places.flatMap(({ id, position }) => [id, position]), ...places.map(({ id }) => id)];
  await tx.$executeRawUnsafe(`UPDATE "Hold" SET "position" = CASE "id" ${cases} END WHERE "id" IN (${ids})`, ...values);
};

const placesAtOnce = 200;

const renumber = async (act: Act, state: TitleState): Promise<void> => {
  const now = positions(state.holds);
  const moved = state.holds.flatMap(({ id, position }) => {
    const place = now.get(id) ?? null;
    return place === null || place === position ? [] : [{ id, position: place }];
  });
  for (let start = 0; start < moved.length; start += placesAtOnce) await writePlaces(act, moved.slice(start, start + placesAtOnce));
};

/** The end of every act on a title's queue: free copies find their readers (R1), places are counted anew. */
export const settleQueue = async (act: Act, titleId: string): Promise<void> => {
  const state = await readTitleState(act.tx, titleId);
  if (state === null) return;
  await giveCopies(act, state);
  // Giving copies changes nobody's place: whoever gets one stays in the queue until the book is ready.
  await renumber(act, state);
};
