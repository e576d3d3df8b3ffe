import { otherNumeral } from './numbers.ts';
import type { NearWord, Vocabulary } from './vocabulary.ts';

/** What a typed word may have meant: one word of the catalogue, or several that were run together. */
export interface Reading {
  readonly words: readonly string[];
  /** 0 = as typed; about 1 a typing error */
  readonly cost: number;
  /** the (only) word may go on */
  readonly unfinished?: boolean;
}

/** How many typing errors a word of this length may carry. */
export const errorsAllowed = (length: number): number => (length <= 2 ? 0 : length <= 4 ? 1 : length <= 9 ? 2 : 3);

const clitics: readonly string[] = ['nya', 'lah', 'kah', 'pun', 'ku', 'mu', 'an'];

/** "nya", "lah": what is hung on a word that may be the last of a title. */
export const isClitic = (ending: string): boolean => clitics.includes(ending);

// Sound-alikes and a right first letter are likelier slips than the bare count of edits tells; frequent words too.
const costOf = (typed: string, near: NearWord): number => {
  const sound = near.sameSound ? Math.min(near.edits, 0.6 + 0.25 * (near.edits - 1)) : near.edits;
  const first = near.sameSound || typed[0] === near.word[0] ? 0 : 0.25;
  return sound + first - Math.min(0.2, Math.log2(1 + near.count) / 60);
};

const reading = (word: string, cost: number): Reading => ({ words: [word], cost });

/** "bunganya": the word without what was hung on it. */
export const withoutClitic = (word: string, vocabulary: Vocabulary): Reading[] =>
  clitics
    .filter((clitic) => word.endsWith(clitic) && word.length - clitic.length >= 3)
    .map((clitic) => word.slice(0, -clitic.length))
    .filter((stem) => vocabulary.count(stem) !== null)
    .map((stem) => reading(stem, 0.4));

const countOf = (word: string, vocabulary: Vocabulary): number => vocabulary.count(word)?.all ?? 0;

const mayStandAlone = (part: string): boolean => part.length >= 3 || /^\d+$/.test(part) || part === 'di' || part === 'ke';

/** "laskarpelangi", "5cm", "ayatayatcinta": every way to cut the word into words of the catalogue, at most three. */
export const splitsOf = (word: string, vocabulary: Vocabulary, parts = 3): Reading[] => {
  const found: Reading[] = [];
  for (let cut = 1; cut < word.length; cut += 1) {
    const left = word.slice(0, cut);
    const right = word.slice(cut);
    const digitBorder = /\d$/.test(left) !== /^\d/.test(right);
    if (!(mayStandAlone(left) || digitBorder) || countOf(left, vocabulary) === 0) continue;
    if ((mayStandAlone(right) || digitBorder) && countOf(right, vocabulary) > 0) found.push({ words: [left, right], cost: 0.5 });
    else if (parts > 2) {
      for (const rest of splitsOf(right, vocabulary, parts - 1)) found.push({ words: [left, ...rest.words], cost: rest.cost + 0.3 });
    }
  }
  return found.sort((a, b) => a.cost - b.cost || rarest(b, vocabulary) - rarest(a, vocabulary)).slice(0, 4);
};

const rarest = (split: Reading, vocabulary: Vocabulary): number => Math.min(...split.words.map((word) => countOf(word, vocabulary)));

/** "laskarplangi": one half as the catalogue has it, the other with a slip. */
const splitsWithSlip = (word: string, vocabulary: Vocabulary): Reading[] => {
  const found: Reading[] = [];
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const halves = [word.slice(0, cut), word.slice(cut)] as const;
    for (const known of [0, 1] as const) {
      if (countOf(halves[known], vocabulary) === 0) continue;
      const other = halves[1 - known] ?? '';
      for (const near of vocabulary.near(other, 1)) {
        const words = known === 0 ? [halves[0], near.word] : [near.word, halves[1]];
        found.push({ words, cost: 0.5 + costOf(other, near) });
      }
    }
  }
  return found.sort((a, b) => a.cost - b.cost).slice(0, 4);
};

/** A number is what it is: neither a year nor a part of an ISBN is a slip for another. */
export const isNumber = (word: string): boolean => /^\d+$/.test(word);

// Three slips in one word are looked for only where fewer lead nowhere.
const bySpelling = (word: string, vocabulary: Vocabulary, most: number): Reading[] => {
  const near = vocabulary.near(word, Math.min(2, most));
  const found = near.length === 0 && most > 2 ? vocabulary.near(word, most) : near;
  return found.map((one) => reading(one.word, costOf(word, one)));
};

const byBeginning = (word: string, vocabulary: Vocabulary): Reading[] =>
  word.length < 2 || vocabulary.beginning(word, 1).length === 0 ? [] : [{ words: [word], cost: 0.6, unfinished: true }];

const distinctCheapest = (readings: readonly Reading[], limit: number): Reading[] => {
  const best = new Map<string, Reading>();
  for (const one of readings) {
    const key = one.words.join(' ') + (one.unfinished === true ? '*' : '');
    const known = best.get(key);
    if (known === undefined || one.cost < known.cost) best.set(key, one);
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost).slice(0, limit);
};

/** How far to look: only at words the catalogue does not have, or at every word, and at what was run together as well. */
export type Effort = 'unknown-words' | 'all-words';

const readingsAtMost = 8;
const frequentAtMost = 4;

// A word the catalogue has was probably meant: its neighbours cost half an error more.
const otherwise = (word: string, vocabulary: Vocabulary): Reading[] =>
  bySpelling(word, vocabulary, Math.min(1, errorsAllowed(word.length))).map((one) => ({ words: one.words, cost: one.cost + 0.5 }));

const ofUnknown = (word: string, vocabulary: Vocabulary, effort: Effort): Reading[] => {
  const doubled = /^(\p{L}{3,})2$/u.exec(word)?.[1]; // "anak2" is written for "anak-anak"
  const most = effort === 'all-words' && word.length === 4 ? 2 : errorsAllowed(word.length);
  const readings = bySpelling(word, vocabulary, most);
  if (doubled !== undefined && vocabulary.count(doubled) !== null) readings.push(reading(doubled, 0.1));
  readings.push(...withoutClitic(word, vocabulary), ...splitsOf(word, vocabulary));
  if (effort === 'all-words' && word.length >= 7) readings.push(...splitsWithSlip(word, vocabulary));
  return readings;
};

/** In a large catalogue many rare words are as near as the frequent one that was meant. */
const mostFrequent = (readings: readonly Reading[], vocabulary: Vocabulary): Reading[] =>
  readings
    .filter(({ words, cost }) => words.length === 1 && cost <= 1)
    .sort((a, b) => rarest(b, vocabulary) - rarest(a, vocabulary))
    .slice(0, frequentAtMost);

/**
 * What a word may have meant, likeliest first, itself included when the catalogue has it.
 * `last`: the word ends the question and may be unfinished.
 */
export const readingsOf = (word: string, vocabulary: Vocabulary, effort: Effort, last: boolean): Reading[] => {
  const known = vocabulary.count(word) !== null;
  const numeral = otherNumeral(word);
  if (numeral !== null) return (known ? [reading(word, 0)] : []).concat(vocabulary.count(numeral) === null ? [] : [reading(numeral, 0.1)]);
  if (isNumber(word)) return known ? [reading(word, 0)] : [];
  if (known && effort === 'unknown-words') return [reading(word, 0)];
  const readings = known
    ? [reading(word, 0), ...otherwise(word, vocabulary), ...withoutClitic(word, vocabulary), ...splitsOf(word, vocabulary)]
    : ofUnknown(word, vocabulary, effort);
  if (last) readings.push(...byBeginning(word, vocabulary));
  const cheapest = distinctCheapest(readings, readingsAtMost);
  return known ? cheapest : distinctCheapest([...cheapest, ...mostFrequent(readings, vocabulary)], readingsAtMost + frequentAtMost);
};
