import type { Keyed } from '#ports/library-system.ts';
import { Temporal } from '#shared/day.ts';
import { keepMoving } from '../closures.ts';
import { type Act, act, type CirculationParts, look } from '../context.ts';
import type { CalendarChange } from '../library-rules-writing.ts';
import { writeCalendarChange } from '../library-rules-writing.ts';
import { readPlaces } from '../places.ts';
import { holdsMovedBy, laterDue, type LoanGroup, loansOnClosedDays, type MovedHold } from './moving-dates.ts';
import { closedByChange, type ClosedInBranch, withCalendarChange } from './calendar-change.ts';

/** So many dates move from one day to another. */
export interface DatesShift {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** What an edit of the calendar would do; nothing is changed by asking. */
export interface CalendarPreview {
  readonly closed: readonly ClosedInBranch[];
  readonly loans: readonly DatesShift[];
  readonly holds: readonly DatesShift[];
  /** readers who will be told of a later date */
  readonly told: number;
}

export interface CalendarChanged {
  readonly closed: readonly ClosedInBranch[];
}

/** A library keeps to dates until here: the latest due date or pickup deadline, and never more than two years ahead. */
const lastDate = async ({ sql, today }: Act): Promise<Temporal.PlainDate> => {
  const [row] = await sql.all<{ readonly loan: string | null; readonly hold: string | null }>(
    `SELECT (SELECT MAX("dueOn") FROM "Loan" WHERE "status" = 'open') AS "loan",
            (SELECT MAX("deadlineOn") FROM "Hold" WHERE "status" = 'ready' AND "liveMark" = 1) AS "hold"`,
  );
  const farthest = today.add({ years: 2 }).toString();
  const last = [row?.loan ?? '', row?.hold ?? '', today.toString()].sort().at(-1) ?? farthest;
  return Temporal.PlainDate.from([last, farthest].sort()[0] ?? farthest);
};

const closedBy = async (at: Act, change: CalendarChange): Promise<readonly ClosedInBranch[]> => {
  const places = await readPlaces(at.sql);
  const branches = [...new Set(['main', ...places.branches.keys()])];
  const after = withCalendarChange(at.rules, change);
  return closedByChange({ before: at.rules, after, change, branches, today: at.today, last: await lastDate(at) });
};

const shifts = (moves: readonly { readonly from: string; readonly to: string; readonly count: number }[]): readonly DatesShift[] => {
  const counts = new Map<string, DatesShift>();
  for (const { from, to, count } of moves) {
    const name = `${from} ${to}`;
    counts.set(name, { from, to, count: (counts.get(name)?.count ?? 0) + count });
  }
  return [...counts.values()].sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
};

/** The same people as a notice reaches: an own chat, or the guardian's, and notices not switched off. */
const reachable = `
  p."status" NOT IN ('deleted', 'pending') AND (pp."notices" IS NULL OR pp."notices") AND EXISTS (
    SELECT 1 FROM "Link" l JOIN "Account" a ON a."id" = l."accountId"
    WHERE (l."patronId" = p."id" OR l."patronId" = p."guardianId") AND a."state" = 'active' AND a."chatId" IS NOT NULL)`;

/** Readers with a loan in one of these groups or one of these holds who will hear of it. */
const toldOf = async ({ sql }: Act, groups: readonly LoanGroup[], holds: readonly MovedHold[]): Promise<number> => {
  const holders = [...new Set(holds.map(({ patronId }) => patronId))];
  if (groups.length === 0 && holders.length === 0) return 0;
  const moved = groups.length === 0 ? `SELECT '' AS "branchId", '' AS "dueOn", '' AS "type", '' AS "material" WHERE 1 = 0` : '';
  const values = groups.map(() => '(?, ?, ?, ?)').join(', ');
  const [row] = await sql.all<{ readonly count: number }>(
    `WITH g("branchId", "dueOn", "type", "material") AS (${moved === '' ? `VALUES ${values}` : moved})
     SELECT CAST(COUNT(*) AS INTEGER) AS "count" FROM "Patron" p LEFT JOIN "Preference" pp ON pp."id" = 'patron:' || p."id"
     WHERE ${reachable} AND (p."id" IN (${holders.length === 0 ? `''` : holders.map(() => '?').join(', ')}) OR p."id" IN (
       SELECT o."patronId" FROM "Loan" o JOIN "Patron" q ON q."id" = o."patronId" JOIN "Copy" c ON c."code" = o."copyCode"
       JOIN g ON g."branchId" = o."branchId" AND g."dueOn" = o."dueOn" AND g."type" = q."type" AND g."material" = c."material"
       WHERE o."status" = 'open'))`,
    [...groups.flatMap(({ branchId, dueOn, patronType, material }) => [branchId, dueOn, patronType, material]), ...holders],
  );
  return row?.count ?? 0;
};

export const previewCalendarChange = async (parts: CirculationParts, change: CalendarChange): Promise<CalendarPreview> => {
  const now = await look(parts);
  const closed = await closedBy(now, change);
  if (closed.length === 0) return { closed, loans: [], holds: [], told: 0 };
  const at: Act = { ...now, rules: withCalendarChange(now.rules, change) };
  const groups = (await loansOnClosedDays(at, closed)).flatMap((group) => {
    const to = laterDue(at, group);
    return to === null ? [] : [{ ...group, from: group.dueOn, to }];
  });
  const holds = await holdsMovedBy(at, closed);
  return {
    closed,
    loans: shifts(groups),
    holds: shifts(holds.map((hold) => ({ ...hold, count: 1 }))),
    told: await toldOf(at, groups, holds),
  };
};

/** Writes the edit; the dates it moves are moved by `moveDatesPastClosures`, at the latest by the next run of the jobs. */
export const changeCalendar = (parts: CirculationParts, change: CalendarChange, keyed: Keyed): Promise<CalendarChanged> =>
  act(parts, 'change-calendar', keyed, async (at) => {
    const closed = await closedBy(at, change);
    await writeCalendarChange(at.sql, change, at.now);
    await keepMoving(at, closed, keyed.key);
    return { closed };
  });
