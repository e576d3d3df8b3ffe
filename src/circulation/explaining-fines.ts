import { daysLate } from '#domain/circulation/due-date.ts';
import type { PatronType } from '#domain/policy.ts';
import type { Reason } from '#domain/reasons.ts';
import type { FineRecord } from '#ports/library-system.ts';
import type { PatronId } from '#shared/ids.ts';
import { Temporal } from '#shared/day.ts';
import { type Act, type CirculationParts, look } from './context.ts';
import { findPatron, readFines } from './patrons.ts';

export interface FineExplained {
  readonly title: string | null;
  readonly amount: number;
  /** none where staff wrote the sum down */
  readonly because: readonly Reason[];
}

interface FinedLoan {
  readonly fineId: string;
  readonly branchId: string;
  readonly dueOn: string;
  readonly returnedOn: string | null;
  readonly material: string;
}

/** Loans that fines are about: of a fine that is written down, and of one that still runs (`loan:` and its id). */
const loansText = `
  SELECT COALESCE(f."id", 'loan:' || l."id") AS "fineId", l."branchId", l."dueOn", l."returnedOn", c."material"
  FROM "Loan" l JOIN "Copy" c ON c."code" = l."copyCode" LEFT JOIN "Fine" f ON f."loanId" = l."id" AND f."kind" = 'late'
  WHERE l."patronId" = ? AND (f."id" IS NOT NULL OR (l."openMark" = 1 AND l."dueOn" < ?))`;

const lateReasons = (at: Act, patronType: PatronType, loan: FinedLoan): readonly Reason[] => {
  const { branchId, dueOn, returnedOn, material } = loan;
  const { terms, because } = at.rules.effective({ branchId, patronType, material, on: at.today.toString() });
  if (terms.finePerDay === 0) return [];
  const until = returnedOn === null ? at.today : Temporal.PlainDate.from(returnedOn);
  const days = daysLate(Temporal.PlainDate.from(dueOn), until, at.rules.calendarOf(branchId), terms.lateDays);
  return [{ kind: 'open-days-late', days, due: dueOn, count: terms.lateDays }, because('finePerDay')];
};

const isOwed = ({ status, amount }: FineRecord): boolean => status === 'open' && amount > 0;

/** What a patron owes today, sum by sum, and why. */
export const explainFines = async (parts: CirculationParts, patronId: PatronId): Promise<readonly FineExplained[]> => {
  const at = await look(parts);
  const patron = await findPatron(at, patronId);
  if (patron === null) return [];
  const rows = await at.sql.all<FinedLoan>(loansText, [patronId, at.today.toString()]);
  const loans = new Map(rows.map((row) => [row.fineId, row]));
  return (await readFines(at, patron)).filter(isOwed).map(({ id, title, amount }) => {
    const loan = loans.get(id);
    return { title, amount, because: loan === undefined ? [] : lateReasons(at, patron.type, loan) };
  });
};
