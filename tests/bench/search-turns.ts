// npm run bench -- search-turns: what a message of the mix costs in the catalogue alone, the names in it and the search that
// follows, against a bare statement of the database.
import { join } from 'node:path';
import process from 'node:process';
import { createCatalogue, type SearchableCatalogue } from '#circulation/search/catalogue.ts';
import { type Database, openDatabase, type Sql } from '#database/database.ts';
import type { Bench } from './bench.ts';
import { print, type Row } from './figures.ts';
import { copyOf } from './library.ts';
import { scriptsFor } from './mix.ts';

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

const bareStatementMs = async ({ sql }: Database, times: number): Promise<number> => {
  const cpu = cpuMs();
  for (let time = 0; time < times; time += 1) await sql.all('SELECT "revision", "removed" FROM "TitleRevision"');
  return (cpuMs() - cpu) / times;
};

const mostStatements = 8;

export const searchTurns = async (bench: Bench): Promise<readonly Row[]> => {
  const database = await openDatabase({ url: await copyOf(bench.library, join(bench.folder, 'search-turns.db')) });
  try {
    const { sql, statements } = counted(database);
    const catalogue = createCatalogue({ database: { ...database, sql } });
    await catalogue.refresh();
    const scripts = scriptsFor(100, bench.library.titles);
    const turns = (from: number, to: number): Call[] =>
      Array.from({ length: to - from }, (_, at) => scripts.map((script) => callOf(script[from + at] ?? ''))).flat();
    await run(turns(0, 15), catalogue, statements);
    const calls = turns(15, bench.quick ? 35 : 75);
    const tallies = await run(calls, catalogue, statements);
    for (const [name, { calls: n, cpuMs: ms, statements: asked }] of tallies)
      print(`  ${name.padEnd(24)} ${String(n).padStart(5)} calls  ${(ms / n).toFixed(3)} ms  ${(asked / n).toFixed(2)} statements`);
    const product = [...tallies.values()].reduce((total, tally) => total + tally.cpuMs, 0) / calls.length;
    const anchor = await bareStatementMs(database, 3000);
    return [
      {
        name: 'search-turns',
        anchor: `${anchor.toFixed(3)} ms CPU`,
        product: `${product.toFixed(3)} ms CPU`,
        ratio: (product / anchor).toFixed(2),
        goal: `<= ${mostStatements}x`,
        pass: product <= mostStatements * anchor,
        stall: '',
      },
    ];
  } finally {
    await database.close();
  }
};
