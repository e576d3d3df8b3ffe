import type { Unit } from '../unit.ts';
import { longestRun, type Reader, surface } from './spans.ts';

/** Concepts of words that tell what is looked for: fields, things, feelings, and plain words titles are made of. */
const TELLING = new Set([
  'word',
  'subjectword',
  'weakmisc',
  'weakagency',
  'misc',
  'agency',
  'good',
  'thing',
  'unknown',
  'aboutword',
  'f_food',
  'f_computer',
  'f_prayer_room',
  'f_parking',
  'place',
  'school',
  'child',
  'teen',
  'adult',
  'writer',
  'community',
  'daypart',
  'lost',
  'visual',
  'learning',
  'bye',
  'thirdperson',
  'reasonword',
  'insult',
  'rest_facility',
  'period',
  'localplace',
]);
/** Words that ask, wish or command are never a part of it. */
const ASKING = new Set([
  'addr',
  'question',
  'want',
  'please',
  'can',
  'have',
  'search',
  'neg',
  'available',
  'absent',
  'need',
  'my',
  'what',
  'where',
  'when',
  'who',
  'howmany',
  'borrow',
  'hold',
  'holdnoun',
  'renew',
  'cancel',
  'give',
  'show',
  'library',
  'already',
  'notyet',
  'only',
  'loan',
  'return',
  'due',
  'download',
  'buy',
  'suggest',
  'new',
  'all',
  'ordinal',
  'item_synopsis',
  'item_copies',
  'item_location',
  'item_dueback',
  'item_queue',
  'item_status',
  'item_loanable',
  'item_biblio',
  'newarrivals',
  'yes',
  'no',
  'more',
  'abort',
  'drop',
  'recommend',
  'similar',
  'register',
  'card',
  'membership',
  'create',
  'tell',
  'van',
  'event',
  'format_digital',
  'format_audio',
  'format_braille',
  'format_large',
  'childmine',
  'ready',
  'pickup',
  'complain',
  'language',
  'always',
  'reading',
  'fine',
  'localwriter',
  'digitalitem',
  'detail',
]);
const GENRE =
  /^(?:novel|komik|manga|majalah|cerpen|puisi|dongeng|kamus|ensiklopedia|atlas|jurnal|skripsi|koran|cergam|biografi|antologi|kitab|tafsir|pantun|comics?|novels?|magazines?|poetry|poems|cookbooks?|textbooks?|dictionar(?:y|ies)|encyclopedias?|biograph(?:y|ies)|newspapers?|short stor(?:y|ies)|picture books?|graphic novels?|cerita anak|buku anak|buku pelajaran|buku cerita|buku masak|cerita rakyat)(?:nya|nyo|2)?$/iu;
const BRIDGE_ENDS = /^(?:yang|untuk|itu|ini|di|buat|ya|yo|saja|dengan|dari|kalau|karena|nanti|masih|sudah|for|the|to|is|are|that)$/u;

const isTimed = ({ message }: Reader, unit: Unit): boolean =>
  [...message.dates, ...message.times, ...message.durations].some((span) => unit.start < (span.end ?? -1) && (span.start ?? 0) < unit.end);

const isTelling = (reader: Reader, unit: Unit): boolean =>
  !unit.negated &&
  (unit.mask === 'title' ||
    unit.mask === 'quote' ||
    unit.mask === 'topic' ||
    (unit.mask === undefined &&
      unit.words.length > 0 &&
      !isTimed(reader, unit) &&
      (!unit.known || unit.concepts.some((concept) => TELLING.has(concept))) &&
      !unit.concepts.some((concept) => ASKING.has(concept))));

const isBridge = (unit: Unit): boolean =>
  unit.mask === undefined &&
  unit.words.length > 0 &&
  unit.known &&
  unit.concepts.every((concept) => concept === 'fw' || concept === 'number' || concept === 'and') &&
  !BRIDGE_ENDS.test(unit.words[0] ?? '');

/** What a message is about when nothing else says so: its words that neither ask nor command nor tell the time. */
export const remaining = (reader: Reader, not: readonly string[] = []): string | undefined =>
  longestRun(reader, (unit) => isTelling(reader, unit) && !unit.concepts.some((concept) => not.includes(concept)), isBridge);

/** "novel", "komik lucu": a kind of book with the words that say which. */
export const genre = (reader: Reader): string | undefined => {
  const at = reader.units.findIndex((unit) => unit.mask === undefined && !unit.negated && GENRE.test(unit.text));
  const first = reader.units[at];
  if (first === undefined) return undefined;
  let last = first;
  for (const unit of reader.units.slice(at + 1, at + 4)) {
    if (!isTelling(reader, unit) || unit.mask !== undefined) break;
    last = unit;
  }
  const found = surface(reader, first.start, last.end);
  return last === first ? found.replace(/(?:nya|nyo|2)$/u, '') : found;
};

/** The kind of book alone, wherever it stands. */
export const genreWord = ({ message, units }: Reader): string | undefined =>
  message.tokens
    .find((token) => GENRE.test(token.lower) && token.start >= (units[0]?.start ?? 0) && token.end <= (units.at(-1)?.end ?? 0))
    ?.lower.replace(/(?:nya|nyo|2)$/u, '');

/** A number that is all there is to look for: "pesan 1984" of a library that has no such title yet. */
export const loneNumber = (reader: Reader): string | undefined => {
  const numbers = reader.units.filter((unit) => unit.mask === undefined && /^\d{3,4}$/u.test(unit.text) && !isTimed(reader, unit));
  return numbers.length === 1 ? numbers[0]?.text : undefined;
};
