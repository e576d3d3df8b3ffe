import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Misconfigured } from '#shared/faults.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
}

export type DatabaseKind = 'sqlite' | 'postgresql';

// Prisma's own table, so that its tools can read what was applied.
export const MIGRATIONS_TABLE = '_prisma_migrations';

/** The `prisma/migrations` folder nearest above this file: the same from src and, copied along, from dist. */
const nearestMigrations = (): string => {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'prisma', 'migrations');
    if (existsSync(candidate)) return candidate;
  }
  throw new Misconfigured('prisma/migrations', 'the folder with the migrations is missing; install the program again');
};

/** All migrations for a database, in the order of their names. */
export const readMigrations = async (kind: DatabaseKind, folder = nearestMigrations()): Promise<Migration[]> => {
  const entries = await readdir(join(folder, kind), { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, kind, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
};

/** What is still to be applied. Refuses a database of a newer program and migrations edited after the fact. */
export const pendingOf = (all: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] => {
  const known = new Map(all.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum } of applied) {
    const migration = known.get(name);
    if (migration === undefined) {
      throw new Misconfigured(
        'DATABASE_URL',
        `the database is newer than this program (it has the migration ${name}); start the newer program, or restore the backup made before the upgrade`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new Misconfigured(
        'prisma/migrations',
        `the migration ${name} was edited after it had been applied; bring its file back as it was and put the change into a new migration`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return all.filter((migration) => !done.has(migration.name));
};
