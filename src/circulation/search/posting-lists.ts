import { breath } from './breath.ts';
import type { Place } from './expression.ts';
import { wordsOf } from './fold.ts';
import { KeyTable } from './key-table.ts';
import type { WordCount } from './vocabulary.ts';

/** For each word of the catalogue the titles that hold it. */
export interface PostingLists {
  /** in order */
  readonly words: readonly string[];
  /** where the list of each word begins, and after the last where it ends */
  readonly starts: Uint32Array;
  /** a title's number and where the word stands in it; ascending in the list of one word */
  readonly places: Uint32Array;
  readonly keys: KeyTable;
  readonly highest: number;
}

/** What of a title is searched. */
export interface TitleTexts {
  readonly no: number;
  /** the title, folded */
  readonly key: string;
  readonly author: string;
  readonly subjects: string;
}

// Three bits of a place say where the word stands; a title's number has the other 29.
export const bitOf: Readonly<Record<Place, number>> = { title: 1, author: 2, subject: 4 };
export const anyPlace = 7;
export const placeBits = 3;

/** Numbers of which nobody knows beforehand how many there will be. */
class Growing {
  values = new Uint32Array(1 << 14);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Uint32Array(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length] = value;
    this.length += 1;
  }
}

const textsRemembered = 20_000;
const loopsBetweenBreaths = 50_000;
const titlesBetweenBreaths = 100;

/** Sorts without holding up the loop: words that begin alike at a time. */
const sortedInPieces = async (words: Iterable<string>, rest: () => Promise<void> | undefined): Promise<string[]> => {
  const pieces = new Map<string, string[]>();
  let taken = 0;
  for (const word of words) {
    const beginning = word.slice(0, 2);
    const piece = pieces.get(beginning);
    if (piece === undefined) pieces.set(beginning, [word]);
    else piece.push(word);
    taken += 1;
    if (taken % 1024 === 0) await rest();
  }
  const sorted: string[] = [];
  for (const beginning of [...pieces.keys()].sort()) {
    for (const word of (pieces.get(beginning) ?? []).sort()) sorted.push(word);
    await rest();
  }
  return sorted;
};

/** Takes titles in ascending order of their numbers, and makes the lists of them. */
export class Gathering {
  readonly #ids = new Map<string, number>();
  /** three a word: titles that hold it, in the title itself, among the authors */
  #counts = new Uint32Array(3 << 12);
  /** of the title at hand, pairs: a word, where it stands */
  readonly #found: number[] = [];
  /** pairs: a word, a place */
  readonly #words = new Growing();
  readonly #places = new Growing();
  readonly #hashes = new Growing();
  readonly #numbers = new Growing();
  /** authors and subjects are the same text for many titles */
  readonly #texts = new Map<string, readonly number[]>();
  readonly #rest = breath();

  async addAll(titles: readonly TitleTexts[]): Promise<void> {
    for (const [i, title] of titles.entries()) {
      this.#add(title);
      if (i % titlesBetweenBreaths === 0) await this.#rest();
    }
  }

  #add({ no, key, author, subjects }: TitleTexts): void {
    this.#found.length = 0;
    if (key !== '') for (const word of key.split(' ')) this.#note(this.#idOf(word), bitOf.title);
    for (const id of this.#idsIn(author)) this.#note(id, bitOf.author);
    for (const id of this.#idsIn(subjects)) this.#note(id, bitOf.subject);
    for (let i = 0; i < this.#found.length; i += 2) this.#store(no, this.#found[i] ?? 0, this.#found[i + 1] ?? 0);
    this.#hashes.push(KeyTable.hashOf(key));
    this.#numbers.push(no);
  }

  /** The lists, and how often each word stands in the catalogue. */
  async finish(): Promise<{ lists: PostingLists; counts: readonly WordCount[] }> {
    const words = await sortedInPieces(this.#ids.keys(), this.#rest);
    const counts: WordCount[] = [];
    const ranks = new Uint32Array(words.length);
    const starts = new Uint32Array(words.length + 1);
    for (const [rank, word] of words.entries()) {
      const id = this.#ids.get(word) ?? 0;
      const [all = 0, inTitle = 0, inAuthor = 0] = this.#counts.subarray(id * 3, id * 3 + 3);
      ranks[id] = rank;
      starts[rank + 1] = (starts[rank] ?? 0) + all;
      counts.push({ word, all, inTitle, inAuthor });
      if (rank % 1024 === 0) await this.#rest();
    }
    const places = await this.#inOrderOfWords(ranks, starts);
    const keys = await KeyTable.of(this.#hashes.values.slice(0, this.#hashes.length), this.#numbers.values.slice(0, this.#numbers.length));
    return { lists: { words, starts, places, keys, highest: this.#numbers.values[this.#numbers.length - 1] ?? 0 }, counts };
  }

  #note(id: number, bit: number): void {
    for (let i = 0; i < this.#found.length; i += 2) {
      if (this.#found[i] === id) return void (this.#found[i + 1] = (this.#found[i + 1] ?? 0) | bit);
    }
    this.#found.push(id, bit);
  }

  #store(no: number, id: number, bits: number): void {
    this.#words.push(id);
    this.#places.push(((no << placeBits) | bits) >>> 0);
    this.#counts[id * 3] = (this.#counts[id * 3] ?? 0) + 1;
    if ((bits & bitOf.title) !== 0) this.#counts[id * 3 + 1] = (this.#counts[id * 3 + 1] ?? 0) + 1;
    if ((bits & bitOf.author) !== 0) this.#counts[id * 3 + 2] = (this.#counts[id * 3 + 2] ?? 0) + 1;
  }

  #idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(word, id);
    if (id * 3 + 3 > this.#counts.length) {
      const wider = new Uint32Array(this.#counts.length * 2);
      wider.set(this.#counts);
      this.#counts = wider;
    }
    return id;
  }

  #idsIn(text: string): readonly number[] {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const ids = wordsOf(text).map((word) => this.#idOf(word));
    if (this.#texts.size >= textsRemembered) this.#texts.clear();
    this.#texts.set(text, ids);
    return ids;
  }

  async #inOrderOfWords(ranks: Uint32Array, starts: Uint32Array): Promise<Uint32Array> {
    const places = new Uint32Array(this.#places.length);
    const next = starts.slice();
    for (let i = 0; i < places.length; i += 1) {
      const rank = ranks[this.#words.values[i] ?? 0] ?? 0;
      const at = next[rank] ?? 0;
      places[at] = this.#places.values[i] ?? 0;
      next[rank] = at + 1;
      if (i % loopsBetweenBreaths === 0) await this.#rest();
    }
    return places;
  }
}
