import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type AppliedMigration, type Migration, MIGRATIONS_TABLE, pendingOf } from '../migrations.ts';

// Any fixed number: two programs that start at once upgrade one after the other.
const ADVISORY_LOCK = 7_202_601;

const createTable = `CREATE TABLE IF NOT EXISTS "${MIGRATIONS_TABLE}" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;
const insertApplied = `INSERT INTO "${MIGRATIONS_TABLE}"
  ("id", "checksum", "finished_at", "migration_name", "applied_steps_count") VALUES ($1, $2, now(), $3, 1)`;

const applyAll = async (client: pg.PoolClient, all: readonly Migration[]): Promise<string[]> => {
  await client.query(`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`);
  await client.query(createTable);
  const applied = await client.query<AppliedMigration>(`SELECT migration_name, checksum FROM "${MIGRATIONS_TABLE}"`);
  const pending = pendingOf(all, applied.rows);
  for (const { name, sql, checksum } of pending) {
    // The whole file at once: splitting at semicolons would cut functions in two.
    await client.query(sql);
    await client.query(insertApplied, [randomUUID(), checksum, name]);
  }
  return pending.map((migration) => migration.name);
};

/** Brings the database up to date in one transaction: afterwards it is as before or as the program wants it. */
export const migratePostgresql = async (pool: pg.Pool, all: readonly Migration[]): Promise<string[]> => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const names = await applyAll(client, all);
    await client.query('COMMIT');
    return names;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
};
