import { errorsAllowed, isNumber, splitsOf, withoutClitic } from './corrections.ts';
import type { Expression } from './expression.ts';
import type { Token } from './fold.ts';
import { isOrdinary, ordinaryWords } from './ordinary-words.ts';
import type { Postings } from './postings.ts';
import { Remembered } from './remembered.ts';
import type { Doc, TitleFinder } from './title-index.ts';
import type { NearWord, Vocabulary } from './vocabulary.ts';
import type { VocabularyKeeper } from './vocabulary-keeper.ts';

const longestKey = 8;
const titlesEach = 10;
/** A word alone leads to the titles that hold it only if it is this rare: whole titles of one word are found by key. */
const rareTitles = 5;
const rememberedWords = 4000;
/** A first name that so many titles share says nothing alone. */
const authorTitlesAtMost = 400;
const readingsAtMost = 5;

type Corrections = (word: string) => readonly string[];

const nearWords = (word: string, vocabulary: Vocabulary): string[] => {
  const cost = (one: NearWord): number => (one.sameSound ? 0.8 : one.edits) - Math.min(0.3, one.count / 1000);
  return [...vocabulary.near(word, Math.min(2, errorsAllowed(word.length)))]
    .sort((a, b) => cost(a) - cost(b))
    .slice(0, readingsAtMost)
    .map((one) => one.word);
};

/** What words of messages may be in the catalogue; remembered, because people say the same words all day. */
const correctionsOf = (keeper: VocabularyKeeper): Corrections => {
  const known = new Remembered<string, readonly string[]>(rememberedWords);
  let version = keeper.version;
  const look = (word: string): readonly string[] => {
    if (keeper.current.count(word) !== null || ordinaryWords.has(word) || isNumber(word)) return [word];
    const stems = withoutClitic(word, keeper.current).flatMap((one) => one.words);
    return [...new Set([...stems, ...nearWords(word, keeper.current)])].slice(0, readingsAtMost);
  };
  return (word) => {
    if (version !== keeper.version) known.clear();
    version = keeper.version;
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = look(word);
    known.set(word, found);
    return found;
  };
};

/** A message as far as it may hold names: what each word may mean, none for everyday words. */
interface Heard {
  readonly tokens: readonly Token[];
  readonly readings: readonly (readonly string[])[];
  readonly corrections: Corrections;
  readonly keeper: VocabularyKeeper;
}

/** Whether the catalogue has the word there at all; before the vocabulary is loaded it may. */
const standsIn = (keeper: VocabularyKeeper, word: string, place: 'title' | 'author'): boolean => {
  if (!keeper.isLoaded) return true;
  const count = keeper.current.count(word);
  return count !== null && (place === 'title' ? count.inTitle : count.inAuthor) > 0;
};

interface Run {
  readonly from: number;
  readonly to: number;
  readonly key: string;
}

/** Every run of words as it would stand in the index, if it were a whole title; misspelt words as corrected too. */
const runsOf = ({ tokens, corrections, keeper }: Heard): Run[] => {
  const runs: Run[] = [];
  const words = tokens.map(({ word }) => {
    const first = corrections(word)[0] ?? word;
    return { typed: word, isTyped: standsIn(keeper, word, 'title'), first, isFirst: standsIn(keeper, first, 'title') };
  });
  for (let from = 0; from < words.length; from += 1) {
    let typed = '';
    let corrected = '';
    for (let to = from; to < Math.min(words.length, from + longestKey); to += 1) {
      const word = words[to];
      if (word === undefined || !word.isFirst) break;
      typed = to === from ? word.typed : `${typed} ${word.typed}`;
      corrected = to === from ? word.first : `${corrected} ${word.first}`;
      runs.push({ from, to: to + 1, key: corrected });
      if (typed !== corrected && word.isTyped) runs.push({ from, to: to + 1, key: typed });
    }
  }
  return runs;
};

/** Two words that may stand in one name: neighbours, or with other words between them that name nothing. */
const pairsOf = ({ readings }: Heard): [number, number][] => {
  const pairs: [number, number][] = [];
  for (const [i, one] of readings.entries()) {
    if (one.length === 0) continue;
    const next = readings.findIndex((other, j) => j > i && j < i + 4 && other.length > 0);
    if (next > 0) pairs.push([i, next]);
  }
  return pairs;
};

const places = ['title', 'author'] as const;

/** Both words in one title, or in one author's name. */
const bothIn = (keeper: VocabularyKeeper, one: readonly string[], other: readonly string[]): Expression[] =>
  places.flatMap((place) => {
    const [left, right] = [one, other].map((words) => words.filter((word) => standsIn(keeper, word, place)));
    if (!left?.length || !right?.length) return [];
    const any = (words: readonly string[]): Expression => ({ any: words.map((word) => ({ word, in: [place] })) });
    return [{ all: [any(left), any(right)] }];
  });

/** What one word alone leads to. */
const alone = (word: string, { corrections, keeper }: Heard): Expression[] => {
  const { current } = keeper;
  const expressions: Expression[] = [];
  if (current.count(word) === null)
    for (const split of splitsOf(word, current).slice(0, 2))
      expressions.push({ all: split.words.map((part) => ({ word: part, in: ['title'] })) });
  for (const near of corrections(word)) {
    const count = current.count(near);
    if (count === null) continue;
    if (count.inAuthor > 0 && count.inAuthor <= authorTitlesAtMost) expressions.push({ word: near, in: ['author'] });
    if (count.inTitle > 0 && count.inTitle <= rareTitles) expressions.push({ word: near, in: ['title'] });
  }
  return expressions;
};

const mayLeadAlone = (word: string): boolean => word.length >= 3 && !isOrdinary(word);

/** All that the database is asked when the words are not in memory. */
const asked = (heard: Heard): { keys: string[]; expressions: Expression[] } => ({
  keys: [...new Set(runsOf(heard).map(({ key }) => key))],
  expressions: [
    ...pairsOf(heard).flatMap(([i, j]) => bothIn(heard.keeper, heard.readings[i] ?? [], heard.readings[j] ?? [])),
    ...heard.tokens.filter(({ word }) => mayLeadAlone(word)).flatMap(({ word }) => alone(word, heard)),
  ],
});

/** The titles that a message leads to, by the words in memory: what longer stretches name is not looked up again by its parts. */
class Candidates {
  readonly numbers = new Set<number>();
  readonly #heard: Heard;
  readonly #postings: Postings;
  readonly #isExplained: boolean[];

  constructor(heard: Heard, postings: Postings) {
    this.#heard = heard;
    this.#postings = postings;
    this.#isExplained = heard.tokens.map(() => false);
    const whole = this.#wholeTitles();
    for (const [i, j] of pairsOf(heard)) if (!whole.some(({ from, to }) => from <= i && j < to)) this.#pair(i, j);
    for (const [i, { word }] of heard.tokens.entries())
      if (this.#isExplained[i] !== true && mayLeadAlone(word)) this.#add(alone(word, heard));
  }

  #wholeTitles(): Run[] {
    const whole: Run[] = [];
    for (const run of runsOf(this.#heard)) {
      const found = this.#postings.withKey(run.key);
      for (const no of found) this.numbers.add(no);
      if (found.length === 0 || run.to - run.from < 2) continue;
      whole.push(run);
      this.#isExplained.fill(true, run.from, run.to);
    }
    return whole;
  }

  /** Words as the catalogue has them explain themselves; what was misspelt may have meant something else as well. */
  #pair(i: number, j: number): void {
    const { keeper, readings, tokens } = this.#heard;
    const [one = [], other = []] = [readings[i], readings[j]];
    const isFound = this.#add(bothIn(keeper, one, other));
    if (!isFound || one[0] !== tokens[i]?.word || other[0] !== tokens[j]?.word) return;
    this.#isExplained[i] = true;
    this.#isExplained[j] = true;
  }

  #add(expressions: readonly Expression[]): boolean {
    let isAny = false;
    for (const expression of expressions)
      for (const no of this.#postings.matching(expression, titlesEach)) {
        this.numbers.add(no);
        isAny = true;
      }
    return isAny;
  }
}

/** The titles that a message may name, or whose authors it may name. */
export const candidatesOf = (finder: TitleFinder, keeper: VocabularyKeeper): ((tokens: readonly Token[]) => Promise<readonly Doc[]>) => {
  const corrections = correctionsOf(keeper);
  return (tokens) => {
    const readings = tokens.map(({ word }) => (isOrdinary(word) ? [] : corrections(word)));
    const heard = { tokens, readings, corrections, keeper };
    const { postings } = keeper;
    return postings === null ? finder.named(asked(heard), titlesEach) : finder.withNumbers([...new Candidates(heard, postings).numbers]);
  };
};
