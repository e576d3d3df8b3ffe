import fc from 'fast-check';
import process from 'node:process';
import { expect, it } from 'vitest';
import type { Database } from '#database/database.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import { type Answer, type Call, callOf, clockAfter, historicLibrary, runJobs } from './histories/acting.ts';
import { aim } from './histories/aiming.ts';
import { event, type Event, terms, type Terms } from './histories/events.ts';
import { expectFairStep, expectOrder } from './histories/invariants.ts';
import { type LibraryRows, readLibrary, readTraces } from './histories/rows.ts';
import type { SmallLibrary } from './small-library.ts';

// Whatever happens in whatever order: the books and the queues stay in order. HISTORIES=500 plays more of them than usual.

const histories = Number(process.env['HISTORIES'] ?? 12);

interface Done {
  readonly call: Call;
  readonly key: string;
  readonly answer: Answer;
}

/** One event on one clock; answers what was done under which key. */
const happen = async (library: SmallLibrary, what: Event, { local, key }: { local: string; key: string }): Promise<Done | null> => {
  library.clock.set(local);
  const call = await callOf(library, what);
  if (call !== null) return { call, key, answer: await call(key) };
  await runJobs(library);
  return null;
};

const expectNothingByTimeAgain = async (library: SmallLibrary, rows: LibraryRows): Promise<void> => {
  await runJobs(library);
  expect(await readLibrary(library.database)).toEqual(rows);
};

/** Every act once more, at the very end, whatever has happened since: the same answers, and nothing is touched. */
const expectOneEffectPerKey = async ({ database }: SmallLibrary, done: readonly Done[]): Promise<void> => {
  const before = [await readLibrary(database), await readTraces(database)];
  for (const { call, key, answer } of done) expect(await call(key)).toEqual(answer);
  expect([await readLibrary(database), await readTraces(database)]).toEqual(before);
};

const play = async (database: Database, events: readonly Event[], under: Terms): Promise<void> => {
  const library = await historicLibrary(database, under);
  const done: Done[] = [];
  let local = '2026-06-09T09:00';
  let rows = await readLibrary(database);
  for (const [index, each] of events.entries()) {
    local = clockAfter(local, each);
    const act = await happen(library, aim(rows, each), { local, key: `act-${index}` });
    if (act !== null) done.push(act);
    const now = await readLibrary(database);
    expectOrder(now);
    expectFairStep(each.act, rows, now);
    if (act === null) await expectNothingByTimeAgain(library, now);
    else if (!act.answer.ok) expect(now).toEqual(rows);
    rows = now;
  }
  await expectOneEffectPerKey(library, done);
};

describeOnEachDatabase('any history of a library', (open) => {
  it(
    'leaves each copy in one hand, each queue in order, no hold lost, no date earlier, and one effect for each key',
    async () => {
      const database = await open();
      await fc.assert(
        fc.asyncProperty(fc.array(event, { minLength: 15, maxLength: 45 }), terms, (events, under) => play(database, events, under)),
        { numRuns: histories, interruptAfterTimeLimit: histories * 4_000 },
      );
    },
    60_000 + histories * 5_000,
  );
});
