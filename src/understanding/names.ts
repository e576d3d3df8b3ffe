import type { NameKind, NameMatch, Names } from '#ports/names.ts';
import { createNearWords, type NearWords } from './near-words.ts';
import { tokensOf } from './tokens.ts';

interface Entry {
  readonly kind: NameKind;
  readonly name: string;
  readonly words: readonly string[];
}

interface Written {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const FILLERS = new Set(['the', 'a', 'an', 'dan', 'di', 'ke', 'yang', 'of']);

const wordsOf = (text: string): Written[] =>
  tokensOf(text)
    .filter((token) => token.kind !== 'sign')
    .flatMap((token) =>
      [...token.lower.matchAll(/[\p{L}\p{N}]+/gu)].map((part) => ({
        word: part[0],
        start: token.start + part.index,
        end: token.start + part.index + part[0].length,
      })),
    );

const SUFFIX = /(?:nya|nyo|ku|ny)$/u;

/** 1 = the same, less when mistyped, 0 = another word. */
const likeness = (written: string, word: string, near: NearWords): number => {
  if (written === word) return 1;
  if (near.nearest(written) === word) return 0.88;
  const bare = written.replace(SUFFIX, '');
  return bare !== written && bare.length > 2 && bare === word ? 0.97 : 0;
};

/** How much of an entry stands at a place of the message: consecutive words, from the entry's beginning. */
const matchAt = (written: readonly Written[], at: number, entry: Entry, near: NearWords): NameMatch | undefined => {
  let sum = 0;
  let letters = 0;
  let telling = 0;
  let matched = 0;
  for (const word of entry.words) {
    const here = written[at + matched];
    const close = here === undefined ? 0 : likeness(here.word, word, near);
    if (close === 0) break;
    sum += close * word.length;
    letters += word.length;
    if (!FILLERS.has(word)) telling += 1;
    matched += 1;
  }
  const first = written[at];
  const last = written[at + matched - 1];
  if (matched === 0 || first === undefined || last === undefined) return undefined;
  const all = entry.words.reduce((total, word) => total + word.length, 0);
  // Two words of a longer name are how people call it; one word is not, except a person's first name of more than three letters.
  const isEnough = matched === entry.words.length || (telling >= 2 && letters >= 6) || (entry.kind === 'author' && letters >= 5);
  if (!isEnough || (matched === 1 && FILLERS.has(first.word))) return undefined;
  const spelling = sum / letters;
  const share = letters / all;
  return { kind: entry.kind, name: entry.name, id: null, start: first.start, end: last.end, closeness: spelling * (0.7 + 0.3 * share) };
};

const lastNameOf = (entry: Entry): Entry => ({ ...entry, words: entry.words.slice(-1) });

/** A look-up over lists given by hand, up to some thousand names; the catalogue has its own for more. */
export const createNames = (lists: {
  readonly titles: readonly string[];
  readonly authors: readonly string[];
  readonly events: readonly string[];
  readonly places: readonly string[];
}): Names => {
  const byWord = new Map<string, Entry[]>();
  const add = (entry: Entry): void => {
    const first = entry.words[0];
    if (first === undefined) return;
    const known = byWord.get(first);
    if (known === undefined) byWord.set(first, [entry]);
    else known.push(entry);
  };
  const entriesOf = (kind: NameKind, names: readonly string[]): Entry[] =>
    names.map((name) => ({ kind, name, words: wordsOf(name).map((written) => written.word) })).filter((entry) => entry.words.length > 0);
  const entries = [
    ...entriesOf('title', lists.titles),
    ...entriesOf('author', lists.authors),
    ...entriesOf('event', lists.events),
    ...entriesOf('place', lists.places),
  ];
  for (const entry of entries) {
    add(entry);
    if (entry.kind === 'author' && entry.words.length > 1 && (entry.words.at(-1)?.length ?? 0) > 4) add(lastNameOf(entry));
    if (entry.kind === 'title' && entry.words.length > 1 && FILLERS.has(entry.words[0] ?? ''))
      add({ ...entry, words: entry.words.slice(1) });
  }
  const near = createNearWords(new Set(entries.flatMap((entry) => entry.words)));
  const find = (text: string): NameMatch[] => {
    const written = wordsOf(text);
    const found: NameMatch[] = [];
    written.forEach(({ word }, at) => {
      const forms = new Set([word, near.nearest(word) ?? word, word.replace(SUFFIX, '')]);
      for (const form of forms) {
        for (const entry of byWord.get(form) ?? []) {
          const match = matchAt(written, at, entry, near);
          if (match !== undefined) found.push(match);
        }
      }
    });
    return found;
  };
  return { find: (text) => Promise.resolve(find(text)) };
};
