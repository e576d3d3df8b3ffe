import { type Atom, canonAt, type Mode, ordinalAt, type Parsed, type Reader, rawAt, type Speech, skip } from './atoms.ts';
import { MONTH_NAMES, WEEKDAY_NUMBERS } from './words-days.ts';

const PREFIX_MODES: Readonly<Record<string, Mode>> = { this: 'ini', next: 'depan', last: 'lalu', coming: 'nanti' };
const POSTFIX_MODES: Readonly<Record<string, Mode>> = {
  ini: 'ini',
  depan: 'depan',
  next: 'depan',
  mendatang: 'nanti',
  coming: 'nanti',
  lalu: 'lalu',
  kemarin: 'lalu',
  nanti: 'nanti',
  besok: 'besok',
};

/** These after `minggu` make it the week. */
const WEEK_MODES = new Set(['ini', 'depan', 'next', 'mendatang', 'lalu', 'kemarin']);

interface Lead {
  readonly at: number;
  readonly mode?: Mode;
  readonly nth?: number;
  readonly eve: boolean;
  readonly hari: boolean;
}

const lead = (speech: Speech, start: number): Lead => {
  let at = skip(speech, start, ['the']);
  const nth = ordinalAt(speech, at) ?? (canonAt(speech, at) === 'last' && isOfMonth(speech, at + 2) ? -1 : undefined);
  if (nth !== undefined) at += 1;
  let mode: Mode | undefined;
  while (nth === undefined && PREFIX_MODES[canonAt(speech, at)] !== undefined) {
    mode = canonAt(speech, at + 1) === 'coming' ? 'nanti' : PREFIX_MODES[canonAt(speech, at)];
    at += canonAt(speech, at + 1) === 'coming' ? 2 : 1;
  }
  const eve = canonAt(speech, at) === 'malam' && rawAt(speech, at) !== 'night';
  const afterEve = eve ? at + 1 : at;
  const hari = canonAt(speech, afterEve) === 'hari';
  return {
    at: hari ? afterEve + 1 : afterEve,
    eve,
    hari,
    ...(mode === undefined ? {} : { mode }),
    ...(nth === undefined ? {} : { nth }),
  };
};

const isOfMonth = (speech: Speech, at: number): boolean =>
  ['of', 'in', 'di', 'tiap'].includes(canonAt(speech, at)) || MONTH_NAMES.includes(canonAt(speech, at));

const isWeek = (speech: Speech, { at, mode, eve, hari, nth }: Lead): boolean => {
  if (canonAt(speech, at) !== 'minggu' || hari || eve) return false;
  const after = canonAt(speech, at + 1) === 'yang' ? canonAt(speech, at + 2) : canonAt(speech, at + 1);
  return (
    (mode !== undefined && mode !== 'nanti') ||
    nth !== undefined ||
    WEEK_MODES.has(after) ||
    ordinalAt(speech, at + 1) !== undefined ||
    after === 'lagi'
  );
};

const PREFIXES = new Set(['next', 'coming']);
const PERIOD_WORDS = new Set(['pekan', 'minggu', 'bulan', 'tahun', 'weekend']);

const trailingMode = (speech: Speech, at: number): Parsed<Mode> | undefined => {
  const place = canonAt(speech, at) === 'yang' ? at + 1 : at;
  const mode = POSTFIX_MODES[canonAt(speech, place)];
  // "Friday next week": the word belongs to what follows.
  const belongsLater = PREFIXES.has(canonAt(speech, place)) && PERIOD_WORDS.has(canonAt(speech, place + 1));
  return mode === undefined || belongsLater ? undefined : { value: mode, next: place + 1 };
};

/** "jumat", "hari minggu", "malam minggu", "next Friday", "jumat yang lalu", "jumat kedua". */
export const readWeekday: Reader<Atom> = (speech, start) => {
  const head = lead(speech, start);
  const weekday = WEEKDAY_NUMBERS[canonAt(speech, head.at)];
  if (weekday === undefined || isWeek(speech, head)) return undefined;
  const after = head.at + 1;
  const isWeekOn = head.mode === undefined && rawAt(speech, after) === 'week';
  const trailing = isWeekOn
    ? { value: 'depan' as const, next: after + 1 }
    : head.mode === undefined
      ? trailingMode(speech, after)
      : undefined;
  const nth = head.nth === undefined && trailing === undefined ? trailingNth(speech, after) : undefined;
  const place = head.nth ?? nth?.value;
  const afterNth = nth?.next ?? after;
  const mode = head.mode ?? trailing?.value;
  const isEveNamed = canonAt(speech, afterNth) === 'malam' && WEEKDAY_NUMBERS[canonAt(speech, afterNth + 1)] === (weekday % 7) + 1;
  return {
    value: {
      kind: 'weekday',
      weekday: isEveNamed ? (weekday % 7) + 1 : weekday,
      eve: head.eve || isEveNamed,
      loose: canonAt(speech, head.at) === 'minggu' && !head.hari && !head.eve,
      plural: speech.tokens[head.at]?.plural === true,
      ...(mode === undefined ? {} : { mode }),
      ...(place === undefined ? {} : { nth: place }),
    },
    next: isEveNamed ? afterNth + 2 : (trailing?.next ?? afterNth),
  };
};

/** "jumat kedua", "sabtu minggu kedua". */
const trailingNth = (speech: Speech, start: number): Parsed<number> | undefined => {
  const at = ['minggu', 'pekan'].includes(canonAt(speech, start)) ? start + 1 : start;
  const nth = ordinalAt(speech, at);
  return nth !== undefined && nth <= 5 && speech.tokens[at]?.digits === 0 ? { value: nth, next: at + 1 } : undefined;
};
