import { momentOf, momentText, Temporal } from '#shared/day.ts';
import type { DemoDays } from './days.ts';

/** Sample stops; the places are villages of the town, the points on the map are not surveyed. */
export const demoStops = [
  { id: 'stop-karang-raja', name: 'Kantor Kelurahan Karang Raja (titik contoh)', lat: -3.42, lon: 104.25, lending: true, weekday: 2 },
  { id: 'stop-tanjung-raman', name: 'Kantor Kelurahan Tanjung Raman (titik contoh)', lat: -3.47, lon: 104.23, lending: true, weekday: 3 },
  { id: 'stop-sindur', name: 'Kantor Kelurahan Sindur (titik contoh)', lat: -3.38, lon: 104.28, lending: true, weekday: 4 },
] as const;

export interface DemoVisit {
  readonly id: string;
  readonly stopId: string;
  readonly startAt: string;
  readonly endAt: string;
}

const daysAhead = 28;
const starts = '09:00';
const ends = '11:00';

/** A visit a week at each stop for four weeks; closed days have none. */
export const demoVisits = ({ today, calendar }: DemoDays): readonly DemoVisit[] => {
  const days = Array.from({ length: daysAhead }, (_, ahead) => today.add({ days: ahead + 1 })).filter((day) => calendar.isOpen(day));
  const at = (day: Temporal.PlainDate, time: string): string => momentText(momentOf(day.toPlainDateTime(Temporal.PlainTime.from(time))));
  return demoStops.flatMap(({ id, weekday }) =>
    days
      .filter((day) => day.dayOfWeek === weekday)
      .map((day) => ({ id: `${id}:${day.toString()}`, stopId: id, startAt: at(day, starts), endAt: at(day, ends) })),
  );
};
