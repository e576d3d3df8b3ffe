import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importFile } from '#circulation/import/import-file.ts';
import { openDatabase } from '#database/database.ts';
import { momentFrom } from '#shared/day.ts';
import { describeOnEachDatabase, freshSqliteUrl, temporaryFolder } from '#tests/support/databases.ts';
import { type RunningProgram, startProgram } from '#tests/support/programs.ts';
import { damagedExport } from './damaged-export.ts';

const now = momentFrom('2026-08-12T03:00:00.000Z');
const dotted = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
const program = import.meta.resolve('./programs/importing.ts');

const killedAt = async (args: readonly string[], rows: number): Promise<RunningProgram> => {
  const importing = startProgram(program, args);
  await importing.line((line) => line.startsWith('@') && Number(line.slice(1)) >= rows);
  await importing.kill();
  return importing;
};

test('50,000 titles with 2 % damaged rows, killed twice: the last run reports what one alone would have', async () => {
  const made = await damagedExport(50_000, 50);
  const path = join(await temporaryFolder(), 'ekspor.csv');
  const url = await freshSqliteUrl();
  await writeFile(path, made.bytes);
  await killedAt([url, path], 9_000);
  await killedAt([url, path], 27_000);
  const last = startProgram(program, [url, path]);
  expect(await last.ended()).toBe(0);
  const said = last.lines.filter((line) => !line.startsWith('@') && !line.startsWith('  '));
  expect(said[0]).toMatch(/^Melanjutkan impor yang terputus: 2[6-9]\.\d{3} baris sudah masuk sebelumnya\.$/);
  expect(said.slice(1, 7)).toEqual([
    `Format: ekspor bibliografi SLiMS. Baris dibaca: ${dotted(50_000 - 167)}. Dilewati: ${dotted(167 + 167)}.`,
    `Judul: ${dotted(made.titles)} baru, 0 berubah, 0 sama.`,
    `Eksemplar: ${dotted(made.copies)} baru, 0 berubah, 0 sama.`,
    'Lokasi baru: Perpustakaan.',
    `Huruf rusak diperbaiki: ${dotted(made.repairs)} isian.`,
    `Perlu diperiksa: ${dotted(made.problems)} hal.`,
  ]);
  const database = await openDatabase({ url });
  expect([await database.models.title.count(), await database.models.copy.count()]).toEqual([made.titles, made.copies]);
  await database.close();
}, 240_000);

describeOnEachDatabase('an import that was broken off', (open) => {
  test('goes on after the last batch that was written, wherever that was, and reports the same', async () => {
    const { bytes } = await damagedExport(1_600, 20);
    const request = { fileName: 'ekspor.csv', bytes, now };
    const whole = await importFile(await open(), request);
    for (const stopAt of [1, 2]) {
      const database = await open();
      let flushes = 0;
      const onProgress = (): void => {
        flushes += 1;
        if (flushes === stopAt) throw new Error('broken off');
      };
      await expect(importFile(database, { ...request, onProgress })).rejects.toThrow('broken off');
      const { resumedAfter, ...rest } = await importFile(database, request);
      expect(resumedAfter).toBeGreaterThan(0);
      expect({ ...rest, resumedAfter: 0 }).toEqual(whole);
      expect((await importFile(database, request)).counts.titles).toMatchObject({ added: 0, changed: 0 });
    }
  });

  test('begins anew where another file of its kind came in between', async () => {
    const database = await open();
    const { bytes } = await damagedExport(1_000, 20);
    const request = { fileName: 'ekspor.csv', bytes, now };
    const onProgress = (): void => {
      throw new Error('broken off');
    };
    await expect(importFile(database, { ...request, onProgress })).rejects.toThrow('broken off');
    await importFile(database, { ...request, bytes: (await damagedExport(100, 50)).bytes, now: now.add({ hours: 1 }) });
    expect((await importFile(database, request)).resumedAfter).toBe(0);
  });
});
