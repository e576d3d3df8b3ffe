import { resolve } from 'node:path';
import { Misconfigured } from '#shared/faults.ts';
import type { Prisma, PrismaClient } from './generated/sqlite/client.ts';
import { lazyModels } from './lazy-models.ts';
import { readMigrations } from './migrations.ts';
import { retried, TRANSACTION_LIMIT_MS, TRANSACTION_MAX_WAIT_MS } from './retry.ts';
import type { Sql } from './sql.ts';
import { SqliteEngine } from './sqlite/engine.ts';
import { migrateSqlite } from './sqlite/migrate.ts';
import { rawDoorOn as rawDoorOnEngine } from './sqlite/raw-door.ts';

export type { PrismaClient } from './generated/sqlite/client.ts';
export type { Sql, SqlTransaction, SqlValue } from './sql.ts';

/** The models inside a transaction. Never use the outer client or the network while one is open. */
export type Transaction = Prisma.TransactionClient;

export interface Database {
  readonly kind: 'sqlite' | 'postgresql';
  /** The models; the type is that of the SQLite client, which is the narrower one. */
  readonly models: PrismaClient;
  /** The raw door, for the hot paths: `?` placeholders on both databases. */
  readonly sql: Sql;
  /**
   * One transaction through the models. It may run `work` again after a conflict, and ends it after two seconds. Write
   * first, conditionally, and count: what was only read may be outdated on PostgreSQL.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Waits for what is under way; closing twice is the same as once. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `file:/path/library.db` or `postgresql://user:password@host:5432/database` */
  readonly url: string;
  /** The folder with `sqlite/` and `postgresql/`; by default the program's own. */
  readonly migrationsFolder?: string;
}

const transactionOn = (models: PrismaClient): Database['transaction'] => {
  const options = { timeout: TRANSACTION_LIMIT_MS, maxWait: TRANSACTION_MAX_WAIT_MS };
  return (work) => retried(() => models.$transaction(work, options));
};

const onlyOnce = (work: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
};

const openSqlite = async ({ url, migrationsFolder }: DatabaseOptions): Promise<Database> => {
  const migrations = await readMigrations('sqlite', migrationsFolder);
  const engine = await SqliteEngine.open(sqlitePath(url), async (writer) => void (await migrateSqlite(writer, migrations)));
  const { models, disconnect } = lazyModels(async () => {
    const [{ PrismaClient }, { prismaAdapterOn }] = await Promise.all([
      import('./generated/sqlite/client.ts'),
      import('./sqlite/adapter.ts'),
    ]);
    return new PrismaClient({ adapter: prismaAdapterOn(engine) });
  });
  return {
    kind: 'sqlite',
    models,
    sql: rawDoorOnEngine(engine),
    transaction: transactionOn(models),
    close: onlyOnce(async () => {
      await disconnect();
      await engine.close();
    }),
  };
};

const openPostgresql = async ({ url, migrationsFolder }: DatabaseOptions): Promise<Database> => {
  const [{ openPool }, { migratePostgresql }, { rawDoorOn: rawDoorOnPool }, migrations] = await Promise.all([
    import('./postgresql/pool.ts'),
    import('./postgresql/migrate.ts'),
    import('./postgresql/raw-door.ts'),
    readMigrations('postgresql', migrationsFolder),
  ]);
  const pool = openPool(url);
  await migratePostgresql(pool, migrations).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const { models, disconnect } = lazyModels(async () => {
    const [client, { PrismaPg }, { asSharedModels }] = await Promise.all([
      import('./generated/postgresql/client.ts'),
      import('@prisma/adapter-pg'),
      import('./postgresql/same-models.ts'),
    ]);
    return asSharedModels(new client.PrismaClient({ adapter: new PrismaPg(pool) }));
  });
  return {
    kind: 'postgresql',
    models,
    sql: rawDoorOnPool(pool),
    transaction: transactionOn(models),
    close: onlyOnce(async () => {
      await disconnect();
      await pool.end();
    }),
  };
};

/** The file that a `file:` address names. */
export const sqlitePath = (url: string): string => resolve(url.slice('file:'.length));

/** Opens the database and brings it up to date. Throws Misconfigured when the address or the migrations do not fit. */
export const openDatabase = (options: DatabaseOptions): Promise<Database> => {
  if (/^postgres(ql)?:\/\//.test(options.url)) return openPostgresql(options);
  if (/^file:[^:]/.test(options.url)) return openSqlite(options);
  throw new Misconfigured('DATABASE_URL', 'write file:/path/library.db or postgresql://user:password@host:5432/database');
};
