import { randomUUID } from 'node:crypto';
import { Bug } from '#shared/faults.ts';
import { type AppliedMigration, type Migration, MIGRATIONS_TABLE, pendingOf } from '../migrations.ts';
import type { SqliteConnection } from './connection.ts';
import { whileBusy } from './engine.ts';

const createTable = `CREATE TABLE IF NOT EXISTS "${MIGRATIONS_TABLE}" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;
const insertApplied = `INSERT INTO "${MIGRATIONS_TABLE}"
  ("id", "checksum", "finished_at", "migration_name", "applied_steps_count")
  VALUES (?, ?, current_timestamp, ?, 1)`;

const appliedOn = async (writer: SqliteConnection): Promise<AppliedMigration[]> => {
  const exists = await writer.all('SELECT 1 AS found FROM sqlite_master WHERE type = ? AND name = ?', ['table', MIGRATIONS_TABLE]);
  if (exists.length === 0) return [];
  const rows = await writer.all(`SELECT migration_name, checksum FROM "${MIGRATIONS_TABLE}" ORDER BY migration_name`);
  return rows.map((row) => ({ migration_name: String(row['migration_name']), checksum: String(row['checksum']) }));
};

// Virtual tables and their shadows are derived: their counts may change when an index is built anew.
const tableCounts = async (writer: SqliteConnection): Promise<ReadonlyMap<string, number>> => {
  const tables = await writer.all(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
  );
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const [row] = await writer.all(`SELECT count(*) AS n FROM "${String(name).replaceAll('"', '""')}"`);
    counts.set(String(name), Number(row?.['n']));
  }
  return counts;
};

// foreign_key_check stays clean when a cascade has deleted the children; only counting shows the loss.
const verify = async (writer: SqliteConnection, before: ReadonlyMap<string, number>): Promise<void> => {
  const violations = await writer.all('PRAGMA foreign_key_check');
  if (violations.length > 0) throw new Bug(`a migration breaks foreign keys: ${JSON.stringify(violations.slice(0, 3))}`);
  const after = await tableCounts(writer);
  for (const [name, count] of before) {
    const now = after.get(name);
    if (now !== undefined && now < count) throw new Bug(`a migration loses rows of ${name}: ${count} before, ${now} after`);
  }
};

const applyAll = async (writer: SqliteConnection, all: readonly Migration[]): Promise<string[]> => {
  // Read again under the lock: another process may have been faster.
  const pending = pendingOf(all, await appliedOn(writer));
  const before = await tableCounts(writer);
  await writer.run(createTable);
  for (const { name, sql, checksum } of pending) {
    await writer.script(sql);
    await writer.run(insertApplied, [randomUUID(), checksum, name]);
  }
  await verify(writer, before);
  return pending.map((migration) => migration.name);
};

const inOneTransaction = async <T>(writer: SqliteConnection, work: () => Promise<T>): Promise<T> => {
  await whileBusy(() => writer.run('BEGIN IMMEDIATE'));
  try {
    const outcome = await work();
    await writer.run('COMMIT');
    return outcome;
  } catch (error) {
    await writer.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
};

/** Brings the database up to date in one transaction: afterwards it is as before or as the program wants it. */
export const migrateSqlite = async (writer: SqliteConnection, all: readonly Migration[]): Promise<string[]> => {
  if (pendingOf(all, await whileBusy(() => appliedOn(writer))).length === 0) return [];
  // Before BEGIN, inside a transaction it is ignored: with foreign keys on, the rebuilding of a parent table deletes
  // all its children.
  await writer.run('PRAGMA foreign_keys=OFF');
  try {
    return await inOneTransaction(writer, () => applyAll(writer, all));
  } finally {
    await writer.run('PRAGMA foreign_keys=ON');
  }
};
