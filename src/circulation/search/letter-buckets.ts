import { lettersOf } from './fold.ts';

/** The words of one length, in groups that share which of the telling letters they have: most are passed over as a group. */
export interface Bucket {
  readonly words: Int32Array;
  readonly masks: Int32Array;
  /** the telling letters of each group, and where it ends */
  readonly groups: Int32Array;
  readonly ends: Int32Array;
}

/** Whether a set of letters has more than `most`. */
export const hasMore = (letters: number, most: number): boolean => {
  let left = letters;
  if (most > 0) left &= left - 1;
  if (most > 1) left &= left - 1;
  if (most > 2) left &= left - 1;
  return left !== 0 && most < 4;
};

// Letters that about half of the words have, so that they part them best.
const tellingLetters = lettersOf('iueonrtksm');

const bucketOf = (indices: readonly number[], masks: Int32Array): Bucket => {
  const groupOf = (index: number): number => (masks[index] ?? 0) & tellingLetters;
  const words = Int32Array.from(indices).sort((a, b) => groupOf(a) - groupOf(b));
  const groups: number[] = [];
  const ends: number[] = [];
  for (const [i, index] of words.entries()) {
    if (groups.length === 0 || groups.at(-1) !== groupOf(index)) groups.push(groupOf(index));
    ends[groups.length - 1] = i + 1;
  }
  return { words, masks: words.map((index) => masks[index] ?? 0), groups: Int32Array.from(groups), ends: Int32Array.from(ends) };
};

/** The words by their length. */
export const bucketsOf = async (
  words: readonly string[],
  masks: Int32Array,
  rest: () => Promise<void> | undefined,
): Promise<ReadonlyMap<number, Bucket>> => {
  const lists = new Map<number, number[]>();
  for (const [index, word] of words.entries()) {
    const list = lists.get(word.length);
    if (list === undefined) lists.set(word.length, [index]);
    else list.push(index);
    if (index % 1024 === 0) await rest();
  }
  const buckets = new Map<number, Bucket>();
  for (const [length, list] of lists) {
    buckets.set(length, bucketOf(list, masks));
    await rest();
  }
  return buckets;
};

/** Words that lack at most `lost` of these letters, and have at most `won` others. */
export const alike = (
  { groups, ends, masks, words }: Bucket,
  mask: number,
  { lost, won }: { readonly lost: number; readonly won: number },
): number[] => {
  const telling = mask & tellingLetters;
  const found: number[] = [];
  for (let group = 0, i = 0; group < groups.length; group += 1) {
    const end = ends[group] ?? 0;
    const others = groups[group] ?? 0;
    if (hasMore(telling & ~others, lost) || hasMore(others & ~telling, won)) i = end;
    for (; i < end; i += 1) {
      const other = masks[i] ?? 0;
      if (!hasMore(mask & ~other, lost) && !hasMore(other & ~mask, won)) found.push(words[i] ?? 0);
    }
  }
  return found;
};
