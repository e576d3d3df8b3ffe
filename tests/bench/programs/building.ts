// What fills an index once: the import as it is shipped, or, as its anchor, SQLite's full-text index on the same rows.
// `building.ts import|index DATABASE_URL FILE`; says "ready", begins when told to, and answers with its figures.
import { readFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { parse } from 'csv-parse/sync';
import { importFile } from '#circulation/import/import-file.ts';
import { openDatabase, type SqlTransaction } from '#database/database.ts';
import { Temporal } from '#shared/day.ts';

/** Of one building: how long it took, what it cost, and how long its own event loop waited. */
export interface Built {
  readonly ms: number;
  readonly cpuMs: number;
  readonly stallMs: number;
}

const [kind = '', url = '', file = ''] = process.argv.slice(2);
const database = await openDatabase({ url });
const bytes = await readFile(file);
const rowsAtOnce = 400;
// few transactions, each within the two seconds that one may take
const rowsInOne = 20_000;

const indexOf = (cells: readonly string[]): readonly string[] => [cells[0] ?? '', cells[15] ?? '', cells[16] ?? ''];

/** The rows are in memory before the clock starts: only what fills the index is measured. */
const prepareIndex = async (): Promise<() => Promise<void>> => {
  const rows = parse(bytes).map(indexOf);
  await database.sql.script('CREATE VIRTUAL TABLE "Plain" USING fts5("title", "author", "subjects")');
  return async () => {
    for (let from = 0; from < rows.length; from += rowsInOne)
      await database.sql.transaction((sql) => insert(sql, rows.slice(from, from + rowsInOne)));
  };
};

const insert = async (sql: SqlTransaction, rows: readonly (readonly string[])[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    await sql.run(`INSERT INTO "Plain" VALUES ${some.map(() => '(?, ?, ?)').join(', ')}`, some.flat());
  }
};

const work = kind === 'index' ? await prepareIndex() : () => importFile(database, { fileName: file, bytes, now: Temporal.Now.instant() });

const measure = async (): Promise<Built> => {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  const cpu = process.cpuUsage();
  const since = performance.now();
  await work();
  const ms = performance.now() - since;
  const { user, system } = process.cpuUsage(cpu);
  delays.disable();
  return { ms, cpuMs: (user + system) / 1000, stallMs: delays.max / 1e6 };
};

process.once('message', () => {
  void measure().then(async (built) => {
    await database.close();
    process.send?.(built, undefined, undefined, () => process.exit(0));
  });
});
process.once('disconnect', () => process.exit(1));
process.send?.('ready');
