import { breath } from './breath.ts';
import { editsBetween, editsFrom } from './distance.ts';
import { foldWord, lettersOf, soundOf } from './fold.ts';
import { alike, type Bucket, bucketsOf, hasMore } from './letter-buckets.ts';

/** In how many titles a word stands: anywhere, in the title itself, among the authors. */
export interface WordCount {
  readonly word: string;
  readonly all: number;
  readonly inTitle: number;
  readonly inAuthor: number;
}

export interface NearWord {
  readonly word: string;
  readonly edits: number;
  /** sounds the same: only vowels, h, doubled or like-sounding letters differ */
  readonly sameSound: boolean;
  readonly count: number;
}

/** The words of a catalogue, and how often each stands in it. */
export interface Vocabulary {
  readonly size: number;
  count(word: string): WordCount | null;
  /** words within `most` edits, and those that sound the same; people say the same words all day, so it is remembered */
  near(word: string, most: number): readonly NearWord[];
  /** words that begin like this, at most `limit`, the most frequent first */
  beginning(prefix: string, limit: number): NearWord[];
  /** notes one more title with these words */
  add(titleWords: readonly string[], authorWords: readonly string[], otherWords: readonly string[]): void;
  /** words added since it was built: beyond some thousand it is worth building anew */
  readonly added: number;
}

interface Shape {
  readonly words: readonly string[];
  readonly counts: Uint32Array;
  readonly buckets: ReadonlyMap<number, Bucket>;
  readonly sounds: Float64Array;
}

interface Late {
  readonly mask: number;
  readonly sound: number;
  readonly counts: [number, number, number];
}

// Only of a word without vowels ("lskr") may many be missing; else words with few consonants would all be alike.
const soundEditsAllowed = (word: string): number => (/[aiueo]/.test(word.slice(1)) ? 2 : 4);

/** Whether one set of letters has more than `most` that the other lacks: every edit brings or takes one at most. */
const differsInMore = (mask: number, other: number, most: number): boolean => hasMore(mask & ~other, most) || hasMore(other & ~mask, most);

const rememberedAtMost = 4000;

/** Where in sorted words this one stands, or would. */
export const firstAtLeast = (words: readonly string[], word: string): number => {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
};

// A sound and the word's index in one double (32 + 21 bits), so that one sorted array finds all words of a sound.
const indexBits = 2 ** 21;
const packed = (sound: number, index: number): number => sound * indexBits + index;

const soundRange = (sounds: Float64Array, sound: number): number => {
  const least = packed(sound, 0);
  let low = 0;
  let high = sounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sounds[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
};

const byWord = (a: WordCount, b: WordCount): number => (a.word < b.word ? -1 : a.word > b.word ? 1 : 0);

// The database mostly hands them over in order.
const inOrder = (entries: readonly WordCount[]): readonly WordCount[] =>
  entries.every((entry, i) => i === 0 || (entries[i - 1]?.word ?? '') < entry.word) ? entries : entries.toSorted(byWord);

const shapeOf = async (entries: readonly WordCount[]): Promise<Shape> => {
  const sorted = inOrder(entries);
  const words: string[] = [];
  const counts = new Uint32Array(sorted.length * 3);
  const sounds = new Float64Array(sorted.length);
  const masks = new Int32Array(sorted.length);
  const rest = breath();
  for (const [index, entry] of sorted.entries()) {
    words.push(entry.word);
    counts[index * 3] = entry.all;
    counts[index * 3 + 1] = entry.inTitle;
    counts[index * 3 + 2] = entry.inAuthor;
    masks[index] = lettersOf(entry.word);
    sounds[index] = packed(soundOf(entry.word), index);
    if (index % 1024 === 0) await rest();
  }
  await rest();
  const buckets = await bucketsOf(words, masks, rest);
  await rest();
  return { words, counts, buckets, sounds: sounds.sort() };
};

class SortedVocabulary implements Vocabulary {
  private readonly late = new Map<string, Late>();
  private readonly remembered = new Map<string, readonly NearWord[]>();

  private readonly shape: Shape;

  constructor(shape: Shape) {
    this.shape = shape;
  }

  get size(): number {
    return this.shape.words.length + this.late.size;
  }

  get added(): number {
    return this.late.size;
  }

  count(word: string): WordCount | null {
    const index = this.indexOf(word);
    if (index >= 0) return { word, all: this.counted(index, 0), inTitle: this.counted(index, 1), inAuthor: this.counted(index, 2) };
    const late = this.late.get(word)?.counts;
    return late === undefined ? null : { word, all: late[0], inTitle: late[1], inAuthor: late[2] };
  }

  near(word: string, most: number): readonly NearWord[] {
    const key = `${most}${word}`;
    const before = this.remembered.get(key);
    if (before !== undefined) return before;
    const found = new Map<string, NearWord>();
    if (most > 0) this.nearInLetters(word, most, found);
    this.nearInSound(word, found);
    this.nearLate(word, most, found);
    if (this.remembered.size >= rememberedAtMost) this.remembered.clear();
    const list = [...found.values()];
    this.remembered.set(key, list);
    return list;
  }

  beginning(prefix: string, limit: number): NearWord[] {
    const found: NearWord[] = [];
    const { words } = this.shape;
    for (let i = firstAtLeast(words, prefix); i < words.length && found.length < 400; i += 1) {
      const word = words[i] ?? '';
      if (!word.startsWith(prefix)) break;
      found.push(this.nearWord(word, word.length - prefix.length, this.counted(i, 0)));
    }
    for (const [word, { counts }] of this.late) {
      if (word.startsWith(prefix)) found.push(this.nearWord(word, word.length - prefix.length, counts[0]));
    }
    return found.sort((a, b) => b.count - a.count).slice(0, limit);
  }

  add(titleWords: readonly string[], authorWords: readonly string[], otherWords: readonly string[]): void {
    this.remembered.clear();
    const inTitle = new Set(titleWords.map(foldWord));
    const inAuthor = new Set(authorWords.map(foldWord));
    for (const word of new Set([...inTitle, ...inAuthor, ...otherWords.map(foldWord)])) {
      this.note(word, [1, inTitle.has(word) ? 1 : 0, inAuthor.has(word) ? 1 : 0]);
    }
  }

  private note(word: string, more: readonly [number, number, number]): void {
    const index = this.indexOf(word);
    if (index >= 0) {
      for (const column of [0, 1, 2] as const) this.shape.counts[index * 3 + column] = this.counted(index, column) + more[column];
      return;
    }
    const late = this.late.get(word) ?? { mask: lettersOf(word), sound: soundOf(word), counts: [0, 0, 0] };
    for (const column of [0, 1, 2] as const) late.counts[column] += more[column];
    this.late.set(word, late);
  }

  private indexOf(word: string): number {
    const index = firstAtLeast(this.shape.words, word);
    return this.shape.words[index] === word ? index : -1;
  }

  private counted(index: number, column: 0 | 1 | 2): number {
    return this.shape.counts[index * 3 + column] ?? 0;
  }

  private nearWord(word: string, edits: number, count: number, sameSound = false): NearWord {
    return { word, edits, count, sameSound };
  }

  private nearInLetters(word: string, most: number, found: Map<string, NearWord>): void {
    const mask = lettersOf(word);
    const sound = soundOf(word);
    const editsTo = editsFrom(word, most);
    for (let length = Math.max(1, word.length - most); length <= word.length + most; length += 1) {
      const bucket = this.shape.buckets.get(length);
      if (bucket === undefined) continue;
      // A longer word has won letters, a shorter one lost some: so many edits are spent already.
      const longer = length - word.length;
      for (const index of alike(bucket, mask, { lost: most - Math.max(0, longer), won: most + Math.min(0, longer) })) {
        const other = this.shape.words[index] ?? '';
        const edits = editsTo(other);
        if (edits <= most && edits > 0) found.set(other, this.nearWord(other, edits, this.counted(index, 0), soundOf(other) === sound));
      }
    }
  }

  private nearInSound(word: string, found: Map<string, NearWord>): void {
    const sound = soundOf(word);
    const most = soundEditsAllowed(word);
    const { sounds, words } = this.shape;
    for (let i = soundRange(sounds, sound); i < sounds.length; i += 1) {
      const value = sounds[i] ?? 0;
      const index = value % indexBits;
      if ((value - index) / indexBits !== sound) break;
      const other = words[index] ?? '';
      const edits = editsBetween(word, other, most);
      if (edits > 0 && edits <= most) found.set(other, this.nearWord(other, edits, this.counted(index, 0), true));
    }
  }

  private nearLate(word: string, most: number, found: Map<string, NearWord>): void {
    if (this.late.size === 0) return;
    const mask = lettersOf(word);
    const sound = soundOf(word);
    for (const [other, late] of this.late) {
      const sameSound = late.sound === sound;
      if (!sameSound && differsInMore(late.mask, mask, most)) continue;
      const limit = sameSound ? soundEditsAllowed(word) : most;
      const edits = editsBetween(word, other, limit);
      if (edits > 0 && edits <= limit) found.set(other, this.nearWord(other, edits, late.counts[0], sameSound));
    }
  }
}

/** Builds a vocabulary without blocking: the loop turns after every 8 ms of work. */
export const buildVocabulary = async (entries: readonly WordCount[]): Promise<Vocabulary> => new SortedVocabulary(await shapeOf(entries));

/** A vocabulary that knows nothing yet. */
export const emptyVocabulary = (): Vocabulary =>
  new SortedVocabulary({ words: [], counts: new Uint32Array(0), buckets: new Map(), sounds: new Float64Array(0) });
