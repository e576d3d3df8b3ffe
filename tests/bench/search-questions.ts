// The ways in which people type a title, and the slips they make, as questions with a known answer.
import { pick, type Random, type SyntheticTitle } from './search-corpus.ts';

type Slip = (words: string[], random: Random, title: SyntheticTitle) => string[] | null;

const letters = 'abcdefghijklmnopqrstuvwxyz';

const longest = (words: readonly string[]): number =>
  words.reduce((best, word, i) => (word.length > (words[best]?.length ?? 0) ? i : best), 0);

/** Changes one word of at least `least` letters; null when there is none. */
const inOneWord =
  (least: number, change: (word: string, random: Random) => string): Slip =>
  (words, random) => {
    const able = words.map((_, i) => i).filter((i) => (words[i]?.length ?? 0) >= least);
    if (able.length === 0) return null;
    const at = pick(random, able);
    const changed = change(words[at] ?? '', random);
    return changed === words[at] ? null : words.map((word, i) => (i === at ? changed : word));
  };

const place = (word: string, random: Random, from = 1): number => from + Math.floor(random() * (word.length - from));

const wrong = inOneWord(4, (word, random) => {
  const at = place(word, random);
  return word.slice(0, at) + pick(random, [...letters]) + word.slice(at + 1);
});
const missing = inOneWord(4, (word, random) => {
  const at = place(word, random);
  return word.slice(0, at) + word.slice(at + 1);
});
const extra = inOneWord(4, (word, random) => {
  const at = place(word, random);
  return word.slice(0, at) + pick(random, [...letters]) + word.slice(at);
});
const swapped = inOneWord(4, (word, random) => {
  const at = place(word.slice(0, -1), random);
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
});
const doubled = inOneWord(4, (word, random) => {
  const at = place(word, random);
  return word.slice(0, at) + (word[at] ?? '') + word.slice(at);
});
const likeSounding = inOneWord(4, (word) => {
  for (const [from, to] of [
    ['u', 'oe'],
    ['j', 'dj'],
    ['p', 'f'],
    ['s', 'z'],
    ['k', 'q'],
    ['c', 'tj'],
  ] as const) {
    if (word.includes(from)) return word.replace(from, to);
  }
  return word;
});
const vowelsDropped: Slip = (words) => {
  const at = longest(words);
  const word = words[at] ?? '';
  const short = word.charAt(0) + word.slice(1).replace(/[aiueo]/g, '');
  return words.length < 2 || short.length < 3 || word.length - short.length > 4 ? null : words.map((one, i) => (i === at ? short : one));
};

const twice: Slip = (words, random, title) => {
  const once = wrong(words, random, title);
  if (once === null || words.join('').length < 9) return null;
  return missing(once, random, title);
};

export const kinds: Readonly<Record<string, Slip>> = {
  'as written': (words) => words,
  'a wrong letter': wrong,
  'a missing letter': missing,
  'a letter too many': extra,
  'two letters swapped': swapped,
  'a letter doubled': doubled,
  'spelt by ear': likeSounding,
  'vowels left out': vowelsDropped,
  'two slips': twice,
  'words run together': (words) => (words.length < 2 ? null : [words.slice(0, 2).join(''), ...words.slice(2)]),
  'a word torn apart': (words) => {
    const at = longest(words);
    const word = words[at] ?? '';
    return word.length < 6 ? null : [...words.slice(0, at), word.slice(0, 3), word.slice(3), ...words.slice(at + 1)];
  },
  'last word unfinished': (words) => {
    const last = words.at(-1) ?? '';
    return words.length < 2 || last.length < 5 ? null : [...words.slice(0, -1), last.slice(0, Math.max(3, last.length - 3))];
  },
  'with its author': (words, _random, title) => [...words, ...title.author.toLowerCase().split(' ').slice(1)],
  'in another order': (words) => (words.length < 2 ? null : [...words].reverse()),
  'with endings and a kind word': (words) => ['buku', ...words.slice(0, -1), `${words.at(-1) ?? ''}nya`],
};

export interface Asked {
  readonly text: string;
  readonly title: SyntheticTitle;
}

/** Up to `count` questions of one kind about titles of two to five words. */
export const questionsOf = (kind: string, titles: readonly SyntheticTitle[], random: Random, count: number): Asked[] => {
  const slip = kinds[kind];
  if (slip === undefined) throw new RangeError(`no such kind of question: ${kind}`);
  const asked: Asked[] = [];
  for (let tries = 0; asked.length < count && tries < count * 20; tries += 1) {
    const title = pick(random, titles);
    const words = title.title.toLowerCase().split(' ');
    if (words.length < 2 && words.join('').length < 8) continue;
    const changed = slip(words, random, title);
    if (changed !== null) asked.push({ text: changed.join(' '), title });
  }
  return asked;
};

/** Which titles hold a word anywhere: in title, author or subjects. */
const holdersOf = (titles: readonly SyntheticTitle[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const holders = new Map<string, Set<string>>();
  for (const { id, title, author, subjects } of titles) {
    for (const word of [title, author, ...subjects].join(' ').toLowerCase().split(' ')) {
      const ids = holders.get(word);
      if (ids === undefined) holders.set(word, new Set([id]));
      else ids.add(id);
    }
  }
  return holders;
};

const binding = new Set(['dan', 'di', 'yang', 'untuk', 'dari']);

/** Titles that the catalogue does not have: its own words, and words of none, put together so that no title has them all. */
export const absentTitles = (titles: readonly SyntheticTitle[], random: Random, count: number): string[] => {
  const holders = holdersOf(titles);
  const isThere = (words: readonly string[]): boolean => {
    const [first, ...rest] = words.map((word) => holders.get(word) ?? new Set<string>());
    return [...(first ?? [])].some((id) => rest.every((ids) => ids.has(id)));
  };
  const absent: string[] = [];
  while (absent.length < count) {
    const words = Array.from({ length: 2 + Math.floor(random() * 2) }, () =>
      pick(random, pick(random, titles).title.toLowerCase().split(' ')),
    );
    const unknown = [...pick(random, titles).author.toLowerCase().replace(' ', '')].reverse().join('').slice(0, 9);
    const asked = (random() < 0.5 ? words : [...words.slice(1), unknown]).filter((word) => !binding.has(word));
    if (asked.length > 1 && !isThere(asked)) absent.push(asked.join(' '));
  }
  return absent;
};
