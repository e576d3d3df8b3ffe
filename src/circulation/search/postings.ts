import type { Expression } from './expression.ts';
import { wordsOf } from './fold.ts';
import { bitsOf, matcherOf } from './matching.ts';
import { bitOf, type PostingLists } from './posting-lists.ts';
import type { Doc } from './title-index.ts';

/** A title that came or changed after the lists were made. */
interface Late {
  readonly key: string;
  /** where each of its words stands */
  readonly words: ReadonlyMap<string, number>;
}

const lateOf = (doc: Doc): Late => {
  const words = new Map<string, number>();
  const note = (text: string, bit: number): void => {
    for (const word of wordsOf(text)) words.set(word, (words.get(word) ?? 0) | bit);
  };
  note(doc.key, bitOf.title);
  note(doc.rawAuthor, bitOf.author);
  note(doc.rawSubjects, bitOf.subject);
  return { key: doc.key, words };
};

const matches = (late: Late, expression: Expression): boolean => {
  if ('all' in expression) return expression.all.every((part) => matches(late, part));
  if ('any' in expression) return expression.any.some((part) => matches(late, part));
  const bits = bitsOf(expression.in);
  if (expression.unfinished !== true) return ((late.words.get(expression.word) ?? 0) & bits) !== 0;
  return [...late.words].some(([word, places]) => (places & bits) !== 0 && word.startsWith(expression.word));
};

/**
 * Which titles hold which words, in memory: what the full text index of the database knows too, at a twentieth of its
 * price (PERFORMANCE finding 5). Answers are numbers of titles; one of them may have been removed from the catalogue.
 */
export class Postings {
  readonly #lists: PostingLists;
  readonly #late = new Map<number, Late>();

  constructor(lists: PostingLists) {
    this.#lists = lists;
  }

  /** titles noted since the lists were made: they are read through one by one */
  get added(): number {
    return this.#late.size;
  }

  /** Notes a title that is new or was changed. */
  note(doc: Doc): void {
    this.#late.set(doc.no, lateOf(doc));
  }

  /** The first `limit` titles that match. */
  matching(expression: Expression, limit: number): number[] {
    const found = matcherOf(this.#lists, expression).collect(limit, (no) => !this.#late.has(no));
    if (this.#late.size === 0) return found;
    return [...this.#lateWith((late) => matches(late, expression)), ...found].slice(0, limit);
  }

  /** Titles whose folded text is this, and perhaps one that is not. */
  withKey(key: string): number[] {
    const found = this.#lists.keys.numbersWith(key);
    if (this.#late.size === 0) return found;
    return [...this.#lateWith((late) => late.key === key), ...found.filter((no) => !this.#late.has(no))];
  }

  #lateWith(fits: (late: Late) => boolean): number[] {
    return [...this.#late].filter(([, late]) => fits(late)).map(([no]) => no);
  }
}
