import type { Reading } from './corrections.ts';
import { keyOf } from './fold.ts';
import { bindingWords } from './ordinary-words.ts';
import type { Group, Question } from './question.ts';
import type { Doc } from './title-index.ts';

/** How well a title answers a question. */
export interface Ranked {
  readonly doc: Doc;
  readonly score: number;
  /** 0..1; above a half every word of the question was found, as written or nearly so */
  readonly closeness: number;
  /** the words of the question as they were understood for this title */
  readonly understood: string;
}

type Where = 'title' | 'author' | 'subject';

interface Found {
  readonly words: readonly string[];
  readonly cost: number;
  readonly where: Where;
}

const hasAll = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(` ${word} `));

const padded = (text: string): string => ` ${text} `;

class Fields {
  readonly title: string;
  readonly #doc: Doc;
  #author: string | undefined;
  #everywhere: string | undefined;

  constructor(doc: Doc) {
    this.#doc = doc;
    this.title = padded(doc.key);
  }

  // Folded only for the titles that need it: most questions are answered by the title alone.
  get author(): string {
    this.#author ??= padded(keyOf(this.#doc.rawAuthor));
    return this.#author;
  }

  get everywhere(): string {
    this.#everywhere ??= `${this.title}${this.author}${padded(keyOf(this.#doc.rawSubjects))}`;
    return this.#everywhere;
  }

  /** Where the reading stands, with an unfinished word completed. */
  whereIs({ words, unfinished }: Reading): { words: readonly string[]; where: Where } | null {
    const where = unfinished === true ? null : this.placeOf(words);
    if (where !== null) return { words, where };
    return unfinished === true ? this.completed(words[0] ?? '') : null;
  }

  private completed(beginning: string): { words: readonly string[]; where: Where } | null {
    const whole = this.everywhere.split(' ').find((word) => word.startsWith(beginning));
    const where = whole === undefined ? null : this.placeOf([whole]);
    return whole === undefined || where === null ? null : { words: [whole], where };
  }

  private placeOf(words: readonly string[]): Where | null {
    if (hasAll(this.title, words)) return 'title';
    if (hasAll(this.author, words)) return 'author';
    return hasAll(this.everywhere, words) ? 'subject' : null;
  }
}

const placePenalty = { title: 0, author: 0.05, subject: 0.3 } as const;

const foundIn = (fields: Fields, group: Group): Found | null => {
  let best: Found | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const reading of group.readings) {
    if (reading.cost >= least) continue;
    const met = fields.whereIs(reading);
    if (met === null) continue;
    const cost = reading.cost + placePenalty[met.where];
    if (cost < least) {
      least = cost;
      best = { ...met, cost: reading.cost };
    }
  }
  return best;
};

const withoutBinding = (key: string): string =>
  key
    .split(' ')
    .filter((word) => !bindingWords.has(word))
    .join(' ');

const mainTitle = (rawTitle: string): string => rawTitle.split(/[:/(;=]/, 1)[0] ?? '';

/** Exact title, then its beginning, all words in it, title and author, author, subject. */
const tierOf = (doc: Doc, understood: string, places: ReadonlySet<Where>): number => {
  if (doc.key === understood) return 6;
  if (places.has('subject')) return places.size === 1 ? 1 : 2;
  if (places.has('author')) return places.has('title') ? 3.5 : 3;
  if (withoutBinding(doc.key) === withoutBinding(understood)) return 5.9;
  if (doc.key.startsWith(`${understood} `)) return keyOf(mainTitle(doc.rawTitle)) === understood ? 5.8 : 5;
  return padded(doc.key).includes(padded(understood)) ? 4.5 : 4;
};

const understoodAs = ({ slots }: Question, found: ReadonlyMap<Group, Found>): string =>
  slots.map((slot) => (typeof slot === 'string' ? slot : (found.get(slot)?.words.join(' ') ?? slot.typed))).join(' ');

interface Tally {
  letters: number;
  kept: number;
  missing: number;
  cost: number;
}

const tallyOf = (groups: readonly Group[], found: ReadonlyMap<Group, Found>): Tally => {
  const tally: Tally = { letters: 0, kept: 0, missing: 0, cost: 0 };
  for (const group of groups) {
    const length = group.typed.length;
    tally.letters += length;
    const hit = found.get(group);
    if (hit === undefined) tally.missing += 1;
    else {
      tally.cost += hit.cost;
      tally.kept += Math.max(0, length - hit.cost);
    }
  }
  return tally;
};

const closenessOf = ({ letters, kept, missing }: Tally): number => {
  const share = letters === 0 ? 1 : Math.min(1, kept / letters);
  return missing === 0 ? 0.5 + share / 2 : share / 2;
};

/** How a title answers a question; null when more than one word of it is missing. */
export const ranked = (doc: Doc, question: Question): Ranked | null => {
  const fields = new Fields(doc);
  const found = new Map<Group, Found>();
  const places = new Set<Where>();
  for (const group of question.groups) {
    const hit = foundIn(fields, group);
    if (hit === null) continue;
    found.set(group, hit);
    places.add(hit.where);
  }
  const tally = tallyOf(question.groups, found);
  if (tally.missing > 1) return null;
  const understood = understoodAs(question, found);
  const spare = 1 - Math.min(1, understood.length / Math.max(1, doc.key.length));
  const score = tierOf(doc, understood, places) - 1.5 * tally.cost - 4 * tally.missing - 0.3 * spare;
  return { doc, score, closeness: closenessOf(tally), understood };
};

const wanted = (doc: Doc): number => doc.popularity + doc.copies;

/** Best first; among equals the title of which there is more, and which is asked for more. */
export const bestFirst = (a: Ranked, b: Ranked): number => {
  // Rounded: a hair's breadth of difference in length must not outweigh what people read.
  const difference = Math.round(b.score * 10) - Math.round(a.score * 10);
  return difference !== 0 ? difference : wanted(b.doc) - wanted(a.doc) || b.score - a.score || (a.doc.key < b.doc.key ? -1 : 1);
};
