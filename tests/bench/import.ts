// Bringing in the catalogue of SLiMS while people talk, against SQLite's full-text index on the same rows (PERFORMANCE §2).
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '#database/database.ts';
import type { Bench } from './bench.ts';
import { type Goal, goalText, isReached, median, print, type Row } from './figures.ts';
import type { Built } from './programs/building.ts';
import { type Contender, startContender } from './running-programs.ts';
import { type SyntheticTitle, syntheticTitles } from './search-corpus.ts';

const people = 20;
const messagesPerSecond = 4;
const goal: Goal = { atMost: 8 };
const longestStallMs = 50;
const sane = [0.9, 1.1] as const;

const line = ({ title, author, subjects, isbn, year, id }: SyntheticTitle, place: number): string => {
  // two titles in three have a copy, as in the sample of SLiMS
  const codes = place % 3 === 0 ? '' : `<${id}>`;
  const topics = subjects.map((subject) => `<${subject}>`).join('');
  const cells = [
    title,
    'Text',
    '',
    isbn,
    'Penerbit Contoh',
    year,
    'xii, 200 hlm.',
    '',
    '899.221',
    'Indonesia',
    'Jakarta',
    '899.221',
    'Ringkasan.',
    '',
    '',
    `<${author}>`,
    topics,
    codes,
  ];
  return cells.map((cell) => `"${cell}"`).join(',');
};

const said = ['ada buku hujan', 'jam buka hari ini', 'cari buku cinta', 'bantuan', 'pinjaman saya'];

const emptyDatabase = async (path: string): Promise<string> => {
  for (const ending of ['', '-wal', '-shm']) await rm(`${path}${ending}`, { force: true });
  await (await openDatabase({ url: `file:${path}` })).close();
  return `file:${path}`;
};

interface Building {
  readonly built: Built;
  readonly othersStallMs: number;
}

/** Builds once while the people talk to the assistant; an import fills the very library they ask. */
const build = async (
  bench: Bench,
  talk: Contender,
  kind: 'import' | 'index',
  args: readonly [url: string, file: string],
): Promise<Building> => {
  const program = join(bench.place.built, 'dist/tests/bench/programs/building.js');
  const child = fork(program, [kind, ...args], { execArgv: ['-C', 'built'] });
  await once(child, 'message');
  await talk.program.ask('reset');
  let isBuilding = true;
  child.send('go');
  // as: what building.ts answers
  const answer = once(child, 'message')
    .then(([built]) => built as Built)
    .finally(() => {
      isBuilding = false;
    });
  for (let seed = 1; isBuilding; seed += 1) await talk.crowd.play({ kind: 'open', people, perSecond: messagesPerSecond, ms: 1000, seed });
  return { built: await answer, othersStallMs: (await talk.program.ask('figures')).stallMs };
};

interface Rounds {
  readonly anchor: Built[];
  readonly again: Built[];
  readonly product: Built[];
  stallMs: number;
}

const playRounds = async (bench: Bench, file: string): Promise<Rounds> => {
  const rounds: Rounds = { anchor: [], again: [], product: [], stallMs: 0 };
  for (let round = 0; round < (bench.quick ? 3 : 5); round += 1) {
    const url = await emptyDatabase(join(bench.folder, 'talked.db'));
    const talk = await startContender(
      bench.place,
      'assistant',
      Array.from({ length: people }, () => said),
      url,
    );
    try {
      const index = async () => build(bench, talk, 'index', [await emptyDatabase(join(bench.folder, 'index.db')), file]);
      rounds.anchor.push((await index()).built);
      const { built, othersStallMs } = await build(bench, talk, 'import', [url, file]);
      rounds.product.push(built);
      rounds.stallMs = Math.max(rounds.stallMs, built.stallMs, othersStallMs);
      rounds.again.push((await index()).built);
    } finally {
      await talk.stop();
    }
  }
  return rounds;
};

const ratios = (some: readonly Built[], to: readonly Built[], of: (built: Built) => number): number[] =>
  some.map((one, round) => of(one) / (to[round] === undefined ? Number.NaN : of(to[round])));

const time = ({ ms }: Built): number => ms;
const seconds = (some: readonly Built[]): string => `${(median(some.map(time)) / 1000).toFixed(2)} s`;

export const importing = async (bench: Bench): Promise<readonly Row[]> => {
  const file = join(bench.folder, 'slims.csv');
  await writeFile(
    file,
    `${syntheticTitles(bench.quick ? 20_000 : 100_000)
      .map(line)
      .join('\n')}\n`,
  );
  const rounds = await playRounds(bench, file);
  const ratio = median(ratios(rounds.product, rounds.anchor, time));
  const itself = median(ratios(rounds.again, rounds.anchor, time));
  const cpu = median(ratios(rounds.product, rounds.anchor, ({ cpuMs }) => cpuMs));
  print(`  import: anchor against itself ${itself.toFixed(2)}, ratio of CPU ${cpu.toFixed(2)}`);
  const isVoid = itself < sane[0] || itself > sane[1];
  return [
    {
      name: 'import',
      anchor: seconds(rounds.anchor),
      product: seconds(rounds.product),
      ratio: ratio.toFixed(2),
      goal: goalText(goal),
      pass: isVoid ? 'void' : isReached(ratio, goal) && rounds.stallMs <= longestStallMs,
      stall: `${rounds.stallMs.toFixed(0)} ms`,
    },
  ];
};
