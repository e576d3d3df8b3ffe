import type { Transaction } from '#database/database.ts';
import { fineFor } from '#domain/circulation/lateness.ts';
import { type Membership, statusOn } from '#domain/circulation/membership.ts';
import type { PatronType } from '#domain/policy.ts';
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
}

type StoredPatron = Awaited<ReturnType<Transaction['patron']['findUnique']>>;

const patronFrom = (row: StoredPatron): PatronRow | null => {
  if (row === null) return null;
  const { id, name, card, birthOn, expiresOn, suspendedUntil } = row;
  // as: the schema lists the types and states of a patron
  return { id, name, card, birthOn, expiresOn, suspendedUntil, type: row.type as PatronType, status: row.status as Membership['status'] };
};

export const findPatron = async ({ tx }: Act, id: string): Promise<PatronRow | null> => patronFrom(await tx.patron.findUnique({ where: { id } }));
export const findPatronByCard = async ({ tx }: Act, card: string): Promise<PatronRow | null> => patronFrom(await tx.patron.findUnique({ where: { card } }));

export interface FineLoan {
  readonly id: string;
  readonly titleId: string;
  readonly branchId: string;
  readonly dueOn: string;
  readonly copy: { readonly material: string };
}

/** The fine of one loan as of today: what the table says, plus the days since; null when nothing is owed for it. */
export const fineOfLoan = (act: Act, patronType: PatronType, loan: FineLoan, stored: { readonly amount: number; readonly asOf: string | null } | undefined): number => {
  const { terms } = act.rules.effective({ branchId: loan.branchId, patronType, material: loan.copy.material, on: act.today.toString() });
  const late = { due: Temporal.PlainDate.from(loan.dueOn), on: act.today, calendar: act.rules.calendarOf(loan.branchId) };
  const settled = stored === undefined ? null : { amount: stored.amount, on: Temporal.PlainDate.from(stored.asOf ?? act.today.toString()) };
  return fineFor(late, terms, settled);
};

const fineRow = (titles: ReadonlyMap<string, string>, row: { readonly id: string; readonly titleId: string | null; readonly amount: number; readonly status: string }): FineRecord => ({
  id: row.id,
  title: row.titleId === null ? null : (titles.get(row.titleId) ?? null),
  amount: row.amount,
  status: row.status === 'paid' || row.status === 'waived' ? row.status : 'open',
});

/** Fines of a patron, open loans counted up to today. */
export const readFines = async (act: Act, patron: Pick<PatronRow, 'id' | 'type'>): Promise<readonly FineRecord[]> => {
  const { tx } = act;
  const rows = await tx.fine.findMany({ where: { patronId: patron.id }, orderBy: { id: 'asc' } });
  const loans = await tx.loan.findMany({ where: { patronId: patron.id, status: 'open', dueOn: { lt: act.today.toString() } }, include: { copy: true } });
  const titleIds = [...rows.flatMap((row) => (row.titleId === null ? [] : [row.titleId])), ...loans.map((loan) => loan.titleId)];
  const titles = new Map((await tx.title.findMany({ where: { id: { in: titleIds } } })).map(({ id, title }) => [id, title]));
  const stored = new Map(rows.filter((row) => row.status === 'open').map((row) => [row.loanId, row]));
  const settledLoans = new Set(rows.filter((row) => row.status !== 'open').map((row) => row.loanId));
  const running = loans
    .filter((loan) => !settledLoans.has(loan.id))
    .map((loan) => ({ id: stored.get(loan.id)?.id ?? `loan:${loan.id}`, titleId: loan.titleId, status: 'open', amount: fineOfLoan(act, patron.type, loan, stored.get(loan.id)) }))
    .filter((row) => row.amount > 0);
  const replaced = new Set(running.map((row) => row.id));
  return [...rows.filter((row) => !replaced.has(row.id)), ...running].map((row) => fineRow(titles, row));
};

export const owedOf = (fines: readonly FineRecord[]): number => fines.reduce((sum, fine) => sum + (fine.status === 'open' ? fine.amount : 0), 0);

/** What decides whether this patron may borrow; the debt is only looked up where a debt can block. */
export const membershipOf = async (act: Act, patron: PatronRow): Promise<Membership> => ({
  ...patron,
  owed: act.rules.moneyBlocks ? owedOf(await readFines(act, patron)) : 0,
});

export const patronRecord = (row: PatronRow, today: string): PatronRecord => ({
  ...row,
  // as: a stored id is the id of a patron
  id: row.id as PatronId,
  status: statusOn(row, today),
});
