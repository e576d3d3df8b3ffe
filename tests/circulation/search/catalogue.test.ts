import { expect, it } from 'vitest';
import { createCatalogue, type SearchableCatalogue } from '#circulation/search/catalogue.ts';
import type { Database } from '#database/database.ts';
import type { CatalogueQuery } from '#ports/catalogue.ts';
import type { TitleId } from '#shared/ids.ts';
import { describeOnEachDatabase, type OpenDatabase } from '#tests/support/databases.ts';

const title = (id: string, name: string, author: string, more: object = {}) => ({
  id,
  title: name,
  author,
  addedOn: '2026-01-10',
  ...more,
});

const shelf = [
  title('LP', 'Laskar Pelangi', 'Andrea Hirata', {
    isbn: '979-3062-79-7',
    year: 2005,
    subjectsJson: '["Novel Indonesia","Belitung"]',
    audience: 'teen',
  }),
  title('SP', 'Sang Pemimpi', 'Andrea Hirata', { subjectsJson: '["Novel Indonesia","Belitung"]', year: 2006 }),
  title('BM', 'Bumi Manusia: Tetralogi Buru 1', 'Pramoedya Ananta Toer', {
    isbn: '9789799731234',
    publisher: 'Lentera Dipantara',
    subjectsJson: '["Novel Indonesia","Sejarah"]',
  }),
  title('N5', 'Negeri 5 Menara', 'A. Fuadi', { callNumber: '899.221 3 FUA n', subjectsJson: '["Pendidikan"]' }),
  title('HJ', 'Hujan', 'Tere Liye'),
  title('HB', 'Hujan Bulan Juni', 'Sapardi Djoko Damono', { format: 'audio' }),
  title('KH', 'Kota dalam Hujan', 'Rini Contoh', { localAuthor: true, language: 'en', shelf: 'Lokal' }),
  title('5C', '5 cm', 'Donny Dhirgantoro', { digitalJson: '{"formats":["pdf"]}' }),
  title('BD', 'Kisah Bintang', 'Sari Contoh', { audience: 'child', subjectsJson: '["Astronomi"]', addedOn: '2026-02-20' }),
  title('KM', 'Kimia Dasar', 'Hujan Lestari', { reference: true }),
];

const stocked = async (open: OpenDatabase): Promise<{ database: Database; catalogue: SearchableCatalogue }> => {
  const database = await open();
  const { models } = database;
  await models.branch.createMany({
    data: [
      { id: 'main', name: 'Pusat', kind: 'branch' },
      { id: 'van1', name: 'Mobil Pintar 1', kind: 'van' },
    ],
  });
  await models.title.createMany({ data: shelf });
  const copy = (code: string, titleId: string, branchId: string, status: string) => ({
    code,
    titleId,
    branchId,
    homeBranchId: branchId,
    status,
    updatedAt: '2026-01-10T00:00:00.000Z',
  });
  await models.copy.createMany({
    data: [
      copy('LP-1', 'LP', 'main', 'on_loan'),
      copy('SP-1', 'SP', 'main', 'available'),
      copy('HJ-1', 'HJ', 'van1', 'available'),
      copy('BD-1', 'BD', 'main', 'lost'),
    ],
  });
  const catalogue = createCatalogue({ database });
  await catalogue.refresh();
  return { database, catalogue };
};

type Stocked = Awaited<ReturnType<typeof stocked>>;

/** One library for all the tests of a suite that change nothing. */
const sharedBy = (open: OpenDatabase): (() => Promise<Stocked>) => {
  let shared: Promise<Stocked> | undefined;
  return () => (shared ??= stocked(open));
};

const ids = async (catalogue: SearchableCatalogue, query: Partial<CatalogueQuery>): Promise<string[]> =>
  (await catalogue.search({ text: '', limit: 10, ...query })).hits.map((hit) => hit.id);

describeOnEachDatabase('the catalogue search', (open) => {
  const library = sharedBy(open);

  it.each([
    ['laskar pelangi', 'LP', 'exact'],
    ['LASKAR PELANGI!!', 'LP', 'exact'],
    ['buku laskar plangi', 'LP', 'near'],
    ['laksar pelagni', 'LP', 'near'],
    ['laskarpelangi', 'LP', 'near'],
    ['las kar pelangi', 'LP', 'near'],
    ['laskar pel', 'LP', 'near'],
    ['pelangi laskar', 'LP', 'exact'],
    ['lskr plngi', 'LP', 'near'],
    ['bumi manusia pramoedya', 'BM', 'exact'],
    ['bumi manusianya pramudya', 'BM', 'near'],
    ['negri lima menara', 'N5', 'near'],
    ['5cm', '5C', 'near'],
    ['sang pemimpi andrea', 'SP', 'exact'],
    ['ngri menara', 'N5', 'near'],
    ['kimia dsr', 'KM', 'near'],
    ['sejarah pramoedya', 'BM', 'exact'],
  ])('finds %s', async (text, id, how) => {
    const { catalogue } = await library();
    const [first] = (await catalogue.search({ text, limit: 5 })).hits;
    expect(first?.id).toBe(id);
    if (how === 'exact') expect(first?.closeness).toBe(1);
    else expect(first?.closeness).toSatisfy((closeness: number) => closeness > 0.5 && closeness < 1);
  });

  it('puts the very title first, then those that begin with it, then those that hold it, then its author', async () => {
    const { catalogue } = await library();
    expect(await ids(catalogue, { text: 'hujan' })).toEqual(['HJ', 'HB', 'KH', 'KM']);
  });

  it('says how it understood what was misspelt, and says nothing when it was not', async () => {
    const { catalogue } = await library();
    expect((await catalogue.search({ text: 'laskar plangi', limit: 1 })).correctedTo).toBe('laskar pelangi');
    expect((await catalogue.search({ text: 'laskar pelangi', limit: 1 })).correctedTo).toBeNull();
  });

  it.each(['ensiklopedia dinosaurus', 'zorro', 'hujan meteor', 'laskar bintang'])('has no title for %s', async (text) => {
    const { catalogue } = await library();
    expect(await ids(catalogue, { text })).toEqual([]);
  });

  it('marks a title as merely near when one of several words is missing', async () => {
    const { catalogue } = await library();
    const [near] = (await catalogue.search({ text: 'sang pemimpi lagi', limit: 1 })).hits;
    expect(near?.id).toBe('SP');
    expect(near?.closeness).toBeLessThanOrEqual(0.5);
  });

  it.each([
    '9793062797',
    '979-3062-79-7',
    '9789793062792',
    'ISBN 978-979-3062-79-2',
    'yang isbn: 979-3062-79-7 ada?',
    'cari 9789793062792 dong',
  ])('finds the book with ISBN %s', async (text) => {
    const { catalogue } = await library();
    expect(await ids(catalogue, { text })).toEqual(['LP']);
  });

  it.each(['979306', '979-3062', '97930627', 'isbn 9793062', '9789793062793', '978-602-03-3295-6'])(
    'finds nothing for %s, which is no whole ISBN or none of ours',
    async (text) => {
      const { catalogue } = await library();
      expect(await ids(catalogue, { text })).toEqual([]);
    },
  );

  it('takes no number for a slip of another', async () => {
    const { catalogue } = await library();
    expect(await ids(catalogue, { text: 'negeri 5 menara' })).toEqual(['N5']);
    expect((await catalogue.search({ text: 'negeri 9 menara', limit: 1 })).hits[0]?.closeness ?? 0).toBeLessThanOrEqual(0.5);
  });

  it.each([
    ['laskar pelangi 2005', 'LP'],
    ['novel laskar pelangi tahun 2005', 'LP'],
    ['sang pemimpi terbitan 2006', 'SP'],
    ['terbitan 2006', 'SP'],
    ['buku terbitan lentera dipantara', 'BM'],
    ['bumi manusia penerbit Lentera', 'BM'],
    ['rak 899.221 3', 'N5'],
    ['rak Lokal', 'KH'],
  ])('reads %s for a year, a publisher or a shelf', async (text, id) => {
    const { catalogue } = await library();
    expect(await ids(catalogue, { text })).toEqual([id]);
  });

  it.each<[Partial<CatalogueQuery>, string[]]>([
    [{ publisher: 'LENTERA' }, ['BM']],
    [{ publisher: '100%' }, []],
    [{ shelf: 'lokal' }, ['KH']],
    [{ shelf: '899.22' }, ['N5']],
    [{ reference: true }, ['KM']],
    [{ text: 'hujan', reference: false }, ['HJ', 'HB', 'KH']],
    [{ text: 'hujan', format: 'audio' }, ['HB']],
    [{ format: 'digital' }, ['5C']],
    [{ audience: 'child' }, ['BD']],
    [{ language: 'en' }, ['KH']],
    [{ localAuthor: true }, ['KH']],
    [{ year: 2006 }, ['SP']],
    [{ author: 'andrea hirata', availableOnly: true }, ['SP']],
    [{ author: 'andre hirata', text: 'laskar' }, ['LP']],
    [{ subject: 'belitung', year: 2005 }, ['LP']],
    [{ subject: 'astronomy' }, ['BD']],
    [{ text: 'hujan', branch: 'van' }, ['HJ']],
    [{ branch: 'van1' }, ['HJ']],
    [{ text: 'kisah bintang', branch: 'main' }, []],
    [{ text: 'laskar pelangi', availableOnly: true }, []],
  ])('keeps to the filters %o', async (query, expected) => {
    const { catalogue } = await library();
    expect(await ids(catalogue, query)).toEqual(expected);
  });

  it('shows further pages of one answer', async () => {
    const { catalogue } = await library();
    const second = await catalogue.search({ text: 'hujan', limit: 2, offset: 2 });
    expect(second.hits.map((hit) => hit.id)).toEqual(['KH', 'KM']);
    expect(second.total).toBe(4);
  });

  it('corrects towards a title that was added a moment ago', async () => {
    const { database, catalogue } = await stocked(open);
    expect(await ids(catalogue, { text: 'entrk' })).toEqual([]);
    await database.models.title.create({ data: title('EN', 'Entrok', 'Okky Madasari') });
    expect(await ids(catalogue, { text: 'entrk' })).toEqual(['EN']);
  });

  it('forgets a title that was removed, and follows one that was renamed', async () => {
    const { database, catalogue } = await stocked(open);
    await database.models.title.delete({ where: { id: '5C' } });
    await database.models.title.update({ where: { id: 'SP' }, data: { title: 'Edensor' } });
    expect(await ids(catalogue, { text: '5 cm' })).toEqual([]);
    expect(await ids(catalogue, { text: 'edensr' })).toEqual(['SP']);
    expect(await ids(catalogue, { text: 'sang pemimpi' })).toEqual([]);
  });

  it('finds words as written before its vocabulary is loaded', async () => {
    const { database } = await stocked(open);
    expect(await ids(createCatalogue({ database }), { text: 'sang pemimpi' })).toEqual(['SP']);
  });

  it.each(['"', "'", '* OR NOT', 'NEAR(a b)', ') (', "'; DROP TABLE", '🙂', '\u0000', 'a'.repeat(500), '-', '{key} : hujan'])(
    'takes %j for words, never for syntax',
    async (text) => {
      const { catalogue } = await library();
      await expect(catalogue.search({ text, author: text, subject: text, limit: 5 })).resolves.toBeDefined();
      await expect(catalogue.names.find(text)).resolves.toBeDefined();
    },
  );
});

describeOnEachDatabase('new arrivals and recommendations', (open) => {
  it('shows what was added since a day, the newest first, of a subject if wished', async () => {
    const { catalogue } = await stocked(open);
    expect(await catalogue.newArrivals({ since: '2026-02-01', limit: 5 })).toEqual(['BD']);
    expect((await catalogue.newArrivals({ since: '2026-01-01', limit: 20 }))[0]).toBe('BD');
    expect(await catalogue.newArrivals({ since: '2026-01-01', subject: 'belitung', limit: 5 })).toEqual(['LP', 'SP']);
    expect(await catalogue.newArrivals({ since: '2026-01-01', audience: 'teen', limit: 5 })).toEqual(['LP']);
  });

  it('recommends what is free now, the most wanted first', async () => {
    const { database, catalogue } = await stocked(open);
    await database.models.patron.create({ data: { id: 'p', name: 'Siti', card: 'K-1' } });
    await database.models.hold.create({ data: { id: 'h', patronId: 'p', titleId: 'HJ', placedAt: '2026-01-10T00:00:00.000Z' } });
    const recommended = await catalogue.recommend({ limit: 5 });
    expect(recommended[0]).toBe('HJ');
    expect([...recommended].sort()).toEqual(['5C', 'HJ', 'SP']);
  });

  it('recommends what is like a title, never the title itself', async () => {
    const { catalogue } = await stocked(open);
    expect(await catalogue.recommend({ similarTo: 'LP' as TitleId, limit: 5 })).toEqual(['SP']);
    expect(await catalogue.recommend({ subject: 'novel indonesia', limit: 5 })).toEqual(['SP']);
  });
});
