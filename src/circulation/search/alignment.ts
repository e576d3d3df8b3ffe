import { errorsAllowed, isClitic } from './corrections.ts';
import { editsBetween } from './distance.ts';
import { soundOf, type Token } from './fold.ts';
import { otherNumeral } from './numbers.ts';

/** Where in a message (indices of tokens, `to` exclusive) how much of a name stands. */
export interface Alignment {
  readonly from: number;
  readonly to: number;
  readonly typos: number;
  /** how many words of the name were met, from `first` on */
  readonly first: number;
  readonly words: number;
  /** letters of the name that were met, of all its letters */
  readonly share: number;
}

const typosAtMost = 2;

interface Step {
  readonly tokens: number;
  readonly words: number;
  readonly typos: number;
}

const typosBetween = (typed: string, word: string): number => {
  if (typed === word || otherNumeral(typed) === word) return 0;
  const allowed = Math.min(typosAtMost, errorsAllowed(Math.min(typed.length, word.length)));
  const edits = allowed === 0 ? typosAtMost + 1 : editsBetween(typed, word, allowed);
  if (edits <= allowed) return edits;
  if (typed.length > word.length && word.length >= 3 && typed.startsWith(word) && isClitic(typed.slice(word.length))) return 1;
  // "lskr" for "laskar": only what is not heard is missing.
  return typed.length >= 3 && word.length > typed.length && typed[0] === word[0] && soundOf(typed) === soundOf(word) ? 1 : typosAtMost + 1;
};

const isLikely = (typed: string, word: string): boolean => Math.abs(typed.length - word.length) <= 4;

/** One word for one, two written as one, or one written as two. */
const stepAt = (tokens: readonly Token[], at: number, name: readonly string[], next: number): Step | null => {
  const typed = tokens[at]?.word ?? '';
  const word = name[next] ?? '';
  const options: Step[] = [];
  if (isLikely(typed, word) || otherNumeral(typed) === word) options.push({ tokens: 1, words: 1, typos: typosBetween(typed, word) });
  const following = name[next + 1];
  if (following !== undefined && isLikely(typed, word + following) && typed.length > word.length) {
    options.push({ tokens: 1, words: 2, typos: typosBetween(typed, word + following) });
  }
  const another = tokens[at + 1]?.word;
  if (another !== undefined && word.length > typed.length && typed + another === word) options.push({ tokens: 2, words: 1, typos: 0 });
  const best = options.filter((step) => step.typos <= typosAtMost).sort((a, b) => a.typos - b.typos)[0];
  return best ?? null;
};

const lettersIn = (name: readonly string[]): number => name.reduce((total, word) => total + word.length, 0);

const alignmentFrom = (tokens: readonly Token[], from: number, name: readonly string[], first: number): Alignment | null => {
  let at = from;
  let next = first;
  let typos = 0;
  while (next < name.length && at < tokens.length) {
    const step = stepAt(tokens, at, name, next);
    if (step === null || typos + step.typos > typosAtMost) break;
    at += step.tokens;
    next += step.words;
    typos += step.typos;
  }
  if (next === first) return null;
  const share = lettersIn(name.slice(first, next)) / Math.max(1, lettersIn(name));
  return { from, to: at, typos, first, words: next - first, share };
};

const isBetter = (one: Alignment, best: Alignment | null): boolean =>
  best === null || one.share > best.share || (one.share === best.share && one.typos < best.typos);

/** The best stretch of a message that follows a name; from its first word, or from any if `fromAnyWord`. */
export const align = (tokens: readonly Token[], name: readonly string[], fromAnyWord: boolean): Alignment | null => {
  let best: Alignment | null = null;
  const starts = fromAnyWord ? name.length : 1;
  for (let first = 0; first < starts; first += 1) {
    for (let from = 0; from < tokens.length; from += 1) {
      const one = alignmentFrom(tokens, from, name, first);
      if (one !== null && isBetter(one, best)) best = one;
    }
  }
  return best;
};
