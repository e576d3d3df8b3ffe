import { longestSuspensionDays } from '#domain/circulation/hold-queue.ts';
import type { CirculationRefusal } from '#domain/refusals.ts';
import type { Decision, Keyed } from '#ports/library-system.ts';
import type { HoldId, PatronId } from '#shared/ids.ts';
import { Temporal } from '#shared/day.ts';
import { type Act, act, type CirculationParts, granted, refused } from './context.ts';
import { lockPatron, lockTitle } from './locks.ts';
import { backToQueue, endHold, moveCopy, settleQueue } from './queue-changes.ts';
import { type LivingHold, readTitleState, type TitleState } from './title-state.ts';

export interface OwnHold {
  readonly patronId: PatronId;
  readonly holdId: HoldId;
}

interface FoundHold {
  readonly hold: LivingHold;
  readonly state: TitleState;
}

interface TitleOfHold {
  readonly titleId: string;
}

/** The patron's own living hold, with its title locked; somebody else's is as unknown as none. */
const findOwnHold = async (at: Act, { patronId, holdId }: OwnHold): Promise<FoundHold | null> => {
  await lockPatron(at, patronId);
  const [row] = await at.sql.all<TitleOfHold>('SELECT "titleId" FROM "Hold" WHERE "id" = ? AND "patronId" = ?', [holdId, patronId]);
  if (row === undefined) return null;
  await lockTitle(at, row.titleId);
  const state = await readTitleState(at.sql, row.titleId);
  const hold = state?.holds.find((each) => each.id === holdId);
  return state === null || hold === undefined ? null : { hold, state };
};

/** R2: what was only allocated is free again at once; what was found waits for the hands of staff. */
export const letGo = async (at: Act, { hold, state }: FoundHold): Promise<{ readonly copyReleased: boolean }> => {
  const copy = state.copies.find((each) => each.code === hold.copyCode);
  if (copy === undefined) return { copyReleased: false };
  const isFree = hold.status === 'allocated';
  await moveCopy(at, copy, isFree ? 'available' : 'releasing');
  return { copyReleased: isFree };
};

const endByReader = async (at: Act, found: FoundHold): Promise<{ readonly copyReleased: boolean }> => {
  const released = await letGo(at, found);
  await endHold(at, found.hold.id, 'cancelled');
  await settleQueue(at, found.state.id);
  return released;
};

/** `copyReleased`: a copy was set aside for this hold and is free for others already. */
export const cancelHold = (
  parts: CirculationParts,
  request: OwnHold,
  keyed: Keyed,
): Promise<Decision<{ readonly title: string; readonly copyReleased: boolean }>> =>
  act(parts, 'cancel-hold', keyed, async (at) => {
    const found = await findOwnHold(at, request);
    if (found === null) return refused({ reason: 'hold-not-found' });
    const released = await endByReader(at, found);
    return granted({ title: found.state.title, ...released }, []);
  });

/** All living holds of a patron end, as before an account is erased; the queues move up. Answers how many. */
export const cancelAllHolds = (parts: CirculationParts, { patronId }: Pick<OwnHold, 'patronId'>, keyed: Keyed): Promise<number> =>
  act(parts, 'cancel-all-holds', keyed, async (at) => {
    await lockPatron(at, patronId);
    // In the order of titles: two such acts lock them one after the other.
    const rows = await at.sql.all<{ readonly id: HoldId }>(
      'SELECT "id" FROM "Hold" WHERE "patronId" = ? AND "liveMark" = 1 ORDER BY "titleId"',
      [patronId],
    );
    for (const row of rows) {
      const found = await findOwnHold(at, { patronId, holdId: row.id });
      if (found !== null) await endByReader(at, found);
    }
    return rows.length;
  });

export interface HoldSuspended {
  readonly title: string;
  readonly until: string;
  readonly position: number | null;
}

/** R4: not once the book is found, and at most so many days ahead. */
const suspensionRefusal = ({ today }: Act, { status }: LivingHold, until: Temporal.PlainDate): CirculationRefusal | null => {
  if (status === 'ready' || status === 'in_transit') return { reason: 'unsupported' };
  const days = today.until(until).days;
  return days < 1 || days > longestSuspensionDays ? { reason: 'unsupported' } : null;
};

/** R4: keeps its place, is passed over until the day `until`, on which it waits again. */
export const suspendHold = (
  parts: CirculationParts,
  request: OwnHold & { readonly until: string },
  keyed: Keyed,
): Promise<Decision<HoldSuspended>> =>
  act(parts, 'suspend-hold', keyed, async (at) => {
    const found = await findOwnHold(at, request);
    if (found === null) return refused({ reason: 'hold-not-found' });
    const refusal = suspensionRefusal(at, found.hold, Temporal.PlainDate.from(request.until));
    if (refusal !== null) return refused(refusal);
    await letGo(at, found);
    await backToQueue(at, found.hold.id, { status: 'suspended', suspendedUntil: request.until });
    await settleQueue(at, found.state.id);
    return granted({ title: found.state.title, until: request.until, position: found.hold.position }, []);
  });

/** Ends a suspension before its day; a hold that was not suspended is left as it is. */
export const resumeHold = (
  parts: CirculationParts,
  request: OwnHold,
  keyed: Keyed,
): Promise<Decision<{ readonly title: string; readonly position: number | null }>> =>
  act(parts, 'resume-hold', keyed, async (at) => {
    const found = await findOwnHold(at, request);
    if (found === null) return refused({ reason: 'hold-not-found' });
    if (found.hold.status === 'suspended') await backToQueue(at, found.hold.id, { status: 'waiting' });
    await settleQueue(at, found.state.id);
    return granted({ title: found.state.title, position: found.hold.position }, []);
  });
