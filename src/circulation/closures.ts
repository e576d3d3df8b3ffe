import { momentText } from '#shared/day.ts';
import { type Act, act, type CirculationParts } from './context.ts';
import type { ClosedInBranch } from './rules/calendar-change.ts';
import { type MovedHold, type MovedLoan, type MovedPage, movePage } from './rules/moving-dates.ts';

// R3, R7: after days were closed that had been open, open loans and kept holds get later dates, and with them new notices. Ten
// thousand loans are moved page by page, each page an act of its own whose outcome names what it moved. What still has to be
// moved or told is kept beside the rules until it is done, so that a stop in the middle is made up for by the next run.

export interface DatesMoved {
  readonly loans: number;
  readonly holds: number;
}

interface PageWanted {
  readonly closed: readonly ClosedInBranch[];
  readonly key: string;
  readonly page: number;
  /** the last reader of the page before */
  readonly after: string;
}

const pageOf = (parts: CirculationParts, { closed, key, page, after }: PageWanted): Promise<MovedPage> =>
  act(parts, 'move-dates', { key: `${key}:dates:${page}` }, (at) => movePage(at, closed, after));

/** Moves everything that these closures move, and answers how much it was; again under the same key it answers the same. */
export const moveDatesPastClosures = async (
  parts: CirculationParts,
  closed: readonly ClosedInBranch[],
  { key }: { readonly key: string },
): Promise<DatesMoved> => {
  let moved: DatesMoved = { loans: 0, holds: 0 };
  let after: string | null = '';
  for (let page = 0; after !== null; page += 1) {
    const { loans, holds, next }: MovedPage = await pageOf(parts, { closed, key, page, after });
    moved = { loans: moved.loans + loans.length, holds: moved.holds + holds.length };
    after = next;
  }
  return moved;
};

/** How far the readers of one edit of the calendar were told; a row of Setting for as long as somebody is left. */
interface Telling {
  readonly closed: readonly ClosedInBranch[];
  readonly page: number;
  readonly after: string;
}

const tellingPrefix = 'moving:';

/** In the transaction that closes the days: from now on the dates have to be moved, come what may. */
export const keepMoving = async ({ sql, now }: Act, closed: readonly ClosedInBranch[], key: string): Promise<void> => {
  if (closed.length === 0) return;
  const telling: Telling = { closed, page: 0, after: '' };
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
  const { closed, page, after } = JSON.parse(row.valueJson) as Telling;
  const { loans, holds, next } = await pageOf(parts, { closed, key: row.key.slice(tellingPrefix.length), page, after });
  const later: Telling | null = next === null ? null : { closed, page: page + 1, after: next };
  return { loans, holds, kept: { key: row.key, now: row.valueJson, later: later === null ? null : JSON.stringify(later) } };
};

/** To be called when the notices of that page are handed over; a second process that told them too changes nothing. */
export const moveTold = async ({ database }: CirculationParts, { kept }: UntoldMove): Promise<void> => {
  if (kept.later === null) await database.sql.run('DELETE FROM "Setting" WHERE "key" = ? AND "valueJson" = ?', [kept.key, kept.now]);
  else await database.sql.run('UPDATE "Setting" SET "valueJson" = ? WHERE "key" = ? AND "valueJson" = ?', [kept.later, kept.key, kept.now]);
};
