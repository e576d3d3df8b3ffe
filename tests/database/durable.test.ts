import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDatabase } from '#database/database.ts';
import { freshSqliteUrl } from '#tests/support/databases.ts';
import { startProgram } from '#tests/support/programs.ts';

const KILLS = 5;

test(`durable: ${KILLS} kills while writing: every acknowledged write is there, none by halves`, async () => {
  const url = await freshSqliteUrl();
  const acknowledged: string[] = [];
  for (let run = 0; run < KILLS; run += 1) {
    const writing = startProgram(import.meta.resolve('./programs/write-for-ever.ts'), [url, `${run}`]);
    await writing.line((line) => line.endsWith(':10'));
    await pause(run * 40);
    await writing.kill();
    acknowledged.push(...writing.lines);
  }
  const database = await openDatabase({ url });
  const keys = new Set((await database.models.setting.findMany()).map((row) => row.key));
  expect(acknowledged.length).toBeGreaterThan(KILLS * 10);
  expect(acknowledged.filter((key) => !keys.has(key))).toEqual([]);
  expect([...keys].filter((key) => !key.endsWith(':pair') && !keys.has(`${key}:pair`))).toEqual([]);
  expect(await database.sql.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  await database.close();
}, 120_000);
