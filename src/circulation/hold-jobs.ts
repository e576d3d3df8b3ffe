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

/** All holds that `where` names, or those of one patron. */
const holdRows = ({ database }: CirculationParts, where: string, day: string, of: PatronId | undefined): Promise<readonly HoldRow[]> =>
  database.sql.all<HoldRow>(
    `SELECT "id", "titleId" FROM "Hold" WHERE ${where} AND "liveMark" = 1 ${of === undefined ? '' : 'AND "patronId" = ?'} ORDER BY "placedAt", "id"`,
    [day, ...(of === undefined ? [] : [of])],
  );

/**
 * R3: ends the holds whose last day has passed, of all or of one patron; each with the allocation of its copy in one
 * transaction. Repeating it changes nothing more, so it needs no key. Answers what it ended now.
 */
export const expireHolds = async (parts: CirculationParts, of?: PatronId): Promise<readonly ExpiredHold[]> => {
  const { today } = await occasion(parts);
  const expired: ExpiredHold[] = [];
  for (const { id, titleId } of await holdRows(parts, `"status" = 'ready' AND "deadlineOn" <= ?`, today.toString(), of)) {
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
export const resumeHolds = async (parts: CirculationParts, of?: PatronId): Promise<number> => {
  const { today } = await occasion(parts);
  let resumed = 0;
  for (const row of await holdRows(parts, `"status" = 'suspended' AND "suspendedUntil" <= ?`, today.toString(), of))
    if (await actOnState(parts, (at) => resumeOne(at, row))) resumed += 1;
  return resumed;
};

const lapseOne = async (at: Act, { id, titleId }: HoldRow): Promise<boolean> => {
  await lockTitle(at, titleId);
  const hold = (await readTitleState(at.sql, titleId))?.holds.find((each) => each.id === id);
  if (hold?.status !== 'suspended' || hold.deadlineOn === null || hold.deadlineOn >= at.today.toString()) return false;
  await endHold(at, id, 'expired');
  await settleQueue(at, titleId);
  return true;
};

/** R4: holds suspended without a date whose reader did not answer the question end. Answers how many. */
export const lapseSuspensions = async (parts: CirculationParts, of?: PatronId): Promise<number> => {
  const { today } = await occasion(parts);
  let lapsed = 0;
  for (const row of await holdRows(parts, `"status" = 'suspended' AND "deadlineOn" < ?`, today.toString(), of))
    if (await actOnState(parts, (at) => lapseOne(at, row))) lapsed += 1;
  return lapsed;
};

const hopelessText = `
  SELECT DISTINCT h."titleId" FROM "Hold" h JOIN "Title" t ON t."id" = h."titleId"
  WHERE h."liveMark" = 1 AND h."status" IN ('waiting', 'suspended') AND t."digitalJson" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "Copy" c WHERE c."titleId" = h."titleId" AND c."status" NOT IN ('lost', 'damaged'))`;

/** Holds that no copy is left for, also where copies left the catalogue without an act on the queue (an import). */
export const endHopelessHolds = async (parts: CirculationParts): Promise<void> => {
  for (const { titleId } of await parts.database.sql.all<Pick<HoldRow, 'titleId'>>(hopelessText)) {
    await actOnState(parts, async (at) => {
      await lockTitle(at, titleId);
      await settleQueue(at, titleId);
    });
  }
};

/** What time alone changed of one patron's holds, before they are looked at: no job need have run since. */
export const judgeHoldsOf = async (parts: CirculationParts, patronId: PatronId): Promise<void> => {
  await expireHolds(parts, patronId);
  await lapseSuspensions(parts, patronId);
  await resumeHolds(parts, patronId);
};
