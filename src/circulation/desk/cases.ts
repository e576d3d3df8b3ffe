import type { CirculationRefusal } from '#domain/refusals.ts';
import type { Decision, Keyed } from '#ports/library-system.ts';
import type { CopyCode, LoanId, PatronId } from '#shared/ids.ts';
import { type Act, act, type CirculationParts, granted, refused } from '../context.ts';
import { lockPatron, lockTitle } from '../locks.ts';
import { moveCopy, settleQueue } from '../queue-changes.ts';
import { readTitleState, type TitleState } from '../title-state.ts';
import { type OpenLoan, openLoans } from './open-loans.ts';

// R10: a book that is not simply brought back. What readers report themselves; staff go on in copy-states.ts.

export interface OwnLoan {
  readonly patronId: PatronId;
  readonly loanId: LoanId;
}

export interface CaseOpened {
  readonly title: string;
  readonly copyCode: CopyCode;
  /** the day of the report */
  readonly on: string;
}

type CaseStatus = 'lost' | 'claimed_returned';

/** The loan is frozen (no reminders, no renewals) and its copy counted on no more; whoever acts settles the queue at the end. */
export const openCase = async (at: Act, loan: OpenLoan, state: TitleState, status: CaseStatus): Promise<void> => {
  const text = 'UPDATE "Loan" SET "status" = ?, "caseOn" = COALESCE("caseOn", ?) WHERE "id" = ? AND "openMark" = 1';
  await at.sql.run(text, [status, at.today.toString(), loan.id]);
  const copy = state.copies.find((each) => each.code === loan.copyCode);
  if (copy !== undefined && copy.status !== status) await moveCopy(at, copy, status);
};

/** A claim may follow a report of loss ("ternyata sudah kembali"), but nothing is reported twice. */
const caseRefusal = (loan: OpenLoan, status: CaseStatus): CirculationRefusal | null => {
  if (loan.status === status) return { reason: status === 'lost' ? 'item-lost' : 'claimed-returned' };
  return null;
};

const reportOwn = (
  parts: CirculationParts,
  { patronId, loanId }: OwnLoan,
  keyed: Keyed,
  status: CaseStatus,
): Promise<Decision<CaseOpened>> =>
  act(parts, status === 'lost' ? 'report-lost' : 'claim-returned', keyed, async (at) => {
    await lockPatron(at, patronId);
    const [loan] = await openLoans(at, 'id', loanId);
    if (loan === undefined) return refused({ reason: 'loan-not-found' });
    if (loan.patronId !== patronId) return refused({ reason: 'not-yours' });
    const refusal = caseRefusal(loan, status);
    if (refusal !== null) return refused(refusal);
    await lockTitle(at, loan.titleId);
    const state = await readTitleState(at.sql, loan.titleId);
    if (state === null) return refused({ reason: 'loan-not-found' });
    await openCase(at, loan, state, status);
    await settleQueue(at, state.id);
    // as: the code of a copy that was just read
    return granted({ title: state.title, copyCode: loan.copyCode as CopyCode, on: at.today.toString() }, []);
  });

/** "Sudah saya kembalikan": staff search the book, reminders stop. */
export const claimReturned = (parts: CirculationParts, loan: OwnLoan, keyed: Keyed): Promise<Decision<CaseOpened>> =>
  reportOwn(parts, loan, keyed, 'claimed_returned');

/** "Bukunya hilang": the loan is frozen until the book, another one or its price is brought. */
export const reportLost = (parts: CirculationParts, loan: OwnLoan, keyed: Keyed): Promise<Decision<CaseOpened>> =>
  reportOwn(parts, loan, keyed, 'lost');
