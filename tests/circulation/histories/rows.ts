import type { Database } from '#database/database.ts';

export interface CopyRow {
  readonly code: string;
  readonly titleId: string;
  readonly branchId: string;
  readonly status: string;
}

export interface LoanRow {
  readonly id: string;
  readonly patronId: string;
  readonly titleId: string;
  readonly copyCode: string;
  readonly dueOn: string;
  readonly renewals: number;
  readonly status: string;
  readonly returnedOn: string | null;
  readonly openMark: number | null;
}

export interface HoldRow {
  readonly id: string;
  readonly patronId: string;
  readonly titleId: string;
  readonly status: string;
  readonly placedAt: string;
  readonly position: number | null;
  readonly pickupPlace: string;
  readonly copyCode: string | null;
  readonly deadlineOn: string | null;
  readonly suspendedUntil: string | null;
  readonly liveMark: number | null;
}

export interface PatronRow {
  readonly id: string;
  readonly suspendedUntil: string | null;
}

/** Everything that acts of circulation change and readers can notice. */
export interface LibraryRows {
  readonly copies: readonly CopyRow[];
  readonly loans: readonly LoanRow[];
  readonly holds: readonly HoldRow[];
  readonly patrons: readonly PatronRow[];
}

export const readLibrary = async ({ sql }: Database): Promise<LibraryRows> => ({
  copies: await sql.all<CopyRow>('SELECT "code", "titleId", "branchId", "status" FROM "Copy" ORDER BY "code"'),
  loans: await sql.all<LoanRow>(
    'SELECT "id", "patronId", "titleId", "copyCode", "dueOn", "renewals", "status", "returnedOn", "openMark" FROM "Loan" ORDER BY "id"',
  ),
  holds: await sql.all<HoldRow>(
    `SELECT "id", "patronId", "titleId", "status", "placedAt", "position", "pickupPlace", "copyCode", "deadlineOn", "suspendedUntil", "liveMark"
     FROM "Hold" ORDER BY "placedAt", "id"`,
  ),
  patrons: await sql.all<PatronRow>('SELECT "id", "suspendedUntil" FROM "Patron" ORDER BY "id"'),
});

/** Everything else that a repeated act could write twice. */
export const readTraces = async ({ sql }: Database): Promise<readonly unknown[]> => [
  await sql.all('SELECT * FROM "DeskAct" ORDER BY "id"'),
  await sql.all('SELECT * FROM "Fine" ORDER BY "id"'),
  await sql.all('SELECT * FROM "Setting" ORDER BY "key"'),
  await sql.all('SELECT * FROM "OperationOutcome" ORDER BY "key"'),
];
