import { type CopyEntry, readArrival, readCopyState } from './copy-entry.ts';
import { readIsbn } from './isbn.ts';
import type { Notes } from './notes.ts';
import type { SourceRecord } from './record.ts';
import { angleList, comparable, oneLine } from './repair-text.ts';

/** The facts of a title as the library keeps them. */
export interface TitleFacts {
  readonly title: string;
  readonly author: string;
  readonly subjects: readonly string[];
  readonly isbn: string | null;
  readonly publisher: string | null;
  readonly year: number | null;
  readonly synopsis: string | null;
  readonly language: string;
  readonly format: string;
  readonly audience: string;
  readonly callNumber: string | null;
  readonly shelf: string | null;
}

/** A row that describes a title, and the copies it names. */
export interface TitleEntry {
  readonly row: number;
  readonly facts: TitleFacts;
  /** what makes a later row, or a later import, the same title */
  readonly key: string;
  /** byte-exact */
  readonly codes: readonly string[];
  /** how many copies the row claims when it names no codes */
  readonly copies: number;
  readonly location: string;
  /** of the copies the row names */
  readonly status: CopyEntry['status'];
  /** the day they came, when the file says it */
  readonly cameOn: string | null;
}

const orNull = (text: string): string | null => (text === '' ? null : text);

const languages: Readonly<{ [name: string]: string }> = {
  '': 'id',
  indonesia: 'id',
  indonesian: 'id',
  'bahasa indonesia': 'id',
  id: 'id',
  ind: 'id',
  inggris: 'en',
  english: 'en',
  'bahasa inggris': 'en',
  en: 'en',
  eng: 'en',
  arab: 'ar',
  arabic: 'ar',
  'bahasa arab': 'ar',
  jawa: 'jv',
  javanese: 'jv',
  sunda: 'su',
  sundanese: 'su',
  melayu: 'ms',
  malay: 'ms',
  palembang: 'plm',
  jepang: 'ja',
  japanese: 'ja',
  mandarin: 'zh',
  chinese: 'zh',
  belanda: 'nl',
  dutch: 'nl',
  jerman: 'de',
  german: 'de',
  prancis: 'fr',
  french: 'fr',
  korea: 'ko',
  korean: 'ko',
  kor: 'ko',
  fra: 'fr',
  fre: 'fr',
  deu: 'de',
  ger: 'de',
  nld: 'nl',
  dut: 'nl',
  zho: 'zh',
  chi: 'zh',
  jpn: 'ja',
  sun: 'su',
  jav: 'jv',
  ara: 'ar',
  msa: 'ms',
  may: 'ms',
};

const formats: Readonly<{ [name: string]: string }> = {
  braille: 'braille',
  'buku braille': 'braille',
  audio: 'audio',
  'buku audio': 'audio',
  audiobook: 'audio',
  'sound recording': 'audio',
  'rekaman suara': 'audio',
  'large print': 'large_print',
  'cetak besar': 'large_print',
  'huruf besar': 'large_print',
};

const audiences: Readonly<{ [name: string]: string }> = {
  anak: 'child',
  'anak anak': 'child',
  child: 'child',
  children: 'child',
  remaja: 'teen',
  teen: 'teen',
  dewasa: 'adult',
  adult: 'adult',
  'khusus dewasa': 'adult_only',
  '18': 'adult_only',
  'adult only': 'adult_only',
};

const suffix = /^(jr|sr|dr|ed|eds|dkk|et al|tim|[ivx]+|\d.*)\.?$/i;

/** "Hirata, Andrea" as people say it; a name with more commas, or a suffix behind it, is left as it is. */
export const naturalName = (name: string): string => {
  const parts = name.split(',').map((part) => part.trim());
  const [family, given] = parts;
  return parts.length === 2 && family && given && !suffix.test(given) ? `${given} ${family}` : name.trim();
};

const listOf = (text: string, separator: RegExp): readonly string[] =>
  (text.startsWith('<') ? angleList(text) : text.split(separator)).map(oneLine).filter((entry) => entry !== '');

const codesOf = (text: string): readonly string[] => {
  if (text.startsWith('<')) return angleList(text);
  return /[;|\n]/.test(text)
    ? text
        .split(/[;|\n]/)
        .map((code) => code.trim())
        .filter((code) => code !== '')
    : text.trim() === ''
      ? []
      : [text];
};

const readYear = (record: SourceRecord, notes: Notes): number | null => {
  const text = record.of('year').trim();
  const year = /(?:^|\D)(1[4-9]\d\d|20\d\d)(?!\d)/.exec(text)?.[1];
  if (year === undefined && text !== '' && !/^[-0?.\s]+$/.test(text))
    notes.problem(record.row, record.nameOf('year'), text, 'year-unreadable');
  return year === undefined ? null : Number(year);
};

const mostCopies = 999;

const readCopies = (record: SourceRecord, notes: Notes): number => {
  const text = record.of('copies').trim();
  if (text === '') return 1;
  const copies = Number(/^\d+/.exec(text)?.[0] ?? Number.NaN);
  if (Number.isInteger(copies) && copies <= mostCopies) return copies;
  notes.problem(record.row, record.nameOf('copies'), text, 'copies-unreadable');
  return 1;
};

/** The printed ISBN is kept whatever its check digit says; only a sound one identifies. */
const readIdentity = (record: SourceRecord, notes: Notes): { readonly printed: string | null; readonly isbn13: string | null } => {
  const isbn = readIsbn(record.of('isbn'));
  if (isbn.kind === 'none') return { printed: null, isbn13: null };
  if (isbn.kind === 'failing') notes.problem(record.row, record.nameOf('isbn'), isbn.printed, 'isbn-check');
  if (isbn.kind === 'rounded') notes.problem(record.row, record.nameOf('isbn'), isbn.printed, 'isbn-rounded');
  return { printed: isbn.printed, isbn13: isbn.kind === 'sound' ? isbn.isbn13 : null };
};

/** Headings first; a body, or what the title page says, only where there is no heading. */
const readAuthors = (record: SourceRecord): string => {
  const headings = [record.of('author'), record.of('addedAuthors')].flatMap((text) => listOf(text, /[;|\n]/));
  const names = headings.length > 0 ? headings : listOf(record.of('responsibility'), /[;|\n]/);
  return names.map(naturalName).join('; ');
};

const readFacts = (record: SourceRecord, title: string, isbn: string | null, year: number | null): TitleFacts => ({
  title,
  author: readAuthors(record),
  subjects: listOf(record.of('subjects'), /[;|\n]/),
  isbn,
  publisher: orNull(oneLine(record.of('publisher'))),
  year,
  synopsis: orNull(record.of('synopsis').trim()),
  language: languages[comparable(record.of('language'))] ?? 'und',
  format: formats[comparable(record.of('format'))] ?? 'book',
  audience: audiences[comparable(record.of('audience'))] ?? 'all',
  callNumber: orNull(oneLine(record.of('callNumber') || record.of('ddc'))),
  shelf: orNull(oneLine(record.of('shelf'))),
});

/** Reads a title row; null, with a note, when it has no title. */
export const readTitleEntry = (
  record: SourceRecord,
  notes: Notes,
  defaults: { readonly copiesWithoutCodes: boolean },
): TitleEntry | null => {
  const [main, sub] = [oneLine(record.of('title')), oneLine(record.of('subtitle'))];
  if (main === '') {
    notes.problem(record.row, record.nameOf('title'), '', 'no-title');
    return null;
  }
  const { printed, isbn13 } = readIdentity(record, notes);
  const facts = readFacts(record, sub === '' ? main : `${main}: ${sub}`, printed, readYear(record, notes));
  const codes = codesOf(record.of('codes') || record.of('inventory'));
  for (const code of codes) if (code !== code.trim()) notes.problem(record.row, record.nameOf('codes'), code, 'code-spaces');
  return {
    row: record.row,
    facts,
    key: isbn13 === null ? `text:${[facts.title, facts.author, facts.publisher ?? ''].map(comparable).join('|')}` : `isbn:${isbn13}`,
    codes,
    copies: codes.length === 0 && defaults.copiesWithoutCodes ? readCopies(record, notes) : 0,
    location: oneLine(record.of('location')),
    status: readCopyState(record, notes),
    cameOn: readArrival(record),
  };
};
