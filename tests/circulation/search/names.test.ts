import { expect, it } from 'vitest';
import { createCatalogue } from '#circulation/search/catalogue.ts';
import type { NameMatch, Names } from '#ports/names.ts';
import { describeOnEachDatabase, type OpenDatabase } from '#tests/support/databases.ts';

const titles: readonly (readonly [string, string, string?])[] = [
  ['Laskar Pelangi', 'Andrea Hirata', '979-3062-79-7'],
  ['Bumi Manusia: Tetralogi Buru 1', 'Pramoedya Ananta Toer'],
  ['Negeri 5 Menara', 'A. Fuadi'],
  ['Hujan', 'Tere Liye'],
  ['Pulang', 'Leila S. Chudori'],
  ['1984', 'George Orwell'],
  ['5 cm', 'Donny Dhirgantoro'],
  ['Supernova', 'Dee Lestari'],
  ['Cara Mendaftar Beasiswa', 'Tim Contoh'],
  ['Batal Menikah', 'Rini Contoh'],
  ['Buku', 'Anonim'],
  ['Ada Apa dengan Cinta', 'Rudi Contoh'],
  ['Atomic Habits', 'James Clear'],
  ['Hello', 'Sari Contoh'],
  ['Laut Bercerita', 'Leila S. Chudori'],
];

const stocked = async (open: OpenDatabase): Promise<Names> => {
  const database = await open();
  const { models } = database;
  await models.title.createMany({
    data: titles.map(([title, author, isbn], i) => ({ id: `t${i}`, title, author, isbn: isbn ?? null, addedOn: '2026-01-01' })),
  });
  const event = { startAt: '2026-08-20T02:00:00.000Z', place: 'Aula', capacity: 20 };
  await models.event.createMany({
    data: [
      { ...event, id: 'e1', title: 'Lomba Mewarnai Anak' },
      { ...event, id: 'e2', title: 'Kelas Menulis Cerpen' },
      { ...event, id: 'e3', title: 'Festival Kopi', status: 'cancelled' },
    ],
  });
  await models.vanStop.createMany({
    data: [
      { id: 's1', name: 'Kantor Kelurahan Gunung Ibul', lat: 0, lon: 0 },
      { id: 's2', name: 'Pasar Inpres', lat: 0, lon: 0 },
    ],
  });
  const catalogue = createCatalogue({ database });
  await catalogue.refresh();
  return catalogue.names;
};

const best = (text: string, matches: readonly NameMatch[]): string[] =>
  matches.slice(0, 1).map((match) => `${match.kind} ${match.name} <${text.slice(match.start, match.end)}>`);

describeOnEachDatabase('the names in a message', (open) => {
  let shared: Promise<Names> | undefined;
  const library = (): Promise<Names> => (shared ??= stocked(open));

  it.each([
    ['ada buku laskar pelangi gak?', 'title Laskar Pelangi <laskar pelangi>'],
    ['ada buku laskar plangi gak?', 'title Laskar Pelangi <laskar plangi>'],
    ['laskar pelanginya masih ada?', 'title Laskar Pelangi <laskar pelanginya>'],
    ['Laskarpelangi masih ada?', 'title Laskar Pelangi <Laskarpelangi>'],
    ['bisa perpanjang bumi manusa, kak', 'title Bumi Manusia: Tetralogi Buru 1 <bumi manusa>'],
    ['negri lima menara ado dak', 'title Negeri 5 Menara <negri lima menara>'],
    ['mau pinjam Hujan', 'title Hujan <Hujan>'],
    ['pesan pulang ya', 'title Pulang <pulang>'],
    ['1984 ada?', 'title 1984 <1984>'],
    ['5 cm', 'title 5 cm <5 cm>'],
    ['batal menikah ada gak', 'title Batal Menikah <batal menikah>'],
    ['ada apa dengan cinta', 'title Ada Apa dengan Cinta <ada apa dengan cinta>'],
    ['cari "hello" dong', 'title Hello <hello>'],
    ['punya buku tere liye?', 'author Tere Liye <tere liye>'],
    ['novel pramoedya apa saja', 'author Pramoedya Ananta Toer <pramoedya>'],
    ['karya andre hirata', 'author Andrea Hirata <andre hirata>'],
    ['pesan yang isbn 979-3062-79-7 ya', 'title Laskar Pelangi <979-3062-79-7>'],
    ['9789793062792 masih ada?', 'title Laskar Pelangi <9789793062792>'],
    ['mau ikut lomba mewarnai', 'event Lomba Mewarnai Anak <lomba mewarnai>'],
    ['daftar kelas menulis cerpen besok', 'event Kelas Menulis Cerpen <kelas menulis cerpen>'],
    ['mobil keliling ke gunung ibul kapan', 'place Kantor Kelurahan Gunung Ibul <gunung ibul>'],
    ['pusling di pasar inpres jam berapa', 'place Pasar Inpres <pasar inpres>'],
  ])('%s', async (text, expected) => {
    const names = await library();
    expect(best(text, await names.find(text))).toEqual([expected]);
  });

  it.each([
    'mau pinjam buku',
    'jam berapa buka besok?',
    'kapan ada acara',
    'hello kak',
    'terima kasih ya',
    'saya mau batal',
    'stop',
    'perpanjang semua',
    'ada kegiatan apa minggu ini',
    'festival kopi kapan',
    'telepon saya 0812-3456-789',
    'isbn 979-3062-79-6',
    '',
    '???',
  ])('claims nothing in: %s', async (text) => {
    expect(await (await library()).find(text)).toEqual([]);
  });

  it('is sure of a name only when it stands there as in the record', async () => {
    const names = await library();
    expect((await names.find('hujan'))[0]?.closeness).toBe(1);
    expect((await names.find('laskar plangi'))[0]?.closeness).toBeLessThan(1);
  });
});
