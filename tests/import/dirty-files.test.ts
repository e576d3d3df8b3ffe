import { expect, test } from 'vitest';
import { runImport } from '#circulation/import/command.ts';
import type { Database } from '#database/database.ts';
import { momentFrom } from '#shared/day.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';

const now = momentFrom('2026-08-12T03:00:00.000Z');

describeOnEachDatabase('dirty files', (open) => {
  const bring = async (content: string | Buffer, size?: number, database?: Database) => {
    const lines: string[] = [];
    const bytes = Buffer.from(content);
    const used = database ?? (await open());
    const code = await runImport({
      args: ['berkas.csv'],
      database: used,
      now,
      say: (line) => lines.push(line),
      progress: () => undefined,
      sizeOf: async () => size ?? bytes.length,
      readFile: async () => bytes,
      writeFile: async () => undefined,
    });
    return { code, lines, titles: (await used.models.title.findMany({ orderBy: { title: 'asc' } })).map(({ title }) => title) };
  };

  test.each([
    ['an empty file', '', 'Berkas kosong.'],
    ['one line', 'Laskar Pelangi', 'Isi berkas tidak dikenali.'],
    ['a wrong delimiter', 'judul pengarang\nHujan TereLiye\n', 'Isi berkas tidak dikenali.'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'Isi berkas tidak dikenali.'],
    [
      'an XML entity bomb',
      '<!DOCTYPE c [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><collection>&b;</collection>',
      'Berkas XML ini memuat DOCTYPE',
    ],
  ])('%s is refused with a reason and what to do', async (_, content, reason) => {
    const { code, lines, titles } = await bring(content);
    expect([code, titles]).toEqual([1, []]);
    expect(lines.find((line) => line.startsWith('  Berkas: '))).toContain(reason);
    expect(lines.at(-1)).toBe('Tidak ada yang diubah.');
  });

  test('a file that is none of ours hears what we understand', async () => {
    const { lines } = await bring('nama,alamat\nA,B\n');
    for (const format of ['SLiMS', 'INLISLite', 'MARC 21', 'MARCXML', 'member, item, loaned, due'])
      expect(lines.join('\n')).toContain(format);
  });

  test('a file that claims a gigabyte is not even opened', async () => {
    expect(await bring('judul,kode\nHujan,K1\n', 1024 ** 3)).toMatchObject({
      code: 2,
      lines: ['Berkas lebih besar dari 200 MB. Bagi menjadi beberapa berkas.'],
      titles: [],
    });
  });

  test.each([
    ['a byte order mark and CRLF', '\ufeffjudul,kode\r\nHujan,K1\r\nBumi,K2\r\n'],
    ['CR alone', 'judul,kode\rHujan,K1\rBumi,K2\r'],
    ['bars', 'judul|kode\nHujan|K1\nBumi|K2\n'],
    ['the name of the library above its header', 'Perpustakaan Kota,,\n,,\njudul,pengarang,kode\nHujan,,K1\nBumi,,K2\n'],
    ['NUL bytes', 'jud\0ul,kode\nHu\0jan,K1\nBumi,K2\0\n'],
    ['UTF-16 without a mark', Buffer.from('judul,kode\nHujan,K1\nBumi,K2\n', 'utf16le')],
  ])('a table with %s is read', async (_, content) => {
    const { code, titles } = await bring(content);
    expect([code, titles]).toEqual([0, ['Bumi', 'Hujan']]);
  });

  test('bytes that no database keeps are left out, and said', async () => {
    expect((await bring('judul,kode\nHu\0jan,K1\n')).lines).toContainEqual(expect.stringContaining('bita nol'));
  });

  test('a row with more columns than the table is listed, not shifted', async () => {
    const { lines, titles } = await bring('judul,pengarang,kode\nHujan,Liye, Tere,K1\nBumi,Tere Liye,K2\n');
    expect(titles).toEqual(['Bumi']);
    expect(lines).toContainEqual(expect.stringContaining('Baris 2: Banyaknya kolom tidak cocok'));
  });

  test('a much smaller export of the same catalogue asks first; another part of it does not', async () => {
    const database = await open();
    const rows = (from: number, to: number): string =>
      `judul,kode\n${Array.from({ length: to - from }, (_, place) => `Judul ${from + place},K${from + place}\n`).join('')}`;
    await bring(rows(0, 40), undefined, database);
    const { code, lines } = await bring(rows(0, 30), undefined, database);
    expect(code).toBe(2);
    expect(lines).toContainEqual(expect.stringMatching(/^Berkas ini memuat 30 judul, padahal impor terakhir 40/));
    expect(await database.models.importRun.count()).toBe(1);
    expect((await bring(rows(0, 38), undefined, database)).code).toBe(0);
    expect((await bring(rows(40, 50), undefined, database)).code).toBe(0);
  });
});
