import { distance } from 'fastest-levenshtein';

/** Words that are at most `allowed` edits away; found by their one-letter deletions, so the cost hardly grows with the list. */
export interface NearWords {
  nearest(word: string): string | undefined;
}

const deletions = (word: string): string[] => {
  const shorter: string[] = [word];
  for (let at = 0; at < word.length; at += 1) shorter.push(word.slice(0, at) + word.slice(at + 1));
  return shorter;
};

/** Short words are too like one another to be corrected. */
export const editsAllowed = (word: string): number => (word.length < 5 ? 0 : word.length < 9 ? 1 : 2);

/** No word is longer; what is, is not a mistyped word. */
const LONGEST = 32;

const isSwap = (left: string, right: string): boolean => {
  if (left.length !== right.length) return false;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return left[at] === right[at + 1] && left[at + 1] === right[at] && left.slice(at + 2) === right.slice(at + 2);
};

const editsBetween = (left: string, right: string): number => (isSwap(left, right) ? 1 : distance(left, right));

/** Are these the letters of the word in order, its first and last among them, with at most one consonant left out? */
export const isShortOf = (written: string, word: string): boolean => {
  let at = 0;
  let consonants = 0;
  for (const letter of word) {
    if (letter === written[at]) at += 1;
    else if (!'aeiou'.includes(letter)) consonants += 1;
  }
  return at === written.length && consonants <= 1;
};

/** Words by their first and last letter, for those written with letters left out: `prpanjgn`, `pngmbalian`. */
export const createAbbreviations = (words: Iterable<string>): { longFormOf(written: string): string | undefined } => {
  const byEnds = new Map<string, string[]>();
  for (const word of words) {
    const ends = `${word[0] ?? ''}${word.at(-1) ?? ''}`;
    if (word.length > 6) byEnds.set(ends, [...(byEnds.get(ends) ?? []), word]);
  }
  return {
    longFormOf: (written) =>
      byEnds
        .get(`${written[0] ?? ''}${written.at(-1) ?? ''}`)
        ?.filter((word) => word.length - written.length >= 2 && word.length < written.length * 1.7 && isShortOf(written, word))
        .sort((left, right) => left.length - right.length)[0],
  };
};

export const createNearWords = (words: Iterable<string>): NearWords => {
  const byDeletion = new Map<string, string[]>();
  for (const word of words) {
    if (editsAllowed(word) === 0) continue;
    for (const form of deletions(word)) {
      const known = byDeletion.get(form);
      if (known === undefined) byDeletion.set(form, [word]);
      else known.push(word);
    }
  }
  return {
    nearest: (word) => {
      if (word.length < 4 || word.length > LONGEST) return undefined;
      let best: string | undefined;
      let fewest = editsAllowed(word) + 1;
      for (const form of deletions(word)) {
        for (const candidate of byDeletion.get(form) ?? []) {
          // The first letter is seldom mistyped, and it keeps unlike words apart.
          const edits = editsBetween(word, candidate) + (candidate[0] === word[0] ? 0 : 1);
          if (edits < fewest && edits <= editsAllowed(candidate)) {
            fewest = edits;
            best = candidate;
          }
        }
      }
      return best;
    },
  };
};
