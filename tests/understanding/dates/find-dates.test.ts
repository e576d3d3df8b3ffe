import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from '#shared/day.ts';
import {
  type DateOptions,
  type DateReading,
  findDates,
  findDurations,
  findTimes,
  readDate,
  slotValueOf,
} from '#understanding/dates/read-date.ts';
import * as indonesian from './cases-indonesian.ts';
import * as others from './cases-palembang-english.ts';

const NOW = Temporal.PlainDateTime.from('2026-08-12T10:00');

const slots = (text: string, options: DateOptions = {}): readonly (string | undefined)[] => findDates(text, NOW, options).map(slotValueOf);
const said = (text: string, readings: readonly { readonly start?: number; readonly end?: number }[]): readonly string[] =>
  readings.map(({ start, end }) => text.slice(start, end));

describe('the dates of a message', () => {
  it('stand in the order of the message, each with its place', () => {
    const text = 'Halo kak, hari Jumat saya ambil, lalu tgl 20 saya balikin ya';
    const found = findDates(text, NOW);
    expect(said(text, found)).toEqual(['hari Jumat', 'tgl 20']);
    expect(found.map(slotValueOf)).toEqual(['2026-08-14', '2026-08-20']);
  });

  it('do not hold a greeting', () => expect(slots('selamat siang kak, minggu buka gak?')).toEqual(['2026-08-16']));
  it('do not hold the day that is taken back', () => expect(slots('bukan besok ya, tapi lusa')).toEqual(['2026-08-14']));
  it('do not hold what stands inside a masked title', () => {
    const text = 'ada buku Selasa Kelabu? mau ambil besok';
    expect(slots(text, { masked: [{ start: 9, end: 22 }] })).toEqual(['2026-08-13']);
  });
  it('do not take "kamus" for Thursday, "tinggal" for a date, or "min" for Sunday', () =>
    expect(slots('min, kamus tinggal berapa 3 lagi? min besar')).toEqual([]));
  it('say when only a time was named', () =>
    expect(findDates('ganti ke jam 1 siang', NOW)).toMatchObject([{ value: '2026-08-12T13:00', timeOnly: true }]));
  it('look back for a report', () => expect(slots('laporan bulan juli', { prefer: 'past' })).toEqual(['2026-07-01/2026-07-31']));
  it('name the 20th in "before the 20th"', () => expect(slots('anything due before the 20th?')).toEqual(['2026-08-20']));
  it('recur by weekday', () => expect(slots('tiap selasa dan sabtu jam 9')).toEqual(['recurring:tue,sat']));
  it('keep a day of the official calendar as its key', () => expect(slots('buka habis lebaran?')).toEqual(['holiday:idulfitri']));
  it('are found after an emoji in their own place', () => {
    const text = '😀😀 İSTANBUL besok';
    expect(said(text, findDates(text, NOW))).toEqual(['besok']);
  });
});

describe('the hours the library could be open in', () => {
  it.each([
    ['besok jam 7', undefined, '2026-08-13T07:00'],
    ['besok jam 7', { open: 9, close: 21 }, '2026-08-13T19:00'],
    ['besok jam 9', { open: 8, close: 21 }, '2026-08-13T09:00'],
    ['besok jam 2', { open: 8, close: 16 }, '2026-08-13T14:00'],
    ['besok jam 7 pagi', { open: 9, close: 21 }, '2026-08-13T07:00'],
  ])('%s, open %j, is %s', (text, hours, wanted) => {
    expect(readDate(text, NOW, hours === undefined ? {} : { hours }).value).toBe(wanted);
  });
});

describe('times and lengths of time', () => {
  it.each([
    ['mulai jam 9', ['09:00']],
    ['besok pukul 14.30', ['14:30']],
    ['jam setengah tiga', ['14:30']],
    ['dari jam 1 sampai jam 3', ['13:00']],
    ['tiap sabtu jam 8.30', ['08:30']],
    ['at half past nine', ['09:30']],
    ['2 jam', []],
    ['3 orang', []],
  ])('"%s" names the times %j', (text, wanted) => {
    expect(findTimes(text, NOW).map((time) => time.value)).toEqual(wanted);
  });

  it.each([
    ['telat 20 mnt', [20]],
    ['selama 2 jam', [120]],
    ['satu setengah jam', [90]],
    ['setengah jam', [30]],
    ['90 menit', [90]],
    ['for an hour', [60]],
    ['duo jam', [120]],
    ['jam 2', []],
  ])('"%s" lasts %j minutes', (text, wanted) => {
    expect(findDurations(text).map((length) => length.minutes)).toEqual(wanted);
  });
});

const DAY = '\\d{4}-\\d{2}-\\d{2}';
const MOMENT = `${DAY}T\\d{2}:\\d{2}`;
const FORMS: Readonly<Record<string, RegExp>> = {
  date: new RegExp(`^${DAY}$`),
  range: new RegExp(`^${DAY}/${DAY}$`),
  datetime: new RegExp(`^${MOMENT}$`),
  datetime_range: new RegExp(`^${MOMENT}/${MOMENT}$`),
  deadline: new RegExp(`^${DAY}(T\\d{2}:\\d{2})?$`),
  set: new RegExp(`^${DAY}(,${DAY})+$`),
  recurring: /^(daily|weekly|monthly|yearly|every\d+weeks)(:[a-z0-9,]+)?(@\d{2}:\d{2})?$/,
  holiday: /^(idulfitri|iduladha|ramadan|maulid|school_break|cuti_bersama|any)$/,
  prayer: /^(fajr|dhuhr|asr|maghrib|isha|jumuah)$/,
};

const isWellFormed = ({ type, value }: DateReading): boolean => {
  const form = FORMS[type];
  return form === undefined ? value === undefined : form.test(value ?? '');
};

const phrases = Object.values({ ...indonesian, ...others }).flatMap((table) =>
  table.split('\n').map((line) => line.split('=>')[0]?.trim() ?? ''),
);
const pieces = [
  ...new Set(phrases.flatMap((phrase) => phrase.split(' '))),
  ',',
  '-',
  '99',
  '0',
  '2026',
  '31',
  '/',
  '.',
  '9999',
  'sampai',
  'tiap',
  'bukan',
];
const moments = fc
  .integer({ min: 0, max: 60 * 24 * 366 * 8 })
  .map((minutes) => Temporal.PlainDateTime.from('2024-01-01T00:00').add({ minutes }));

describe('whatever is typed', () => {
  it('is read into a well-formed value, inside the text', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, moments, (message, now) => {
        for (const reading of [readDate(message, now), ...findDates(message, now)]) {
          const { start = 0, end = 0 } = reading;
          if (!isWellFormed(reading) || start > end || end > message.length)
            throw new Error(`${message} @${now}: ${JSON.stringify(reading)}`);
        }
        findTimes(message, now);
        findDurations(message);
      }),
      { numRuns: 1500 },
    );
  });

  it('hours past midnight end on the next day', () => {
    const reading = readDate('coming 4 pukul libraries tomorrow', Temporal.PlainDateTime.from('2024-05-05T20:00'));
    expect(reading.value).toBe('2024-05-06T20:00/2024-05-07T00:00');
  });

  it('a range never ends before it begins', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 7 }), moments, (words, now) => {
        const reading = readDate(words.join(' '), now);
        const [from = '', to = ''] = reading.type === 'range' || reading.type === 'datetime_range' ? (reading.value ?? '').split('/') : [];
        return from <= to;
      }),
      { numRuns: 1000 },
    );
  });

  it('reads a long message to its end', () => {
    const text = `${'halo kak mau tanya soal buku dan jadwal sampai '.repeat(80)} besok`;
    expect(slots(text)).toEqual(['2026-08-13']);
  });
});
