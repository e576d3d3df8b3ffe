import { fineFor } from '#domain/circulation/lateness.ts';
import { type Membership, statusOn } from '#domain/circulation/membership.ts';
import type { PatronType } from '#domain/policy.ts';
import type { Reason } from '#domain/reasons.ts';
import type { FineRecord, PatronRecord } from '#ports/library-system.ts';
import type { PatronId } from '#shared/ids.ts';
import { Temporal } from '#shared/day.ts';
import type { Act } from './context.ts';

export interface PatronRow {
  readonly id: string;
  readonly name: string;
  readonly card: string;
  readonly type: PatronType;
  readonly status: Membership['status'];
  readonly birthOn: string | null;
  readonly expiresOn: string | null;
  readonly suspendedUntil: string | null;
  readonly suspendedBecauseJson: string | null;
}

const columns = '"id", "name", "card", "type", "status", "birthOn", "expiresOn", "suspendedUntil", "suspendedBecauseJson"';

const findBy = async ({ sql }: Act, column: 'id' | 'card', value: string): Promise<PatronRow | null> => {
  const [row] = await sql.all<PatronRow>(`SELECT ${columns} FROM "Patron" WHERE "${column}" = ?`, [value]);
  return row ?? null;
};

export const findPatron = (at: Act, id: string): Promise<PatronRow | null> => findBy(at, 'id', id);
/** A card number typed in small letters is the same card. */
export const findPatronByCard = async (at: Act, card: string): Promise<PatronRow | null> =>
  (await findBy(at, 'card', card)) ?? findBy(at, 'card', card.toUpperCase());

export interface FineLoan {
  readonly id: string;
  readonly titleId: string;
  readonly branchId: string;
  readonly dueOn: string;
  readonly material: string;
}

/** The fine of one loan as of today: what the table says, plus the days since; null when nothing is owed for it. */
export const fineOfLoan = (
  act: Act,
  patronType: PatronType,
  loan: FineLoan,
  stored: { readonly amount: number; readonly asOf: string | null } | undefined,
): number => {
  const { terms } = act.rules.effective({ branchId: loan.branchId, patronType, material: loan.material, on: act.today.toString() });
  const late = { due: Temporal.PlainDate.from(loan.dueOn), on: act.today, calendar: act.rules.calendarOf(loan.branchId) };
  const settled = stored === undefined ? null : { amount: stored.amount, on: Temporal.PlainDate.from(stored.asOf ?? act.today.toString()) };
  return fineFor(late, terms, settled);
};

interface FineRow {
  readonly id: string;
  readonly loanId: string | null;
  readonly title: string | null;
  readonly amount: number;
  readonly status: FineRecord['status'];
  readonly asOf: string | null;
}

interface LateLoanRow extends FineLoan {
  readonly title: string;
}

const finesText = `
  SELECT f."id", f."loanId", t."title", f."amount", f."status", f."asOf"
  FROM "Fine" f LEFT JOIN "Title" t ON t."id" = f."titleId" WHERE f."patronId" = ? ORDER BY f."id"`;

const lateLoansText = `
  SELECT l."id", l."titleId", t."title", l."branchId", l."dueOn", c."material"
  FROM "Loan" l JOIN "Title" t ON t."id" = l."titleId" JOIN "Copy" c ON c."code" = l."copyCode"
  WHERE l."patronId" = ? AND l."status" = 'open' AND l."dueOn" < ? ORDER BY l."dueOn", l."id"`;

/** Fines of a patron, open loans counted up to today. */
export const readFines = async (at: Act, patron: Pick<PatronRow, 'id' | 'type'>): Promise<readonly FineRecord[]> => {
  const rows = await at.sql.all<FineRow>(finesText, [patron.id]);
  const loans = await at.sql.all<LateLoanRow>(lateLoansText, [patron.id, at.today.toString()]);
  const stored = new Map(rows.map((row) => [row.loanId, row]));
  const running = loans.flatMap((loan): readonly FineRecord[] => {
    const row = stored.get(loan.id);
    if (row !== undefined && row.status !== 'open') return [];
    const amount = fineOfLoan(at, patron.type, loan, row);
    return amount > 0 ? [{ id: row?.id ?? `loan:${loan.id}`, title: loan.title, amount, status: 'open' }] : [];
  });
  const counted = new Set(running.map((row) => row.id));
  const settled = rows.filter((row) => !counted.has(row.id)).map(({ id, title, amount, status }) => ({ id, title, amount, status }));
  return [...settled, ...running];
};

export const owedOf = (fines: readonly FineRecord[]): number =>
  fines.reduce((sum, fine) => sum + (fine.status === 'open' ? fine.amount : 0), 0);

/** What decides whether this patron may borrow; the debt is only looked up where a debt can block. */
export const membershipOf = async (act: Act, patron: PatronRow): Promise<Membership> => ({
  ...patron,
  suspendedBecause: suspensionReasons(patron),
  owed: act.rules.moneyBlocks ? owedOf(await readFines(act, patron)) : 0,
});

export const patronRecord = ({ suspendedBecauseJson: _kept, ...row }: PatronRow, today: string): PatronRecord => ({
  ...row,
  // as: a stored id is the id of a patron
  id: row.id as PatronId,
  status: statusOn(row, today),
});

/** Why a patron is suspended; nothing is known of a suspension that was taken over from elsewhere. */
export const suspensionReasons = ({ suspendedBecauseJson }: Pick<PatronRow, 'suspendedBecauseJson'>): readonly Reason[] =>
  // as: only `suspend` writes this column
  suspendedBecauseJson === null ? [] : (JSON.parse(suspendedBecauseJson) as readonly Reason[]);

/** R10: no borrowing through the day `until`. One that lasts longer already stays as it is; its reasons are kept with it. */
export const suspend = async (at: Act, patron: PatronRow, until: string, because: readonly Reason[]): Promise<void> => {
  if (patron.suspendedUntil !== null && patron.suspendedUntil >= until) return;
  const text = 'UPDATE "Patron" SET "suspendedUntil" = ?, "suspendedBecauseJson" = ? WHERE "id" = ?';
  await at.sql.run(text, [until, JSON.stringify(because), patron.id]);
};
