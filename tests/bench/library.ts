// The library that is measured: 100 thousand made-up titles, readers with linked chats, loans and holds.
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase, type Database, type SqlValue } from '#database/database.ts';
import { dayOf, momentText, Temporal } from '#shared/day.ts';
import { chatIdAt } from './programs/people.ts';
import { type SyntheticTitle, syntheticTitles, writeTitles } from './search-corpus.ts';

export interface Library {
  readonly url: string;
  readonly titles: readonly SyntheticTitle[];
}

/** As many people write at most. */
export const peopleCount = 1000;
const loansEach = 2;
const rowsAtOnce = 400;

/** Writes rows of one table through the raw door. */
const insert = async ({ sql }: Database, table: string, rows: readonly Readonly<Record<string, SqlValue>>[]): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {});
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    const places = some.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
    await sql.run(
      `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES ${places}`,
      some.flatMap((row) => columns.map((column) => row[column] ?? null)),
    );
  }
};

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const accountAt = (index: number): string => `telegram:${chatIdAt(index)}`;

/** Two copies of each of the first titles: the first is lent to somebody, the second stands on the shelf. */
const copyRows = (titles: readonly SyntheticTitle[], now: string) =>
  titles.slice(0, 30_000).flatMap(({ id }, index) =>
    [1, 2].map((copy) => {
      const isLent = copy === 1 && index < peopleCount * loansEach;
      return {
        code: `${id}-${copy}`,
        titleId: id,
        branchId: 'main',
        homeBranchId: 'main',
        status: isLent ? 'on_loan' : 'available',
        material: 'book',
        updatedAt: now,
      };
    }),
  );

const loanRows = (titles: readonly SyntheticTitle[], today: Temporal.PlainDate) =>
  numbers(peopleCount * loansEach).map((index) => {
    const titleId = titles[index]?.id ?? '';
    // Due late enough that nobody is reminded while we measure.
    return {
      id: `loan-${index}`,
      patronId: `p${index % peopleCount}`,
      titleId,
      copyCode: `${titleId}-1`,
      branchId: 'main',
      loanedOn: today.subtract({ days: 1 }).toString(),
      dueOn: today.add({ days: 9 }).toString(),
      openMark: 1,
    };
  });

/** Everybody waits for one title that has no copies on the shelf. */
const holdRows = (titles: readonly SyntheticTitle[], now: Temporal.Instant) =>
  numbers(peopleCount).map((index) => ({
    id: `hold-${index}`,
    patronId: `p${index}`,
    titleId: titles[40_000 + index]?.id ?? '',
    placedAt: momentText(now.subtract({ hours: 24 * 7 })),
    position: 1,
    pickupPlace: 'main',
    liveMark: 1,
  }));

const fill = async (database: Database, titles: readonly SyntheticTitle[]): Promise<void> => {
  const now = Temporal.Now.instant();
  const at = momentText(now);
  const people = numbers(peopleCount);
  await insert(database, 'Branch', [{ id: 'main', name: 'Perpustakaan Contoh', kind: 'branch' }]);
  await writeTitles(database, titles);
  await insert(database, 'Copy', copyRows(titles, at));
  await insert(
    database,
    'Patron',
    people.map((index) => ({ id: `p${index}`, name: `Pembaca ${index}`, card: `K${10_000 + index}` })),
  );
  await insert(
    database,
    'Account',
    people.map((index) => ({
      id: accountAt(index),
      platform: 'telegram',
      accountId: String(chatIdAt(index)),
      chatId: String(chatIdAt(index)),
      createdAt: at,
    })),
  );
  await insert(
    database,
    'Link',
    people.map((index) => ({ id: `l${index}`, accountId: accountAt(index), patronId: `p${index}`, linkedAt: at })),
  );
  await insert(database, 'Loan', loanRows(titles, dayOf(now)));
  await insert(database, 'Hold', holdRows(titles, now));
};

/** Fills a new database in `folder`. */
export const prepareLibrary = async (folder: string, count = 100_000): Promise<Library> => {
  const titles = syntheticTitles(count);
  const path = join(folder, 'prepared.db');
  const database = await openDatabase({ url: `file:${path}` });
  try {
    await fill(database, titles);
    // A copy must be complete without the file of the write-ahead log.
    await database.sql.all('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    await database.close();
  }
  return { url: `file:${path}`, titles };
};

/** A copy of the library that one program may change. */
export const copyOf = async ({ url }: Library, path: string): Promise<string> => {
  for (const ending of ['', '-wal', '-shm']) await rm(`${path}${ending}`, { force: true });
  await copyFile(url.slice('file:'.length), path);
  return `file:${path}`;
};
