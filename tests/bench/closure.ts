import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createCirculation } from '#circulation/circulation.ts';
import { insertRows } from '#circulation/import/multi-row.ts';
import type { Rooms } from '#conversation/rooms.ts';
import { type Database, openDatabase, type SqlValue } from '#database/database.ts';
import { handOver } from '#delivery/notices.ts';
import { clockwork } from '#services/opening-times/clockwork.ts';
import { momentText, Temporal } from '#shared/day.ts';
import type { Bench } from './bench.ts';
import { median, print, type Row } from './figures.ts';

const loans = 10_000;
const patrons = 4000;
const mostStallMs = 50;
/** The anchor leaves the loop alone: where it is delayed, the machine is too busy to measure. */
const busyMs = 15;
const now = Temporal.Instant.from('2026-06-09T02:00:00Z');
const closedDay = '2026-06-16';
const nextOpen = '2026-06-17';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const fill = async ({ sql }: Database): Promise<void> => {
  const at = momentText(now);
  const add = (name: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]) =>
    insertRows(sql, { name, columns }, rows);
  await add('Branch', ['id', 'name', 'kind'], [['main', 'Perpustakaan Contoh', 'branch']]);
  await add('Title', ['id', 'title', 'addedOn', 'sourceKey'], [['T', 'Judul', '2026-01-02', 'T']]);
  const people = numbers(patrons);
  await add(
    'Patron',
    ['id', 'name', 'card'],
    people.map((n) => [`p${n}`, `Pembaca ${n}`, `K${n}`]),
  );
  await add(
    'Account',
    ['id', 'platform', 'accountId', 'chatId', 'createdAt'],
    people.map((n) => [`telegram:${n}`, 'telegram', `${n}`, `${n}`, at]),
  );
  await add(
    'Link',
    ['id', 'accountId', 'patronId', 'linkedAt'],
    people.map((n) => [`l${n}`, `telegram:${n}`, `p${n}`, at]),
  );
  const copies = numbers(loans);
  await add(
    'Copy',
    ['code', 'titleId', 'branchId', 'homeBranchId', 'status', 'updatedAt'],
    copies.map((n) => [`c${n}`, 'T', 'main', 'main', 'on_loan', at]),
  );
  await add(
    'Loan',
    ['id', 'patronId', 'titleId', 'copyCode', 'branchId', 'loanedOn', 'dueOn', 'openMark'],
    copies.map((n) => [`loan${n}`, `p${n % patrons}`, 'T', `c${n}`, 'main', '2026-06-09', closedDay, 1]),
  );
};

const prepared = async (folder: string): Promise<string> => {
  const path = join(folder, 'closure.db');
  const database = await openDatabase({ url: `file:${path}` });
  await fill(database);
  await database.sql.all('PRAGMA wal_checkpoint(TRUNCATE)');
  await database.close();
  return path;
};

interface Measured {
  readonly ms: number;
  readonly stallMs: number;
}

/** Runs once on a copy of its own; every loan must have moved in the end. */
const measured = async (path: string, work: (database: Database) => Promise<void>): Promise<Measured> => {
  const copy = `${path}.copy`;
  for (const ending of ['', '-wal', '-shm']) await rm(`${copy}${ending}`, { force: true });
  await copyFile(path, copy);
  const database = await openDatabase({ url: `file:${copy}` });
  try {
    const delays = monitorEventLoopDelay({ resolution: 5 });
    delays.enable();
    const start = performance.now();
    await work(database);
    const ms = performance.now() - start;
    delays.disable();
    const [row] = await database.sql.all<{ left: number }>(`SELECT COUNT(*) AS "left" FROM "Loan" WHERE "dueOn" <> ?`, [nextOpen]);
    if (row?.left !== 0) throw new Error(`${row?.left ?? '?'} loans were not moved`);
    return { ms, stallMs: delays.max / 1e6 };
  } finally {
    await database.close();
  }
};

const oneStatement = async ({ sql }: Database): Promise<void> =>
  void (await sql.run(`UPDATE "Loan" SET "dueOn" = ? WHERE "status" = 'open' AND "dueOn" = ?`, [nextOpen, closedDay]));

const change = { days: [{ day: closedDay, kind: 'closed' as const, reason: 'Banjir' }] };

/** The preview, the act, and the notices of everybody concerned. */
const closeTheDay = async (database: Database): Promise<void> => {
  const circulation = createCirculation({ database, clock: { now: () => now } });
  await circulation.previewCalendarChange(change);
  const { closed } = await circulation.changeCalendar(change, { key: 'bench' });
  await circulation.moveDatesPastClosures(closed, { key: 'bench' });
  // as: the job asks circulation for nothing else
  const rooms = { database, circulation } as unknown as Rooms;
  for (const job of clockwork.jobs ?? [])
    await job.run({ now, rooms, notify: (drafts) => handOver(database, drafts, { now, quiet: '20:00-07:00' }) });
};

/** A day is closed on which ten thousand books are due, against the one statement that would do it unseen. */
export const closure = async ({ folder, quick }: Bench): Promise<readonly Row[]> => {
  const path = await prepared(folder);
  const anchors: Measured[] = [];
  const products: Measured[] = [];
  for (const _round of numbers(quick ? 2 : 7)) {
    anchors.push(await measured(path, oneStatement));
    products.push(await measured(path, closeTheDay));
  }
  const [anchor, product] = [median(anchors.map(({ ms }) => ms)), median(products.map(({ ms }) => ms))];
  const busy = median(anchors.map(({ stallMs: one }) => one));
  const stallMs = median(products.map(({ stallMs: stalled }) => stalled));
  print(
    `  closure: ${loans} due dates, ${patrons} readers told; loop delay ${products.map(({ stallMs: one }) => one.toFixed(0)).join(', ')} ms`,
  );
  return [
    {
      name: 'closure',
      anchor: `${anchor.toFixed(0)} ms, loop delay ${busy.toFixed(0)} ms`,
      product: `${product.toFixed(0)} ms`,
      ratio: (product / anchor).toFixed(1),
      goal: `loop delay <= ${mostStallMs} ms`,
      pass: stallMs <= mostStallMs || (busy > busyMs ? 'void' : false),
      stall: `${stallMs.toFixed(0)} ms`,
    },
  ];
};
