// A made-up catalogue of any size: the same numbers give the same titles. Words follow Zipf's law, as in real catalogues
// (about 35 thousand different ones in 100 thousand titles), and sound Indonesian, so that many are one letter apart.
import type { Database } from '#database/database.ts';

export interface SyntheticTitle {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly subjects: readonly string[];
  readonly isbn: string;
  readonly year: number;
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

export type Random = () => number;

export const pick = <T>(random: Random, list: readonly T[]): T => {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new RangeError('nothing to pick from');
  return one;
};

const onsets = 'b c d g h j k l m n p r s t w y ng ny tr kr pr br gl st'.split(' ');
const vowels = 'a a a i i u u e e o ai au'.split(' ');
const codas = ['', '', '', '', 'n', 'ng', 'r', 's', 't', 'k', 'l', 'm', 'h'];
const common = (
  'cinta hujan bulan laut langit senja rumah sekolah anak ibu ayah malam pagi hati jalan pulang kota desa negeri dunia manusia ' +
  'sejarah indonesia bahasa belajar matematika ilmu pengantar dasar praktis kelas panduan cerita rakyat islam agama hukum ekonomi ' +
  'komputer program masak resep sehat tanaman hewan perang pahlawan bumi bintang api air angin pelangi menara sungai gunung'
).split(' ');
const binding = ['dan', 'di', 'yang', 'untuk', 'dari'];

const syllable = (random: Random): string => pick(random, onsets) + pick(random, vowels) + pick(random, codas);

const madeUpWords = (random: Random, count: number): string[] => {
  const words = new Set<string>(common);
  while (words.size < count) {
    const length = 2 + Math.floor(random() * 2.6);
    words.add(Array.from({ length }, () => syllable(random)).join(''));
  }
  return [...words];
};

/** Picks by Zipf: the word at rank r about r times rarer than the first. */
const zipf = (random: Random, words: readonly string[]): string =>
  words[Math.min(words.length - 1, Math.floor(words.length ** random() * 1.0) - 1)] ?? 'buku';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const titleFrom = (random: Random, words: readonly string[]): string => {
  const length = 1 + Math.floor(random() ** 0.8 * 5);
  const parts: string[] = [];
  for (let i = 0; i < length; i += 1) {
    if (i > 0 && i < length - 1 && random() < 0.15) parts.push(pick(random, binding));
    else parts.push(random() < 0.55 ? zipf(random, words) : pick(random, words));
  }
  return parts.map(capital).join(' ');
};

const isbnFrom = (number: number): string => {
  const body = `978602${String(number).padStart(6, '0')}`;
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};

export const syntheticTitles = (count: number, seed = 7): SyntheticTitle[] => {
  const random = seeded(seed);
  const words = madeUpWords(random, Math.min(160_000, 2_000 + Math.floor(count ** 0.82 * 2.6)));
  const names = madeUpWords(random, Math.max(300, Math.floor(words.length / 5)));
  const authors = Array.from(
    { length: Math.max(50, Math.floor(count / 4)) },
    () => `${capital(zipf(random, names))} ${capital(pick(random, names))}`,
  );
  const subjects = Array.from({ length: 300 }, () => capital(zipf(random, words)));
  return Array.from({ length: count }, (_, i) => ({
    id: `s${i}`,
    title: titleFrom(random, words),
    author: pick(random, authors),
    subjects: [pick(random, subjects), pick(random, subjects)],
    isbn: isbnFrom(i),
    year: 1980 + Math.floor(random() * 46),
  }));
};

/** Writes titles through the raw door, in statements of 500 rows. */
export const writeTitles = async ({ sql }: Database, titles: readonly SyntheticTitle[]): Promise<void> => {
  for (let from = 0; from < titles.length; from += 500) {
    const rows = titles.slice(from, from + 500);
    await sql.run(
      `INSERT INTO "Title" ("id", "title", "author", "subjectsJson", "isbn", "year", "addedOn") VALUES ${rows.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
      rows.flatMap((row) => [row.id, row.title, row.author, JSON.stringify(row.subjects), row.isbn, row.year, '2026-01-15']),
    );
  }
};
