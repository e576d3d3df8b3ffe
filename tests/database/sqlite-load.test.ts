import { expect, test } from 'vitest';
import { sqlitePath } from '#database/database.ts';
import { openDatabase } from '#database/database.ts';
import { describeOnSqlite, freshSqliteUrl } from '#tests/support/databases.ts';
import { startProgram } from '#tests/support/programs.ts';

const insert = 'INSERT INTO "Setting" ("key", "valueJson", "updatedAt") VALUES (?, ?, ?)';
// About a second of work for SQLite, without any table.
const report = 'WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT sum(i) AS total FROM n';

describeOnSqlite('beside a long report', (open) => {
  test('writes and small reads are answered while it still runs', async () => {
    const database = await open();
    const order: string[] = [];
    const reporting = database.sql.all(report).then((rows) => {
      order.push('report');
      return rows;
    });
    for (let i = 0; i < 10; i += 1) {
      await database.models.setting.create({ data: { key: `${i}`, valueJson: '{}', updatedAt: 'x' } });
      await database.sql.all('SELECT count(*) AS n FROM "Setting"');
    }
    order.push('ten writes, ten reads');
    expect(await reporting).toEqual([{ total: 4500001500000 }]);
    expect(order).toEqual(['ten writes, ten reads', 'report']);
  });
});

test('db-locked: while another process holds the lock, reads go on and writes wait; none is lost', async () => {
  const url = await freshSqliteUrl();
  const database = await openDatabase({ url });
  const holder = startProgram(import.meta.resolve('./programs/hold-database.ts'), [sqlitePath(url), '3000']);
  await holder.line((line) => line === 'held');
  const order: string[] = [];
  const writes = Promise.all([
    database.sql.run(insert, ['raw', '{}', 'x']),
    database.models.setting.create({ data: { key: 'model', valueJson: '{}', updatedAt: 'x' } }),
    database.transaction(async (tx) => tx.setting.create({ data: { key: 'transaction', valueJson: '{}', updatedAt: 'x' } })),
  ]).then(() => order.push('writes'));
  for (let i = 0; i < 100; i += 1) await database.models.setting.findMany();
  order.push('a hundred reads');
  await holder.line((line) => line === 'free').then(() => order.push('free'));
  await writes;
  expect(order).toEqual(['a hundred reads', 'free', 'writes']);
  expect(await database.models.setting.count()).toBe(3);
  await database.close();
});
