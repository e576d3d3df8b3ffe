import { type Atom, canonAt, type Part, type Reader, type Speech, skip } from './atoms.ts';
import { RELATIVE_DAYS, WEEKDAY_NUMBERS } from './words-days.ts';
import { PART_NAMES } from './words-times.ts';

const isPart = (word: string): word is Part => word in PART_NAMES;
const TODAYS = new Set(['ini', 'nanti', 'tadi', 'this']);

/** "nanti malam", "sore ini", "tadi pagi", "this afternoon"; not "nanti malam minggu". */
const partOfToday: Reader<Atom> = (speech, at) => {
  const [one, two] = [canonAt(speech, at), canonAt(speech, at + 1)];
  const isPrefixed = TODAYS.has(one) && one !== 'ini' && isPart(two) && WEEKDAY_NUMBERS[canonAt(speech, at + 2)] === undefined;
  if (isPrefixed && isPart(two))
    return {
      value: { kind: 'relative', days: 0, part: two, past: one === 'tadi' },
      next: skip(speech, at + 2, ['ini']),
    };
  if (isPart(one) && TODAYS.has(two) && two !== 'this')
    return { value: { kind: 'relative', days: 0, part: one, past: two === 'tadi' }, next: at + 2 };
  return undefined;
};

const NIGHTS: Readonly<Record<string, number>> = { semalam: -1, malamini: 0 };

/** "besok", "lusa", "kemarin", "tonight", "nanti jam 4". */
export const readRelative: Reader<Atom> = (speech, at) => {
  const word = canonAt(speech, at);
  const night = NIGHTS[word];
  if (night !== undefined) return { value: { kind: 'relative', days: night, part: 'malam' }, next: at + 1 };
  const today = partOfToday(speech, at);
  if (today !== undefined) return today;
  const days = RELATIVE_DAYS[word];
  if (days !== undefined) return { value: { kind: 'relative', days, soft: word === 'sekarang' }, next: at + 1 };
  const isBeforeTime =
    (word === 'nanti' || word === 'tadi') && ['jam', 'at'].includes(canonAt(speech, at + 1)) && numberLike(speech, at + 2);
  return isBeforeTime ? { value: { kind: 'relative', days: 0, past: word === 'tadi', soft: true }, next: at + 1 } : undefined;
};

const numberLike = (speech: Speech, at: number): boolean =>
  speech.tokens[at]?.kind === 'number' || speech.tokens[at]?.kind === 'clock' || canonAt(speech, at) === 'setengah';
