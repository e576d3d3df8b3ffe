import type { Database } from '#database/database.ts';
import type { SqlStatements } from '#database/sql.ts';
import { insertRows } from './multi-row.ts';
import { comparable } from './repair-text.ts';

interface BranchRow {
  readonly id: string;
  readonly name: string;
}

/** The branches a file names; one the library does not know yet is added, under its own name. */
export interface Places {
  /** the branch of a location name; the first branch when a file says none */
  idOf(location: string): string;
  /** writes what was added; again is harmless */
  save(sql: SqlStatements): Promise<void>;
}

const slugOf = (name: string): string => comparable(name).replaceAll(' ', '-').slice(0, 40) || 'lokasi';

/** Reads the branches once; an empty library gets `main`. The names of new ones are put into `added`. */
export const readPlaces = async (database: Database, added: string[]): Promise<Places> => {
  const rows = await database.sql.all<BranchRow>(`SELECT "id", "name" FROM "Branch" WHERE "kind" = 'branch' ORDER BY "sortOrder", "id"`);
  const vans = await database.sql.all<BranchRow>(`SELECT "id", "name" FROM "Branch" WHERE "kind" <> 'branch'`);
  const byName = new Map([...vans, ...rows].map((row) => [comparable(row.name), row.id]));
  const ids = new Set([...rows, ...vans].map((row) => row.id));
  const news: BranchRow[] = [];
  const add = (id: string, name: string): string => {
    let free = id;
    for (let next = 2; ids.has(free); next += 1) free = `${id}-${next}`;
    ids.add(free);
    byName.set(comparable(name), free);
    news.push({ id: free, name });
    added.push(name);
    return free;
  };
  let first = rows.find((row) => row.id === 'main')?.id ?? rows[0]?.id;
  return {
    idOf: (location) => {
      if (location !== '') return byName.get(comparable(location)) ?? add(slugOf(location), location);
      first ??= add('main', 'Perpustakaan');
      return first;
    },
    save: (sql) => {
      const some = news.map(({ id, name }) => [id, name, 'branch', '', 50]);
      return insertRows(
        sql,
        { name: 'Branch', columns: ['id', 'name', 'kind', 'address', 'sortOrder'], onConflict: 'ON CONFLICT DO NOTHING' },
        some,
      );
    },
  };
};
