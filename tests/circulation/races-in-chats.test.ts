import { expect, it } from 'vitest';
import type { Database } from '#database/database.ts';
import { openDatabase } from '#database/database.ts';
import { describeOnPostgresql, describeOnSqlite, freshPostgresqlUrl } from '#tests/support/databases.ts';
import { type RunningProgram, startProgram } from '#tests/support/programs.ts';
import { type Heard, openCrowd, prepareCrowd, wanted } from './crowd.ts';
import { readersFrom } from './crowd-names.ts';
import { smallLibrary } from './small-library.ts';

const crowdSize = 200;

/** Each chat hears one answer: one that its book is being fetched, all others their place in the line, and each place once. */
const expectOneWinner = (heard: readonly Heard[]): void => {
  expect(heard.filter(({ texts }) => texts.length !== 1)).toEqual([]);
  const texts = heard.flatMap((one) => one.texts);
  expect(texts.filter((text) => !text.startsWith(`${wanted} sudah dipesan`))).toEqual([]);
  expect(texts.filter((text) => text.includes('Petugas menyiapkannya'))).toHaveLength(1);
  const places = texts.flatMap((text) => /antrean ke-(\d+)/.exec(text)?.slice(1) ?? []).map(Number);
  expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: crowdSize - 1 }, (_, index) => index + 2));
};

const expectOneLine = async ({ sql }: Database): Promise<void> => {
  const rows = await sql.all<{ status: string; position: number; copyCode: string | null }>(
    'SELECT "status", "position", "copyCode" FROM "Hold" ORDER BY "placedAt", "id"',
  );
  expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: crowdSize }, (_, index) => index + 1));
  expect(rows.filter(({ copyCode }) => copyCode !== null)).toMatchObject([{ status: 'allocated', position: 1, copyCode: 'T-1' }]);
};

describeOnSqlite('two hundred readers in two hundred chats', (open) => {
  it('want the last copy: one gets it, all others hear their place, and nobody hears an error', { timeout: 60_000 }, async () => {
    const database = await open();
    const readers = readersFrom(1, crowdSize);
    await prepareCrowd(database, readers);
    const crowd = await openCrowd(database, readers);
    await crowd.ask();
    expectOneWinner(await crowd.confirm());
    expect(crowd.complaints()).toEqual([]);
    await crowd.stop();
    await expectOneLine(database);
  });
});

interface Answer {
  readonly reader: string;
  readonly status: string;
  readonly position: number | null;
}

const answersOf = async (program: RunningProgram): Promise<readonly Answer[]> => {
  const line = await program.line((each) => each.startsWith('answers '));
  // as: our own program prints it
  return JSON.parse(line.slice('answers '.length)) as readonly Answer[];
};

const processes = 4;

describeOnPostgresql('two hundred readers in four processes', () => {
  it('want the last copy: one gets it, all others their place, and each of them is answered the same twice', {
    timeout: 60_000,
  }, async () => {
    const url = await freshPostgresqlUrl();
    const database = await openDatabase({ url });
    const library = await smallLibrary(database);
    await library.addPatrons(...readersFrom(1, crowdSize));
    await library.addTitle('T', ['main']);
    const share = crowdSize / processes;
    const programs = Array.from({ length: processes }, (_, index) =>
      startProgram(import.meta.resolve('./programs/place-holds.ts'), [url, String(index * share + 1), String(share)]),
    );
    try {
      await Promise.all(programs.map((program) => program.line((line) => line === 'ready')));
      await database.sql.run(`INSERT INTO "Setting" ("key", "valueJson", "updatedAt") VALUES ('test.go', '{}', 'x')`);
      const answers = (await Promise.all(programs.map(answersOf))).flat();
      expect(answers.filter(({ status }) => status !== 'allocated' && status !== 'waiting')).toEqual([]);
      const different = new Map(answers.map((answer) => [JSON.stringify(answer), answer]));
      expect(answers).toHaveLength(2 * crowdSize);
      const placed = [...different.values()].sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
      expect(placed.map(({ position }) => position)).toEqual(Array.from({ length: crowdSize }, (_, index) => index + 1));
      expect(placed.filter(({ status }) => status === 'allocated')).toMatchObject([{ position: 1 }]);
      await expectOneLine(database);
    } finally {
      for (const program of programs) await program.kill();
      await database.close();
    }
  });
});
