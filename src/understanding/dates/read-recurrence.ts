import { canonAt, numberAt, ordinalAt, type Parsed, type Reader, rawAt, type Speech, skip } from './atoms.ts';
import type { Bag } from './bag.ts';
import type { Found } from './found.ts';
import { readMonthday } from './read-monthday.ts';
import { readPrayer } from './read-names.ts';
import { readTime } from './read-time.ts';
import { readWeekday } from './read-weekday.ts';
import { timeOfDay } from './resolve-time.ts';
import { WEEKDAY_CODES, WEEKDAY_NUMBERS } from './words-days.ts';
import { PART_NAMES } from './words-times.ts';

interface Beat {
  readonly value: string;
  readonly confirm: boolean;
}

const codeOf = (weekday: number): string => WEEKDAY_CODES[(weekday + 6) % 7] ?? 'mon';

/** Codes of weekdays in the order of the week. */
export const codesOf = (weekdays: readonly number[]): string =>
  [...new Set(weekdays)]
    .sort((a, b) => a - b)
    .map(codeOf)
    .join(',');

/** The weekdays from one to another, around the end of the week if need be. */
export const weekdaySpan = (from: number, to: number): readonly number[] =>
  Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => ((from - 1 + step) % 7) + 1);

interface Weekdays {
  readonly days: readonly number[];
  readonly nth?: number;
  readonly plural: boolean;
}

const oneWeekday = (
  speech: Speech,
  at: number,
): Parsed<{ readonly weekday: number; readonly nth?: number; readonly plural: boolean }> | undefined => {
  const parsed = readWeekday(speech, at);
  if (parsed?.value.kind !== 'weekday') return undefined;
  const { weekday, eve, nth, plural } = parsed.value;
  const evening = eve ? ((weekday + 5) % 7) + 1 : weekday;
  return { value: { weekday: evening, plural, ...(nth === undefined ? {} : { nth }) }, next: parsed.next };
};

const MOST_WEEKDAYS = 14;

/** "selasa dan sabtu", "senin-jumat", "jumat kedua". */
const weekdays = (speech: Speech, at: number): Parsed<Weekdays> | undefined => {
  const first = oneWeekday(speech, at);
  if (first === undefined) return undefined;
  let days: readonly number[] = [first.value.weekday];
  let next = first.next;
  while (days.length <= MOST_WEEKDAYS) {
    const link = canonAt(speech, next);
    const isSpan = link === '-' || link === 'sampai' || link === 'to';
    if (!isSpan && link !== 'dan' && link !== ',' && link !== 'atau' && link !== '/') break;
    const more = oneWeekday(speech, skip(speech, next + 1, ['dan', 'tiap', 'hari']));
    if (more === undefined) break;
    days = [...days, ...(isSpan ? weekdaySpan(days.at(-1) ?? 1, more.value.weekday) : [more.value.weekday])];
    next = more.next;
  }
  return {
    value: { days, plural: first.value.plural, ...(first.value.nth === undefined ? {} : { nth: first.value.nth }) },
    next,
  };
};

const beat = (value: string, next: number, confirm = false): Parsed<Beat> => ({ value: { value, confirm }, next });

const WEEK = ['pekan', 'minggu'];

const nthCode = (nth: number, weekday: number): string => `monthly:${nth < 0 ? 'last' : nth}${codeOf(weekday)}`;

/** "every other Sunday", "tiap dua minggu", "tiap 3 hari". */
const everySeveral = (speech: Speech, at: number): Parsed<Beat> | undefined => {
  const count = ['other', '#2'].includes(canonAt(speech, at)) ? 2 : numberAt(speech, at);
  const isOrdinal = canonAt(speech, at) === '#2';
  if (count === undefined) return undefined;
  if (WEEK.includes(canonAt(speech, at + 1)) && ordinalAt(speech, at) !== 1) {
    const day = oneWeekday(speech, skip(speech, at + 2, ['hari', 'on', 'di']));
    const every = count === 1 ? 'weekly' : `every${count}weeks`;
    return day === undefined ? beat(every, at + 2) : beat(`${every}:${codeOf(day.value.weekday)}`, day.next);
  }
  const day = oneWeekday(speech, at + 1);
  if (day === undefined || (isOrdinal && isOfMonth(speech, day.next)) || (!isOrdinal && count !== 2)) return undefined;
  return beat(`every2weeks:${codeOf(day.value.weekday)}`, day.next, isOrdinal);
};

const isOfMonth = (speech: Speech, at: number): boolean =>
  canonAt(speech, skip(speech, at, ['of', 'the', 'in', 'di', 'tiap', 'a'])) === 'bulan' || canonAt(speech, at) === 'monthly';

const afterMonth = (speech: Speech, at: number): number =>
  isOfMonth(speech, at) ? skip(speech, at, ['of', 'the', 'in', 'di', 'tiap', 'a', 'bulan', 'monthly']) : at;

const everyPart = (speech: Speech, at: number): Parsed<Beat> | undefined => {
  const word = canonAt(speech, at);
  if (word === 'hari' && WEEKDAY_NUMBERS[canonAt(speech, at + 1)] === undefined) return beat('daily', at + 1);
  if (word === 'harikerja') return beat('weekly:mon,tue,wed,thu,fri', at + 1);
  if (word === 'weekend') return beat('weekly:sat,sun', at + 1);
  const prayer = readPrayer(speech, at);
  if (prayer?.value.kind === 'prayer') return beat(prayer.value.key === 'jumuah' ? 'weekly:fri' : 'daily', prayer.next, true);
  const weekNth = WEEK.includes(word) ? ordinalAt(speech, at + 1) : undefined;
  if (weekNth !== undefined) return beat(nthCode(weekNth, 7), afterMonth(speech, at + 2), true);
  if (word === 'tahun') return beat('yearly', at + 1);
  const isWeekOnly = WEEK.includes(word) && ordinalAt(speech, at + 1) === undefined;
  if (isWeekOnly) {
    const day = oneWeekday(speech, skip(speech, at + 1, ['hari', 'on', 'di', 'pada']));
    return day === undefined ? beat('weekly', at + 1, word === 'minggu') : beat(`weekly:${codeOf(day.value.weekday)}`, day.next);
  }
  if (word in PART_NAMES && oneWeekday(speech, at) === undefined) return beat('daily', at + 1);
  return undefined;
};

const everyMonth = (speech: Speech, at: number): Parsed<Beat> | undefined => {
  if (['awal', 'akhir', 'tengah'].includes(canonAt(speech, at)) && isOfMonth(speech, at + 1))
    return beat(
      canonAt(speech, at) === 'awal' ? 'monthly:1' : canonAt(speech, at) === 'akhir' ? 'monthly:last' : 'monthly:15',
      afterMonth(speech, at + 1),
      true,
    );
  const day = readMonthday(speech, skip(speech, at, ['bulan', 'pada', 'di', 'on']));
  if (day?.value.kind === 'monthday' && day.value.month === undefined && canonAt(speech, at) !== '') {
    const list = day.value.link === 'to' ? [day.value.days[0]] : day.value.days;
    return beat(
      `monthly:${list.join(',')}`,
      afterMonth(speech, day.next),
      day.value.days.some((date) => date > 28),
    );
  }
  if (canonAt(speech, at) !== 'bulan') return undefined;
  const place = weekdays(speech, skip(speech, at + 1, [',', 'pada', 'di', 'on', 'hari']));
  const nth = place?.value.nth;
  return place === undefined || nth === undefined ? beat('monthly', at + 1) : beat(nthCode(nth, place.value.days[0] ?? 1), place.next);
};

const everyWeekday = (speech: Speech, at: number): Parsed<Beat> | undefined => {
  const found = weekdays(speech, at);
  if (found === undefined) return undefined;
  const { days, nth } = found.value;
  const weekNth = WEEK.includes(canonAt(speech, found.next)) ? ordinalAt(speech, found.next + 1) : undefined;
  if (weekNth !== undefined) return beat(nthCode(weekNth, days[0] ?? 1), afterMonth(speech, found.next + 2), true);
  if (nth !== undefined) return beat(nthCode(nth, days[0] ?? 1), afterMonth(speech, found.next));
  return beat(`weekly:${codesOf(days)}`, found.next);
};

const after = (speech: Speech, at: number): Parsed<Beat> | undefined =>
  everySeveral(speech, at) ?? everyPart(speech, at) ?? everyWeekday(speech, at) ?? everyMonth(speech, at);

const FREQUENCIES: Readonly<Record<string, string>> = {
  daily: 'daily',
  weekly: 'weekly',
  monthly: 'monthly',
  fortnightly: 'every2weeks',
};

/** "daily", "seminggu sekali hari selasa", "dua minggu sekali", "dua kali seminggu". */
const frequency = (speech: Speech, at: number): Parsed<Beat> | undefined => {
  const often = FREQUENCIES[canonAt(speech, at)];
  if (often === undefined) return undefined;
  const day =
    often === 'weekly' || often === 'every2weeks'
      ? weekdays(speech, skip(speech, at + 1, ['on', 'tiap', 'hari', ',', 'di', 'pada']))
      : undefined;
  if (day !== undefined) return beat(`${often}:${codesOf(day.value.days)}`, day.next);
  const date = often === 'monthly' ? readMonthday(speech, skip(speech, at + 1, ['on', 'tiap', ','])) : undefined;
  return date?.value.kind === 'monthday' && date.value.month === undefined
    ? beat(`monthly:${date.value.days.join(',')}`, date.next)
    : beat(often, at + 1);
};

/** "jumat kedua setiap bulan", "tanggal 7 tiap bulan", "sabtu tiap minggu", "sabtu dua minggu sekali", "Tuesdays". */
const trailing = (speech: Speech, at: number): Parsed<Beat> | undefined => {
  const start = skip(speech, at, ['the', 'hari', 'on']);
  const date = readMonthday(speech, at);
  if (date?.value.kind === 'monthday' && date.value.month === undefined && isEvery(speech, date.next, 'bulan'))
    return beat(`monthly:${date.value.days.join(',')}`, afterMonth(speech, date.next));
  const days = weekdays(speech, at) ?? weekdays(speech, start);
  if (days === undefined) return undefined;
  if (days.value.nth !== undefined) {
    return isEvery(speech, days.next, 'bulan')
      ? beat(nthCode(days.value.nth, days.value.days[0] ?? 1), afterMonth(speech, days.next))
      : undefined;
  }
  const codes = codesOf(days.value.days);
  const place = skip(speech, days.next, [',']);
  const often = FREQUENCIES[canonAt(speech, place)];
  if (often === 'weekly' || often === 'every2weeks') return beat(`${often}:${codes}`, place + 1);
  const isEveryWeek = canonAt(speech, place) === 'tiap' && WEEK.includes(canonAt(speech, place + 1));
  if (isEveryWeek) return beat(`weekly:${codes}`, place + 2);
  const several = canonAt(speech, place) === 'tiap' ? numberAt(speech, place + 1) : undefined;
  if (several !== undefined && WEEK.includes(canonAt(speech, place + 2))) return beat(`every${several}weeks:${codes}`, place + 3);
  return days.value.plural && numberAt(speech, at - 1) === undefined ? beat(`weekly:${codes}`, days.next) : undefined;
};

const isEvery = (speech: Speech, at: number, unit: string): boolean => {
  const place = skip(speech, at, ['of', 'in', 'di', ',']);
  return (canonAt(speech, place) === 'tiap' && canonAt(speech, place + 1) === unit) || canonAt(speech, place) === 'monthly';
};

const bare = (speech: Speech, at: number): Parsed<Beat> | undefined => {
  const isPlural = rawAt(speech, at) === 'weekends' || rawAt(speech, at) === 'weekdays';
  return isPlural ? everyPart(speech, at) : undefined;
};

const beatAt = (speech: Speech, at: number): Parsed<Beat> | undefined => {
  const start = skip(speech, at, ['on', 'hari']);
  if (canonAt(speech, at) === 'tiap') return after(speech, skip(speech, at + 1, ['tiap']));
  return frequency(speech, at) ?? trailing(speech, at) ?? bare(speech, start);
};

/** "jam 8.30", "pagi" after the days. */
const timeAfter = (speech: Speech, at: number): Parsed<string> | undefined => {
  const start = skip(speech, at, [',', 'mulai', 'pada', 'tiap']);
  const part = canonAt(speech, start) in PART_NAMES ? start + 1 : start;
  const time = readTime(speech, skip(speech, part, [',']));
  if (time?.value.kind !== 'time') return undefined;
  const word = canonAt(speech, start);
  const said = word === 'pagi' || word === 'siang' || word === 'sore' || word === 'malam' ? word : undefined;
  const found = timeOfDay(speech, time.value.from, said);
  if (found === undefined) return undefined;
  return { value: `${String(found.hour).padStart(2, '0')}:${String(found.minute).padStart(2, '0')}`, next: time.next };
};

/** What happens again and again. */
export const readRecurrence: Reader<Found> = (speech, at) => {
  const leading = canonAt(speech, at) === 'jam' || canonAt(speech, at) === 'at' ? readTime(speech, at) : undefined;
  const start = leading?.value.kind === 'time' && leading.value.to === undefined ? leading.next : at;
  const found = beatAt(speech, start);
  if (found === undefined) return undefined;
  const time = start > at ? timeAfter(speech, at) : timeAfter(speech, found.next);
  const word = canonAt(speech, found.next);
  const part = time === undefined ? PART_NAMES[word] : undefined;
  const next = start > at ? found.next : (time?.next ?? (part === undefined ? found.next : found.next + 1));
  const value = time === undefined ? found.value.value : `${found.value.value}@${time.value}`;
  return {
    value: { kind: 'recurring', value, confirm: found.value.confirm, ...(part === undefined ? {} : { part }) },
    next,
  };
};

/** A weekday span with a dash and no week named: "sen-jum". */
export const recurringSpan = (from: Bag, to: Bag): Found | undefined => {
  const [first, last] = [from.weekday, to.weekday];
  const isBare =
    Object.keys(from).length === 1 && (Object.keys(to).length === 1 || (Object.keys(to).length === 2 && to.time !== undefined));
  if (first === undefined || last === undefined || !isBare || first.mode !== undefined || last.mode !== undefined) return undefined;
  return { kind: 'recurring', value: `weekly:${codesOf(weekdaySpan(first.weekday, last.weekday))}`, confirm: true };
};
