import { insertRows } from '#circulation/import/multi-row.ts';
import type { Database, Sql, SqlValue } from '#database/database.ts';
import { createDemoDays, type DemoDays } from '#prisma/demo/days.ts';
import { DeskBook, isLiving } from '#prisma/demo/desk-book.ts';
import { type DemoMember, demoBranches, demoMembers } from '#prisma/demo/people.ts';
import { demoLibraryCard, writeDemoRules } from '#prisma/demo/rules.ts';
import { type DemoCopy, Shelves } from '#prisma/demo/shelves.ts';
import { tellStories } from '#prisma/demo/stories.ts';
import { demoStops, demoVisits } from '#prisma/demo/van.ts';
import { type DemoTitle, readDemoTitles } from '#prisma/demo/titles.ts';
import { momentFrom, momentText, Temporal } from '#shared/day.ts';

export interface DemoStart {
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
}

/** A row that is there already came from a start that was broken off: it is the same row. */
const add = (sql: Sql, name: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): Promise<void> =>
  insertRows(sql, { name, columns, onConflict: 'ON CONFLICT DO NOTHING' }, rows);

const flag = (value: boolean): number => (value ? 1 : 0);

/** Most titles are old; some that nobody borrowed yet, and those by local authors, came in the last four weeks. */
const addedOn = (
  { today, calendar }: DemoDays,
  { title, place, wasLent }: { readonly title: DemoTitle; readonly place: number; readonly wasLent: boolean },
): string => {
  const daysAgo = !wasLent && (title.localAuthor || place % 10 === 0) ? (place % 27) + 1 : 40 + ((place * 37) % 900);
  return calendar.previousOpenDay(today.subtract({ days: daysAgo })).toString();
};

const insertTitles = (sql: Sql, titles: readonly DemoTitle[], days: DemoDays, { loans }: DeskBook): Promise<void> => {
  const lent = new Set(loans.map(({ copy }) => copy.titleId));
  const rows = titles.map((title, place): SqlValue[] => [
    ...[
      title.id,
      title.title,
      title.author,
      JSON.stringify(title.subjects),
      title.isbn,
      title.publisher,
      title.year,
      title.synopsis,
      title.language,
    ],
    ...[title.format, title.audience, flag(title.localAuthor), flag(title.reference), title.callNumber, title.shelf],
    ...[
      title.digital ? JSON.stringify({ formats: ['pdf'], access: 'link', concurrent: null }) : null,
      addedOn(days, { title, place, wasLent: lent.has(title.id) }),
    ],
  ]);
  const columns = [
    ...['id', 'title', 'author', 'subjectsJson', 'isbn', 'publisher', 'year', 'synopsis', 'language', 'format', 'audience', 'localAuthor'],
    ...['reference', 'callNumber', 'shelf', 'digitalJson', 'addedOn'],
  ];
  return add(sql, 'Title', columns, rows);
};

const insertPlaces = (sql: Sql): Promise<void> => {
  const rows = demoBranches.map(({ id, name, kind, address }, place): SqlValue[] => [id, name, kind, address, place]);
  return add(sql, 'Branch', ['id', 'name', 'kind', 'address', 'sortOrder'], rows);
};

const insertRounds = async (sql: Sql, days: DemoDays): Promise<void> => {
  const stops = demoStops.map(({ id, name, lat, lon, lending }): SqlValue[] => [id, name, lat, lon, flag(lending)]);
  await add(sql, 'VanStop', ['id', 'name', 'lat', 'lon', 'lending'], stops);
  const visits = demoVisits(days).map(({ id, stopId, startAt, endAt }): SqlValue[] => [id, stopId, startAt, endAt]);
  await add(sql, 'VanVisit', ['id', 'stopId', 'startAt', 'endAt'], visits);
};

const insertCopies = (sql: Sql, copies: readonly DemoCopy[], at: string): Promise<void> => {
  const rows = copies.map(({ code, titleId, home, status }): SqlValue[] => [code, titleId, home, home, status, 'book', at]);
  return add(sql, 'Copy', ['code', 'titleId', 'branchId', 'homeBranchId', 'status', 'material', 'updatedAt'], rows);
};

const insertMembers = (sql: Sql, members: readonly DemoMember[], today: Temporal.PlainDate): Promise<void> => {
  const dayIn = (days: number | null): string | null => (days === null ? null : today.add({ days }).toString());
  const rows = members.map((member): SqlValue[] => [
    ...[member.id, member.name, member.card, member.type, member.birthOn, member.guardianId, member.status],
    ...[dayIn(member.expiresInDays), dayIn(member.suspendedForDays), today.subtract({ days: 200 }).toString()],
  ]);
  const columns = ['id', 'name', 'card', 'type', 'birthOn', 'guardianId', 'status', 'expiresOn', 'suspendedUntil', 'joinedOn'];
  return add(sql, 'Patron', columns, rows);
};

const insertLoans = (sql: Sql, { loans }: DeskBook): Promise<void> => {
  const rows = loans.map((loan): SqlValue[] => [
    ...[
      loan.id,
      loan.patronId,
      loan.copy.titleId,
      loan.copy.code,
      loan.copy.home,
      loan.loanedOn,
      loan.dueOn,
      loan.renewals,
      loan.status,
      loan.returnedOn,
    ],
    loan.status === 'returned' ? null : 1,
  ]);
  const columns = [
    'id',
    'patronId',
    'titleId',
    'copyCode',
    'branchId',
    'loanedOn',
    'dueOn',
    'renewals',
    'status',
    'returnedOn',
    'openMark',
  ];
  return add(sql, 'Loan', columns, rows);
};

const insertHolds = (sql: Sql, book: DeskBook): Promise<void> => {
  const places = book.positions();
  const rows = book.holds.map((hold): SqlValue[] => [
    ...[hold.id, hold.patronId, hold.titleId, hold.status, hold.placedAt, places.get(hold.id) ?? null, hold.pickup, hold.copyCode],
    ...[hold.readyOn, hold.deadlineOn, hold.suspendedUntil, 0, hold.endedAt, isLiving(hold) ? 1 : null],
  ]);
  const columns = [
    ...['id', 'patronId', 'titleId', 'status', 'placedAt', 'position', 'pickupPlace', 'copyCode'],
    ...['readyOn', 'deadlineOn', 'suspendedUntil', 'courtesyUsed', 'endedAt', 'liveMark'],
  ];
  return add(sql, 'Hold', columns, rows);
};

const insertCard = (sql: Sql, at: string): Promise<void> =>
  add(sql, 'Setting', ['key', 'valueJson', 'updatedAt'], [['library', JSON.stringify(demoLibraryCard), at]]);

/** Marks a filling that is under way, with the moment it counts its days from. */
const fillingKey = 'demo.filling';

/** The start to fill for: a broken one is finished as it began; null when the database holds anything else. */
const startOf = async (sql: Sql, start: DemoStart): Promise<DemoStart | null> => {
  const [broken] = await sql.all<{ valueJson: string }>('SELECT "valueJson" FROM "Setting" WHERE "key" = ?', [fillingKey]);
  if (broken !== undefined) {
    // as: only this file writes the row
    const { since, today } = JSON.parse(broken.valueJson) as { readonly since: string; readonly today: string };
    return { now: momentFrom(since), today: Temporal.PlainDate.from(today) };
  }
  const rows = await sql.all(
    'SELECT 1 AS "one" WHERE EXISTS (SELECT 1 FROM "Title") OR EXISTS (SELECT 1 FROM "Patron") OR EXISTS (SELECT 1 FROM "Branch")',
  );
  if (rows.length > 0) return null;
  const since = momentText(start.now);
  await add(
    sql,
    'Setting',
    ['key', 'valueJson', 'updatedAt'],
    [[fillingKey, JSON.stringify({ since, today: start.today.toString() }), since]],
  );
  return start;
};

/** Novels first: they are what a public library lends most. */
const popularTitles = (titles: readonly DemoTitle[]): readonly string[] =>
  titles
    .filter(
      ({ reference, copies, format, audience }) =>
        !reference && copies > 1 && format === 'book' && audience !== 'child' && audience !== 'adult_only',
    )
    .toSorted((a, b) => b.copies - a.copies)
    .slice(0, 70)
    .map(({ id }) => id);

/**
 * Fills an empty database with the demo library; one that holds anything is left as it is. All days count from
 * `today`, so that the demo is alive whenever it is first started; members, loans and rules are invented. Each
 * statement stands alone, so that a slow machine is never too slow; what was broken off the next call finishes.
 */
export const fillDemoLibrary = async (database: Database, offered: DemoStart): Promise<void> => {
  const { sql } = database;
  const start = await startOf(sql, offered);
  if (start === null) return;
  const { today, now } = start;
  const [titles, calendar] = await Promise.all([readDemoTitles(), writeDemoRules(database, now)]);
  const days = createDemoDays(today, calendar);
  const shelves = new Shelves(titles);
  const book = new DeskBook(shelves, days, now);
  const members = demoMembers(today.year);
  tellStories({ shelves, days, book, members }, popularTitles(titles));
  const at = momentText(now);
  await insertPlaces(sql);
  await insertRounds(sql, days);
  await insertTitles(sql, titles, days, book);
  await insertCopies(sql, shelves.copies, at);
  await insertMembers(sql, members, today);
  await insertLoans(sql, book);
  await insertHolds(sql, book);
  await insertCard(sql, at);
  await sql.run('DELETE FROM "Setting" WHERE "key" = ?', [fillingKey]);
};
