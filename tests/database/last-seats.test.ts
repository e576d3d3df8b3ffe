import { expect, test } from 'vitest';
import type { Database } from '#database/database.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';

const SEATS = 10;
const CALLERS = 32;

const announce = (database: Database) =>
  database.models.tally.create({ data: { kind: 'seats', what: 'storytelling', day: '2026-03-03', count: 0 } });

const where = { kind: 'seats', what: 'storytelling', day: '2026-03-03', count: { lt: SEATS } };

const takeThroughModels = (database: Database, caller: number): Promise<boolean> =>
  database.transaction(async (tx) => {
    const { count } = await tx.tally.updateMany({ where, data: { count: { increment: 1 } } });
    if (count === 0) return false;
    await tx.setting.create({ data: { key: `seat:${caller}`, valueJson: '{}', updatedAt: 'x' } });
    return true;
  });

const takeThroughSql = (database: Database, caller: number): Promise<boolean> =>
  database.sql.transaction(async (sql) => {
    const { changes } = await sql.run(`UPDATE "Tally" SET "count" = "count" + 1 WHERE "kind" = 'seats' AND "count" < ?`, [SEATS]);
    if (changes === 0) return false;
    await sql.run('INSERT INTO "Setting" ("key", "valueJson", "updatedAt") VALUES (?, ?, ?)', [`seat:${caller}`, '{}', 'x']);
    return true;
  });

describeOnEachDatabase('the last seats', (open) => {
  test.for([
    ['through models', takeThroughModels],
    ['through raw SQL', takeThroughSql],
    [
      'through both doors',
      (database: Database, caller: number) => (caller % 2 === 0 ? takeThroughModels : takeThroughSql)(database, caller),
    ],
  ] as const)('32 callers for 10 seats %s: exactly 10 get one', async ([, take]) => {
    const database = await open();
    await announce(database);
    const answers = await Promise.all(Array.from({ length: CALLERS }, (_, caller) => take(database, caller)));
    expect(answers.filter(Boolean)).toHaveLength(SEATS);
    expect(await database.models.setting.count()).toBe(SEATS);
    expect(await database.models.tally.findFirst()).toMatchObject({ count: SEATS });
  });
});
