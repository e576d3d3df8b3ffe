import { readFile, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runImport } from '#circulation/import/command.ts';
import { problemList } from '#circulation/import/problem-list.ts';
import type { Database } from '#database/database.ts';
import { momentFrom } from '#shared/day.ts';
import { describeOnSqlite } from '#tests/support/databases.ts';

const now = momentFrom('2026-08-12T03:00:00.000Z');
const sample = (name: string): string => new URL(`../samples/slims/${name}`, import.meta.url).pathname;

describeOnSqlite('the import command', (open) => {
  const run = async (...args: string[]) => runIn(await open(), ...args);
  const runIn = async (database: Database, ...args: string[]) => {
    const lines: string[] = [];
    const written = new Map<string, string>();
    const code = await runImport({
      args,
      database,
      now,
      say: (line) => lines.push(line),
      progress: () => undefined,
      sizeOf: async (path) => (await stat(path)).size,
      readFile: (path) => readFile(path),
      writeFile: async (path, text) => void written.set(path, text),
    });
    return { code, lines, written, titles: await database.models.title.count() };
  };

  test('says what came in', async () => {
    expect(await run(sample('senayan_biblio_export.csv'))).toMatchObject({
      code: 0,
      titles: 15,
      lines: [
        'Format: ekspor bibliografi SLiMS. Baris dibaca: 15.',
        'Judul: 15 baru, 0 berubah, 0 sama.',
        'Eksemplar: 10 baru, 0 berubah, 0 sama.',
        'Lokasi baru: Perpustakaan.',
        'Huruf rusak diperbaiki: 2 isian.',
        'Tidak ada masalah.',
        'Selesai. Mengimpor berkas yang sama lagi tidak menggandakan apa pun.',
      ],
    });
  });

  test('a dry run says that nothing was changed', async () => {
    const { lines, titles } = await run(sample('senayan_biblio_export.csv'), '--dry-run');
    expect(titles).toBe(0);
    expect(lines.at(-1)).toBe('Ini percobaan: tidak ada yang diubah.');
  });

  test('warns where the demo library lives', async () => {
    const database = await open();
    await database.models.setting.create({ data: { key: 'demo', valueJson: '{}', updatedAt: '2026-08-12T03:00:00.000Z' } });
    expect((await runIn(database, sample('senayan_biblio_export.csv'))).lines[0]).toContain('perpustakaan contoh');
  });

  test('writes the problems as a table and shows the first five', async () => {
    const { lines, written } = await run(sample('senayan_item_export.csv'), '--problems', 'masalah.csv');
    expect(lines.filter((line) => line.startsWith('  Baris'))).toHaveLength(5);
    expect(written.get('masalah.csv')?.trimEnd().split('\n')).toHaveLength(11);
  });

  test('a file of something else, a missing file and a wrong call say what to do', async () => {
    expect((await run(sample('README.md'))).code).toBe(1);
    expect(await run('tidak-ada.csv')).toMatchObject({
      code: 2,
      lines: ['Berkas tidak-ada.csv tidak dapat dibuka. Periksa nama dan tempatnya.'],
    });
    expect((await run('a.csv', '--hapus')).lines[0]).toContain('npm run import -- BERKAS');
  });
});

test('the problem table opens in a spreadsheet and holds no formula', () => {
  const text = problemList(
    [{ row: 3, field: 'judul', value: '=HYPERLINK("http://jahat")', why: 'isbn-check' }],
    [{ row: 4, field: 'penerbit', original: 'GrÃ¼n', repaired: 'Grün' }],
  );
  expect(text.startsWith('\ufeffBaris;Kolom;Isi;')).toBe(true);
  expect(text).toContain(`3;judul;"'=HYPERLINK(""http://jahat"")";`);
  expect(text).toContain('4;penerbit;GrÃ¼n;Huruf rusak diperbaiki menjadi: Grün;');
});
