import type { Database, SqlValue } from '#database/database.ts';
import type { TitleId } from '#shared/ids.ts';
import { asFts5, asTsquery, type Expression } from './expression.ts';
import type { TitleTexts } from './posting-lists.ts';

/** A title as the index keeps it. */
export interface Doc {
  readonly no: number;
  readonly titleId: string;
  readonly rawTitle: string;
  readonly rawAuthor: string;
  readonly rawSubjects: string;
  /** the title, folded */
  readonly key: string;
  readonly copies: number;
  readonly popularity: number;
}

/** Conditions on the title "t", to be joined by AND. */
export interface Conditions {
  readonly texts: readonly string[];
  readonly params: readonly SqlValue[];
}

export const noConditions: Conditions = { texts: [], params: [] };

export interface Revision {
  readonly revision: number;
  readonly removed: number;
}

/** What answers a question with titles. */
export interface TitleFinder {
  /** titles that match, in no particular order: the first `limit` that are met */
  matching(expression: Expression, conditions: Conditions, limit: number): Promise<readonly Doc[]>;
  withNumbers(numbers: readonly number[]): Promise<readonly Doc[]>;
  withIsbn(isbns: readonly string[], conditions: Conditions): Promise<readonly Doc[]>;
  /** titles whose folded text is one of these keys, of several the one of which there is most; and for each expression at most `limit` */
  named(names: { readonly keys: readonly string[]; readonly expressions: readonly Expression[] }, limit: number): Promise<readonly Doc[]>;
}

/** The full text index inside the database. */
export interface TitleIndex extends TitleFinder {
  /** titles that are this key or go on after it */
  beginningWith(key: string, conditions: Conditions, limit: number): Promise<readonly Doc[]>;
  withId(titleId: TitleId): Promise<Doc | undefined>;
  /** titles that meet the conditions, the most wanted first */
  mostWanted(conditions: Conditions, limit: number, offset: number): Promise<readonly Doc[]>;
  revision(): Promise<Revision>;
  changedAfter(revision: number, limit: number): Promise<readonly Doc[]>;
  /** titles in ascending order of their numbers, after one of them */
  textsAfter(no: number, limit: number): Promise<readonly TitleTexts[]>;
}

const columnNames = ['no', 'titleId', 'rawTitle', 'rawAuthor', 'rawSubjects', 'key', 'copies', 'popularity'] as const;
const columns = columnNames.map((name) => `d."${name}"`).join(', ');

type DocRow = readonly [number, string, string, string, string, string, number, number];

const docOf = ([no, titleId, rawTitle, rawAuthor, rawSubjects, key, copies, popularity]: DocRow): Doc => ({
  no,
  titleId,
  rawTitle,
  rawAuthor,
  rawSubjects,
  key,
  copies,
  popularity,
});

// The title itself is joined only when a condition asks for it.
const joined = (conditions: Conditions): string => (conditions.texts.length === 0 ? '' : 'JOIN "Title" t ON t."id" = d."titleId"');
const andAlso = (conditions: Conditions): string => conditions.texts.map((text) => ` AND ${text}`).join('');

interface Dialect {
  /** all rows in one, as JSON: a driver makes row objects at ten times the price */
  readonly inOne: (names: readonly string[], rows: string) => string;
  readonly from: string;
  readonly matches: string;
  readonly write: (expression: Expression) => string;
  readonly matchingAny: (queries: readonly string[], limit: number) => { readonly text: string; readonly params: readonly SqlValue[] };
  readonly withKeys: string;
  readonly withNumbers: string;
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

const sqlite: Dialect = {
  inOne: (names, rows) => `SELECT json_group_array(json_array(${quoted(names)})) AS "rows" FROM (${rows})`,
  from: '"TitleWords" w CROSS JOIN "TitleDoc" d ON d."no" = w.rowid',
  matches: '"TitleWords" MATCH ?',
  write: asFts5,
  // One text for any number of queries, so that it is prepared once.
  matchingAny: (queries, limit) => ({
    text: `SELECT ${columns} FROM (
      SELECT (SELECT json_group_array(no) FROM (SELECT w.rowid AS no FROM "TitleWords" w WHERE "TitleWords" MATCH q.value LIMIT ?)) AS found
      FROM json_each(?) q) lists CROSS JOIN json_each(lists.found) one CROSS JOIN "TitleDoc" d ON d."no" = one.value`,
    params: [limit, JSON.stringify(queries)],
  }),
  // Bare columns beside max() are those of the row that has it.
  withKeys: `SELECT ${columns}, max(d."copies" + d."popularity") FROM json_each(?) q CROSS JOIN "TitleDoc" d ON d."key" = q.value GROUP BY d."key"`,
  withNumbers: `SELECT ${columns} FROM json_each(?) q CROSS JOIN "TitleDoc" d ON d."no" = q.value`,
};

const postgresql: Dialect = {
  inOne: (names, rows) => `SELECT coalesce(json_agg(json_build_array(${quoted(names)})), '[]')::text AS "rows" FROM (${rows}) d`,
  from: '"TitleDoc" d',
  matches: 'd."words" @@ ?::tsquery',
  write: asTsquery,
  // Not LATERAL over a list: not knowing the words beforehand, the planner would read the whole table for each.
  matchingAny: (queries, limit) => ({
    text: queries.map(() => `(SELECT ${columns} FROM "TitleDoc" d WHERE d."words" @@ ?::tsquery LIMIT ${limit})`).join(' UNION ALL '),
    params: queries,
  }),
  withKeys: `SELECT DISTINCT ON (d."key") ${columns} FROM "TitleDoc" d
      WHERE d."key" = ANY (ARRAY(SELECT jsonb_array_elements_text(?::jsonb))) ORDER BY d."key", d."copies" + d."popularity" DESC`,
  withNumbers: `SELECT ${columns} FROM "TitleDoc" d WHERE d."no" = ANY (ARRAY(SELECT jsonb_array_elements_text(?::jsonb)::integer))`,
};

export const titleIndexOf = ({ kind, sql }: Pick<Database, 'kind' | 'sql'>): TitleIndex => {
  const dialect = kind === 'sqlite' ? sqlite : postgresql;
  const rows = async <Row>(names: readonly string[], text: string, params: readonly SqlValue[]): Promise<readonly Row[]> => {
    const [row] = await sql.all<{ rows: string }>(dialect.inOne(names, text), params);
    // as: the columns are those of the model, in the order of their names
    return JSON.parse(row?.rows ?? '[]') as Row[];
  };
  const docs = async (text: string, params: readonly SqlValue[]): Promise<readonly Doc[]> =>
    (await rows<DocRow>(columnNames, text, params)).map(docOf);
  const docsWhere = (where: string, params: readonly SqlValue[]): Promise<readonly Doc[]> =>
    docs(`SELECT ${columns} FROM "TitleDoc" d ${where}`, params);
  return {
    matching: (expression, conditions, limit) =>
      docs(`SELECT ${columns} FROM ${dialect.from} ${joined(conditions)} WHERE ${dialect.matches}${andAlso(conditions)} LIMIT ?`, [
        dialect.write(expression),
        ...conditions.params,
        limit,
      ]),
    named: async ({ keys, expressions }, limit) => {
      const { text, params } = dialect.matchingAny(expressions.map(dialect.write), limit);
      const [exact, alike] = await Promise.all([
        keys.length > 0 ? docs(dialect.withKeys, [JSON.stringify(keys)]) : [],
        expressions.length > 0 ? docs(text, params) : [],
      ]);
      return [...exact, ...alike];
    },
    // '!' follows the space and nothing of a key lies between them: the range is "key" and "key …".
    beginningWith: (key, conditions, limit) =>
      docsWhere(`${joined(conditions)} WHERE d."key" >= ? AND d."key" < ?${andAlso(conditions)} ORDER BY d."key" LIMIT ?`, [
        key,
        `${key}!`,
        ...conditions.params,
        limit,
      ]),
    withIsbn: (isbns, conditions) =>
      docsWhere(`${joined(conditions)} WHERE d."isbn" IN (${isbns.map(() => '?').join(', ')})${andAlso(conditions)} LIMIT 20`, [
        ...isbns,
        ...conditions.params,
      ]),
    withNumbers: (numbers) => docs(dialect.withNumbers, [JSON.stringify(numbers)]),
    withId: async (titleId) => (await docsWhere('WHERE d."titleId" = ?', [titleId]))[0],
    mostWanted: (conditions, limit, offset) =>
      docsWhere(`${joined(conditions)} WHERE 1 = 1${andAlso(conditions)} ORDER BY d."popularity" DESC, d."no" LIMIT ? OFFSET ?`, [
        ...conditions.params,
        limit,
        offset,
      ]),
    revision: async () => (await sql.all<Revision>('SELECT "revision", "removed" FROM "TitleRevision"'))[0] ?? { revision: 0, removed: 0 },
    changedAfter: (revision, limit) => docsWhere('WHERE d."revision" > ? ORDER BY d."revision" LIMIT ?', [revision, limit]),
    textsAfter: async (no, limit) =>
      (
        await rows<[number, string, string, string]>(
          ['no', 'key', 'rawAuthor', 'rawSubjects'],
          'SELECT "no", "key", "rawAuthor", "rawSubjects" FROM "TitleDoc" WHERE "no" > ? ORDER BY "no" LIMIT ?',
          [no, limit],
        )
      ).map(([number, key, author, subjects]) => ({ no: number, key, author, subjects })),
  };
};
