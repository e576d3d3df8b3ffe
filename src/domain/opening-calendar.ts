import type { ClosedDay } from '#domain/reasons.ts';
import { type DayHours, parseSeasonHours, type WeekHours, weekdays } from '#domain/opening-hours.ts';
import { Temporal } from '#shared/day.ts';

/** What is announced for one date: it stands above the season and the week (R7, R8). */
export interface DatedHours {
  readonly day: string;
  /** none: closed all day */
  readonly hours: DayHours;
  readonly reason: string;
  /** not confirmed yet, e.g. before the sidang isbat */
  readonly tentative: boolean;
}

/** Hours of its own between two dates, both included (Ramadan). */
export interface Season {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  /** `08:00-14:00` for every day that is open anyway, or `mon-thu 08:00-14:00; fri 08:00-11:00` */
  readonly hours: string;
}

export interface CalendarPlan {
  readonly week: WeekHours;
  readonly seasons: readonly Season[];
  /** a later entry for the same day wins */
  readonly dated: readonly DatedHours[];
}

/** What the calendar says of one day. `reason` names the holiday, special day or season; null on an ordinary day of the week. */
export interface CalendarEntry {
  readonly hours: DayHours;
  readonly reason: string | null;
  readonly tentative: boolean;
}

/** One place's calendar. Every search ends: where no open day is found within two years it falls back to plain days. */
export interface OpeningCalendar {
  entryOn(day: Temporal.PlainDate): CalendarEntry;
  isOpen(day: Temporal.PlainDate): boolean;
  /** when the doors close for good on this day; null when it is closed */
  closingTimeOn(day: Temporal.PlainDate): Temporal.PlainTime | null;
  isOpenAt(moment: Temporal.PlainDateTime): boolean;
  /** the day itself when it is open */
  nextOpenDay(day: Temporal.PlainDate): Temporal.PlainDate;
  /** the day itself when it is open */
  previousOpenDay(day: Temporal.PlainDate): Temporal.PlainDate;
  /** the `count`-th open day after `day`, which is not counted itself */
  openDayAfter(day: Temporal.PlainDate, count: number): Temporal.PlainDate;
  /** open days later than `after`, up to and including `through`; 0 when there is no such day */
  openDaysSince(after: Temporal.PlainDate, through: Temporal.PlainDate): number;
  /** closed days from `from` to `to`, both included */
  closedDays(from: Temporal.PlainDate, to: Temporal.PlainDate): readonly ClosedDay[];
}

const searchLimit = 731;

const weekdayOf = (day: Temporal.PlainDate) => weekdays[day.dayOfWeek - 1] ?? 'sun';

const covers = (season: Season, day: string): boolean => season.from <= day && day <= season.to;

/** A season for every day changes hours, it does not open a day that the week keeps closed; a day it names it may open. */
const seasonHours = (season: Season, day: Temporal.PlainDate, ordinary: DayHours): DayHours => {
  const hours = parseSeasonHours(season.hours);
  if (hours === null) return ordinary;
  if (hours.everyDay !== null) return ordinary.length === 0 ? ordinary : hours.everyDay;
  return hours.byDay[weekdayOf(day)] ?? ordinary;
};

/** Weekly pattern, then season, then what is announced for the date. */
const decideEntry = (plan: CalendarPlan, dated: ReadonlyMap<string, DatedHours>, day: Temporal.PlainDate): CalendarEntry => {
  const text = day.toString();
  const announced = dated.get(text);
  if (announced !== undefined) return { hours: announced.hours, reason: announced.reason, tentative: announced.tentative };
  const ordinary = plan.week[weekdayOf(day)];
  const season = plan.seasons.find((each) => covers(each, text));
  if (season === undefined) return { hours: ordinary, reason: null, tentative: false };
  const hours = seasonHours(season, day, ordinary);
  // a day that the week keeps closed is not closed for the season
  return { hours, reason: hours.length === 0 && ordinary.length === 0 ? null : season.name, tentative: false };
};

const rememberEntries = (plan: CalendarPlan): ((day: Temporal.PlainDate) => CalendarEntry) => {
  const dated = new Map(plan.dated.map((each) => [each.day, each]));
  const known = new Map<string, CalendarEntry>();
  return (day) => {
    const text = day.toString();
    const entry = known.get(text) ?? decideEntry(plan, dated, day);
    known.set(text, entry);
    return entry;
  };
};

type IsOpen = (day: Temporal.PlainDate) => boolean;

const searchOpen = (isOpen: IsOpen, start: Temporal.PlainDate, step: 1 | -1): Temporal.PlainDate => {
  let day = start;
  for (let tried = 0; tried < searchLimit; tried += 1) {
    if (isOpen(day)) return day;
    day = day.add({ days: step });
  }
  return start;
};

const countOpen = (isOpen: IsOpen, after: Temporal.PlainDate, through: Temporal.PlainDate): number => {
  let count = 0;
  for (let day = after.add({ days: 1 }); Temporal.PlainDate.compare(day, through) <= 0; day = day.add({ days: 1 })) {
    if (isOpen(day)) count += 1;
  }
  return count;
};

export const createOpeningCalendar = (plan: CalendarPlan): OpeningCalendar => {
  const entryOn = rememberEntries(plan);
  const isOpen: IsOpen = (day) => entryOn(day).hours.length > 0;
  const openDayAfter = (day: Temporal.PlainDate, count: number): Temporal.PlainDate => {
    let reached = day;
    for (let passed = 0; passed < count; passed += 1) reached = searchOpen(isOpen, reached.add({ days: 1 }), 1);
    return reached;
  };
  const closingTimeOn = (day: Temporal.PlainDate): Temporal.PlainTime | null => {
    const last = entryOn(day).hours.at(-1);
    // 24:00 is the last minute of the day: a PlainTime ends at 23:59
    return last === undefined ? null : Temporal.PlainTime.from(last.closes === '24:00' ? '23:59' : last.closes);
  };
  const isOpenAt = (moment: Temporal.PlainDateTime): boolean => {
    const time = moment.toPlainTime().toString({ smallestUnit: 'minute' });
    return entryOn(moment.toPlainDate()).hours.some(({ opens, closes }) => opens <= time && time < closes);
  };
  const closedDays = (from: Temporal.PlainDate, to: Temporal.PlainDate): readonly ClosedDay[] => {
    const days: ClosedDay[] = [];
    for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
      const entry = entryOn(day);
      if (entry.hours.length === 0) days.push({ day: day.toString(), reason: entry.reason ?? '', tentative: entry.tentative });
    }
    return days;
  };
  return {
    entryOn,
    isOpen,
    closingTimeOn,
    isOpenAt,
    nextOpenDay: (day) => searchOpen(isOpen, day, 1),
    previousOpenDay: (day) => searchOpen(isOpen, day, -1),
    openDayAfter,
    openDaysSince: (after, through) => countOpen(isOpen, after, through),
    closedDays,
  };
};
