import type { OpeningCalendar } from '#domain/opening-calendar.ts';
import type { Temporal } from '#shared/day.ts';

/** Days around the first start on which the library really was, or will be, open. */
export interface DemoDays {
  readonly today: Temporal.PlainDate;
  /** an open day so many days from today: the first offset that is open, else the last open day up to today */
  openAt(...offsets: readonly number[]): Temporal.PlainDate;
  /** a day on which a loan of seven days that falls due on `due` was made */
  loanedFor(due: Temporal.PlainDate): Temporal.PlainDate;
  /** the open day that lies `count` open days before `day` */
  openDayBefore(day: Temporal.PlainDate, count: number): Temporal.PlainDate;
  readonly calendar: OpeningCalendar;
}

export const createDemoDays = (today: Temporal.PlainDate, calendar: OpeningCalendar): DemoDays => ({
  today,
  calendar,
  openAt: (...offsets) => {
    const open = offsets.map((days) => today.add({ days })).find((day) => calendar.isOpen(day));
    return open ?? calendar.previousOpenDay(today);
  },
  loanedFor: (due) => calendar.previousOpenDay(due.subtract({ days: 7 })),
  openDayBefore: (day, count) => {
    let reached = day;
    for (let passed = 0; passed < count; passed += 1) reached = calendar.previousOpenDay(reached.subtract({ days: 1 }));
    return reached;
  },
});
