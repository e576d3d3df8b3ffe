import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Database, type DatabaseOptions, openDatabase } from '#database/database.ts';
import { describeOnEachDatabase, freshPostgresqlUrl, freshSqliteUrl, temporaryFolder } from '#tests/support/databases.ts';
import { startProgram } from '#tests/support/programs.ts';

const KILLS = 10;
const TABLES = 60;
const program = import.meta.resolve('./programs/migrate.ts');

// Many steps with rows in them, so that a kill has something to interrupt.
const step = (n: number): string =>
  `CREATE TABLE "step_${n}" ("n" INTEGER);
   INSERT INTO "step_${n}" WITH RECURSIVE "numbers"("i") AS (SELECT 1 UNION ALL SELECT "i" + 1 FROM "numbers" WHERE "i" < 3000) SELECT "i" FROM "numbers";`;

const longUpgrade = async (): Promise<string> => {
  const folder = await temporaryFolder();
  await cp(join(import.meta.dirname, '../../prisma/migrations'), folder, { recursive: true });
  const sql = Array.from({ length: TABLES }, (_, n) => step(n)).join('\n');
  for (const kind of ['sqlite', 'postgresql']) {
    await mkdir(join(folder, kind, '900_long'), { recursive: true });
    await writeFile(join(folder, kind, '900_long', 'migration.sql'), sql);
  }
  return folder;
};

/** How many of the upgrade's tables are there, seen with a program that may or may not know the upgrade. */
const stepsIn = async (options: DatabaseOptions): Promise<number> => {
  const database = await openOldOrNew(options);
  const catalogue =
    database.kind === 'sqlite'
      ? `SELECT count(*) AS n FROM sqlite_master WHERE name LIKE 'step%'`
      : `SELECT count(*) AS n FROM pg_tables WHERE tablename LIKE 'step%'`;
  const [row] = await database.sql.all<{ n: number }>(catalogue);
  await database.close();
  return row?.n ?? -1;
};

const openOldOrNew = async ({ url, migrationsFolder }: DatabaseOptions): Promise<Database> => {
  try {
    return await openDatabase({ url });
  } catch {
    // The old program refuses: the upgrade is complete, or this call completes nothing and fails too.
    return openDatabase({ url, ...(migrationsFolder === undefined ? {} : { migrationsFolder }) });
  }
};

/** How long an upgrade takes here and now that nobody kills: the kills are spread over it. */
const durationOf = async (url: string, migrationsFolder: string): Promise<number> => {
  const migrating = startProgram(program, [url, migrationsFolder]);
  await migrating.line((line) => line === 'starting');
  const start = performance.now();
  await migrating.line((line) => line === 'migrated');
  const duration = performance.now() - start;
  await migrating.ended();
  return duration;
};

describeOnEachDatabase('migrate-kill', (open) => {
  test(`${KILLS} kills inside an upgrade: the database is as before or after, never between`, async () => {
    const { kind, close } = await open();
    await close();
    const migrationsFolder = await longUpgrade();
    const freshUrl = kind === 'sqlite' ? freshSqliteUrl : freshPostgresqlUrl;
    const duration = await durationOf(await freshUrl(), migrationsFolder);
    const found: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const url = await freshUrl();
      const migrating = startProgram(program, [url, migrationsFolder]);
      await migrating.line((line) => line === 'starting');
      await pause((duration * kill) / KILLS);
      await migrating.kill();
      found.push(await stepsIn({ url, migrationsFolder }));
    }
    expect(found.filter((n) => n !== 0 && n !== TABLES)).toEqual([]);
    expect(found).toContain(0);
  }, 120_000);
});
