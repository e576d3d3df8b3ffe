import type { MonthAtom, MonthdayAtom, OffsetAtom, Speech, WeekdayAtom } from './atoms.ts';
import type { Bag } from './bag.ts';
import { type Day, dateIfReal, isBefore, isSame, mondayOf, nthWeekday, weekdayAfter, weekdayBefore } from './calendar.ts';
import { CONFLICT, type Found, INVALID, VAGUE } from './found.ts';
import { monthDays } from './resolve-period.ts';

/** Where "the next X" is counted from: today, or the start of the range whose end this is. */
export interface Frame {
  readonly speech: Speech;
  readonly anchor?: Day;
}

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** A date so lately passed that it may be the one meant. */
const JUST_PASSED_DAYS = 31;

const day = (value: Day, confirm = false): Found => ({ kind: 'day', day: value, confirm });

const passedLately = (frame: Frame, date: Day | undefined): boolean =>
  date !== undefined && isBefore(date, frame.speech.today) && date.until(frame.speech.today).days <= JUST_PASSED_DAYS;

/** Day and month without a year: the next occurrence (R: confirm when just passed or only in a leap year). */
const yearly = (frame: Frame, month: number, date: number): Found => {
  if (date < 1 || date > (LONGEST[month - 1] ?? 0)) return INVALID;
  const { today, options } = frame.speech;
  const start = frame.anchor ?? today;
  const years = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((ahead) => (options.prefer === 'past' ? today.year - ahead : start.year + ahead));
  const dates = years.map((year) => dateIfReal(year, month, date)).filter((candidate) => candidate !== undefined);
  const found = dates.find((candidate) => (options.prefer === 'past' ? !isBefore(today, candidate) : !isBefore(candidate, start)));
  const isLeapDay = month === 2 && date === 29;
  return found === undefined
    ? INVALID
    : day(found, isLeapDay || (options.prefer !== 'past' && passedLately(frame, dateIfReal(today.year, month, date))));
};

/** A day number alone: its next occurrence (today's own number is asked about). */
const monthly = (frame: Frame, date: number): Found => {
  if (date < 1 || date > 31) return INVALID;
  const { today, options } = frame.speech;
  const start = frame.anchor ?? today;
  const step = options.prefer === 'past' ? -1 : 1;
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const month = start.with({ day: 1 }).add({ months: ahead * step });
    const candidate = dateIfReal(month.year, month.month, date);
    const isReached = candidate !== undefined && (step > 0 ? !isBefore(candidate, start) : !isBefore(start, candidate));
    if (isReached) return day(candidate, frame.anchor === undefined && (isSame(candidate, today) || (ahead > 0 && date === 31)));
  }
  return INVALID;
};

const numbered = (frame: Frame, atom: MonthdayAtom, date: number, bag: Bag): Found => {
  const { today } = frame.speech;
  const context = bag.month;
  const shifted = context?.offset === undefined ? undefined : today.with({ day: 1 }).add({ months: context.offset });
  const month = atom.month ?? context?.month ?? shifted?.month;
  const year = atom.year ?? context?.year ?? bag.year?.year ?? shifted?.year;
  if (month === undefined) return monthly(frame, date);
  if (month < 1 || month > 12 || (year !== undefined && (year < 1900 || year > 2200))) return INVALID;
  if (year === undefined) return yearly(frame, month, date);
  const real = dateIfReal(year, month, date);
  return real === undefined ? INVALID : day(real);
};

const dayIn = (found: Found): Day | undefined => (found.kind === 'day' ? found.day : undefined);

/** Whoever says "kemarin" looks back, as a report does. */
const backwards = (frame: Frame): Frame => ({
  ...frame,
  speech: { ...frame.speech, options: { ...frame.speech.options, prefer: 'past' } },
});

const laterInRange = (frame: Frame, atom: MonthdayAtom, bag: Bag, from: Day): Found => {
  const last = atom.days.at(-1) ?? 0;
  return numbered({ ...frame, anchor: from }, atom, last, bag);
};

/** One numbered day, a range of them or a set. */
export const resolveMonthday = (given: Frame, atom: MonthdayAtom, bag: Bag): Found => {
  const frame = atom.past === true ? backwards(given) : given;
  const [first = 0] = atom.days;
  const isRange = atom.link === 'to';
  const isTooEarly = isRange && atom.month !== undefined && (atom.days[1] ?? 0) < first;
  if (isTooEarly) return CONFLICT;
  const founds = atom.days.map((date) => numbered(frame, atom, date, bag));
  const start = founds[0] ?? INVALID;
  if (atom.link === undefined || start.kind !== 'day') return start;
  const wrong = founds.find((found) => found.kind !== 'day');
  if (wrong !== undefined && !isRange) return wrong;
  if (isRange) {
    const end = laterInRange(frame, atom, bag, start.day);
    return end.kind === 'day' ? { kind: 'days', from: start.day, to: end.day, confirm: start.confirm } : end;
  }
  const days = founds.map(dayIn).filter((found) => found !== undefined);
  return { kind: 'set', days, confirm: atom.link === 'or' || start.confirm };
};

/** X of the week that starts at `monday`. */
const ofWeek = (monday: Day, weekday: number): Day => monday.add({ days: weekday - 1 });

const byMode = (frame: Frame, atom: WeekdayAtom): Found => {
  const { today } = frame.speech;
  const thisWeek = ofWeek(mondayOf(today), atom.weekday);
  const isToday = today.dayOfWeek === atom.weekday;
  if (atom.mode === 'ini') return day(thisWeek, isBefore(thisWeek, today));
  if (atom.mode === 'depan') {
    const next = thisWeek.add({ weeks: 1 });
    return day(next, isBefore(today, thisWeek) || isSame(next, today.add({ days: 1 })));
  }
  if (atom.mode === 'lalu') return day(weekdayBefore(today, atom.weekday));
  const coming =
    frame.anchor === undefined ? weekdayAfter(today, atom.weekday) : weekdayAfter(frame.anchor.subtract({ days: 1 }), atom.weekday);
  const isStrengthened = atom.mode === 'besok' && !isSame(coming, today.add({ days: 1 }));
  return day(coming, (isToday && frame.anchor === undefined) || isStrengthened);
};

const ofMonth = (frame: Frame, atom: WeekdayAtom, month: MonthAtom): Found => {
  const days = monthDays(frame.speech, month);
  if (atom.nth === undefined) return VAGUE;
  const found = nthWeekday(days, atom.weekday, atom.nth);
  return found === undefined ? INVALID : day(found);
};

const plainWeekday = (frame: Frame, atom: WeekdayAtom, bag: Bag): Found => {
  const { today } = frame.speech;
  if (bag.week !== undefined) return day(ofWeek(mondayOf(today).add({ weeks: bag.week.offset }), atom.weekday));
  if (bag.weekend !== undefined) return day(ofWeek(mondayOf(today).add({ weeks: bag.weekend.offset ?? 0 }), atom.weekday));
  if (bag.month !== undefined) return ofMonth(frame, atom, bag.month);
  const weeks = bag.offset ?? bag.coming;
  if (weeks?.unit === 'pekan')
    return day(ofWeek(mondayOf(today).add({ weeks: Math.round(weeks.count) * (weeks.back ? -1 : 1) }), atom.weekday), true);
  if (atom.nth !== undefined) {
    const first = nthWeekday({ from: today.with({ day: 1 }), to: today.with({ day: today.daysInMonth }) }, atom.weekday, atom.nth);
    const next = today.with({ day: 1 }).add({ months: 1 });
    const second = nthWeekday({ from: next, to: next.with({ day: next.daysInMonth }) }, atom.weekday, atom.nth);
    const found = first !== undefined && !isBefore(first, today) ? first : second;
    return found === undefined ? INVALID : day(found, true);
  }
  return byMode(frame, atom);
};

/** "malam X" is the evening before X; `minggu` alone is asked about unless a part of the day makes it a day. */
export const resolveWeekday = (frame: Frame, atom: WeekdayAtom, bag: Bag): Found => {
  const found = plainWeekday(frame, atom, bag);
  if (found.kind !== 'day') return found;
  if (atom.eve) {
    const eve = found.day.subtract({ days: 1 });
    const isOver = isBefore(eve, frame.speech.today) && atom.mode === undefined && bag.week === undefined;
    return { ...found, day: isOver ? eve.add({ weeks: 1 }) : eve, part: 'malam', confirm: found.confirm || isOver };
  }
  const isLoose =
    atom.loose &&
    bag.part === undefined &&
    bag.time === undefined &&
    bag.week === undefined &&
    bag.prayer === undefined &&
    atom.mode === undefined;
  return { ...found, confirm: found.confirm || isLoose || (atom.loose && atom.mode === 'besok') };
};

/** Months and years are clipped at the month's end, as Temporal does. */
export const offsetDay = (today: Day, atom: OffsetAtom, count = atom.count): Day => {
  const sign = atom.back ? -1 : 1;
  const whole = Math.trunc(count);
  const half = count - whole;
  if (atom.unit === 'pekan') return today.add({ days: sign * Math.round(count * 7) });
  if (atom.unit === 'bulan') return today.add({ months: sign * whole }).add({ days: sign * Math.round(half * 30) });
  if (atom.unit === 'tahun') return today.add({ years: sign * whole }).add({ months: sign * Math.round(half * 12) });
  return today.add({ days: sign * Math.ceil(count) });
};
