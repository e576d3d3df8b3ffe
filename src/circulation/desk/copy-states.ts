import type { Decision, DeskKeyed } from '#ports/library-system.ts';
import type { CopyCode, PatronId } from '#shared/ids.ts';
import { type Act, type CirculationParts, granted, refused } from '../context.ts';
import { findTitle, titleIdOf } from '../handing-out.ts';
import { passOn } from '../held-copies.ts';
import { backToQueue, moveCopy, settleQueue } from '../queue-changes.ts';
import type { TitleCopy, TitleState } from '../title-state.ts';
import { deskAct } from './acts.ts';
import { openCase } from './cases.ts';
import { closeLoan, type OpenLoan, openLoans } from './open-loans.ts';
import type { Touched } from './rows.ts';

/** What staff say of a copy: it is gone, spoilt, or there again. "Tidak ada di rak" is reportMissing. */
export type CopyVerdict = 'lost' | 'damaged' | 'found';

export interface CopyJudged {
  readonly title: string;
  readonly copyCode: CopyCode;
  readonly state: string;
  /** whose loan this was, or still is */
  readonly loanOf: PatronId | null;
  readonly heldFor: PatronId | null;
}

/** A copy with all that hangs on it; what every act on one copy looks at first. */
export interface CopyAtDesk {
  readonly copy: TitleCopy;
  readonly state: TitleState;
  readonly loan: OpenLoan | null;
}

export const findCopy = async (at: Act, copyCode: string): Promise<CopyAtDesk | null> => {
  const state = await findTitle(at, copyCode);
  const copy = state?.copies.find((each) => each.code === copyCode);
  if (state === null || copy === undefined) return null;
  const [loan = null] = await openLoans(at, 'copyCode', copyCode);
  return { copy, state, loan };
};

export const touchesCopy = async (at: Act, copyCode: string): Promise<Touched> => ({
  patronIds: (await openLoans(at, 'copyCode', copyCode)).map((loan) => loan.patronId),
  titleIds: [await titleIdOf(at, copyCode)],
});

/** The reader keeps the place and gets the next copy (R1). */
const takeFromHold = async (at: Act, { copy, state }: CopyAtDesk): Promise<void> => {
  const hold = state.holds.find((each) => each.copyCode === copy.code);
  if (hold !== undefined) await backToQueue(at, hold.id, { status: 'waiting' });
};

/** Lost with its reader: a case that goes on. Lost in the house: only the copy is. */
const lose = async (at: Act, found: CopyAtDesk): Promise<string> => {
  if (found.loan !== null) await openCase(at, found.loan, found.state, 'lost');
  else await moveCopy(at, found.copy, 'lost');
  return 'lost';
};

/** A damaged book is in the hands of staff: its loan ends like any other, but the copy goes to nobody. */
const spoil = async (at: Act, { copy, loan }: CopyAtDesk): Promise<string> => {
  if (loan !== null) await closeLoan(at, loan);
  await moveCopy(at, copy, 'damaged');
  return 'damaged';
};

const missed: ReadonlySet<string> = new Set(['missing', 'lost', 'claimed_returned', 'damaged']);

const judge = async (at: Act, { copyCode, verdict }: Judgement): Promise<Decision<CopyJudged>> => {
  const found = await findCopy(at, copyCode);
  if (found === null) return refused({ reason: 'copy-not-found' });
  const { copy, state, loan } = found;
  const value = { title: state.title, copyCode, loanOf: patronOf(loan) };
  if (verdict === 'found') {
    if (!missed.has(copy.status)) return refused({ reason: 'copy-not-available', state: copy.status });
    if (loan !== null) await closeLoan(at, loan);
    const { status, hold } = await passOn(at, copy, state);
    await settleQueue(at, state.id);
    // as: the id of a hold that was just read
    return granted({ ...value, state: status, heldFor: (hold?.patronId ?? null) as PatronId | null }, []);
  }
  if (copy.status === verdict) return refused({ reason: 'copy-not-available', state: copy.status });
  await takeFromHold(at, found);
  const now = verdict === 'lost' ? await lose(at, found) : await spoil(at, found);
  await settleQueue(at, state.id);
  return granted({ ...value, state: now, heldFor: null }, []);
};

// as: the id of a loan that was just read
const patronOf = (loan: OpenLoan | null): PatronId | null => (loan?.patronId ?? null) as PatronId | null;

interface Judgement {
  readonly copyCode: CopyCode;
  readonly verdict: CopyVerdict;
}

/** R10 and the copy states of DOMAIN §4; the queue goes on with the other copies. */
export const judgeCopy = (parts: CirculationParts, request: Judgement, keyed: DeskKeyed): Promise<Decision<CopyJudged>> =>
  deskAct(parts, `copy-${request.verdict}`, keyed, {
    touches: (at) => touchesCopy(at, request.copyCode),
    work: (at) => judge(at, request),
    about: ({ title, copyCode, loanOf }) => ({ title, copyCode, patronId: loanOf }),
  });
