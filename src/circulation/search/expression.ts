/** Where a word must stand. */
export type Place = 'title' | 'author' | 'subject';

/** What a full text query asks, before it is written in the language of one database. */
export type Expression =
  | { readonly word: string; readonly in?: readonly Place[] /** the word may go on */; readonly unfinished?: boolean }
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] };

const ftsColumns = { title: '"key"', author: '"author"', subject: '"subjects"' } as const;
const weights = { title: 'A', author: 'B', subject: 'C' } as const;

// Words hold letters and digits only (fold.ts), so quoting them is enough.
/** In the query language of FTS5. */
export const asFts5 = (expression: Expression): string => {
  if ('all' in expression) return `(${expression.all.map(asFts5).join(' AND ')})`;
  if ('any' in expression) return `(${expression.any.map(asFts5).join(' OR ')})`;
  const places = expression.in === undefined ? '' : `{${expression.in.map((place) => ftsColumns[place]).join(' ')}} : `;
  return `(${places}"${expression.word}"${expression.unfinished === true ? ' *' : ''})`;
};

/** As a tsquery of PostgreSQL. */
export const asTsquery = (expression: Expression): string => {
  if ('all' in expression) return `(${expression.all.map(asTsquery).join(' & ')})`;
  if ('any' in expression) return `(${expression.any.map(asTsquery).join(' | ')})`;
  const places = (expression.in ?? []).map((place) => weights[place]).join('');
  const labels = `${expression.unfinished === true ? '*' : ''}${places}`;
  return `'${expression.word}'${labels === '' ? '' : `:${labels}`}`;
};
