import { expect, test } from 'vitest';
import type { Database } from '#database/database.ts';
import { once } from '#database/outcomes.ts';
import { Temporal } from '#shared/day.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';

const now = Temporal.Instant.from('2026-03-03T02:00:00Z');
const renewal = (key: string) => ({ key, operation: 'loan.renew', now });

const addTally = (database: Database, key: string): Promise<{ count: number }> =>
  once(database, renewal(key), async (tx) => {
    const where = { kind_what_day: { kind: 'k', what: 'w', day: '2026-03-03' } };
    const row = await tx.tally.upsert({ where, create: { ...where.kind_what_day, count: 1 }, update: { count: { increment: 1 } } });
    return { count: row.count };
  });

describeOnEachDatabase('the stored outcome of an operation', (open) => {
  test('a repeated key gets the first answer and does nothing', async () => {
    const database = await open();
    const first = await addTally(database, 'a');
    const second = await addTally(database, 'a');
    expect([first, second]).toEqual([{ count: 1 }, { count: 1 }]);
    expect(await database.models.tally.findMany()).toMatchObject([{ count: 1 }]);
  });

  test('another key does the work again', async () => {
    const database = await open();
    await addTally(database, 'a');
    expect(await addTally(database, 'b')).toEqual({ count: 2 });
  });

  test('twenty doubles at once have one effect and one answer', async () => {
    const database = await open();
    const answers = await Promise.all(Array.from({ length: 20 }, () => addTally(database, 'a')));
    expect(answers).toEqual(Array.from({ length: 20 }, () => ({ count: 1 })));
    expect(await database.models.tally.findMany()).toMatchObject([{ count: 1 }]);
  });

  test('a fault undoes the work and frees the key', async () => {
    const database = await open();
    const failing = once(database, renewal('a'), async (tx) => {
      await tx.setting.create({ data: { key: 'half', valueJson: '{}', updatedAt: 'x' } });
      throw new Error('the machine broke');
    });
    await expect(failing).rejects.toThrow('the machine broke');
    expect(await database.models.setting.count()).toBe(0);
    expect(await addTally(database, 'a')).toEqual({ count: 1 });
  });

  test('a double that waits for a failing first does the work itself', async () => {
    const database = await open();
    const failing = once(database, renewal('a'), async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error('the machine broke');
    });
    const [first, second] = await Promise.allSettled([failing, addTally(database, 'a')]);
    expect(first.status).toBe('rejected');
    expect(second).toMatchObject({ status: 'fulfilled', value: { count: 1 } });
  });

  test('a key of another operation is our own mistake, not an answer', async () => {
    const database = await open();
    await addTally(database, 'a');
    const other = once(database, { key: 'a', operation: 'hold.place', now }, async () => 'done');
    await expect(other).rejects.toThrow('belongs to loan.renew');
  });

  test('the first caller receives what later ones will', async () => {
    const database = await open();
    const moment = once(database, renewal('a'), async () => ({ at: now, nothing: undefined }));
    expect(await moment).toEqual({ at: '2026-03-03T02:00:00Z' });
  });
});
