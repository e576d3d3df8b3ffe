import type { Database } from '#database/database.ts';
import type { BranchId, CopyCode, HoldId, LoanId, PatronId, TitleId } from '#shared/ids.ts';

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
  /** loans that fall due on these days */
  readonly dueOn: readonly string[];
  /** and late ones that were due from the first to the last of these days */
  readonly late?: { readonly from: string; readonly to: string };
  /** patrons a page */
  readonly limit?: number;
  readonly after?: PatronId | null;
}

const patronsAPage = 500;

/** The loans asked for, with the parameters of the condition. */
const dueCondition = ({ dueOn, late }: DueQuestion): { readonly text: string; readonly params: readonly string[] } => {
  const onDays = `l."dueOn" IN (${dueOn.map(() => '?').join(', ')})`;
  const either = late === undefined ? onDays : `(${onDays} OR l."dueOn" BETWEEN ? AND ?)`;
  return { text: `l."status" = 'open' AND ${either}`, params: [...dueOn, ...(late === undefined ? [] : [late.from, late.to])] };
};

const dueText = (condition: string) => `
  SELECT l."id" AS "loanId", l."patronId", l."titleId", t."title", t."author", l."copyCode", l."branchId", l."dueOn", l."renewals"
  FROM "Loan" l JOIN "Title" t ON t."id" = l."titleId"
  WHERE ${condition} AND l."patronId" IN (
    SELECT l."patronId" FROM "Loan" l WHERE ${condition} AND l."patronId" > ? GROUP BY l."patronId" ORDER BY l."patronId" LIMIT ?)
  ORDER BY l."patronId", l."dueOn", l."id"`;

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

/** One page of patrons with all their open loans of those days; a patron never stands on two pages. */
export const dueSoon = async ({ sql }: Pick<Database, 'sql'>, question: DueQuestion): Promise<DuePage> => {
  const { limit = patronsAPage, after = null } = question;
  const { text, params } = dueCondition(question);
  const patrons = byPatron(await sql.all<DueLoan>(dueText(text), [...params, ...params, after ?? '', limit]));
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
  /** the moment at which its copy was put on the hold shelf */
  readonly keptSince: string | null;
  /** whether the reader was told that it is ready, and until when */
  readonly isTold: number;
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
            COALESCE(b."name", s."name", h."pickupPlace") AS "pickupName", h."copyCode", h."readyOn", h."deadlineOn", c."updatedAt" AS "keptSince",
            CASE WHEN n."key" IS NULL THEN 0 ELSE 1 END AS "isTold"
     FROM "Hold" h JOIN "Title" t ON t."id" = h."titleId" LEFT JOIN "Copy" c ON c."code" = h."copyCode"
     LEFT JOIN "NoticeSent" n ON n."key" = 'HOLD_READY:' || h."id" || ':' || COALESCE(h."deadlineOn", '') || ':' || h."patronId"
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
  /** null: it ended without ever being ready */
  readonly readyOn: string | null;
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
    `SELECT h."id" AS "holdId", h."patronId", h."titleId", t."title", t."author", h."status", h."readyOn", h."endedAt"
     FROM "Hold" h JOIN "Title" t ON t."id" = h."titleId"
     WHERE h."status" IN ('expired', 'unfillable') AND h."endedAt" >= ? ORDER BY h."endedAt", h."id" LIMIT ?`,
    [since, limit],
  );

/** A suspended hold about which its reader is told something. */
export interface SuspendedHold {
  readonly holdId: HoldId;
  readonly patronId: PatronId;
  readonly title: string;
  readonly suspendedUntil: string | null;
  /** the last day for an answer, where it was suspended without a date */
  readonly deadlineOn: string | null;
}

const suspendedText = (condition: string) => `
  SELECT h."id" AS "holdId", h."patronId", t."title", h."suspendedUntil", h."deadlineOn"
  FROM "Hold" h JOIN "Title" t ON t."id" = h."titleId"
  WHERE h."status" = 'suspended' AND h."liveMark" = 1 AND ${condition} ORDER BY h."id" LIMIT 500`;

/** R3: suspended by the library after a missed pickup: for HOLD_PASSED_ON. */
export const passedOnHolds = ({ sql }: Pick<Database, 'sql'>): Promise<readonly SuspendedHold[]> =>
  sql.all<SuspendedHold>(suspendedText('h."courtesyUsed" AND h."suspendedUntil" IS NOT NULL'));

/** R4: suspended for as long as is allowed, and to be answered by `through` at the latest. */
export const longSuspended = ({ sql }: Pick<Database, 'sql'>, through: string): Promise<readonly SuspendedHold[]> =>
  sql.all<SuspendedHold>(suspendedText('h."deadlineOn" <= ?'), [through]);
