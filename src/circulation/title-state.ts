import type { SqlStatements } from '#database/sql.ts';
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
  readonly suspendedUntil: string | null;
  readonly courtesyUsed: boolean;
}

/** A title with all its copies, and its living holds in the order of the queue. */
export interface TitleState {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly audience: string;
  readonly reference: boolean;
  /** it can be read as a file or by link */
  readonly digital: boolean;
  readonly copies: readonly TitleCopy[];
  readonly holds: readonly LivingHold[];
  readonly places: Places;
}

interface TitleRow {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly audience: string;
  readonly reference: number;
  readonly digital: number;
}

type CopyRow = Omit<TitleCopy, 'vanBound'>;

interface HoldRow extends Omit<LivingHold, 'pickup' | 'courtesyUsed'> {
  readonly pickupPlace: string;
  readonly courtesyUsed: number;
}

const titleText = `SELECT "id", "title", "author", "audience", "reference", CASE WHEN "digitalJson" IS NULL THEN 0 ELSE 1 END AS "digital" FROM "Title" WHERE "id" = ?`;
const copiesText = 'SELECT "code", "branchId", "status", "material" FROM "Copy" WHERE "titleId" = ? ORDER BY "code"';
const holdsText = `
  SELECT "id", "patronId", "status", "placedAt", "position", "pickupPlace", "visitStart", "copyCode", "readyOn", "deadlineOn", "suspendedUntil", "courtesyUsed"
  FROM "Hold" WHERE "titleId" = ? AND "liveMark" = 1`;

export const readTitleState = async (sql: SqlStatements, titleId: string): Promise<TitleState | null> => {
  const [title] = await sql.all<TitleRow>(titleText, [titleId]);
  if (title === undefined) return null;
  const places = await readPlaces(sql);
  const copies = await sql.all<CopyRow>(copiesText, [titleId]);
  const holds = await sql.all<HoldRow>(holdsText, [titleId]);
  return {
    ...title,
    reference: title.reference === 1,
    digital: title.digital === 1,
    places,
    copies: copies.map((copy) => ({ ...copy, vanBound: isVan(places, copy.branchId) })),
    holds: holds
      .map((hold) => ({ ...hold, courtesyUsed: hold.courtesyUsed === 1, pickup: pickupPoint(places, hold.pickupPlace) }))
      .sort(queueOrder),
  };
};

/** Readers without a copy, in order; suspended ones are passed over (R4). */
export const waitingHolds = (state: TitleState): readonly LivingHold[] => state.holds.filter((hold) => hold.status === 'waiting');

export const freeCopies = (state: TitleState): readonly TitleCopy[] =>
  state.reference ? [] : state.copies.filter((copy) => copy.status === 'available');

/** Copies other than `code` that are in the house and promised to nobody (R5). */
export const otherUsableCopies = (state: TitleState, code: string): readonly TitleCopy[] =>
  state.reference ? [] : state.copies.filter((copy) => copy.code !== code && isUsable(copy.status));

export const circulatingCopies = (state: TitleState): readonly TitleCopy[] => state.copies.filter((copy) => circulates(copy.status));
