import type { Temporal } from '#shared/day.ts';
import type { Day, Third } from './calendar.ts';
import type { DateOptions } from './reading.ts';
import type { Token } from './scan.ts';

export interface Speech {
  readonly tokens: readonly Token[];
  readonly now: Temporal.PlainDateTime;
  readonly today: Day;
  readonly options: DateOptions;
  /** Something is moved: "from X to Y" is no range, Y is meant. */
  readonly moves: boolean;
}

export interface Parsed<T> {
  readonly value: T;
  readonly next: number;
}

export type Reader<T> = (speech: Speech, at: number) => Parsed<T> | undefined;

export type Part = 'pagi' | 'siang' | 'sore' | 'malam' | 'dinihari';

/** Which X is meant: of this week, of next week, the last, the coming; `besok` only strengthens "coming". */
export type Mode = 'ini' | 'depan' | 'lalu' | 'nanti' | 'besok';

export type Unit = 'hari' | 'pekan' | 'bulan' | 'tahun' | 'hour' | 'menit';

/** A time of day as spoken; which half of the day it falls in is decided later. */
export interface SpokenTime {
  readonly hour: number;
  readonly minute: number;
  readonly part?: Part;
  readonly meridiem?: 'am' | 'pm';
}

export interface WeekdayAtom {
  readonly kind: 'weekday';
  readonly weekday: number;
  readonly mode?: Mode;
  /** "malam X": the evening before X. */
  readonly eve: boolean;
  /** `minggu` without `hari`: it could be the week. */
  readonly loose: boolean;
  readonly plural: boolean;
  readonly nth?: number;
}

export interface MonthdayAtom {
  readonly kind: 'monthday';
  readonly days: readonly number[];
  readonly link?: 'to' | 'and' | 'or';
  readonly month?: number;
  readonly year?: number;
  /** The words say that it has passed: "tgl 5 kemarin". */
  readonly past?: boolean;
}

export interface MonthAtom {
  readonly kind: 'month';
  readonly month?: number;
  readonly year?: number;
  readonly offset?: number;
  readonly third?: Third;
  readonly week?: number;
}

export interface OffsetAtom {
  readonly kind: 'offset' | 'coming';
  readonly count: number;
  readonly upto?: number;
  readonly unit: Unit;
  readonly back: boolean;
}

export type Atom =
  | WeekdayAtom
  | MonthdayAtom
  | MonthAtom
  | OffsetAtom
  | {
      readonly kind: 'relative';
      readonly days: number;
      readonly part?: Part;
      readonly soft?: boolean;
      readonly past?: boolean;
    }
  | { readonly kind: 'week'; readonly offset: number; readonly third?: Third }
  | { readonly kind: 'weekend'; readonly offset?: number; readonly mode?: Mode }
  | { readonly kind: 'year'; readonly year?: number; readonly third?: Third }
  | { readonly kind: 'span'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'time'; readonly from: SpokenTime; readonly to?: SpokenTime }
  | { readonly kind: 'prayer'; readonly key: string; readonly side?: Side }
  | { readonly kind: 'holiday'; readonly key: string; readonly side?: Side; readonly asks: boolean }
  | { readonly kind: 'fixed'; readonly month: number; readonly day: number; readonly eve: boolean }
  | { readonly kind: 'vague'; readonly soft: boolean }
  | { readonly kind: 'invalid' };

export type Side = 'before' | 'after';

export type AtomKind = Atom['kind'];

export const canonAt = (speech: Speech, at: number): string => speech.tokens[at]?.canon ?? '';
export const rawAt = (speech: Speech, at: number): string => speech.tokens[at]?.raw ?? '';

/** A plain number at this place. */
export const numberAt = (speech: Speech, at: number): number | undefined => {
  const token = speech.tokens[at];
  return token?.kind === 'number' ? token.number : undefined;
};

export const ordinalAt = (speech: Speech, at: number): number | undefined => {
  const token = speech.tokens[at];
  return token?.ordinal === true ? token.number : undefined;
};

/** Nobody strings more small words together; the bound keeps pasted nonsense cheap. */
const MOST_SKIPPED = 5;

/** The place after any of these words. */
export const skip = (speech: Speech, at: number, words: readonly string[]): number => {
  let next = at;
  while (next - at < MOST_SKIPPED && words.includes(canonAt(speech, next))) next += 1;
  return next;
};

/** The first reader that understands what stands here. */
export const firstOf =
  <T>(...readers: readonly Reader<T>[]): Reader<T> =>
  (speech, at) => {
    for (const reader of readers) {
      const parsed = reader(speech, at);
      if (parsed !== undefined) return parsed;
    }
    return undefined;
  };
