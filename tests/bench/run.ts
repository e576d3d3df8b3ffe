// npm run bench -- [NAME…] [--quick] [--profile FOLDER] [--library FOLDER]
// Runs anchor and product in turn and prints one table (PERFORMANCE §2). --library keeps what was prepared, for the next run.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Bench, Benchmark } from './bench.ts';
import { circulation } from './circulation.ts';
import { closure } from './closure.ts';
import { compileInto } from './compiled.ts';
import { dialogue } from './dialogue.ts';
import { print, printTable, type Row } from './figures.ts';
import { growth } from './growth.ts';
import { importing } from './import.ts';
import { type Library, prepareLibrary } from './library.ts';
import { search, searchAMillion } from './search.ts';
import { syntheticTitles } from './search-corpus.ts';
import { searchTurns } from './search-turns.ts';
import { idle, start } from './start-and-idle.ts';
import { turnCpu, turnDisk, turnOpen, turnPeak } from './turns.ts';

const benchmarks: Readonly<Record<string, Benchmark>> = {
  'turn-cpu': turnCpu,
  'turn-open': turnOpen,
  'turn-peak': turnPeak,
  'turn-disk': turnDisk,
  dialogue,
  circulation,
  closure,
  start,
  idle,
  search,
  'search-1m': searchAMillion,
  'search-turns': searchTurns,
  growth,
  import: importing,
};

const libraryIn = async (folder: string): Promise<Library> => {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'prepared.db');
  return existsSync(path) ? { url: `file:${path}`, titles: syntheticTitles(100_000) } : prepareLibrary(folder);
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, profile: { type: 'string' }, library: { type: 'string' } },
});
const names = positionals.length > 0 ? positionals : Object.keys(benchmarks);
const unknown = names.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  process.stderr.write(`no such benchmark: ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}\n`);
  process.exit(2);
}

const runAll = async (bench: Bench): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const name of names) {
    print(`${name} …`);
    rows.push(...((await benchmarks[name]?.(bench)) ?? []));
  }
  return rows;
};

const folder = await mkdtemp(join(tmpdir(), 'sapa-bench-'));
try {
  const library = await libraryIn(values.library === undefined ? folder : resolve(values.library));
  const place = {
    built: await compileInto(join(folder, 'built')),
    profiles: values.profile === undefined ? undefined : resolve(values.profile),
  };
  const rows = await runAll({ place, library, folder, quick: values.quick ?? false });
  if (values.quick) print('quick: too few and too short rounds to prove anything');
  printTable(rows);
  if (rows.some(({ pass }) => pass !== true)) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
