import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { importFile } from '#circulation/import/import-file.ts';
import { Notes } from '#circulation/import/notes.ts';
import { openSource } from '#circulation/import/source.ts';
import type { Database } from '#database/database.ts';
import { momentFrom } from '#shared/day.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';

const now = momentFrom('2026-08-12T03:00:00.000Z');
const sample = (name: string): Promise<Uint8Array> => readFile(new URL(`../samples/inlislite/${name}`, import.meta.url));
const v3 = 'inlislite-v3-sample_data_koleksi_AACR.xlsx';
const v33 = 'inlislite-v33-template_import_katalog.xlsx';

/** An archive by the book; `claims` is what it says of the unpacked size instead of the truth. */
const zip = (files: Readonly<Record<string, string | Buffer>>, claims?: number): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const body = Buffer.from(content);
    const packed = deflateRawSync(body);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims ?? body.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(Object.keys(files).length, 10);
  tail.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, tail]);
};

const sheetName = 'xl/worksheets/sheet1.xml';
const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const sheet = (...rows: readonly string[]): string => `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;

describeOnEachDatabase('workbooks of INLISLite', (open) => {
  let database: Database;
  beforeEach(async () => {
    database = await open();
  });
  const bring = async (name: string) => importFile(database, { fileName: name, bytes: await sample(name), now });

  test('v3, with its header in the second row: 2 titles, 2 copies, days, places and punctuation put right', async () => {
    const report = await bring(v3);
    expect(report).toMatchObject({ format: 'inlislite', counts: { read: 2, titles: { added: 2 }, copies: { added: 2 } } });
    expect(report.problems.map(({ row, why }) => [row, why])).toEqual([
      [3, 'isbn-check'],
      [4, 'isbn-check'],
    ]);
    const title = await database.models.title.findFirstOrThrow({ where: { title: 'Mahligai Biru' }, include: { copies: true } });
    expect(title).toMatchObject({ author: 'Mamik Pradana', publisher: 'Grafika', isbn: '978-222-666-444', callNumber: '123 PRA m' });
    expect([title.language, title.addedOn, title.year]).toEqual(['id', '2015-02-14', 2015]);
    expect(title.copies).toMatchObject([{ code: 'X0022/2016', branchId: 'pusat', status: 'available' }]);
  });

  test('v3.3, with its header in the first row: 5 titles; again nothing changes', async () => {
    expect((await bring(v33)).counts).toMatchObject({ read: 5, titles: { added: 5 }, copies: { added: 5 } });
    expect((await bring(v33)).counts).toMatchObject({ titles: { added: 0, changed: 0, unchanged: 5 }, copies: { unchanged: 5 } });
  });

  test('the second template knows the titles of the first again', async () => {
    await bring(v3);
    expect((await bring(v33)).counts.titles).toEqual({ added: 3, changed: 0, unchanged: 2 });
  });
});

const titlesOf = async (bytes: Uint8Array) => {
  const source = await openSource(bytes);
  const notes = new Notes();
  const rows: (readonly string[])[] = [];
  for await (const { row, of } of source.records(notes)) rows.push([String(row), of('title'), of('codes'), of('isbn')]);
  return { refusal: source.refusal, rows, problems: notes.problems.map(({ row, why }) => [row, why]) };
};

describe('any workbook with a column of titles', () => {
  test('numbers stay as written, shared texts are found, empty rows are passed over', async () => {
    const strings = '<sst><si><t>judul</t></si><si><r><t>Hu</t></r><r><t>jan</t></r></si></sst>';
    const rows = sheet(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>kode</t></is></c><c r="D1" t="str"><v>isbn</v></c></row>`,
      '<row r="2"/>',
      '<row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5"><v>00123</v></c><c r="D5"><v>9.789793062792E12</v></c></row>',
    );
    expect((await titlesOf(zip({ [sheetName]: rows, 'xl/sharedStrings.xml': strings }))).rows).toEqual([
      ['5', 'Hujan', '00123', '9789793062792'],
    ]);
  });

  test('what is broken behind the tenth row costs what follows, not what stands before', async () => {
    const rows = [
      `<row>${cell('judul')}${cell('kode')}</row>`,
      ...Array.from({ length: 40 }, (_, place) => `<row>${cell(`Judul ${place}`)}${cell(`K${place}`)}</row>`),
    ];
    const { rows: read, problems } = await titlesOf(zip({ [sheetName]: `${sheet(...rows).slice(0, -40)}<<` }));
    expect(read.length).toBeGreaterThan(30);
    expect(problems.map(([, why]) => why)).toEqual(['xml-broken']);
  });
});

describe('a workbook that would not fit is refused', () => {
  const bomb = Buffer.alloc(1024 * 1024, 'a');
  test.each([
    ['it claims a gigabyte', zip({ [sheetName]: bomb }, 1024 ** 3), 'workbook-refused'],
    ['it claims little and unpacks to much', zip({ [sheetName]: bomb }, 100), 'workbook-refused'],
    ['it declares a document type', zip({ [sheetName]: `<!DOCTYPE x [<!ENTITY a "b">]>${sheet()}` }), 'xml-refused'],
    ['it has no sheet', zip({ 'readme.txt': 'halo' }), 'not-a-catalogue'],
    ['its directory is cut off', zip({ [sheetName]: sheet() }).subarray(0, 60), 'workbook-refused'],
    [
      'its directory lies behind its end',
      Buffer.concat([zip({ [sheetName]: sheet() }).subarray(0, 40), Buffer.alloc(22, 255)]),
      'workbook-refused',
    ],
  ])('because %s', async (_, bytes, refusal) => {
    expect(await titlesOf(bytes)).toMatchObject({ refusal, rows: [] });
  });
});
