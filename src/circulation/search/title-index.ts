import type { Database, SqlValue } from '#database/database.ts';
import { breath } from './breath.ts';
import { asFts5, asTsquery, type Expression } from './expression.ts';
import type { WordCount } from './vocabulary.ts';

/** A title as the index keeps it. */
export interface Doc {
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

export interface Revision {
  readonly revision: number;
  readonly removed: number;
}

/** The full text index inside the database. */
export interface TitleIndex {
  /** titles that match, in no particular order: the first `limit` that are met */
  matching(expression: Expression, conditions: Conditions, limit: number): Promise<Doc[]>;
  /** for each expression at most `limit` titles that match it, all in one question to the database; one title may come twice */
  matchingAny(expressions: readonly Expression[], limit: number): Promise<Doc[]>;
  /** for each of these keys the title whose folded text it is; of several the one of which there is most */
  withKeys(keys: readonly string[]): Promise<Doc[]>;
  /** titles that are this key or go on after it */
  beginningWith(key: string, conditions: Conditions, limit: number): Promise<Doc[]>;
  withIsbn(isbns: readonly string[], conditions: Conditions): Promise<Doc[]>;
  /** titles that meet the conditions, the most wanted first */
  mostWanted(conditions: Conditions, limit: number, offset: number): Promise<Doc[]>;
  revision(): Promise<Revision>;
  changedAfter(revision: number, limit: number): Promise<Doc[]>;
  wordCounts(): Promise<WordCount[]>;
}

const columns = 'd."titleId", d."rawTitle", d."rawAuthor", d."rawSubjects", d."key", d."copies", d."popularity"';

// The title itself is joined only when a condition asks for it.
const joined = (conditions: Conditions): string => (conditions.texts.length === 0 ? '' : 'JOIN "Title" t ON t."id" = d."titleId"');
const andAlso = (conditions: Conditions): string => conditions.texts.map((text) => ` AND ${text}`).join('');

interface Dialect {
  readonly from: string;
  readonly matches: string;
  readonly write: (expression: Expression) => string;
  readonly matchingAny: (queries: readonly string[], limit: number) => { readonly text: string; readonly params: readonly SqlValue[] };
  readonly withKeys: string;
  readonly wordCounts: string;
  readonly parse: (lines: string) => Promise<WordCount[]>;
}

/** A line a word: the word, its titles in all, those with it in the title, those with it among the authors. */
const countsByWord = async (lines: string): Promise<WordCount[]> => {
  const counts: WordCount[] = [];
  const rest = breath();
  for (const [i, line] of lines.split('\n').entries()) {
    if (i % 1024 === 0) await rest();
    const [word = '', all, inTitle, inAuthor] = line.split(' ');
    counts.push({ word, all: Number(all), inTitle: Number(inTitle), inAuthor: Number(inAuthor) });
  }
  return counts;
};

/** A line for each column in which a word stands: the word, the column, its titles. Lines of one word are neighbours. */
const countsByColumn = async (lines: string): Promise<WordCount[]> => {
  const counts: { word: string; all: number; inTitle: number; inAuthor: number }[] = [];
  let last = { word: '', all: 0, inTitle: 0, inAuthor: 0 };
  const rest = breath();
  for (const [i, line] of lines.split('\n').entries()) {
    if (i % 1024 === 0) await rest();
    const column = line.indexOf(' ') + 1;
    const word = line.slice(0, column - 1);
    if (word !== last.word) {
      last = { word, all: 0, inTitle: 0, inAuthor: 0 };
      counts.push(last);
    }
    const titles = Number(line.slice(line.lastIndexOf(' ') + 1));
    // Of titles that hold it twice, in two places, one is counted: an estimate suffices.
    last.all = Math.max(last.all, titles);
    if (line.charAt(column) === 'k') last.inTitle = titles;
    else if (line.charAt(column) === 'a') last.inAuthor = titles;
  }
  return counts;
};

const sqlite: Dialect = {
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
  // One row for the whole vocabulary: ten thousands of row objects would hold up the loop.
  wordCounts: `SELECT group_concat(term || ' ' || col || ' ' || doc, char(10)) AS lines FROM "TitleVocabulary"`,
  parse: countsByColumn,
};

const postgresql: Dialect = {
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
  wordCounts: `SELECT string_agg(coalesce(whole.word, '') || ' ' || whole.ndoc || ' ' || coalesce(title.ndoc, 0) || ' ' || coalesce(author.ndoc, 0), chr(10)) AS lines
      FROM ts_stat('SELECT "words" FROM "TitleDoc"') whole
      LEFT JOIN ts_stat('SELECT "words" FROM "TitleDoc"', 'a') title ON title.word = whole.word
      LEFT JOIN ts_stat('SELECT "words" FROM "TitleDoc"', 'b') author ON author.word = whole.word`,
  parse: countsByWord,
};

export const titleIndexOf = ({ kind, sql }: Database): TitleIndex => {
  const dialect = kind === 'sqlite' ? sqlite : postgresql;
  const docs = (where: string, params: readonly SqlValue[]): Promise<Doc[]> =>
    sql.all<Doc>(`SELECT ${columns} FROM "TitleDoc" d ${where}`, params);
  return {
    matching: (expression, conditions, limit) =>
      sql.all<Doc>(`SELECT ${columns} FROM ${dialect.from} ${joined(conditions)} WHERE ${dialect.matches}${andAlso(conditions)} LIMIT ?`, [
        dialect.write(expression),
        ...conditions.params,
        limit,
      ]),
    matchingAny: async (expressions, limit) => {
      if (expressions.length === 0) return [];
      const { text, params } = dialect.matchingAny(expressions.map(dialect.write), limit);
      return sql.all<Doc>(text, params);
    },
    withKeys: (keys) => sql.all<Doc>(dialect.withKeys, [JSON.stringify(keys)]),
    // '!' follows the space and nothing of a key lies between them: the range is "key" and "key …".
    beginningWith: (key, conditions, limit) =>
      docs(`${joined(conditions)} WHERE d."key" >= ? AND d."key" < ?${andAlso(conditions)} ORDER BY d."key" LIMIT ?`, [
        key,
        `${key}!`,
        ...conditions.params,
        limit,
      ]),
    withIsbn: (isbns, conditions) =>
      docs(`${joined(conditions)} WHERE d."isbn" IN (${isbns.map(() => '?').join(', ')})${andAlso(conditions)} LIMIT 20`, [
        ...isbns,
        ...conditions.params,
      ]),
    mostWanted: (conditions, limit, offset) =>
      docs(`${joined(conditions)} WHERE 1 = 1${andAlso(conditions)} ORDER BY d."popularity" DESC, d."no" LIMIT ? OFFSET ?`, [
        ...conditions.params,
        limit,
        offset,
      ]),
    revision: async () => (await sql.all<Revision>('SELECT "revision", "removed" FROM "TitleRevision"'))[0] ?? { revision: 0, removed: 0 },
    changedAfter: (revision, limit) => docs('WHERE d."revision" > ? ORDER BY d."revision" LIMIT ?', [revision, limit]),
    wordCounts: async () => {
      const [row] = await sql.all<{ lines: string | null }>(dialect.wordCounts);
      return row?.lines === null || row === undefined ? [] : dialect.parse(row.lines);
    },
  };
};
