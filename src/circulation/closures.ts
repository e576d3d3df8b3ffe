import { pushedDueDate } from '#domain/circulation/due-date.ts';
import { deadlineAfterClosures } from '#domain/circulation/hold-queue.ts';
import type { PatronType } from '#domain/policy.ts';
import type { Keyed } from '#ports/library-system.ts';
import { Temporal } from '#shared/day.ts';
import { type Act, act, type CirculationParts } from './context.ts';

export interface DatesMoved {
  readonly loans: number;
  readonly holds: number;
}

const idsAtOnce = 400;

interface LoanRow {
  readonly id: string;
  readonly branchId: string;
  readonly dueOn: string;
  readonly patronType: PatronType;
  readonly material: string;
}

interface HoldRow {
  readonly id: string;
  readonly pickupPlace: string;
  readonly readyOn: string | null;
  readonly deadlineOn: string;
}

const marksFor = (values: readonly string[]): string => values.map(() => '?').join(', ');

const loansText = (days: readonly string[]) => `
  SELECT l."id", l."branchId", l."dueOn", p."type" AS "patronType", c."material"
  FROM "Loan" l JOIN "Patron" p ON p."id" = l."patronId" JOIN "Copy" c ON c."code" = l."copyCode"
  WHERE l."status" = 'open' AND l."dueOn" IN (${marksFor(days)})`;

/** New due date → loans that get it; loans whose rule counts plain days are not among them. */
const newDueDates = ({ rules, today }: Act, loans: readonly LoanRow[]): ReadonlyMap<string, readonly string[]> => {
  const moved = new Map<string, string[]>();
  for (const { id, dueOn, branchId, patronType, material } of loans) {
    const { terms } = rules.effective({ branchId, patronType, material, on: today.toString() });
    const due = pushedDueDate(Temporal.PlainDate.from(dueOn), terms.dueMode, rules.calendarOf(branchId)).toString();
    if (due > dueOn) moved.set(due, [...(moved.get(due) ?? []), id]);
  }
  return moved;
};

/** R7: forward only. */
const moveDueDates = async (at: Act, closed: readonly string[]): Promise<number> => {
  const days = closed.filter((day) => day >= at.today.toString());
  if (days.length === 0) return 0;
  let count = 0;
  for (const [dueOn, ids] of newDueDates(at, await at.sql.all<LoanRow>(loansText(days), days))) {
    for (let start = 0; start < ids.length; start += idsAtOnce) {
      const part = ids.slice(start, start + idsAtOnce);
      const { changes } = await at.sql.run(`UPDATE "Loan" SET "dueOn" = ? WHERE "status" = 'open' AND "id" IN (${marksFor(part)})`, [
        dueOn,
        ...part,
      ]);
      count += changes;
    }
  }
  return count;
};

/** R3; the visit of a van is the last chance at a stop, whatever is closed. */
const moveDeadlines = async ({ sql, rules }: Act, days: readonly string[], branchId: string | undefined): Promise<number> => {
  const closures = days.map((day) => Temporal.PlainDate.from(day));
  const text = `SELECT "id", "pickupPlace", "readyOn", "deadlineOn" FROM "Hold" WHERE "status" = 'ready' AND "liveMark" = 1 AND "visitStart" IS NULL AND "deadlineOn" >= ?`;
  const holds = await sql.all<HoldRow>(text, [days.toSorted()[0] ?? '']);
  let count = 0;
  for (const { id, readyOn, deadlineOn, pickupPlace } of holds.filter((hold) => branchId === undefined || hold.pickupPlace === branchId)) {
    const kept = { readyOn: readyOn === null ? null : Temporal.PlainDate.from(readyOn), deadline: Temporal.PlainDate.from(deadlineOn) };
    const after = deadlineAfterClosures(kept, closures, rules.calendarOf(pickupPlace)).toString();
    if (after <= deadlineOn) continue;
    count += (
      await sql.run(`UPDATE "Hold" SET "deadlineOn" = ? WHERE "id" = ? AND "status" = 'ready' AND "deadlineOn" = ?`, [
        after,
        id,
        deadlineOn,
      ])
    ).changes;
  }
  return count;
};

/**
 * To be called after days were closed that had been open: open loans and kept holds get later dates, and with them new
 * notices. `branchId` left out: the closure is for every branch.
 */
export const moveDatesPastClosures = (
  parts: CirculationParts,
  closed: { readonly days: readonly string[]; readonly branchId?: string },
  keyed: Keyed,
): Promise<DatesMoved> =>
  act(parts, 'move-dates-past-closures', keyed, async (at) => ({
    loans: await moveDueDates(at, closed.days),
    holds: await moveDeadlines(at, closed.days, closed.branchId),
  }));
