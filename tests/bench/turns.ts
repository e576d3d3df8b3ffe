import { join } from 'node:path';
import { type Goal, goalText, isReached, median, print, quantile, type Row } from './figures.ts';
import { copyOf, peopleCount } from './library.ts';
import { scriptsFor } from './mix.ts';
import type { Play } from './programs/crowd.ts';
import type { Outcome } from './programs/crowd-loops.ts';
import type { ProcessFigures } from './programs/figures-of-process.ts';
import { type Contender, startContender, startProgram } from './running-programs.ts';
import type { Bench } from './bench.ts';

type Measured = Outcome & ProcessFigures;

interface Rounds {
  readonly anchor: readonly Measured[];
  readonly again: readonly Measured[];
  readonly product: readonly Measured[];
}

interface Contest {
  readonly rounds: number;
  readonly play: (round: number) => Play;
  readonly warmUp: Play;
}

const withContenders = async <T>(bench: Bench, work: (anchor: Contender, product: Contender) => Promise<T>): Promise<T> => {
  const scripts = scriptsFor(peopleCount, bench.library.titles);
  const anchor = await startContender(bench.place, 'echo', scripts);
  const product = await startContender(bench.place, 'assistant', scripts, await copyOf(bench.library, join(bench.folder, 'library.db')));
  try {
    return await work(anchor, product);
  } finally {
    await anchor.stop();
    await product.stop();
  }
};

/** Anchor, product, anchor again, in turn: what the machine does meanwhile meets all three. */
const compete = async (anchor: Contender, product: Contender, contest: Contest): Promise<Rounds> => {
  const rounds: { anchor: Measured[]; again: Measured[]; product: Measured[] } = { anchor: [], again: [], product: [] };
  // Code is compiled while it runs: the first thousands of turns are dearer, of the cheap bot most of all.
  for (let time = 0; time < 3; time += 1) await anchor.play(contest.warmUp);
  await product.play(contest.warmUp);
  for (let round = 0; round < contest.rounds; round += 1) {
    rounds.anchor.push(await anchor.play(contest.play(round)));
    rounds.product.push(await product.play(contest.play(round)));
    rounds.again.push(await anchor.play(contest.play(round)));
  }
  return rounds;
};

interface Judged {
  readonly name: string;
  readonly unit: string;
  readonly goal: Goal;
  readonly figure: (measured: Measured) => number;
  /** outside of these the anchor against itself makes the run void */
  readonly sane: readonly [number, number];
  /** what else must hold */
  readonly also?: (rounds: Rounds) => readonly string[];
}

const ratiosOf = (some: readonly Measured[], to: readonly Measured[], figure: Judged['figure']): number[] =>
  some.map((one, round) => figure(one) / (to[round] ? figure(to[round]) : Number.NaN));

const judge = ({ name, unit, goal, figure, sane, also }: Judged, rounds: Rounds): Row => {
  const ratio = median(ratiosOf(rounds.product, rounds.anchor, figure));
  const itself = median(ratiosOf(rounds.again, rounds.anchor, figure));
  const faults = [...lossesOf(rounds), ...(also?.(rounds) ?? [])];
  for (const fault of faults) print(`  ${name}: ${fault}`);
  print(
    `  ${name}: anchor against itself ${itself.toFixed(2)}, ratios ${ratiosOf(rounds.product, rounds.anchor, figure)
      .map((one) => one.toFixed(2))
      .join(' ')}`,
  );
  const isVoid = itself < sane[0] || itself > sane[1];
  const text = (some: readonly Measured[]): string => `${median(some.map(figure)).toFixed(2)} ${unit}`;
  return {
    name,
    anchor: text(rounds.anchor),
    product: text(rounds.product),
    ratio: ratio.toFixed(2),
    goal: goalText(goal),
    pass: isVoid ? 'void' : isReached(ratio, goal) && faults.length === 0,
    stall: `${stallOf(rounds).toFixed(0)} ms`,
  };
};

const stallOf = ({ product }: Rounds): number => Math.max(...product.map(({ stallMs }) => stallMs));

const lossesOf = ({ product }: Rounds): readonly string[] => {
  const lost = product.reduce((sum, one) => sum + one.lost, 0);
  const unasked = product.reduce((sum, one) => sum + one.unasked, 0);
  if (unasked > 0) print(`  ${unasked} messages came without a question`);
  return lost > 0 ? [`${lost} answers were lost`] : [];
};

const rateSane = [0.9, 1.1] as const;
const tailSane = [0.8, 1.25] as const;
const perSecond = ({ turns, ms }: Measured): number => (turns * 1000) / ms;

export const turnCpu = async (bench: Bench): Promise<readonly Row[]> => {
  const turns = bench.quick ? 800 : 3000;
  const play: Play = { kind: 'closed', people: 100, turns };
  const rounds = await withContenders(bench, (anchor, product) =>
    compete(anchor, product, { rounds: bench.quick ? 3 : 5, play: () => play, warmUp: { ...play, turns: bench.quick ? 800 : 1500 } }),
  );
  return [judge({ name: 'turn-cpu', unit: 'ms CPU', goal: { atMost: 3 }, sane: rateSane, figure: (one) => one.cpuMs / one.turns }, rounds)];
};

export const turnOpen = async (bench: Bench): Promise<readonly Row[]> => {
  const play = (seed: number): Play => ({
    kind: 'open',
    people: peopleCount,
    perSecond: 200,
    ms: bench.quick ? 4000 : 8000,
    seed: seed + 1,
  });
  const rounds = await withContenders(bench, (anchor, product) =>
    compete(anchor, product, { rounds: bench.quick ? 3 : 9, play, warmUp: play(99) }),
  );
  return [
    judge(
      { name: 'turn-open', unit: 'ms p99', goal: { atMost: 2.5 }, sane: tailSane, figure: ({ waits }) => quantile(waits, 0.99) },
      rounds,
    ),
  ];
};

/** Commands that answer each in its own way. */
const probes = ['/bantuan', '/pinjaman', '/pesanan'];

const orderFaults = ({ lost, disordered, turns }: Outcome): readonly string[] => [
  ...(lost > 0 ? [`${lost} answers were lost in the order probe`] : []),
  ...(disordered > 0 ? [`${disordered} chats heard answers in another order`] : []),
  ...(turns === 0 ? ['the order probe heard nothing'] : []),
];

export const turnPeak = async (bench: Bench): Promise<readonly Row[]> => {
  // So many turns, not so many seconds: where everybody is answered together, a window may end just before it.
  const play: Play = { kind: 'closed', people: peopleCount, turns: bench.quick ? 2000 : 5000 };
  return withContenders(bench, async (anchor, product) => {
    const rounds = await compete(anchor, product, { rounds: bench.quick ? 3 : 5, play: () => play, warmUp: play });
    const order = await product.crowd.play({ kind: 'order', people: 50, commands: probes });
    return [
      judge(
        { name: 'turn-peak', unit: 'turns/s', goal: { atLeast: 0.4 }, sane: rateSane, figure: perSecond, also: () => orderFaults(order) },
        rounds,
      ),
    ];
  });
};

const longestStallMs = 100;

export const turnDisk = async (bench: Bench): Promise<readonly Row[]> => {
  const play: Play = { kind: 'closed', people: 100, turns: bench.quick ? 800 : 3000 };
  const writer = await startProgram(bench.place, 'disk-writer', [join(bench.folder, 'somebody-else.bin')]);
  try {
    const rounds = await withContenders(bench, (anchor, product) =>
      compete(anchor, product, { rounds: bench.quick ? 3 : 5, play: () => play, warmUp: play }),
    );
    const also = (): readonly string[] =>
      stallOf(rounds) > longestStallMs ? [`the event loop waited ${stallOf(rounds).toFixed(0)} ms, ${longestStallMs} are allowed`] : [];
    return [judge({ name: 'turn-disk', unit: 'turns/s', goal: { atLeast: 0.4 }, sane: rateSane, figure: perSecond, also }, rounds)];
  } finally {
    await writer.stop();
  }
};
