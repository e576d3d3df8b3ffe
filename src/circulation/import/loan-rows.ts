import { lockPatron, lockTitle } from '#circulation/locks.ts';
import { moveCopy, settleQueue } from '#circulation/queue-changes.ts';
import type { Act } from '#circulation/context.ts';
import type { SqlStatements, SqlValue } from '#database/sql.ts';
import type { CopyStatus } from '#domain/circulation/allocation.ts';
import { newId } from '#shared/ids.ts';
import type { LoanEntry } from './loan-entry.ts';
import { insertRows, rowsIn } from './multi-row.ts';

// A loan that an import made is known by its id: only such a loan is ever closed by an import, never one of our own desk.
const importedMark = 'import-';

export interface CopyOfLoan {
  readonly code: string;
  readonly titleId: string;
  readonly branchId: string;
  readonly status: CopyStatus;
}

export interface OpenLoan {
  readonly id: string;
  readonly patronId: string;
  readonly copyCode: string;
  readonly loanedOn: string;
  readonly dueOn: string;
  readonly renewals: number;
}

export interface ClosingLoan extends CopyOfLoan {
  readonly id: string;
  readonly patronId: string;
}

/** A loan to be opened: who takes which copy. */
export interface NewLoan {
  readonly entry: LoanEntry;
  readonly patronId: string;
  readonly copy: CopyOfLoan;
}

export interface LoanChange {
  readonly id: string;
  readonly entry: LoanEntry;
}

export const isImported = ({ id }: OpenLoan): boolean => id.startsWith(importedMark);

export const patronsByCard = async (sql: SqlStatements, cards: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await rowsIn<{ readonly id: string; readonly card: string }>(
    sql,
    `SELECT "id", "card" FROM "Patron" WHERE "status" <> 'deleted' AND "card"`,
    cards,
  );
  return new Map(rows.map(({ id, card }) => [card, id]));
};

export const copiesByCode = async (sql: SqlStatements, codes: readonly string[]): Promise<ReadonlyMap<string, CopyOfLoan>> => {
  const rows = await rowsIn<CopyOfLoan>(sql, 'SELECT "code", "titleId", "branchId", "status" FROM "Copy" WHERE "code"', codes);
  return new Map(rows.map((row) => [row.code, row]));
};

export const openLoansOf = async (sql: SqlStatements, codes: readonly string[]): Promise<ReadonlyMap<string, OpenLoan>> => {
  const rows = await rowsIn<OpenLoan>(
    sql,
    'SELECT "id", "patronId", "copyCode", "loanedOn", "dueOn", "renewals" FROM "Loan" WHERE "openMark" = 1 AND "copyCode"',
    codes,
  );
  return new Map(rows.map((row) => [row.copyCode, row]));
};

/** Every loan that an import opened and that is open still, with its card. */
export const importedLoans = (sql: SqlStatements): Promise<readonly (ClosingLoan & { readonly card: string })[]> =>
  sql.all(
    `SELECT l."id", l."patronId", p."card", c."code", c."titleId", c."branchId", c."status"
     FROM "Loan" l JOIN "Copy" c ON c."code" = l."copyCode" JOIN "Patron" p ON p."id" = l."patronId"
     WHERE l."openMark" = 1 AND l."id" LIKE '${importedMark}%' ORDER BY l."id"`,
  );

const inOrder = (ids: readonly string[]): readonly string[] => [...new Set(ids)].sort();

const lockAll = async (at: Act, loans: readonly { readonly patronId: string; readonly titleId: string }[]): Promise<readonly string[]> => {
  const titles = inOrder(loans.map(({ titleId }) => titleId));
  for (const id of inOrder(loans.map(({ patronId }) => patronId))) await lockPatron(at, id);
  for (const id of titles) await lockTitle(at, id);
  return titles;
};

/** Only titles somebody waits for have a queue to settle. */
const settleAll = async (at: Act, titles: readonly string[]): Promise<void> => {
  const waiting = await rowsIn<{ readonly titleId: string }>(
    at.sql,
    'SELECT DISTINCT "titleId" FROM "Hold" WHERE "liveMark" = 1 AND "titleId"',
    titles,
  );
  for (const titleId of inOrder(waiting.map((row) => row.titleId))) await settleQueue(at, titleId);
};

const loanColumns = ['id', 'patronId', 'titleId', 'copyCode', 'branchId', 'loanedOn', 'dueOn', 'renewals', 'openMark'] as const;

const loanValues = ({ entry, patronId, copy }: NewLoan): SqlValue[] => [
  `${importedMark}${newId()}`,
  patronId,
  copy.titleId,
  copy.code,
  copy.branchId,
  entry.loanedOn,
  entry.dueOn,
  entry.renewals,
  1,
];

/** Opens and changes loans; a copy that was meanwhile moved by somebody else undoes the whole batch. */
export const writeLoans = async (at: Act, loans: readonly NewLoan[], changes: readonly LoanChange[]): Promise<void> => {
  const titles = await lockAll(
    at,
    loans.map(({ patronId, copy }) => ({ patronId, titleId: copy.titleId })),
  );
  for (const { copy } of loans) await moveCopy(at, copy, 'on_loan');
  await insertRows(at.sql, { name: 'Loan', columns: loanColumns }, loans.map(loanValues));
  for (const { id, entry } of changes)
    await at.sql.run('UPDATE "Loan" SET "loanedOn" = ?, "dueOn" = ?, "renewals" = ? WHERE "id" = ? AND "openMark" = 1', [
      entry.loanedOn,
      entry.dueOn,
      entry.renewals,
      id,
    ]);
  await settleAll(at, titles);
};

/** The other system has these back: their copies are free, or go to whoever waits. Lateness was judged there. */
export const closeLoans = async (at: Act, loans: readonly ClosingLoan[]): Promise<void> => {
  const titles = await lockAll(at, loans);
  for (const loan of loans) {
    await moveCopy(at, loan, 'available');
    await at.sql.run(`UPDATE "Loan" SET "status" = 'returned', "returnedOn" = ?, "openMark" = NULL WHERE "id" = ? AND "openMark" = 1`, [
      at.today.toString(),
      loan.id,
    ]);
  }
  await settleAll(at, titles);
};
