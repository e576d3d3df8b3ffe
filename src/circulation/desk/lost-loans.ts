import type { Decision, DeskKeyed } from '#ports/library-system.ts';
import { type CopyCode, newId, type PatronId } from '#shared/ids.ts';
import { momentText } from '#shared/day.ts';
import { type Act, type CirculationParts, countRows, granted, refused } from '../context.ts';
import { settleQueue } from '../queue-changes.ts';
import { deskAct } from './acts.ts';
import { openCase } from './cases.ts';
import { type CopyAtDesk, findCopy, touchesCopy } from './copy-states.ts';
import { dropPrice, endLoan, type OpenLoan } from './open-loans.ts';

// R10: how the loan of a lost book ends other than by the book: another one, or its price.

export interface LostResolved {
  readonly title: string;
  readonly copyCode: CopyCode;
  readonly loanOf: PatronId;
  /** the code under which the replacement stands in the catalogue, when it was given one */
  readonly newCode: string | null;
}

interface LostCopy extends CopyAtDesk {
  readonly loan: OpenLoan;
}

/** What is replaced or paid for counts as lost from now on, reported before or not. */
const findLost = async (at: Act, copyCode: string): Promise<LostCopy | null> => {
  const found = await findCopy(at, copyCode);
  if (found === null || found.loan === null) return null;
  if (found.loan.status !== 'lost') await openCase(at, found.loan, found.state, 'lost');
  return { ...found, loan: found.loan };
};

const addCopy = async (at: Act, { copy, state }: CopyAtDesk, code: string): Promise<void> => {
  const text =
    'INSERT INTO "Copy" ("code", "titleId", "branchId", "homeBranchId", "status", "material", "updatedAt") VALUES (?, ?, ?, ?, ?, ?, ?)';
  await at.sql.run(text, [code, state.id, copy.branchId, copy.branchId, 'available', copy.material, momentText(at.now)]);
};

const replace = async (at: Act, { copyCode, newCode }: Replacement): Promise<Decision<LostResolved>> => {
  if (newCode !== null && (await countRows(at, 'FROM "Copy" WHERE "code" = ?', [newCode])) > 0)
    return refused({ reason: 'code-taken', code: newCode });
  const lost = await findLost(at, copyCode);
  if (lost === null) return refused({ reason: 'loan-not-found' });
  await endLoan(at, lost.loan.id);
  await dropPrice(at, lost.loan.id);
  if (newCode !== null) await addCopy(at, lost, newCode);
  await settleQueue(at, lost.state.id);
  // as: the id of a loan that was just read
  return granted({ title: lost.state.title, copyCode, loanOf: lost.loan.patronId as PatronId, newCode }, []);
};

interface Replacement {
  readonly copyCode: CopyCode;
  readonly newCode: string | null;
}

/** The same title, or an equal one, was brought for a lost book: the loan ends, the copy stays lost. */
export const acceptReplacement = (parts: CirculationParts, request: Replacement, keyed: DeskKeyed): Promise<Decision<LostResolved>> =>
  deskAct(parts, 'replace-lost', keyed, {
    touches: (at) => touchesCopy(at, request.copyCode),
    work: (at) => replace(at, request),
    about: ({ title, copyCode, loanOf }) => ({ title, copyCode, patronId: loanOf }),
  });

const charge = async (at: Act, { copyCode, amount }: Price): Promise<Decision<Charged>> => {
  const lost = await findLost(at, copyCode);
  if (lost === null) return refused({ reason: 'loan-not-found' });
  const { id, patronId, titleId } = lost.loan;
  const { changes } = await at.sql.run(`UPDATE "Fine" SET "amount" = ? WHERE "loanId" = ? AND "kind" = 'lost' AND "status" = 'open'`, [
    amount,
    id,
  ]);
  if (changes === 0)
    await at.sql.run(
      `INSERT INTO "Fine" ("id", "patronId", "loanId", "titleId", "amount", "kind", "asOf") VALUES (?, ?, ?, ?, ?, 'lost', ?)`,
      [newId(), patronId, id, titleId, amount, at.today.toString()],
    );
  await settleQueue(at, titleId);
  // as: the id of a loan that was just read
  return granted({ title: lost.state.title, copyCode, loanOf: patronId as PatronId, amount }, []);
};

interface Price {
  readonly copyCode: CopyCode;
  /** whole rupiah */
  readonly amount: number;
}

export interface Charged extends Price {
  readonly title: string;
  readonly loanOf: PatronId;
}

/** The price of a lost book; when it is paid the loan ends. */
export const chargeLost = (parts: CirculationParts, request: Price, keyed: DeskKeyed): Promise<Decision<Charged>> =>
  deskAct(parts, 'charge-lost', keyed, {
    touches: (at) => touchesCopy(at, request.copyCode),
    work: (at) => charge(at, request),
    about: ({ title, copyCode, loanOf }) => ({ title, copyCode, patronId: loanOf }),
  });
