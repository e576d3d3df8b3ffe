import { wordsOf } from '#shared/words.ts';
import type { Turn } from '#conversation/dialogue.ts';
import { placeIn } from '#conversation/places-in-lists.ts';
import { textOf } from '#conversation/titles.ts';
import { distance } from 'fastest-levenshtein';

/** Which of a person's own loans or holds is meant. */
export type OwnMeant<Item> =
  | { readonly kind: 'one'; readonly item: Item }
  | { readonly kind: 'all' }
  | { readonly kind: 'none'; readonly said: string }
  | { readonly kind: 'unsaid' };

/** By scope, place in the list or title; typing errors are forgiven, but only one item may fit. */
export const ownMeant = <Item extends { readonly title: string }>(
  turn: Pick<Turn<never>, 'slots' | 'text'>,
  items: readonly Item[],
): OwnMeant<Item> => {
  const { slots } = turn;
  // "semua kecuali …" is not all: better to ask
  const excepts = /\b(?:kecuali|selain|except|but not)\b/i.test(turn.text);
  if (excepts) return { kind: 'unsaid' };
  if (slots.scope === 'all' || slots.item_ref === 'all') return { kind: 'all' };
  const at = placeIn(slots.item_ref, items.length);
  const placed = at === null ? undefined : items[at];
  if (placed) return { kind: 'one', item: placed };
  const said = textOf(slots.title) ?? textOf(slots.query);
  if (!said) return { kind: 'unsaid' };
  const fitting = items.filter(({ title }) => fits(said, title));
  const [only] = fitting;
  return only && fitting.length === 1 ? { kind: 'one', item: only } : fitting.length > 1 ? { kind: 'unsaid' } : { kind: 'none', said };
};

/** Every word that was said stands in the title, give or take a letter in four. */
const fits = (said: string, title: string): boolean => {
  const words = wordsOf(title);
  const wanted = wordsOf(said);
  return (
    wanted.length > 0 &&
    wanted.every((word) => words.some((other) => other.startsWith(word) || distance(word, other) <= Math.floor(word.length / 4)))
  );
};
