import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { createCatalogue, type SearchableCatalogue } from '#circulation/search/catalogue.ts';
import { type Database, openDatabase } from '#database/database.ts';
import { describeOnPostgresql, describeOnSqlite, freshPostgresqlUrl, freshSqliteUrl } from '#tests/support/databases.ts';

const opened: Database[] = [];
afterAll(async () => {
  for (const database of opened.splice(0)) await database.close();
});

const opening = async (url: string): Promise<Database> => {
  const database = await openDatabase({ url });
  opened.push(database);
  return database;
};

const title = (id: string, name: string, author = 'Tim Contoh') => ({ id, title: name, author, addedOn: '2026-01-10' });

interface TwoPrograms {
  /** the assistant: it has answered before the other program writes */
  readonly catalogue: SearchableCatalogue;
  /** an import or another assistant, with a connection of its own */
  readonly other: Database;
}

const programsOn = async (freshUrl: () => Promise<string>): Promise<TwoPrograms> => {
  const url = await freshUrl();
  const [database, other] = [await opening(url), await opening(url)];
  await database.models.title.createMany({ data: [title('LP', 'Laskar Pelangi', 'Andrea Hirata'), title('BM', 'Bumi Manusia')] });
  const catalogue = createCatalogue({ database });
  await catalogue.refresh();
  return { catalogue, other };
};

const found = async (catalogue: SearchableCatalogue, text: string): Promise<string[]> =>
  (await catalogue.search({ text, limit: 5 })).hits.map((hit) => hit.id);

const named = async (catalogue: SearchableCatalogue, text: string): Promise<string[]> =>
  (await catalogue.names.find(text)).map((match) => match.name);

/** The longest a change may stay unseen. */
const aSecond = (): Promise<void> => pause(1010);

const facts = (freshUrl: () => Promise<string>): void => {
  it('a title that another program adds is found a second later, misspelt too, and named in messages', async () => {
    const { catalogue, other } = await programsOn(freshUrl);
    expect(await named(catalogue, 'ada buku entrok nggak')).toEqual([]);
    await other.models.title.create({ data: title('EN', 'Entrok', 'Okky Madasari') });
    await aSecond();
    expect(await named(catalogue, 'ada buku entrok nggak')).toEqual(['Entrok']);
    expect(await named(catalogue, 'karya okky madasari')).toEqual(['Okky Madasari']);
    expect(await found(catalogue, 'entrk')).toEqual(['EN']);
  });

  it('an answer given before is forgotten when another program renames or removes the title', async () => {
    const { catalogue, other } = await programsOn(freshUrl);
    expect(await found(catalogue, 'laskar pelangi')).toEqual(['LP']);
    expect(await found(catalogue, 'bumi manusia')).toEqual(['BM']);
    expect(await named(catalogue, 'pinjam bumi manusia')).toEqual(['Bumi Manusia']);
    await other.models.title.update({ where: { id: 'LP' }, data: { title: 'Sang Pemimpi' } });
    await other.models.title.delete({ where: { id: 'BM' } });
    await aSecond();
    expect(await found(catalogue, 'laskar pelangi')).toEqual([]);
    expect(await found(catalogue, 'sang pemimpi')).toEqual(['LP']);
    expect(await found(catalogue, 'bumi manusia')).toEqual([]);
    expect(await named(catalogue, 'pinjam bumi manusia')).toEqual([]);
  });

  it('a whole import by another program is found a second later, and its words are soon corrected towards', async () => {
    const { catalogue, other } = await programsOn(freshUrl);
    expect(await found(catalogue, 'laskar pelangi')).toEqual(['LP']);
    const many = Array.from({ length: 1500 }, (_, i) => title(`m${i}`, `Katalog Wisata ${i}`));
    await other.models.title.createMany({ data: [...many, title('SR', 'Kerajaan Sriwijaya')] });
    await aSecond();
    expect(await found(catalogue, 'kerajaan sriwijaya')).toEqual(['SR']);
    expect((await found(catalogue, 'wisata')).length).toBe(5);
    await catalogue.refresh();
    expect(await found(catalogue, 'sriwijya')).toEqual(['SR']);
    expect(await named(catalogue, 'ada kerajaan sriwijaya?')).toEqual(['Kerajaan Sriwijaya']);
  });
};

describeOnSqlite('changes of the catalogue by another program', () => facts(freshSqliteUrl));
describeOnPostgresql('changes of the catalogue by another program', () => facts(freshPostgresqlUrl));
