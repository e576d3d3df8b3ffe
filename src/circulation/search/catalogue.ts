import type { Database } from '#database/database.ts';
import type { Catalogue, CatalogueHit, CatalogueQuery, CatalogueResult } from '#ports/catalogue.ts';
import type { Clock } from '#ports/clock.ts';
import type { Names } from '#ports/names.ts';
import type { TitleId } from '#shared/ids.ts';
import { Answers } from './answers.ts';
import { conditionsOf } from './conditions.ts';
import type { Expression } from './expression.ts';
import { keyOf, wordsOf } from './fold.ts';
import { isbnsOf } from './isbn.ts';
import { createNames } from './names.ts';
import { asMeant, asTyped, besideWords, both, expressionButOne, expressionOf, isKnown, type Question, rarestOf } from './question.ts';
import { bestFirst, type Ranked, ranked } from './ranking.ts';
import { otherReadingsOf } from './readings.ts';
import { newArrivals, recommend } from './shelves.ts';
import { quickFinderOf } from './quick-index.ts';
import { type Conditions, type Doc, type TitleFinder, type TitleIndex, titleIndexOf } from './title-index.ts';
import { keepVocabulary, type VocabularyKeeper } from './vocabulary-keeper.ts';

export interface SearchableCatalogue extends Catalogue {
  readonly names: Names;
  /** resolves when everything written before the call is known, to the corrector and to `names` */
  refresh(): Promise<void>;
}

// What more than so many titles answer is not ranked as a whole: ordering all titles with a frequent word would hold
// up everybody (PERFORMANCE finding 5).
const candidatesAtMost = 200;
const beginningsAtMost = 40;
const rareTitles = 30;
// Below this a title is not what was asked for; up to a half a word of the question is missing.
const closeEnough = 0.36;
/** Above it every word of the question was found. */
const wholeQuestion = 0.5;

interface Asked {
  readonly query: CatalogueQuery;
  readonly conditions: Conditions;
  /** author and subject, as conditions of the full text */
  readonly also: Expression | null;
}

const hitOf = ({ doc, closeness }: Ranked): CatalogueHit => ({
  // as: the column is the key of "Title"
  id: doc.titleId as TitleId,
  title: doc.rawTitle,
  author: doc.rawAuthor,
  closeness: Math.round(closeness * 1000) / 1000,
});

const rankedAll = (docs: readonly Doc[], question: Question): Ranked[] =>
  [...new Map(docs.map((doc) => [doc.titleId, doc])).values()]
    .map((doc) => ranked(doc, question))
    .filter((one): one is Ranked => one !== null && one.closeness >= closeEnough)
    .sort(bestFirst);

const noResult: CatalogueResult = { hits: [], total: 0, correctedTo: null };

interface SearchParts {
  readonly index: TitleIndex;
  readonly finder: TitleFinder;
  readonly keeper: VocabularyKeeper;
}

class Search {
  readonly #index: TitleIndex;
  readonly #finder: TitleFinder;
  readonly #keeper: VocabularyKeeper;
  readonly #answers: Answers;

  constructor({ index, finder, keeper }: SearchParts) {
    this.#index = index;
    this.#finder = finder;
    this.#keeper = keeper;
    this.#answers = new Answers(keeper);
  }

  async search(query: CatalogueQuery): Promise<CatalogueResult> {
    await this.#keeper.look();
    const found = await this.#answers.of(query, () => this.#currentAnswer(query));
    if ((found.hits[0]?.closeness ?? 0) > wholeQuestion) return found;
    for (const reading of otherReadingsOf(query)) {
      const other = await this.#answer(reading);
      if ((other.hits[0]?.closeness ?? 0) > wholeQuestion) return other;
    }
    return found;
  }

  async #currentAnswer(query: CatalogueQuery): Promise<CatalogueResult> {
    const found = await this.#answer(query);
    if (found.hits.length > 0 || wordsOf(query.text).length === 0) return found;
    // Nothing: perhaps the word is newer than the vocabulary.
    const before = this.#keeper.version;
    if (this.#keeper.isLoaded) await this.#keeper.refresh();
    return this.#keeper.version === before ? found : this.#answer(query);
  }

  async #answer(query: CatalogueQuery): Promise<CatalogueResult> {
    const conditions = conditionsOf(query);
    const isbns = isbnsOf(query.text);
    if (isbns !== null) {
      const docs = await this.#index.withIsbn(isbns, conditions);
      return this.#page(
        docs.map((doc) => ({ doc, score: 0, closeness: 1, understood: query.text })),
        query,
      );
    }
    const also = this.#filterExpression(query);
    if (also === 'unknown') return noResult;
    if (wordsOf(query.text).length === 0) return this.#listing({ query, conditions, also });
    return this.#byWords({ query, conditions, also });
  }

  async #byWords(asked: Asked): Promise<CatalogueResult> {
    const { text } = asked.query;
    const vocabulary = this.#keeper.current;
    const typed = asTyped(text);
    if (!this.#keeper.isLoaded || isKnown(typed, vocabulary)) {
      const hits = await this.#candidates(asked, typed, expressionOf(typed));
      if (hits.length > 0) return this.#page(hits, asked.query);
    }
    if (!this.#keeper.isLoaded) return noResult;
    for (const effort of ['unknown-words', 'all-words'] as const) {
      const meant = asMeant(text, vocabulary, effort);
      const hits = await this.#candidates(asked, meant, expressionOf(meant));
      if (hits.length > 0) return this.#page(hits, asked.query);
      if (effort === 'all-words') return this.#page(await this.#nearest(asked, meant), asked.query);
    }
    return noResult;
  }

  /** When no title has all the words in any reading: one that has a rare word, and the others with many slips; or all but one. */
  async #nearest(asked: Asked, meant: Question): Promise<Ranked[]> {
    const rare = rarestOf(meant, this.#keeper.current, rareTitles);
    if (rare !== null) {
      const docs = await this.#finder.matching({ word: rare, in: ['title'] }, asked.conditions, rareTitles);
      const hits = rankedAll(docs, besideWords(meant, [...new Set(docs.flatMap((doc) => doc.key.split(' ')))], this.#keeper.current));
      if ((hits[0]?.closeness ?? 0) > wholeQuestion && asked.also === null)
        return hits.filter(({ closeness }) => closeness > wholeQuestion);
    }
    return this.#candidates(asked, meant, expressionButOne(meant));
  }

  async #candidates({ query, conditions, also }: Asked, question: Question, expression: Expression | null): Promise<Ranked[]> {
    if (expression === null) return [];
    const docs = await this.#finder.matching(both(expression, also) ?? expression, conditions, candidatesAtMost);
    const hits = rankedAll(docs, question);
    if (docs.length < candidatesAtMost || also !== null) return hits;
    // There are more: the titles that begin with the question, or are it, must not be among those never looked at.
    const understood = [...new Set([keyOf(query.text), ...hits.map((hit) => hit.understood)])].slice(0, 4);
    const beginnings = await Promise.all(understood.map((key) => this.#index.beginningWith(key, conditions, beginningsAtMost)));
    return rankedAll([...docs, ...beginnings.flat()], question);
  }

  async #listing({ query, conditions, also }: Asked): Promise<CatalogueResult> {
    const last = (query.offset ?? 0) + query.limit;
    const docs =
      also === null
        ? await this.#index.mostWanted(conditions, Math.max(last, candidatesAtMost), 0)
        : await this.#finder.matching(also, conditions, candidatesAtMost);
    const hits = docs.map((doc) => ({ doc, score: 0, closeness: 1, understood: '' }));
    return this.#page(also === null ? hits : hits.sort(bestFirst), query);
  }

  #filterExpression({ author, subject }: CatalogueQuery): Expression | null | 'unknown' {
    const byAuthor = this.#within(author, (question) => expressionOf(question, ['author']));
    const bySubject = this.#within(subject, (question) => expressionOf(question, ['subject', 'title']));
    return byAuthor === 'unknown' || bySubject === 'unknown' ? 'unknown' : both(byAuthor, bySubject);
  }

  #within(text: string | undefined, express: (question: Question) => Expression | null): Expression | null | 'unknown' {
    if (text === undefined || wordsOf(text).length === 0) return null;
    const vocabulary = this.#keeper.current;
    const typed = asTyped(text);
    const question = !this.#keeper.isLoaded || isKnown(typed, vocabulary) ? typed : asMeant(text, vocabulary, 'all-words');
    return express(question) ?? 'unknown';
  }

  #page(hits: readonly Ranked[], query: CatalogueQuery): CatalogueResult {
    const from = query.offset ?? 0;
    const understood = hits[0]?.understood ?? '';
    const corrected = hits.length > 0 && understood !== keyOf(query.text) && isbnsOf(query.text) === null;
    return {
      hits: hits.slice(from, from + query.limit).map(hitOf),
      total: hits.length,
      correctedTo: corrected && understood !== '' ? understood : null,
    };
  }
}

export interface CatalogueParts {
  readonly database: Database;
  /** not needed so far: which titles there are is no question of time */
  readonly clock?: Clock;
}

/** The catalogue of titles inside the database; corrections work once its vocabulary is loaded, in the background. */
export const createCatalogue = ({ database }: CatalogueParts): SearchableCatalogue => {
  const index = titleIndexOf(database);
  const keeper = keepVocabulary(index);
  const finder = quickFinderOf(index, keeper);
  const search = new Search({ index, finder, keeper });
  const names = createNames({ database, finder, keeper });
  keeper.look()?.catch(() => undefined);
  return {
    search: (query) => search.search(query),
    newArrivals: (options) => newArrivals(database, index, options),
    recommend: (options) => recommend(index, options),
    names,
    refresh: async () => void (await Promise.all([keeper.refresh(), names.refresh()])),
  };
};
