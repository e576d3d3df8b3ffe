import { expect, test } from 'vitest';
import { isUniqueViolation } from '#database/retry.ts';
import { describeOnEachDatabase, describeOnSqlite } from '#tests/support/databases.ts';

const insert = 'INSERT INTO "Tally" ("kind", "what", "day", "count") VALUES (?, ?, ?, ?)';

describeOnEachDatabase('the two doors', (open) => {
  test('what one writes the other reads', async () => {
    const database = await open();
    await database.sql.run(insert, ['k', 'é 📚', 'd', 7]);
    expect(await database.models.tally.findMany()).toEqual([{ kind: 'k', what: 'é 📚', day: 'd', count: 7 }]);
    await database.models.tally.updateMany({ data: { count: 8 } });
    expect(await database.sql.all('SELECT "count" FROM "Tally"')).toEqual([{ count: 8 }]);
  });

  test('counts and sums are numbers, truth values 1 and 0, nothing is null', async () => {
    const database = await open();
    await database.models.preference.create({ data: { id: 'p', notices: true, voice: false } });
    const [row] = await database.sql.all(
      `SELECT count(*) AS n, sum(3) AS three, (? = 'a') AS told, "notices", "voice", "language" FROM "Preference"
       GROUP BY "notices", "voice", "language"`,
      ['a'],
    );
    expect(row).toEqual({ n: 1, three: 3, told: 1, notices: 1, voice: 0, language: null });
  });

  test('changes counts what was changed, with and without RETURNING', async () => {
    const database = await open();
    expect(await database.sql.run(insert, ['a', 'w', 'd', 1])).toEqual({ changes: 1 });
    await database.sql.run(insert, ['b', 'w', 'd', 1]);
    expect(await database.sql.run('UPDATE "Tally" SET "count" = 2')).toEqual({ changes: 2 });
    expect(await database.sql.run('UPDATE "Tally" SET "count" = 2 WHERE "kind" = ?', ['none'])).toEqual({ changes: 0 });
    expect(await database.sql.run('UPDATE "Tally" SET "count" = 3 RETURNING "kind"')).toEqual({ changes: 2 });
    expect(await database.sql.run('CREATE TABLE one (x INTEGER)')).toEqual({ changes: 0 });
    expect(await database.sql.all('DELETE FROM "Tally" WHERE "kind" = ? RETURNING "count"', ['a'])).toEqual([{ count: 3 }]);
    expect(await database.models.tally.count()).toBe(1);
  });

  test('INSERT … RETURNING through $executeRaw is done and counted', async () => {
    const database = await open();
    const n = await database.models
      .$executeRaw`INSERT INTO "Tally" ("kind", "what", "day") VALUES ('a', 'b', 'c'), ('d', 'e', 'f') RETURNING "kind"`;
    expect(n).toBe(2);
    expect(await database.models.tally.count()).toBe(2);
  });

  test('WITH may insert, and may only mention it', async () => {
    const database = await open();
    await database.sql.run(`WITH a AS (SELECT 'k' AS x) INSERT INTO "Tally" ("kind", "what", "day") SELECT x, x, x FROM a`);
    const rows = await database.sql.all(`WITH a AS (SELECT 'insert into' AS x) SELECT x FROM a`);
    expect(rows).toEqual([{ x: 'insert into' }]);
    expect(await database.models.tally.count()).toBe(1);
  });

  test('INSERT … ON CONFLICT DO NOTHING tells a replay by its count', async () => {
    const database = await open();
    const write = `${insert} ON CONFLICT DO NOTHING`;
    const counts = [await database.sql.run(write, ['a', 'b', 'c', 1]), await database.sql.run(write, ['a', 'b', 'c', 1])];
    expect(counts).toEqual([{ changes: 1 }, { changes: 0 }]);
  });

  test('a unique violation is known as such through both doors', async () => {
    const database = await open();
    const row = { kind: 'a', what: 'b', day: 'c' };
    await database.models.tally.create({ data: row });
    await expect(database.models.tally.create({ data: row })).rejects.toSatisfy(isUniqueViolation);
    await expect(database.sql.run(insert, ['a', 'b', 'c', 1])).rejects.toSatisfy(isUniqueViolation);
    await expect(database.sql.run('SELECT * FROM nowhere')).rejects.not.toSatisfy(isUniqueViolation);
  });

  test('errors of the models carry Prisma’s codes', async () => {
    const database = await open();
    const link = { id: 'l', accountId: 'none', patronId: 'none', linkedAt: 'x' };
    await expect(database.models.link.create({ data: link })).rejects.toMatchObject({ code: 'P2003' });
    await expect(database.models.branch.update({ where: { id: 'none' }, data: { name: 'x' } })).rejects.toMatchObject({ code: 'P2025' });
    await expect(database.models.$queryRaw`SELECT * FROM nowhere`).rejects.toMatchObject({ code: 'P2010' });
  });

  test('5000 rows go in with one call and come out by 5000 keys', async () => {
    const database = await open();
    const keys = Array.from({ length: 5000 }, (_, i) => `w${i}`);
    const { count } = await database.models.tally.createMany({ data: keys.map((what) => ({ kind: 'k', what, day: 'd' })) });
    expect(count).toBe(5000);
    expect(await database.models.tally.findMany({ where: { what: { in: keys } } })).toHaveLength(5000);
  });

  test('fractions, negative and large numbers come back as they went in', async () => {
    const database = await open();
    const [lat, lon, count] = [-2.976073, 104.775431, -2147483648];
    await database.models.vanStop.create({ data: { id: 's', name: 'Kambang Iwak', lat, lon } });
    await database.models.tally.create({ data: { kind: 'k', what: 'w', day: 'd', count } });
    expect(await database.models.vanStop.findFirst()).toMatchObject({ lat, lon, lending: true });
    expect(await database.models.tally.findFirst()).toMatchObject({ count });
  });
});

describeOnSqlite('what the driver would get wrong', (open) => {
  const types = `CREATE TABLE types (big BIGINT, text TEXT, bytes BLOB, moment DATETIME, truth BOOLEAN, json JSONB)`;

  test('a bigint is not bound as nothing, bytes and moments keep their value', async () => {
    const database = await open();
    await database.sql.script(types);
    const bytes = new Uint8Array([0, 255, 1]);
    const moment = new Date('2026-03-03T02:00:00.000Z');
    await database.models
      .$executeRaw`INSERT INTO types VALUES (${2n ** 40n}, ${(2n ** 60n).toString()}, ${bytes}, ${moment}, ${true}, ${'{"a":null}'})`;
    const [row] = await database.sql.all<Record<string, unknown>>('SELECT * FROM types');
    expect(row).toMatchObject({
      big: 2 ** 40,
      text: (2n ** 60n).toString(),
      moment: '2026-03-03T02:00:00.000+00:00',
      truth: 1,
      json: '{"a":null}',
    });
    expect(row?.['bytes']).toEqual(Buffer.from(bytes));
    const [model] = await database.models.$queryRaw<Record<string, unknown>[]>`SELECT bytes, text FROM types`;
    expect(model).toEqual({ bytes, text: (2n ** 60n).toString() });
  });

  test('a whole number that would be read rounded is refused loudly', async () => {
    const database = await open();
    await database.sql.script(`${types}; INSERT INTO types (big) VALUES (9007199254740993)`);
    await expect(database.sql.all('SELECT big FROM types')).rejects.toThrow();
    await expect(database.models.$queryRaw`SELECT big FROM types`).rejects.toThrow();
  });

  test('a JSON null is not a missing value', async () => {
    const database = await open();
    await database.sql.script(types);
    await database.sql.run('INSERT INTO types (json) VALUES (?), (?)', ['null', null]);
    expect(await database.sql.all('SELECT json, json IS NULL AS missing FROM types')).toEqual([
      { json: 'null', missing: 0 },
      { json: null, missing: 1 },
    ]);
  });

  test('a column whose first row is empty keeps the values after it', async () => {
    const database = await open();
    const rows = await database.models.$queryRaw`SELECT NULL AS x UNION ALL SELECT 'a' UNION ALL SELECT 2.5`;
    expect(rows).toEqual([{ x: null }, { x: 'a' }, { x: 2.5 }]);
  });

  test('erased words leave the file', async () => {
    const database = await open();
    const pragma = await database.sql.all('PRAGMA secure_delete');
    expect(pragma).toEqual([{ secure_delete: 1 }]);
    expect(await database.sql.all('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
    expect(await database.sql.all('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await database.sql.all('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
  });
});
