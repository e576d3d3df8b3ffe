import { dueReasons } from '#domain/circulation/due-date.ts';
import { expectedWait } from '#domain/circulation/hold-queue.ts';
import { statusOn } from '#domain/circulation/membership.ts';
import type { EffectiveTerms } from '#domain/policy.ts';
import type { Reason } from '#domain/reasons.ts';
import type { HoldPlaced, HoldRecord } from '#ports/library-system.ts';
import type { HoldId, LoanId, PatronId } from '#shared/ids.ts';
import { localTimeOf, momentFrom, Temporal } from '#shared/day.ts';
import { type Act, type CirculationParts, look } from './context.ts';
import { findPatron, type PatronRow, suspensionReasons } from './patrons.ts';
import { isVan, placeName, readPlaces } from './places.ts';
import { circulatingCopies, freeCopies, type LivingHold, readTitleState, type TitleState } from './title-state.ts';
import { visitOn } from './van-visits.ts';

// "Kenapa?" of a later day: loans, holds and cards keep no reasons of their own, so they are worked out from the state.

interface LoanRow {
  readonly id: string;
  readonly title: string;
  readonly branchId: string;
  readonly loanedOn: string;
  readonly dueOn: string;
  readonly renewals: number;
  readonly material: string;
}

const loanText = `
  SELECT l."id", t."title", l."branchId", l."loanedOn", l."dueOn", l."renewals", c."material"
  FROM "Loan" l JOIN "Title" t ON t."id" = l."titleId" JOIN "Copy" c ON c."code" = l."copyCode"
  WHERE l."id" = ? AND l."patronId" = ? AND l."openMark" = 1`;

const findLoan = async ({ sql }: Act, patronId: string, loanId: string): Promise<LoanRow | undefined> =>
  (await sql.all<LoanRow>(loanText, [loanId, patronId]))[0];

/** R14: a loan from the van is due on a visit, not on a counted day. */
const visitReason = async (at: Act, { branchId, dueOn }: LoanRow): Promise<readonly Reason[]> => {
  if (!isVan(await readPlaces(at.sql), branchId)) return [];
  const stop = await visitOn(at, Temporal.PlainDate.from(dueOn));
  return stop === null ? [] : [{ kind: 'van-visit', on: dueOn, stop }];
};

const reasonsOf = async (at: Act, patron: PatronRow, loan: LoanRow): Promise<readonly Reason[]> => {
  const { branchId, material, loanedOn } = loan;
  const effective = at.rules.effective({ branchId, patronType: patron.type, material, on: loanedOn });
  const visit = await visitReason(at, loan);
  if (visit.length > 0) return [effective.because('loanDays'), ...visit];
  return dueReasons({
    loanedOn: Temporal.PlainDate.from(loanedOn),
    due: Temporal.PlainDate.from(loan.dueOn),
    renewals: loan.renewals,
    calendar: at.rules.calendarOf(branchId),
    cardExpiresOn: patron.expiresOn === null ? null : Temporal.PlainDate.from(patron.expiresOn),
    effective,
  });
};

/** Why an open loan falls due when it does; empty when it is not this patron's. */
export const reasonsOfDue = async (at: Act, patron: PatronRow, loanId: string): Promise<readonly Reason[]> => {
  const loan = await findLoan(at, patron.id, loanId);
  return loan === undefined ? [] : reasonsOf(at, patron, loan);
};

export interface DueExplained {
  readonly title: string;
  readonly dueOn: string;
  readonly because: readonly Reason[];
}

/** Why a loan falls due when it does; null when this patron has no such loan. */
export const explainDue = async (
  parts: CirculationParts,
  { patronId, loanId }: { readonly patronId: PatronId; readonly loanId: LoanId },
): Promise<DueExplained | null> => {
  const at = await look(parts);
  const patron = await findPatron(at, patronId);
  const loan = await findLoan(at, patronId, loanId);
  if (patron === null || loan === undefined) return null;
  return { title: loan.title, dueOn: loan.dueOn, because: await reasonsOf(at, patron, loan) };
};

/** The first day on which a copy of the title is due back, as a reason; none when no copy is out. */
export const earliestDue = async ({ sql, today }: Act, titleId: string): Promise<readonly Reason[]> => {
  // by way of the copies: loans have no index by title
  const text = `SELECT MIN(l."dueOn") AS "on" FROM "Copy" c JOIN "Loan" l ON l."copyCode" = c."code" AND l."openMark" = 1
    WHERE c."titleId" = ? AND l."status" = 'open'`;
  const [row] = await sql.all<{ readonly on: string | null }>(text, [titleId]);
  return row?.on ? [{ kind: 'earliest-due', on: row.on, isLate: row.on < today.toString() }] : [];
};

interface WaitCase {
  readonly state: TitleState;
  readonly pickup: { readonly id: string };
  readonly effective: EffectiveTerms;
}

/** Rough days between which a reader at this place of the queue may fetch the book. */
export const expectedDays = (at: Act, { state, pickup, effective }: WaitCase, position: number): HoldPlaced['expected'] => {
  const { loanDays, holdPickupDays: pickupDays } = effective.terms;
  const copies = circulatingCopies(state).length;
  const { from, to } = expectedWait({ today: at.today, position, copies, loanDays, pickupDays, calendar: at.rules.calendarOf(pickup.id) });
  return { from: from.toString(), to: to.toString() };
};

export interface HoldExplained {
  readonly id: HoldId;
  readonly title: string;
  readonly status: HoldRecord['status'];
  readonly position: number | null;
  readonly deadlineOn: string | null;
  /** while it waits */
  readonly expected: HoldPlaced['expected'];
  readonly because: readonly Reason[];
}

const queueReasons = async (at: Act, hold: LivingHold, state: TitleState): Promise<readonly Reason[]> => {
  const copies: Reason = { kind: 'copies', usable: circulatingCopies(state).length, free: freeCopies(state).length };
  const before: Reason = { kind: 'holds-before', count: (hold.position ?? 1) - 1 };
  // who has a copy set aside waits for no other
  return hold.copyCode === null ? [before, copies, ...(await earliestDue(at, state.id))] : [before];
};

/** R3: since when it is kept, for how long, and the closed days that are not counted. */
const deadlineReasons = (at: Act, { hold, state, effective }: HoldCase): readonly Reason[] => {
  const { readyOn, deadlineOn, visitStart, pickup } = hold;
  if (visitStart !== null) {
    const on = localTimeOf(momentFrom(visitStart)).toPlainDate().toString();
    return [{ kind: 'van-visit', on, stop: placeName(state.places, pickup.id) }];
  }
  const since: readonly Reason[] = readyOn === null ? [] : [{ kind: 'ready-since', on: readyOn }];
  return [...since, effective.because('holdPickupDays'), ...closedReasons(at, hold, deadlineOn)];
};

const closedReasons = (at: Act, { readyOn, pickup }: LivingHold, deadlineOn: string | null): readonly Reason[] => {
  if (readyOn === null || deadlineOn === null) return [];
  const [from, to] = [Temporal.PlainDate.from(readyOn).add({ days: 1 }), Temporal.PlainDate.from(deadlineOn)];
  const days = at.rules.calendarOf(pickup.id).closedDays(from, to);
  const plain = to.subtract({ days: days.length }).toString();
  return days.length === 0 ? [] : [{ kind: 'closed-days', from: plain, to: deadlineOn, days }];
};

interface HoldCase {
  readonly hold: LivingHold;
  readonly state: TitleState;
  readonly effective: EffectiveTerms;
}

const holdReasons = async (at: Act, found: HoldCase): Promise<readonly Reason[]> => {
  const { hold, state, effective } = found;
  switch (hold.status) {
    case 'ready':
      return deadlineReasons(at, found);
    case 'suspended':
      return [
        { kind: 'suspended-hold', until: hold.suspendedUntil },
        { kind: 'holds-before', count: (hold.position ?? 1) - 1 },
      ];
    case 'waiting':
      return [...(await queueReasons(at, hold, state)), effective.because('loanDays')];
    default:
      return queueReasons(at, hold, state);
  }
};

const explainOne = async (
  at: Act,
  patron: PatronRow,
  { id, titleId }: { readonly id: HoldId; readonly titleId: string },
): Promise<HoldExplained | null> => {
  const state = await readTitleState(at.sql, titleId);
  const hold = state?.holds.find((each) => each.id === id);
  if (state === null || hold === undefined) return null;
  const { status, position, deadlineOn, pickup } = hold;
  const material = state.copies.find((copy) => copy.code === hold.copyCode)?.material ?? state.copies[0]?.material ?? 'book';
  const effective = at.rules.effective({ branchId: pickup.id, patronType: patron.type, material, on: hold.readyOn ?? at.today.toString() });
  const expected = status === 'waiting' ? expectedDays(at, { state, pickup, effective }, position ?? 1) : null;
  return { id, title: state.title, status, position, deadlineOn, expected, because: await holdReasons(at, { hold, state, effective }) };
};

/** How each living hold of a patron stands, and why; oldest first. */
export const explainHolds = async (parts: CirculationParts, patronId: PatronId): Promise<readonly HoldExplained[]> => {
  const at = await look(parts);
  const patron = await findPatron(at, patronId);
  if (patron === null) return [];
  const text = 'SELECT "id", "titleId" FROM "Hold" WHERE "patronId" = ? AND "liveMark" = 1 ORDER BY "placedAt", "id"';
  const explained: HoldExplained[] = [];
  for (const row of await at.sql.all<{ readonly id: HoldId; readonly titleId: string }>(text, [patronId])) {
    const one = await explainOne(at, patron, row);
    if (one !== null) explained.push(one);
  }
  return explained;
};

export interface SuspensionExplained {
  /** its last day; null: staff end it */
  readonly until: string | null;
  readonly because: readonly Reason[];
}

/** The suspension under which a patron is now; null when there is none. */
export const explainSuspension = async (parts: CirculationParts, patronId: PatronId): Promise<SuspensionExplained | null> => {
  const at = await look(parts);
  const patron = await findPatron(at, patronId);
  if (patron === null || statusOn(patron, at.today.toString()) !== 'suspended') return null;
  return { until: patron.suspendedUntil, because: suspensionReasons(patron) };
};
