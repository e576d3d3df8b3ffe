import fc from 'fast-check';
import process from 'node:process';
import { expect, it } from 'vitest';
import type { Database } from '#database/database.ts';
import { Temporal } from '#shared/day.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import { type Answer, callOf, clockAfter, historicLibrary, runJobs } from './histories/acting.ts';
import { aim } from './histories/aiming.ts';
import { event, type Event, terms, type Terms } from './histories/events.ts';
import { readLibrary } from './histories/rows.ts';
import { createReferenceLibrary, stateOfRows } from './reference-model/model.ts';
import type { Expected } from './reference-model/readers.ts';
import type { SmallLibrary } from './small-library.ts';

// The same history in our library and in one kept on paper: both say the same, and stand the same after every event.
// HISTORIES=500 plays more of them than usual.

const histories = Number(process.env['HISTORIES'] ?? 12);

/** Nothing happens twice in one minute, so that everybody knows who came first. */
const nextMinute = (local: string): string => Temporal.PlainDateTime.from(local).add({ minutes: 1 }).toString().slice(0, 16);

const answerTo = async (library: SmallLibrary, what: Event, key: string): Promise<Answer | null> => {
  const call = await callOf(library, what);
  if (call !== null) return call(key);
  await runJobs(library);
  return null;
};

const expectAnswer = (answer: Answer | null, expected: Expected | null): void => {
  if (expected === null) expect(answer).toBeNull();
  else if ('refused' in expected) expect(answer).toMatchObject({ ok: false, refusal: { reason: expected.refused } });
  else expect(answer).toMatchObject({ ok: true, value: expected.value });
};

const compare = async (database: Database, events: readonly Event[], under: Terms): Promise<void> => {
  let local = '2026-06-09T09:00';
  const library = await historicLibrary(database, under);
  const reference = createReferenceLibrary(under, local);
  for (const [index, each] of events.entries()) {
    local = clockAfter(nextMinute(local), each);
    library.clock.set(local);
    const aimed = aim(await readLibrary(database), each);
    const answer = await answerTo(library, aimed, `act-${index}`);
    expectAnswer(answer, reference.happen(aimed, local));
    expect(stateOfRows(await readLibrary(database))).toEqual(reference.state());
  }
};

describeOnEachDatabase('any history', (open) => {
  it(
    'goes in our library as in one kept on paper',
    async () => {
      const database = await open();
      await fc.assert(
        fc.asyncProperty(fc.array(event, { minLength: 15, maxLength: 45 }), terms, (events, under) => compare(database, events, under)),
        { numRuns: histories, interruptAfterTimeLimit: histories * 4_000 },
      );
    },
    60_000 + histories * 5_000,
  );
});
