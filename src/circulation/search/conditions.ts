import type { SqlValue } from '#database/database.ts';
import type { CatalogueQuery } from '#ports/catalogue.ts';
import { wordsOf } from './fold.ts';
import type { Conditions } from './title-index.ts';

type Filter = Pick<
  CatalogueQuery,
  'format' | 'audience' | 'language' | 'availableOnly' | 'localAuthor' | 'year' | 'publisher' | 'shelf' | 'reference' | 'branch'
>;

const inOneBranch = `c."branchId" = ?`;
const inAnyVan = `c."branchId" IN (SELECT b."id" FROM "Branch" b WHERE b."kind" = 'van')`;
const gone = `c."status" IN ('missing', 'lost', 'claimed_returned')`;

/** What can be had today: a copy that stands on a shelf, or a digital one. */
export const isFreeNow = `(t."digitalJson" IS NOT NULL OR EXISTS (SELECT 1 FROM "Copy" c WHERE c."titleId" = t."id" AND c."status" = 'available'))`;

// Books for grown-ups: both those recommended to them and those refused to everybody else.
const audienceText = (audience: string): [string, SqlValue[]] =>
  audience === 'adult' ? [`t."audience" IN ('adult', 'adult_only')`, []] : ['t."audience" = ?', [audience]];

const copyText = ({ availableOnly, branch }: Filter): [string, SqlValue[]] | null => {
  if (branch === undefined) return availableOnly === true ? [isFreeNow, []] : null;
  const place = branch === 'van' ? inAnyVan : inOneBranch;
  const state = availableOnly === true ? `c."status" = 'available'` : `NOT ${gone}`;
  return [`EXISTS (SELECT 1 FROM "Copy" c WHERE c."titleId" = t."id" AND ${state} AND ${place})`, branch === 'van' ? [] : [branch]];
};

const likeText = (text: string): string => text.toLowerCase().replace(/[\\%_]/g, '\\$&');

const shelfText = (shelf: string): [string, SqlValue[]] => [
  `(lower(t."shelf") = ? OR lower(t."callNumber") LIKE ? ESCAPE '\\')`,
  [shelf.toLowerCase(), `${likeText(shelf)}%`],
];

const publisherTexts = (publisher: string): [string, SqlValue[]][] =>
  wordsOf(publisher).map((word) => [`lower(t."publisher") LIKE ? ESCAPE '\\'`, [`%${likeText(word)}%`]]);

// Written bare: a truth value is 1 on SQLite and true on PostgreSQL.
const flagText = (column: string, value: boolean): [string, SqlValue[]] => [value ? `t."${column}"` : `NOT t."${column}"`, []];

/** The filters of a question that are facts of the title and its copies, as SQL. */
export const conditionsOf = (filter: Filter): Conditions => {
  const pairs: [string, SqlValue[]][] = [];
  if (filter.format === 'digital') pairs.push(['t."digitalJson" IS NOT NULL', []]);
  else if (filter.format !== undefined) pairs.push(['t."format" = ?', [filter.format]]);
  if (filter.audience !== undefined) pairs.push(audienceText(filter.audience));
  if (filter.language !== undefined) pairs.push(['t."language" = ?', [filter.language]]);
  if (filter.localAuthor !== undefined) pairs.push(flagText('localAuthor', filter.localAuthor));
  if (filter.reference !== undefined) pairs.push(flagText('reference', filter.reference));
  if (filter.year !== undefined) pairs.push(['t."year" = ?', [filter.year]]);
  if (filter.publisher !== undefined) pairs.push(...publisherTexts(filter.publisher));
  if (filter.shelf !== undefined) pairs.push(shelfText(filter.shelf));
  const copies = copyText(filter);
  if (copies !== null) pairs.push(copies);
  return { texts: pairs.map(([text]) => text), params: pairs.flatMap(([, params]) => params) };
};
