import { withCalendarChange } from '#circulation/rules/calendar-change.ts';
import type { RulesSnapshot } from '#circulation/library-rules.ts';
import type { Rooms } from '#conversation/rooms.ts';
import type { Database } from '#database/database.ts';
import { once } from '#database/outcomes.ts';
import { localTimeOf, momentFrom, momentOf, momentText, Temporal } from '#shared/day.ts';
import { recordAudit } from '#staff/audit.ts';
import type { StaffAct } from '#staff/audited.ts';
import { changeFor, daysIn, type Plan } from './rules.ts';

// What an edit of the calendar concerns beyond loans and holds: events, rooms, visits and the vans. Cancelling an event or a
// room is its own service's act; here they are only named, so that staff can see to them.

export interface Concerned {
  readonly events: readonly ({ readonly title: string } & Starting)[];
  readonly rooms: number;
  readonly groups: readonly string[];
  readonly visits: readonly VisitConcerned[];
}

/** When something begins, by the library's wall clock. */
interface Starting {
  readonly day: string;
  readonly time: string;
}

export interface VisitConcerned extends Starting {
  readonly id: string;
  readonly stop: string;
  /** books ordered to it */
  readonly holds: number;
}

const nobodyConcerned: Concerned = { events: [], rooms: 0, groups: [], visits: [] };

interface StartingRow {
  readonly startAt: string;
}

/** On which days to look, and which moments of them are no longer open. */
interface Shut {
  readonly days: readonly string[];
  isShut(moment: Temporal.PlainDateTime): boolean;
}

const starting = async <Row>(database: Database, shut: Shut, text: string): Promise<readonly (Row & Starting)[]> => {
  const first = momentOf(Temporal.PlainDate.from(shut.days[0] ?? '').toPlainDateTime());
  const last = momentOf(
    Temporal.PlainDate.from(shut.days.at(-1) ?? '')
      .add({ days: 1 })
      .toPlainDateTime(),
  );
  const rows = await database.sql.all<Row & StartingRow>(text, [momentText(first), momentText(last)]);
  return rows.flatMap((row) => {
    const local = localTimeOf(momentFrom(row.startAt));
    const day = local.toPlainDate().toString();
    const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
    return shut.days.includes(day) && shut.isShut(local) ? [{ ...row, day, time }] : [];
  });
};

const visitsText = `
  SELECT v."id", s."name" AS "stop", v."startAt",
    (SELECT CAST(COUNT(*) AS INTEGER) FROM "Hold" h WHERE h."pickupPlace" = v."stopId" AND h."visitStart" = v."startAt" AND h."liveMark" = 1) AS "holds"
  FROM "VanVisit" v JOIN "VanStop" s ON s."id" = v."stopId"
  WHERE v."status" = 'planned' AND v."startAt" >= ? AND v."startAt" < ? ORDER BY v."startAt", v."id"`;

/** Planned visits of the vans in that time. */
const visitsIn = (database: Database, shut: Shut): Promise<readonly VisitConcerned[]> =>
  starting<Omit<VisitConcerned, keyof Starting>>(database, shut, visitsText);

const groupsOn = async ({ sql }: Database, days: readonly string[]): Promise<readonly string[]> => {
  const rows = await sql.all<{ readonly institution: string }>(
    `SELECT "institution" FROM "VisitBooking" WHERE "status" IN ('requested', 'confirmed') AND "dateOn" IN (${days.map(() => '?').join(', ')}) ORDER BY "institution"`,
    days,
  );
  return rows.map(({ institution }) => institution);
};

const concernedIn = async (database: Database, shut: Shut, wholeDays: readonly string[]): Promise<Concerned> => {
  if (shut.days.length === 0) return nobodyConcerned;
  const events = `SELECT "title", "startAt" FROM "Event" WHERE "status" = 'open' AND "startAt" >= ? AND "startAt" < ? ORDER BY "startAt", "id"`;
  const rooms = `SELECT "startAt" FROM "RoomBooking" WHERE "status" = 'booked' AND "startAt" >= ? AND "startAt" < ?`;
  return {
    events: await starting<{ readonly title: string }>(database, shut, events),
    rooms: (await starting(database, shut, rooms)).length,
    groups: wholeDays.length === 0 ? [] : await groupsOn(database, wholeDays),
    visits: await visitsIn(database, shut),
  };
};

const MAIN = 'main';

/** Whom else an edit concerns: whole days that it closes, hours that were open until now, and visits of vans that stay at home. */
export const concernedBy = async (
  { database, circulation }: Pick<Rooms, 'database' | 'circulation'>,
  { plan, rules, today }: { readonly plan: Plan; readonly rules: RulesSnapshot; readonly today: Temporal.PlainDate },
): Promise<Concerned> => {
  if ('branchId' in plan && plan.branchId !== null && plan.branchId !== MAIN) return nobodyConcerned;
  const change = changeFor(plan, rules);
  const { closed } = await circulation.previewCalendarChange(change);
  const wholeDays = closed.find(({ branchId }) => branchId === MAIN)?.days ?? [];
  const partDays = (change.days ?? []).filter(({ kind }) => kind === 'special').map(({ day }) => day);
  const before = rules.calendarOf(MAIN);
  const after = withCalendarChange(rules, change).calendarOf(MAIN);
  const isShut = (moment: Temporal.PlainDateTime): boolean =>
    wholeDays.includes(moment.toPlainDate().toString()) || (before.isOpenAt(moment) && !after.isOpenAt(moment));
  const concerned = await concernedIn(database, { days: [...new Set([...wholeDays, ...partDays])].sort(), isShut }, wholeDays);
  const withoutVan = plan.act === 'season' && plan.van === 'suspended' ? daysIn(`${plan.from}/${plan.to}`) : [];
  const left = withoutVan.filter((day) => day >= today.toString());
  return left.length === 0 ? concerned : { ...concerned, visits: await visitsIn(database, { days: left, isShut: () => true }) };
};

/** The vans stay at home: planned visits are cancelled, once per key. */
export const cancelVisits = (database: Database, visits: readonly string[], { key, now, actor }: StaffAct): Promise<number> =>
  once(database, { key, operation: 'cancel-van-visits', now }, async (tx) => {
    const { count } = await tx.vanVisit.updateMany({
      where: { id: { in: [...visits] }, status: 'planned' },
      data: { status: 'cancelled' },
    });
    for (const subject of visits) await recordAudit(tx, { at: momentText(now), actor, action: 'van_edit', subject });
    return count;
  });
