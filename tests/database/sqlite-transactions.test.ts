import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Database, sqlitePath, type Transaction } from '#database/database.ts';
import { PrismaClient } from '#database/generated/sqlite/client.ts';
import { isUniqueViolation } from '#database/retry.ts';
import { prismaAdapterOn } from '#database/sqlite/adapter.ts';
import { SqliteEngine } from '#database/sqlite/engine.ts';
import { describeOnSqlite, freshSqliteUrl } from '#tests/support/databases.ts';
import { deferred } from '#tests/support/deferred.ts';

const setting = (key: string) => ({ data: { key, valueJson: '{}', updatedAt: 'x' } });
const keysOf = async (database: Database): Promise<string[]> =>
  (await database.models.setting.findMany({ orderBy: { key: 'asc' } })).map((row) => row.key);

/** A transaction that stays open until it is told to go on. */
const openTransaction = async (database: Database, work: (tx: Transaction) => Promise<void>, timeout = 5_000) => {
  const started = deferred<void>();
  const goOn = deferred<void>();
  const outcome = database.models.$transaction(
    async (tx) => {
      await work(tx);
      started.resolve();
      await goOn.promise;
    },
    { timeout },
  );
  outcome.catch(() => undefined);
  await started.promise;
  return { outcome, goOn: () => goOn.resolve(), fail: () => goOn.reject(new Error('changed my mind')) };
};

describeOnSqlite('a transaction', (open) => {
  test('a plain write beside it is kept when it rolls back', async () => {
    const database = await open();
    const transaction = await openTransaction(database, async (tx) => void (await tx.setting.create(setting('inside'))));
    // Prisma's promises are lazy: only `then` sends the query.
    const plain = database.models.setting.create(setting('beside')).then(() => undefined);
    const raw = database.sql.run('INSERT INTO "Setting" VALUES (?, ?, ?)', ['raw', '{}', 'x']);
    await pause(50); // time to slip into the open transaction, for a write that does not wait for its turn
    transaction.fail();
    await expect(transaction.outcome).rejects.toThrow('changed my mind');
    await Promise.all([plain, raw]);
    expect(await keysOf(database)).toEqual(['beside', 'raw']);
  });

  test('what it has written is not seen outside before it commits', async () => {
    const database = await open();
    const transaction = await openTransaction(database, async (tx) => void (await tx.setting.create(setting('inside'))));
    expect(await keysOf(database)).toEqual([]);
    expect(await database.sql.all('SELECT * FROM "Setting"')).toEqual([]);
    transaction.goOn();
    await transaction.outcome;
    expect(await keysOf(database)).toEqual(['inside']);
  });

  test('one that takes too long is rolled back and lets the next one in', async () => {
    const database = await open();
    const transaction = await openTransaction(database, async (tx) => void (await tx.setting.create(setting('slow'))), 100);
    await database.models.setting.create(setting('next'));
    transaction.goOn();
    await expect(transaction.outcome).rejects.toMatchObject({ code: 'P2028' });
    expect(await keysOf(database)).toEqual(['next']);
  });

  test('a raw one that takes too long is rolled back and its late statements are refused', async () => {
    const database = await open();
    const late = deferred<unknown>();
    const slow = database.sql.transaction(async (sql) => {
      await sql.run('INSERT INTO "Setting" VALUES (?, ?, ?)', ['slow', '{}', 'x']);
      await pause(2_300);
      await sql.run('INSERT INTO "Setting" VALUES (?, ?, ?)', ['late', '{}', 'x']).catch(late.resolve);
    });
    await expect(slow).rejects.toThrow('took longer');
    expect(await late.promise).toMatchObject({ message: expect.stringContaining('after the end') });
    await database.models.setting.create(setting('next'));
    expect(await keysOf(database)).toEqual(['next']);
  });

  test('one whose turn comes after its patience is discarded, and the lock goes on', async () => {
    const database = await open();
    const first = await openTransaction(database, async (tx) => void (await tx.setting.create(setting('first'))));
    const impatient = database.models.$transaction(async (tx) => tx.setting.create(setting('impatient')), { maxWait: 50 });
    await expect(impatient).rejects.toMatchObject({ code: 'P2028' });
    first.goOn();
    await first.outcome;
    await database.models.$transaction(async (tx) => tx.setting.create(setting('next')));
    expect(await keysOf(database)).toEqual(['first', 'next']);
  });

  test('queries at once inside it all count, and the file closes cleanly after', async () => {
    const database = await open();
    await database.transaction(async (tx) => {
      await Promise.all(Array.from({ length: 20 }, (_, i) => tx.setting.create(setting(`key ${i}`))));
    });
    expect(await database.models.setting.count()).toBe(20);
    await expect(database.close()).resolves.toBeUndefined();
    await expect(database.models.setting.count()).rejects.toThrow();
  });

  test('may go on after a unique violation it caught', async () => {
    const database = await open();
    await database.models.setting.create(setting('taken'));
    await database.transaction(async (tx) => {
      await expect(tx.setting.create(setting('taken'))).rejects.toSatisfy(isUniqueViolation);
      await tx.setting.create(setting('free'));
    });
    expect(await keysOf(database)).toEqual(['free', 'taken']);
  });

  test('a batch is undone as a whole when its last statement fails', async () => {
    // A list of promises wants a client that is there already; the program's own is loaded at its first use.
    const engine = await SqliteEngine.open(sqlitePath(await freshSqliteUrl()));
    const client = new PrismaClient({ adapter: prismaAdapterOn(engine) });
    const { setting: model } = client;
    const batch = client.$transaction([model.create(setting('one')), model.create(setting('two')), model.create(setting('one'))]);
    await expect(batch).rejects.toMatchObject({ code: 'P2002' });
    expect(await client.setting.count()).toBe(0);
    await client.$disconnect();
    await engine.close();
  });

  test('a nested write is undone with its parent', async () => {
    const database = await open();
    const copies = { create: [{ code: 'c1', branchId: 'nowhere', homeBranchId: 'nowhere', updatedAt: 'x' }] };
    const nested = database.models.title.create({ data: { id: 't', title: 'Laskar Pelangi', addedOn: '2026-03-03', copies } });
    await expect(nested).rejects.toMatchObject({ code: 'P2003' });
    expect(await database.models.title.count()).toBe(0);
  });

  test('a COMMIT that fails is cleaned up: the next one works', async () => {
    const database = await open();
    const orphan = database.models.$transaction(async (tx) => {
      await tx.$executeRaw`PRAGMA defer_foreign_keys=ON`;
      await tx.copy.create({ data: { code: 'c', titleId: 'none', branchId: 'none', homeBranchId: 'none', updatedAt: 'x' } });
    });
    await expect(orphan).rejects.toThrow('ForeignKeyConstraintViolation');
    await database.transaction(async (tx) => tx.setting.create(setting('after')));
    expect(await keysOf(database)).toEqual(['after']);
    expect(await database.models.copy.count()).toBe(0);
  });

  test('raw: a COMMIT that fails is cleaned up: the next one works', async () => {
    const database = await open();
    const orphan = database.sql.transaction(async (sql) => {
      await sql.run('PRAGMA defer_foreign_keys=ON');
      await sql.run(`INSERT INTO "Copy" ("code", "titleId", "branchId", "homeBranchId", "updatedAt") VALUES ('c', 'n', 'n', 'n', 'x')`);
    });
    await expect(orphan).rejects.toThrow(/FOREIGN KEY/);
    await database.sql.transaction((sql) => sql.run('INSERT INTO "Setting" VALUES (?, ?, ?)', ['after', '{}', 'x']));
    expect(await keysOf(database)).toEqual(['after']);
  });

  test('writes keep the order in which they were asked for', async () => {
    const database = await open();
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 10 }, async (_, i) => {
        await database.sql.run('INSERT INTO "Setting" VALUES (?, ?, ?)', [`${i}`, '{}', 'x']);
        order.push(i);
      }),
    );
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
