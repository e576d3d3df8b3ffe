import { canonAt, type Speech } from './atoms.ts';
import { isAllThatIsSaid } from './company.ts';
import { expressionsOf, type Placed, speechOf } from './find.ts';
import { daysOf, type Found } from './found.ts';
import type { DateOptions, DateReading, DurationReading, LocalNow, TimeReading } from './reading.ts';
import { durationsIn, timesOf } from './times.ts';
import { toReading } from './written.ts';

export type { DateOptions, DateReading, DurationReading, TimeReading } from './reading.ts';
export { findDurations, findTimes } from './times.ts';
export { slotValueOf } from './written.ts';

const NONE: DateReading = { type: 'none', confirm: false };

const UNKNOWN = new Set(['vague', 'invalid', 'conflict']);

/** Every expression of time in a message that the speaker wants, in order, with its place in the text. */
export const findDates = (text: string, now: LocalNow, options: DateOptions = {}): readonly DateReading[] => {
  const speech = speechOf(text, now, options);
  return datesOf(speech, expressionsOf(speech));
};

const datesOf = (speech: Speech, expressions: readonly Placed[]): readonly DateReading[] =>
  expressions.filter((one) => !one.rejected && (!one.faint || speech.tokens.length === 1)).map(toReading);

interface Moments {
  readonly dates: readonly DateReading[];
  readonly times: readonly TimeReading[];
  readonly durations: readonly DurationReading[];
}

const NOTHING: Moments = { dates: [], times: [], durations: [] };

/** Days, times of day and lengths of time of a message, read in one go. */
export const findMoments = (text: string, now: LocalNow, options: DateOptions = {}): Moments => {
  const speech = speechOf(text, now, options);
  if (speech.tokens.length === 0) return NOTHING;
  const expressions = expressionsOf(speech);
  return { dates: datesOf(speech, expressions), times: timesOf(expressions), durations: durationsIn(speech) };
};

const isTimeOnly = (found: Found): found is Found & { readonly kind: 'moment' | 'moments' } =>
  (found.kind === 'moment' || found.kind === 'moments') && found.timeOnly;

/** "besok saya datang jam 9": the day and the time stand apart in one sentence. */
const joined = (day: Placed, time: Placed | undefined): Placed => {
  const date = daysOf(day.found)?.from;
  if (day.found.kind !== 'day' || time === undefined || date === undefined || !isTimeOnly(time.found)) return day;
  const [start, end] = [Math.min(day.start, time.start), Math.max(day.end, time.end)];
  if (time.found.kind === 'moment') {
    const at = date.toPlainDateTime(time.found.at);
    return { ...day, start, end, found: { kind: 'moment', at, confirm: day.found.confirm, timeOnly: false } };
  }
  const from = date.toPlainDateTime(time.found.from);
  return {
    ...day,
    start,
    end,
    found: {
      kind: 'moments',
      from,
      // past midnight it ends on the next day
      to: date.add(time.found.from.toPlainDate().until(time.found.to.toPlainDate())).toPlainDateTime(time.found.to),
      confirm: day.found.confirm,
      timeOnly: false,
    },
  };
};

const chosen = (all: readonly Placed[]): Placed | undefined => {
  const wanted = all.filter((one) => !one.rejected);
  const known = wanted.filter((one) => !one.faint && !UNKNOWN.has(one.found.kind));
  const first =
    known.find((one) => !isTimeOnly(one.found)) ??
    wanted.find((one) => one.found.kind === 'invalid' || one.found.kind === 'conflict') ??
    known[0];
  if (first === undefined) return wanted.find((one) => !one.faint) ?? wanted[0];
  return joined(
    first,
    known.find((one) => one !== first && isTimeOnly(one.found)),
  );
};

/** "sore aja" answers with a part of the day; "novel senja" does not. */
const isOnlyFaint = (speech: Speech, one: Placed): boolean =>
  one.faint && canonAt(speech, one.first) !== 'sekarang' && !isAllThatIsSaid(speech, one.first, one.next);

/** The one date a text speaks of, as said at `now` (the library's wall clock). A day that is only refused is `vague`. */
export const readDate = (text: string, now: LocalNow, options: DateOptions = {}): DateReading => {
  const speech = speechOf(text, now, options);
  const all = expressionsOf(speech);
  const one = chosen(all);
  if (one !== undefined) return isOnlyFaint(speech, one) ? NONE : toReading(one);
  return all.length > 0 ? { type: 'vague', confirm: true } : NONE;
};
