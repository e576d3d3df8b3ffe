// What people say: half searches, a fifth loans and renewals, three tenths a dialogue of four turns (PERFORMANCE §2).
import { pick, type Random, seeded, type SyntheticTitle } from './search-corpus.ts';
import { kinds, questionsOf } from './search-questions.ts';

const turnsEach = 120;

const searches = ['ada buku', 'cari buku', 'apakah ada buku', 'kak mau cari'];

const aSearch = (random: Random, questions: readonly string[]): readonly string[] => [
  `${pick(random, searches)} ${pick(random, questions)}`,
];

const aboutLoans = (random: Random): readonly string[] => [random() < 0.6 ? 'pinjaman saya' : 'perpanjang semua'];

/** Places a hold and takes it back, so that the same person can do it again. */
const aHold = (random: Random, titles: readonly SyntheticTitle[]): readonly string[] => {
  const { title } = pick(random, titles);
  return [`mau pesan buku ${title}`, 'ya', `batalkan pesanan ${title}`, 'ya'];
};

const scriptOf = (random: Random, questions: readonly string[], titles: readonly SyntheticTitle[]): readonly string[] => {
  const said: string[] = [];
  while (said.length < turnsEach) {
    // Shares of turns: a hold is four of them.
    const at = random() * (0.5 + 0.2 + 0.3 / 4);
    if (at < 0.5) said.push(...aSearch(random, questions));
    else said.push(...(at < 0.7 ? aboutLoans(random) : aHold(random, titles)));
  }
  return said;
};

/** What each of `count` people says, the same in every run. */
export const scriptsFor = (count: number, titles: readonly SyntheticTitle[], seed = 41): readonly (readonly string[])[] => {
  const random = seeded(seed);
  const questions = Object.keys(kinds).flatMap((kind) => questionsOf(kind, titles, random, 200).map(({ text }) => text));
  // Titles of several words with a copy on the shelf, and not lent to anybody who writes.
  const onShelf = titles.slice(2_500, 30_000).filter(({ title }) => title.includes(' '));
  return Array.from({ length: count }, () => scriptOf(random, questions, onShelf));
};
