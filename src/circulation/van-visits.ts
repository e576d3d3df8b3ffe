import { localTimeOf, momentFrom, momentOf, momentText, Temporal } from '#shared/day.ts';
import type { Act } from './context.ts';

// What lending must know of the van's visits (R14); the timetable itself belongs to the van's service.

interface VisitRow {
  readonly stopId: string;
  readonly startAt: string;
}

const dayOfVisit = (startAt: string): Temporal.PlainDate => localTimeOf(momentFrom(startAt)).toPlainDate();

/** Until when a book may be ordered to a visit: the cut-off time of the open day before. */
const orderableUntil = (startAt: string, { rules }: Act): Temporal.Instant => {
  const dayBefore = rules.calendarOf('main').previousOpenDay(dayOfVisit(startAt).subtract({ days: 1 }));
  return momentOf(dayBefore.toPlainDateTime(Temporal.PlainTime.from(rules.policy.van_pickup_cutoff)));
};

/** A visit that a book can still be ordered to. */
export interface ReachableVisit {
  /** moments, as text */
  readonly startAt: string;
  readonly orderUntil: string;
}

/** The first planned visit at a stop that a book ordered now still reaches. */
export const nextReachableVisit = async (at: Act, stopId: string): Promise<ReachableVisit | null> => {
  const visits = await at.sql.all<VisitRow>(
    `SELECT "stopId", "startAt" FROM "VanVisit" WHERE "stopId" = ? AND "status" = 'planned' AND "startAt" > ? ORDER BY "startAt" LIMIT 10`,
    [stopId, momentText(at.now)],
  );
  const now = momentText(at.now);
  return (
    visits
      .map(({ startAt }) => ({ startAt, orderUntil: momentText(orderableUntil(startAt, at)) }))
      .find(({ orderUntil }) => now <= orderUntil) ?? null
  );
};

/** The first planned visit at a stop after now, whether or not a book can still be ordered to it. */
export const nextVisit = async ({ sql, now }: Act, stopId: string): Promise<string | null> => {
  const text = `SELECT "startAt" FROM "VanVisit" WHERE "stopId" = ? AND "status" = 'planned' AND "startAt" > ? ORDER BY "startAt" LIMIT 1`;
  return (await sql.all<Pick<VisitRow, 'startAt'>>(text, [stopId, momentText(now)]))[0]?.startAt ?? null;
};

/** The stop at which the van comes on this day to bring or take back a book; null when no visit to a stop is known. */
export const visitOn = async ({ sql }: Act, day: Temporal.PlainDate): Promise<string | null> => {
  const [from, to] = [day, day.add({ days: 1 })].map((date) => momentText(momentOf(date.toPlainDateTime())));
  const rows = await sql.all<{ readonly name: string }>(
    `SELECT DISTINCT s."name" FROM "VanVisit" v JOIN "VanStop" s ON s."id" = v."stopId" WHERE v."startAt" >= ? AND v."startAt" < ? AND v."status" <> 'cancelled' LIMIT 2`,
    [from ?? '', to ?? ''],
  );
  return rows.length === 1 ? (rows[0]?.name ?? null) : null;
};

/** The stop at which the van stands now. Where several vans are out at once nobody can tell whose book it is: none. */
const stopNow = async ({ sql, now }: Act): Promise<string | null> => {
  const moment = momentText(now);
  const visits = await sql.all<VisitRow>(
    `SELECT "stopId", "startAt" FROM "VanVisit" WHERE "status" IN ('planned', 'arrived') AND "startAt" <= ? AND "endAt" >= ?`,
    [moment, moment],
  );
  const stops = new Set(visits.map((visit) => visit.stopId));
  return stops.size === 1 ? (visits[0]?.stopId ?? null) : null;
};

/** R14: the day of the first visit at this stop that is a loan period away; null when none is planned, or the van stands nowhere. */
export const returningVisit = async (at: Act, loanDays: number): Promise<Temporal.PlainDate | null> => {
  const stopId = await stopNow(at);
  if (stopId === null) return null;
  const earliest = momentText(momentOf(at.today.add({ days: loanDays }).toPlainDateTime()));
  const [visit] = await at.sql.all<VisitRow>(
    `SELECT "stopId", "startAt" FROM "VanVisit" WHERE "stopId" = ? AND "status" = 'planned' AND "startAt" >= ? ORDER BY "startAt" LIMIT 1`,
    [stopId, earliest],
  );
  return visit === undefined ? null : dayOfVisit(visit.startAt);
};
