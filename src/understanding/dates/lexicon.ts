import { distance } from 'fastest-levenshtein';
import { MONTHS, RELATIVE_SPELLINGS, WEEKDAYS } from './words-days.ts';
import { FIXED_DAYS, MOVING_DAYS } from './words-holidays.ts';
import { MARKERS } from './words-markers.ts';
import { PHRASES } from './words-phrases.ts';
import { NOT_DATES, VAGUE } from './words-sayings.ts';
import { NUMBER_WORDS, ONE_OF, PARTS, PRAYERS, UNITS } from './words-times.ts';
import { TITLES } from './words-titles.ts';

const TABLES = [MARKERS, UNITS, PARTS, PRAYERS, MONTHS, RELATIVE_SPELLINGS, WEEKDAYS];

const SPELLINGS: ReadonlyMap<string, string> = new Map(
  TABLES.flatMap((table) =>
    Object.entries(table).flatMap(([canon, spellings]) => spellings.split(' ').map((spelling) => [spelling, canon] as const)),
  ),
);

/** Words worth a guess when misspelt: long, and far from other words. */
const GUESSABLE = [
  'senin',
  'selasa',
  'kamis',
  'jumat',
  'sabtu',
  'minggu',
  'besok',
  'kemarin',
  'januari',
  'februari',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'tomorrow',
  'yesterday',
  'lebaran',
  'ramadhan',
  'maghrib',
  'january',
  'february',
  'october',
  'december',
] as const;

/** Everyday words one letter away from a day. */
const NOT_MISSPELT = new Set([
  'kamus',
  'kemari',
  'kemarau',
  'lembaran',
  'selasar',
  'selama',
  'serasa',
  'belok',
  'jimat',
  'januar',
  'sabun',
  'santu',
  'jumlah',
  'mingle',
  'seminar',
  'semin',
  'lebarannya',
  'selesa',
  'selada',
  'besot',
  'bengok',
  'kapis',
  'senior',
  'lebaram',
  'sabut',
  'kumis',
  'manis',
  'senina',
]);

const guess = (word: string): string | undefined => {
  if (word.length < 5 || NOT_MISSPELT.has(word)) return undefined;
  const allowed = word.length >= 8 ? 2 : 1;
  return GUESSABLE.find(
    (known) => known[0] === word[0] && Math.abs(known.length - word.length) <= allowed && distance(known, word) <= allowed,
  );
};

/** "besokkk" → "besok": a letter drawn out for feeling. */
const undrawn = (word: string): string => word.replaceAll(/(.)\1{2,}/g, '$1').replace(/(.)\1$/, '$1');

const PHRASE_WORDS: ReadonlySet<string> = new Set(
  [...Object.keys(PHRASES), ...NOT_DATES, ...TITLES, ...VAGUE, ...Object.keys(FIXED_DAYS), ...Object.keys(MOVING_DAYS)].flatMap((text) =>
    text.split(' '),
  ),
);

// People use few words often; emptied when a flood of nonsense words has filled it.
const REMEMBERED = new Map<string, string>();
const MOST_REMEMBERED = 8000;

/** The grammar's word for a spelling; a word it does not know stays itself. */
export const canonOf = (word: string): string => {
  const remembered = REMEMBERED.get(word);
  if (remembered !== undefined) return remembered;
  if (REMEMBERED.size >= MOST_REMEMBERED) REMEMBERED.clear();
  const canon = read(word);
  REMEMBERED.set(word, canon);
  return canon;
};

const read = (word: string): string => {
  const known = [word, undrawn(word)].find((form) => SPELLINGS.has(form));
  const spelling = known ?? (PHRASE_WORDS.has(word) ? word : guess(word));
  return SPELLINGS.get(spelling ?? word) ?? word;
};

export type PhraseKind = 'word' | 'not-a-date' | 'vague' | 'fixed' | 'holiday';

export interface Phrase {
  readonly words: readonly string[];
  readonly kind: PhraseKind;
  readonly value: string;
}

const phraseWords = (word: string): readonly string[] => {
  const unit = ONE_OF[word];
  return unit === undefined ? [String(NUMBER_WORDS[word] ?? SPELLINGS.get(word) ?? word)] : ['1', unit];
};

const phrase = (text: string, kind: PhraseKind, value: string): Phrase => ({
  words: text.split(' ').flatMap(phraseWords),
  kind,
  value,
});

const PHRASE_LIST: readonly Phrase[] = [
  ...Object.entries(PHRASES).map(([text, canon]) => phrase(text, 'word', canon)),
  ...[...NOT_DATES, ...TITLES].map((text) => phrase(text, 'not-a-date', '#')),
  ...VAGUE.map((text) => phrase(text, 'vague', 'vague')),
  ...Object.entries(FIXED_DAYS).map(([text, day]) => phrase(text, 'fixed', day)),
  ...Object.entries(MOVING_DAYS).map(([text, key]) => phrase(text, 'holiday', key)),
];

const BY_FIRST_WORD = new Map<string, Phrase[]>();
for (const known of [...PHRASE_LIST].sort((a, b) => b.words.length - a.words.length)) {
  const first = known.words[0] ?? '';
  BY_FIRST_WORD.set(first, [...(BY_FIRST_WORD.get(first) ?? []), known]);
}

/** The phrases a word may begin, longest first. */
export const phrasesFrom = (word: string): readonly Phrase[] => BY_FIRST_WORD.get(word) ?? [];

/** Markers that name no time by themselves: without a day, a number or a part of the day beside them there is no date. */
const GLUE = new Set(
  'ini this depan next coming lalu last lagi ago ke to dari antara by dan atau bukan tidak bisa sekali of the in at dalam sudah other kurang lewat mulai sebelum setelah sampai oclock am pm wib ralat instead'.split(
    ' ',
  ),
);

const TELLING = new Set([...TABLES.flatMap((table) => Object.keys(table)), ...Object.values(PHRASES)].filter((canon) => !GLUE.has(canon)));
for (const { kind, words } of PHRASE_LIST) {
  if (kind === 'not-a-date' || words.some((word) => TELLING.has(word) || /^\d/u.test(word))) continue;
  const longest = [...words].sort((one, other) => other.length - one.length)[0];
  if (longest !== undefined) TELLING.add(longest);
}

/** Whether a date could stand where this word is; of a phrase one word is enough to look closer. */
export const isTelling = (canon: string): boolean => TELLING.has(canon) || canon.includes(':') || canon.startsWith('17');

const GRAMMAR_WORDS: ReadonlySet<string> = new Set([...SPELLINGS.values(), ...Object.values(PHRASES)]);

/** Whether the grammar of dates knows this canonical word. */
export const isGrammarWord = (canon: string): boolean => GRAMMAR_WORDS.has(canon) || canon.includes(':');
