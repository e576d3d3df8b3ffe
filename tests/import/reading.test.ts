import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIsbn } from '#circulation/import/isbn.ts';
import { slimsBiblio } from '#circulation/import/columns.ts';
import { Notes } from '#circulation/import/notes.ts';
import { openTable } from '#circulation/import/table.ts';
import { openCsv } from '#circulation/import/read-csv.ts';
import { angleList, comparable, cp1252Text, repairMojibake, withoutBackslashes } from '#circulation/import/repair-text.ts';
import { naturalName } from '#circulation/import/title-entry.ts';

const rowsOf = async (bytes: Uint8Array) => {
  const reader = openCsv(bytes);
  const faults: number[] = [];
  const rows: (readonly string[])[] = [];
  for await (const { cells } of reader.rows(({ row }) => faults.push(row))) rows.push(cells);
  return { layout: reader.layout, rows: rows.slice(reader.layout.headerAt), faults };
};

describe('mojibake', () => {
  test.each([
    ['DeveloperÃ¢â‚¬â„¢s library', 'Developer’s library'],
    ['KafÃ© PÃ¢tisserie', 'Kafé Pâtisserie'],
    ['Kafé Pâtisserie Ångström', 'Kafé Pâtisserie Ångström'],
    ['“Kutipan” — dan ‘kutip’', '“Kutipan” — dan ‘kutip’'],
    ['Laskar Pelangi', 'Laskar Pelangi'],
    ['كتاب 日本語 Å', 'كتاب 日本語 Å'],
  ])('%s becomes %s', (text, expected) => {
    expect(repairMojibake(text)).toBe(expected);
  });

  test('one to four rounds of damage are undone', () => {
    const damage = (text: string): string => cp1252Text(Buffer.from(text).toString('latin1'));
    const words = fc
      .string({ unit: fc.constantFrom('a', 'é', '’', '“', '—', 'ü', ' ', 'ñ'), minLength: 1, maxLength: 12 })
      .filter((text) => repairMojibake(text) === text);
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 4 }), (text, rounds) => {
        let damaged = text;
        for (let round = 0; round < rounds; round += 1) damaged = damage(damaged);
        expect(repairMojibake(damaged)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });
});

describe('ISBN', () => {
  test.each([
    ['979-3062-79-7', 'sound', '9789793062792'],
    ['0-7357-1257-3', 'sound', '9780735712577'],
    ['ISBN 978-979-22-5589-8 (pbk)', 'sound', '9789792255898'],
    ['080442957X', 'sound', '9780804429573'],
    ['9789792255899', 'failing', undefined],
    ['12345', 'failing', undefined],
    ['0317-8471', 'issn', undefined],
    ['9,78979E+12', 'rounded', undefined],
    ['', 'none', undefined],
    ['-', 'none', undefined],
  ])('%s is %s', (text, kind, isbn13) => {
    const isbn = readIsbn(text);
    expect([isbn.kind, isbn.kind === 'sound' ? isbn.isbn13 : undefined]).toEqual([kind, isbn13]);
  });
});

test.each([
  ['Hirata, Andrea', 'Andrea Hirata'],
  ['Toer, Pramoedya Ananta', 'Pramoedya Ananta Toer'],
  ['King, Martin Luther, Jr.', 'King, Martin Luther, Jr.'],
  ['Habibie, dkk', 'Habibie, dkk'],
  ['Tere Liye', 'Tere Liye'],
])('the name %s is said %s', (name, natural) => {
  expect(naturalName(name)).toBe(natural);
});

test('lists, line breaks and backslashes of SLiMS', () => {
  expect(angleList('<Douglas, Korry><Douglas, Susan>')).toEqual(['Douglas, Korry', 'Douglas, Susan']);
  expect(angleList('< B01><B02 >')).toEqual([' B01', 'B02 ']);
  expect(withoutBackslashes(String.raw`Ma\'mun\r\n\"Khayalan\"\n`)).toBe('Ma\'mun\n"Khayalan"\n');
  expect(comparable('  Café: "Senja"! ')).toBe('cafe senja');
});

describe('the layout is recognised by content', () => {
  test.each([
    ['"judul";"pengarang"\n"Hujan";"Tere Liye"\n', ['title', 'author']],
    ['Title\tAuthor(s)\tAuthor\nHujan\tx\tTere Liye\n', ['title', 'other', 'author']],
    ['\ufeffKode Eksemplar,Judul Buku,No. Panggil\nA1,Hujan,899\n', ['codes', 'title', 'callNumber']],
  ])('%j', async (text, fields) => {
    const { layout, rows } = await rowsOf(Buffer.from(text));
    expect([layout.format, layout.fields, rows.length]).toEqual(['plain-titles', fields, 1]);
  });

  test('text without a title column is no catalogue', async () => {
    expect((await rowsOf(Buffer.from('nama,alamat\nA,B\n'))).layout.format).toBe('unknown');
    expect((await rowsOf(new Uint8Array())).layout.format).toBe('unknown');
  });

  test('Windows-1252, mixed and UTF-16 files are read right', async () => {
    const latin = Buffer.concat([
      Buffer.from('judul,penerbit\n'),
      Buffer.from('Kafé,Gr\u00fcn\u0092s\n', 'latin1'),
      Buffer.from('Café,“Buku”\n', 'utf8'),
    ]);
    expect((await rowsOf(latin)).rows).toEqual([
      ['Kafé', 'Grün’s'],
      ['Café', '“Buku”'],
    ]);
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('judul\tpenerbit\nKafé\tGrün\n', 'utf16le')]);
    expect((await rowsOf(wide)).rows).toEqual([['Kafé', 'Grün']]);
  });

  test('undoubled and backslashed quotes inside a cell are kept as text', async () => {
    expect((await rowsOf(Buffer.from('"kode","judul"\n"A1","Judul "x" lagi"\n'))).rows).toEqual([['A1', 'Judul "x" lagi']]);
    expect((await rowsOf(Buffer.from('"kode","judul"\n"A1","Si \\"Kancil\\" lagi"\n'))).rows).toEqual([['A1', 'Si "Kancil" lagi']]);
    expect((await rowsOf(Buffer.from('kode,judul\nA1,"Si ""Kancil"" lagi"\n'))).rows).toEqual([['A1', 'Si "Kancil" lagi']]);
  });

  test('a quote that is never closed costs its row, not the rows before', async () => {
    const { rows, faults } = await rowsOf(Buffer.from('judul,kode\nA,1\nB,2\n"C,3\n'));
    expect([rows.length, faults]).toEqual([2, [4]]);
  });

  test('a last quote that is never closed costs neither its row nor the next', async () => {
    const cells = slimsBiblio.map((name) => `"${name} isi"`).join(',');
    const source = openTable(openCsv(Buffer.from(`${slimsBiblio.join(',')}\n${cells.slice(0, -1)}\n${cells}\n`)));
    const read: string[] = [];
    for await (const { row, of } of source.records(new Notes())) read.push(`${row} ${of('title')} ${of('codes')}`);
    expect(read).toEqual(['2 title isi item_code isi', '3 title isi item_code isi']);
  });

  test('any bytes are read or reported, never thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await expect(rowsOf(Buffer.concat([Buffer.from('judul,pengarang\n'), bytes]))).resolves.toBeDefined();
      }),
      { numRuns: 100 },
    );
  });
});
