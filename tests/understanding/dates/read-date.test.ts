import { describe, expect, it } from 'vitest';
import { Temporal } from '#shared/day.ts';
import { type DateReading, readDate } from '#understanding/dates/read-date.ts';
import * as indonesian from './cases-indonesian.ts';
import { OTHER_CLOCKS } from './cases-other-clocks.ts';
import * as others from './cases-palembang-english.ts';
import * as wider from './cases-wider.ts';

interface Case {
  readonly text: string;
  readonly wanted: string;
}

const casesOf = (table: string): readonly Case[] =>
  table
    .split('\n')
    .filter((line) => line.includes('=>'))
    .map((line) => {
      const [text = '', wanted = ''] = line.split('=>');
      return { text: text.trim(), wanted: wanted.trim() };
    });

const written = (reading: DateReading): string => {
  const day = reading.type === 'prayer' ? reading.date : undefined;
  return [reading.type, reading.value, reading.part, day, reading.confirm ? '?' : undefined].filter((word) => word !== undefined).join(' ');
};

const REFERENCE = Temporal.PlainDateTime.from('2026-08-12T10:00');

describe.each(Object.entries({ ...indonesian, ...others, ...wider }))('%s, said on Wednesday 12 August 2026 at ten', (_name, table) => {
  it.each(casesOf(table))('"$text" is $wanted', ({ text, wanted }) => {
    expect(written(readDate(text, REFERENCE))).toBe(wanted);
  });
});

describe.each(Object.entries(OTHER_CLOCKS))('said at %s', (moment, table) => {
  it.each(casesOf(table))('"$text" is $wanted', ({ text, wanted }) => {
    expect(written(readDate(text, Temporal.PlainDateTime.from(moment)))).toBe(wanted);
  });
});
