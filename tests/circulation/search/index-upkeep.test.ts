import { expect, it } from 'vitest';
import type { Database } from '#database/database.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';

const triggers = [
  'Copy_search_deleted',
  'Copy_search_inserted',
  'Copy_search_moved',
  'Hold_search_inserted',
  'Loan_search_inserted',
  'Title_search_deleted',
  'Title_search_inserted',
  'Title_search_updated',
];

const triggersOf = async ({ kind, sql }: Database): Promise<string[]> => {
  const rows = await sql.all<{ name: string }>(
    kind === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%\\_search\\_%' ESCAPE '\\' ORDER BY name`
      : `SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE '%\\_search\\_%' ORDER BY tgname COLLATE "C"`,
  );
  return rows.map((row) => row.name);
};

const keyOfTitle = async ({ sql }: Database, id: string): Promise<string | null> => {
  const [row] = await sql.all<{ key: string }>('SELECT "key" FROM "TitleDoc" WHERE "titleId" = ?', [id]);
  return row?.key ?? null;
};

describeOnEachDatabase('the index of the catalogue', (open) => {
  it('has every trigger after all migrations', async () => {
    expect(await triggersOf(await open())).toEqual(triggers);
  });

  it.each([
    ['Bumi Manusia', 'bumi manusia'],
    ["Jum'at Bersama Qur'an", 'jumat bersama quran'],
    ['  Négeri 5 Menara: (edisi ke-2)  ', 'negeri 5 menara edisi ke 2'],
    ['“Café” – Ñandú', 'cafe nandu'],
    ['5 cm.', '5 cm'],
    ['القُرآنُ الكريم', 'القرآن الكريم'],
  ])('folds the title %s as the words of a question are folded', async (title, key) => {
    const database = await open();
    await database.models.title.create({ data: { id: 't', title, addedOn: '2026-01-01' } });
    expect(await keyOfTitle(database, 't')).toBe(key);
  });

  it('follows what is written through models and through raw SQL', async () => {
    const database = await open();
    await database.models.title.create({ data: { id: 'a', title: 'Pulang', addedOn: '2026-01-01' } });
    await database.sql.run('INSERT INTO "Title" ("id", "title", "addedOn") VALUES (?, ?, ?), (?, ?, ?)', [
      'b',
      'Pergi',
      '2026-01-01',
      'c',
      'Hujan',
      '2026-01-01',
    ]);
    await database.models.title.update({ where: { id: 'a' }, data: { title: 'Pulang-Pergi' } });
    await database.models.title.delete({ where: { id: 'b' } });
    expect(await keyOfTitle(database, 'a')).toBe('pulang pergi');
    expect(await keyOfTitle(database, 'b')).toBeNull();
    expect(await keyOfTitle(database, 'c')).toBe('hujan');
  });

  it('keeps one row, with its counts, for a title that is written over', async () => {
    const database = await open();
    const { kind, sql } = database;
    const write = (title: string): Promise<unknown> =>
      sql.run(
        `INSERT ${kind === 'sqlite' ? 'OR REPLACE ' : ''}INTO "Title" ("id", "title", "addedOn") VALUES (?, ?, ?)${kind === 'sqlite' ? '' : ' ON CONFLICT ("id") DO UPDATE SET "title" = excluded."title"'}`,
        ['a', title, '2026-01-01'],
      );
    await write('Pulang');
    await sql.run('UPDATE "TitleDoc" SET "popularity" = 7');
    await write('Pergi');
    expect(await sql.all('SELECT "key", "popularity" FROM "TitleDoc"')).toEqual([{ key: 'pergi', popularity: 7 }]);
    if (kind === 'sqlite') {
      expect(await sql.all('SELECT rowid FROM "TitleWords" WHERE "TitleWords" MATCH ?', ['pulang'])).toEqual([]);
      await expect(sql.run(`INSERT INTO "TitleWords"("TitleWords", rank) VALUES ('integrity-check', 1)`)).resolves.toBeDefined();
    }
  });

  it('counts copies as they come, move and go', async () => {
    const database = await open();
    await database.models.branch.create({ data: { id: 'main', name: 'Pusat', kind: 'branch' } });
    await database.models.title.createMany({ data: ['a', 'b'].map((id) => ({ id, title: id, addedOn: '2026-01-01' })) });
    const copy = { branchId: 'main', homeBranchId: 'main', updatedAt: '2026-01-01T00:00:00.000Z' };
    await database.models.copy.createMany({ data: ['1', '2', '3'].map((code) => ({ ...copy, code, titleId: 'a' })) });
    await database.models.copy.update({ where: { code: '2' }, data: { titleId: 'b' } });
    await database.models.copy.delete({ where: { code: '3' } });
    const rows = await database.sql.all('SELECT "titleId", "copies" FROM "TitleDoc" ORDER BY "titleId"');
    expect(rows).toEqual([
      { titleId: 'a', copies: 1 },
      { titleId: 'b', copies: 1 },
    ]);
  });
});
