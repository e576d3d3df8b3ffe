import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Database } from '#database/database.ts';
import { describeOnEachDatabase, describeOnSqlite } from '#tests/support/databases.ts';

const day = '2026-03-03';
const add = 'UPDATE "Tally" SET "count" = "count" + 1 WHERE "kind" = ?';

const withTwoRows = async (database: Database): Promise<Database> => {
  await database.models.tally.createMany({
    data: [
      { kind: 'one', what: 'w', day },
      { kind: 'two', what: 'w', day },
    ],
  });
  return database;
};

const addThroughSql = (database: Database, kinds: readonly string[]): Promise<void> =>
  database.sql.transaction(async (sql) => {
    for (const kind of kinds) {
      await sql.run(add, [kind]);
      await pause(50);
    }
  });

const addThroughModels = (database: Database, kinds: readonly string[]): Promise<void> =>
  database.transaction(async (tx) => {
    for (const kind of kinds) {
      await tx.tally.updateMany({ where: { kind }, data: { count: { increment: 1 } } });
      await pause(50);
    }
  });

describeOnEachDatabase('two transactions that stand in each other’s way', (open) => {
  test.for([
    ['raw SQL', addThroughSql],
    ['models', addThroughModels],
  ] as const)('through %s both get done, one after the other', async ([, addThrough]) => {
    const database = await withTwoRows(await open());
    await Promise.all([addThrough(database, ['one', 'two']), addThrough(database, ['two', 'one'])]);
    expect((await database.models.tally.findMany()).map((row) => row.count)).toEqual([2, 2]);
  });
});

describeOnEachDatabase('a raw transaction', (open) => {
  test('is undone by a fault, and the fault arrives', async () => {
    const database = await withTwoRows(await open());
    const failing = database.sql.transaction(async (sql) => {
      await sql.run(add, ['one']);
      throw new Error('the machine broke');
    });
    await expect(failing).rejects.toThrow('the machine broke');
    expect(await database.sql.all('SELECT sum("count") AS n FROM "Tally"')).toEqual([{ n: 0 }]);
  });

  test('reads what it has written itself', async () => {
    const database = await withTwoRows(await open());
    const rows = await database.sql.transaction(async (sql) => {
      await sql.run(add, ['one']);
      return sql.all('SELECT "count" FROM "Tally" WHERE "kind" = ?', ['one']);
    });
    expect(rows).toEqual([{ count: 1 }]);
  });
});

describeOnSqlite('the cache of statements', (open) => {
  test('lets the oldest go, and the file still closes', async () => {
    const database = await withTwoRows(await open());
    for (let i = 0; i < 450; i += 1) await database.sql.all(`SELECT ${i} AS n FROM "Tally"`);
    expect(await database.sql.all('SELECT 0 AS n FROM "Tally" LIMIT 1')).toEqual([{ n: 0 }]);
    await expect(database.close()).resolves.toBeUndefined();
  });
});
