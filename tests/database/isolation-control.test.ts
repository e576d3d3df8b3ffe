// The faults our adapter was written against, shown on the stock adapter: should these checks ever pass there, they have
// stopped checking anything (or the stock adapter has been repaired, and ours may go).
import { beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type PrismaClient, sqlitePath } from '#database/database.ts';
import { freshSqliteUrl } from '#tests/support/databases.ts';
import { deferred } from '#tests/support/deferred.ts';
import { buildNative } from '#tests/support/native.ts';

interface Subject {
  readonly models: PrismaClient;
  close(): Promise<void>;
}

const ours = async (url: string): Promise<Subject> => openDatabase({ url });

const stock = async (url: string): Promise<Subject> => {
  const [{ PrismaClient }, { PrismaBetterSqlite3 }] = await Promise.all([
    import('#database/generated/sqlite/client.ts'),
    import('@prisma/adapter-better-sqlite3'),
  ]);
  const models = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: `file:${sqlitePath(url)}` }) });
  return { models, close: () => models.$disconnect() };
};

const setting = (key: string) => ({ data: { key, valueJson: '{}', updatedAt: 'x' } });

/** What a fresh look at the file finds: not what the subject believes. */
const keysOnDisk = async (url: string): Promise<string[]> => {
  const database = await openDatabase({ url });
  const rows = await database.models.setting.findMany({ orderBy: { key: 'asc' } });
  await database.close();
  return rows.map((row) => row.key);
};

/** A plain write is acknowledged while a transaction is open, which then rolls back. */
const leak = async (open: (url: string) => Promise<Subject>): Promise<string[]> => {
  const url = await freshSqliteUrl();
  const { models, close } = await open(url);
  const [started, fail] = [deferred<void>(), deferred<void>()];
  const transaction = models.$transaction(async (tx) => {
    await tx.setting.create(setting('rolled back'));
    started.resolve();
    await fail.promise;
  });
  await started.promise;
  // Prisma's promises are lazy: only `then` sends the query.
  const plain = models.setting.create(setting('acknowledged')).then(() => undefined);
  // Time for a plain write that does not wait for its turn to slip into the open transaction.
  await new Promise((resolve) => setTimeout(resolve, 100));
  fail.reject(new Error('changed my mind'));
  await transaction.catch(() => undefined);
  await plain;
  await close();
  return keysOnDisk(url);
};

const orphan = (models: PrismaClient): Promise<unknown> =>
  models.$transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO child VALUES ('nobody')`;
  });

/** A COMMIT fails by a deferred foreign key; then another transaction and a plain write follow. */
const failedCommit = async (open: (url: string) => Promise<Subject>) => {
  const url = await freshSqliteUrl();
  const preparing = await openDatabase({ url });
  await preparing.sql.script('CREATE TABLE child (parent TEXT REFERENCES "Setting"("key") DEFERRABLE INITIALLY DEFERRED)');
  await preparing.close();
  const { models, close } = await open(url);
  const first = await orphan(models).then(
    () => 'committed',
    () => 'refused',
  );
  const next = await models
    .$transaction(async (tx) => tx.setting.create(setting('next')))
    .then(
      () => 'committed',
      () => 'refused',
    );
  await models.setting.create(setting('plain'));
  await close();
  return { first, next, onDisk: await keysOnDisk(url) };
};

beforeAll(() => buildNative('better-sqlite3'), 600_000);

describe('isolation-control: the leak', () => {
  test('on our adapter the acknowledged write is on disk', async () => {
    expect(await leak(ours)).toEqual(['acknowledged']);
  });
  test('on the stock adapter it is lost: the check can fail', async () => {
    expect(await leak(stock)).toEqual([]);
  });
});

describe('isolation-control: the failed COMMIT', () => {
  test('on our adapter the next transaction works and all is on disk', async () => {
    expect(await failedCommit(ours)).toEqual({ first: 'refused', next: 'committed', onDisk: ['next', 'plain'] });
  });
  test('on the stock adapter nothing works or lasts after it: the check can fail', async () => {
    expect(await failedCommit(stock)).toEqual({ first: 'refused', next: 'refused', onDisk: [] });
  });
});
