import { type Effort, isNumber, type Reading, readingsOf } from './corrections.ts';
import { editsBetween } from './distance.ts';
import type { Expression, Place } from './expression.ts';
import { soundOf, wordsOf } from './fold.ts';
import { bindingWords } from './ordinary-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of the question (or two that belong together) and what it may have meant. */
export interface Group {
  readonly typed: string;
  readonly readings: readonly Reading[];
}

/** A question in the order of its words; binding words ("buku", "yang") need not be found. */
export interface Question {
  readonly slots: readonly (Group | string)[];
  readonly groups: readonly Group[];
}

const wordsAtMost = 12;

const wordsAsked = (text: string): { words: string[]; isBinding: (word: string) => boolean } => {
  const words = wordsOf(text).slice(0, wordsAtMost);
  const onlyBinding = words.every((word) => bindingWords.has(word));
  return { words, isBinding: (word) => !onlyBinding && bindingWords.has(word) };
};

const questionOf = (slots: readonly (Group | string)[]): Question => ({
  slots,
  groups: slots.filter((slot): slot is Group => typeof slot !== 'string'),
});

/** The question taken at its word. */
export const asTyped = (text: string): Question => {
  const { words, isBinding } = wordsAsked(text);
  return questionOf(words.map((word) => (isBinding(word) ? word : { typed: word, readings: [{ words: [word], cost: 0 }] })));
};

/** Whether the catalogue has every word as typed. */
export const isKnown = ({ groups }: Question, vocabulary: Vocabulary): boolean =>
  groups.every((group) => vocabulary.count(group.typed) !== null);

/** "pe langi": two words of the question that are one of the catalogue. */
const joinedReadings = (words: readonly string[], at: number, vocabulary: Vocabulary): Reading[] => {
  const [left, right, after] = words.slice(at, at + 3);
  if (left === undefined || right === undefined) return [];
  const joined = left + right;
  if (vocabulary.count(joined) !== null) return [{ words: [joined], cost: 0.5 }];
  const bothKnown = vocabulary.count(left) !== null && vocabulary.count(right) !== null;
  if (bothKnown || joined.length < 6 || isNumber(left) || isNumber(right) || bindingWords.has(left) || bindingWords.has(right)) return [];
  // The right half may belong to the word after it, without any slip.
  if (after !== undefined && vocabulary.count(right + after) !== null) return [];
  return vocabulary
    .near(joined, 1)
    .filter((near) => near.edits === 1)
    .map((near) => ({ words: [near.word], cost: 1.4 }));
};

const finished = (readings: readonly Reading[]): readonly Reading[] => readings.filter((one) => one.unfinished !== true).slice(0, 4);

const combined = (left: readonly Reading[], right: readonly Reading[]): Reading[] =>
  finished(left).flatMap((one) => finished(right).map((other) => ({ words: [...one.words, ...other.words], cost: one.cost + other.cost })));

/** The question with all that its words may have meant. */
export const asMeant = (text: string, vocabulary: Vocabulary, effort: Effort): Question => {
  const { words, isBinding } = wordsAsked(text);
  const slots: (Group | string)[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    const next = words[i + 1];
    const joined = joinedReadings(words, i, vocabulary);
    if (next !== undefined && joined.length > 0) {
      const both = combined(readingsOf(word, vocabulary, effort, false), readingsOf(next, vocabulary, effort, i + 2 === words.length));
      slots.push({ typed: `${word} ${next}`, readings: [...joined, ...both] });
      i += 1;
    } else if (isBinding(word)) slots.push(word);
    else slots.push({ typed: word, readings: readingsOf(word, vocabulary, effort, i + 1 === words.length) });
  }
  return questionOf(slots);
};

/** The word of the question that fewest titles have in their names, as typed; null when none is so rare. */
export const rarestOf = ({ groups }: Question, vocabulary: Vocabulary, titlesAtMost: number): string | null => {
  const titlesWith = (word: string): number => vocabulary.count(word)?.inTitle || Number.POSITIVE_INFINITY;
  const [rarest] = groups.map((group) => group.typed).sort((a, b) => titlesWith(a) - titlesWith(b));
  return rarest === undefined || groups.length < 2 || titlesWith(rarest) > titlesAtMost ? null : rarest;
};

/** "cata" beside a word of hardly any title: what stands beside it there may be meant, with more slips than are believed elsewhere. */
export const besideWords = ({ slots }: Question, words: readonly string[], vocabulary: Vocabulary): Question => {
  const further = (typed: string): Reading[] => {
    // A word that the catalogue has was probably meant.
    const most = vocabulary.count(typed) !== null ? 1 : Math.min(typed.length < 8 ? 2 : 3, Math.floor(typed.length / 2));
    return words
      .filter((word) => word[0] === typed[0] && !isNumber(word))
      .map((word) => ({ words: [word], cost: 0.5 + (soundOf(word) === soundOf(typed) ? 1 : editsBetween(typed, word, most)) }))
      .filter(({ cost }) => cost <= most + 0.5);
  };
  return questionOf(
    slots.map((slot) => (typeof slot === 'string' ? slot : { ...slot, readings: [...slot.readings, ...further(slot.typed)] })),
  );
};

const anyOf = (expressions: readonly Expression[]): Expression =>
  expressions.length === 1 ? (expressions[0] ?? { any: [] }) : { any: expressions };

const allOf = (expressions: readonly Expression[]): Expression =>
  expressions.length === 1 ? (expressions[0] ?? { all: [] }) : { all: expressions };

const readingExpression = ({ words, unfinished }: Reading, places?: readonly Place[]): Expression =>
  allOf(words.map((word) => ({ word, ...(places === undefined ? {} : { in: places }), ...(unfinished === true ? { unfinished } : {}) })));

const groupExpression = (group: Group, places?: readonly Place[]): Expression =>
  anyOf(group.readings.map((reading) => readingExpression(reading, places)));

/** Every group in one of its readings; null when a group has none. */
export const expressionOf = ({ groups }: Question, places?: readonly Place[]): Expression | null =>
  groups.length === 0 || groups.some((group) => group.readings.length === 0)
    ? null
    : allOf(groups.map((group) => groupExpression(group, places)));

/** All groups but one, whichever; null for questions too short to miss a word. */
export const expressionButOne = ({ groups }: Question): Expression | null => {
  const readable = groups.filter((group) => group.readings.length > 0);
  if (groups.length < 3 || readable.length < groups.length - 1) return null;
  if (readable.length < groups.length) return allOf(readable.map((group) => groupExpression(group)));
  return anyOf(readable.map((left) => allOf(readable.filter((group) => group !== left).map((group) => groupExpression(group)))));
};

export const both = (one: Expression | null, other: Expression | null): Expression | null =>
  one === null || other === null ? (one ?? other) : { all: [one, other] };
