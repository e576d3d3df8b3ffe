import { type Atom, canonAt, numberAt, type Parsed, type Part, type Reader, rawAt, type Speech, type SpokenTime, skip } from './atoms.ts';
import { isFollowedByThing } from './company.ts';
import { PART_NAMES } from './words-times.ts';

const isPart = (word: string): word is Part => word in PART_NAMES;

/** "pagi", "di pagi hari", "in the morning", "subuh" after an hour. */
const partAfter = (speech: Speech, at: number): Parsed<Part> | undefined => {
  const start = skip(speech, at, ['di', 'in', 'at', 'the', 'pada']);
  const word = canonAt(speech, start);
  const part = word === 'subuh' ? 'dinihari' : word;
  if (!isPart(part)) return undefined;
  const isOther = ['ini', 'tadi'].includes(canonAt(speech, start + 1));
  return { value: part, next: isOther ? start + 2 : canonAt(speech, start + 1) === 'hari' ? start + 2 : start + 1 };
};

const MINUTES: Readonly<Record<string, number>> = { seperempat: 15, setengah: 30 };

const minutesAt = (speech: Speech, at: number): number | undefined => numberAt(speech, at) ?? MINUTES[canonAt(speech, at)];

/** "lewat 15", "kurang seperempat", "sembilan tiga puluh" after the hour. */
const withMinutes = (speech: Speech, hour: number, at: number): Parsed<SpokenTime> => {
  const link = canonAt(speech, at);
  const minutes = minutesAt(speech, at + 1);
  if ((link === 'lewat' || link === 'kurang') && minutes !== undefined && minutes < 60 && rawAt(speech, at) !== 'past') {
    const next = skip(speech, at + 2, ['menit']);
    return {
      value: link === 'lewat' ? { hour, minute: minutes } : { hour: hour === 0 ? 23 : hour - 1, minute: 60 - minutes },
      next,
    };
  }
  const spoken = speech.tokens[at];
  const isSpokenMinute = spoken?.kind === 'number' && spoken.digits === 0 && (spoken.number ?? 0) >= 10 && (spoken.number ?? 60) < 60;
  return isSpokenMinute ? { value: { hour, minute: spoken.number ?? 0 }, next: at + 1 } : { value: { hour, minute: 0 }, next: at };
};

/** "half past three", "quarter to four", "ten past four"; "setengah tiga" is half to three. */
const fraction: Reader<SpokenTime> = (speech, at) => {
  const minutes = minutesAt(speech, at);
  const link = canonAt(speech, at + 1);
  const hour = numberAt(speech, at + 2);
  const isSpoken = speech.tokens[at]?.digits === 0 && minutes !== undefined && minutes % 5 === 0 && speech.tokens[at + 2]?.digits === 0;
  const isLink =
    (link === 'to' && (canonAt(speech, at) === 'seperempat' || isSpoken)) || (link === 'lewat' && rawAt(speech, at + 1) === 'past');
  if (minutes !== undefined && isLink && hour !== undefined && hour <= 12)
    return {
      value: link === 'to' ? { hour: hour - 1, minute: 60 - minutes } : { hour, minute: minutes },
      next: at + 3,
    };
  const half = numberAt(speech, at + 1);
  const isHalf = canonAt(speech, at) === 'setengah' || rawAt(speech, at) === '1/2';
  if (!isHalf || half === undefined || half < 1 || half > 12) return undefined;
  return {
    value: rawAt(speech, at) === 'half' ? { hour: half, minute: 30 } : { hour: half === 1 ? 12 : half - 1, minute: 30 },
    next: at + 2,
  };
};

const core: Reader<SpokenTime> = (speech, at) => {
  const token = speech.tokens[at];
  if (token?.clock !== undefined) return { value: token.clock, next: at + 1 };
  if (token?.number !== undefined && token.digits === 4)
    return { value: { hour: Math.floor(token.number / 100), minute: token.number % 100 }, next: at + 1 };
  const spoken = fraction(speech, at);
  if (spoken !== undefined) return spoken;
  const hour = numberAt(speech, at);
  return hour === undefined || token?.ordinal === true ? undefined : withMinutes(speech, hour, at + 1);
};

const MERIDIEM = new Set(['am', 'pm']);

/** A time of day with what follows it: am/pm, o'clock, WIB, the part of the day. */
const spokenTime: Reader<SpokenTime> = (speech, at) => {
  const time = core(speech, at);
  if (time === undefined) return undefined;
  const next = skip(speech, time.next, ['oclock', 'wib', 'tepat', 'teng', 'sharp']);
  const word = canonAt(speech, next);
  if (MERIDIEM.has(word)) return { value: { ...time.value, meridiem: word === 'am' ? 'am' : 'pm' }, next: next + 1 };
  const part = partAfter(speech, next);
  return part === undefined
    ? { value: time.value, next }
    : { value: { ...time.value, part: part.value }, next: skip(speech, part.next, ['wib']) };
};

const UNITS_AFTER = new Set(['jam', 'hour', 'menit', 'hari', 'minggu', 'pekan', 'bulan', 'tahun', 'halfhour', 'lagi']);

/** Whether the words say by themselves that a number is a time: "3 pm", "9 pagi", "14:30", "setengah tiga". */
const isPlainlyTime = (speech: Speech, at: number, time: Parsed<SpokenTime>): boolean => {
  const token = speech.tokens[at];
  const isFraction = token?.kind === 'number' && fraction(speech, at) !== undefined;
  if (isFraction && !UNITS_AFTER.has(canonAt(speech, time.next))) return true;
  if (time.value.meridiem !== undefined || (time.value.part !== undefined && time.value.hour <= 24)) return true;
  if (canonAt(speech, time.next - 1) === 'wib' || canonAt(speech, time.next - 1) === 'oclock') return true;
  if (token?.clock !== undefined)
    return token.dotted !== true || ['-', 'sampai'].includes(canonAt(speech, at + 1)) || at > 0 || speech.tokens.length === 1;
  return token?.kind === 'word' && !UNITS_AFTER.has(canonAt(speech, time.next));
};

const isImpossible = (time: SpokenTime): boolean =>
  time.hour > 24 ||
  time.minute > 59 ||
  (time.hour === 24 && time.minute > 0) ||
  (time.meridiem !== undefined && (time.hour > 12 || time.hour === 0));

const TIME_LINKS = new Set(['-', 'sampai', 'to', 'ke']);

const upTo = (speech: Speech, from: Parsed<SpokenTime>): Parsed<SpokenTime> | undefined => {
  const link = canonAt(speech, from.next);
  if (!TIME_LINKS.has(link)) return undefined;
  const start = skip(speech, from.next + 1, ['jam', 'at', 'sekitar']);
  const to = spokenTime(speech, start);
  if (to === undefined) return undefined;
  const token = speech.tokens[start];
  const isDate =
    ['bulan', 'tahun', 'hari', 'minggu', 'orang'].includes(canonAt(speech, to.next)) ||
    (token?.kind === 'number' && (token.number ?? 0) > 24);
  return isDate ? undefined : to;
};

const asAtom = (from: Parsed<SpokenTime>, to: Parsed<SpokenTime> | undefined): Parsed<Atom> => {
  const isWrong = isImpossible(from.value) || (to !== undefined && isImpossible(to.value));
  const next = to?.next ?? from.next;
  if (isWrong) return { value: { kind: 'invalid' }, next };
  return {
    value: to === undefined ? { kind: 'time', from: from.value } : { kind: 'time', from: from.value, to: to.value },
    next,
  };
};

const marked: Reader<Atom> = (speech, at) => {
  const marker = canonAt(speech, at);
  if (marker !== 'jam' && marker !== 'at') return undefined;
  const start = skip(speech, at + 1, ['sekitar', 'jam', 'kira-kira', 'around', 'about']);
  const from = spokenTime(speech, start);
  if (from === undefined) return undefined;
  const isCount =
    marker === 'at' &&
    speech.tokens[start]?.kind === 'number' &&
    (from.value.hour > 24 || UNITS_AFTER.has(canonAt(speech, from.next)) || isFollowedByThing(speech, from.next - 1));
  return isCount ? undefined : asAtom(from, upTo(speech, from));
};

const plain: Reader<Atom> = (speech, at) => {
  const from = spokenTime(speech, at);
  if (from === undefined) return undefined;
  const to = upTo(speech, from);
  const isYear = speech.tokens[at]?.digits === 4 || rawAt(speech, at) === '1/2';
  if (isYear) return undefined;
  const isTime =
    isPlainlyTime(speech, at, from) ||
    (to !== undefined && from.value.hour <= 24 && (to.value.meridiem !== undefined || to.value.part !== undefined));
  if (!isTime) return undefined;
  const isDottedNumber = speech.tokens[at]?.dotted === true && isImpossible(from.value);
  return isDottedNumber ? undefined : asAtom(from, to);
};

const named: Reader<Atom> = (speech, at) => {
  const next = at + 1;
  if (canonAt(speech, at) === 'tengahhari') return { value: { kind: 'time', from: { hour: 12, minute: 0 } }, next };
  return canonAt(speech, at) === 'tengahmalam'
    ? { value: { kind: 'time', from: { hour: 12, minute: 0, part: 'malam' } }, next }
    : undefined;
};

/** A time of day or a span of times. */
export const readTime: Reader<Atom> = (speech, at) => marked(speech, at) ?? named(speech, at) ?? plain(speech, at);
