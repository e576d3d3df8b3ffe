import type { Database, SqlValue } from '#database/database.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { TitleId } from '#shared/ids.ts';
import { conditionsOf, isFreeNow } from './conditions.ts';
import type { Expression } from './expression.ts';
import { keyOf, wordsOf } from './fold.ts';
import { bindingWords } from './ordinary-words.ts';
import type { Conditions, Doc, TitleIndex } from './title-index.ts';

type ArrivalsOptions = Parameters<Catalogue['newArrivals']>[0];
type RecommendOptions = Parameters<Catalogue['recommend']>[0];

const candidatesAtMost = 300;
const formats = ['braille', 'audio', 'large_print', 'digital'] as const;
const audiences = ['child', 'teen', 'adult'] as const;

const among = <T extends string>(known: readonly T[], value: string | undefined): T | undefined => known.find((one) => one === value);

const contentWords = (text: string): string[] => wordsOf(text).filter((word) => !bindingWords.has(word));

const allWords = (text: string, places: readonly ('title' | 'author' | 'subject')[]): Expression | null => {
  const words = contentWords(text);
  return words.length === 0 ? null : { all: words.map((word) => ({ word, in: places })) };
};

const filtersOf = (options: { readonly audience?: string; readonly format?: string }): Conditions => {
  const audience = among(audiences, options.audience);
  const format = among(formats, options.format);
  return conditionsOf({ ...(audience === undefined ? {} : { audience }), ...(format === undefined ? {} : { format }) });
};

const and = (conditions: Conditions, text: string, params: readonly SqlValue[] = []): Conditions => ({
  texts: [...conditions.texts, text],
  params: [...conditions.params, ...params],
});

// as: the column is the key of "Title"
const idOf = (doc: { readonly titleId: string }): TitleId => doc.titleId as TitleId;

/** What may be suggested to somebody whose age is not known: to take home, and for everybody. */
const suggestible = (options: RecommendOptions, conditions: Conditions): Conditions =>
  and(conditions, options.audience === 'adult' ? 'NOT t."reference"' : `NOT t."reference" AND t."audience" <> 'adult_only'`);

/** What the library added since a day, the newest first. */
export const newArrivals = async (database: Database, index: TitleIndex, options: ArrivalsOptions): Promise<readonly TitleId[]> => {
  const conditions = and(filtersOf(options), 't."addedOn" >= ?', [options.since]);
  const subject = options.subject === undefined ? null : allWords(options.subject, ['subject', 'title']);
  const only = subject === null ? null : new Set((await index.matching(subject, conditions, candidatesAtMost)).map((doc) => doc.titleId));
  if (only?.size === 0) return [];
  const rows = await database.sql.all<{ titleId: string }>(
    `SELECT t."id" AS "titleId" FROM "Title" t WHERE ${conditions.texts.join(' AND ')} ORDER BY t."addedOn" DESC, t."id" LIMIT ?`,
    [...conditions.params, only === null ? options.limit : 10_000],
  );
  return rows
    .filter((row) => only === null || only.has(row.titleId))
    .slice(0, options.limit)
    .map(idOf);
};

const subjectsOf = (doc: Doc): string[] => {
  const parsed: unknown = JSON.parse(doc.rawSubjects);
  return Array.isArray(parsed) ? parsed.filter((one): one is string => typeof one === 'string') : [];
};

const likeThis = (doc: Doc): Expression | null => {
  const traits = [...subjectsOf(doc).map((subject) => allWords(subject, ['subject'])), allWords(doc.rawAuthor, ['author'])];
  const known = traits.filter((trait): trait is Expression => trait !== null);
  return known.length === 0 ? null : { any: known };
};

/** Subjects in common, and the same author, who counts for two. */
const likeness = (doc: Doc, other: Doc): number => {
  const subjects = new Set(subjectsOf(doc).map(keyOf));
  const shared = subjectsOf(other).filter((subject) => subjects.has(keyOf(subject))).length;
  return shared + (doc.rawAuthor !== '' && keyOf(doc.rawAuthor) === keyOf(other.rawAuthor) ? 2 : 0);
};

const similar = async (index: TitleIndex, to: TitleId, conditions: Conditions): Promise<Doc[]> => {
  const doc = await index.withId(to);
  const expression = doc === undefined ? null : likeThis(doc);
  if (doc === undefined || expression === null) return [];
  const others = (await index.matching(expression, conditions, candidatesAtMost)).filter((other) => other.titleId !== to);
  return others
    .map((other) => ({ other, likeness: likeness(doc, other) }))
    .sort((a, b) => b.likeness - a.likeness || b.other.popularity - a.other.popularity)
    .map(({ other }) => other);
};

/** Titles that are free now: like a given one, on a subject, or simply the most wanted. */
export const recommend = async (index: TitleIndex, options: RecommendOptions): Promise<readonly TitleId[]> => {
  const conditions = suggestible(options, and(filtersOf(options), isFreeNow));
  if (options.similarTo !== undefined) {
    return (await similar(index, options.similarTo, conditions)).slice(0, options.limit).map(idOf);
  }
  const subject = options.subject === undefined ? null : allWords(options.subject, ['subject', 'title']);
  if (subject === null) return (await index.mostWanted(conditions, options.limit, 0)).map(idOf);
  const docs = await index.matching(subject, conditions, candidatesAtMost);
  return [...docs]
    .sort((a, b) => b.popularity - a.popularity || b.copies - a.copies)
    .slice(0, options.limit)
    .map(idOf);
};
