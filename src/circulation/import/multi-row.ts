import type { SqlStatements, SqlValue } from '#database/sql.ts';

// SQLite binds 32,766 values in one statement, PostgreSQL 65,535. Binding these takes some milliseconds of the event loop;
// smaller statements would make the database wait for it between them.
const mostValues = 8_000;

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** columns that are the same in every row: their values are written into the statement, so they must be our own words */
  readonly constants?: Readonly<Record<string, 'FALSE' | `'${string}'`>>;
  /** behind VALUES: what happens to a row that is there already */
  readonly onConflict?: string;
}

const quoted = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(',');
const placesFor = (columns: number): string => Array.from({ length: columns }, () => '?').join(',');

/** Inserts many rows with few statements (PERFORMANCE 8). Truth values go as 1 and 0. */
export const insertRows = async (sql: SqlStatements, table: Table, rows: readonly (readonly SqlValue[])[]): Promise<void> => {
  const size = Math.max(1, Math.floor(mostValues / table.columns.length));
  const constants = Object.entries(table.constants ?? {});
  const row = `(${[placesFor(table.columns.length), ...constants.map(([, value]) => value)].join(',')})`;
  const head = `INSERT INTO "${table.name}" (${quoted([...table.columns, ...constants.map(([column]) => column)])}) VALUES `;
  for (let from = 0; from < rows.length; from += size) {
    const some = rows.slice(from, from + size);
    await sql.run(`${head}${`${row},`.repeat(some.length - 1)}${row} ${table.onConflict ?? ''}`, some.flat());
  }
};

interface AlikeTable {
  readonly name: string;
  /** what differs from row to row */
  readonly columns: readonly string[];
  /** what all rows share: bound once */
  readonly shared: Readonly<Record<string, SqlValue>>;
}

/** Inserts rows that are alike but for a few columns: a value that all of them share travels once. */
export const insertAlike = async (sql: SqlStatements, table: AlikeTable, rows: readonly (readonly SqlValue[])[]): Promise<void> => {
  const size = Math.floor(mostValues / table.columns.length);
  const shared = Object.entries(table.shared);
  const row = `(${placesFor(table.columns.length)})`;
  const columns = quoted([...table.columns, ...shared.map(([column]) => column)]);
  const taken = [...table.columns.map((_, place) => `column${place + 1}`), ...shared.map(() => '?')].join(',');
  for (let from = 0; from < rows.length; from += size) {
    const some = rows.slice(from, from + size);
    const text = `INSERT INTO "${table.name}" (${columns}) SELECT ${taken} FROM (VALUES ${`${row},`.repeat(some.length - 1)}${row}) AS "new"`;
    await sql.run(text, [...shared.map(([, value]) => value), ...some.flat()]);
  }
};

/** Sets these columns to what was offered, on rows that share `key`. */
export const replaceOnConflict = (key: string, columns: readonly string[]): string =>
  `ON CONFLICT ("${key}") DO UPDATE SET ${columns.map((column) => `"${column}" = excluded."${column}"`).join(', ')}`;

/** The rows whose `column` is one of `values`, asked in few statements. `select` ends before WHERE's list. */
export const rowsIn = async <Row>(sql: SqlStatements, select: string, values: readonly string[]): Promise<readonly Row[]> => {
  const found: Row[] = [];
  for (let from = 0; from < values.length; from += mostValues) {
    const some = values.slice(from, from + mostValues);
    found.push(...(await sql.all<Row>(`${select} IN (${some.map(() => '?').join(',')})`, some)));
  }
  return found;
};
