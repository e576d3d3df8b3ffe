import type { Temporal } from '#shared/day.ts';

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
