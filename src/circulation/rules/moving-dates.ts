import { pushedDueDate } from '#domain/circulation/due-date.ts';
import { deadlineAfterClosures } from '#domain/circulation/hold-queue.ts';
import type { PatronType } from '#domain/policy.ts';
import type { SqlTransaction, SqlValue } from '#database/database.ts';
import { momentText, Temporal } from '#shared/day.ts';
import type { Act } from '../context.ts';
import type { ClosedInBranch } from './calendar-change.ts';

// R3, R7: which dates closed days move, and the moving of one page of them. What is moved when, and who is told, is closures.ts.

export interface MovedLoan {
  readonly loanId: string;
  readonly patronId: string;
  readonly branchId: string;
  readonly from: string;
  readonly to: string;
}

export interface MovedHold {
  readonly holdId: string;
  readonly patronId: string;
  readonly branchId: string;
  readonly from: string;
  readonly to: string;
  /** the first of the closed days that cost it time */
  readonly closedOn: string;
}

export interface MovedPage {
  readonly loans: readonly MovedLoan[];
  readonly holds: readonly MovedHold[];
  /** the last reader of this page; null: there are no more */
  readonly next: string | null;
}

/** A reader never stands on two pages, so that everything of hers is told in one message. */
const patronsAtOnce = 50;
const idsAtOnce = 400;

const marksFor = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** Rows in one of these branches on one of its days. */
const onClosedDay = (
  closed: readonly ClosedInBranch[],
  columns: { readonly branch: string; readonly day: string },
): { readonly text: string; readonly params: readonly SqlValue[] } => ({
  text: closed.map(({ days }) => `(${columns.branch} = ? AND ${columns.day} IN (${marksFor(days)}))`).join(' OR '),
  params: closed.flatMap(({ branchId, days }) => [branchId, ...days]),
});

export interface LoanGroup {
  readonly branchId: string;
  readonly dueOn: string;
  readonly patronType: PatronType;
  readonly material: string;
}

/** The later due date; null for loans whose rule counts plain days, and those that stay. */
export const laterDue = ({ rules, today }: Pick<Act, 'rules' | 'today'>, { dueOn, ...group }: LoanGroup): string | null => {
  const { terms } = rules.effective({ ...group, on: today.toString() });
  const due = pushedDueDate(Temporal.PlainDate.from(dueOn), terms.dueMode, rules.calendarOf(group.branchId)).toString();
  return due > dueOn ? due : null;
};

interface LoanRow extends LoanGroup {
  readonly id: string;
  readonly patronId: string;
}

/** Readers from `after` (left out) to `last`. */
interface PatronSpan {
  readonly after: string;
  readonly last: string;
}

const loansOf = (sql: SqlTransaction, closed: readonly ClosedInBranch[], { after, last }: PatronSpan): Promise<LoanRow[]> => {
  const where = onClosedDay(closed, { branch: 'l."branchId"', day: 'l."dueOn"' });
  return sql.all<LoanRow>(
    `SELECT l."id", l."patronId", l."branchId", l."dueOn", p."type" AS "patronType", c."material"
     FROM "Loan" l JOIN "Patron" p ON p."id" = l."patronId" JOIN "Copy" c ON c."code" = l."copyCode"
     WHERE l."status" = 'open' AND (${where.text}) AND l."patronId" > ? AND l."patronId" <= ? ORDER BY l."patronId", l."id"`,
    [...where.params, after, last],
  );
};

/** Loans with the same old and the same new date move in one statement. */
const byDates = (at: Act, loans: readonly LoanRow[]): readonly (readonly MovedLoan[])[] => {
  const groups = new Map<string, MovedLoan[]>();
  const known = new Map<string, string | null>();
  for (const { id, patronId, ...group } of loans) {
    const name = `${group.branchId} ${group.dueOn} ${group.patronType} ${group.material}`;
    const to = known.has(name) ? (known.get(name) ?? null) : laterDue(at, group);
    known.set(name, to);
    if (to === null) continue;
    const dates = `${group.dueOn} ${to}`;
    groups.set(dates, [...(groups.get(dates) ?? []), { loanId: id, patronId, branchId: group.branchId, from: group.dueOn, to }]);
  }
  return [...groups.values()];
};

/** A loan that was renewed or returned meanwhile has another date, and is left alone. */
const moveLoans = async ({ sql }: Act, loans: readonly MovedLoan[]): Promise<readonly MovedLoan[]> => {
  const [first] = loans;
  if (first === undefined) return [];
  const ids = new Set<string>();
  for (let start = 0; start < loans.length; start += idsAtOnce) {
    const part = loans.slice(start, start + idsAtOnce);
    const moved = await sql.all<{ readonly id: string }>(
      `UPDATE "Loan" SET "dueOn" = ? WHERE "status" = 'open' AND "dueOn" = ? AND "id" IN (${marksFor(part)}) RETURNING "id"`,
      [first.to, first.from, ...part.map(({ loanId }) => loanId)],
    );
    for (const { id } of moved) ids.add(id);
  }
  return loans.filter(({ loanId }) => ids.has(loanId));
};

interface HoldRow {
  readonly id: string;
  readonly patronId: string;
  readonly pickupPlace: string;
  readonly readyOn: string | null;
  readonly deadlineOn: string;
}

/** Holds that can still be fetched at a branch; the visit of a van is the last chance at a stop, whatever is closed. */
const keptAtBranch = (closed: readonly ClosedInBranch[]): { readonly text: string; readonly params: readonly SqlValue[] } => ({
  text: `"status" = 'ready' AND "liveMark" = 1 AND "visitStart" IS NULL AND "deadlineOn" >= ? AND "pickupPlace" IN (${marksFor(closed)})`,
  params: [closed.flatMap(({ days }) => days).sort()[0] ?? '', ...closed.map(({ branchId }) => branchId)],
});

const holdsOf = (sql: SqlTransaction, closed: readonly ClosedInBranch[], { after, last }: PatronSpan): Promise<HoldRow[]> => {
  const { text, params } = keptAtBranch(closed);
  return sql.all<HoldRow>(
    `SELECT "id", "patronId", "pickupPlace", "readyOn", "deadlineOn" FROM "Hold"
     WHERE ${text} AND "patronId" > ? AND "patronId" <= ? ORDER BY "patronId", "id"`,
    [...params, after, last],
  );
};

/** The next readers with a loan due on a closed day, or a book to fetch. */
const patronsAfter = async ({ sql }: Act, closed: readonly ClosedInBranch[], after: string): Promise<readonly string[]> => {
  const loans = onClosedDay(closed, { branch: '"branchId"', day: '"dueOn"' });
  const holds = keptAtBranch(closed);
  const rows = await sql.all<{ readonly patronId: string }>(
    `SELECT "patronId" FROM (
       SELECT "patronId" FROM "Loan" WHERE "status" = 'open' AND (${loans.text}) AND "patronId" > ?
       UNION SELECT "patronId" FROM "Hold" WHERE ${holds.text} AND "patronId" > ?) x
     ORDER BY "patronId" LIMIT ?`,
    [...loans.params, after, ...holds.params, after, patronsAtOnce],
  );
  return rows.map(({ patronId }) => patronId);
};

/** R3: the holds of a page whose deadline a closure moves. */
const laterDeadlines = (
  { rules }: Pick<Act, 'rules'>,
  closed: readonly ClosedInBranch[],
  holds: readonly HoldRow[],
): readonly MovedHold[] => {
  const days = new Map(closed.map((branch) => [branch.branchId, branch.days.map((day) => Temporal.PlainDate.from(day))]));
  return holds.flatMap(({ id, patronId, pickupPlace, readyOn, deadlineOn }) => {
    const kept = { readyOn: readyOn === null ? null : Temporal.PlainDate.from(readyOn), deadline: Temporal.PlainDate.from(deadlineOn) };
    const closures = days.get(pickupPlace) ?? [];
    const to = deadlineAfterClosures(kept, closures, rules.calendarOf(pickupPlace)).toString();
    const closedOn = closures.map(String).find((day) => readyOn === null || day > readyOn) ?? deadlineOn;
    return to > deadlineOn ? [{ holdId: id, patronId, branchId: pickupPlace, from: deadlineOn, to, closedOn }] : [];
  });
};

/** The key of HOLD_READY, which holds the deadline: who heard that the book is ready hears of a later day by DUE_MOVED alone. */
const readyKey = ({ holdId, patronId }: MovedHold, deadline: string): string => `HOLD_READY:${holdId}:${deadline}:${patronId}`;

const moveHold = async ({ sql, now }: Act, hold: MovedHold): Promise<boolean> => {
  const text = `UPDATE "Hold" SET "deadlineOn" = ? WHERE "id" = ? AND "status" = 'ready' AND "deadlineOn" = ?`;
  const { changes } = await sql.run(text, [hold.to, hold.holdId, hold.from]);
  if (changes === 0) return false;
  await sql.run(
    `INSERT INTO "NoticeSent" ("key", "kind", "recipient", "at") SELECT CAST(? AS TEXT), "kind", "recipient", CAST(? AS TEXT) FROM "NoticeSent" WHERE "key" = ?
     ON CONFLICT ("key") DO NOTHING`,
    [readyKey(hold, hold.to), momentText(now), readyKey(hold, hold.from)],
  );
  return true;
};

/** Moves the dates of the readers after `after`; forward only. */
export const movePage = async (at: Act, closed: readonly ClosedInBranch[], after: string): Promise<MovedPage> => {
  const patrons = closed.length === 0 ? [] : await patronsAfter(at, closed, after);
  const last = patrons.at(-1);
  if (last === undefined) return { loans: [], holds: [], next: null };
  const loans: MovedLoan[] = [];
  for (const group of byDates(at, await loansOf(at.sql, closed, { after, last }))) loans.push(...(await moveLoans(at, group)));
  const holds: MovedHold[] = [];
  for (const hold of laterDeadlines(at, closed, await holdsOf(at.sql, closed, { after, last })))
    if (await moveHold(at, hold)) holds.push(hold);
  return { loans, holds, next: patrons.length < patronsAtOnce ? null : last };
};

/** Open loans on these days, counted by what decides their new date. */
export const loansOnClosedDays = ({ sql }: Act, closed: readonly ClosedInBranch[]): Promise<(LoanGroup & { readonly count: number })[]> => {
  const where = onClosedDay(closed, { branch: 'l."branchId"', day: 'l."dueOn"' });
  return sql.all(
    `SELECT l."branchId", l."dueOn", p."type" AS "patronType", c."material", CAST(COUNT(*) AS INTEGER) AS "count"
     FROM "Loan" l JOIN "Patron" p ON p."id" = l."patronId" JOIN "Copy" c ON c."code" = l."copyCode"
     WHERE l."status" = 'open' AND (${where.text}) GROUP BY l."branchId", l."dueOn", p."type", c."material"`,
    where.params,
  );
};

/** Kept holds whose deadline these closures will move; there are never many. */
export const holdsMovedBy = async (at: Act, closed: readonly ClosedInBranch[]): Promise<readonly MovedHold[]> => {
  const { text, params } = keptAtBranch(closed);
  const rows = await at.sql.all<HoldRow>(
    `SELECT "id", "patronId", "pickupPlace", "readyOn", "deadlineOn" FROM "Hold" WHERE ${text}`,
    params,
  );
  return laterDeadlines(at, closed, rows);
};
