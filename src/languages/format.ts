import { Temporal } from '#shared/day.ts';

/** How one language writes days, times, money and counts. */
export interface Format {
  /** "Senin, 9 Maret 2026" from a day (YYYY-MM-DD or PlainDate) */
  day(day: string | Temporal.PlainDate): string;
  /** "9 Maret" when the year is clear */
  shortDay(day: string | Temporal.PlainDate): string;
  weekday(day: string | Temporal.PlainDate): string;
  /** "09.00 WIB" */
  time(time: Temporal.PlainTime | string): string;
  /** "09.00–16.00" from "09:00-16:00"; several intervals joined */
  hours(intervals: string): string;
  /** "Senin–Jumat 08.00–16.00" from "mon-fri 08:00-16:00" */
  staffHours(spans: string): string;
  /** "Rp1.500" */
  money(amount: number): string;
  /** "1, 2 dan 3" */
  list(parts: readonly string[]): string;
  number(value: number): string;
}

/** What one language puts in. */
export interface FormatWords {
  /** from Monday to Sunday */
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  /** BCP 47, for numbers and lists */
  readonly locale: string;
  /** between hours and minutes */
  readonly clockSign: string;
  readonly and: string;
}

const codes = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export const formatWith = ({ weekdays, months, locale, clockSign, and }: FormatWords): Format => {
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const numbers = new Intl.NumberFormat(locale);
  const plain = (day: string | Temporal.PlainDate) => Temporal.PlainDate.from(day);
  const clock = (time: Temporal.PlainTime | string) => String(time).slice(0, 5).replace(':', clockSign);
  const hours = (intervals: string) =>
    intervals
      .split(',')
      .map((interval) => interval.split('-').map(clock).join('–'))
      .join(` ${and} `);
  const weekday = (day: string | Temporal.PlainDate) => weekdays[plain(day).dayOfWeek - 1] ?? '';
  const shortDay = (day: string | Temporal.PlainDate) => `${plain(day).day} ${months[plain(day).month - 1]}`;
  const dayName = (code: string) => weekdays[codes.indexOf(code)] ?? code;
  const staffSpan = (span: string) =>
    span
      .split(' ')
      .map((part, at) => (at === 0 ? part.split('-').map(dayName).join('–') : hours(part)))
      .join(' ');
  return {
    day: (day) => `${weekday(day)}, ${shortDay(day)} ${plain(day).year}`,
    shortDay,
    weekday,
    time: (time) => `${clock(time)} WIB`,
    hours,
    staffHours: (spans) => spans.split(/;\s*/).map(staffSpan).join('; '),
    money: (amount) => `Rp${numbers.format(amount)}`,
    list: (parts) => lists.format(parts),
    number: (value) => numbers.format(value),
  };
};
