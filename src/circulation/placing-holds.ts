import { allocate } from '#domain/circulation/allocation.ts';
import { isInQueue, placedAfter } from '#domain/circulation/hold-queue.ts';
import { type HoldCase, holdRefusal } from '#domain/circulation/hold-request.ts';
import type { EffectiveTerms } from '#domain/policy.ts';
import type { Reason } from '#domain/reasons.ts';
import type { Decision, HoldPlaced, HoldRequest, Keyed } from '#ports/library-system.ts';
import { type CopyCode, type HoldId, newId } from '#shared/ids.ts';
import { momentFrom, momentOf, momentText } from '#shared/day.ts';
import { type Act, act, type CirculationParts, countRows, granted, look, refused } from './context.ts';
import { earliestDue, expectedDays, reasonsOfDue } from './explaining.ts';
import { lockPatron, lockTitle } from './locks.ts';
import { findPatron, membershipOf, type PatronRow } from './patrons.ts';
import { type ChosenPickup, choosePickup } from './places.ts';
import { settleQueue } from './queue-changes.ts';
import { circulatingCopies, freeCopies, readTitleState, type TitleState, waitingHolds } from './title-state.ts';

/** A hold that nothing speaks against. */
interface Admitted {
  readonly patron: PatronRow;
  readonly state: TitleState;
  readonly pickup: ChosenPickup;
  readonly effective: EffectiveTerms;
}

type Examined = { readonly admitted: Admitted } | { readonly decision: Decision<never> };

const countHolds = async (at: Act, patronId: string): Promise<Pick<HoldCase, 'holdsHad' | 'holdsPlacedToday'>> => {
  const dayStart = momentText(momentOf(at.today.toPlainDateTime()));
  return {
    holdsHad: await countRows(at, 'FROM "Hold" WHERE "patronId" = ? AND "liveMark" = 1', [patronId]),
    holdsPlacedToday: await countRows(at, 'FROM "Hold" WHERE "patronId" = ? AND "placedAt" >= ?', [patronId, dayStart]),
  };
};

interface OwnLoan {
  readonly id: string;
  readonly dueOn: string;
}

const ownLoan = async ({ sql }: Act, patronId: string, titleId: string): Promise<OwnLoan | undefined> => {
  const text = `SELECT "id", "dueOn" FROM "Loan" WHERE "patronId" = ? AND "titleId" = ? AND "openMark" = 1 AND "status" = 'open' ORDER BY "dueOn" LIMIT 1`;
  return (await sql.all<OwnLoan>(text, [patronId, titleId]))[0];
};

const holdCase = async (
  at: Act,
  { patron, state, effective }: Omit<Admitted, 'pickup'>,
  pickup: ChosenPickup | null,
): Promise<HoldCase> => {
  const loan = await ownLoan(at, patron.id, state.id);
  const own = state.holds.find((hold) => hold.patronId === patron.id);
  return {
    today: at.today.toString(),
    member: await membershipOf(at, patron),
    title: state,
    copies: circulatingCopies(state),
    pickup,
    ownLoanDue: loan?.dueOn ?? null,
    ownLoanBecause: loan === undefined ? [] : await reasonsOfDue(at, patron, loan.id),
    ownHold: own === undefined ? null : { position: own.position, ready: own.status === 'ready' },
    ...(await countHolds(at, patron.id)),
    effective,
  };
};

const examine = async (at: Act, request: HoldRequest): Promise<Examined> => {
  const patron = await findPatron(at, request.patronId);
  if (patron === null) return { decision: refused({ reason: 'patron-not-found' }) };
  const state = await readTitleState(at.sql, request.titleId);
  if (state === null) return { decision: refused({ reason: 'title-not-found' }) };
  const pickup = await choosePickup(at, state.places, request.pickupPlace);
  const material = state.copies[0]?.material ?? 'book';
  const effective = at.rules.effective({ branchId: request.pickupPlace, patronType: patron.type, material, on: at.today.toString() });
  const refusal = holdRefusal(await holdCase(at, { patron, state, effective }, pickup));
  if (refusal !== null) return { decision: refused(refusal.refusal, refusal.because) };
  // The rule refuses a pickup place that is none; the compiler cannot know.
  return pickup === null ? { decision: refused({ reason: 'pickup-invalid' }) } : { admitted: { patron, state, pickup, effective } };
};

type Placed = Omit<HoldPlaced, 'holdId'>;

/** Why it waits as long as it does. `before` are the holds ahead, `free` the copies that stood on the shelf. */
const placedBecause = async (at: Act, { state, effective }: Admitted, before: number, isWaiting: boolean): Promise<readonly Reason[]> => {
  const copies: Reason = { kind: 'copies', usable: circulatingCopies(state).length, free: freeCopies(state).length };
  const wait = isWaiting ? [...(await earliestDue(at, state.id)), effective.because('loanDays')] : [];
  return [{ kind: 'holds-before', count: before }, copies, ...wait];
};

const outcome = async (
  at: Act,
  admitted: Admitted,
  found: { readonly position: number; readonly copyCode: string | null },
): Promise<{ readonly value: Placed; readonly because: readonly Reason[] }> => {
  const isWaiting = found.copyCode === null;
  const value: Placed = {
    status: isWaiting ? 'waiting' : 'allocated',
    position: found.position,
    pickupPlace: admitted.pickup.id,
    pickupName: admitted.pickup.name,
    visitStart: admitted.pickup.visitStart,
    // as: the code of a copy of this title
    copyCode: found.copyCode as CopyCode | null,
    expected: isWaiting ? expectedDays(at, admitted, found.position) : null,
  };
  return { value, because: await placedBecause(at, admitted, found.position - 1, isWaiting) };
};

/** What the queue would give to one more hold at its end. */
const foretell = ({ state, pickup }: Admitted): { readonly position: number; readonly copyCode: string | null } => {
  const newcomer = { id: 'newcomer', pickup };
  const copy = allocate([...waitingHolds(state), newcomer], freeCopies(state)).find(({ holdId }) => holdId === newcomer.id);
  return { position: state.holds.filter((hold) => isInQueue(hold.status)).length + 1, copyCode: copy?.copyCode ?? null };
};

/** What placeHold would answer now. */
export const previewHold = async (parts: CirculationParts, request: HoldRequest): Promise<Decision<Placed>> => {
  const at = await look(parts);
  const examined = await examine(at, request);
  if ('decision' in examined) return examined.decision;
  const { value, because } = await outcome(at, examined.admitted, foretell(examined.admitted));
  return granted(value, because);
};

const insertHold = async (at: Act, { patron, state, pickup }: Admitted): Promise<string> => {
  const last = state.holds.at(-1)?.placedAt;
  const placedAt = momentText(placedAfter(at.now, last === undefined ? null : momentFrom(last)));
  const id = newId();
  const text =
    'INSERT INTO "Hold" ("id", "patronId", "titleId", "placedAt", "pickupPlace", "visitStart", "liveMark") VALUES (?, ?, ?, ?, ?, ?, 1)';
  await at.sql.run(text, [id, patron.id, state.id, placedAt, pickup.id, pickup.visitStart]);
  return id;
};

interface QueuedRow {
  readonly position: number;
  readonly copyCode: string | null;
}

const lines = new Map<string, Promise<unknown>>();

/**
 * Readers who ask this process for one title come one after the other. On PostgreSQL each would otherwise keep a connection and
 * spend the time of its transaction waiting for the title's row: of two hundred at once most would run out of it.
 */
const inLine = async <Outcome>(titleId: string, work: () => Promise<Outcome>): Promise<Outcome> => {
  const before = lines.get(titleId) ?? Promise.resolve();
  const mine = before.then(work, work);
  lines.set(titleId, mine);
  try {
    return await mine;
  } finally {
    if (lines.get(titleId) === mine) lines.delete(titleId);
  }
};

const joinQueue = async (at: Act, request: HoldRequest): Promise<Decision<HoldPlaced>> => {
  await lockPatron(at, request.patronId);
  await lockTitle(at, request.titleId);
  const examined = await examine(at, request);
  if ('decision' in examined) return examined.decision;
  const id = await insertHold(at, examined.admitted);
  await settleQueue(at, request.titleId);
  const [hold] = await at.sql.all<QueuedRow>('SELECT "position", "copyCode" FROM "Hold" WHERE "id" = ?', [id]);
  const { value, because } = await outcome(at, examined.admitted, { position: hold?.position ?? 1, copyCode: hold?.copyCode ?? null });
  // as: just made as the id of a hold
  return granted({ holdId: id as HoldId, ...value }, because);
};

/** R1: joins the queue of the title; a free copy is allocated in the same transaction. */
export const placeHold = (parts: CirculationParts, request: HoldRequest, keyed: Keyed): Promise<Decision<HoldPlaced>> =>
  inLine(request.titleId, () => act(parts, 'place-hold', keyed, (at) => joinQueue(at, request)));
