import type { Temporal } from '#shared/day.ts';
import type { Part, Speech, SpokenTime } from './atoms.ts';
import { type Day, isBefore } from './calendar.ts';
import { CONFLICT, type Found } from './found.ts';

export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  /** Past midnight of the day named. */
  readonly nextDay: boolean;
  readonly confirm: boolean;
}

const at = (hour: number, minute: number, confirm = false, nextDay = false): TimeOfDay => ({
  hour: hour % 24,
  minute,
  nextDay,
  confirm,
});

const inPart = (time: SpokenTime, part: Part): TimeOfDay | undefined => {
  const { hour, minute } = time;
  if (hour > 12) return partHas(part, hour) ? at(hour, minute) : undefined;
  if (part === 'pagi' || part === 'dinihari') return hour === 12 ? at(0, minute, true) : at(hour, minute);
  if (part === 'siang') return hour <= 6 ? at(hour + 12, minute) : at(hour, minute, hour < 10);
  if (part === 'sore') return hour <= 7 ? at(hour + 12, minute) : hour === 12 ? at(12, minute, true) : undefined;
  if (hour === 12) return at(0, minute, true, true);
  return hour <= 4 ? at(hour, minute, true) : at(hour + 12, minute);
};

const HOURS_OF: Readonly<Record<Part, readonly [number, number]>> = {
  pagi: [0, 12],
  dinihari: [0, 6],
  siang: [9, 16],
  sore: [14, 19],
  malam: [17, 24],
};

const partHas = (part: Part, hour: number): boolean => hour >= HOURS_OF[part][0] && hour <= HOURS_OF[part][1];

/** An hour without part of day is one the library could be open in: 1 to 6 are in the afternoon. */
const unmarked = (speech: Speech, { hour, minute }: SpokenTime): TimeOfDay => {
  if (hour === 24) return at(0, minute, true, true);
  if (hour === 0 || hour > 12) return at(hour, minute);
  const hours = speech.options.hours;
  const fits = (candidate: number): boolean => hours !== undefined && candidate >= hours.open && candidate <= hours.close;
  const isAfternoon = hour <= 6 || (hour < 12 && !fits(hour) && fits(hour + 12));
  return at(isAfternoon ? hour + 12 : hour, minute);
};

/** The time of day a spoken time means, given the part of day said elsewhere; undefined when they contradict. */
export const timeOfDay = (speech: Speech, time: SpokenTime, said: Part | undefined): TimeOfDay | undefined => {
  if (time.meridiem !== undefined) return at((time.hour % 12) + (time.meridiem === 'pm' ? 12 : 0), time.minute);
  const part = time.part ?? said;
  return part === undefined ? unmarked(speech, time) : inPart(time, part);
};

const momentAt = (day: Day, time: TimeOfDay): Temporal.PlainDateTime =>
  day.add({ days: time.nextDay ? 1 : 0 }).toPlainDateTime({ hour: time.hour, minute: time.minute });

export interface TimeSaid {
  readonly from: SpokenTime;
  readonly to?: SpokenTime;
}

interface OnDay {
  readonly day: Day | undefined;
  readonly part: Part | undefined;
  readonly confirm: boolean;
  readonly past: boolean;
}

const isLater = (a: Temporal.PlainDateTime, b: Temporal.PlainDateTime): boolean =>
  isBefore(b.toPlainDate(), a.toPlainDate()) || (a.toPlainDate().equals(b.toPlainDate()) && minutesOf(a) > minutesOf(b));

const minutesOf = (moment: Temporal.PlainDateTime): number => moment.hour * 60 + moment.minute;

/** A time without a day is today; one that has passed today is tomorrow's, which is asked. */
const placed = (speech: Speech, time: TimeOfDay, on: OnDay): { readonly moment: Temporal.PlainDateTime; readonly confirm: boolean } => {
  const moment = momentAt(on.day ?? speech.today, time);
  const isPassed = isLater(speech.now, moment) && !on.past;
  const isOpenDay = on.day === undefined;
  if (isPassed && isOpenDay) return { moment: moment.add({ days: 1 }), confirm: true };
  return { moment, confirm: on.confirm || time.confirm || (isPassed && moment.toPlainDate().equals(speech.today)) };
};

/** "jam 9 sampai 11": the end shares the start's half of the day when it can. */
const endOf = (speech: Speech, said: TimeSaid & { readonly to: SpokenTime }, on: OnDay, start: TimeOfDay): TimeOfDay | undefined => {
  const { to } = said;
  const plain = timeOfDay(speech, to, to.part ?? on.part);
  if (plain === undefined || on.part !== undefined || to.part !== undefined || to.meridiem !== undefined) return plain;
  const isBackwards = plain.hour * 60 + plain.minute <= start.hour * 60 + start.minute;
  return isBackwards && plain.hour < 12
    ? { ...plain, hour: plain.hour + 12 }
    : said.from.part === 'malam'
      ? timeOfDay(speech, to, 'malam')
      : plain;
};

/** "1 sampai 3 sore": the start takes the end's part of the day when it names none. */
const startPart = (said: TimeSaid, on: OnDay): SpokenTime => {
  const to = said.to;
  if (to === undefined || said.from.part !== undefined || said.from.meridiem !== undefined || on.part !== undefined) return said.from;
  const crossesNoon = said.from.hour > to.hour || (said.from.hour === 12) !== (to.hour === 12);
  if (crossesNoon) return said.from;
  return {
    ...said.from,
    ...(to.part === undefined ? {} : { part: to.part }),
    ...(to.meridiem === undefined ? {} : { meridiem: to.meridiem }),
  };
};

export const resolveTime = (speech: Speech, said: TimeSaid, on: OnDay): Found => {
  const isTwoParts =
    said.from.part !== undefined &&
    on.part !== undefined &&
    said.from.part !== on.part &&
    said.from.part !== 'dinihari' &&
    on.part !== 'dinihari';
  const start = timeOfDay(speech, startPart(said, on), on.part);
  if (start === undefined || isTwoParts) return CONFLICT;
  const from = placed(speech, start, on);
  const timeOnly = on.day === undefined;
  if (said.to === undefined) return { kind: 'moment', at: from.moment, confirm: from.confirm, timeOnly };
  const end = endOf(speech, { ...said, to: said.to }, on, start);
  if (end === undefined) return CONFLICT;
  const to = momentAt(from.moment.toPlainDate(), end);
  if (!isLater(to, from.moment)) return CONFLICT;
  return { kind: 'moments', from: from.moment, to, confirm: from.confirm || end.confirm, timeOnly };
};
