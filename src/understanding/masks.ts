import type { NameMatch } from '#ports/names.ts';
import type { Lexicon } from '#understanding/lexicon.ts';
import { codesOf } from './codes.ts';
import type { Token } from './tokens.ts';
import { titledOf, topicsOf } from './topics.ts';
import type { Mask } from './unit.ts';

const overlaps = (mask: Mask, taken: readonly Mask[]): boolean => taken.some((other) => mask.start < other.end && other.start < mask.end);

/** Stretches inside double quotes, or single quotes that stand at word edges. */
const quotesOf = (text: string): Mask[] =>
  [...text.matchAll(/"([^"\n]{2,120})"|(?<=^|\s)'([^'\n]{2,120})'(?=$|[\s?.!,])/gu)].map((match) => ({
    kind: 'quote',
    start: match.index + 1,
    end: match.index + match[0].length - 1,
  }));

const TITLE_CUES = new Set([
  'buku',
  'bukunya',
  'novel',
  'novelnya',
  'komik',
  'judul',
  'judulnya',
  'berjudul',
  'book',
  'bku',
  'titled',
  'called',
  'titel',
  'kitab',
  'pinjam',
  'pinjem',
  'minjem',
  'meminjam',
  'borrow',
  'punya',
  'baca',
  'read',
  'karya',
  'perpanjang',
  'renew',
  'pesan',
  'pesen',
  'mesen',
  'memesan',
  'pesenin',
  'pesankan',
  'pesenke',
  'reserve',
  'hold',
  'booking',
  'keep',
  'simpenke',
  'cari',
  'nyari',
  'cariin',
  'carike',
  'berjudul',
  'perpanjangin',
  'prpanjang',
  'extend',
  'title',
  'novelnyo',
]);

/** What is done with a book: beside it "yang hujan" is the book. */
const BOOK_ACTS = /pes[ea]n|booking|reserv|pinj[ae]m|perpanjang|prpanjang|renew|ant[re]i|simp[ea]n|borrow|hold\b|balik|kembali/iu;

/** Behind these a second title may follow a first: "pesen hujan eh pulang aja". */
const TITLE_JOINTS = new Set(['eh', 'dan', 'sama', 'samo', 'and', 'atau', 'or', 'bukan', ',']);
/** Where a number stands behind these it is a year or a place in a list. */
const YEAR_CUES = new Set([
  'tahun',
  'thn',
  'th',
  'taon',
  'taun',
  'year',
  'sejak',
  'since',
  'nomor',
  'no',
  'nmr',
  'tanggal',
  'tgl',
  'jam',
  'pukul',
  'umur',
  'usia',
  'kelas',
  'halaman',
  'in',
  'terbitan',
  'terbit',
  'tiket',
  'ticket',
  'rp',
]);

const isOrdinaryWord = (lexicon: Lexicon, word: string): boolean => {
  if (lexicon.spellings.has(word)) return true;
  const concepts = lexicon.phrases.next.get(word)?.concepts;
  return concepts?.some((concept) => concept !== 'unknown' && concept !== 'someone') === true;
};

/** A name of one ordinary word ("Hujan", "Pulang") counts only where something says that a title is meant. */
const isPlausible = (match: NameMatch, text: string, lexicon: Lexicon, tokens: readonly Token[]): boolean => {
  const surface = text.slice(match.start, match.end);
  const isOneWord = !/[\s-]/u.test(surface.trim());
  const floor = isOneWord ? 0.85 : 0.6;
  if (match.closeness < floor) return false;
  if (!isOneWord || match.kind === 'place') return true;
  if (!isOrdinaryWord(lexicon, surface.toLowerCase()) && !/^\d+$/u.test(surface)) return true;
  const at = tokens.findIndex((token) => token.start >= match.start);
  const before = tokens[at - 1];
  if (match.kind === 'event') return false;
  if (before !== undefined && TITLE_CUES.has(before.lower)) return match.closeness > 0.99;
  // A title that is a number ("1984") is written as any other: only a year or a count is said with a word before it.
  if (/^\d{3,}$/u.test(surface))
    return match.closeness > 0.99 && (before === undefined || !YEAR_CUES.has(before.lower)) && tokens[at + 1]?.kind !== 'number';
  if (before !== undefined && /^(?:yg|yang|si|the)$/u.test(before.lower) && BOOK_ACTS.test(text))
    return match.closeness > 0.99 && match.kind === 'title';
  const words = tokens.filter((token) => token.kind !== 'sign');
  const isCapital = /^\p{Lu}/u.test(surface) && at > 0;
  const allCapital = words.filter((token) => /^\p{Lu}/u.test(token.text)).length > words.length / 2;
  return match.closeness > 0.99 && isCapital && !allCapital;
};

/** A title of one ordinary word that is joined to a title before it. */
const followsTitle = (match: NameMatch, tokens: readonly Token[], taken: readonly Mask[]): boolean => {
  const at = tokens.findIndex((token) => token.start >= match.start);
  const joint = tokens[at - 1];
  return (
    match.kind === 'title' &&
    match.closeness > 0.99 &&
    joint !== undefined &&
    TITLE_JOINTS.has(joint.lower) &&
    taken.some((mask) => mask.kind === 'title' && mask.end <= joint.start)
  );
};

const KIND_ORDER = ['event', 'title', 'place', 'author'];

const namesOf = (matches: readonly NameMatch[], text: string, lexicon: Lexicon, tokens: readonly Token[]): Mask[] => {
  const worth = (match: NameMatch): number => (match.end - match.start) * match.closeness - KIND_ORDER.indexOf(match.kind) * 0.1;
  const taken: Mask[] = [];
  const plausible = matches.filter((match) => isPlausible(match, text, lexicon, tokens)).sort((left, right) => worth(right) - worth(left));
  const take = (match: NameMatch): void => {
    const mask: Mask = { kind: match.kind, start: match.start, end: match.end, name: match };
    if (!overlaps(mask, taken)) taken.push(mask);
  };
  plausible.forEach(take);
  if (taken.some((mask) => mask.kind === 'title')) matches.filter((match) => followsTitle(match, tokens, taken)).forEach(take);
  return taken;
};

interface Said {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly isStaff: boolean;
}

/** All stretches no command word may be read in; earlier kinds win where two overlap. */
export const masksOf = ({ text, tokens, isStaff }: Said, matches: readonly NameMatch[], lexicon: Lexicon): readonly Mask[] => {
  const taken: Mask[] = [];
  for (const mask of [
    ...quotesOf(text),
    ...codesOf(text, isStaff),
    ...namesOf(matches, text, lexicon, tokens),
    ...topicsOf(tokens),
    ...titledOf(tokens),
  ]) {
    if (!overlaps(mask, taken)) taken.push(mask);
  }
  return taken.sort((left, right) => left.start - right.start);
};
