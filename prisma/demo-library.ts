import { insertRows } from '#circulation/import/multi-row.ts';
import type { Database, SqlTransaction, SqlValue } from '#database/database.ts';
import { createDemoDays, type DemoDays } from '#prisma/demo/days.ts';
import { DeskBook, isLiving } from '#prisma/demo/desk-book.ts';
import { type DemoMember, demoBranches, demoMembers } from '#prisma/demo/people.ts';
import { demoLibraryCard, writeDemoRules } from '#prisma/demo/rules.ts';
import { type DemoCopy, Shelves } from '#prisma/demo/shelves.ts';
import { tellStories } from '#prisma/demo/stories.ts';
import { demoStops, demoVisits } from '#prisma/demo/van.ts';
import { type DemoTitle, readDemoTitles } from '#prisma/demo/titles.ts';
import { momentText, type Temporal } from '#shared/day.ts';

export interface DemoStart {
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
}

const flag = (value: boolean): number => (value ? 1 : 0);

/** Most titles are old; some that nobody borrowed yet, and those by local authors, came in the last four weeks. */
const addedOn = ({ today, calendar }: DemoDays, { title, place, wasLent }: { readonly title: DemoTitle; readonly place: number; readonly wasLent: boolean }): string => {
  const daysAgo = !wasLent && (title.localAuthor || place % 10 === 0) ? (place % 27) + 1 : 40 + ((place * 37) % 900);
  return calendar.previousOpenDay(today.subtract({ days: daysAgo })).toString();
};

const insertTitles = (sql: SqlTransaction, titles: readonly DemoTitle[], days: DemoDays, { loans }: DeskBook): Promise<void> => {
  const lent = new Set(loans.map(({ copy }) => copy.titleId));
  const rows = titles.map((title, place): SqlValue[] => [
    ...[title.id, title.title, title.author, JSON.stringify(title.subjects), title.isbn, title.publisher, title.year, title.synopsis, title.language],
    ...[title.format, title.audience, flag(title.localAuthor), flag(title.reference), title.callNumber, title.shelf],
    ...[title.digital ? JSON.stringify({ formats: ['pdf'], access: 'link', concurrent: null }) : null, addedOn(days, { title, place, wasLent: lent.has(title.id) })],
  ]);
  const columns = [
    ...['id', 'title', 'author', 'subjectsJson', 'isbn', 'publisher', 'year', 'synopsis', 'language', 'format', 'audience', 'localAuthor'],
    ...['reference', 'callNumber', 'shelf', 'digitalJson', 'addedOn'],
  ];
  return insertRows(sql, { name: 'Title', columns }, rows);
};

const insertPlaces = (sql: SqlTransaction): Promise<void> => {
  const rows = demoBranches.map(({ id, name, kind, address }, place): SqlValue[] => [id, name, kind, address, place]);
  return insertRows(sql, { name: 'Branch', columns: ['id', 'name', 'kind', 'address', 'sortOrder'] }, rows);
};

const insertRounds = async (sql: SqlTransaction, days: DemoDays): Promise<void> => {
  const stops = demoStops.map(({ id, name, lat, lon, lending }): SqlValue[] => [id, name, lat, lon, flag(lending)]);
  await insertRows(sql, { name: 'VanStop', columns: ['id', 'name', 'lat', 'lon', 'lending'] }, stops);
  const visits = demoVisits(days).map(({ id, stopId, startAt, endAt }): SqlValue[] => [id, stopId, startAt, endAt]);
  await insertRows(sql, { name: 'VanVisit', columns: ['id', 'stopId', 'startAt', 'endAt'] }, visits);
};

const insertCopies = (sql: SqlTransaction, copies: readonly DemoCopy[], at: string): Promise<void> => {
  const rows = copies.map(({ code, titleId, home, status }): SqlValue[] => [code, titleId, home, home, status, 'book', at]);
  return insertRows(sql, { name: 'Copy', columns: ['code', 'titleId', 'branchId', 'homeBranchId', 'status', 'material', 'updatedAt'] }, rows);
};

const insertMembers = (sql: SqlTransaction, members: readonly DemoMember[], today: Temporal.PlainDate): Promise<void> => {
  const dayIn = (days: number | null): string | null => (days === null ? null : today.add({ days }).toString());
  const rows = members.map((member): SqlValue[] => [
    ...[member.id, member.name, member.card, member.type, member.birthOn, member.guardianId, member.status],
    ...[dayIn(member.expiresInDays), dayIn(member.suspendedForDays), today.subtract({ days: 200 }).toString()],
  ]);
  const columns = ['id', 'name', 'card', 'type', 'birthOn', 'guardianId', 'status', 'expiresOn', 'suspendedUntil', 'joinedOn'];
  return insertRows(sql, { name: 'Patron', columns }, rows);
};

const insertLoans = (sql: SqlTransaction, { loans }: DeskBook): Promise<void> => {
  const rows = loans.map((loan): SqlValue[] => [
    ...[loan.id, loan.patronId, loan.copy.titleId, loan.copy.code, loan.copy.home, loan.loanedOn, loan.dueOn, loan.renewals, loan.status, loan.returnedOn],
    loan.status === 'returned' ? null : 1,
  ]);
  const columns = ['id', 'patronId', 'titleId', 'copyCode', 'branchId', 'loanedOn', 'dueOn', 'renewals', 'status', 'returnedOn', 'openMark'];
  return insertRows(sql, { name: 'Loan', columns }, rows);
};

const insertHolds = (sql: SqlTransaction, book: DeskBook): Promise<void> => {
  const places = book.positions();
  const rows = book.holds.map((hold): SqlValue[] => [
    ...[hold.id, hold.patronId, hold.titleId, hold.status, hold.placedAt, places.get(hold.id) ?? null, hold.pickup, hold.copyCode],
    ...[hold.readyOn, hold.deadlineOn, hold.suspendedUntil, 0, hold.endedAt, isLiving(hold) ? 1 : null],
  ]);
  const columns = [
    ...['id', 'patronId', 'titleId', 'status', 'placedAt', 'position', 'pickupPlace', 'copyCode'],
    ...['readyOn', 'deadlineOn', 'suspendedUntil', 'courtesyUsed', 'endedAt', 'liveMark'],
  ];
  return insertRows(sql, { name: 'Hold', columns }, rows);
};

const insertCard = (sql: SqlTransaction, at: string): Promise<void> =>
  insertRows(sql, { name: 'Setting', columns: ['key', 'valueJson', 'updatedAt'], onConflict: 'ON CONFLICT ("key") DO NOTHING' }, [['library', JSON.stringify(demoLibraryCard), at]]);

const isEmpty = async ({ sql }: Database): Promise<boolean> => {
  const rows = await sql.all('SELECT 1 AS "one" WHERE EXISTS (SELECT 1 FROM "Title") OR EXISTS (SELECT 1 FROM "Patron") OR EXISTS (SELECT 1 FROM "Branch")');
  return rows.length === 0;
};

/** Novels first: they are what a public library lends most. */
const popularTitles = (titles: readonly DemoTitle[]): readonly string[] =>
  titles
    .filter(({ reference, copies, format, audience }) => !reference && copies > 1 && format === 'book' && audience !== 'child' && audience !== 'adult_only')
    .toSorted((a, b) => b.copies - a.copies)
    .slice(0, 70)
    .map(({ id }) => id);

/**
 * Fills an empty database with the demo library; one that holds anything is left as it is. All days count from
 * `today`, so that the demo is alive whenever it is first started; members, loans and rules are invented.
 */
export const fillDemoLibrary = async (database: Database, { today, now }: DemoStart): Promise<void> => {
  if (!(await isEmpty(database))) return;
  const [titles, calendar] = await Promise.all([readDemoTitles(), writeDemoRules(database, now)]);
  const days = createDemoDays(today, calendar);
  const shelves = new Shelves(titles);
  const book = new DeskBook(shelves, days, now);
  const members = demoMembers(today.year);
  tellStories({ shelves, days, book, members }, popularTitles(titles));
  const at = momentText(now);
  await database.sql.transaction(async (sql) => {
    await insertPlaces(sql);
    await insertRounds(sql, days);
    await insertTitles(sql, titles, days, book);
    await insertCopies(sql, shelves.copies, at);
    await insertMembers(sql, members, today);
    await insertLoans(sql, book);
    await insertHolds(sql, book);
    await insertCard(sql, at);
  });
};
