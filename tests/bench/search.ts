// npm run bench -- search: our search against plain FTS5 on clean words, in turn, on one made-up catalogue.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { createCatalogue, type SearchableCatalogue } from '#circulation/search/catalogue.ts';
import { type Database, openDatabase } from '#database/database.ts';
import { seeded, type SyntheticTitle, syntheticTitles, writeTitles } from './search-corpus.ts';
import { absentTitles, type Asked, kinds, questionsOf } from './search-questions.ts';

const rounds = 9;
const perKind = 60;

const at = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const median = (values: readonly number[]): number => at(values, 0.5);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

const timed = async <T>(questions: readonly T[], ask: (question: T) => Promise<unknown>): Promise<number[]> => {
  const times: number[] = [];
  for (const question of questions) {
    const start = performance.now();
    await ask(question);
    times.push(performance.now() - start);
  }
  return times;
};

/** The anchor: the words as the catalogue has them, ranked by bm25, ten titles. */
const plainFts =
  (database: Database) =>
  (words: string): Promise<unknown> =>
    database.sql.all(
      `SELECT d."titleId", d."rawTitle", d."rawAuthor" FROM "TitleWords" w JOIN "TitleDoc" d ON d."no" = w.rowid WHERE "TitleWords" MATCH ? ORDER BY w.rank LIMIT 10`,
      [
        words
          .split(' ')
          .map((word) => `"${word}"`)
          .join(' AND '),
      ],
    );

const sortedWords = (title: string): string => title.toLowerCase().split(' ').sort().join(' ');

const recallOf = async (catalogue: SearchableCatalogue, asked: readonly Asked[]): Promise<{ first: number; five: number }> => {
  let first = 0;
  let five = 0;
  for (const { text, title } of asked) {
    const { hits } = await catalogue.search({ text, limit: 5 });
    const place = hits.findIndex((hit) => sortedWords(hit.title) === sortedWords(title.title));
    if (place === 0) first += 1;
    if (place >= 0) five += 1;
  }
  return { first: first / asked.length, five: five / asked.length };
};

const printRecall = async (catalogue: SearchableCatalogue, titles: readonly SyntheticTitle[]): Promise<void> => {
  for (const kind of Object.keys(kinds)) {
    const { first, five } = await recallOf(catalogue, questionsOf(kind, titles, seeded(17), 200));
    print(
      `  ${kind.padEnd(30)} first ${(first * 100).toFixed(1)} %  in five ${(five * 100).toFixed(1)} %  ${first >= 0.95 && five >= 0.98 ? 'pass' : 'FAIL'}`,
    );
  }
  const absent = absentTitles(titles, seeded(18), 400);
  let recognised = 0;
  for (const text of absent) {
    const { hits } = await catalogue.search({ text, limit: 1 });
    if ((hits[0]?.closeness ?? 0) <= 0.5) recognised += 1;
  }
  const share = recognised / absent.length;
  print(`  ${'absent titles recognised'.padEnd(30)} ${(share * 100).toFixed(1)} %  ${share >= 0.98 ? 'pass' : 'FAIL'}`);
};

interface Round {
  readonly anchor: readonly number[];
  readonly again: readonly number[];
  readonly product: readonly number[];
}

/** Fresh questions in every round: a remembered correction would flatter us. */
const roundOf = async (
  database: Database,
  catalogue: SearchableCatalogue,
  titles: readonly SyntheticTitle[],
  seed: number,
): Promise<Round> => {
  const asked = Object.keys(kinds).flatMap((kind, i) => questionsOf(kind, titles, seeded(seed * 100 + i), perKind));
  const oneWord = asked.slice(0, perKind).map(({ title }) => title.title.toLowerCase().split(' ')[0] ?? '');
  const clean = [...asked.map(({ title }) => title.title.toLowerCase()), ...oneWord];
  const anchor = await timed(clean, plainFts(database));
  const product = await timed([...asked.map(({ text }) => text), ...oneWord], (text) => catalogue.search({ text, limit: 10 }));
  return { anchor, product, again: await timed(clean, plainFts(database)) };
};

const printSpeed = async (
  database: Database,
  catalogue: SearchableCatalogue,
  titles: readonly SyntheticTitle[],
  goal: number,
): Promise<void> => {
  const results: Round[] = [];
  for (let seed = 1; seed <= rounds; seed += 1) results.push(await roundOf(database, catalogue, titles, seed));
  for (const [name, share] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    const anchor = median(results.map((round) => at(round.anchor, share)));
    const product = median(results.map((round) => at(round.product, share)));
    const ratio = median(results.map((round) => at(round.product, share) / at(round.anchor, share)));
    const noise = median(results.map((round) => at(round.again, share) / at(round.anchor, share)));
    const valid = noise >= 0.8 && noise <= 1.25;
    const verdict = name === 'p50' ? '' : ratio <= goal ? 'pass' : 'FAIL';
    print(
      `  ${name}  anchor ${anchor.toFixed(2)} ms  product ${product.toFixed(2)} ms  ratio ${ratio.toFixed(2)}  (anchor against itself ${noise.toFixed(2)}${valid ? '' : ', void'})  ${verdict}`,
    );
  }
};

const printNames = async (catalogue: SearchableCatalogue, titles: readonly SyntheticTitle[]): Promise<void> => {
  const random = seeded(23);
  const messages = Object.keys(kinds)
    .flatMap((kind) => questionsOf(kind, titles, random, 40))
    .map(({ text }) => `kak mau pinjam buku ${text} masih ada nggak ya`);
  const times = await timed(messages, (message) => catalogue.names.find(message));
  print(`  names in a message  p50 ${at(times, 0.5).toFixed(2)} ms  p99 ${at(times, 0.99).toFixed(2)} ms`);
};

const printStart = async (database: Database): Promise<SearchableCatalogue> => {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const start = performance.now();
  const catalogue = createCatalogue({ database });
  await catalogue.refresh();
  const took = performance.now() - start;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const mb = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20;
  print(
    `  vocabulary ready after ${took.toFixed(0)} ms, in the background; ${mb.toFixed(1)} MB${globalThis.gc === undefined ? ' (run with --expose-gc for a true figure)' : ''}`,
  );
  return catalogue;
};

/** `count` titles: 100,000 by default. */
export const benchSearch = async (count = 100_000): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'sapa-bench-'));
  const database = await openDatabase({ url: `file:${join(folder, 'library.db')}` });
  const stalls = monitorEventLoopDelay({ resolution: 5 });
  try {
    const titles = syntheticTitles(count);
    const start = performance.now();
    await writeTitles(database, titles);
    print(`search, ${count} titles (written and indexed in ${((performance.now() - start) / 1000).toFixed(1)} s)`);
    stalls.enable();
    const catalogue = await printStart(database);
    print(`  longest stall of the event loop while it loaded ${(stalls.max / 1e6).toFixed(0)} ms`);
    stalls.disable();
    await printSpeed(database, catalogue, titles, count > 500_000 ? 1 : 1.5);
    await printNames(catalogue, titles);
    await printRecall(catalogue, titles);
  } finally {
    stalls.disable();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
};

if (process.argv[1]?.endsWith('search.ts') === true) await benchSearch(Number(process.argv[2] ?? 100_000));
