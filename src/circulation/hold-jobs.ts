import { courtesySuspensionOpenDays, hasLapsed } from '#domain/circulation/hold-queue.ts';
import { localTimeOf, Temporal } from '#shared/day.ts';
import type { HoldId, PatronId, TitleId } from '#shared/ids.ts';
import { type Act, actOnState, type CirculationParts, occasion } from './context.ts';
import { passOnUnseen } from './held-copies.ts';
import { lockTitle } from './locks.ts';
import { findPatron } from './patrons.ts';
import { backToQueue, endHold, settleQueue } from './queue-changes.ts';
import { type LivingHold, readTitleState, type TitleCopy, type TitleState } from './title-state.ts';

export interface ExpiredHold {
  readonly holdId: HoldId;
  readonly patronId: PatronId;
  readonly titleId: TitleId;
  readonly title: string;
  /** `suspended`: the library was lenient, the place in the queue is kept (R3) */
  readonly outcome: 'expired' | 'suspended';
  /** the reader whose book it is now, once staff confirm it */
  readonly next: { readonly holdId: HoldId; readonly patronId: PatronId } | null;
}

interface Kept {
  readonly hold: LivingHold;
  readonly copy: TitleCopy | undefined;
  readonly state: TitleState;
}

const termsOf = async (at: Act, { hold, copy }: Kept) => {
  const patronType = (await findPatron(at, hold.patronId))?.type ?? 'adult';
  const question = { branchId: hold.pickup.id, patronType, material: copy?.material ?? 'book', on: at.today.toString() };
  return at.rules.effective(question).terms;
};

/** R3: a missed pickup ends the hold, or, once and where the library is lenient, suspends it in its place. */
const endMissed = async (at: Act, kept: Kept): Promise<ExpiredHold['outcome']> => {
  const { hold } = kept;
  const isLenient = (await termsOf(at, kept)).missedPickup === 'suspend' && !hold.courtesyUsed;
  if (!isLenient) {
    await endHold(at, hold.id, 'expired');
    return 'expired';
  }
  const until = at.rules.calendarOf(hold.pickup.id).openDayAfter(at.today, courtesySuspensionOpenDays).toString();
  await backToQueue(at, hold.id, { status: 'suspended', suspendedUntil: until, courtesyUsed: 1 });
  return 'suspended';
};

/** A deadline never stands on a day that turned out to be closed; the van's visit is the last chance at a stop. */
const currentDeadline = ({ rules }: Act, { pickup }: LivingHold, stored: string): Temporal.PlainDate => {
  const deadline = Temporal.PlainDate.from(stored);
  return pickup.kind === 'stop' ? deadline : rules.calendarOf(pickup.id).nextOpenDay(deadline);
};

const keptHold = async (at: Act, titleId: string, holdId: string): Promise<Kept | null> => {
  await lockTitle(at, titleId);
  const state = await readTitleState(at.sql, titleId);
  const hold = state?.holds.find((each) => each.id === holdId && each.status === 'ready');
  if (state === null || hold === undefined) return null;
  return { hold, state, copy: state.copies.find((copy) => copy.code === hold.copyCode) };
};

const expireOne = async (at: Act, titleId: string, holdId: string): Promise<ExpiredHold | null> => {
  const kept = await keptHold(at, titleId, holdId);
  if (kept === null || kept.hold.deadlineOn === null) return null;
  const deadline = currentDeadline(at, kept.hold, kept.hold.deadlineOn);
  if (!hasLapsed(deadline, localTimeOf(at.now), at.rules.calendarOf(kept.hold.pickup.id))) return null;
  const { hold, state, copy } = kept;
  const outcome = await endMissed(at, kept);
  const next = copy?.status === 'on_hold_shelf' ? await passOnUnseen(at, copy, state) : null;
  await settleQueue(at, titleId);
  // as: ids that were just read
  const ids = { holdId: hold.id as HoldId, patronId: hold.patronId as PatronId, titleId: titleId as TitleId };
  return {
    ...ids,
    title: state.title,
    outcome,
    // as: so were these
    next: next === null ? null : { holdId: next.id as HoldId, patronId: next.patronId as PatronId },
  };
};

interface HoldRow {
  readonly id: string;
  readonly titleId: string;
}

/**
 * R3: ends the holds whose last day has passed; each with the allocation of its copy in one transaction. Repeating it
 * changes nothing more, so it needs no key. Answers what it ended now.
 */
export const expireHolds = async (parts: CirculationParts): Promise<readonly ExpiredHold[]> => {
  const { today } = await occasion(parts);
  const rows = await parts.database.sql.all<HoldRow>(
    `SELECT "id", "titleId" FROM "Hold" WHERE "status" = 'ready' AND "liveMark" = 1 AND "deadlineOn" <= ? ORDER BY "deadlineOn", "placedAt", "id"`,
    [today.toString()],
  );
  const expired: ExpiredHold[] = [];
  for (const { id, titleId } of rows) {
    const one = await actOnState(parts, (at) => expireOne(at, titleId, id));
    if (one !== null) expired.push(one);
  }
  return expired;
};

const resumeOne = async (at: Act, { id, titleId }: HoldRow): Promise<boolean> => {
  await lockTitle(at, titleId);
  const text = `UPDATE "Hold" SET "status" = 'waiting', "suspendedUntil" = NULL WHERE "id" = ? AND "status" = 'suspended' AND "suspendedUntil" <= ?`;
  const { changes } = await at.sql.run(text, [id, at.today.toString()]);
  if (changes === 1) await settleQueue(at, titleId);
  return changes === 1;
};

/** R4: suspended holds whose day has come wait again, in their old place. Answers how many. */
export const resumeHolds = async (parts: CirculationParts): Promise<number> => {
  const { today } = await occasion(parts);
  const rows = await parts.database.sql.all<HoldRow>(
    `SELECT "id", "titleId" FROM "Hold" WHERE "status" = 'suspended' AND "suspendedUntil" <= ? ORDER BY "placedAt", "id"`,
    [today.toString()],
  );
  let resumed = 0;
  for (const row of rows) if (await actOnState(parts, (at) => resumeOne(at, row))) resumed += 1;
  return resumed;
};
