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

/** R7: forward only; loans whose rule counts plain days keep their date. */
const moveDueDates = async ({ tx, rules, today }: Act, days: readonly string[]): Promise<number> => {
  const open = days.filter((day) => day >= today.toString());
  const loans = await tx.loan.findMany({ where: { status: 'open', dueOn: { in: open } }, include: { patron: true, copy: true } });
  const moved = new Map<string, string[]>();
  for (const { id, dueOn, branchId, patron, copy } of loans) {
    // as: the schema lists the types of a patron
    const { terms } = rules.effective({ branchId, patronType: patron.type as PatronType, material: copy.material, on: today.toString() });
    const due = pushedDueDate(Temporal.PlainDate.from(dueOn), terms.dueMode, rules.calendarOf(branchId)).toString();
    if (due > dueOn) moved.set(due, [...(moved.get(due) ?? []), id]);
  }
  let count = 0;
  for (const [dueOn, ids] of moved) {
    for (let start = 0; start < ids.length; start += idsAtOnce) {
      count += (await tx.loan.updateMany({ where: { id: { in: ids.slice(start, start + idsAtOnce) }, status: 'open' }, data: { dueOn } })).count;
    }
  }
  return count;
};

/** R3 */
const moveDeadlines = async ({ tx, rules }: Act, days: readonly string[], branchId: string | undefined): Promise<number> => {
  const closures = days.map((day) => Temporal.PlainDate.from(day));
  const holds = await tx.hold.findMany({ where: { status: 'ready', liveMark: 1, visitStart: null, deadlineOn: { gte: days.toSorted()[0] ?? '' }, ...(branchId === undefined ? {} : { pickupPlace: branchId }) } });
  let count = 0;
  for (const { id, readyOn, deadlineOn, pickupPlace } of holds) {
    const deadline = Temporal.PlainDate.from(deadlineOn ?? '');
    const kept = { readyOn: readyOn === null ? null : Temporal.PlainDate.from(readyOn), deadline };
    const after = deadlineAfterClosures(kept, closures, rules.calendarOf(pickupPlace)).toString();
    if (after <= deadline.toString()) continue;
    count += (await tx.hold.updateMany({ where: { id, status: 'ready', deadlineOn }, data: { deadlineOn: after } })).count;
  }
  return count;
};

/**
 * To be called after days were closed that had been open: open loans and kept holds get later dates, and with them new
 * notices. `branchId` left out: the closure is for every branch.
 */
export const moveDatesPastClosures = (parts: CirculationParts, closed: { readonly days: readonly string[]; readonly branchId?: string }, keyed: Keyed): Promise<DatesMoved> =>
  act(parts, 'move-dates-past-closures', keyed, async (at) => ({
    loans: await moveDueDates(at, closed.days),
    holds: await moveDeadlines(at, closed.days, closed.branchId),
  }));
