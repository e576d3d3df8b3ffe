import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCatalogue, type SearchableCatalogue } from '#circulation/search/catalogue.ts';
import { type Database, openDatabase } from '#database/database.ts';
import { seeded, syntheticTitles, writeTitles } from '#tests/bench/search-corpus.ts';
import { absentTitles, kinds, questionsOf } from '#tests/bench/search-questions.ts';
import { freshSqliteUrl } from '#tests/support/databases.ts';

const titles = syntheticTitles(5_000);
const sortedWords = (title: string): string => title.toLowerCase().split(' ').sort().join(' ');

describe('recall among five thousand titles', () => {
  let database: Database;
  let catalogue: SearchableCatalogue;

  beforeAll(async () => {
    database = await openDatabase({ url: await freshSqliteUrl() });
    await writeTitles(database, titles);
    catalogue = createCatalogue({ database });
    await catalogue.refresh();
  });
  afterAll(() => database.close());

  it.each(Object.keys(kinds))('%s: first in 95 of 100, among five in 98', async (kind) => {
    const asked = questionsOf(kind, titles, seeded(41), 100);
    const places = await Promise.all(
      asked.map(async ({ text, title }) => {
        const { hits } = await catalogue.search({ text, limit: 5 });
        return hits.findIndex((hit) => sortedWords(hit.title) === sortedWords(title.title));
      }),
    );
    expect(asked).toHaveLength(100);
    expect(places.filter((place) => place === 0).length).toBeGreaterThanOrEqual(95);
    expect(places.filter((place) => place >= 0).length).toBeGreaterThanOrEqual(98);
  });

  it('recognises 98 of 100 titles it does not have: none, or only ones that miss a word', async () => {
    const results = await Promise.all(absentTitles(titles, seeded(43), 200).map((text) => catalogue.search({ text, limit: 1 })));
    const recognised = results.filter(({ hits }) => (hits[0]?.closeness ?? 0) <= 0.5);
    expect(recognised.length).toBeGreaterThanOrEqual(196);
  });
});
