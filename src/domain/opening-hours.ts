/** A stretch of the day in which the doors are open, as HH:MM of the library's wall clock; `closes` is after `opens`. */
export interface OpeningInterval {
  readonly opens: string;
  readonly closes: string;
}

/** The intervals of one day, in order, not overlapping; none: closed. A break splits the day in two (R8). */
export type DayHours = readonly OpeningInterval[];

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
export type WeekHours = Readonly<Record<Weekday, DayHours>>;

const intervalForm = /^(\d{1,2})[:.](\d{2})\s*-\s*(\d{1,2})[:.](\d{2})$/;

const clockText = (hour: string, minute: string): string | null =>
  Number(hour) > 24 || Number(minute) > 59 || (Number(hour) === 24 && minute !== '00') ? null : `${hour.padStart(2, '0')}:${minute}`;

const parseInterval = (text: string): OpeningInterval | null => {
  const [, openHour, openMinute, closeHour, closeMinute] = intervalForm.exec(text.trim()) ?? [];
  if (openHour === undefined || openMinute === undefined || closeHour === undefined || closeMinute === undefined) return null;
  const opens = clockText(openHour, openMinute);
  const closes = clockText(closeHour, closeMinute);
  return opens === null || closes === null || opens >= closes ? null : { opens, closes };
};

/** Reads `closed` or `08:00-11:30,13:30-16:30`; null when the text says something else, or intervals overlap. */
export const parseDayHours = (text: string): DayHours | null => {
  if (text.trim().toLowerCase() === 'closed') return [];
  const intervals: OpeningInterval[] = [];
  for (const part of text.split(',')) {
    const interval = parseInterval(part);
    const before = intervals.at(-1);
    if (interval === null || (before !== undefined && interval.opens < before.closes)) return null;
    intervals.push(interval);
  }
  return intervals;
};

export const dayHoursText = (hours: DayHours): string =>
  hours.length === 0 ? 'closed' : hours.map(({ opens, closes }) => `${opens}-${closes}`).join(',');

const isWeekday = (word: string): word is Weekday => (weekdays as readonly string[]).includes(word);

/** The days that `mon`, `mon-fri` or `sat,sun` name; null when it names none. */
const parseWeekdays = (text: string): readonly Weekday[] | null => {
  const days: Weekday[] = [];
  for (const part of text.toLowerCase().split(',')) {
    const [first = '', last = first] = part.split('-');
    if (!isWeekday(first) || !isWeekday(last) || weekdays.indexOf(last) < weekdays.indexOf(first)) return null;
    days.push(...weekdays.slice(weekdays.indexOf(first), weekdays.indexOf(last) + 1));
  }
  return days;
};

/** Hours that hold for some days of the week; days it does not name are left as they are. */
export type WeekdayHours = Readonly<Partial<Record<Weekday, DayHours>>>;

/**
 * Reads `mon-fri 08:00-16:00; sat 08:00-12:00`. A text without weekdays (`08:00-14:00`) is told apart by `everyDay`:
 * it holds on each day that is open anyway. Null when the text cannot be read.
 */
export const parseSeasonHours = (text: string): { readonly everyDay: DayHours | null; readonly byDay: WeekdayHours } | null => {
  const whole = parseDayHours(text);
  if (whole !== null) return { everyDay: whole, byDay: {} };
  const byDay: Partial<Record<Weekday, DayHours>> = {};
  for (const part of text.split(';')) {
    const [, names = '', hoursText = ''] = /^\s*(\S+)\s+(.+)$/.exec(part) ?? [];
    const days = parseWeekdays(names);
    const hours = parseDayHours(hoursText);
    if (days === null || hours === null) return null;
    for (const day of days) byDay[day] = hours;
  }
  return { everyDay: null, byDay };
};

/** Monday to Saturday 08.00–16.00, closed on Sunday: what holds until the staff say otherwise. */
export const defaultWeek: WeekHours = {
  mon: [{ opens: '08:00', closes: '16:00' }],
  tue: [{ opens: '08:00', closes: '16:00' }],
  wed: [{ opens: '08:00', closes: '16:00' }],
  thu: [{ opens: '08:00', closes: '16:00' }],
  fri: [{ opens: '08:00', closes: '16:00' }],
  sat: [{ opens: '08:00', closes: '16:00' }],
  sun: [],
};

/** What is left of a day's hours when the doors are shut between two times. */
export const withoutHours = (hours: DayHours, { opens: from, closes: to }: OpeningInterval): DayHours =>
  hours.flatMap(({ opens, closes }) =>
    [
      { opens, closes: closes < from ? closes : from },
      { opens: opens > to ? opens : to, closes },
    ].filter((left) => left.opens < left.closes),
  );
