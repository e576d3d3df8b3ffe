import { join } from 'node:path';
import { openDatabase } from '#database/database.ts';
import type { Bench } from './bench.ts';
import { median, print, type Row } from './figures.ts';
import { copyOf } from './library.ts';
import { startContender } from './running-programs.ts';

const turns = 400;
/** Turn 4 and turn 400 are each the median of so many turns beside it, of everybody who fills in the form. */
const beside = 10;
const mostStateBytes = 2048;
const mostGrowth = 1.2;

/** One form that never ends: the person changes the title of the hold again and again. */
const formOf = (titles: readonly string[]): readonly string[] =>
  Array.from({ length: turns }, (_, turn) =>
    turn === 0 ? `mau pesan buku ${titles[0] ?? ''}` : `bukan, maksudnya ${titles[turn % titles.length] ?? ''}`,
  );

const largestState = async (url: string): Promise<number> => {
  const database = await openDatabase({ url });
  try {
    const [row] = await database.sql.all<{ bytes: number | null }>(
      `SELECT MAX(LENGTH(CAST("stateJson" AS BLOB))) AS "bytes" FROM "ConversationState"`,
    );
    return row?.bytes ?? 0;
  } finally {
    await database.close();
  }
};

/** One person after the other fills in the form, so that nobody waits for anybody else. */
export const dialogue = async (bench: Bench): Promise<readonly Row[]> => {
  const people = bench.quick ? 2 : 9;
  const titles = bench.library.titles
    .slice(2_500, 30_000)
    .filter(({ title }) => title.split(' ').length === 2)
    .slice(0, 40)
    .map(({ title }) => title);
  const url = await copyOf(bench.library, join(bench.folder, 'library.db'));
  const product = await startContender(
    bench.place,
    'assistant',
    Array.from({ length: people + 1 }, () => formOf(titles)),
    url,
  );
  const early: number[] = [];
  const late: number[] = [];
  let stallMs = 0;
  try {
    // Turns are played by one person at a time; the last one warms up.
    await product.play({ kind: 'closed', people: 1, from: people, turns });
    for (let person = 0; person < people; person += 1) {
      const { waits, stallMs: stalled } = await product.play({ kind: 'closed', people: 1, from: person, turns });
      early.push(...waits.slice(3, 3 + beside));
      late.push(...waits.slice(turns - beside));
      stallMs = Math.max(stallMs, stalled);
    }
  } finally {
    await product.stop();
  }
  const bytes = await largestState(url);
  const ratio = median(late) / median(early);
  print(`  dialogue: largest state ${bytes} bytes, ${late.length} of ${people * beside} last turns answered`);
  return [
    {
      name: 'dialogue',
      anchor: `${median(early).toFixed(2)} ms at turn 4`,
      product: `${median(late).toFixed(2)} ms at turn ${turns}, ${bytes} bytes`,
      ratio: ratio.toFixed(2),
      goal: `<= ${mostGrowth}x, <= ${mostStateBytes} bytes`,
      pass: ratio <= mostGrowth && bytes <= mostStateBytes && late.length === people * beside,
      stall: `${stallMs.toFixed(0)} ms`,
    },
  ];
};
