import { wordsOf } from '#shared/words.ts';
import { distance } from 'fastest-levenshtein';

/** The same word, or one that is a typing error away from it. */
export const isNearWord = (word: string, other: string): boolean =>
  other === word || (word.length > 3 && other.length > 3 && distance(word, other) <= Math.max(1, Math.floor(word.length / 4)));

/** The items whose whole titles stand in a message, typing errors forgiven. */
export const allNamedInText = <Item extends { readonly title: string }>(text: string, items: readonly Item[]): readonly Item[] => {
  const written = wordsOf(text);
  return items.filter(({ title }) => wordsOf(title).every((word) => written.some((other) => isNearWord(word, other))));
};

/** The only one of them; undefined when none or several are named. */
export const namedInText = <Item extends { readonly title: string }>(text: string, items: readonly Item[]): Item | undefined => {
  const named = allNamedInText(text, items);
  return named.length === 1 ? named[0] : undefined;
};
