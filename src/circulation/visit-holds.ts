import type { HoldId, PatronId } from '#shared/ids.ts';
import { localTimeOf, momentFrom, momentText } from '#shared/day.ts';
import { type Act, actOnState, type CirculationParts, occasion } from './context.ts';
import { lockTitle } from './locks.ts';
import { changeHold } from './queue-changes.ts';
import { nextReachableVisit, nextVisit } from './van-visits.ts';

// R14: a hold that a visit of the van was to bring, and the visit does not take place, or is over before the book came.

/** A hold whose visit fell away. */
export interface StrandedHold {
  readonly holdId: HoldId;
  readonly patronId: PatronId;
  readonly titleId: string;
  readonly stopId: string;
  readonly status: string;
  /** when the visit was to begin, a moment */
  readonly visitStart: string;
}

const strandedText = `
  SELECT h."id" AS "holdId", h."patronId", h."titleId", h."pickupPlace" AS "stopId", h."status", h."visitStart" FROM "Hold" h
  WHERE h."liveMark" = 1 AND h."visitStart" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "VanVisit" v WHERE v."stopId" = h."pickupPlace" AND v."startAt" = h."visitStart"
      AND (v."status" = 'arrived' OR (v."status" = 'planned' AND (h."status" = 'ready' OR v."endAt" >= ?)) OR (v."status" = 'done' AND h."status" = 'ready')))
  ORDER BY h."placedAt", h."id"`;

export const strandedHolds = async (parts: CirculationParts): Promise<readonly StrandedHold[]> => {
  const { now } = await occasion(parts);
  return parts.database.sql.all<StrandedHold>(strandedText, [momentText(now)]);
};

/** The visit that brings it instead: what is on its way already needs no order any more. */
const visitInstead = async (at: Act, { stopId, status }: StrandedHold): Promise<string | null> =>
  status === 'ready' || status === 'in_transit' ? nextVisit(at, stopId) : ((await nextReachableVisit(at, stopId))?.startAt ?? null);

const moveOne = async (at: Act, stranded: StrandedHold): Promise<void> => {
  await lockTitle(at, stranded.titleId);
  const text = 'SELECT "status" FROM "Hold" WHERE "id" = ? AND "liveMark" = 1 AND "visitStart" = ?';
  const [hold] = await at.sql.all<Pick<StrandedHold, 'status'>>(text, [stranded.holdId, stranded.visitStart]);
  const visitStart = hold === undefined ? null : await visitInstead(at, { ...stranded, ...hold });
  if (hold === undefined || visitStart === null) return;
  const deadlineOn = localTimeOf(momentFrom(visitStart)).toPlainDate().toString();
  await changeHold(at, stranded.holdId, { visitStart, ...(hold.status === 'ready' ? { deadlineOn } : {}) });
};

/** Moves them to the next visit at their stop; where none is planned they stay, and the reader chooses another place. */
export const moveStrandedHolds = async (parts: CirculationParts, stranded: readonly StrandedHold[]): Promise<void> => {
  for (const one of stranded) await actOnState(parts, (at) => moveOne(at, one));
};
