import { handOutRefusal } from '#domain/circulation/hand-out.ts';
import { ageRefusal, membershipReasons, membershipRefusal } from '#domain/circulation/membership.ts';
import { type DueDateAnswer, dueDate, withMode } from '#domain/circulation/due-date.ts';
import type { EffectiveTerms } from '#domain/policy.ts';
import type { Reason } from '#domain/reasons.ts';
import type { CirculationRefusal } from '#domain/refusals.ts';
import type { Desk, DeskKeyed } from '#ports/library-system.ts';
import { type CopyCode, type LoanId, newId, type PatronId } from '#shared/ids.ts';
import { Temporal } from '#shared/day.ts';
import { type Act, type CirculationParts, countRows, granted, refused } from './context.ts';
import { deskAct } from './desk/acts.ts';
import type { Touched } from './desk/rows.ts';
import { letGo } from './ending-holds.ts';
import { lockPatron, lockTitle } from './locks.ts';
import { findPatronByCard, membershipOf, type PatronRow } from './patrons.ts';
import { endHold, moveCopy, settleQueue } from './queue-changes.ts';
import { returningVisit } from './van-visits.ts';
import {
  freeCopies,
  type LivingHold,
  otherUsableCopies,
  readTitleState,
  type TitleCopy,
  type TitleState,
  waitingHolds,
} from './title-state.ts';

type CheckedOut = Awaited<ReturnType<Desk['checkOut']>>;

interface HandOutRequest {
  readonly copyOrTitle: string;
  readonly card: string;
}

interface HandOut {
  readonly patron: PatronRow;
  readonly state: TitleState;
  readonly copy: TitleCopy;
  readonly ownHold: LivingHold | null;
  readonly effective: EffectiveTerms;
}

/** The title id that a copy code or a title id means. */
export const titleIdOf = async ({ sql }: Act, copyOrTitle: string): Promise<string> => {
  const [copy] = await sql.all<{ readonly titleId: string }>('SELECT "titleId" FROM "Copy" WHERE "code" = ?', [copyOrTitle]);
  return copy?.titleId ?? copyOrTitle;
};

/** The title that a copy code or a title id means, locked; null when it means none. */
export const findTitle = async (at: Act, copyOrTitle: string): Promise<TitleState | null> => {
  const titleId = await titleIdOf(at, copyOrTitle);
  await lockTitle(at, titleId);
  return readTitleState(at.sql, titleId);
};

/** The copy that was named, or of a title: the one kept for this reader, else a free one, else any, to say why not. */
const chooseCopy = (state: TitleState, named: string, ownHold: LivingHold | null): TitleCopy | undefined => {
  const own = state.copies.find((copy) => copy.code === ownHold?.copyCode);
  // A copy that still travels to its reader is not at this desk.
  const kept = own?.status === 'in_transit' ? undefined : own;
  return state.copies.find((copy) => copy.code === named) ?? kept ?? freeCopies(state)[0] ?? own ?? state.copies[0];
};

/** Readers ahead of the asker in the queue; all of them when the asker is not in it. */
const waitingBefore = ({ state, ownHold }: HandOut): readonly LivingHold[] => {
  const queue = waitingHolds(state);
  const own = queue.findIndex((hold) => hold.id === ownHold?.id);
  return own === -1 ? queue : queue.slice(0, own);
};

const copyRefusal = (handOut: HandOut): CirculationRefusal | null => {
  const { copy, state, ownHold } = handOut;
  return handOutRefusal({
    copy: { ...copy, heldForAsker: ownHold !== null && ownHold.copyCode === copy.code },
    reference: state.reference,
    waitingBefore: waitingBefore(handOut),
    otherFree: otherUsableCopies(state, copy.code),
  });
};

const limitRefusal = async (at: Act, { patron, effective }: HandOut): Promise<CirculationRefusal | null> => {
  const have = await countRows(at, `FROM "Loan" WHERE "patronId" = ? AND "status" = 'open'`, [patron.id]);
  const limit = effective.terms.maxLoans;
  return have < limit ? null : { reason: 'loan-limit', limit, have };
};

interface Refused {
  readonly refusal: CirculationRefusal;
  readonly because: readonly Reason[];
}

const refusalOf = async (at: Act, handOut: HandOut): Promise<Refused | null> => {
  const { patron, state, effective } = handOut;
  const today = at.today.toString();
  const member = await membershipOf(at, patron);
  const refusal =
    membershipRefusal(member, today, effective.terms) ??
    copyRefusal(handOut) ??
    ageRefusal(patron, state.audience, today) ??
    (await limitRefusal(at, handOut));
  if (refusal === null) return null;
  const limit = refusal.reason === 'loan-limit' ? [effective.because('maxLoans')] : [];
  return { refusal, because: [...membershipReasons(refusal, member, effective), ...limit] };
};

/** A hold is filled by whatever copy its reader takes; the one that was set aside for it is let go. */
const fillHold = async (at: Act, { state, copy, ownHold }: HandOut): Promise<void> => {
  if (ownHold === null) return;
  if (ownHold.copyCode !== copy.code) await letGo(at, { hold: ownHold, state });
  await endHold(at, ownHold.id, 'filled', copy.code);
};

const loanDueDate = async (at: Act, { patron, copy, effective: { terms } }: HandOut): Promise<DueDateAnswer> => {
  const cardExpiresOn = patron.expiresOn === null ? null : Temporal.PlainDate.from(patron.expiresOn);
  const visitDay = copy.vanBound ? await returningVisit(at, terms.loanDays) : null;
  // A visit is itself the day of return: nothing is pushed, only the card may cut it.
  const count =
    visitDay === null ? { days: terms.loanDays, mode: terms.dueMode } : { days: at.today.until(visitDay).days, mode: 'calendar' as const };
  return dueDate({ from: at.today, calendar: at.rules.calendarOf(copy.branchId), cardExpiresOn, ...count });
};

interface NewLoan {
  readonly id: string;
  readonly due: string;
  readonly because: readonly Reason[];
}

const lend = async (at: Act, handOut: HandOut): Promise<NewLoan> => {
  const { patron, state, copy, effective } = handOut;
  const { due, because } = await loanDueDate(at, handOut);
  const id = newId();
  const text =
    'INSERT INTO "Loan" ("id", "patronId", "titleId", "copyCode", "branchId", "loanedOn", "dueOn", "openMark") VALUES (?, ?, ?, ?, ?, ?, ?, 1)';
  await at.sql.run(text, [id, patron.id, state.id, copy.code, copy.branchId, at.today.toString(), due.toString()]);
  return { id, due: due.toString(), because: [effective.because('loanDays'), ...withMode(because, effective)] };
};

const handOutOf = (at: Act, patron: PatronRow, state: TitleState, named: string): HandOut | null => {
  const ownHold = state.holds.find((hold) => hold.patronId === patron.id) ?? null;
  const copy = chooseCopy(state, named, ownHold);
  if (copy === undefined) return null;
  const effective = at.rules.effective({
    branchId: copy.branchId,
    patronType: patron.type,
    material: copy.material,
    on: at.today.toString(),
  });
  return { patron, state, copy, ownHold, effective };
};

const checkOutIn = async (at: Act, { copyOrTitle, card }: HandOutRequest): Promise<CheckedOut> => {
  const patron = await findPatronByCard(at, card);
  if (patron === null) return refused({ reason: 'patron-not-found' });
  await lockPatron(at, patron.id);
  const state = await findTitle(at, copyOrTitle);
  const handOut = state === null ? null : handOutOf(at, patron, state, copyOrTitle);
  if (handOut === null) return refused({ reason: 'copy-not-found' });
  const no = await refusalOf(at, handOut);
  if (no !== null) return refused(no.refusal, no.because);
  await moveCopy(at, handOut.copy, 'on_loan');
  await fillHold(at, handOut);
  const { id, due, because } = await lend(at, handOut);
  await settleQueue(at, handOut.state.id);
  // as: ids and codes that were just read or made
  return granted(
    { loanId: id as LoanId, title: handOut.state.title, copyCode: handOut.copy.code as CopyCode, due, patronId: patron.id as PatronId },
    because,
  );
};

const touches = async (at: Act, { copyOrTitle, card }: HandOutRequest): Promise<Touched> => {
  const patron = await findPatronByCard(at, card);
  return { patronIds: patron === null ? [] : [patron.id], titleIds: [await titleIdOf(at, copyOrTitle)] };
};

/** A copy leaves with a reader; a hold of theirs on the title is filled by it. */
export const checkOut = (parts: CirculationParts, request: HandOutRequest, keyed: DeskKeyed): Promise<CheckedOut> =>
  deskAct(parts, 'check-out', keyed, {
    touches: (at) => touches(at, request),
    work: (at) => checkOutIn(at, request),
    about: ({ title, copyCode, patronId, due }) => ({ title, copyCode, patronId, due }),
  });
