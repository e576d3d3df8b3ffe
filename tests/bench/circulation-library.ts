// What the acts of circulation are measured on: a history of loans, and beside it a book and a reader for each act.
import { rm, copyFile } from 'node:fs/promises';
import { type Database, openDatabase } from '#database/database.ts';
import { savePolicy } from '#circulation/library-rules-writing.ts';
import { momentText, Temporal } from '#shared/day.ts';

/** Tuesday, nine in the morning */
export const now = Temporal.Instant.from('2026-06-09T02:00:00Z');

/** So many loans each reader and each title has had; one of them is still open. */
const loansEach = 20;

const numbersBelow = 'WITH RECURSIVE numbers(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < ?)';

/** Titles, each with one copy, and as many readers. */
const addShelf = async ({ sql }: Database, prefix: string, count: number): Promise<void> => {
  await sql.run(
    `INSERT INTO "Title" ("id", "title", "addedOn", "sourceKey")
     ${numbersBelow} SELECT '${prefix}' || i, 'Judul ' || i, '2026-01-02', '${prefix}' || i FROM numbers`,
    [count],
  );
  await sql.run(
    `INSERT INTO "Copy" ("code", "titleId", "branchId", "homeBranchId", "updatedAt")
     ${numbersBelow} SELECT '${prefix}' || i || '-1', '${prefix}' || i, 'main', 'main', ? FROM numbers`,
    [count, momentText(now)],
  );
  await sql.run(
    `INSERT INTO "Patron" ("id", "name", "card")
     ${numbersBelow} SELECT '${prefix}' || i, 'Pembaca ' || i, 'K-${prefix}' || i FROM numbers`,
    [count],
  );
};

/** The last loan of each title is open, all before it are returned. */
const addLoans = async ({ sql }: Database, count: number): Promise<void> => {
  const titles = count / loansEach;
  await sql.run(
    `INSERT INTO "Loan" ("id", "patronId", "titleId", "copyCode", "branchId", "loanedOn", "dueOn", "status", "returnedOn", "openMark")
     ${numbersBelow} SELECT 'h' || i, 'h' || (i % ?), 'h' || (i / ?), 'h' || (i / ?) || '-1', 'main', '2026-06-01', '2026-06-30',
       CASE WHEN i % ? = 0 THEN 'open' ELSE 'returned' END, CASE WHEN i % ? = 0 THEN NULL ELSE '2026-06-05' END, CASE WHEN i % ? = 0 THEN 1 ELSE NULL END
     FROM numbers`,
    [count, titles, ...Array.from({ length: 5 }, () => loansEach)],
  );
  await sql.run(`UPDATE "Copy" SET "status" = 'on_loan' WHERE "code" LIKE 'h%'`);
};

/** A library in which `loans` were made, and `acts` readers ask for a book each: `a0` for `a0`, and so on. */
export const prepareCirculation = async (path: string, loans: number, acts: number): Promise<void> => {
  const database = await openDatabase({ url: `file:${path}` });
  await database.sql.run(`INSERT INTO "Branch" ("id", "name", "kind") VALUES ('main', 'Perpustakaan Contoh', 'branch')`);
  await savePolicy(database, { renew_window_days: null }, now);
  await addShelf(database, 'h', loans / loansEach);
  await addLoans(database, loans);
  await addShelf(database, 'a', acts);
  await database.sql.all('ANALYZE');
  await database.sql.all('PRAGMA wal_checkpoint(TRUNCATE)');
  await database.close();
};

/** A copy of its own for one who may change it. */
export const openCopy = async (path: string, name: string): Promise<Database> => {
  const copy = `${path}.${name}`;
  for (const ending of ['', '-wal', '-shm']) await rm(`${copy}${ending}`, { force: true });
  await copyFile(path, copy);
  return openDatabase({ url: `file:${copy}` });
};
