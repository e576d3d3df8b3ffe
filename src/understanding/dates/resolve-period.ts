import type { Atom, MonthAtom, OffsetAtom, Speech } from './atoms.ts';
import type { Bag } from './bag.ts';
import { type Day, type Days, isBefore, mondayOf, monthOf, thirdOf, weekOf, yearOf } from './calendar.ts';
import { type Found, VAGUE } from './found.ts';

type YearAtom = Extract<Atom, { readonly kind: 'year' }>;

const yearOfNamed = (speech: Speech, month: number): number => {
  const { today, options } = speech;
  if (options.prefer === 'past') return month > today.month ? today.year - 1 : today.year;
  return month < today.month ? today.year + 1 : today.year;
};

/** The month an atom means: named, counted from this one, or this one. */
export const monthDays = (speech: Speech, atom: MonthAtom, year?: number): Days => {
  if (atom.month !== undefined) return monthOf(atom.year ?? year ?? yearOfNamed(speech, atom.month), atom.month);
  const first = speech.today.with({ day: 1 }).add({ months: atom.offset ?? 0 });
  return monthOf(first.year, first.month);
};

const days = (span: Days, confirm = false): Found => ({ kind: 'days', from: span.from, to: span.to, confirm });

const weekInMonth = (month: Days, nth: number): Days => {
  if (nth < 0) return { from: month.to.subtract({ days: 6 }), to: month.to };
  const from = month.from.add({ weeks: nth - 1 });
  const to = from.add({ days: 6 });
  return { from, to: isBefore(month.to, to) ? month.to : to };
};

const month = (speech: Speech, atom: MonthAtom, year: number | undefined): Found => {
  const named = monthDays(speech, atom, year);
  if (atom.week !== undefined) return days(weekInMonth(named, atom.week), true);
  if (atom.third === undefined) {
    const isJustPassed =
      speech.options.prefer !== 'past' &&
      atom.month !== undefined &&
      atom.year === undefined &&
      year === undefined &&
      speech.today.month - 1 === atom.month;
    return days(named, isJustPassed);
  }
  const part = thirdOf(named, atom.third);
  // "awal bulan" with no month named is the next one to come; so is "awal agustus" late in August.
  const isOpen = atom.offset === undefined && atom.year === undefined && year === undefined && speech.options.prefer !== 'past';
  if (!isOpen || !isBefore(part.to, speech.today)) return days(part, true);
  const later = atom.month === undefined ? named.from.add({ months: 1 }) : named.from.add({ years: 1 });
  return days(thirdOf(monthOf(later.year, later.month), atom.third), true);
};

const THIRDS_OF_YEAR: Readonly<Record<string, readonly [number, number]>> = {
  awal: [1, 1],
  tengah: [6, 7],
  akhir: [12, 12],
};

const year = (speech: Speech, atom: YearAtom): Found => {
  const named = atom.year ?? speech.today.year;
  if (named < 1900 || named > 2200) return VAGUE;
  const third = atom.third === undefined ? undefined : THIRDS_OF_YEAR[atom.third];
  if (third === undefined) return days(yearOf(named));
  const span = (at: number): Days => ({ from: monthOf(at, third[0]).from, to: monthOf(at, third[1]).to });
  const isPassed = atom.year === undefined && isBefore(span(named).to, speech.today);
  return days(span(isPassed ? named + 1 : named), true);
};

const THIRDS_OF_WEEK: Readonly<Record<string, readonly [number, number]>> = {
  awal: [0, 1],
  tengah: [2, 3],
  akhir: [4, 6],
};

const week = (speech: Speech, atom: Extract<Atom, { readonly kind: 'week' }>): Found => {
  const named = weekOf(speech.today, atom.offset);
  const third = atom.third === undefined ? undefined : THIRDS_OF_WEEK[atom.third];
  return third === undefined
    ? days(named)
    : days({ from: named.from.add({ days: third[0] }), to: named.from.add({ days: third[1] }) }, true);
};

/** Saturday and Sunday; "next" is asked about while this week's is still ahead. */
const weekend = (speech: Speech, atom: Extract<Atom, { readonly kind: 'weekend' }>): Found => {
  const saturday = mondayOf(speech.today).add({ days: 5 + 7 * (atom.offset ?? 0) });
  const isNear = atom.mode === 'depan' && speech.today.dayOfWeek < 6;
  return days({ from: saturday, to: saturday.add({ days: 1 }) }, isNear);
};

const shifted = (today: Day, atom: OffsetAtom): Day => {
  const count = atom.back ? -atom.count : atom.count;
  const whole = Math.trunc(count);
  if (atom.unit === 'pekan') return today.add({ days: Math.round(count * 7) });
  if (atom.unit === 'bulan') return today.add({ months: whole });
  if (atom.unit === 'tahun') return today.add({ years: whole });
  return today.add({ days: Math.ceil(count) });
};

/** "the next N days" from today on, "the last N days" up to today; people differ by a day, so it is asked. */
const coming = (speech: Speech, atom: OffsetAtom): Found => {
  const edge = shifted(speech.today, atom);
  return days(atom.back ? { from: edge, to: speech.today } : { from: speech.today, to: edge }, true);
};

/** A stretch of days: week, weekend, month, year, quarter, "the next N days". */
export const resolvePeriod = (speech: Speech, bag: Bag): Found | undefined => {
  if (bag.week !== undefined) return week(speech, bag.week);
  if (bag.weekend !== undefined) return weekend(speech, bag.weekend);
  if (bag.month !== undefined) return month(speech, bag.month, bag.year?.year);
  if (bag.coming !== undefined) return coming(speech, bag.coming);
  if (bag.span !== undefined) return days(bag.span);
  return bag.year === undefined ? undefined : year(speech, bag.year);
};
