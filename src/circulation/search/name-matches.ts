import type { NameMatch } from '#ports/names.ts';
import { align, type Alignment } from './alignment.ts';
import { type Token, wordsOf } from './fold.ts';
import { isOrdinary } from './ordinary-words.ts';
import type { Doc } from './title-index.ts';

const quotePattern = /["“”«»]([^"“”«»]{2,80})["“”«»]/gu;

export const quotedRanges = (text: string): [number, number][] =>
  [...text.matchAll(quotePattern)].map((match) => [match.index, match.index + match[0].length]);

export interface Message {
  readonly tokens: readonly Token[];
  readonly quoted: readonly (readonly [number, number])[];
}

const spanOf = ({ tokens }: Message, { from, to }: Alignment): { start: number; end: number } => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
});

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** Whether a stretch may be claimed for a title: ordinary words alone name none, unless they are all of it. */
const mayName = (message: Message, stretch: Alignment): boolean => {
  const { start, end } = spanOf(message, stretch);
  if (message.quoted.some(([from, to]) => from <= start && end <= to)) return true;
  const words = message.tokens.slice(stretch.from, stretch.to).map((token) => token.word);
  const telling = words.filter((word) => !isOrdinary(word));
  if (stretch.share === 1 && stretch.typos === 0) return words.length > 1 || stretch.words > 1 || telling.length === 1;
  if (stretch.share === 1) return telling.length > 0 && (stretch.words > 1 || (words[0] ?? '').length >= 6);
  return telling.length >= 2 || (telling.length === 1 && stretch.words >= 2 && (telling[0] ?? '').length >= 5);
};

const closenessOf = ({ typos, share }: Alignment, letters: number): number =>
  rounded(Math.max(0, (1 - typos / Math.max(4, letters + 1)) * (share === 1 ? 1 : 0.4 + share / 2)));

const lettersIn = (words: readonly string[]): number => words.reduce((total, word) => total + word.length, 0);

const mainPart = (title: string): string => title.split(/[:/(;=]/, 1)[0]?.trim() ?? title;

/** The words of a title and of its authors, split once for all the messages they are held against. */
interface NameWords {
  readonly whole: readonly string[];
  /** before a subtitle; empty when there is none */
  readonly main: readonly string[];
  readonly authors: readonly (readonly [string, readonly string[]])[];
}

const titleMatch = (message: Message, doc: Doc): NameMatch | null => {
  const { whole, main } = nameWordsOf(doc);
  for (const words of main.length > 0 ? [whole, main] : [whole]) {
    const stretch = align(message.tokens, words, false);
    if (stretch === null || !(stretch.share === 1 || (words === whole && stretch.share >= 0.55 && stretch.words >= 2))) continue;
    if (!mayName(message, stretch)) continue;
    const closeness = closenessOf(stretch, lettersIn(words)) * (words === main ? 0.98 : 1);
    return { kind: 'title', name: doc.rawTitle, id: doc.titleId, ...spanOf(message, stretch), closeness: rounded(closeness) };
  }
  return null;
};

/** "Toer, Pramoedya Ananta" is said the other way round; several authors are separated by ; or &. */
const authorsOf = (rawAuthor: string): string[] =>
  rawAuthor
    .replace(/\([^)]*\)/g, ' ')
    .split(/\s*(?:;|&|\/|\bdan\b)\s*/)
    .map((one) => one.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1').trim())
    .filter((one) => one !== '');

const splitOnce = new WeakMap<Doc, NameWords>();

const nameWordsOf = (doc: Doc): NameWords => {
  const before = splitOnce.get(doc);
  if (before !== undefined) return before;
  const whole = wordsOf(doc.rawTitle);
  const main = wordsOf(mainPart(doc.rawTitle));
  const authors = authorsOf(doc.rawAuthor).map((author) => [author, wordsOf(author)] as const);
  const words = { whole, main: main.length < whole.length ? main : [], authors };
  splitOnce.set(doc, words);
  return words;
};

const authorMatch = (message: Message, author: string, words: readonly string[]): NameMatch | null => {
  const stretch = align(message.tokens, words, true);
  if (stretch === null) return null;
  const said = message.tokens.slice(stretch.from, stretch.to).map((token) => token.word);
  if (said.every(isOrdinary)) return null;
  // A part of a name must be long enough to be no accident.
  if (stretch.share < 1 && (stretch.typos > 1 || lettersIn(said) < (stretch.typos > 0 ? 7 : 4))) return null;
  if (stretch.share === 1 && words.length === 1 && stretch.typos > 0 && lettersIn(words) < 6) return null;
  return { kind: 'author', name: author, id: null, ...spanOf(message, stretch), closeness: closenessOf(stretch, lettersIn(words)) };
};

/** Where a message names these titles or their authors. */
export const matchesIn = (message: Message, docs: readonly Doc[]): NameMatch[] => {
  const matches = docs.map((doc) => titleMatch(message, doc));
  const authors = new Map(docs.flatMap((doc) => nameWordsOf(doc).authors));
  for (const [author, words] of authors) matches.push(authorMatch(message, author, words));
  return matches.filter((match): match is NameMatch => match !== null);
};
