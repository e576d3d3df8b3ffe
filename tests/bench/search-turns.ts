// What a message of the mix costs in the catalogue alone: processor time and statements a call, of the names in it and of
// the search that follows. npx tsx tests/bench/search-turns.ts LIBRARY.db [--fresh]
import { pathToFileURL } from 'node:url';
import process from 'node:process';
import { createCatalogue, type SearchableCatalogue } from '#circulation/search/catalogue.ts';
import { type Database, openDatabase, type Sql } from '#database/database.ts';
import { print } from './figures.ts';
import { scriptsFor } from './mix.ts';
import { syntheticTitles } from './search-corpus.ts';

interface Call {
  readonly kind: string;
  readonly text: string;
  readonly search?: string;
}

const askedFor = /^(?:ada buku|cari buku|apakah ada buku|kak mau cari) (.+)$/;
const wished = /^(?:mau pesan buku|batalkan pesanan) (.+)$/;

const callOf = (text: string): Call => {
  const search = askedFor.exec(text)?.[1];
  if (search !== undefined) return { kind: 'a search', text, search };
  const title = wished.exec(text)?.[1];
  return title === undefined ? { kind: 'no title in it', text } : { kind: 'a hold', text, search: title };
};

interface Tally {
  calls: number;
  cpuMs: number;
  statements: number;
}

const counted = ({ sql }: Database): { readonly sql: Sql; statements(): number } => {
  let statements = 0;
  const all: Sql['all'] = (text, params) => {
    statements += 1;
    return sql.all(text, params);
  };
  return { sql: { ...sql, all }, statements: () => statements };
};

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const run = async (calls: readonly Call[], catalogue: SearchableCatalogue, statements: () => number): Promise<Map<string, Tally>> => {
  const tallies = new Map<string, Tally>();
  const note = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const tally = tallies.get(name) ?? { calls: 0, cpuMs: 0, statements: 0 };
    tallies.set(name, tally);
    const cpu = cpuMs();
    const before = statements();
    await work();
    tally.calls += 1;
    tally.cpuMs += cpuMs() - cpu;
    tally.statements += statements() - before;
  };
  for (const { kind, text, search } of calls) {
    await note(`names, ${kind}`, () => catalogue.names.find(text));
    if (search !== undefined) await note(`search, ${kind}`, () => catalogue.search({ text: search, limit: 6, offset: 0 }));
  }
  return tallies;
};

const measure = async (path: string): Promise<void> => {
  const database = await openDatabase({ url: `file:${path}` });
  const counting = counted(database);
  const catalogue = createCatalogue({ database: { ...database, sql: counting.sql } });
  await catalogue.refresh();
  const scripts = scriptsFor(100, syntheticTitles(Number(process.argv[3] ?? 100_000)));
  const turns = (from: number, to: number): Call[] =>
    Array.from({ length: to - from }, (_, at) => scripts.map((script) => callOf(script[from + at] ?? ''))).flat();
  await run(turns(0, 15), catalogue, counting.statements);
  const calls = turns(15, 75);
  const cpu = cpuMs();
  const tallies = await run(calls, catalogue, counting.statements);
  print(`${calls.length} messages, ${((cpuMs() - cpu) / calls.length).toFixed(3)} ms each`);
  for (const [name, { calls: n, cpuMs: ms, statements }] of tallies)
    print(`  ${name.padEnd(24)} ${String(n).padStart(5)} calls  ${(ms / n).toFixed(3)} ms  ${(statements / n).toFixed(2)} statements`);
  await database.close();
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await measure(process.argv[2] ?? '');
