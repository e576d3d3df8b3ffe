import { afterEach, expect, test } from 'vitest';
import type { Database } from '#database/database.ts';
import { createLeases, type Leases } from '#database/leases.ts';
import { Temporal } from '#shared/day.ts';
import { describeOnEachDatabase, describeOnPostgresql } from '#tests/support/databases.ts';

interface Candidate {
  readonly leases: Leases;
  readonly said: string[];
}

const candidates: Candidate[] = [];
afterEach(async () => {
  for (const { leases } of candidates.splice(0)) await leases.stop();
});

const enter = async (database: Database, owner: string): Promise<Candidate> => {
  const said: string[] = [];
  const onDeath = async () => void said.push('found one dead');
  const leases = createLeases({
    database,
    now: () => Temporal.Now.instant(),
    owner,
    onFault: (what) => void said.push(`${what} failed`),
    onDeath,
  });
  const candidate = { leases, said };
  candidates.push(candidate);
  await leases.start();
  await leases.hold('listen:x', { begin: async () => void said.push('begins'), end: async () => void said.push('ends') });
  return candidate;
};

describeOnEachDatabase('a role that one process has at a time', (open) => {
  test('begins in the first process at once, and ends when it stops', async () => {
    const one = await enter(await open(), 'one');
    await expect.poll(() => one.said).toEqual(['begins']);
    expect(one.leases.holds('listen:x') && one.leases.isAlive()).toBe(true);
    await one.leases.stop();
    expect(one.said).toEqual(['begins', 'ends']);
  });
});

describeOnPostgresql('a role between several processes', (open) => {
  test('passes to the next process, which waits for it', async () => {
    const database = await open();
    const one = await enter(database, 'one');
    const two = await enter(database, 'two');
    expect(two.said).toEqual([]);
    await one.leases.stop();
    await expect.poll(() => two.said, { timeout: 4000 }).toEqual(['begins']);
    expect(await database.sql.all(`SELECT "fence" FROM "Lease" WHERE "name" = 'listen:x'`)).toEqual([{ fence: 1 }]);
  });

  test('is taken from a process that stopped renewing, which counts as dead', async () => {
    const database = await open();
    const two = await enter(database, 'two');
    await two.leases.stop();
    await database.sql.run(
      `INSERT INTO "Lease" ("name", "owner", "fence", "until") VALUES ('listen:x', 'frozen', 7, ?), ('process:frozen', 'frozen', 1, ?)`,
      ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
    );
    const three = await enter(database, 'three');
    await expect.poll(() => three.said.toSorted(), { timeout: 4000 }).toEqual(['begins', 'found one dead']);
    expect(await database.sql.all(`SELECT "fence", "owner" FROM "Lease" WHERE "name" = 'listen:x'`)).toEqual([
      { fence: 8, owner: 'three' },
    ]);
  });
});
