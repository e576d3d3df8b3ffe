import type { SqlStatements, SqlValue } from '#database/sql.ts';
import type { Field } from './columns.ts';
import { insertRows, replaceOnConflict, rowsIn } from './multi-row.ts';
import type { TitleFacts } from './title-entry.ts';

/** The columns of Title that an import may write, as the database holds them. */
export interface TitleRow {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly subjectsJson: string;
  readonly isbn: string | null;
  readonly publisher: string | null;
  readonly year: number | null;
  readonly synopsis: string | null;
  readonly language: string;
  readonly format: string;
  readonly audience: string;
  readonly callNumber: string | null;
  readonly shelf: string | null;
  readonly sourceKey: string;
  readonly source: string;
}

const factColumns = [
  'title',
  'author',
  'subjectsJson',
  'isbn',
  'publisher',
  'year',
  'synopsis',
  'language',
  'format',
  'audience',
  'callNumber',
  'shelf',
] as const;
type FactColumn = (typeof factColumns)[number];

const fieldBehind: Readonly<{ [column in FactColumn]: Field }> = {
  title: 'title',
  author: 'author',
  subjectsJson: 'subjects',
  isbn: 'isbn',
  publisher: 'publisher',
  year: 'year',
  synopsis: 'synopsis',
  language: 'language',
  format: 'format',
  audience: 'audience',
  callNumber: 'callNumber',
  shelf: 'shelf',
};

/** The columns a file speaks of: what it does not have stays as the staff left it. */
export const columnsIn = (fields: readonly Field[]): readonly FactColumn[] => {
  const spoken = new Set(fields);
  if (spoken.has('ddc')) spoken.add('callNumber');
  if (spoken.has('responsibility')) spoken.add('author');
  return factColumns.filter((column) => spoken.has(fieldBehind[column]));
};

export const titleRow = (id: string, sourceKey: string, { subjects, ...facts }: TitleFacts): TitleRow => ({
  id,
  sourceKey,
  source: 'import',
  subjectsJson: JSON.stringify(subjects),
  ...facts,
});

/** `before` with what the file says; null when that changes nothing. */
export const changedRow = (before: TitleRow, offered: TitleRow, columns: readonly FactColumn[]): TitleRow | null => {
  const changes = columns.filter((column) => before[column] !== offered[column]);
  if (changes.length === 0 && before.sourceKey === offered.sourceKey) return null;
  return { ...before, sourceKey: offered.sourceKey, ...Object.fromEntries(changes.map((column) => [column, offered[column]])) };
};

const select = `SELECT "id", "source", "sourceKey", ${factColumns.map((column) => `"${column}"`).join(', ')} FROM "Title" WHERE`;

export const titlesByKey = (sql: SqlStatements, keys: readonly string[]): Promise<readonly TitleRow[]> =>
  rowsIn<TitleRow>(sql, `${select} "source" = 'import' AND "sourceKey"`, keys);

export const titlesById = (sql: SqlStatements, ids: readonly string[]): Promise<readonly TitleRow[]> =>
  rowsIn<TitleRow>(sql, `${select} "id"`, ids);

/** Writes new and changed titles alike; the day a title came stays as it was, a new one came on `cameOn` of its id. */
export const saveTitles = async (sql: SqlStatements, rows: readonly TitleRow[], cameOn: (id: string) => string): Promise<void> => {
  const values = rows.map((row): SqlValue[] => [row.id, ...factColumns.map((column) => row[column]), cameOn(row.id), row.sourceKey]);
  await insertRows(
    sql,
    {
      name: 'Title',
      columns: ['id', ...factColumns, 'addedOn', 'sourceKey'],
      constants: { localAuthor: 'FALSE', reference: 'FALSE', source: "'import'" },
      onConflict: replaceOnConflict('id', [...factColumns, 'sourceKey']),
    },
    values,
  );
};
