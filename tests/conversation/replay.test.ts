import { afterAll, describe, expect, it } from 'vitest';
import { wholeProgram } from '#adapters/chat/rehearsal/program.ts';
import { openRehearsedWorld } from '#adapters/chat/rehearsal/rehearsed-world.ts';
import { createWorldStore } from '#adapters/chat/rehearsal/world-store.ts';
import { readWorld } from '#adapters/chat/rehearsal/world/read-world.ts';
import type { Database } from '#database/database.ts';
import { createRecordingLog } from '#tests/support/recording-log.ts';

const store = createWorldStore();
afterAll(() => store.remove());

const world = readWorld({
  clock: '2026-03-03T09:00:00+07:00',
  patrons: [{ id: 'P1', name: 'Siti', card: 'A-0001', linked: ['private:siti'] }],
  items: [{ id: 'LP', title: 'Laskar Pelangi', copies: 2 }],
});

/** A database on which, from a moment on, no turn can be ended: what was done before is done. */
const breakable = (database: Database, broken: () => boolean): Database => ({
  ...database,
  sql: {
    ...database.sql,
    transaction: (work) =>
      database.sql.transaction(async (sql) => {
        const all: typeof sql.all = (statement, ...values) => {
          if (broken() && statement.includes('INSERT INTO "ConversationState"')) throw new Error('the disk is gone');
          return sql.all(statement, ...values);
        };
        return work({ ...sql, all });
      }),
  },
});

describe('a turn that was cut off after its deed', () => {
  it('is answered at the next start with the words of the first time, and does nothing again', async () => {
    if (!world.ok) throw new Error(world.error);
    const log = createRecordingLog();
    const program = wholeProgram(log);
    let broken = false;
    let startAgain = async (): Promise<void> => {};
    const rehearsed = await openRehearsedWorld(
      store,
      {
        ...program,
        createApp: async (ports, its) => {
          startAgain = async () => {
            const next = await program.createApp(ports, its);
            await next.start();
            await next.settled();
          };
          return program.createApp({ ...ports, database: breakable(ports.database, () => broken) }, its);
        },
      },
      world.world,
    );
    const say = (id: string, text: string) => rehearsed.send({ id, chat: 'private:siti', from: 'siti', text });
    await say('1', 'pesan laskar pelangi');
    broken = true;
    expect((await say('2', 'ya')).out).toEqual([]);
    expect((await rehearsed.snapshot()).holds).toHaveLength(1);
    expect(log.entries.map(({ event }) => event)).toContain('turn-not-ended');

    await startAgain();
    const [answer, ...more] = await rehearsed.runJob('survey_nudge');
    expect(answer?.text).toContain('Laskar Pelangi sudah dipesan.');
    expect(more).toEqual([]);
    expect((await rehearsed.snapshot()).holds).toHaveLength(1);
    await rehearsed.close();
  });
});
