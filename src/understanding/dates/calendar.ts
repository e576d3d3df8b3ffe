import { Temporal } from '#shared/day.ts';

export type Day = Temporal.PlainDate;

export interface Days {
  readonly from: Day;
  readonly to: Day;
}

export const isBefore = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0;
export const isSame = (a: Day, b: Day): boolean => a.equals(b);

/** Weeks run from Monday to Sunday. */
export const mondayOf = (day: Day): Day => day.subtract({ days: day.dayOfWeek - 1 });

export const weekOf = (day: Day, weeks: number): Days => {
  const from = mondayOf(day).add({ weeks });
  return { from, to: from.add({ days: 6 }) };
};

/** The weekday strictly after `day`. */
export const weekdayAfter = (day: Day, weekday: number): Day => day.add({ days: ((weekday - day.dayOfWeek + 6) % 7) + 1 });

/** The weekday strictly before `day`. */
export const weekdayBefore = (day: Day, weekday: number): Day => day.subtract({ days: ((day.dayOfWeek - weekday + 6) % 7) + 1 });

export const monthOf = (year: number, month: number): Days => {
  const from = Temporal.PlainDate.from({ year, month, day: 1 });
  return { from, to: from.with({ day: from.daysInMonth }) };
};

export const yearOf = (year: number): Days => ({
  from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
  to: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
});

/** The date when the calendar has it. */
export const dateIfReal = (year: number, month: number, day: number): Day | undefined => {
  const isPossible = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1;
  if (!isPossible) return undefined;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day <= first.daysInMonth ? first.with({ day }) : undefined;
};

/** The nth weekday of a month; -1 is the last one. */
export const nthWeekday = (month: Days, weekday: number, nth: number): Day | undefined => {
  if (nth < 0) return weekdayBefore(month.to.add({ days: 1 }), weekday);
  const day = weekdayAfter(month.from.subtract({ days: 1 }), weekday).add({ weeks: nth - 1 });
  return day.month === month.from.month ? day : undefined;
};

export type Third = 'awal' | 'tengah' | 'akhir';

/** Early, middle and late in a month: days 1–10, 11–20 and 21–end. */
export const thirdOf = (month: Days, third: Third): Days => {
  if (third === 'awal') return { from: month.from, to: month.from.with({ day: 10 }) };
  if (third === 'tengah') return { from: month.from.with({ day: 11 }), to: month.from.with({ day: 20 }) };
  return { from: month.from.with({ day: 21 }), to: month.to };
};
