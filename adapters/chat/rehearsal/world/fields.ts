import { z } from 'zod';
import { parseDayHours, parseSeasonHours } from '#domain/opening-hours.ts';
import { momentText } from '#shared/day.ts';
import { isDay, readMoment } from './moments.ts';

/** The forms that single fields of a world take. */
export const id = z.string().min(1, 'tidak boleh kosong');
export const words = z.string();
export const count = z.int().nonnegative();

export const day = z.string().refine(isDay, 'bukan tanggal YYYY-MM-DD');

/** Read from a moment in any offset; becomes what the database keeps. */
export const moment = z.string().transform((text, context) => {
  const read = readMoment(text);
  if (read !== undefined) return momentText(read);
  context.addIssue({ code: 'custom', message: 'bukan waktu YYYY-MM-DDTHH:MM' });
  return z.NEVER;
});

/** A day; a moment is taken for the day it falls in, since a date-only thing is never a moment. */
export const dayOrMoment = z.string().transform((text, context) => {
  if (isDay(text)) return text;
  if (readMoment(text) !== undefined) return text.slice(0, 'YYYY-MM-DD'.length);
  context.addIssue({ code: 'custom', message: 'bukan tanggal YYYY-MM-DD' });
  return z.NEVER;
});

/** "closed", "08:00-16:00" or with breaks "08:00-11:30,13:30-16:30". */
export const hours = z
  .string()
  .refine((text) => parseDayHours(text) !== null, 'bukan jam layanan seperti "08:00-16:00", "08:00-11:30,13:30-16:30" atau "closed"');

/** Hours of one day for the whole season, or by weekday: "mon-fri 08:00-14:00; sat closed". */
export const seasonHours = z.string().refine((text) => parseSeasonHours(text) !== null, 'bukan jam layanan sebuah musim');
