import type { CopyRecord } from '#circulation/desk/reading.ts';
import { textOf, titleNamed } from '#conversation/titles.ts';
import type { CatalogueHit } from '#ports/catalogue.ts';
import type { TitleId } from '#shared/ids.ts';
import type { DeskTurn } from './access.ts';

// What staff scan or type: codes of copies, card numbers, ids of titles, in any order and with any words between them.

export interface Named {
  readonly copies: readonly CopyRecord[];
  readonly titles: readonly TitleId[];
  readonly cards: readonly string[];
  /** looked like a code or card, but is none */
  readonly unknown: readonly string[];
  /** one of those, behind "dari" or "ke": meant as a card */
  readonly unknownCard: string | undefined;
  /** words behind a command that are no codes: most likely a title */
  readonly name: string | undefined;
  /** nothing else was written: a scan */
  readonly bare: boolean;
}

/** A message is short at the desk; more words are no list of codes. */
const mostWords = 60;

const between = new Set(['ke', 'kepada', 'untuk', 'dari', 'oleh', 'dan', 'kartu', 'to', 'for', 'from', 'by', 'and', 'card']);

const wordsIn = (text: string): readonly string[] =>
  text
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^[("'“]+|[)"'”.?!:]+$/g, ''))
    .filter(Boolean)
    .slice(0, mostWords);

/** Printed with a space here and there: "PBM 00417". */
const pairsOf = (words: readonly string[]): readonly string[] =>
  words.slice(1).flatMap((word, at) => (/^\d+$/.test(word) ? [`${words[at]} ${word}`, `${words[at]}-${word}`] : []));

const behindPreposition = /(?:^|\s)(?:dari|oleh|ke|kepada|untuk|kartu|from|by|to|for|card)\s+(?:kartu\s+|card\s+)?([^\s,;]+)/i;

const lacksDigits = (word: string): boolean => !/\d/.test(word);

/** Slots come in small letters; what was typed counts. */
const slotWords = (turn: DeskTurn): readonly string[] =>
  ['item', 'member'].flatMap((slot) => {
    const value: unknown = turn.slots[slot];
    const texts = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
    return texts.flatMap((one) => {
      const at = turn.text.toLowerCase().indexOf(one);
      return wordsIn(at < 0 ? one : turn.text.slice(at, at + one.length));
    });
  });

/** What the message names; `typed` is what stood behind a command. */
export const namedIn = async (turn: DeskTurn, typed: string | undefined): Promise<Named> => {
  const text = typed ?? turn.text;
  const words = wordsIn(text);
  const spoken = typed === undefined ? slotWords(turn) : [];
  const asked = [...words, ...pairsOf(words), ...spoken];
  const { copies, cards, titles } = await turn.rooms.circulation.recognise(asked);
  const isKnown = (word: string): boolean => {
    const code = word.toUpperCase();
    return copies.has(code) || cards.has(code) || titles.has(word);
  };
  const candidates = typed === undefined ? spoken : words;
  const isSaid = (word: string): boolean => !isKnown(word) && !between.has(word.toLowerCase());
  const inOrder = <Found>(found: ReadonlyMap<string, Found>, spelling: (word: string) => string): readonly Found[] => [
    ...new Set(asked.flatMap((word) => found.get(spelling(word)) ?? [])),
  ];
  const upper = (word: string): string => word.toUpperCase();
  const unknown = [...new Set(candidates.filter((word) => isSaid(word) && !lacksDigits(word)))];
  return {
    copies: inOrder(copies, upper),
    cards: inOrder(cards, upper),
    titles: inOrder(titles, (word) => word),
    unknown,
    unknownCard: unknown.find((word) => word === behindPreposition.exec(text)?.[1]),
    name: typed === undefined ? undefined : words.filter((word) => isSaid(word) && lacksDigits(word)).join(' ') || undefined,
    bare: typed === undefined && words.length > 0 && words.every((word) => isKnown(word) || between.has(word.toLowerCase())),
  };
};

/** The titles that a name in the message may mean. */
export const titlesSaid = async (
  turn: DeskTurn,
  { name }: Named,
): Promise<{ readonly said: string; readonly ids: readonly TitleId[] } | null> => {
  const said = name ?? textOf(turn.slots.title) ?? textOf(turn.slots.item) ?? textOf(turn.slots.query);
  if (said === undefined || !lacksDigits(said)) return null;
  const found = await titleNamed(turn, said);
  if (found.kind === 'none' || found.kind === 'unsaid') return { said, ids: [] };
  // as: ids of found titles come from the catalogue
  return { said, ids: (found.kind === 'one' ? [found.title] : found.titles).map(({ id }) => id as CatalogueHit['id']) };
};
