import { Temporal } from '#shared/day.ts';
import type { Speech } from './atoms.ts';
import { expressionsOf, type Placed, speechOf } from './find.ts';
import { readQuantity } from './read-periods.ts';
import type { DateOptions, DurationReading, LocalNow, TimeReading } from './reading.ts';

const clock = (moment: Temporal.PlainDateTime): string => moment.toPlainTime().toString({ smallestUnit: 'minute' });

export const timesOf = (expressions: readonly Placed[]): readonly TimeReading[] =>
  expressions.flatMap(({ found, rejected, start, end }) => {
    if (rejected) return [];
    if (found.kind === 'moment') return [{ value: clock(found.at), start, end }];
    if (found.kind === 'moments') return [{ value: clock(found.from), start, end }];
    const time = found.kind === 'recurring' ? found.value.split('@')[1] : found.kind === 'deadline' ? found.value.split('T')[1] : undefined;
    return time === undefined ? [] : [{ value: time, start, end }];
  });

/** Times of day said in a message ("jam 9", "besok pukul 14.30"), `HH:MM`; of a span of times its start. */
export const findTimes = (text: string, now: LocalNow, options: DateOptions = {}): readonly TimeReading[] =>
  timesOf(expressionsOf(speechOf(text, now, options)));

const MINUTES: Readonly<Record<string, number>> = { menit: 1, hour: 60, hari: 1440, pekan: 10_080 };

const NO_CLOCK = Temporal.PlainDateTime.from('2000-01-01T00:00');

/** Lengths of time said in a message ("2 jam", "90 menit", "satu setengah jam"). */
export const findDurations = (text: string, options: DateOptions = {}): readonly DurationReading[] =>
  durationsIn(speechOf(text, NO_CLOCK, options));

export const durationsIn = (speech: Speech): readonly DurationReading[] => {
  const all: DurationReading[] = [];
  for (let at = 0; at < speech.tokens.length; ) {
    const quantity = readQuantity(speech, at);
    const unit = quantity === undefined ? undefined : MINUTES[quantity.value.unit];
    const [first, last] = [speech.tokens[at], speech.tokens[(quantity?.next ?? at + 1) - 1]];
    if (quantity !== undefined && unit !== undefined && first !== undefined && last !== undefined)
      all.push({ minutes: Math.round(quantity.value.count * unit), start: first.start, end: last.end });
    at = quantity?.next ?? at + 1;
  }
  return all;
};
