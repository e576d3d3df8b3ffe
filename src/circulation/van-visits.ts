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

/** The start of the first planned visit at a stop that a book ordered now still reaches. */
export const nextReachableVisit = async (at: Act, stopId: string): Promise<string | null> => {
  const visits = await at.sql.all<VisitRow>(
    `SELECT "stopId", "startAt" FROM "VanVisit" WHERE "stopId" = ? AND "status" = 'planned' AND "startAt" > ? ORDER BY "startAt" LIMIT 10`,
    [stopId, momentText(at.now)],
  );
  return visits.find(({ startAt }) => Temporal.Instant.compare(at.now, orderableUntil(startAt, at)) <= 0)?.startAt ?? null;
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
