// npm run bench -- circulation: what an act costs, against the statements it sends, recorded once and sent again as they are; and
// whether it costs the same in a library with many more loans.
import { join } from 'node:path';
import process from 'node:process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Circulation, createCirculation } from '#circulation/circulation.ts';
import type { Database, Sql, SqlTransaction, SqlValue } from '#database/database.ts';
import type { HoldId, LoanId, PatronId, StaffId, TitleId } from '#shared/ids.ts';
import type { Bench } from './bench.ts';
import { now, openCopy, prepareCirculation } from './circulation-library.ts';
import { median, print, type Row } from './figures.ts';

const mostOverhead = 3;
const mostGrowth = 1.2;
const actsEach = 60;

interface Sent {
  readonly door: 'all' | 'run';
  readonly text: string;
  readonly params: readonly SqlValue[];
}

/** The same database; what is sent through it is written down. */
const recorded = (database: Database, sent: Sent[]): Database => {
  const listening = (on: SqlTransaction): SqlTransaction => ({
    all: (text, params = []) => {
      sent.push({ door: 'all', text, params });
      return on.all(text, params);
    },
    run: (text, params = []) => {
      sent.push({ door: 'run', text, params });
      return on.run(text, params);
    },
  });
  const sql: Sql = {
    ...listening(database.sql),
    script: (text) => database.sql.script(text),
    transaction: (work) => database.sql.transaction((inside) => work(listening(inside))),
  };
  return { ...database, sql };
};

/** What each reader has going on: made by one act, needed by the next. */
interface Going {
  holdId?: HoldId;
  loanId?: LoanId;
}

type Decided = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: unknown };
type ActOf = (circulation: Circulation, who: string, going: Going) => Promise<Decided>;

// as: made-up ids of the benchmark
const staffId = 'tuti' as StaffId;

/** In this order each makes what the next one needs. */
const acts: Readonly<Record<string, ActOf>> = {
  place: async (circulation, who, going) => {
    // as: ids that were made up when the library was filled
    const request = { patronId: who as PatronId, titleId: who as TitleId, pickupPlace: 'main' };
    const answer = await circulation.placeHold(request, { key: `place-${who}` });
    if (answer.ok) going.holdId = answer.value.holdId;
    return answer;
  },
  cancel: (circulation, who, { holdId }) =>
    // as: the act before made the hold, else the answer is a refusal and the benchmark ends
    circulation.cancelHold({ patronId: who as PatronId, holdId: holdId as HoldId }, { key: `cancel-${who}` }),
  'hand out': async (circulation, who, going) => {
    const answer = await circulation.checkOut({ copyOrTitle: `${who}-1`, card: `K-${who}` }, { key: `out-${who}`, staffId });
    if (answer.ok) going.loanId = answer.value.loanId;
    return answer;
  },
  renew: (circulation, who, { loanId }) =>
    // as: so did the act before this one
    circulation.renew({ patronId: who as PatronId, loanId: loanId as LoanId }, { key: `renew-${who}` }),
  'take back': (circulation, who) => circulation.checkIn({ copyOrTitle: `${who}-1` }, { key: `in-${who}`, staffId }),
};
const actNames = Object.keys(acts);

const readersOf = (round: number): readonly string[] => Array.from({ length: actsEach }, (_, at) => `a${round * actsEach + at}`);

interface Figures {
  /** CPU of one act, ms */
  readonly cpuMs: ReadonlyMap<string, number>;
  readonly stallMs: number;
}

const measure = async (play: (act: string) => Promise<void>): Promise<Figures> => {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  const cpuMs = new Map<string, number>();
  for (const act of actNames) {
    const from = process.cpuUsage();
    await play(act);
    const { user, system } = process.cpuUsage(from);
    cpuMs.set(act, (user + system) / 1000 / actsEach);
  }
  delays.disable();
  return { cpuMs, stallMs: delays.max / 1e6 };
};

interface Contender {
  round(number: number): Promise<Figures>;
  close(): Promise<void>;
}

const doAct = async (circulation: Circulation, act: string, who: string, going: Going): Promise<void> => {
  const answer = await acts[act]?.(circulation, who, going);
  if (answer?.ok !== true) throw new Error(`${act} for ${who} was refused: ${JSON.stringify(answer)}`);
};

const product = (database: Database): Contender => {
  const circulation = createCirculation({ database, clock: { now: () => now } });
  return {
    round: (number) => {
      const going = new Map(readersOf(number).map((who): [string, Going] => [who, {}]));
      return measure(async (act) => {
        for (const [who, own] of going) await doAct(circulation, act, who, own);
      });
    },
    close: () => database.close(),
  };
};

/** What one act sends, by the name of the act and the reader. */
type Script = ReadonlyMap<string, readonly Sent[]>;

const recordAll = async (database: Database, rounds: number): Promise<Script> => {
  const sent: Sent[] = [];
  const circulation = createCirculation({ database: recorded(database, sent), clock: { now: () => now } });
  const script = new Map<string, readonly Sent[]>();
  for (const who of Array.from({ length: rounds }, (_, round) => readersOf(round)).flat()) {
    const going: Going = {};
    for (const act of actNames) {
      await doAct(circulation, act, who, going);
      script.set(`${act} ${who}`, sent.splice(0));
    }
  }
  return script;
};

/** The anchor: the same statements with the same values, in one transaction, and nothing else. */
const anchor = (database: Database, script: Script): Contender => ({
  round: (number) =>
    measure(async (act) => {
      for (const who of readersOf(number))
        await database.sql.transaction(async (sql) => {
          for (const { door, text, params } of script.get(`${act} ${who}`) ?? []) await sql[door](text, params);
        });
    }),
  close: () => database.close(),
});

/** Tables that grow with the library; the others are read whole on purpose. */
const wholeRead = /^SCAN (?:Loan|Hold|Copy|Title|Patron|Fine|DeskAct|OperationOutcome)\b/;

const scansIn = async ({ sql }: Database, sent: readonly Sent[]): Promise<ReadonlySet<string>> => {
  const scans = new Set<string>();
  for (const { text, params } of sent)
    for (const { detail } of await sql.all<{ readonly detail: string }>(`EXPLAIN QUERY PLAN ${text}`, params))
      if (wholeRead.test(detail)) scans.add(`${detail} | ${text.replaceAll(/\s+/g, ' ').trim()}`);
  return scans;
};

/** Statements that cost more with every loan: an index is missing, or the question is put so that none serves it. */
const printScans = async (database: Database, script: Script): Promise<void> => {
  for (const act of actNames) {
    const sent = script.get(`${act} a${actsEach}`) ?? [];
    print(`  ${act}: ${sent.length} statements, ${new Set(sent.map(({ text }) => text)).size} different`);
    for (const scan of await scansIn(database, sent)) print(`    reads a whole table: ${scan.slice(0, 240)}`);
  }
};

interface Sides {
  readonly base: readonly Figures[];
  readonly other: readonly Figures[];
  readonly again: readonly Figures[];
}

const ratioRow = ({ name, goal, act }: { readonly name: string; readonly goal: number; readonly act: string }, sides: Sides): Row => {
  const of = (some: readonly Figures[]): number[] => some.map(({ cpuMs }) => cpuMs.get(act) ?? Number.NaN);
  const ratios = (some: readonly number[]): number => median(some.map((one, round) => one / (of(sides.base)[round] ?? Number.NaN)));
  const [ratio, itself] = [ratios(of(sides.other)), ratios(of(sides.again))];
  print(`  ${name} ${act}: base against itself ${itself.toFixed(2)}`);
  return {
    name: `${name} ${act}`,
    anchor: `${median(of(sides.base)).toFixed(2)} ms CPU`,
    product: `${median(of(sides.other)).toFixed(2)} ms CPU`,
    ratio: ratio.toFixed(2),
    goal: `<= ${goal}x`,
    pass: itself < 0.9 || itself > 1.1 ? 'void' : ratio <= goal,
    stall: `${Math.max(...sides.other.map(({ stallMs }) => stallMs)).toFixed(0)} ms`,
  };
};

/** Base, other, base again, in turn; round 0 warms up and does not count. */
const compete = async (base: Contender, other: Contender, again: Contender, rounds: number) => {
  const sides: { base: Figures[]; other: Figures[]; again: Figures[] } = { base: [], other: [], again: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const [one, two, three] = [await base.round(round), await other.round(round), await again.round(round)];
    if (round === 0) continue;
    sides.base.push(one);
    sides.other.push(two);
    sides.again.push(three);
  }
  for (const each of [base, other, again]) await each.close();
  return sides;
};

const smallest = 1000;

const overheadRows = async (small: string, rounds: number): Promise<readonly Row[]> => {
  const recording = await openCopy(small, 'recorded');
  const script = await recordAll(recording, rounds + 1);
  await printScans(recording, script);
  await recording.close();
  const sides = await compete(
    anchor(await openCopy(small, 'anchor'), script),
    product(await openCopy(small, 'product')),
    anchor(await openCopy(small, 'again'), script),
    rounds,
  );
  return actNames.map((act) => ratioRow({ name: 'circulation', goal: mostOverhead, act }, sides));
};

const growthRows = async (
  small: string,
  large: { readonly path: string; readonly loans: number },
  rounds: number,
): Promise<readonly Row[]> => {
  await prepareCirculation(large.path, large.loans, actsEach * (rounds + 1));
  print(`  ${large.loans} loans written`);
  const sides = await compete(
    product(await openCopy(small, 'small')),
    product(await openCopy(large.path, 'large')),
    product(await openCopy(small, 'small-again')),
    rounds,
  );
  return actNames.map((act) => ratioRow({ name: `${large.loans / 1000}k loans`, goal: mostGrowth, act }, sides));
};

export const circulation = async ({ folder, quick }: Bench): Promise<readonly Row[]> => {
  const rounds = quick ? 3 : 9;
  const small = join(folder, 'circulation.db');
  await prepareCirculation(small, smallest, actsEach * (rounds + 1));
  const overhead = await overheadRows(small, rounds);
  const large = { path: join(folder, 'circulation-large.db'), loans: quick ? 100_000 : 1_000_000 };
  return [...overhead, ...(await growthRows(small, large, rounds))];
};
