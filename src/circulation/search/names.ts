import type { Database } from '#database/database.ts';
import type { NameMatch, Names } from '#ports/names.ts';
import { align, type Alignment } from './alignment.ts';
import { errorsAllowed, splitsOf } from './corrections.ts';
import type { Expression } from './expression.ts';
import { type Token, tokensOf, wordsOf } from './fold.ts';
import { keepSmallNames } from './small-names.ts';
import { bindingWords, ordinaryWords } from './ordinary-words.ts';
import type { Doc, TitleFinder } from './title-index.ts';
import type { NearWord } from './vocabulary.ts';
import type { VocabularyKeeper } from './vocabulary-keeper.ts';

export interface LibraryNames extends Names {
  refresh(): Promise<void>;
}

const tokensAtMost = 60;
const longestKey = 8;
const titlesPerQuestion = 12;
/** A word alone leads to the titles that hold it only if it is this rare: whole titles of one word are found by key. */
const rareTitles = 5;
const rememberedWords = 4000;
const rememberedTexts = 2000;
/** A first name that so many titles share says nothing alone. */
const authorTitlesAtMost = 400;

type Corrections = (word: string) => readonly string[];

/** What words of messages may be in the catalogue; remembered, because people say the same words all day. */
const correctionsOf = (keeper: VocabularyKeeper): Corrections => {
  const known = new Map<string, readonly string[]>();
  let version = keeper.version;
  const look = (word: string): readonly string[] => {
    if (keeper.current.count(word) !== null || ordinaryWords.has(word)) return [word];
    const near = keeper.current.near(word, Math.min(2, errorsAllowed(word.length)));
    const cost = (one: NearWord): number => (one.sameSound ? 0.8 : one.edits) - Math.min(0.3, one.count / 1000);
    return [...near]
      .sort((a, b) => cost(a) - cost(b))
      .slice(0, 5)
      .map((one) => one.word);
  };
  return (word) => {
    if (version !== keeper.version || known.size > rememberedWords) {
      known.clear();
      version = keeper.version;
    }
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = look(word);
    known.set(word, found);
    return found;
  };
};

const anyWord = (words: readonly string[], place: 'title' | 'author'): Expression => ({
  any: words.map((word) => ({ word, in: [place] })),
});

const isOrdinary = (word: string): boolean => ordinaryWords.has(word) || bindingWords.has(word);

/** Two words that may stand in one name: neighbours, or with a binding word between them. */
const pairsOf = (tokens: readonly Token[], corrections: Corrections): [readonly string[], readonly string[]][] => {
  const content = tokens.map(({ word }) => (isOrdinary(word) ? [] : corrections(word)));
  const pairs: [readonly string[], readonly string[]][] = [];
  for (const [i, one] of content.entries()) {
    if (one.length === 0) continue;
    // The next words up to and including the first that may be part of a name.
    for (let j = i + 1; j < Math.min(content.length, i + 4); j += 1) {
      const other = content[j] ?? [];
      if (other.length === 0) continue;
      pairs.push([one, other]);
      break;
    }
  }
  return pairs;
};

/** Whether the catalogue has the word there at all; before the vocabulary is loaded it may. */
const standsIn = (keeper: VocabularyKeeper, word: string, place: 'title' | 'author'): boolean => {
  if (!keeper.isLoaded) return true;
  const count = keeper.current.count(word);
  return count !== null && (place === 'title' ? count.inTitle : count.inAuthor) > 0;
};

const expressionsOf = (tokens: readonly Token[], corrections: Corrections, keeper: VocabularyKeeper): Expression[] => {
  const expressions: Expression[] = [];
  for (const [one, other] of pairsOf(tokens, corrections)) {
    for (const place of ['title', 'author'] as const) {
      const [left, right] = [one, other].map((words) => words.filter((word) => standsIn(keeper, word, place)));
      if (left?.length && right?.length) expressions.push({ all: [anyWord(left, place), anyWord(right, place)] });
    }
  }
  for (const { word } of tokens) {
    if (isOrdinary(word) || word.length < 3) continue;
    if (keeper.current.count(word) === null) {
      for (const split of splitsOf(word, keeper.current).slice(0, 2))
        expressions.push({ all: split.words.map((part) => ({ word: part, in: ['title'] })) });
    }
    for (const near of corrections(word)) {
      const count = keeper.current.count(near);
      if (count === null) continue;
      if (count.inAuthor > 0 && count.inAuthor <= authorTitlesAtMost) expressions.push({ word: near, in: ['author'] });
      if (count.inTitle > 0 && count.inTitle <= rareTitles) expressions.push({ word: near, in: ['title'] });
    }
  }
  return expressions;
};

/** Every run of words as it would stand in the index, if it were a whole title; misspelt words as corrected too. */
const keysOf = (tokens: readonly Token[], corrections: Corrections, keeper: VocabularyKeeper): string[] => {
  const keys = new Set<string>();
  const isTitleWord = (word: string): boolean => standsIn(keeper, word, 'title');
  for (let from = 0; from < tokens.length; from += 1) {
    const typed: string[] = [];
    const corrected: string[] = [];
    let isTyped = true;
    for (const { word } of tokens.slice(from, from + longestKey)) {
      const first = corrections(word)[0] ?? word;
      if (!isTitleWord(first)) break;
      isTyped &&= isTitleWord(word);
      typed.push(word);
      corrected.push(first);
      if (isTyped) keys.add(typed.join(' '));
      keys.add(corrected.join(' '));
    }
  }
  return [...keys];
};

const quotePattern = /["“”«»]([^"“”«»]{2,80})["“”«»]/gu;

const quotedRanges = (text: string): [number, number][] =>
  [...text.matchAll(quotePattern)].map((match) => [match.index, match.index + match[0].length]);

interface Message {
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

const titleMatch = (message: Message, doc: Doc): NameMatch | null => {
  const whole = wordsOf(doc.rawTitle);
  const main = wordsOf(mainPart(doc.rawTitle));
  for (const words of main.length > 0 && main.length < whole.length ? [whole, main] : [whole]) {
    const stretch = align(message.tokens, words, false);
    if (stretch === null || !(stretch.share === 1 || (words === whole && stretch.share >= 0.55 && stretch.words >= 2))) continue;
    if (!mayName(message, stretch)) continue;
    const closeness = closenessOf(stretch, lettersIn(words)) * (words === main && main.length < whole.length ? 0.98 : 1);
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

const authorMatch = (message: Message, author: string): NameMatch | null => {
  const words = wordsOf(author);
  const stretch = align(message.tokens, words, true);
  if (stretch === null) return null;
  const said = message.tokens.slice(stretch.from, stretch.to).map((token) => token.word);
  if (said.every(isOrdinary)) return null;
  // A part of a name must be long enough to be no accident.
  if (stretch.share < 1 && (stretch.typos > 1 || lettersIn(said) < (stretch.typos > 0 ? 7 : 4))) return null;
  if (stretch.share === 1 && words.length === 1 && stretch.typos > 0 && lettersIn(words) < 6) return null;
  return { kind: 'author', name: author, id: null, ...spanOf(message, stretch), closeness: closenessOf(stretch, lettersIn(words)) };
};

const matchesIn = (message: Message, docs: readonly Doc[]): NameMatch[] => {
  const matches = docs.map((doc) => titleMatch(message, doc));
  const authors = new Set(docs.flatMap((doc) => authorsOf(doc.rawAuthor)));
  for (const author of authors) matches.push(authorMatch(message, author));
  return matches.filter((match): match is NameMatch => match !== null);
};

const matchesAtMost = 24;

const longestFirst = (a: NameMatch, b: NameMatch): number =>
  b.closeness * (b.end - b.start) - a.closeness * (a.end - a.start) || b.closeness - a.closeness;

/** Titles of one name are one match; the search shows them apart. */
const oncePerStretch = (matches: readonly NameMatch[]): NameMatch[] =>
  [
    ...new Map(
      matches.toReversed().map((match) => [`${match.kind} ${match.start} ${match.end} ${match.name.toLowerCase()}`, match]),
    ).values(),
  ].toReversed();

/** The titles that the same words led to before, as long as the catalogue is the same: people say the same things all day. */
const rememberDocs = (keeper: VocabularyKeeper): ((words: string, look: () => Promise<readonly Doc[]>) => Promise<readonly Doc[]>) => {
  const known = new Map<string, readonly Doc[]>();
  let version = keeper.version;
  return async (words, look) => {
    if (version !== keeper.version || known.size > rememberedTexts) {
      known.clear();
      version = keeper.version;
    }
    const before = known.get(words);
    if (before) return before;
    const asked = keeper.version;
    const docs = await look();
    if (keeper.isLoaded && asked === keeper.version) known.set(words, docs);
    return docs;
  };
};

export const createNames = (database: Database, finder: TitleFinder, keeper: VocabularyKeeper): LibraryNames => {
  const small = keepSmallNames(database);
  const corrections = correctionsOf(keeper);
  const docsFor = async (tokens: readonly Token[]): Promise<readonly Doc[]> => {
    const keys = keysOf(tokens, corrections, keeper);
    const expressions = expressionsOf(tokens, corrections, keeper);
    const [exact, alike] = await Promise.all([
      keys.length > 0 ? finder.withKeys(keys) : [],
      expressions.length > 0 ? finder.matchingAny(expressions, titlesPerQuestion) : [],
    ]);
    return [...new Map([...exact, ...alike].map((doc) => [doc.titleId, doc])).values()];
  };
  const remembered = rememberDocs(keeper);
  const find = async (text: string): Promise<readonly NameMatch[]> => {
    const message: Message = { tokens: tokensOf(text).slice(0, tokensAtMost), quoted: quotedRanges(text) };
    if (message.tokens.length === 0) return [];
    await Promise.all([keeper.look(), small.look()]);
    const docs = await remembered(message.tokens.map(({ word }) => word).join(' '), () => docsFor(message.tokens));
    const found = [...matchesIn(message, docs), ...small.find(message.tokens)];
    return oncePerStretch(found.sort(longestFirst)).slice(0, matchesAtMost);
  };
  return { find, refresh: () => small.refresh() };
};
