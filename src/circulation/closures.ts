import { pushedDueDate } from '#domain/circulation/due-date.ts';
import { deadlineAfterClosures } from '#domain/circulation/hold-queue.ts';
import type { PatronType } from '#domain/policy.ts';
import type { SqlTransaction, SqlValue } from '#database/database.ts';
import { momentText, Temporal } from '#shared/day.ts';
import { type Act, act, type CirculationParts } from './context.ts';
import type { ClosedInBranch } from './rules/calendar-change.ts';

// R3, R7: after days were closed that had been open, open loans and kept holds get later dates, and with them new notices. Ten
// thousand loans are moved page by page, each page an act of its own whose outcome names the loans it moved. What still has to
// be moved or told is kept beside the rules until it is done, so that a stop in the middle is made up for by the next run.

export interface MovedLoan {
  readonly loanId: string;
  readonly patronId: string;
  readonly branchId: string;
  readonly from: string;
  readonly to: string;
}

export interface DatesMoved {
  readonly loans: number;
  readonly holds: number;
}

/** Where the next page begins: first all loans, then all holds, each by id. */
interface Cursor {
  readonly of: 'loans' | 'holds';
  readonly after: string;
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

interface MovedPage {
  readonly loans: readonly MovedLoan[];
  readonly holds: readonly MovedHold[];
  readonly next: Cursor | null;
}

const idsAtOnce = 400;
const start: Cursor = { of: 'loans', after: '' };

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

const loanPage = (sql: SqlTransaction, closed: readonly ClosedInBranch[], after: string): Promise<LoanRow[]> => {
  const where = onClosedDay(closed, { branch: 'l."branchId"', day: 'l."dueOn"' });
  return sql.all<LoanRow>(
    `SELECT l."id", l."patronId", l."branchId", l."dueOn", p."type" AS "patronType", c."material"
     FROM "Loan" l JOIN "Patron" p ON p."id" = l."patronId" JOIN "Copy" c ON c."code" = l."copyCode"
     WHERE l."status" = 'open' AND (${where.text}) AND l."id" > ? ORDER BY l."id" LIMIT ?`,
    [...where.params, after, idsAtOnce],
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
  const moved = await sql.all<{ readonly id: string }>(
    `UPDATE "Loan" SET "dueOn" = ? WHERE "status" = 'open' AND "dueOn" = ? AND "id" IN (${marksFor(loans)}) RETURNING "id"`,
    [first.to, first.from, ...loans.map(({ loanId }) => loanId)],
  );
  const ids = new Set(moved.map(({ id }) => id));
  return loans.filter(({ loanId }) => ids.has(loanId));
};

const moveLoanPage = async (at: Act, closed: readonly ClosedInBranch[], after: string): Promise<MovedPage> => {
  const rows = await loanPage(at.sql, closed, after);
  const moved: MovedLoan[] = [];
  for (const group of byDates(at, rows)) moved.push(...(await moveLoans(at, group)));
  const last = rows.length < idsAtOnce ? undefined : rows.at(-1);
  return { loans: moved, holds: [], next: last === undefined ? { of: 'holds', after: '' } : { of: 'loans', after: last.id } };
};

interface HoldRow {
  readonly id: string;
  readonly patronId: string;
  readonly pickupPlace: string;
  readonly readyOn: string | null;
  readonly deadlineOn: string;
}

/** Holds that can still be fetched at a branch; the visit of a van is the last chance at a stop, whatever is closed. */
const holdPage = (sql: SqlTransaction, closed: readonly ClosedInBranch[], after: string): Promise<HoldRow[]> =>
  sql.all<HoldRow>(
    `SELECT "id", "patronId", "pickupPlace", "readyOn", "deadlineOn" FROM "Hold"
     WHERE "status" = 'ready' AND "liveMark" = 1 AND "visitStart" IS NULL AND "deadlineOn" >= ? AND "id" > ?
       AND "pickupPlace" IN (${marksFor(closed)}) ORDER BY "id" LIMIT ?`,
    [closed.flatMap(({ days }) => days).sort()[0] ?? '', after, ...closed.map(({ branchId }) => branchId), idsAtOnce],
  );

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

const moveHoldPage = async (at: Act, closed: readonly ClosedInBranch[], after: string): Promise<MovedPage> => {
  const rows = await holdPage(at.sql, closed, after);
  const holds: MovedHold[] = [];
  for (const hold of laterDeadlines(at, closed, rows)) if (await moveHold(at, hold)) holds.push(hold);
  const last = rows.length < idsAtOnce ? undefined : rows.at(-1);
  return { loans: [], holds, next: last === undefined ? null : { of: 'holds', after: last.id } };
};

const movePage = async (at: Act, closed: readonly ClosedInBranch[], { of, after }: Cursor): Promise<MovedPage> => {
  if (closed.length === 0) return { loans: [], holds: [], next: null };
  return of === 'loans' ? moveLoanPage(at, closed, after) : moveHoldPage(at, closed, after);
};

interface PageWanted {
  readonly closed: readonly ClosedInBranch[];
  readonly key: string;
  readonly page: number;
  readonly cursor: Cursor;
}

const pageOf = (parts: CirculationParts, { closed, key, page, cursor }: PageWanted): Promise<MovedPage> =>
  act(parts, 'move-dates', { key: `${key}:dates:${page}` }, (at) => movePage(at, closed, cursor));

/** Moves everything that these closures move, and answers how much it was; again under the same key it answers the same. */
export const moveDatesPastClosures = async (
  parts: CirculationParts,
  closed: readonly ClosedInBranch[],
  { key }: { readonly key: string },
): Promise<DatesMoved> => {
  let moved: DatesMoved = { loans: 0, holds: 0 };
  let cursor: Cursor | null = start;
  for (let page = 0; cursor !== null; page += 1) {
    const { loans, holds, next }: MovedPage = await pageOf(parts, { closed, key, page, cursor });
    moved = { loans: moved.loans + loans.length, holds: moved.holds + holds.length };
    cursor = next;
  }
  return moved;
};

/** How far the readers of one edit of the calendar were told; a row of Setting for as long as somebody is left. */
interface Telling {
  readonly closed: readonly ClosedInBranch[];
  readonly page: number;
  readonly cursor: Cursor;
}

const tellingPrefix = 'moving:';

/** In the transaction that closes the days: from now on the dates have to be moved, come what may. */
export const keepMoving = async ({ sql, now }: Act, closed: readonly ClosedInBranch[], key: string): Promise<void> => {
  if (closed.length === 0) return;
  const telling: Telling = { closed, page: 0, cursor: start };
  await sql.run('INSERT INTO "Setting" ("key", "valueJson", "updatedAt") VALUES (?, ?, ?) ON CONFLICT ("key") DO NOTHING', [
    `${tellingPrefix}${key}`,
    JSON.stringify(telling),
    momentText(now),
  ]);
};

/** Loans and holds whose dates a closure moved, and whose readers are to be told. */
export interface UntoldMove {
  readonly loans: readonly MovedLoan[];
  readonly holds: readonly MovedHold[];
  /** where it is kept, what stands there, and what stands there once they were told; null: nothing more */
  readonly kept: { readonly key: string; readonly now: string; readonly later: string | null };
}

interface TellingRow {
  readonly key: string;
  readonly valueJson: string;
}

/** The next page of readers to be told; moves their dates first where that was not done. Null when everybody knows. */
export const untoldMove = async (parts: CirculationParts): Promise<UntoldMove | null> => {
  const [row] = await parts.database.sql.all<TellingRow>(
    `SELECT "key", "valueJson" FROM "Setting" WHERE "key" LIKE '${tellingPrefix}%' ORDER BY "updatedAt", "key" LIMIT 1`,
  );
  if (row === undefined) return null;
  // as: only this file writes rows of this prefix
  const { closed, page, cursor } = JSON.parse(row.valueJson) as Telling;
  const { loans, holds, next } = await pageOf(parts, { closed, key: row.key.slice(tellingPrefix.length), page, cursor });
  const later: Telling | null = next === null ? null : { closed, page: page + 1, cursor: next };
  return { loans, holds, kept: { key: row.key, now: row.valueJson, later: later === null ? null : JSON.stringify(later) } };
};

/** To be called when the notices of that page are handed over; a second process that told them too changes nothing. */
export const moveTold = async ({ database }: CirculationParts, { kept }: UntoldMove): Promise<void> => {
  if (kept.later === null) await database.sql.run('DELETE FROM "Setting" WHERE "key" = ? AND "valueJson" = ?', [kept.key, kept.now]);
  else await database.sql.run('UPDATE "Setting" SET "valueJson" = ? WHERE "key" = ? AND "valueJson" = ?', [kept.later, kept.key, kept.now]);
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
  const moved: MovedHold[] = [];
  let rows: HoldRow[] = [];
  do {
    rows = await holdPage(at.sql, closed, rows.at(-1)?.id ?? '');
    moved.push(...laterDeadlines(at, closed, rows));
  } while (rows.length === idsAtOnce);
  return moved;
};
