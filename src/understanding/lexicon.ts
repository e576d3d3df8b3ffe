import { createAbbreviations, createNearWords, type NearWords } from './near-words.ts';
import { stemsOf } from './affixes.ts';

/** The text of one language's data files (see `src/languages`). */
export interface LexiconSource {
  readonly spellings: string;
  readonly concepts: string;
}

export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  concepts?: readonly string[];
}

/** Words → standard words → concepts, of all languages at once. */
export interface Lexicon {
  /** standard words of a spelling, `[]` for a filler, undefined when it is not one */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
  readonly longSpellings: PhraseNode;
  /** spellings the first source reads otherwise than the next: "galak" is "mau" in Palembang and "galak" elsewhere */
  readonly contested: ReadonlyMap<string, readonly string[]>;
  /** spellings only the first source has: beside one of these its readings count */
  readonly regional: ReadonlySet<string>;
  readonly phrases: PhraseNode;
  /** every standard word that occurs in a phrase */
  readonly words: ReadonlySet<string>;
  readonly englishWords: ReadonlySet<string>;
  readonly indonesianWords: ReadonlySet<string>;
  readonly near: NearWords;
  /** consonants → word, for `prpnjng` */
  readonly skeletons: ReadonlyMap<string, string>;
  /** the word that was written with letters left out */
  longFormOf(word: string): string | undefined;
  stem(word: string): { readonly word: string; readonly mine: boolean } | undefined;
}

const rowsOf = (text: string): (readonly [string, string])[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const tab = line.indexOf('\t');
      return tab < 0 ? [line.trim(), ''] : [line.slice(0, tab).trim(), line.slice(tab + 1).trim()];
    });

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');

export const skeletonOf = (word: string): string => word.replace(/[aeiou'-]/gu, '');

const newNode = (): PhraseNode => ({ next: new Map() });

const plant = (root: PhraseNode, words: readonly string[], concepts: readonly string[]): void => {
  let node = root;
  for (const word of words) {
    const next = node.next.get(word) ?? newNode();
    node.next.set(word, next);
    node = next;
  }
  node.concepts = [...new Set([...(node.concepts ?? []), ...concepts])];
};

const readSpellings = (sources: readonly LexiconSource[]) => {
  const spellings = new Map<string, readonly string[]>();
  const longSpellings = newNode();
  for (const [surface, standard] of sources.flatMap((source) => rowsOf(source.spellings))) {
    const words = wordsOf(surface);
    if (words.length > 1) plant(longSpellings, words, wordsOf(standard));
    else if (words[0] !== undefined && !spellings.has(words[0])) spellings.set(words[0], wordsOf(standard));
  }
  return { spellings, longSpellings };
};

const contestedOf = (sources: readonly LexiconSource[], words: ReadonlySet<string>) => {
  const [first, ...others] = sources.map((source) => readSpellings([source]).spellings);
  const contested = new Map<string, readonly string[]>();
  const regional = new Set<string>();
  for (const [word, standard] of first ?? []) {
    const other = others.map((spellings) => spellings.get(word)).find((found) => found !== undefined);
    if (other === undefined && !words.has(word)) regional.add(word);
    else if (other !== undefined && other.join(' ') !== standard.join(' ')) contested.set(word, other);
  }
  return { contested, regional };
};

/** Earlier sources win where two languages spell alike: Palembang first, then chat. */
export const createLexicon = (sources: readonly LexiconSource[]): Lexicon => {
  const { spellings, longSpellings } = readSpellings(sources);
  const phrases = newNode();
  const words = new Set<string>();
  const englishWords = new Set<string>();
  for (const source of sources) {
    const isEnglish = source.spellings === '';
    const own = readSpellings([source]).spellings;
    for (const [concept, surfaces] of rowsOf(source.concepts)) {
      for (const surface of surfaces.split(',')) {
        const written = wordsOf(surface);
        const standard = isEnglish ? written : written.flatMap((word) => own.get(word) ?? [word]);
        // "udah deh" would shrink to "sudah" and mean far too much.
        if (standard.length === 0 || (written.length > 1 && standard.length === 1)) continue;
        plant(phrases, standard, [concept]);
        for (const word of standard) (isEnglish ? englishWords : words).add(word);
      }
    }
  }
  const skeletons = new Map<string, string>();
  for (const word of words) if (word.length >= 5 && !skeletons.has(skeletonOf(word))) skeletons.set(skeletonOf(word), word);
  const known = new Set([...words, ...englishWords]);
  const stem = (word: string) =>
    stemsOf(word).find((candidate) => known.has(candidate.word) || (spellings.get(candidate.word)?.length ?? 0) > 0);
  return {
    spellings,
    longSpellings,
    ...contestedOf(sources, words),
    phrases,
    words: known,
    englishWords,
    indonesianWords: words,
    near: createNearWords([...known, ...spellings.keys()]),
    skeletons,
    longFormOf: createAbbreviations([...words, ...[...spellings.keys()].filter((word) => !words.has(word))]).longFormOf,
    stem,
  };
};
