/** A word of a text, folded, with where it stands (UTF-16 units). */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

// Accents, and the vowel signs of Arabic.
const marks = /[\u0300-\u036f\u064b-\u0652\u0670]/g;
const apostrophes = /['’‘ʻ`]/g;
// An apostrophe inside a word belongs to it: "Qur'an" is one word, and people write "quran".
const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’‘ʻ`](?=[\p{L}\p{N}]))*/gu;
const plain = /^[a-z0-9]*$/;

/** A word as the index keeps it: small letters, no diacritics, no apostrophes. The database folds the same way. */
export const foldWord = (word: string): string => {
  const small = word.toLowerCase();
  return plain.test(small) ? small : small.normalize('NFD').replace(marks, '').normalize('NFC').replace(apostrophes, '');
};

export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const word = foldWord(match[0]);
    if (word !== '') tokens.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
};

// Most titles: the same words, found at a third of the price.
const plainText = /^[\x20-\x26\x28-\x5f\x61-\x7e]*$/;
const plainWords = /[a-z0-9]+/g;

export const wordsOf = (text: string): string[] => {
  if (plainText.test(text)) return text.toLowerCase().match(plainWords) ?? [];
  const found = text.match(wordPattern);
  return found === null ? [] : found.map(foldWord).filter((word) => word !== '');
};

/** The whole text folded, words separated by one space: equal keys are equal titles. */
export const keyOf = (text: string): string => wordsOf(text).join(' ');

const isVowel = (code: number): boolean => code === 97 || code === 101 || code === 105 || code === 111 || code === 117;

// Letters that people exchange by ear, and the old spelling (tj, dj): f v → p, z x → s, q → k.
const soundClass = (code: number, next: number): number => {
  if (next === 106 && code === 116) return 99; // tj → c
  if (next === 106 && code === 100) return 106; // dj → j
  if (code === 102 || code === 118) return 112;
  if (code === 122 || code === 120) return 115;
  return code === 113 ? 107 : code;
};

/**
 * A hash of the consonants as they sound: words that differ only in vowels, doubled letters, h and letters that sound
 * alike share it ("lskr" and "laskar", "soekarno" and "sukarno").
 */
export const soundOf = (word: string): number => {
  let hash = 0x811c9dc5;
  let last = 0;
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    let sound = soundClass(code, word.charCodeAt(i + 1));
    if (isVowel(code)) sound = i === 0 ? 97 : 0;
    if (code === 104 && i > 0) sound = 0; // h
    if (code === 106 && last !== 0 && (word.charCodeAt(i - 1) === 116 || word.charCodeAt(i - 1) === 100)) sound = 0;
    if (sound === 0 || sound === last) continue;
    last = sound;
    hash = Math.imul(hash ^ sound, 0x01000193) >>> 0;
  }
  return hash;
};

/** Which letters a word has, as 32 bits: words far apart in letters are far apart in edits. */
export const lettersOf = (word: string): number => {
  let mask = 0;
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    mask |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6));
  }
  return mask;
};
