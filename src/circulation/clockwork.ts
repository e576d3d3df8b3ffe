import type { Database } from '#database/database.ts';
import type { BranchId, CopyCode, HoldId, LoanId, PatronId, TitleId } from '#shared/ids.ts';
import { Temporal } from '#shared/day.ts';

// Which rows deserve which notice, read from the state (DOMAIN §3); whether it was sent already is not asked here.

export interface DueLoan {
  readonly loanId: LoanId;
  readonly patronId: PatronId;
  readonly titleId: TitleId;
  readonly title: string;
  readonly author: string;
  readonly copyCode: CopyCode;
  readonly branchId: BranchId;
  readonly dueOn: string;
  readonly renewals: number;
}

export interface DuePatron {
  readonly patronId: PatronId;
  readonly loans: readonly DueLoan[];
}

export interface DuePage {
  readonly patrons: readonly DuePatron[];
  /** pass it as `after` for the next page; null: this was the last */
  readonly next: PatronId | null;
}

export interface DueQuestion {
  /** today */
  readonly on: string;
  /** loans due exactly so many days later: 2 before, 0 on the day, −1 the day after */
  readonly days: number;
  /** patrons a page */
  readonly limit?: number;
  readonly after?: PatronId | null;
}

const patronsAPage = 500;

const dueText = `
  SELECT l."id" AS "loanId", l."patronId", l."titleId", t."title", t."author", l."copyCode", l."branchId", l."dueOn", l."renewals"
  FROM "Loan" l JOIN "Title" t ON t."id" = l."titleId"
  WHERE l."status" = 'open' AND l."dueOn" = ? AND l."patronId" IN (
    SELECT "patronId" FROM "Loan" WHERE "status" = 'open' AND "dueOn" = ? AND "patronId" > ? GROUP BY "patronId" ORDER BY "patronId" LIMIT ?)
  ORDER BY l."patronId", l."id"`;

/** Rows come sorted by patron: neighbours belong together. */
const byPatron = (rows: readonly DueLoan[]): readonly DuePatron[] => {
  const loansOf = new Map<PatronId, DueLoan[]>();
  for (const row of rows) {
    const loans = loansOf.get(row.patronId);
    if (loans === undefined) loansOf.set(row.patronId, [row]);
    else loans.push(row);
  }
  return [...loansOf].map(([patronId, loans]) => ({ patronId, loans }));
};

/** One page of patrons with all their open loans that fall due on that day; a patron never stands on two pages. */
export const dueSoon = async (
  { sql }: Pick<Database, 'sql'>,
  { on, days, limit = patronsAPage, after = null }: DueQuestion,
): Promise<DuePage> => {
  const dueOn = Temporal.PlainDate.from(on).add({ days }).toString();
  const patrons = byPatron(await sql.all<DueLoan>(dueText, [dueOn, dueOn, after ?? '', limit]));
  return { patrons, next: patrons.length < limit ? null : (patrons.at(-1)?.patronId ?? null) };
};

export interface ReadyHold {
  readonly holdId: HoldId;
  readonly patronId: PatronId;
  readonly titleId: TitleId;
  readonly title: string;
  readonly author: string;
  readonly pickupPlace: string;
  readonly pickupName: string;
  readonly copyCode: CopyCode | null;
  readonly readyOn: string | null;
  readonly deadlineOn: string | null;
}

export interface ReadyQuestion {
  /** only holds whose last day this is */
  readonly deadlineOn?: string;
  readonly limit?: number;
  readonly after?: HoldId | null;
}

/** Holds that are ready, by id, a page at a time: for HOLD_READY, and with `deadlineOn` for HOLD_LAPSING. */
export const readyHolds = (
  { sql }: Pick<Database, 'sql'>,
  { deadlineOn, limit = patronsAPage, after = null }: ReadyQuestion = {},
): Promise<readonly ReadyHold[]> =>
  sql.all<ReadyHold>(
    `SELECT h."id" AS "holdId", h."patronId", h."titleId", t."title", t."author", h."pickupPlace",
            COALESCE(b."name", s."name", h."pickupPlace") AS "pickupName", h."copyCode", h."readyOn", h."deadlineOn"
     FROM "Hold" h JOIN "Title" t ON t."id" = h."titleId"
     LEFT JOIN "Branch" b ON b."id" = h."pickupPlace" LEFT JOIN "VanStop" s ON s."id" = h."pickupPlace"
     WHERE h."status" = 'ready' AND h."liveMark" = 1 AND h."id" > ? ${deadlineOn === undefined ? '' : 'AND h."deadlineOn" = ?'}
     ORDER BY h."id" LIMIT ?`,
    [after ?? '', ...(deadlineOn === undefined ? [] : [deadlineOn]), limit],
  );

export interface EndedHold {
  readonly holdId: HoldId;
  readonly patronId: PatronId;
  readonly titleId: TitleId;
  readonly title: string;
  readonly author: string;
  readonly status: 'expired' | 'unfillable';
  readonly endedAt: string;
}

export interface EndedQuestion {
  /** a moment, as text */
  readonly since: string;
  readonly limit?: number;
}

/** Holds that the library ended since then, oldest first: for HOLD_EXPIRED and HOLD_UNFILLABLE. */
export const endedHolds = ({ sql }: Pick<Database, 'sql'>, { since, limit = patronsAPage }: EndedQuestion): Promise<readonly EndedHold[]> =>
  sql.all<EndedHold>(
    `SELECT h."id" AS "holdId", h."patronId", h."titleId", t."title", t."author", h."status", h."endedAt"
     FROM "Hold" h JOIN "Title" t ON t."id" = h."titleId"
     WHERE h."status" IN ('expired', 'unfillable') AND h."endedAt" >= ? ORDER BY h."endedAt", h."id" LIMIT ?`,
    [since, limit],
  );
