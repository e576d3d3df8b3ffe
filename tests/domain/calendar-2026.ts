import { createOpeningCalendar, type DatedHours } from '#domain/opening-calendar.ts';
import { defaultWeek } from '#domain/opening-hours.ts';
import { Temporal } from '#shared/day.ts';

const holidays: readonly (readonly [string, string])[] = [
  ['2026-01-01', 'Tahun Baru'],
  ['2026-01-16', 'Isra Mikraj'],
  ['2026-02-16', 'Cuti bersama Imlek'],
  ['2026-02-17', 'Imlek'],
  ['2026-03-18', 'Cuti bersama Nyepi'],
  ['2026-03-19', 'Nyepi'],
  ['2026-03-20', 'Cuti bersama Idul Fitri'],
  ['2026-03-21', 'Idul Fitri'],
  ['2026-03-22', 'Idul Fitri'],
  ['2026-03-23', 'Cuti bersama Idul Fitri'],
  ['2026-03-24', 'Cuti bersama Idul Fitri'],
  ['2026-04-03', 'Wafat Yesus Kristus'],
  ['2026-04-05', 'Paskah'],
  ['2026-05-01', 'Hari Buruh'],
  ['2026-05-14', 'Kenaikan Yesus Kristus'],
  ['2026-05-15', 'Cuti bersama Kenaikan'],
  ['2026-05-27', 'Idul Adha'],
  ['2026-05-28', 'Cuti bersama Idul Adha'],
  ['2026-05-31', 'Waisak'],
  ['2026-06-01', 'Hari Lahir Pancasila'],
  ['2026-06-16', 'Tahun Baru Islam'],
  ['2026-08-17', 'Proklamasi Kemerdekaan'],
  ['2026-08-25', 'Maulid Nabi'],
  ['2026-12-24', 'Cuti bersama Natal'],
  ['2026-12-25', 'Natal'],
];

export const holidays2026: readonly DatedHours[] = holidays.map(([day, reason]) => ({ day, reason, hours: [], tentative: false }));

/** Sundays and the 25 days of the joint decree for 2026 are closed. */
export const calendar2026 = createOpeningCalendar({ week: defaultWeek, seasons: [], dated: holidays2026 });

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

/** Every day from `from` to `to`, both included, in steps of `step` days. */
export const daysFrom = (from: string, to: string, step = 1): readonly Temporal.PlainDate[] => {
  const days: Temporal.PlainDate[] = [];
  for (let each = day(from); Temporal.PlainDate.compare(each, day(to)) <= 0; each = each.add({ days: step })) days.push(each);
  return days;
};
