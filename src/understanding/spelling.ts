import { type Lexicon, skeletonOf } from '#understanding/lexicon.ts';
import { isShortOf } from './near-words.ts';

/** The standard words a token may stand for, likeliest first, each a sequence of words. `[]` inside means: drop it. */
export interface Reading {
  readonly alternatives: readonly (readonly string[])[];
  readonly known: boolean;
  readonly mine: boolean;
}

interface ReadOptions {
  readonly isEnglish: boolean;
  readonly mayCorrect: boolean;
  /** are there words beside it that only the first source has? */
  readonly isRegional: boolean;
}

const squeeze = (word: string, keep: number): string => word.replace(/(\p{L})\1{2,}/gu, (_, letter: string) => letter.repeat(keep));
const DOUBLED = /(\p{L})\1/gu;
const isReduplicated = (word: string): string | undefined => {
  if (word.endsWith('2') && word.length > 3) return word.slice(0, -1);
  const dash = word.indexOf('-');
  return dash > 1 ? word.slice(0, dash) : undefined;
};
const fewVowels = (word: string): boolean => word.length >= 4 && skeletonOf(word).length >= word.length - 1;

const exactly = (lexicon: Lexicon, word: string, { isEnglish, isRegional }: ReadOptions): readonly (readonly string[])[] => {
  const spelled = (isRegional ? undefined : lexicon.contested.get(word)) ?? lexicon.spellings.get(word);
  const isWord = lexicon.words.has(word);
  const english = lexicon.englishWords.has(word);
  const meansByItself = (lexicon.phrases.next.get(word)?.concepts ?? []).length > 0;
  if (isEnglish && english && (meansByItself || spelled === undefined)) return [[word]];
  if (spelled === undefined) return isWord ? [[word]] : [];
  // A very short English word in an Indonesian message is its chat spelling: "no" is a number there.
  return isWord && word.length > 2 ? [spelled, [word]] : [spelled];
};

const asWritten = (lexicon: Lexicon, word: string, options: ReadOptions): readonly (readonly string[])[] => {
  for (const form of [word, squeeze(word, 1), squeeze(word, 2), word.replace(DOUBLED, '$1')]) {
    const found = exactly(lexicon, form, options);
    if (found.length > 0) return found;
  }
  return [];
};

const standard = (lexicon: Lexicon, word: string): readonly string[] => lexicon.spellings.get(word) ?? [word];

const FINAL_O = /o(nyo|ke|kela|kelah|lah|la)?$/u;
const ENCLITIC: Readonly<Record<string, string>> = { nyo: 'nya', ke: 'kan', kela: 'kan', kelah: 'kan', lah: '', la: '' };

/** Palembang says -o where the standard language says -a: "buko" is "buka", "ceritonyo" is "ceritanya". */
const inStandardA = (word: string): string | undefined =>
  word.length >= 4 && FINAL_O.test(word)
    ? word.replace(FINAL_O, (_, clitic: string | undefined) => `a${ENCLITIC[clitic ?? ''] ?? ''}`)
    : undefined;

const FOREIGN = new Set(['agency', 'weakagency', 'misc', 'weakmisc', 'insult', 'attack']);

/** The word that was mistyped; a short one is rather a name than a mistyped insult or office ("Talang" is no "tilang"). */
const likelyOf = (lexicon: Lexicon, word: string): string | undefined => {
  const near = lexicon.near.nearest(word);
  const concepts = near === undefined ? [] : standard(lexicon, near).flatMap((one) => lexicon.phrases.next.get(one)?.concepts ?? []);
  return word.length < 8 && concepts.some((concept) => FOREIGN.has(concept)) ? undefined : near;
};

const corrected = (lexicon: Lexicon, word: string, mayCorrect: boolean): Reading | undefined => {
  const stem = lexicon.stem(word);
  if (stem !== undefined) return { alternatives: [standard(lexicon, stem.word)], known: true, mine: stem.mine };
  const inA = inStandardA(word);
  const heard = inA === undefined ? [] : asWritten(lexicon, inA, { isEnglish: false, isRegional: true, mayCorrect: false });
  if (heard.length > 0) return { alternatives: heard, known: true, mine: false };
  const skeleton = fewVowels(word) ? lexicon.skeletons.get(skeletonOf(word)) : undefined;
  // "lock" has the consonants of another word, and not its vowels.
  if (skeleton !== undefined && isShortOf(word, skeleton)) return { alternatives: [[skeleton]], known: true, mine: false };
  const near = mayCorrect ? likelyOf(lexicon, word) : undefined;
  const long = near === undefined && mayCorrect && word.length >= 5 ? lexicon.longFormOf(word) : undefined;
  const meant = near ?? long;
  return meant === undefined ? undefined : { alternatives: [standard(lexicon, meant)], known: true, mine: false };
};

/** A word that is only known inside phrases may still mean what its stem means: "pinjamanku". */
const withStem = (lexicon: Lexicon, word: string, found: readonly (readonly string[])[]): Omit<Reading, 'known'> => {
  const means = found.some((words) => words.length !== 1 || (lexicon.phrases.next.get(words[0] ?? '')?.concepts ?? []).length > 0);
  const stem = means ? undefined : lexicon.stem(word);
  return stem === undefined
    ? { alternatives: found, mine: false }
    : { alternatives: [...found, standard(lexicon, stem.word)], mine: stem.mine };
};

const read = (lexicon: Lexicon, written: string, options: ReadOptions): Reading => {
  const word = written.length > 40 ? written.slice(0, 40) : written;
  const found = asWritten(lexicon, word, options);
  if (found.length > 0) return { ...withStem(lexicon, word, found), known: true };
  const base = isReduplicated(word);
  if (base !== undefined) {
    const once = asWritten(lexicon, base, options);
    if (once.length > 0) return { alternatives: once, known: true, mine: false };
  }
  return corrected(lexicon, base ?? squeeze(word, 1), options.mayCorrect) ?? { alternatives: [[word]], known: false, mine: false };
};

// People use few words often. Kept per lexicon, and emptied when a flood of nonsense words has filled it.
const remembered = new WeakMap<Lexicon, Map<string, Reading>>();
const MOST_REMEMBERED = 8000;

const memoryOf = (lexicon: Lexicon): Map<string, Reading> => {
  const known = remembered.get(lexicon);
  if (known !== undefined) return known;
  const memory = new Map<string, Reading>();
  remembered.set(lexicon, memory);
  return memory;
};

/** Reads one written word: as it stands, stretched, doubled, with affixes, without vowels, mistyped. */
export const readWord = (lexicon: Lexicon, written: string, options: ReadOptions): Reading => {
  const memory = memoryOf(lexicon);
  const key = `${options.isEnglish ? 'e' : 'i'}${options.mayCorrect ? 'c' : '-'}${options.isRegional ? 'r' : '-'}${written}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const reading = read(lexicon, written, options);
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(key, reading);
  return reading;
};
