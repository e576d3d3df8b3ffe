// npm run bench -- growth: what a turn costs in a library with many more readers, loans or chats, against the same program on a
// small one, in turn.
import { join } from 'node:path';
import { openDatabase, type Database } from '#database/database.ts';
import { dayOf, Temporal } from '#shared/day.ts';
import type { Bench } from './bench.ts';
import { median, print, type Row } from './figures.ts';
import { copyOf, peopleCount } from './library.ts';
import { scriptsFor } from './mix.ts';
import { chatIdAt } from './programs/people.ts';
import { type Contender, startContender } from './running-programs.ts';

interface Size {
  readonly patrons: number;
  readonly loans: number;
  /** people who write */
  readonly chats: number;
}

type Dimension = keyof Size;

/** What `prepareLibrary` fills in, with as many who write as in the other benchmarks. */
const usual: Size = { patrons: peopleCount, loans: 2000, chats: 100 };

const sizes = (quick: boolean): Readonly<Record<Dimension, readonly number[]>> =>
  quick
    ? { patrons: [1000, 20_000], loans: [10_000, 30_000], chats: [10, 500] }
    : { patrons: [1000, 100_000, 1_000_000], loans: [10_000, 100_000, 300_000], chats: [10, 1000, 10_000] };

const mostGrowth = 1.2;
/** As many write at once, however many there are. */
const atOnce = 10;

const numbersTo = `WITH RECURSIVE numbers(i) AS (SELECT ? UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < ?)`;

const addPatrons = async ({ sql }: Database, count: number): Promise<void> => {
  if (count <= peopleCount) return;
  await sql.run(
    `INSERT INTO "Patron" ("id", "name", "card") ${numbersTo} SELECT 'p' || i, 'Pembaca ' || i, 'K' || (10000 + i) FROM numbers`,
    [peopleCount, count],
  );
};

/** A third is still out; whoever writes has no more of them than before. */
const addLoans = async ({ sql }: Database, count: number): Promise<void> => {
  if (count <= usual.loans) return;
  const today = dayOf(Temporal.Now.instant());
  const span = [usual.loans, count];
  await sql.run(
    `INSERT INTO "Copy" ("code", "titleId", "branchId", "homeBranchId", "status", "updatedAt")
      ${numbersTo} SELECT 'g' || i, 's' || (50000 + i % 50000), 'main', 'main', CASE WHEN i % 3 = 0 THEN 'on_loan' ELSE 'available' END, ? FROM numbers`,
    [...span, `${today.toString()}T00:00:00.000Z`],
  );
  await sql.run(
    `INSERT INTO "Loan" ("id", "patronId", "titleId", "copyCode", "branchId", "loanedOn", "dueOn", "status", "returnedOn", "openMark")
      ${numbersTo} SELECT 'g' || i, 'p' || (? + i % ?), 's' || (50000 + i % 50000), 'g' || i, 'main', ?, ?,
        CASE WHEN i % 3 = 0 THEN 'open' ELSE 'returned' END, CASE WHEN i % 3 = 0 THEN NULL ELSE ? END, CASE WHEN i % 3 = 0 THEN 1 ELSE NULL END FROM numbers`,
    [...span, peopleCount, peopleCount, today.subtract({ days: 1 }).toString(), today.add({ days: 9 }).toString(), today.toString()],
  );
};

/** Everybody who writes has a linked card. */
const addChats = async ({ sql }: Database, count: number): Promise<void> => {
  if (count <= peopleCount) return;
  const span = [peopleCount, count, chatIdAt(0), `${dayOf(Temporal.Now.instant()).toString()}T00:00:00.000Z`];
  await sql.run(
    `INSERT INTO "Account" ("id", "platform", "accountId", "chatId", "createdAt")
      ${numbersTo} SELECT 'telegram:' || chat, 'telegram', '' || chat, '' || chat, at FROM (SELECT i + ? AS chat, ? AS at FROM numbers)`,
    span,
  );
  await sql.run(
    `INSERT INTO "Link" ("id", "accountId", "patronId", "linkedAt")
      ${numbersTo} SELECT 'l' || i, 'telegram:' || (i + ?), 'p' || i, ? FROM numbers`,
    span,
  );
};

const grownLibrary = async (bench: Bench, name: string, size: Size): Promise<string> => {
  const url = await copyOf(bench.library, join(bench.folder, `${name}.db`));
  const database = await openDatabase({ url });
  try {
    // Loans need borrowers beside those who write, chats one reader each.
    await addPatrons(database, Math.max(size.patrons, size.chats, size.loans > usual.loans ? 2 * peopleCount : 0));
    await addLoans(database, size.loans);
    await addChats(database, size.chats);
    await database.sql.all('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    await database.close();
  }
  return url;
};

/** The mix in pieces that belong together: one text, or a hold with what follows it. */
const piecesOf = (scripts: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  scripts.flatMap((script) => {
    const pieces: string[][] = [];
    for (const text of script) {
      const last = pieces.at(-1);
      if (last !== undefined && last.length < 4 && last[0]?.startsWith('mau pesan') === true) last.push(text);
      else pieces.push([text]);
    }
    return pieces;
  });

/** The same pieces for few and for many: in all they say the same. */
const scriptsOf = (bench: Bench, chats: number, turns: number): readonly (readonly string[])[] => {
  const all = piecesOf(scriptsFor(Math.ceil(turns / 100), bench.library.titles)).slice(0, Math.ceil(turns / 1.5));
  return Array.from({ length: chats }, (_, person) =>
    chats >= all.length ? (all[person % all.length] ?? []) : all.filter((_piece, at) => at % chats === person).flat(),
  );
};

/** A round is played by ten people at a time, who are others each time, as long as there are others. */
const cpuOfRound = async (contender: Contender, chats: number, turns: number, round: number): Promise<number> => {
  const plays = Math.min(20, Math.ceil(chats / atOnce));
  let cpuMs = 0;
  let played = 0;
  for (let play = 0; play < plays; play += 1) {
    const from = (((round * plays + play) * atOnce) % Math.max(1, chats - atOnce + 1)) | 0;
    const outcome = await contender.play({ kind: 'closed', people: atOnce, from, turns: Math.ceil(turns / plays) });
    cpuMs += outcome.cpuMs;
    played += outcome.turns;
    if (outcome.lost > 0) throw new Error(`growth: ${outcome.lost} answers were lost`);
  }
  return cpuMs / played;
};

interface Grown {
  readonly size: Size;
  readonly contender: Contender;
}

const started = async (bench: Bench, name: string, size: Size, turns: number): Promise<Grown> => {
  const url = await grownLibrary(bench, name, size);
  const contender = await startContender(bench.place, 'assistant', scriptsOf(bench, size.chats, turns), url);
  // Everybody has written once: all chats have a state.
  await contender.play({ kind: 'closed', people: size.chats, turns: Math.max(size.chats, turns) });
  return { size, contender };
};

const compared = async (bench: Bench, dimension: Dimension, of: number, to: number): Promise<Row> => {
  const [turns, rounds] = bench.quick ? [400, 3] : [2000, 5];
  const small = await started(bench, 'small', { ...usual, [dimension]: of }, turns);
  const large = await started(bench, 'large', { ...usual, [dimension]: to }, turns);
  const pairs: { readonly small: number; readonly large: number; readonly again: number }[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const before = await cpuOfRound(small.contender, small.size.chats, turns, round);
      const grown = await cpuOfRound(large.contender, large.size.chats, turns, round);
      pairs.push({ small: before, large: grown, again: await cpuOfRound(small.contender, small.size.chats, turns, round) });
    }
  } finally {
    await small.contender.stop();
    await large.contender.stop();
  }
  // The small one before and after the large one: what the machine does meanwhile meets both.
  const ratio = median(pairs.map((pair) => (2 * pair.large) / (pair.small + pair.again)));
  const itself = median(pairs.map((pair) => pair.again / pair.small));
  print(`  growth of ${dimension} to ${to}: the small one against itself ${itself.toFixed(2)}, ratio ${ratio.toFixed(2)}`);
  return {
    name: `growth ${dimension}`,
    anchor: `${median(pairs.map((pair) => pair.small)).toFixed(2)} ms CPU of ${of}`,
    product: `${median(pairs.map((pair) => pair.large)).toFixed(2)} ms CPU of ${to}`,
    ratio: ratio.toFixed(2),
    goal: `<= ${mostGrowth}x`,
    pass: itself < 0.9 || itself > 1.1 ? 'void' : ratio <= mostGrowth,
    stall: '',
  };
};

export const growth = async (bench: Bench): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  // as: the keys are those of the object above
  for (const [dimension, [smallest = 0, ...others]] of Object.entries(sizes(bench.quick)) as [Dimension, readonly number[]][])
    for (const other of others) rows.push(await compared(bench, dimension, smallest, other));
  return rows;
};
