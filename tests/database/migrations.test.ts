import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Database, openDatabase } from '#database/database.ts';
import { Prisma } from '#database/generated/sqlite/client.ts';
import { readMigrations } from '#database/migrations.ts';
import { Misconfigured } from '#shared/faults.ts';
import { describeOnEachDatabase, describeOnSqlite, freshSqliteUrl, temporaryFolder } from '#tests/support/databases.ts';
import { derivePostgresqlSchema } from '../../tools/derive-schema.ts';

const folder = join(import.meta.dirname, '../../prisma');

/** The program's migrations plus further ones, in a folder of their own. */
const migrationsWith = async (more: Readonly<Record<string, string>>): Promise<string> => {
  const copy = await temporaryFolder();
  await cp(join(folder, 'migrations'), copy, { recursive: true });
  for (const [name, sql] of Object.entries(more)) {
    await mkdir(join(copy, 'sqlite', name), { recursive: true });
    await writeFile(join(copy, 'sqlite', name, 'migration.sql'), sql);
  }
  return copy;
};

const upgrade = async (url: string, more: Readonly<Record<string, string>>): Promise<Database> =>
  openDatabase({ url, migrationsFolder: await migrationsWith(more) });

const familyUrl = async (): Promise<string> => {
  const url = await freshSqliteUrl();
  const database = await openDatabase({ url });
  const { account, link, patron } = database.models;
  await patron.create({ data: { id: 'p', name: 'Siti', card: '1' } });
  await account.create({ data: { id: 'a', platform: 'terminal', accountId: '1', createdAt: 'x' } });
  await link.create({ data: { id: 'l', accountId: 'a', patronId: 'p', linkedAt: 'x' } });
  await database.close();
  return url;
};

const patronRedefined = async (): Promise<string> => {
  const [first] = await readMigrations('sqlite');
  const table = /CREATE TABLE "Patron" \(([\s\S]*?)\n\);/.exec(first?.sql ?? '')?.[1] ?? '';
  // columns that later migrations added do not matter here
  const columns = [...table.matchAll(/^\s*("\w+")/gm)].map(([, column]) => column).join(', ');
  return `PRAGMA defer_foreign_keys=ON; PRAGMA foreign_keys=OFF;
    CREATE TABLE "new_Patron" (${table}, "nickname" TEXT);
    INSERT INTO "new_Patron" (${columns}) SELECT ${columns} FROM "Patron";
    DROP TABLE "Patron"; ALTER TABLE "new_Patron" RENAME TO "Patron";
    CREATE UNIQUE INDEX "Patron_card_key" ON "Patron"("card"); PRAGMA foreign_keys=ON; PRAGMA defer_foreign_keys=OFF;`;
};

describeOnEachDatabase('a new database', (open) => {
  test('has every table and column of the model', async () => {
    const { models } = await open();
    const delegates = Object.keys(Prisma.ModelName).map(
      (name) => [name, Reflect.get(models, name[0]?.toLowerCase() + name.slice(1))] as const,
    );
    expect(delegates.length).toBeGreaterThan(30);
    for (const [, delegate] of delegates) await expect((delegate as { findFirst(): Promise<unknown> }).findFirst()).resolves.toBeNull();
  });

  test('remembers its migrations with their checksums', async () => {
    const database = await open();
    const applied = await database.sql.all(`SELECT migration_name AS name, checksum FROM _prisma_migrations ORDER BY migration_name`);
    expect(applied).toEqual((await readMigrations(database.kind)).map(({ name, checksum }) => ({ name, checksum })));
  });
});

describeOnSqlite('an upgrade', () => {
  test('that rebuilds a parent table keeps its children', async () => {
    const url = await familyUrl();
    const database = await upgrade(url, { '900_nickname': await patronRedefined() });
    expect(await database.sql.all('SELECT "name", "nickname" FROM "Patron"')).toEqual([{ name: 'Siti', nickname: null }]);
    expect(await database.models.link.count()).toBe(1);
    await database.sql.run(`DELETE FROM "Patron" WHERE "id" = 'p'`);
    expect(await database.models.link.count()).toBe(0); // foreign keys are on again
    await database.close();
  });

  test('that fails at its last statement leaves the database as it was', async () => {
    const url = await familyUrl();
    const failing = { '900_first': 'CREATE TABLE one (x);', '901_second': 'CREATE TABLE two (x); INSERT INTO nowhere VALUES (1);' };
    await expect(upgrade(url, failing)).rejects.toThrow('no such table: nowhere');
    const database = await openDatabase({ url });
    expect(await database.sql.all(`SELECT name FROM sqlite_master WHERE name IN ('one', 'two')`)).toEqual([]);
    await database.close();
  });

  test.for([
    ['loses rows', 'DELETE FROM "Link"', 'loses rows of Link: 1 before, 0 after'],
    ['orphans children', 'DELETE FROM "Patron"', 'breaks foreign keys'],
  ] as const)('that %s is refused and undone', async ([, sql, complaint]) => {
    const url = await familyUrl();
    await expect(upgrade(url, { '900_careless': sql })).rejects.toThrow(complaint);
    const database = await openDatabase({ url });
    expect([await database.models.patron.count(), await database.models.link.count()]).toEqual([1, 1]);
    await database.close();
  });

  test('with a trigger, whose body has semicolons, is applied whole', async () => {
    const trigger =
      'CREATE TRIGGER t AFTER INSERT ON "Branch" BEGIN UPDATE "Branch" SET "name" = upper("name"); UPDATE "Branch" SET "kind" = \'van\'; END;';
    const database = await upgrade(await freshSqliteUrl(), { '900_trigger': trigger });
    await database.models.branch.create({ data: { id: 'b', name: 'ilir', kind: 'branch' } });
    expect(await database.models.branch.findFirst()).toMatchObject({ name: 'ILIR', kind: 'van' });
    await database.close();
  });

  test('by two programs at once happens once', async () => {
    const [url, migrationsFolder] = [await freshSqliteUrl(), await migrationsWith({ '900_one': 'CREATE TABLE one (x);' })];
    const both = await Promise.all([openDatabase({ url, migrationsFolder }), openDatabase({ url, migrationsFolder })]);
    for (const database of both) await database.close();
  });

  test('is refused to an older program', async () => {
    const url = await freshSqliteUrl();
    await (await upgrade(url, { '900_future': 'CREATE TABLE future (x);' })).close();
    await expect(openDatabase({ url })).rejects.toThrow(Misconfigured);
    await expect(openDatabase({ url })).rejects.toThrow('newer than this program (it has the migration 900_future)');
  });

  test('whose file was edited afterwards is refused', async () => {
    const url = await freshSqliteUrl();
    await (await upgrade(url, { '900_edited': 'CREATE TABLE edited (x);' })).close();
    await expect(upgrade(url, { '900_edited': 'CREATE TABLE edited (x, y);' })).rejects.toThrow('900_edited was edited');
  });
});

test('an address that names neither database is refused with both spellings', async () => {
  await expect(async () => openDatabase({ url: 'mysql://localhost/library' })).rejects.toThrow(
    'postgresql://user:password@host:5432/database',
  );
});

test('the PostgreSQL schema is derived from the canonical one', async () => {
  const [canonical, derived] = await Promise.all([
    readFile(join(folder, 'schema.prisma'), 'utf8'),
    readFile(join(folder, 'postgresql.prisma'), 'utf8'),
  ]);
  expect(derived).toBe(derivePostgresqlSchema(canonical));
});
