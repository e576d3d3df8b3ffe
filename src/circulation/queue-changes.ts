import type { SqlValue } from '#database/database.ts';
import { allocate, type CopyStatus, mayTurnUp, reaches } from '#domain/circulation/allocation.ts';
import { type HoldStatus, type LivingHoldStatus, positions } from '#domain/circulation/hold-queue.ts';
import { Fault } from '#shared/faults.ts';
import { momentText } from '#shared/day.ts';
import type { Act } from './context.ts';
import { freeCopies, type LivingHold, readTitleState, type TitleCopy, type TitleState, waitingHolds } from './title-state.ts';

/** Moves a copy on from the state it was seen in; that it was meanwhile moved by somebody else undoes the whole act. */
export const moveCopy = async (
  { sql, now }: Act,
  copy: Pick<TitleCopy, 'code' | 'status' | 'branchId'>,
  status: CopyStatus,
  branchId = copy.branchId,
): Promise<void> => {
  const text = 'UPDATE "Copy" SET "status" = ?, "branchId" = ?, "updatedAt" = ? WHERE "code" = ? AND "status" = ?';
  const { changes } = await sql.run(text, [status, branchId, momentText(now), copy.code, copy.status]);
  if (changes !== 1) throw new Fault(`copy ${copy.code} is no longer ${copy.status}`);
};

/** What may change of a living hold. */
export interface HoldChange {
  readonly status?: LivingHoldStatus | EndStatus;
  readonly copyCode?: string | null;
  readonly position?: null;
  readonly readyOn?: string | null;
  readonly deadlineOn?: string | null;
  readonly suspendedUntil?: string | null;
  readonly pickupPlace?: string;
  readonly visitStart?: string | null;
  readonly courtesyUsed?: 1;
  readonly endedAt?: string;
  readonly liveMark?: null;
}

/** Changes a hold that still lives; that it ended meanwhile undoes the whole act. */
export const changeHold = async ({ sql }: Act, holdId: string, change: HoldChange): Promise<void> => {
  // Names of columns come from the type above, never from outside.
  const columns: readonly (readonly [string, SqlValue])[] = Object.entries(change);
  const assignments = columns.map(([column]) => `"${column}" = ?`).join(', ');
  const { changes } = await sql.run(`UPDATE "Hold" SET ${assignments} WHERE "id" = ? AND "liveMark" = 1`, [
    ...columns.map(([, value]) => value),
    holdId,
  ]);
  if (changes !== 1) throw new Fault(`hold ${holdId} has ended already`);
};

export type EndStatus = Exclude<HoldStatus, LivingHoldStatus>;

/** A hold that ends leaves the queue. Only a filled one still names its copy. */
export const endHold = (at: Act, holdId: string, status: EndStatus, copyCode: string | null = null): Promise<void> =>
  changeHold(at, holdId, { status, copyCode, position: null, liveMark: null, endedAt: momentText(at.now) });

/** A hold without a copy: it waits, or is suspended, in its old place. */
export const backToQueue = (
  at: Act,
  holdId: string,
  change: Pick<HoldChange, 'status' | 'suspendedUntil' | 'deadlineOn' | 'courtesyUsed'>,
): Promise<void> => changeHold(at, holdId, { copyCode: null, readyOn: null, deadlineOn: null, suspendedUntil: null, ...change });

const giveCopies = async (act: Act, state: TitleState): Promise<void> => {
  const free = new Map(freeCopies(state).map((copy) => [copy.code, copy]));
  for (const { holdId, copyCode } of allocate(waitingHolds(state), [...free.values()])) {
    const copy = free.get(copyCode);
    if (copy === undefined) continue;
    await moveCopy(act, copy, 'allocated');
    await changeHold(act, holdId, { status: 'allocated', copyCode });
  }
};

interface Place {
  readonly id: string;
  readonly position: number;
}

/** One statement for many places: a long queue moves up when its first reader leaves. */
const writePlaces = async ({ sql }: Act, places: readonly Place[]): Promise<void> => {
  const cases = places.map(() => 'WHEN ? THEN CAST(? AS INTEGER)').join(' ');
  const values = [...places.flatMap(({ id, position }) => [id, position]), ...places.map(({ id }) => id)];
  await sql.run(`UPDATE "Hold" SET "position" = CASE "id" ${cases} END WHERE "id" IN (${places.map(() => '?').join(', ')})`, values);
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

const withoutCopy: ReadonlySet<LivingHoldStatus> = new Set<LivingHoldStatus>(['waiting', 'suspended']);

/** Readers whom no copy of the title can ever reach: all are lost, damaged or gone. A digital title is not handed over a desk. */
export const hopelessHolds = ({ digital, reference, copies, holds }: TitleState): readonly LivingHold[] => {
  if (digital) return [];
  const lent = reference ? [] : copies.filter((copy) => mayTurnUp(copy.status));
  return holds.filter((hold) => withoutCopy.has(hold.status) && !lent.some((copy) => reaches(copy, hold.pickup)));
};

const endHopeless = async (act: Act, state: TitleState): Promise<TitleState> => {
  const hopeless = new Set(hopelessHolds(state).map(({ id }) => id));
  for (const id of hopeless) await endHold(act, id, 'unfillable');
  return { ...state, holds: state.holds.filter(({ id }) => !hopeless.has(id)) };
};

/** The end of every act on a title's queue: free copies find their readers (R1), places are counted anew. */
export const settleQueue = async (act: Act, titleId: string): Promise<void> => {
  const read = await readTitleState(act.sql, titleId);
  if (read === null) return;
  const state = await endHopeless(act, read);
  await giveCopies(act, state);
  // Giving copies changes nobody's place: whoever gets one stays in the queue until the book is ready.
  await renumber(act, state);
};
