import { type Atom, canonAt, type MonthdayAtom, numberAt, ordinalAt, type Parsed, type Reader, rawAt, type Speech, skip } from './atoms.ts';
import { isFollowedByThing } from './company.ts';
import { MONTH_NAMES } from './words-days.ts';
import { PART_NAMES } from './words-times.ts';

const LINKS: Readonly<Record<string, 'to' | 'and' | 'or'>> = {
  '-': 'to',
  sampai: 'to',
  to: 'to',
  dan: 'and',
  ',': 'and',
  '/': 'and',
  atau: 'or',
};

const monthNumber = (speech: Speech, at: number): Parsed<number> | undefined => {
  const start = skip(speech, at, ['of', 'bulan', 'di', 'pada']);
  const named = MONTH_NAMES.indexOf(canonAt(speech, start));
  if (named >= 0) return { value: named + 1, next: start + 1 };
  const counted = canonAt(speech, start - 1) === 'bulan' && start > at ? numberAt(speech, start) : undefined;
  const isLater = canonAt(speech, start + 1) === 'lagi' || ordinalAt(speech, start) !== undefined;
  return counted === undefined || isLater || (speech.tokens[start]?.digits ?? 4) > 2 ? undefined : { value: counted, next: start + 1 };
};

/** A year after a month: "2026", ", 2026", "tahun 2026". */
export const yearAfter = (speech: Speech, at: number): Parsed<number> | undefined => {
  const start = skip(speech, at, [',', 'tahun']);
  const token = speech.tokens[start];
  return token?.kind === 'number' && token.digits === 4 && token.number !== undefined && token.number >= 1900 && token.number <= 2200
    ? { value: token.number, next: start + 1 }
    : undefined;
};

interface DayList {
  readonly days: readonly number[];
  readonly link?: 'to' | 'and' | 'or';
}

const MOST_DAYS = 31;

/** "3", "3-5", "3, 5 dan 7", "3 sampai tanggal 5". */
const dayList = (speech: Speech, at: number): Parsed<DayList> | undefined => {
  const first = dayNumber(speech, at);
  if (first === undefined) return undefined;
  const days = [first];
  const isFrom = !speech.moves && (canonAt(speech, at - 1) === 'dari' || canonAt(speech, at - 2) === 'dari');
  let link: DayList['link'];
  let next = at + 1;
  while (days.length < MOST_DAYS) {
    const word = canonAt(speech, next);
    const candidate = word === 'ke' && isFrom ? 'to' : LINKS[word];
    const place = skip(speech, next + 1, ['tanggal', 'the', 'dan']);
    const day = candidate === undefined ? undefined : dayNumber(speech, place);
    if (
      candidate === undefined ||
      day === undefined ||
      (link !== undefined && link !== candidate) ||
      link === 'to' ||
      !belongs(speech, place, word)
    )
      break;
    days.push(day);
    link = candidate;
    next = place + 1;
  }
  return { value: link === undefined ? { days } : { days, link }, next };
};

const dayNumber = (speech: Speech, at: number): number | undefined => {
  const token = speech.tokens[at];
  return token?.kind === 'number' && (token.digits ?? 0) <= 2 ? token.number : undefined;
};

const LATER_UNITS = new Set(['hari', 'minggu', 'pekan', 'tahun', 'jam', 'hour', 'menit', 'am', 'pm', 'oclock', 'lagi']);

const belongs = (speech: Speech, at: number, link: string): boolean => {
  const after = canonAt(speech, at + 1);
  if (LATER_UNITS.has(after)) return false;
  if (after in PART_NAMES && link !== '-') return false;
  if (link === ',') return LINKS[after] !== undefined || MONTH_NAMES.includes(after) || speech.tokens[at + 1] === undefined;
  return !isFollowedByThing(speech, at);
};

const withMonth = (speech: Speech, list: Parsed<DayList>, mayStandAlone: boolean): Parsed<Atom> | undefined => {
  // "sebulan dua kali" is no "1 bulan 2": a numbered month needs "tanggal".
  const isCountedUnmarked = canonAt(speech, list.next) === 'bulan' && numberAt(speech, list.next + 1) !== undefined && !mayStandAlone;
  const month = isCountedUnmarked ? undefined : monthNumber(speech, list.next);
  if (month === undefined) return mayStandAlone ? withSide(speech, { kind: 'monthday', ...list.value }, list.next) : undefined;
  const year = yearAfter(speech, month.next);
  const atom: MonthdayAtom = {
    kind: 'monthday',
    ...list.value,
    month: month.value,
    ...(year === undefined ? {} : { year: year.value }),
  };
  return withSide(speech, atom, year?.next ?? month.next);
};

/** "tgl 5 kemarin", "17 agustus lalu", "tgl 17 nanti". */
const withSide = (speech: Speech, atom: MonthdayAtom, at: number): Parsed<Atom> => {
  const place = canonAt(speech, at) === 'yang' ? at + 1 : at;
  const word = canonAt(speech, place);
  if (word === 'kemarin' || word === 'lalu') return { value: { ...atom, past: true }, next: place + 1 };
  const isFiller = (word === 'nanti' || word === 'mendatang' || word === 'ini') && !(canonAt(speech, place + 1) in PART_NAMES);
  return { value: atom, next: isFiller ? place + 1 : at };
};

/** "tgl 20-8": a day and a month, since no range runs from 20 to 8. */
const dashedDate = (speech: Speech, at: number, isMarked: boolean): Parsed<Atom> | undefined => {
  const [day, month] = [dayNumber(speech, at), dayNumber(speech, at + 2)];
  const isTight =
    canonAt(speech, at + 1) === '-' &&
    speech.tokens[at]?.end === speech.tokens[at + 1]?.start &&
    speech.tokens[at + 1]?.end === speech.tokens[at + 2]?.start;
  if (day === undefined || month === undefined || !isTight || month >= day || month > 12 || month < 1) return undefined;
  const isNamed = MONTH_NAMES.includes(canonAt(speech, at + 3)) || canonAt(speech, at + 3) === 'bulan';
  const isAlone = speech.tokens.length === 3 && day > 12;
  return isNamed || (!isMarked && !isAlone) ? undefined : { value: { kind: 'monthday', days: [day], month }, next: at + 3 };
};

/** "17 agustus 2026", "tgl 3", "the 3rd", "3-5 september". */
const dayFirst: Reader<Atom> = (speech, start) => {
  const at = skip(speech, start, ['tanggal', 'the']);
  const dashed = dashedDate(speech, at, at > start);
  if (dashed !== undefined) return dashed;
  const list = dayList(speech, at);
  if (list === undefined) return undefined;
  const isMarked = canonAt(speech, at - 1) === 'tanggal' && at > start;
  const isWrittenOrdinal = /^\d/.test(rawAt(speech, at)) && ordinalAt(speech, at) !== undefined && rawAt(speech, at).length > 2;
  const isSpokenOrdinal =
    ordinalAt(speech, at) !== undefined &&
    canonAt(speech, at - 1) === 'the' &&
    (['on', 'by', 'sebelum', 'deadline', 'sampai'].includes(canonAt(speech, at - 2)) || (ordinalAt(speech, at) ?? 0) > 10);
  const isOrdinalDay = (isWrittenOrdinal || isSpokenOrdinal) && !isFollowedByThing(speech, list.next - 1);
  // "tgl 20 diundur ke 27": after a move the second number is a day too.
  const isMoved =
    speech.moves &&
    canonAt(speech, at - 1) === 'ke' &&
    speech.tokens.some((token) => token.canon === 'tanggal') &&
    !isFollowedByThing(speech, list.next - 1);
  return withMonth(speech, list, isMarked || isOrdinalDay || isMoved);
};

/** "August 17th, 2026", "september 3-5". */
const monthFirst: Reader<Atom> = (speech, start) => {
  const month = MONTH_NAMES.indexOf(canonAt(speech, start)) + 1;
  if (month === 0) return undefined;
  const list = dayList(speech, skip(speech, start + 1, ['the', 'tanggal']));
  if (list === undefined || isFollowedByThing(speech, list.next - 1) || LATER_UNITS.has(canonAt(speech, list.next))) return undefined;
  const year = yearAfter(speech, list.next);
  return {
    value: { kind: 'monthday', ...list.value, month, ...(year === undefined ? {} : { year: year.value }) },
    next: year?.next ?? list.next,
  };
};

const written: Reader<Atom> = (speech, start) => {
  const at = skip(speech, start, ['tanggal']);
  const date = speech.tokens[at]?.date;
  if (date === undefined) return undefined;
  return {
    value: {
      kind: 'monthday',
      days: [date.day],
      month: date.month,
      ...(date.year === undefined ? {} : { year: date.year }),
    },
    next: at + 1,
  };
};

/** A day of a month, or several of them. */
export const readMonthday: Reader<Atom> = (speech, at) => written(speech, at) ?? dayFirst(speech, at) ?? monthFirst(speech, at);
