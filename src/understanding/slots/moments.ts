import { type DateReading, findDates, slotValueOf } from '#understanding/dates/read-date.ts';
import type { Reader } from './spans.ts';

const inside = ({ units }: Reader, start: number, end: number): boolean =>
  start >= (units[0]?.start ?? 0) && end <= (units.at(-1)?.end ?? 0);

const isNegated = ({ units }: Reader, reading: DateReading): boolean =>
  units.some((unit) => unit.negated && unit.start < (reading.end ?? -1) && (reading.start ?? 0) < unit.end);

const chosen = (reader: Reader, dates: readonly DateReading[]): string | undefined => {
  const here = dates.filter(
    (reading) =>
      inside(reader, reading.start ?? -1, reading.end ?? Number.MAX_SAFE_INTEGER) &&
      slotValueOf(reading) !== undefined &&
      reading.timeOnly !== true,
  );
  const wanted = here.filter((reading) => !isNegated(reader, reading));
  const reading = wanted[0] ?? here[0];
  return reading === undefined ? undefined : slotValueOf(reading);
};

/** `date`, `pickup_date`, `when`: of a negated and a wanted date the wanted one. */
export const date = (reader: Reader): string | undefined => chosen(reader, reader.message.dates);

/** A period is named early; what is pasted behind it is not looked at. */
const DATED = 600;

const QUARTER = /\b(?:triwulan|kuartal|quarter|tw|q)\s*(?:ke-?)?\s*(iv|iii|ii|i|[1-4])\b/u;
const SEMESTER = /\bsemester\s*(ii|i|[12])\b/u;
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

const months = (year: number, first: number, last: number): string => {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const lastDay = last === 2 ? 28 : [4, 6, 9, 11].includes(last) ? 30 : 31;
  return `${year}-${pad(first)}-01/${year}-${pad(last)}-${lastDay}`;
};

/** `period`: reports look back, so a month without a year is the last one. */
export const period = (reader: Reader): string | undefined => {
  const { message } = reader;
  const text = message.text.toLowerCase();
  const quarter = QUARTER.exec(text)?.[1];
  const half = SEMESTER.exec(text)?.[1];
  const number = (roman: string): number => ROMAN[roman] ?? Number(roman);
  if (quarter !== undefined) return months(message.now.year, number(quarter) * 3 - 2, number(quarter) * 3);
  if (half !== undefined) return months(message.now.year, number(half) * 6 - 5, number(half) * 6);
  return chosen(reader, findDates(message.text.slice(0, DATED), message.now, { masked: message.masks, prefer: 'past' }));
};

export const time = (reader: Reader): string | undefined =>
  reader.message.times.find((reading) => inside(reader, reading.start, reading.end))?.value;

export const minutes = (reader: Reader): number | undefined =>
  reader.message.durations.find((reading) => inside(reader, reading.start, reading.end))?.minutes;
