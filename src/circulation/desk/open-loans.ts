import { daysLate } from '#domain/circulation/due-date.ts';
import { type LateLoan, suspensionAfter } from '#domain/circulation/lateness.ts';
import type { EffectiveTerms } from '#domain/policy.ts';
import type { Reason } from '#domain/reasons.ts';
import { Temporal, momentText } from '#shared/day.ts';
import { newId } from '#shared/ids.ts';
import type { Act } from '../context.ts';
import { fineOfLoan, findPatron, type PatronRow, suspend } from '../patrons.ts';

/** A loan whose copy is out: also one that is lost, or claimed to be returned. */
export interface OpenLoan {
  readonly id: string;
  readonly patronId: string;
  readonly titleId: string;
  readonly title: string;
  readonly copyCode: string;
  readonly branchId: string;
  readonly dueOn: string;
  readonly status: string;
  readonly material: string;
}

export const openLoans = ({ sql }: Act, column: 'id' | 'copyCode' | 'titleId', value: string): Promise<readonly OpenLoan[]> =>
  sql.all<OpenLoan>(
    `SELECT l."id", l."patronId", l."titleId", t."title", l."copyCode", l."branchId", l."dueOn", l."status", c."material"
     FROM "Loan" l JOIN "Copy" c ON c."code" = l."copyCode" JOIN "Title" t ON t."id" = l."titleId" WHERE ${column === 'titleId' ? 'c' : 'l'}."${column}" = ? AND l."openMark" = 1 ORDER BY l."id"`,
    [value],
  );

interface StoredFine {
  readonly id: string;
  readonly amount: number;
  readonly asOf: string | null;
  readonly status: string;
}

/** The sum that ran while the book was out becomes a row of its own. */
const settleFine = async (at: Act, loan: OpenLoan, patron: PatronRow): Promise<void> => {
  const rows = await at.sql.all<StoredFine>(
    `SELECT "id", "amount", "asOf", "status" FROM "Fine" WHERE "patronId" = ? AND "loanId" = ? AND "kind" = 'late' ORDER BY "id"`,
    [patron.id, loan.id],
  );
  if (rows.some((row) => row.status !== 'open')) return;
  const [stored] = rows;
  const amount = fineOfLoan(at, patron.type, loan, stored);
  if (amount === 0) return;
  const asOf = at.today.toString();
  if (stored !== undefined) await at.sql.run('UPDATE "Fine" SET "amount" = ?, "asOf" = ? WHERE "id" = ?', [amount, asOf, stored.id]);
  else
    await at.sql.run('INSERT INTO "Fine" ("id", "patronId", "loanId", "titleId", "amount", "asOf") VALUES (?, ?, ?, ?, ?, ?)', [
      newId(),
      patron.id,
      loan.id,
      loan.titleId,
      amount,
      asOf,
    ]);
};

/** R10: a fine where money is taken, else days of suspension; nothing for a book that was searched or given up. */
const sanction = async (at: Act, loan: OpenLoan, patron: PatronRow, effective: EffectiveTerms): Promise<readonly Reason[]> => {
  if (loan.status !== 'open') return [];
  const late: LateLoan = { due: Temporal.PlainDate.from(loan.dueOn), on: at.today, calendar: at.rules.calendarOf(loan.branchId) };
  await settleFine(at, loan, patron);
  const days = daysLate(late.due, at.today, late.calendar);
  const because: readonly Reason[] = days === 0 ? [] : [{ kind: 'open-days-late', title: loan.title, days, due: loan.dueOn }];
  const until = suspensionAfter(late, effective.terms)?.toString() ?? null;
  if (until !== null) await suspend(at, patron, until, [...because, effective.because('suspensionFactor')]);
  return because;
};

interface Closed {
  readonly openDaysLate: number;
  readonly because: readonly Reason[];
}

/** The copy is out no longer: the loan ends today, whatever became of the copy. */
export const endLoan = ({ sql, today }: Act, loanId: string): Promise<unknown> =>
  sql.run(`UPDATE "Loan" SET "status" = 'returned', "returnedOn" = ?, "openMark" = NULL WHERE "id" = ? AND "openMark" = 1`, [
    today.toString(),
    loanId,
  ]);

/** A book that came back after all is not paid for. */
export const dropPrice = ({ sql, now }: Act, loanId: string): Promise<unknown> =>
  sql.run(
    `UPDATE "Fine" SET "status" = 'waived', "settledAt" = ? WHERE "patronId" = (SELECT "patronId" FROM "Loan" WHERE "id" = ?)
       AND "loanId" = ? AND "kind" = 'lost' AND "status" = 'open'`,
    [momentText(now), loanId, loanId],
  );

/** The book is back: the sanction of its lateness, and the end of its loan. */
export const closeLoan = async (at: Act, loan: OpenLoan): Promise<Closed> => {
  const patron = await findPatron(at, loan.patronId);
  if (patron === null) return { openDaysLate: 0, because: [] };
  const effective = at.rules.effective({
    branchId: loan.branchId,
    patronType: patron.type,
    material: loan.material,
    on: at.today.toString(),
  });
  const because = await sanction(at, loan, patron, effective);
  await dropPrice(at, loan.id);
  await endLoan(at, loan.id);
  return { openDaysLate: daysLate(Temporal.PlainDate.from(loan.dueOn), at.today, at.rules.calendarOf(loan.branchId)), because };
};
