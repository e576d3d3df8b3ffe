import type { Decision, HoldCancelled, Keyed } from '#ports/library-system.ts';
import type { HoldId, PatronId } from '#shared/ids.ts';
import { type Act, act, type CirculationParts, granted, refused } from './context.ts';
import { lockPatron, lockTitle } from './locks.ts';
import { endHold, moveCopy, settleQueue } from './queue-changes.ts';
import { type LivingHold, readTitleState, type TitleState } from './title-state.ts';

export interface OwnHold {
  readonly patronId: PatronId;
  readonly holdId: HoldId;
}

export interface FoundHold {
  readonly hold: LivingHold;
  readonly state: TitleState;
}

interface TitleOfHold {
  readonly titleId: string;
}

/** The patron's own living hold, with its title locked; somebody else's is as unknown as none. */
export const findOwnHold = async (at: Act, { patronId, holdId }: OwnHold): Promise<FoundHold | null> => {
  await lockPatron(at, patronId);
  const [row] = await at.sql.all<TitleOfHold>('SELECT "titleId" FROM "Hold" WHERE "id" = ? AND "patronId" = ?', [holdId, patronId]);
  if (row === undefined) return null;
  await lockTitle(at, row.titleId);
  const state = await readTitleState(at.sql, row.titleId);
  const hold = state?.holds.find((each) => each.id === holdId);
  return state === null || hold === undefined ? null : { hold, state };
};

type Released = Omit<HoldCancelled, 'title'>;

/** R2: what was only allocated is free again at once; what was found waits for the hands of staff. */
export const letGo = async (at: Act, { hold, state }: FoundHold): Promise<Released> => {
  const copy = state.copies.find((each) => each.code === hold.copyCode);
  if (copy === undefined) return { copyReleased: false, awaitsStaff: false };
  const isFree = hold.status === 'allocated';
  await moveCopy(at, copy, isFree ? 'available' : 'releasing');
  return { copyReleased: isFree, awaitsStaff: !isFree };
};

const endByReader = async (at: Act, found: FoundHold): Promise<Released> => {
  const released = await letGo(at, found);
  await endHold(at, found.hold.id, 'cancelled');
  await settleQueue(at, found.state.id);
  return released;
};

/** R2: over at once for its reader. */
export const cancelHold = (parts: CirculationParts, request: OwnHold, keyed: Keyed): Promise<Decision<HoldCancelled>> =>
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
