import type { DateOptions, DateReading, DurationReading, LocalNow, TimeReading } from './reading.ts';

export type { DateOptions, DateReading, DurationReading, TimeReading } from './reading.ts';

const RELATIVE: Readonly<Record<string, number>> = { sekarang: 0, today: 0, besok: 1, tomorrow: 1, lusa: 2, kemarin: -1 };

/** Every expression of time in a message, in order, with its place in the text. */
export const findDates = (text: string, now: LocalNow, _options: DateOptions = {}): readonly DateReading[] =>
  [...text.toLowerCase().matchAll(/[a-z]+/g)].flatMap((match) => {
    const days = RELATIVE[match[0]];
    if (days === undefined) return [];
    const value = now.toPlainDate().add({ days }).toString();
    return [{ type: 'date', value, confirm: false, start: match.index, end: match.index + match[0].length }];
  });

/** The one date a text speaks of, as said at `now` (the library's wall clock). */
export const readDate = (text: string, now: LocalNow, options: DateOptions = {}): DateReading =>
  findDates(text, now, options)[0] ?? { type: 'none', confirm: false };

export const findTimes = (_text: string, _now: LocalNow, _options: DateOptions = {}): readonly TimeReading[] => [];

export const findDurations = (_text: string, _options: DateOptions = {}): readonly DurationReading[] => [];

/** A reading in the slot form of the understanding (`language/intents.md` §3); undefined when no day is known. */
export const slotValueOf = (reading: DateReading): string | undefined => reading.value;
