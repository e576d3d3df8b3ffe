import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { type Goal, goalText, isReached, median, print, type Row } from './figures.ts';
import { copyOf } from './library.ts';
import { type Crowd, startContender, startCrowd, token } from './running-programs.ts';

type Start = (crowd: Crowd) => ChildProcess;

/** The product as an operator starts it: by its command line, with settings in the environment. */
const startShipped =
  (bench: Bench, url: string): Start =>
  ({ apiRoot }) =>
    spawn(process.execPath, ['-C', 'built', join(bench.place.built, 'dist/src/main.js')], {
      cwd: bench.folder,
      env: { DATABASE_URL: url, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });

const startEcho =
  (bench: Bench): Start =>
  ({ apiRoot }) =>
    spawn(process.execPath, [join(bench.place.built, 'dist/tests/bench/programs/echo.js'), apiRoot, token], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });

/** Milliseconds from the start of the program to its first answer to a message that was there before it. */
const firstAnswer = async (bench: Bench, start: Start): Promise<number> => {
  const crowd = await startCrowd(bench.place);
  await crowd.learn([['pinjaman saya']]);
  const answered = crowd.play({ kind: 'closed', people: 1, turns: 1 });
  await pause(50);
  const begun = performance.now();
  const child = start(crowd);
  const ended = once(child, 'exit');
  try {
    const { turns } = await answered;
    if (turns !== 1) throw new Error('a started program did not answer');
    return performance.now() - begun;
  } finally {
    child.kill('SIGTERM');
    await ended;
    crowd.stop();
  }
};

const startGoal: Goal = { atMost: 3 };

export const start = async (bench: Bench): Promise<readonly Row[]> => {
  const url = await copyOf(bench.library, join(bench.folder, 'library.db'));
  const figures: { anchor: number[]; product: number[]; again: number[] } = { anchor: [], product: [], again: [] };
  // Once unmeasured: what was never read comes from the disk.
  await firstAnswer(bench, startEcho(bench));
  await firstAnswer(bench, startShipped(bench, url));
  for (let round = 0; round < (bench.quick ? 3 : 7); round += 1) {
    figures.anchor.push(await firstAnswer(bench, startEcho(bench)));
    figures.product.push(await firstAnswer(bench, startShipped(bench, url)));
    figures.again.push(await firstAnswer(bench, startEcho(bench)));
  }
  return [rowOf({ name: 'start', unit: 'ms', goal: startGoal }, figures)];
};

const rowOf = (
  { name, unit, goal }: { readonly name: string; readonly unit: string; readonly goal: Goal },
  figures: { readonly anchor: readonly number[]; readonly product: readonly number[]; readonly again: readonly number[] },
): Row => {
  const ratios = (some: readonly number[]): number[] => some.map((one, round) => one / (figures.anchor[round] ?? Number.NaN));
  const ratio = median(ratios(figures.product));
  const itself = median(ratios(figures.again));
  print(
    `  ${name}: anchor against itself ${itself.toFixed(2)}, ratios ${ratios(figures.product)
      .map((one) => one.toFixed(2))
      .join(' ')}`,
  );
  const isVoid = itself < 0.9 || itself > 1.1;
  return {
    name,
    anchor: `${median(figures.anchor).toFixed(0)} ${unit}`,
    product: `${median(figures.product).toFixed(0)} ${unit}`,
    ratio: ratio.toFixed(2),
    goal: goalText(goal),
    pass: isVoid ? 'void' : isReached(ratio, goal),
    stall: '-',
  };
};

/** Resident memory of a bot to which nobody writes. */
const memoryOf = async (bench: Bench, name: 'echo' | 'assistant', url?: string): Promise<number> => {
  const contender = await startContender(bench.place, name, [['halo']], url);
  try {
    await contender.play({ kind: 'closed', people: 1, turns: 1 });
    await pause(bench.quick ? 2000 : 10_000);
    return (await contender.program.ask('figures')).rssMb;
  } finally {
    await contender.stop();
  }
};

/** Telegram alone. */
export const idle = async (bench: Bench): Promise<readonly Row[]> => {
  const url = await copyOf(bench.library, join(bench.folder, 'library.db'));
  const figures: { anchor: number[]; product: number[]; again: number[] } = { anchor: [], product: [], again: [] };
  for (let round = 0; round < (bench.quick ? 1 : 5); round += 1) {
    figures.anchor.push(await memoryOf(bench, 'echo'));
    figures.product.push(await memoryOf(bench, 'assistant', url));
    figures.again.push(await memoryOf(bench, 'echo'));
  }
  return [rowOf({ name: 'idle', unit: 'MB', goal: { atMost: 2 } }, figures)];
};
