import { readFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { importFile } from '#circulation/import/import-file.ts';
import type { ImportReport } from '#circulation/import/report.ts';
import type { Database } from '#database/database.ts';
import { momentFrom } from '#shared/day.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';

const now = momentFrom('2026-08-12T03:00:00.000Z');
const sample = (name: string): Promise<Uint8Array> => readFile(new URL(`../samples/slims/${name}`, import.meta.url));
const numbers = ({ counts: { read, titles, copies } }: ImportReport): readonly number[] => [
  read,
  titles.added,
  titles.changed,
  titles.unchanged,
  copies.added,
  copies.changed,
];

describeOnEachDatabase('importing a catalogue', (open) => {
  let database: Database;
  beforeEach(async () => {
    database = await open();
  });

  const bring = (bytes: Uint8Array, dryRun = false): Promise<ImportReport> =>
    importFile(database, { fileName: 'berkas.csv', bytes, dryRun, now });
  const bringText = (text: string): Promise<ImportReport> => bring(Buffer.from(text));
  const countOf = async (table: string): Promise<number> =>
    Number((await database.sql.all<{ n: number }>(`SELECT COUNT(*) AS n FROM "${table}"`))[0]?.n);
  const titled = (title: string) =>
    database.models.title.findFirstOrThrow({ where: { title }, include: { copies: { orderBy: { code: 'asc' } } } });

  test.each(['senayan_biblio_export.csv', 'senayan_biblio_export_header.csv'])(
    '%s brings 15 titles and the 10 copies they name',
    async (name) => {
      const report = await bring(await sample(name));
      expect(report.format).toBe('slims-biblio');
      expect(numbers(report)).toEqual([15, 15, 0, 0, 10, 0]);
      expect(report.problems).toEqual([]);
      const { copies } = await titled('Linux In a Nutshell');
      expect(copies.map(({ code }) => code)).toEqual(['B00009', 'B00010']);
    },
  );

  test('facts arrive whole: names as people say them, line breaks, subjects, the printed ISBN', async () => {
    await bring(await sample('senayan_biblio_export.csv'));
    const title = await titled('Web application architecture : principles, protocols, and practices');
    expect(title).toMatchObject({
      author: 'Leon Shklar; Richard Rosen',
      subjectsJson: '["Website","Design"]',
      isbn: '0471486566',
      year: 2003,
      language: 'en',
      copies: [],
    });
    expect(title.synopsis).toContain('development.\n\nThis book');
  });

  test('twofold mojibake is repaired and reported', async () => {
    const { repairs } = await bring(await sample('senayan_biblio_export_header.csv'));
    expect(repairs.map(({ row, field, repaired }) => [row, field, repaired])).toEqual([
      [2, 'series_title', 'Developer’s library'],
      [3, 'series_title', 'Bruce Perens’ Open Source series'],
    ]);
  });

  test('the same file again changes nothing, with header or without', async () => {
    await bring(await sample('senayan_biblio_export.csv'));
    expect(numbers(await bring(await sample('senayan_biblio_export_header.csv')))).toEqual([15, 0, 0, 15, 0, 0]);
    expect([await countOf('Title'), await countOf('Copy')]).toEqual([15, 10]);
  });

  test.each(['senayan_item_export.csv', 'senayan_item_export_header.csv'])(
    '%s places the 10 copies, and again changes nothing',
    async (name) => {
      await bring(await sample('senayan_biblio_export.csv'));
      const report = await bring(await sample(name));
      expect(report).toMatchObject({
        format: 'slims-item',
        counts: { read: 10, copies: { added: 0, changed: 10, unchanged: 0 }, branchesAdded: ['My Library'] },
        problems: [],
      });
      expect(numbers(await bring(await sample(name)))).toEqual([10, 0, 0, 0, 0, 0]);
      const title = await titled('Linux In a Nutshell');
      expect(title.addedOn).toBe('2008-12-26');
      expect(title.copies[0]).toMatchObject({
        homeBranchId: 'my-library',
        branchId: 'my-library',
        material: 'reference',
        status: 'available',
      });
    },
  );

  test('items without their titles are listed, not guessed', async () => {
    const report = await bring(await sample('senayan_item_export_header.csv'));
    expect(report.problems.map(({ row, why }) => [row, why])).toEqual(
      Array.from({ length: 10 }, (_, place) => [place + 2, 'title-unknown']),
    );
    expect(await countOf('Copy')).toBe(0);
  });

  test('a dry run reports the same and writes nothing', async () => {
    const dry = await bring(await sample('senayan_biblio_export.csv'), true);
    expect(await countOf('Title')).toBe(0);
    expect(numbers(await bring(await sample('senayan_biblio_export.csv')))).toEqual(numbers(dry));
  });

  test('a plain table in Indonesian: semicolons, codes with leading zeros, a place', async () => {
    const report = await bringText(
      'Judul;Pengarang;Tahun Terbit;No. Barcode;Lokasi\nLaskar Pelangi;Andrea Hirata;2005;000123;Cabang Cambai\nHujan;Tere Liye;Cet. 3, 2016;000124;\n',
    );
    expect(report).toMatchObject({
      format: 'plain-titles',
      counts: { titles: { added: 2 }, copies: { added: 2 }, branchesAdded: ['Cabang Cambai', 'Perpustakaan'] },
      problems: [],
    });
    expect((await titled('Laskar Pelangi')).copies).toMatchObject([{ code: '000123', branchId: 'cabang-cambai' }]);
    expect((await titled('Hujan')).year).toBe(2016);
  });

  test('a row for each copy is one title; a number of copies is made up to that number', async () => {
    const rows = 'title,author,item_code\nBumi,Tere Liye,K1\nBumi,Tere Liye,K2\n';
    expect(numbers(await bringText(rows))).toEqual([2, 1, 0, 0, 2, 0]);
    const counted = (copies: number): string => `judul,pengarang,eksemplar\nPulang,Tere Liye,${copies}\n`;
    expect(numbers(await bringText(counted(2)))).toEqual([1, 1, 0, 0, 2, 0]);
    expect(numbers(await bringText(counted(3)))).toEqual([1, 0, 0, 1, 1, 0]);
    expect((await bringText(counted(1))).problems).toMatchObject([{ row: 2, value: '1 < 3', why: 'fewer-copies' }]);
  });

  test('a corrected title is known again by its code or its ISBN', async () => {
    await bringText('judul,pengarang,isbn,kode\nLaskar Plangi,Andrea Hirata,,C1\nEntrokk,Okky Madasari,978-979-22-5589-8,C2\n');
    expect(
      numbers(await bringText('judul,pengarang,isbn,kode\nLaskar Pelangi,Andrea Hirata,,C1\nEntrok,Okky Madasari,9789792255898,C2\n')),
    ).toEqual([2, 0, 2, 0, 0, 0]);
    expect(await countOf('Title')).toBe(2);
  });

  test('what a file does not speak of stays as the staff left it', async () => {
    await bringText('judul,pengarang\nHujan,Tere Liye\n');
    await database.models.title.updateMany({ data: { audience: 'teen', synopsis: 'Ringkasan petugas.' } });
    expect(numbers(await bringText('judul,pengarang,penerbit\nHujan,Tere Liye,\n'))).toEqual([1, 0, 0, 1, 0, 0]);
    expect(await titled('Hujan')).toMatchObject({ audience: 'teen', synopsis: 'Ringkasan petugas.' });
  });

  test('an ISBN that fails is kept and flagged, and identifies nothing', async () => {
    const report = await bringText('judul,isbn,kode\nBuku A,9789792255899,A1\nBuku B,9789792255899,B1\nBuku C,9.78979E+12,D1\n');
    expect(report.counts.titles.added).toBe(3);
    expect(report.problems.map(({ row, why }) => [row, why])).toEqual([
      [2, 'isbn-check'],
      [3, 'isbn-check'],
      [4, 'isbn-rounded'],
    ]);
    expect((await titled('Buku A')).isbn).toBe('9789792255899');
  });

  test('one sound ISBN on two titles keeps both apart, again and again', async () => {
    const rows = 'judul,isbn,kode\nJilid Satu,9789792255898,A1\nJilid Dua,9789792255898,B1\n';
    expect((await bringText(rows)).problems.map(({ why }) => why)).toEqual(['isbn-shared']);
    expect(numbers(await bringText(rows))).toEqual([2, 0, 0, 2, 0, 0]);
  });

  test('a code that another title bears is listed and stays where it is', async () => {
    await database.models.title.create({ data: { id: 'lokal', title: 'Buku Petugas', addedOn: '2026-01-01' } });
    await database.models.branch.create({ data: { id: 'main', name: 'Pusat', kind: 'branch' } });
    await database.models.copy.create({
      data: { code: 'X1', titleId: 'lokal', branchId: 'main', homeBranchId: 'main', updatedAt: '2026-01-01T00:00:00.000Z' },
    });
    const report = await bringText('judul,kode\nBuku Lain,X1\nBuku Ketiga,X2\nBuku Keempat,X2\n');
    expect(report.problems.map(({ row, why }) => [row, why])).toEqual([
      [2, 'code-taken'],
      [4, 'code-twice'],
    ]);
    expect((await titled('Buku Petugas')).copies).toHaveLength(1);
  });

  test('a file of many batches, with lines inside cells: every row in, problems at the row a spreadsheet shows', async () => {
    const rows = Array.from(
      { length: 1500 },
      (_, place) => `"Judul ${place}","Baris satu\nbaris dua ${'x'.repeat(200)}","K${place}","${place === 1400 ? 'abc' : 2000}"`,
    );
    const report = await bringText(`judul,sinopsis,kode,tahun\n${rows.join('\n')}\n`);
    expect(numbers(report)).toEqual([1500, 1500, 0, 0, 1500, 0]);
    expect(report.problems.map(({ row, why }) => [row, why])).toEqual([[1402, 'year-unreadable']]);
    expect(await countOf('Copy')).toBe(1500);
  });

  test('whatever a table holds, importing it again changes nothing', async () => {
    const cell = fc.constantFrom('', 'A', 'B', 'a ', 'É', '9789792255898', '9789792255899', 'x;y', '2005', '"q"', '0012');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 8 }), async (table) => {
        const text = stringify([['judul', 'pengarang', 'isbn', 'kode'], ...table]);
        await bringText(text);
        const { titles, copies } = (await bringText(text)).counts;
        expect([titles.added, titles.changed, copies.added, copies.changed]).toEqual([0, 0, 0, 0]);
      }),
      { numRuns: 25 },
    );
  });

  test('rows that cannot be read or have no title are listed, the others come in', async () => {
    const report = await bringText('judul,pengarang\nBaik,A\n,B\n"tak ditutup,C\nJuga,D\n');
    expect(report.counts.titles.added).toBe(2);
    expect(report.problems.map(({ row, why }) => [row, why])).toEqual([
      [3, 'no-title'],
      [4, 'unreadable-row'],
    ]);
  });
});
