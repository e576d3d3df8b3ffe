import type { Temporal } from '#shared/day.ts';

export type DateReadingType =
  | 'date'
  | 'range'
  | 'datetime'
  | 'datetime_range'
  | 'deadline'
  | 'set'
  | 'recurring'
  | 'holiday'
  | 'prayer'
  | 'vague'
  | 'invalid'
  | 'conflict'
  | 'none';

/** What one expression of time means. `confirm` says that it has several readings, so the person is asked. */
export interface DateReading {
  readonly type: DateReadingType;
  readonly value?: string;
  readonly part?: string;
  /** The day of a prayer time; for "before X" the day X itself that was named. */
  readonly date?: string;
  readonly confirm: boolean;
  /** Where the expression stands in the text, as UTF-16 offsets; absent for `none`. */
  readonly start?: number;
  readonly end?: number;
  /** No day was said: the day in `value` is the one the rules add to a bare time. */
  readonly timeOnly?: true;
}

export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface DateOptions {
  /** The hours the library could be open in, 0–24: they decide what a bare "jam 7" means. */
  readonly hours?: { readonly open: number; readonly close: number };
  /** Titles and places: digits and words inside are not dates. */
  readonly masked?: readonly TextSpan[];
  /** Reports look back: a month or day without a year is the last one, not the next. */
  readonly prefer?: 'past';
}

/** A time of day alone, `HH:MM`. */
export interface TimeReading extends TextSpan {
  readonly value: string;
}

/** A length of time alone. */
export interface DurationReading extends TextSpan {
  readonly minutes: number;
}

export type LocalNow = Temporal.PlainDateTime;
