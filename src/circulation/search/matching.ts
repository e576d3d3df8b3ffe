import type { Expression, Place } from './expression.ts';
import { anyPlace, bitOf, placeBits, type PostingLists } from './posting-lists.ts';
import { firstAtLeast } from './vocabulary.ts';

/** Titles that match a part of a question, by their numbers. */
interface Matcher {
  /** at least as many as match: the part with the fewest is read first */
  readonly size: number;
  /** the first `limit` in ascending order that pass */
  collect(limit: number, passes: (no: number) => boolean): number[];
  /** quick when asked for ascending numbers */
  has(no: number): boolean;
}

export const bitsOf = (places: readonly Place[] | undefined): number =>
  places === undefined ? anyPlace : places.reduce((bits, place) => bits | bitOf[place], 0);

interface Stretch {
  readonly places: Uint32Array;
  readonly from: number;
  readonly to: number;
  readonly bits: number;
}

const nothing: Matcher = { size: 0, collect: () => [], has: () => false };

/** The first index from `from` on with a place of this title or of a later one: doubles its steps, then halves. */
const gallop = ({ places, to }: Stretch, from: number, no: number): number => {
  const least = (no << placeBits) >>> 0;
  let step = 1;
  let low = from;
  while (low + step < to && (places[low + step] ?? 0) < least) {
    low += step;
    step *= 2;
  }
  let high = Math.min(to, low + step + 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
};

const ofWord = (stretch: Stretch): Matcher => {
  const { places, from, to, bits } = stretch;
  let at = from;
  let last = -1;
  return {
    size: to - from,
    collect: (limit, passes) => {
      const found: number[] = [];
      for (let i = from; i < to && found.length < limit; i += 1) {
        const place = places[i] ?? 0;
        if ((place & bits) !== 0 && passes(place >>> placeBits)) found.push(place >>> placeBits);
      }
      return found;
    },
    has: (no) => {
      at = gallop(stretch, no < last ? from : at, no);
      last = no;
      const place = at < to ? (places[at] ?? 0) : 0;
      return place >>> placeBits === no && (place & bits) !== 0;
    },
  };
};

/** Many words at once, whose lists are neighbours: a bit for every title. */
const ofManyWords = ({ places, from, to, bits }: Stretch, highest: number): Matcher => {
  let marks: Uint32Array | undefined;
  const marked = (): Uint32Array => {
    if (marks !== undefined) return marks;
    marks = new Uint32Array((highest >>> 5) + 1);
    for (let i = from; i < to; i += 1) {
      const place = places[i] ?? 0;
      const no = place >>> placeBits;
      if ((place & bits) !== 0) marks[no >>> 5] = (marks[no >>> 5] ?? 0) | (1 << (no & 31));
    }
    return marks;
  };
  const has = (no: number): boolean => ((marked()[no >>> 5] ?? 0) & (1 << (no & 31))) !== 0;
  return {
    size: to - from,
    has,
    collect: (limit, passes) => {
      const found: number[] = [];
      for (const [block, mark] of marked().entries()) {
        if (mark === 0) continue;
        for (let no = block * 32; no < block * 32 + 32 && found.length < limit; no += 1) if (has(no) && passes(no)) found.push(no);
        if (found.length >= limit) break;
      }
      return found;
    },
  };
};

const ofAny = (parts: readonly Matcher[]): Matcher => ({
  size: parts.reduce((total, part) => total + part.size, 0),
  collect: (limit, passes) => {
    const found = new Set(parts.flatMap((part) => part.collect(limit, passes)));
    return [...found].sort((a, b) => a - b).slice(0, limit);
  },
  has: (no) => parts.some((part) => part.has(no)),
});

const ofAll = (parts: readonly Matcher[]): Matcher => {
  const [fewest = nothing, ...others] = [...parts].sort((a, b) => a.size - b.size);
  return {
    size: fewest.size,
    collect: (limit, passes) => fewest.collect(limit, (no) => others.every((part) => part.has(no)) && passes(no)),
    has: (no) => fewest.has(no) && others.every((part) => part.has(no)),
  };
};

// Sorts after every letter and digit that may follow a beginning.
const afterAll = '\uffff';

const wordMatcher = (lists: PostingLists, expression: Extract<Expression, { word: string }>): Matcher => {
  const { words, starts, places, highest } = lists;
  const first = firstAtLeast(words, expression.word);
  const last = expression.unfinished === true ? firstAtLeast(words, expression.word + afterAll) : first + 1;
  if (last <= first || (expression.unfinished !== true && words[first] !== expression.word)) return nothing;
  const stretch = { places, from: starts[first] ?? 0, to: starts[last] ?? 0, bits: bitsOf(expression.in) };
  return last === first + 1 ? ofWord(stretch) : ofManyWords(stretch, highest);
};

/** Made for one question: a matcher remembers how far it has read. */
export const matcherOf = (lists: PostingLists, expression: Expression): Matcher => {
  if ('all' in expression) return ofAll(expression.all.map((part) => matcherOf(lists, part)));
  if ('any' in expression) return ofAny(expression.any.map((part) => matcherOf(lists, part)));
  return wordMatcher(lists, expression);
};
